"""The life of the acts together: who touches whom, in which state each is on a day, how long conventions bind."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from graphlib import TopologicalSorter

from . import adresses
from .acte import Acte
from .convention import Convention
from .devenir import Lien
from .droit.avenants import Changement, changements, consolider, depuis
from .droit.evenements import SANS_EFFET, EtatActe, Evenement
from .droit.jugements import annule, suspendu
from .droit.terme import Terme, terme
from .droit.vie import Subi, Vie, vie
from .ecriture import jour
from .nomenclature import NatureLien, Resultat, TypeActe
from .renvois import Renvois


@dataclass(frozen=True, slots=True)
class Fait:
    """A link seen from the act that bears it; its target is None when the register does not hold it."""

    lien: Lien
    cible: Acte | None
    sans_effet: str = ""
    """Why it does nothing."""


@dataclass(frozen=True, slots=True)
class Contrat:
    """A convention with what its amendments and its renewals made of it."""

    acte: Convention
    actuel: Convention
    """With the conditions of its amendments."""
    avenants: tuple[Convention, ...]
    changements: tuple[Changement, ...]
    reconductions: tuple[Acte, ...]
    """The acts that decided an express renewal."""
    terme: Terme
    approbation: Acte | None

    @property
    def signee(self) -> bool:
        """Whether every party is known to have signed."""
        return bool(self.acte.parties) and all(isinstance(p.signe_le, date) for p in self.acte.parties)


class Vies:
    """What the public acts do to one another; made once for a register.

    Args:
        actes: the public acts and the documents of reference.
        renvois: what their names mean.
    """

    def __init__(self, actes: Sequence[Acte], renvois: Renvois) -> None:
        self._actes = actes
        self._renvois = renvois
        self._connues: dict[str, Vie] = {}
        self._contrats: dict[str, Contrat] = {}

    @cached_property
    def vues_le(self) -> date | None:
        """The newest day that the register tells of: the only « today » of a build."""
        return max((day for acte in self._actes for day in _nouvelles(acte)), default=None)

    def nouvelles(self, acte: Acte) -> tuple[date, ...]:
        """The days on which something was said of an act, by itself, a court or another act."""
        others = [subi.par for subi in self._touches(acte)]
        if isinstance(acte, Convention) and (acte.avenants or acte.reconduite_par):
            known = self.contrat(acte)
            others += [*known.avenants, *known.reconductions]
        return tuple(day for day in (*_nouvelles(acte), *(one.publicite for one in others)) if day)

    def faits(self, acte: Acte) -> tuple[Fait, ...]:
        """What an act does to others, in the order of its file."""
        undone = self._empeche(acte)
        return tuple(Fait(lien, self._cible(acte, lien), undone) for lien in acte.liens)

    def subis(self, acte: Acte) -> tuple[Subi, ...]:
        """What others do to an act, in the order of their publication."""
        return tuple(Subi(s.lien, s.par, self._empeche(s.par)) for s in self._touches(acte))

    def vie(self, acte: Acte) -> Vie:
        """The life of an act."""
        address = adresses.acte(acte)
        if address not in self._connues:
            self._connues[address] = vie(acte, self.subis(acte), self._fin(acte), self._avenants(acte))
        return self._connues[address]

    def etat(self, acte: Acte) -> EtatActe | None:
        """The state of a public act on the newest day of the register; None for a document that was never published."""
        return self.vie(acte).etat(self.vues_le) if acte.publicite and self.vues_le else None

    def sans_effet(self, acte: Acte) -> str:
        """« Abrogé », « Suspendu »: how a list tells that an act has no effect, or none for now; nothing otherwise."""
        state = self.etat(acte)
        return state.libelle if state in SANS_EFFET else ""

    def contrat(self, acte: Convention) -> Contrat:
        """A convention with its amendments read into it, as seen from the newest day of the register."""
        address = adresses.acte(acte)
        if address not in self._contrats:
            self._contrats[address] = self._lire(acte)
        return self._contrats[address]

    def _lire(self, acte: Convention) -> Contrat:
        named = (self._renvois.cible(acte, name) for name in acte.avenants)
        amendments = tuple(a for a in named if isinstance(a, Convention) and not self._empeche(a))
        deciding = (self._renvois.cible(acte, name) for name in acte.reconduite_par)
        decided = tuple(a for a in deciding if a and not self._empeche(a))
        now = consolider(acte, amendments)
        period = terme(now, len(decided), self.vues_le or date.min)
        return Contrat(acte, now, amendments, changements(acte, amendments), decided, period, self.approbation(acte))

    def approbation(self, acte: Convention) -> Acte | None:
        """The act that approves a convention: named by it, or one that says so."""
        named = self._renvois.cible(acte, acte.approuvee_par)
        said = (s.par for s in self._touches(acte) if s.lien.nature is NatureLien.APPROUVE)
        return named or next(said, None)

    def _fin(self, acte: Acte) -> date | None:
        """The last day of a convention that does not go on by itself."""
        if not isinstance(acte, Convention) or acte.type is not TypeActe.CONVENTION:
            return None
        period = self.contrat(acte).terme
        return period.resiliee_le if period.sans_limite else period.fin_certaine

    def _avenants(self, acte: Acte) -> tuple[Evenement, ...]:
        """What the amendments of a convention change in it, as events of its life."""
        if not isinstance(acte, Convention) or not acte.avenants:
            return ()
        return tuple(_modifie(change) for change in self.contrat(acte).avenants)

    def _cible(self, acte: Acte, lien: Lien) -> Acte | None:
        return None if lien.exterieur else self._renvois.cible(acte, lien.acte)

    @cached_property
    def _touchees(self) -> Mapping[str, list[Subi]]:
        found: dict[str, list[Subi]] = defaultdict(list)
        for acte in self._actes:
            for lien in acte.liens if acte.publicite or acte.type is TypeActe.MODELE_CONVENTION else ():
                if target := self._cible(acte, lien):
                    found[adresses.acte(target)].append(Subi(lien, acte))
        for links in found.values():
            links.sort(key=lambda s: (s.par.publicite or date.min, adresses.acte(s.par)))
        return found

    def _touches(self, acte: Acte) -> Sequence[Subi]:
        return self._touchees.get(adresses.acte(acte), ())

    def _empeche(self, acte: Acte) -> str:
        """Why what an act does to others has no effect, or nothing."""
        if acte.votes and acte.votes.resultat in {Resultat.REJETEE, Resultat.AJOURNEE}:
            return "cette proposition n'a pas été adoptée"
        if adresses.acte(acte) in self._aneantis:
            return "cet acte a lui-même été annulé ou retiré"
        return "cet acte est suspendu" if suspendu(acte) else ""

    @cached_property
    def _aneantis(self) -> frozenset[str]:
        """The acts that were wholly annulled or withdrawn: what they did to others is undone (CRPA L240-1).

        The checks refuse circles of withdrawals: each act is weighed after those that withdraw it.
        """
        withdrawn = {
            address: [s.par for s in links if s.lien.nature is NatureLien.RETIRE and not s.lien.article]
            for address, links in self._touchees.items()
        }
        gone = {adresses.acte(acte) for acte in self._actes if annule(acte)}
        graph = {address: {adresses.acte(by) for by in acts} for address, acts in withdrawn.items()}
        for address in TopologicalSorter(graph).static_order():
            if graph.get(address, set()) - gone:
                gone.add(address)
        return frozenset(gone)


def _modifie(avenant: Convention) -> Evenement:
    since = depuis(avenant) or avenant.publicite
    when = f" à compter du {jour(since)}" if since else ""
    return Evenement(EtatActe.MODIFIE, since, f"Modifié{when}", par=avenant)


def _nouvelles(acte: Acte) -> list[date]:
    """The days on which something is known to have been said of an act."""
    said = [acte.publicite, acte.depublie.le if acte.depublie else None]
    return [day for day in (*said, *(r.date for r in acte.jugements)) if day] + [
        old.remplace_le for old in acte.fichiers_remplaces
    ]
