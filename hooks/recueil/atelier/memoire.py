"""What the last build made: read to spare its work, never believed without the file that it speaks of."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

VERSION = 1


@dataclass(frozen=True, slots=True)
class Fait:
    """A file of the site, as it was made."""

    adresse: str
    sha256: str
    cle: str = ""
    """The key of what it shows; empty when it is made again each time."""
    cadre: str = ""
    """Which header and footer it bears."""
    neuf: bool = False
    """Whether the site of the last build does not have it yet."""


@dataclass(frozen=True, slots=True)
class Memoire:
    """The files of the last build that have a key, and the headers and footers that they bear."""

    faits: Mapping[str, Fait] = field(default_factory=dict)
    cadres: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def lire(path: Path) -> Memoire:
    """What was noted; nothing when there is no note, when it is of another version or damaged."""
    try:
        noted: dict[str, Any] = json.loads(path.read_bytes())
        if noted["version"] != VERSION:
            return Memoire()
        made = (Fait(str(name), str(seal), str(key), str(frame)) for name, seal, key, frame in noted["faits"])
        frames = {str(key): (str(header), str(footer)) for key, (header, footer) in noted["cadres"].items()}
        return Memoire({one.adresse: one for one in made}, frames)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Memoire()


def noter(path: Path, faits: Iterable[Fait], cadres: Mapping[str, tuple[str, str]]) -> None:
    """Note what was made, for the next build; a note that is cut short is no note."""
    noted = {
        "version": VERSION,
        "cadres": dict(cadres),
        "faits": [(f.adresse, f.sha256, f.cle, f.cadre) for f in faits if f.cle],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".nouveau")
    beside.write_text(json.dumps(noted, ensure_ascii=False), encoding="utf-8")
    beside.replace(path)
