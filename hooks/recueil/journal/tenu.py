"""The journal of an authority as the site shows it: the file itself, and what it says of each act."""

from dataclasses import dataclass
from pathlib import Path

from ..collectivite import Collectivite
from .chaine import Chaine, lire_chaine

JOURNAL = "journal.jsonl"
"""The file, in the folder of each authority."""


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal, and where it is kept."""

    collectivite: Collectivite
    chemin: Path
    chaine: Chaine


def lire_journal(path: Path, collectivite: Collectivite) -> Journal | None:
    """The journal of an authority; None when it keeps none."""
    return Journal(collectivite, path, lire(path)) if path.exists() or path.is_symlink() else None


def lire(path: Path) -> Chaine:
    """A journal; one that is a link or a folder has a fault from its first line."""
    if path.is_symlink() or not path.is_file():
        return Chaine((), "le journal n'est pas un vrai fichier")
    return lire_chaine(path.read_bytes())
