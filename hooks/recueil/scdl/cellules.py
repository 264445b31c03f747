"""What a value becomes in a table: RFC 4180 in UTF-8, and never a cell that a spreadsheet would run."""

import csv
from collections.abc import Iterable
from datetime import date
from io import StringIO
from typing import TypeAlias

from ..tableur import neutraliser

Valeur: TypeAlias = str | int | date | bool | None
"""What a column gives; ``None`` is an empty cell."""


def cellule(valeur: Valeur) -> str:
    """A value as its cell holds it: dates in ISO 8601, yes and no in French."""
    if valeur is None:
        return ""
    if isinstance(valeur, bool):
        return "oui" if valeur else "non"
    if isinstance(valeur, date):
        return valeur.isoformat()
    return neutraliser(valeur) if isinstance(valeur, str) else str(valeur)


def ligne(valeurs: Iterable[Valeur]) -> bytes:
    """One line of a table, with its end."""
    out = StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow([cellule(valeur) for valeur in valeurs])
    return out.getvalue().encode()
