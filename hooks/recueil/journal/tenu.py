"""The journal of an authority as the site shows it: the file itself, and what it says of each act."""

from dataclasses import dataclass
from pathlib import Path

from ..collectivite import Collectivite
from .chaine import Chaine
from .controle import lire


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal, and where it is kept."""

    collectivite: Collectivite
    chemin: Path
    chaine: Chaine


def lire_journal(path: Path, collectivite: Collectivite) -> Journal | None:
    """The journal of an authority; None when it keeps none."""
    return Journal(collectivite, path, lire(path)) if path.exists() or path.is_symlink() else None
