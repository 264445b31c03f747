"""Files written all together or not at all: a register is never left with half an act.

Everything is first written beside its place under a hidden name, then renamed; what fails is undone.
"""

import errno
import filecmp
import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Sort(Enum):
    """What becomes of a file."""

    NOUVEAU = "nouveau"
    INCHANGE = "inchangé"
    REMPLACE = "remplacé"
    COMPLETE = "complété"
    GARDE = "gardé"


ECRITS = frozenset({Sort.NOUVEAU, Sort.REMPLACE, Sort.COMPLETE})
"""What changes the register."""

_RAISONS: Mapping[int, str] = {
    errno.ENOSPC: "le disque est plein",
    errno.EDQUOT: "la place permise est épuisée",
    errno.EACCES: "l'écriture n'est pas permise dans ce dossier",
    errno.EPERM: "l'écriture n'est pas permise dans ce dossier",
    errno.EROFS: "le disque ne peut être que lu",
    errno.ENAMETOOLONG: "un nom de fichier est trop long",
    errno.ENOENT: "un fichier a disparu entre-temps",
    errno.ENOTDIR: "un fichier porte le nom d'un dossier",
    errno.EISDIR: "un dossier porte le nom d'un fichier",
}


@dataclass(frozen=True, slots=True)
class Prevu:
    """A file to write: its bytes, or the file of which it is the copy."""

    chemin: Path
    contenu: bytes | Path
    complete: bool = False
    """Whether it says all that the file in its place says, and more."""

    def identique(self) -> bool:
        """Whether the place already holds the same bytes."""
        if isinstance(self.contenu, Path):
            return self.chemin.is_file() and filecmp.cmp(self.contenu, self.chemin, shallow=False)
        return self.chemin.is_file() and self.chemin.read_bytes() == self.contenu

    def deposer(self, place: Path) -> None:
        """Write it somewhere."""
        if isinstance(self.contenu, Path):
            shutil.copyfile(self.contenu, place)
        else:
            place.write_bytes(self.contenu)


def ecrire(prevus: Sequence[Prevu], fates: dict[Path, Sort]) -> None:
    """Write what is new or replaced, all or nothing, even when the clerk stops the program.

    Raises:
        OSError: nothing was written, or everything was put back.
    """
    todo = [p for p in prevus if fates[p.chemin] in ECRITS]
    made: list[Path] = []
    begun: list[Prevu] = []
    try:
        for prevu in todo:
            _faire_dossiers(prevu.chemin.parent, made)
            prevu.deposer(_cache(prevu.chemin, "neuf"))
        for prevu in todo:
            if fates[prevu.chemin] is not Sort.NOUVEAU:
                shutil.copyfile(prevu.chemin, _cache(prevu.chemin, "ancien"))
            begun.append(prevu)
            _cache(prevu.chemin, "neuf").replace(prevu.chemin)
    except BaseException:
        _defaire(begun, fates)
        _nettoyer(todo)
        for folder in reversed(made):
            with suppress(OSError):  # somebody else put a file there
                folder.rmdir()
        raise
    _nettoyer(todo)


def raison(error: OSError) -> str:
    """Why files could not be written, in the words of a clerk."""
    known = _RAISONS.get(error.errno) if error.errno else None
    return known or (f"erreur {error.errno} du système" if error.errno else "le système ne dit pas pourquoi")


def _faire_dossiers(folder: Path, made: list[Path]) -> None:
    """Make the folders that lack, and note which before they are made: a failure removes them."""
    missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    made += missing[::-1]
    folder.mkdir(parents=True, exist_ok=True)


def _cache(path: Path, sort: str) -> Path:
    """A hidden name beside a file: the engine does not read it."""
    return path.with_name(f".{path.name}.{os.getpid()}.{sort}")


def _defaire(begun: Sequence[Prevu], fates: dict[Path, Sort]) -> None:
    """Put back what was renamed: that of which the hidden copy has gone."""
    for prevu in begun:
        before = _cache(prevu.chemin, "ancien")
        if _cache(prevu.chemin, "neuf").exists():
            continue
        if fates[prevu.chemin] is Sort.NOUVEAU:
            prevu.chemin.unlink(missing_ok=True)
        elif before.is_file():
            before.replace(prevu.chemin)


def _nettoyer(todo: Sequence[Prevu]) -> None:
    for prevu in todo:
        for sort in ("neuf", "ancien"):
            with suppress(OSError):  # its folder may not have been made
                _cache(prevu.chemin, sort).unlink(missing_ok=True)
