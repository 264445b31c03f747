"""From the files of a folder to its session and its acts, or to findings in French with their place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from .acte import Acte
from .anomalie import Anomalie, Origine
from .convention import Convention
from .nomenclature import Regime, TypeActe
from .parcours import SEANCE, Dossier, Releve
from .seance import Seance
from .source import Champs, Source, relative
from .typage import connus, remplis, typer

_SANS_SEANCE = {TypeActe.ARRETE} | {kind for kind in TypeActe if kind.contractuel}

OBLIGATOIRES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        TypeActe.DELIBERATION: ("numero", "date", "auteur"),
        TypeActe.DECISION: ("numero", "date", "auteur"),
        TypeActe.ARRETE: ("numero", "date", "auteur"),
        TypeActe.PROCES_VERBAL: ("date", "auteur"),
        TypeActe.LISTE_DELIBERATIONS: ("date",),
        TypeActe.CONVENTION: ("parties",),
        TypeActe.AVENANT: ("parties",),
        TypeActe.AUTRE: ("date", "auteur"),
    }
)
"""What each kind of act must say, beside its type and its objet."""


_DE_SEANCE = frozenset(connus(Seance)) - {"date", "annoncee_le"}
"""What an act may say of its session; its date is its own, and a session is announced whole."""


@dataclass(frozen=True, slots=True)
class Lecture:
    """All that folders hold: the acts that could be typed, drafts included, their sessions, and every finding."""

    actes: tuple[Acte, ...]
    seances: tuple[Seance, ...]
    anomalies: tuple[Anomalie, ...]


@dataclass(frozen=True, slots=True)
class _Tenue:
    """A session as it was typed, which an act may contradict, and as it was understood."""

    source: Source
    seance: Seance


def lire(dossiers: Iterable[Dossier]) -> Lecture:
    """Read the acts of some folders; nothing raises, everything wrong is a finding."""
    read = [_lire_dossier(dossier) for dossier in dossiers]
    return Lecture(
        tuple(acte for reader in read for acte in reader.actes),
        tuple(seance for reader in read for seance in reader.seances),
        tuple(anomalie for reader in read for anomalie in reader.anomalies),
    )


def _lire_dossier(dossier: Dossier) -> "_Lecteur":
    reader = _Lecteur(dossier)
    reader.lire()
    return reader


class _Lecteur(Releve):
    """Reads one folder: its session first, then its acts."""

    def __init__(self, dossier: Dossier) -> None:
        super().__init__(dossier.racine)
        self.dossier = dossier
        self.cle = relative(dossier.chemin, dossier.racine)
        self.actes: list[Acte] = []
        self.seances: list[Seance] = []
        self.seance_fautive = False

    def lire(self) -> None:
        """Everything in the folder, in alphabetical order."""
        affichage = Regime.AFFICHAGE in self.dossier.collectivite.regimes
        files, shared = [self.dossier.chemin / name for name in self.dossier.fichiers], self.dossier.chemin / SEANCE
        with self.adouci_si_brouillon([*files, *_annoncees(shared)], affichage=affichage):
            tenue = self._seance(shared)
        for path in files:
            with self.adouci_si_brouillon([path], affichage=affichage):
                self._acte(path, tenue)

    def _seance(self, path: Path) -> _Tenue | None:
        """The fields of a session, once they are known to be right: its acts may override some of them."""
        if not path.is_file():
            return None
        source = self.source(path)
        found = self._typee(source.champs, source.origine) if source else None
        if source is None or found is None:
            self.seance_fautive = True
            return None
        self.seances.append(found)
        return _Tenue(source, found)

    def _typee(self, champs: Champs, origine: Origine) -> Seance | None:
        return self.garde(typer(Seance, champs, origine, {"cle": self.cle, "dits": remplis(champs)}))

    def _acte(self, path: Path, tenue: _Tenue | None) -> None:
        source = self.source(path)
        if source is None:
            return
        interne = {
            "collectivite": self.dossier.collectivite,
            "dossier": self.dossier.chemin,
            "octets_texte": source.texte.strip().encode(),
            "ligne_texte": source.ligne_texte,
            "origine": source.origine,
            "dits": remplis(source.champs),
        }
        alone = _type(source) in _SANS_SEANCE
        acte = self._seul(source, interne) if alone else self._decide(source, tenue, interne)
        self.actes += [acte] if acte else []

    def _seul(self, source: Source, interne: dict[str, object]) -> Acte | None:
        """A convention is approved by a session without being an act of it, an arrêté knows none: neither inherits."""
        model = Acte if _type(source) == TypeActe.ARRETE else Convention
        return self.garde(typer(model, source.champs, source.origine, interne, obligatoires=_requis(source)))

    def _decide(self, source: Source, tenue: _Tenue | None, interne: dict[str, object]) -> Acte | None:
        """An act inherits what its session says, and may say otherwise; a session at fault is told once, not by all."""
        own, shared = _partage(source.champs)
        if self.seance_fautive:
            return self.garde(typer(Acte, own, source.origine, interne))
        origine = source.origine
        if tenue:
            origine = origine.heritant_de(tenue.source.origine)
            own = own | {"date": own.get("date") or tenue.source.champs["date"]}
        interne = interne | {"origine": origine, "seance": self._propre(shared, tenue, origine)}
        return self.garde(typer(Acte, own, origine, interne, obligatoires=_requis(source), voisines=connus(Seance)))

    def _propre(self, shared: Champs, tenue: _Tenue | None, origine: Origine) -> Seance | None:
        """The session as an act tells it: that of the folder, the same object for all, unless it says otherwise."""
        if not shared:
            return tenue.seance if tenue else None
        inherited = tenue.source.champs if tenue else {}
        return self._typee({**inherited, **shared}, origine)


def _type(source: Source) -> str:
    """The kind that was typed, as the register writes it."""
    typed = str(source.champs.get("type"))
    try:
        return TypeActe(typed)
    except ValueError:
        return typed


def _requis(source: Source) -> tuple[str, ...]:
    return OBLIGATOIRES.get(_type(source), ())


def _partage(champs: Champs) -> tuple[Champs, Champs]:
    """What is the act's own, and what it says of its session; its date is its own."""
    return (
        {key: value for key, value in champs.items() if key not in _DE_SEANCE},
        {key: value for key, value in champs.items() if key in _DE_SEANCE},
    )


def _annoncees(shared: Path) -> list[Path]:
    """The file of a session when it asks to be announced, whether any of its acts is published or not."""
    said = shared.read_bytes() if shared.is_file() else b""
    return [shared] if b"annoncee_le" in said else []
