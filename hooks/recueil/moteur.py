"""What makes the pages, by its fingerprint: what one version kept is nothing to another."""

import platform
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from .empreinte import empreinte, sceau


def signature(dossiers: Iterable[Path] = ()) -> str:
    """The fingerprint of this engine, of what it rests on, and of other folders.

    Args:
        dossiers: those of the hooks and of the templates, for what depends on them too.
    """
    return sceau("\n".join([_moteur(), *(line for folder in dossiers for line in _fichiers(folder))]).encode())


@cache
def _moteur() -> str:
    """This package does not change while it runs."""
    installed = sorted(f"{one.name} {one.version}" for one in distributions())
    return "\n".join([platform.python_version(), *installed, *_fichiers(Path(__file__).parent)])


def _fichiers(folder: Path) -> Iterator[str]:
    kept = sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return (f"{path.relative_to(folder).as_posix()} {empreinte(path).sha256}" for path in kept)
