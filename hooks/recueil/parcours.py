"""The walk through ``acts/``, from folder to folder: which authorities there are, and what each folder holds."""

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from .adresses import RESERVEES
from .anomalie import Anomalie, Lieu, Severite
from .collectivite import Collectivite
from .source import Source, SourceIllisible, read_source, relative, semble_publie
from .typage import remplis, typer

_T = TypeVar("_T")

COLLECTIVITE = "collectivite.yml"
SEANCE = "seance.yml"
_SUFFIXES = (".md", ".yml", ".yaml")
_CLE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Dossier:
    """A folder of an authority and the files in it that may be acts: what is read by itself, wherever it is read."""

    racine: Path
    collectivite: Collectivite
    chemin: Path
    fichiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Visite:
    """What a walk through ``acts/`` finds before any act is read: the authorities, their folders, what is astray."""

    collectivites: tuple[Collectivite, ...]
    dossiers: tuple[Dossier, ...]
    anomalies: tuple[Anomalie, ...]


def visiter(racine: Path) -> Visite:
    """Walk through the folder ``acts/``, in alphabetical order."""
    walk = _Parcours(racine)
    for path in sorted(racine.iterdir()) if racine.is_dir() else ():
        if path.is_dir() and not path.name.startswith(".") and not path.is_symlink():
            walk.collectivite(path)
        elif path.suffix.lower() in _SUFFIXES:
            walk.egare(path)
    return Visite(tuple(walk.collectivites), tuple(walk.dossiers), tuple(walk.anomalies))


class Releve:
    """Gathers what is wrong in files, as it is met."""

    def __init__(self, racine: Path) -> None:
        self.racine = racine
        self.anomalies: list[Anomalie] = []

    @contextmanager
    def adouci_si_brouillon(self, files: Iterable[Path], *, affichage: bool) -> Iterator[None]:
        """What is found in drafts warns: an act being written must not stop the others."""
        before = len(self.anomalies)
        yield
        found = self.anomalies[before:]
        if found and not any(_demande(path, affichage=affichage) for path in files):
            self.anomalies[before:] = [replace(a, severite=Severite.AVERTISSEMENT) for a in found]

    def source(self, path: Path) -> Source | None:
        """The fields and the text of a file, unless it cannot be read."""
        try:
            return read_source(path, self.racine)
        except SourceIllisible as error:
            self.anomalies += error.anomalies
            return None

    def garde(self, typed: tuple[_T | None, Iterable[Anomalie]]) -> _T | None:
        """What was typed, its findings kept."""
        self.anomalies += typed[1]
        return typed[0]


class _Parcours(Releve):
    """The walk from folder to folder."""

    def __init__(self, racine: Path) -> None:
        super().__init__(racine)
        self.collectivites: list[Collectivite] = []
        self.dossiers: list[Dossier] = []

    def egare(self, path: Path) -> None:
        """A file that lies in no authority's folder."""
        message = "ce fichier n'est dans le dossier d'aucune collectivité : déplacez-le dans celui de la sienne"
        self._refuse(path, [path], message)

    def collectivite(self, folder: Path) -> None:
        """Everything that one authority publishes."""
        path = folder / COLLECTIVITE
        if not _CLE.fullmatch(folder.name):
            message = f"le dossier « {folder.name} » fait partie des adresses : minuscules, chiffres et tirets seuls"
            self._refuse(folder, _fichiers(folder), message)
        elif folder.name in RESERVEES:
            message = f"le dossier « {folder.name} » porte un nom que le site utilise : renommez-le"
            self._refuse(folder, _fichiers(folder), message)
        elif not path.is_file():
            message = f"le dossier « {folder.name} » n'a pas de fichier « {COLLECTIVITE} » : créez-le"
            self._refuse(folder, _fichiers(folder), message)
        elif source := self.source(path):
            interne = {"cle": folder.name, "origine": source.origine, "dits": remplis(source.champs)}
            found = self.garde(typer(Collectivite, source.champs, source.origine, interne))
            if found:
                self.collectivites.append(found)
                self._dossiers(folder, found)

    def _refuse(self, path: Path, files: Iterable[Path], message: str) -> None:
        with self.adouci_si_brouillon(files, affichage=True):
            self.anomalies.append(Anomalie(Lieu(relative(path, self.racine)), "FICHIER-02", message))

    def _dossiers(self, folder: Path, collectivite: Collectivite) -> None:
        names: dict[Path, list[str]] = defaultdict(list)
        for path in _fichiers(folder):
            if path.name != COLLECTIVITE:
                names[path.parent] += [] if path.name == SEANCE else [path.name]
        self.dossiers += [Dossier(self.racine, collectivite, path, tuple(held)) for path, held in names.items()]


def _fichiers(folder: Path) -> list[Path]:
    """The files of a folder that may be acts, in alphabetical order; hidden ones belong to other programs."""
    found = []
    for base, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        kept = (name for name in names if not name.startswith(".") and name.lower().endswith(_SUFFIXES))
        found += [path for path in map(Path(base).joinpath, kept) if path.is_file()]
    return sorted(found)


def _demande(path: Path, *, affichage: bool) -> bool:
    """Whether a file asks to be published, however badly it is written; one that cannot be read may have."""
    try:
        content = path.read_text(encoding="utf-8-sig")
    except (UnicodeDecodeError, OSError):
        return True
    return not content.strip() or semble_publie(content, affichage=affichage)
