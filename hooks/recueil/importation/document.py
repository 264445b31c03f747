"""A document as it is read: its pages of text, and where each thing that is found stands in them."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

_BLANCS = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "’": "'", "‘": "'", "\r": "", "\u00ad": "", "\ufffe": ""}
)
_ESPACEES = re.compile(r"(?<![^\s(«])(?:[^\W\d_] ){3,}[^\W\d_](?![^\s),.:;»])")
"""« C O N V O C A T I O N »: a word whose letters stand apart."""

_COUPE = re.compile(r"(?<=[a-zà-ÿ])-[ ]*\n[ ]*(?P<suite>[a-zà-ÿ]+)")
"""« novem-», then « bre » on the next line."""

_CESURE = re.compile(r"[\u00ad\ufffe](?=[ ]*\n)")
"""The hyphen that a PDF breaks a word with, at the end of a line; elsewhere it is no sign."""

_COLONNE = 160
_GRAND_BLANC = re.compile(rf" {{{_COLONNE},}}")
"""More blanks than the widest page has columns: they say no more, and cost much to read."""

_MARQUES = re.compile(r"^[ ]{0,3}(?:#{1,6} |> )|\*\*|\|", re.MULTILINE)
"""What Markdown adds to the words."""


@dataclass(frozen=True, slots=True)
class Preuve:
    """Where a value was read: page and line start at 1, and the words themselves."""

    page: int
    ligne: int
    mots: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text in pages, made plain for reading: one string in which each line keeps its number.

    What is published is never this text, but that of ``pages``.
    """

    nom: str
    pages: tuple[str, ...]
    """The pages as they came, for what is published."""
    texte: str
    """The same for reading: straight quotes, plain blanks, joined words; pages parted by a form feed."""
    debuts: tuple[int, ...]
    """Where each page starts in ``texte``."""

    def preuve(self, debut: int, fin: int) -> Preuve:
        """The proof of what stands between two indexes of ``texte``."""
        page = bisect_right(self.debuts, debut)
        line = self.texte.count("\n", self.debuts[page - 1], debut) + 1
        return Preuve(page, line, " ".join(self.texte[debut:fin].split()))


def document(nom: str, pages: Iterable[str]) -> Document:
    """A document from its pages."""
    kept = tuple(pages)
    plain = [_lisible(page) for page in kept]
    starts, at = [], 0
    for page in plain:
        starts.append(at)
        at += len(page) + 1
    return Document(nom, kept, "\f".join(plain), tuple(starts or [0]))


def _lisible(page: str) -> str:
    """The page with its words whole and its lines where they were."""
    plain = _CESURE.sub("-", unicodedata.normalize("NFC", page)).translate(_BLANCS).replace("\f", "\n")
    plain = _GRAND_BLANC.sub(" " * _COLONNE, plain)
    plain = _MARQUES.sub(lambda m: " " if m[0] == "|" else "", plain)
    plain = _ESPACEES.sub(lambda m: m[0].replace(" ", ""), plain)
    return _COUPE.sub(lambda m: f"{m['suite']}\n", plain)
