"""Puts what was made where the site is, at the very end: until then, and if anything fails, yesterday's site stands."""

import os
import shutil
from collections.abc import Collection
from pathlib import Path


def chantier(site: Path) -> Path:
    """The folder, beside the site, of what is being built."""
    return site.with_name(f".{site.name}.chantier")


def memoire(site: Path) -> Path:
    """The file, beside the site, in which a build leaves a note for the next one."""
    return site.with_name(f".{site.name}.memoire.json")


def livrer(neuf: Path, site: Path, attendus: Collection[str]) -> None:
    """Bring what is new or changed into the site, and take out of it all that is not expected there.

    Args:
        neuf: the folder of what was made; it is gone in the end.
        site: the site of the last build, if there was one; its hidden files are left alone, as the host does.
        attendus: the addresses of all the files of the site.
    """
    if not site.exists() or not any(site.iterdir()):
        shutil.rmtree(site, ignore_errors=True)
        neuf.replace(site)
        return
    for path in (p for p in neuf.rglob("*") if p.is_file()):
        _deplacer(path, site / path.relative_to(neuf))
    shutil.rmtree(neuf)
    _purger(site, frozenset(attendus))


def _deplacer(path: Path, place: Path) -> None:
    """Replace a file at once: who reads it sees the one or the other, whole."""
    if place.is_dir():
        shutil.rmtree(place)
    for parent in [*place.parents]:
        if parent.is_file():
            parent.unlink()
    place.parent.mkdir(parents=True, exist_ok=True)
    path.replace(place)


def _purger(site: Path, attendus: frozenset[str]) -> None:
    for base, folders, names in os.walk(site, topdown=False):
        inside = os.path.relpath(base, site)
        here = "" if inside == "." else f"{inside.replace(os.sep, '/')}/"
        if here.startswith("."):
            continue
        for name in names:
            if f"{here}{name}" not in attendus and not (here == "" and name.startswith(".")):
                (Path(base) / name).unlink()
        for name in folders:
            _retirer_si_vide(Path(base) / name)


def _retirer_si_vide(folder: Path) -> None:
    if not any(folder.iterdir()):
        folder.rmdir()
