"""Files written all together or not at all: a register is never left with half an act.

Everything is first written beside its place under a hidden name, then renamed; what fails is undone.
"""

import filecmp
import os
import shutil
from collections.abc import Sequence
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
    """Write what is new or replaced, all or nothing.

    Raises:
        OSError: nothing was written, or everything was put back.
    """
    todo = [p for p in prevus if fates[p.chemin] in ECRITS]
    made: list[Path] = []
    done: list[Prevu] = []
    try:
        for prevu in todo:
            made += _dossiers(prevu.chemin.parent)
            prevu.deposer(_cache(prevu.chemin, "neuf"))
        for prevu in todo:
            if fates[prevu.chemin] is not Sort.NOUVEAU:
                shutil.copyfile(prevu.chemin, _cache(prevu.chemin, "ancien"))
            _cache(prevu.chemin, "neuf").replace(prevu.chemin)
            done.append(prevu)
    except OSError:
        _defaire(done, fates)
        _nettoyer(todo)
        for folder in reversed(made):
            folder.rmdir()
        raise
    _nettoyer(todo)


def _dossiers(folder: Path) -> list[Path]:
    """Make the folders that lack, and tell which: a failure removes them."""
    missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _cache(path: Path, sort: str) -> Path:
    """A hidden name beside a file: the engine does not read it."""
    return path.with_name(f".{path.name}.{os.getpid()}.{sort}")


def _defaire(done: Sequence[Prevu], fates: dict[Path, Sort]) -> None:
    for prevu in done:
        before = _cache(prevu.chemin, "ancien")
        if fates[prevu.chemin] is Sort.NOUVEAU:
            prevu.chemin.unlink(missing_ok=True)
        elif before.is_file():
            before.replace(prevu.chemin)


def _nettoyer(todo: Sequence[Prevu]) -> None:
    for prevu in todo:
        for sort in ("neuf", "ancien"):
            _cache(prevu.chemin, sort).unlink(missing_ok=True)
