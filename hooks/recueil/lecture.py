"""The walk through ``acts/``: every file becomes a model, or findings in French with their place."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from .acte import Acte
from .adresses import RESERVEES
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
_SANS_SEANCE = {TypeActe.ARRETE} | {kind for kind in TypeActe if kind.contractuel}
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
    for path in sorted(racine.iterdir()) if racine.is_dir() else ():
        if path.is_dir() and not path.name.startswith(".") and not path.is_symlink():
            walk.collectivite(path)
        elif path.suffix.lower() in _SUFFIXES:
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
        message = "ce fichier n'est dans le dossier d'aucune collectivité : déplacez-le dans celui de la sienne"
        with self._adouci_si_brouillon([path], affichage=True):
            self.anomalies.append(Anomalie(self._lieu(path), "FICHIER-02", message))

    def collectivite(self, folder: Path) -> None:
        """Everything that one authority publishes."""
        path = folder / COLLECTIVITE
        if not _CLE.fullmatch(folder.name):
            message = f"le dossier « {folder.name} » fait partie des adresses : minuscules, chiffres et tirets seuls"
            self._refuse(folder, message)
        elif folder.name in RESERVEES:
            self._refuse(folder, f"le dossier « {folder.name} » porte un nom que le site utilise : renommez-le")
        elif not path.is_file():
            self._refuse(folder, f"le dossier « {folder.name} » n'a pas de fichier « {COLLECTIVITE} » : créez-le")
        elif source := self._source(path):
            interne = {"cle": folder.name, "origine": source.origine}
            found = self._garde(typer(Collectivite, source.champs, source.origine, interne))
            if found:
                self.collectivites.append(found)
                self._actes(folder, found)

    def _refuse(self, folder: Path, message: str) -> None:
        with self._adouci_si_brouillon(_fichiers(folder), affichage=True):
            self.anomalies.append(Anomalie(self._lieu(folder), "FICHIER-02", message))

    def _actes(self, folder: Path, collectivite: Collectivite) -> None:
        affichage = Regime.AFFICHAGE in collectivite.regimes
        folders: dict[Path, list[Path]] = defaultdict(list)
        for path in _fichiers(folder):
            if path.name not in {COLLECTIVITE, SEANCE}:
                folders[path.parent].append(path)
        for parent, files in folders.items():
            with self._adouci_si_brouillon(files, affichage=affichage):
                seance = self._seance(parent / SEANCE)
            for path in files:
                with self._adouci_si_brouillon([path], affichage=affichage):
                    self._acte(path, collectivite, seance)

    def _seance(self, path: Path) -> Source | None:
        """The fields of a session, once they are known to be right: its acts may override some of them."""
        source = self._source(path) if path.is_file() else None
        interne = {"cle": self._cle(path)}
        found = self._garde(typer(Seance, source.champs, source.origine, interne)) if source else None
        if found is None:
            self.seances_fautives |= {path.parent} if path.is_file() else set()
            return None
        self.seances.append(found)
        return source

    def _acte(self, path: Path, collectivite: Collectivite, seance: Source | None) -> None:
        source = self._source(path)
        if source is None:
            return
        interne = {
            "collectivite": collectivite,
            "dossier": path.parent,
            "texte": source.texte,
            "ligne_texte": source.ligne_texte,
            "origine": source.origine,
        }
        alone = _type(source) in _SANS_SEANCE
        acte = self._seul(source, interne) if alone else self._decide(source, seance, interne, path)
        self.actes += [acte] if acte else []

    def _seul(self, source: Source, interne: dict[str, object]) -> Acte | None:
        """A convention is approved by a session without being an act of it, an arrêté knows none: neither inherits."""
        model = Acte if _type(source) == TypeActe.ARRETE else Convention
        return self._garde(typer(model, source.champs, source.origine, interne, obligatoires=_requis(source)))

    def _decide(self, source: Source, seance: Source | None, interne: dict[str, object], path: Path) -> Acte | None:
        """An act inherits what its session says, and may say otherwise; a session at fault is told once, not by all."""
        own, shared = _partage(source.champs)
        if path.parent in self.seances_fautives:
            return self._garde(typer(Acte, own, source.origine, interne))
        origine = source.origine.heritant_de(seance.origine) if seance else source.origine
        if seance:
            shared = {**seance.champs, **shared}
            own = own | {"date": own.get("date") or seance.champs["date"]}
        tenue = self._garde(typer(Seance, shared, origine, {"cle": self._cle(path)})) if shared else None
        interne = interne | {"origine": origine, "seance": tenue}
        return self._garde(typer(Acte, own, origine, interne, obligatoires=_requis(source), voisines=connus(Seance)))

    @contextmanager
    def _adouci_si_brouillon(self, files: Iterable[Path], *, affichage: bool) -> Iterator[None]:
        """What is found in drafts warns: an act being written must not stop the others."""
        before = len(self.anomalies)
        yield
        found = self.anomalies[before:]
        if found and not any(_demande(path, affichage=affichage) for path in files):
            self.anomalies[before:] = [replace(a, severite=Severite.AVERTISSEMENT) for a in found]

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
    found = (path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES and path.is_file())
    return sorted(path for path in found if not any(p.startswith(".") for p in path.relative_to(folder).parts))


def _type(source: Source) -> str:
    return str(source.champs.get("type"))


def _requis(source: Source) -> tuple[str, ...]:
    return OBLIGATOIRES.get(_type(source), ())


def _partage(champs: Champs) -> tuple[Champs, Champs]:
    """What is the act's own, and what it says of its session; its date is its own."""
    of_session = set(connus(Seance)) - {"date"}
    return (
        {key: value for key, value in champs.items() if key not in of_session},
        {key: value for key, value in champs.items() if key in of_session},
    )


def _demande(path: Path, *, affichage: bool) -> bool:
    """Whether a file asks to be published, however badly it is written; one that cannot be read may have."""
    try:
        content = path.read_text(encoding="utf-8-sig")
    except (UnicodeDecodeError, OSError):
        return True
    return not content.strip() or semble_publie(content, affichage=affichage)
