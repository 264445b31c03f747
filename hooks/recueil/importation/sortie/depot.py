"""The drop folder: what the clerk laid there, and what a workflow that may write needs to propose the acts.

The part that reads hostile files has no right to write in the repository; it leaves here, as plain files, what the
other part proposes.
"""

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..importer import Importe
from .collectivites import collectivites
from .fichiers import ECRITS

_GARDES = frozenset({"readme.md", "lisez-moi.md", "lisez-moi.txt"})
"""What explains the folder is not an act."""

_SEANCE = re.compile(r"\d{4}/\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Envoi:
    """Files that were laid together, and the folder of the register that theirs is named after."""

    fichiers: tuple[Path, ...]
    vers: Path | None = None


def envois(folder: Path, acts: Path) -> list[Envoi]:
    """What was laid in the drop folder, in alphabetical order; hidden files, links and explanations stay there.

    A folder named as that of an authority says whose its files are; in it, « 2026/2026-05-21 » says of which session.
    """
    laid = _contenu(folder)
    known = {authority.name: authority for _, authority in collectivites(acts)}
    loose = tuple(path for path in laid if not (path.is_dir() and path.name in known))
    found = [Envoi(loose)] if loose else []
    for path in laid:
        if path not in loose:
            found += _de(path, known[path.name])
    return found


def _de(folder: Path, authority: Path) -> Iterator[Envoi]:
    """What was laid for one authority, one folder after the other."""
    held: dict[Path, list[Path]] = {}
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and not path.is_symlink() and not any(_garde(part) for part in inside.parts):
            held.setdefault(inside.parent, []).append(path)
    for inside, files in held.items():
        yield Envoi(tuple(files), authority / inside if _SEANCE.fullmatch(inside.as_posix()) else authority)


def _contenu(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if not path.is_symlink() and not _garde(path.name))


def _garde(name: str) -> bool:
    return name.startswith(".") or name.lower() in _GARDES


def a_oter(paths: Iterable[Path], importes: Iterable[Importe]) -> tuple[Path, ...]:
    """The files of the drop folder of which everything was imported; the others stay, to be mended."""
    kept = {path for one in importes for path in (one.origines if one.refus else one.laisses)}
    return tuple(file for path in paths if path not in kept for file in _fichiers(path) if file not in kept)


def _fichiers(path: Path) -> Iterator[Path]:
    """A file, or those of a folder that are read: neither hidden nor a link."""
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if file.is_file() and not file.is_symlink() and not hidden:
            yield file


def vider(paths: Iterable[Path], otes: Iterable[Path]) -> None:
    """Take files out of the drop folder, and the folders among those laid that are then empty."""
    for path in otes:
        path.unlink()
    for path in paths:
        inside = (folder for folder in path.rglob("*") if folder.is_dir() and not folder.is_symlink())
        for folder in sorted((path, *inside), reverse=True) if path.is_dir() else ():
            if not any(folder.iterdir()):
                folder.rmdir()


def deposer(sortie: Path, projet: Path, importes: Iterable[Importe], otes: Iterable[Path], bilan: str) -> None:
    """Leave in a folder the new files, the list of what changes, and the text of the pull request."""
    sortie.mkdir(parents=True, exist_ok=True)
    acts = [*importes]
    written = sorted({*_ecrits(acts)})
    for path in written:
        place = sortie / "fichiers" / path.resolve().relative_to(projet.resolve())
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
    changes = {
        "ajoutes": [path.resolve().relative_to(projet.resolve()).as_posix() for path in written],
        "otes": sorted(path.resolve().relative_to(projet.resolve()).as_posix() for path in otes),
        "refuses": sum(bool(one.refus) for one in acts),
    }
    (sortie / "changements.json").write_text(json.dumps(changes, ensure_ascii=False, indent=2) + "\n", "utf-8")
    (sortie / "bilan.md").write_text(bilan, "utf-8")


def _ecrits(importes: Iterable[Importe]) -> Iterator[Path]:
    for one in importes:
        yield from (path for path, sort in one.sorts if sort in ECRITS)
