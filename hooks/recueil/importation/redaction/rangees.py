"""The rows of tables, which a PDF gives as lines of words: they are no sentences, and a person must make the table.

A row has columns parted by wide gaps, several amounts at its end, or a cross for an answer; one alone proves nothing.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from ..document import Document
from .retraits import Ligne, lire_lignes

_COLONNES = re.compile(r"\S(?: {3,}|\t+)\S.*\S(?: {3,}|\t+)\S")
_MONTANT = r"(?:-?\d[\d .]{0,14}(?:,\d{1,4})?[ ]?(?:€|%|h|euros?)|\d[\d ]{0,14},\d{2}|-)"
_MONTANTS = re.compile(rf"(?:^|\s){_MONTANT}\s+{_MONTANT}$")
_CROIX = re.compile(r"(?:^|\s)[Xx☒✓✔](?:\s|$)")
_PHRASE = re.compile(r"[.;:]$")
_LONGUE = 120
_RANGEES_MIN = 3
"""Two lines may end alike by chance; three are a table."""


def rangees(lignes: Sequence[Ligne]) -> frozenset[tuple[int, int]]:
    """The places of the lines that are rows of tables."""
    said = [line for line in lignes if not line.vide]
    found: set[tuple[int, int]] = set()
    for form, group in groupby(said, key=_forme):
        rows = [line.place for line in group]
        if form and len(rows) >= _RANGEES_MIN:
            found |= set(rows)
    return frozenset(found)


def pages_de_tableaux(document: Document) -> tuple[int, ...]:
    """The pages that hold a table read line by line."""
    return tuple(sorted({page for page, _ in rangees(lire_lignes(document))}))


def _forme(line: Ligne) -> str:
    """By what a line looks like a row, or nothing; the lines of a table that is already one are left alone."""
    text = line.texte.strip()
    if text.startswith("|") or len(text) > _LONGUE or _PHRASE.search(text):
        return ""
    forms = (("colonnes", _COLONNES), ("montants", _MONTANTS), ("croix", _CROIX))
    return next((name for name, form in forms if form.search(text)), "")
