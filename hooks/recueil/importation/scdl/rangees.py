"""From the text of a table to its rows: a row that is badly quoted or cut is known as such and spoils no other."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

_LIGNES_MAX = 100
"""Lines that one row may take: a quotation mark that is not closed does not swallow the file."""


@dataclass(frozen=True, slots=True)
class Brute:
    """A row as it stands in the file."""

    ligne: int
    """Its first line in the file, from 1."""
    rang: int
    """Its row in a spreadsheet, from 1."""
    cellules: tuple[str, ...]
    illisible: bool = False
    """Whether its quotation marks cannot be made out; it has then no cells."""


def rangees(texte: str, separateur: str, largeur: int = 0) -> Iterator[Brute]:
    """The rows of a table.

    Args:
        texte: the whole file, each line ended by one sign.
        separateur: what stands between two cells.
        largeur: how many cells a row has; a row of several lines is believed only if it has as many.
    """
    lines = [f"{line}\n" for line in texte.removesuffix("\n").split("\n")]
    at, rank = 0, 0
    while at < len(lines):
        cells, taken = _rangee(lines, at, separateur)
        if taken > 1 and largeur and not _entiere(cells, lines[at + 1 : at + taken], separateur, largeur):
            cells, taken = None, 1
        rank += 1
        yield Brute(at + 1, rank, tuple(cells or ()), illisible=cells is None)
        at += taken


def _rangee(lines: Sequence[str], at: int, separateur: str) -> tuple[list[str] | None, int]:
    """The cells of the row that begins on a line, and how many lines it takes."""
    reader = csv.reader(islice(lines, at, at + _LIGNES_MAX), delimiter=separateur, strict=True)
    try:
        return next(reader), reader.line_num
    except csv.Error:
        return None, 1


def _entiere(cells: Sequence[str] | None, others: Sequence[str], separateur: str, largeur: int) -> bool:
    """Whether a row of several lines is one: a quotation mark left open until that of another row holds whole rows."""
    alone = csv.reader(others, delimiter=separateur, quoting=csv.QUOTE_NONE)
    return len(cells or ()) == largeur and all(len(line) != largeur for line in alone)
