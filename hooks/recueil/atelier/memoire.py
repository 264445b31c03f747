"""What the last build made: read to spare its work, never believed of a file that was touched since."""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..reserve import Reserve
from .retouche import Retouche, dit

_FORME = "recueil-memoire-2"


@dataclass(frozen=True, slots=True)
class Fait:
    """A file of the site, as it was made."""

    adresse: str
    sha256: str
    cle: str = ""
    """The key of what it shows; empty when it is made again each time."""
    cadre: str = ""
    """Which header and footer it bears."""
    trace: str = ""
    """What the system says of it (``retouche.dit``)."""
    neuf: bool = False
    """Whether the site of the last build does not have it yet."""
    retouche: Retouche | None = None
    """What makes it of the one that the site has."""


@dataclass(frozen=True, slots=True)
class Memoire:
    """The files of the last build, and the headers and footers that they bear."""

    faits: Mapping[str, Fait] = field(default_factory=dict)
    cadres: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def lire(path: Path) -> Memoire:
    """What was noted; nothing when there is no note, when it is of another form or damaged."""
    noted = Reserve(path.parent).lire(path.name, _FORME)
    if noted is None:
        return Memoire()
    frames, made = json.loads(noted)
    return Memoire({line[0]: Fait(*line) for line in made}, {key: tuple(pair) for key, pair in frames.items()})


def noter(path: Path, site: Path, faits: Iterable[Fait], cadres: Mapping[str, tuple[str, str]]) -> None:
    """Note what was made, for the next build.

    Args:
        path: where.
        site: the site, where everything is in its place.
        faits: its files.
        cadres: the headers and footers that they bear.
    """
    made = [(f.adresse, f.sha256, f.cle, f.cadre, trace(f"{site}/{f.adresse}")) for f in faits]
    Reserve(path.parent).garder(path.name, _FORME, json.dumps([dict(cadres), made]).encode())


def trace(path: str) -> str:
    """What the system says of a file; nothing when it is not there, or when too little is said to tell a change."""
    if os.name == "nt":
        return ""
    try:
        return dit(os.stat(path))  # noqa: PTH116 (forty thousand times in a build: an object for each takes longer)
    except OSError:
        return ""
