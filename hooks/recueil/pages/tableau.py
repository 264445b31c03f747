"""A count as a table that a screen reader reads, with a bar beside each number for the eye."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..ecriture import nombre, pourcentage


@dataclass(frozen=True, slots=True)
class Barre:
    """A line of a table, and the bar that shows it."""

    libelle: str
    nombre: str
    part: str
    largeur: float
    """On a drawing that is 100 wide: its share of the whole."""


@dataclass(frozen=True, slots=True)
class Tableau:
    """A count."""

    titre: str
    colonne: str
    """What its lines are."""
    unite: str
    """What is counted."""
    barres: tuple[Barre, ...]
    seul: str
    """What is said instead, when there are no two numbers to compare."""


def tableau(titre: str, colonnes: tuple[str, str], lignes: Iterable[tuple[str, int]]) -> Tableau:
    """A count, with the share of each line in the whole.

    Args:
        titre: what is counted.
        colonnes: what its lines are, and in what one counts.
        lignes: the lines, in the order in which they are read.
    """
    counts = tuple(lignes)
    total = sum(n for _, n in counts)
    bars = tuple(
        Barre(name, nombre(n), pourcentage(n, total), round(100 * n / total, 2) if total else 0.0) for name, n in counts
    )
    return Tableau(titre, *colonnes, bars, _seul(colonnes[0], [pair for pair in counts if pair[1]]))


def _seul(colonne: str, lignes: list[tuple[str, int]]) -> str:
    """« Thème, dans tous les cas : subventions. », or nothing when a table is worth drawing."""
    if len(lignes) != 1:
        return ""
    name, number = lignes[0]
    every = ", dans tous les cas" if number > 1 else ""
    return f"{colonne}{every} : {name[0].lower()}{name[1:]}."
