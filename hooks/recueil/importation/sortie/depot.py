"""The drop folder: what the clerk laid there, and what a workflow that may write needs to propose the acts.

The part that reads hostile files has no right to write in the repository; it leaves here, as plain files, what the
other part proposes.
"""

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..importer import Importe
from .fichiers import Sort

_GARDES = frozenset({"readme.md", "lisez-moi.md", "lisez-moi.txt"})
"""What explains the folder is not an act."""


def deposes(folder: Path) -> list[Path]:
    """The files of the drop folder, in alphabetical order; hidden ones, links and explanations stay there."""
    if not folder.is_dir():
        return []
    found = (path for path in folder.iterdir() if not path.name.startswith("."))
    return sorted(path for path in found if not path.is_symlink() and path.name.lower() not in _GARDES)


def vider(paths: Iterable[Path], importes: Iterable[Importe]) -> tuple[Path, ...]:
    """Take out of the drop folder the files of which everything was imported; the others stay, to be mended."""
    refused = {one.nom for one in importes if one.refus}
    done = tuple(path for path in paths if not _tient(path, refused))
    for path in done:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    return done


def _tient(path: Path, refused: set[str]) -> bool:
    """Whether something of a file, an archive or a folder was refused; when several are laid, in doubt it stays."""
    members = {member.name for member in path.rglob("*")} if path.is_dir() else {path.name}
    known = {name for name in refused if name in members}
    archive = path.is_file() and path.suffix.lower() in {".zip", ".gz", ".tgz"}
    return bool(known) or (archive and bool(refused))


def deposer(sortie: Path, projet: Path, importes: Iterable[Importe], otes: Iterable[Path], bilan: str) -> None:
    """Leave in a folder the new files, the list of what changes, and the text of the pull request."""
    sortie.mkdir(parents=True, exist_ok=True)
    written = sorted({*_ecrits(importes)})
    for path in written:
        place = sortie / "fichiers" / path.resolve().relative_to(projet.resolve())
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
    changes = {
        "ajoutes": [path.resolve().relative_to(projet.resolve()).as_posix() for path in written],
        "otes": sorted(path.resolve().relative_to(projet.resolve()).as_posix() for path in otes),
    }
    (sortie / "changements.json").write_text(json.dumps(changes, ensure_ascii=False, indent=2) + "\n", "utf-8")
    (sortie / "bilan.md").write_text(bilan, "utf-8")


def _ecrits(importes: Iterable[Importe]) -> Iterator[Path]:
    for one in importes:
        yield from (path for path, sort in one.sorts if sort in {Sort.NOUVEAU, Sort.REMPLACE})
