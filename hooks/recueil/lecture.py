"""The walk through ``acts/``: every file becomes a model, or findings in French with their place."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from .acte import Acte
from .anomalie import Anomalie, Lieu, Severite
from .collectivite import Collectivite
from .convention import Convention
from .nomenclature import Regime, TypeActe
from .seance import Seance
from .source import Champs, Source, SourceIllisible, read_source, relative, semble_publie
from .typage import connus, typer

_T = TypeVar("_T")

COLLECTIVITE = "collectivite.yml"
SEANCE = "seance.yml"
_SUFFIXES = {".md", ".yml", ".yaml"}
_CLE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

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


@dataclass(frozen=True, slots=True)
class Lecture:
    """All that was read: the acts that could be typed, drafts included, and every finding."""

    collectivites: tuple[Collectivite, ...]
    actes: tuple[Acte, ...]
    seances: tuple[Seance, ...]
    anomalies: tuple[Anomalie, ...]


def lire(racine: Path) -> Lecture:
    """Read the whole folder ``acts/``; nothing raises, everything wrong is a finding."""
    walk = _Parcours(racine)
    for path in sorted(racine.iterdir()):
        if path.is_dir() and not path.name.startswith("."):
            walk.collectivite(path)
        elif path.suffix in _SUFFIXES:
            walk.egare(path)
    return Lecture(tuple(walk.collectivites), tuple(walk.actes), tuple(walk.seances), tuple(walk.anomalies))


class _Parcours:
    """Gathers what the files hold, in alphabetical order."""

    def __init__(self, racine: Path) -> None:
        self.racine = racine
        self.collectivites: list[Collectivite] = []
        self.actes: list[Acte] = []
        self.seances: list[Seance] = []
        self.seances_fautives: set[Path] = set()
        self.anomalies: list[Anomalie] = []

    def egare(self, path: Path) -> None:
        """A file that lies in no authority's folder."""
        message = "cet acte n'est dans le dossier d'aucune collectivité : déplacez-le dans celui de la sienne"
        found = Anomalie(self._lieu(path), "FICHIER-02", message)
        self.anomalies += selon_brouillon(path, [found], affichage=True)

    def collectivite(self, folder: Path) -> None:
        """Everything that one authority publishes."""
        path = folder / COLLECTIVITE
        if not _CLE.fullmatch(folder.name):
            message = f"le dossier « {folder.name} » fait partie des adresses : minuscules, chiffres et tirets seuls"
            self._refuse(folder, message)
        elif not path.is_file():
            self._refuse(folder, f"le dossier « {folder.name} » n'a pas de fichier « {COLLECTIVITE} » : créez-le")
        elif source := self._source(path):
            interne = {"cle": folder.name, "origine": source.origine}
            found = self._garde(typer(Collectivite, source.champs, source.origine, interne))
            if found:
                self.collectivites.append(found)
                self._actes(folder, found)

    def _refuse(self, folder: Path, message: str) -> None:
        """A folder that is no authority's: an error when an act in it asks to be published, or else a warning."""
        found = Anomalie(self._lieu(folder), "FICHIER-02", message)
        told = [selon_brouillon(path, [found], affichage=True)[0] for path in _fichiers(folder)]
        self.anomalies.append(min(told, key=lambda a: a.severite is not Severite.ERREUR, default=found))

    def _actes(self, folder: Path, collectivite: Collectivite) -> None:
        files = _fichiers(folder)
        seances = {path.parent: self._seance(path) for path in files if path.name == SEANCE}
        for path in files:
            if path.name not in {COLLECTIVITE, SEANCE}:
                self._acte(path, collectivite, seances.get(path.parent))

    def _seance(self, path: Path) -> Source | None:
        """The fields of a session, once they are known to be right: its acts may override some of them."""
        source = self._source(path)
        interne = {"cle": self._cle(path)}
        found = self._garde(typer(Seance, source.champs, source.origine, interne)) if source else None
        if found is None:
            self.seances_fautives.add(path.parent)
            return None
        self.seances.append(found)
        return source

    def _acte(self, path: Path, collectivite: Collectivite, seance: Source | None) -> None:
        before = len(self.anomalies)
        if source := self._source(path):
            interne = {
                "collectivite": collectivite,
                "dossier": path.parent,
                "texte": source.texte,
                "ligne_texte": source.ligne_texte,
            }
            acte = (
                self._contrat(source, interne) if _contractuel(source) else self._decide(source, seance, interne, path)
            )
            self.actes += [acte] if acte else []
        affichage = collectivite.regime is Regime.AFFICHAGE
        self.anomalies[before:] = selon_brouillon(path, self.anomalies[before:], affichage=affichage)

    def _contrat(self, source: Source, interne: dict[str, object]) -> Acte | None:
        """A convention is approved by a session without being an act of it: it inherits nothing."""
        return self._garde(
            typer(
                Convention,
                source.champs,
                source.origine,
                interne | {"origine": source.origine},
                obligatoires=_requis(source),
            )
        )

    def _decide(self, source: Source, seance: Source | None, interne: dict[str, object], path: Path) -> Acte | None:
        """An act inherits what its session says, and may say otherwise; a session at fault is told once, not by all."""
        own, shared = _partage(source.champs)
        if path.parent in self.seances_fautives:
            return self._garde(typer(Acte, own, source.origine, interne | {"origine": source.origine}))
        origine = source.origine.heritant_de(seance.origine) if seance else source.origine
        if seance:
            shared = {**seance.champs, **shared}
            own = own | {"date": own.get("date") or seance.champs["date"]}
        tenue = self._garde(typer(Seance, shared, origine, {"cle": self._cle(path)})) if shared else None
        interne = interne | {"origine": origine, "seance": tenue}
        return self._garde(typer(Acte, own, origine, interne, obligatoires=_requis(source), voisines=connus(Seance)))

    def _source(self, path: Path) -> Source | None:
        try:
            return read_source(path, self.racine)
        except SourceIllisible as error:
            self.anomalies += error.anomalies
            return None

    def _garde(self, typed: tuple[_T | None, Iterable[Anomalie]]) -> _T | None:
        self.anomalies += typed[1]
        return typed[0]

    def _lieu(self, path: Path) -> Lieu:
        return Lieu(relative(path, self.racine))

    def _cle(self, path: Path) -> str:
        return relative(path.parent, self.racine)


def _fichiers(folder: Path) -> list[Path]:
    """The files of a folder that may be acts, in alphabetical order; hidden ones belong to other programs."""
    found = (path for path in folder.rglob("*") if path.suffix in _SUFFIXES and not path.name.startswith("."))
    return sorted(path for path in found if path.is_file())


def _contractuel(source: Source) -> bool:
    return source.champs.get("type") in {kind.value for kind in TypeActe if kind.contractuel}


def _requis(source: Source) -> tuple[str, ...]:
    return OBLIGATOIRES.get(str(source.champs.get("type")), ())


def _partage(champs: Champs) -> tuple[Champs, Champs]:
    """What is the act's own, and what it says of its session; its date is its own."""
    of_session = set(connus(Seance)) - {"date"}
    return (
        {key: value for key, value in champs.items() if key not in of_session},
        {key: value for key, value in champs.items() if key in of_session},
    )


def selon_brouillon(path: Path, found: Iterable[Anomalie], *, affichage: bool) -> list[Anomalie]:
    """The findings of a file: those of a draft warn, because an act being written must not stop the others."""
    if semble_publie(path.read_text(encoding="utf-8-sig", errors="replace"), affichage=affichage):
        return list(found)
    return [replace(a, severite=Severite.AVERTISSEMENT) for a in found]
