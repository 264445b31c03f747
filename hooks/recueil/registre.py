"""The register: the public acts in order, with their addresses, files and links; made once, never changed."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from . import adresses
from .acte import Acte
from .anomalie import Anomalie
from .citations import Citation, Sorte, Texte, citations
from .collectivite import Collectivite
from .convention import Convention
from .journal.ligne import Mouvement, mouvements
from .journal.tenu import Journal
from .nomenclature import TypeActe
from .publies import Fiche, SeancePubliee
from .renvois import Renvois
from .vies import Vies

_Tenu = TypeVar("_Tenu", Fiche, SeancePubliee)

_SORTES = {
    Sorte.DELIBERATION: TypeActe.DELIBERATION,
    Sorte.ARRETE: TypeActe.ARRETE,
    Sorte.DECISION: TypeActe.DECISION,
}
"""What a « Vu » calls an act of the register."""


@dataclass(frozen=True)
class Registre:
    """All that the site may show; ``anomalies`` are told to the clerk alone."""

    collectivites: tuple[Collectivite, ...]
    fiches: tuple[Fiche, ...]
    """The public acts, newest publication first."""
    references: tuple[Fiche, ...]
    """Documents shown for reference, that are not acts of the register."""
    seances: tuple[SeancePubliee, ...]
    """The sessions, newest first."""
    anomalies: tuple[Anomalie, ...]
    """The oddities that did not stop the publication."""
    journaux: tuple[Journal, ...] = ()
    """The journals of what went online."""

    @cached_property
    def toutes(self) -> tuple[Fiche, ...]:
        """Acts and reference documents."""
        return self.fiches + self.references

    @cached_property
    def _par_adresse(self) -> Mapping[str, Fiche]:
        return {f.adresse: f for f in self.toutes}

    @cached_property
    def _renvois(self) -> Renvois:
        return Renvois([f.acte for f in self.toutes])

    @cached_property
    def vies(self) -> Vies:
        """What the acts do to one another, and how long they hold."""
        return Vies([f.acte for f in self.toutes], self._renvois)

    @cached_property
    def citations(self) -> tuple[tuple[Fiche, tuple[Citation, ...]], ...]:
        """What each public act cites in its « Vu », read once."""
        return tuple((fiche, citations(fiche.acte.texte)) for fiche in self.fiches)

    @cached_property
    def _citees(self) -> Mapping[str, tuple[Fiche, ...]]:
        found: dict[str, dict[str, Fiche]] = defaultdict(dict)
        for fiche, cited in self.citations:
            own = (one for one in cited if not one.dans_un_titre)
            for target in filter(None, (self.citee(fiche, one.texte) for one in own)):
                if target is not fiche:
                    found[target.adresse][fiche.adresse] = fiche
        return {address: tuple(fiches.values()) for address, fiches in found.items()}

    @cached_property
    def _journaux(self) -> Mapping[str, Journal]:
        return {journal.collectivite.cle: journal for journal in self.journaux}

    @cached_property
    def _inscrites(self) -> Mapping[str, tuple[Mouvement, ...]]:
        found: dict[str, list[Mouvement]] = defaultdict(list)
        for journal in self.journaux:
            for line in mouvements(journal.chaine.lignes):
                found[line.acte].append(line)
        return {address: tuple(lines) for address, lines in found.items()}

    @cached_property
    def _approbations(self) -> Mapping[str, tuple[Fiche, ...]]:
        return self._inverse(lambda acte: (acte.approuvee_par,))

    @cached_property
    def _adoptions(self) -> Mapping[str, tuple[Fiche, ...]]:
        return self._inverse(lambda acte: (acte.modele,))

    @cached_property
    def _amendees(self) -> Mapping[str, tuple[Fiche, ...]]:
        return self._inverse(lambda acte: acte.avenants)

    @cached_property
    def _titulaires(self) -> Mapping[str, Fiche]:
        """For each @ctes identifier, the act it designates: the délibération before what was sent with it."""
        sent = [(identifier, f) for f in self.fiches if (identifier := f.acte.identifiant)]
        return dict(sorted(sent, key=lambda pair: pair[1].acte.type.contractuel, reverse=True))

    @cached_property
    def _seance_de(self) -> Mapping[str, SeancePubliee]:
        return {f.adresse: s for s in self.seances for f in s.fiches}

    def _inverse(self, names: Callable[[Convention], Iterable[str | None]]) -> Mapping[str, tuple[Fiche, ...]]:
        found: dict[str, list[Fiche]] = defaultdict(list)
        for fiche in self.toutes:
            named = names(fiche.acte) if isinstance(fiche.acte, Convention) else ()
            for target in filter(None, (self.cible(fiche, name) for name in named)):
                found[target.adresse].append(fiche)
        return {address: tuple(fiches) for address, fiches in found.items()}

    @property
    def dernier_jour(self) -> date | None:
        """The day of the newest publication: the only « today » that a build knows."""
        return self.fiches[0].publicite if self.fiches else None

    @cached_property
    def _par_collectivite(self) -> Mapping[str, tuple[Fiche, ...]]:
        return _ranger(self.fiches)

    @cached_property
    def _seances_tenues(self) -> Mapping[str, tuple[SeancePubliee, ...]]:
        return _ranger(self.seances)

    def actes_de(self, collectivite: Collectivite) -> tuple[Fiche, ...]:
        """The public acts of an authority, newest publication first."""
        return self._par_collectivite.get(collectivite.cle, ())

    def seances_de(self, collectivite: Collectivite) -> tuple[SeancePubliee, ...]:
        """The sessions of an authority, newest first."""
        return self._seances_tenues.get(collectivite.cle, ())

    @property
    def conventions(self) -> tuple[Fiche, ...]:
        """The conventions of the register; their amendments are found through them."""
        return tuple(f for f in self.fiches if f.acte.type is TypeActe.CONVENTION)

    @property
    def modeles(self) -> tuple[Fiche, ...]:
        """Models of conventions, acts of the register or documents of reference."""
        return tuple(f for f in self.toutes if f.acte.type is TypeActe.MODELE_CONVENTION)

    def cible(self, depuis: Fiche, nom: str | None) -> Fiche | None:
        """The act that another names."""
        return self.fiche(self._renvois.cible(depuis.acte, nom))

    def a_l_adresse(self, adresse: str) -> Fiche | None:
        """The page that stands at an address."""
        return self._par_adresse.get(adresse)

    def fiche(self, acte: Acte | None) -> Fiche | None:
        """The page of a public act."""
        return self._par_adresse[adresses.acte(acte)] if acte else None

    def citee(self, depuis: Fiche, texte: Texte) -> Fiche | None:
        """The act of the register that a « Vu » cites: one of the same number and of the same day, and no other."""
        if not (texte.sorte.locale and texte.reconnu):
            return None
        named = self._renvois.cites(depuis.acte, f"n° {texte.numero}")
        found = {id(a): a for a in named if a.date == texte.jour and a.type is _SORTES.get(texte.sorte)}
        return self.fiche(next(iter(found.values()))) if len(found) == 1 else None

    def citent(self, fiche: Fiche) -> tuple[Fiche, ...]:
        """The acts that cite this one in their « Vu »."""
        return self._citees.get(fiche.adresse, ())

    def approuve(self, fiche: Fiche) -> tuple[Fiche, ...]:
        """The conventions that an act approves."""
        return self._approbations.get(fiche.adresse, ())

    def suivent(self, modele: Fiche) -> tuple[Fiche, ...]:
        """The conventions that follow a model."""
        return self._adoptions.get(modele.adresse, ())

    def amende(self, avenant: Fiche) -> tuple[Fiche, ...]:
        """The conventions that an amendment changes."""
        return self._amendees.get(avenant.adresse, ())

    def identifiant(self, fiche: Fiche) -> str:
        """The @ctes identifier that designates this act, or nothing when it has none or shares another's."""
        identifier = fiche.acte.identifiant
        return identifier if self._titulaires.get(identifier) is fiche else ""

    def titulaire(self, fiche: Fiche) -> Fiche | None:
        """The other act whose @ctes identifier this one bears, because it was sent with it."""
        holder = self._titulaires.get(fiche.acte.identifiant)
        return None if holder is fiche else holder

    def permanente(self, fiche: Fiche) -> str:
        """The address to cite: by the identifier, or that of the page."""
        identifier = self.identifiant(fiche)
        return adresses.identifiant(identifier) if identifier else fiche.adresse

    def choix_du_regime(self, collectivite: Collectivite) -> Fiche | None:
        """The délibération by which an authority chose how its acts are made public (CGCT L2131-1, IV)."""
        one = next((f.acte for f in self.actes_de(collectivite)), None)
        cited = self._renvois.cites(one, collectivite.deliberation_regime or "") if one else ()
        return self.fiche(next((a for a in cited if a.type is TypeActe.DELIBERATION), None))

    def journal(self, collectivite: Collectivite) -> Journal | None:
        """The journal of an authority, when it keeps one."""
        return self._journaux.get(collectivite.cle)

    def inscriptions(self, fiche: Fiche) -> tuple[Mouvement, ...]:
        """The lines of the journal on an act, first to last; none when its authority keeps no journal."""
        return self._inscrites.get(fiche.adresse, ())

    def seance_de(self, fiche: Fiche) -> SeancePubliee | None:
        """The session of an act."""
        return self._seance_de.get(fiche.adresse)

    def voisins(self, fiche: Fiche) -> tuple[Fiche | None, Fiche | None]:
        """The acts before and after it in its session."""
        seance = self.seance_de(fiche)
        if seance is None:
            return None, None
        index = seance.fiches.index(fiche)
        before = seance.fiches[index - 1] if index else None
        after = seance.fiches[index + 1] if index + 1 < len(seance.fiches) else None
        return before, after


def _ranger(elements: Iterable[_Tenu]) -> dict[str, tuple[_Tenu, ...]]:
    """By authority; by its key, for an act that another process read has an authority of its own."""
    found: dict[str, list[_Tenu]] = defaultdict(list)
    for one in elements:
        found[one.collectivite.cle].append(one)
    return {cle: tuple(held) for cle, held in found.items()}
