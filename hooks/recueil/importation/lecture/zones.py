"""Why: stamps cut sentences and annexes bring other people's votes; readers must see the words of the act alone."""

import re
from dataclasses import dataclass
from functools import cached_property

from ..document import Document
from .brouillage import corriger
from .bruit import redresser

_SANS_ACCENT = {
    lettre: base
    for base, lettres in {
        "a": "àâäáãå",
        "c": "ç",
        "e": "éèêë",
        "i": "îïíì",
        "n": "ñ",
        "o": "ôöóòõ",
        "u": "ùûüú",
        "y": "ÿý",
    }.items()
    for lettre in lettres
}
_SIGNES = {"–": "-", "—": "-", "‑": "-", "−": "-", "º": "°", "“": '"', "”": '"', "«": '"', "»": '"'}


def _table() -> dict[int, str]:
    """Each sign to one sign, so that an index means the same place in both texts."""
    low = {code: chr(code).lower() for code in range(0x250) if len(chr(code).lower()) == 1}
    return {code: _SANS_ACCENT.get(low, low) for code, low in low.items()} | {ord(k): v for k, v in _SIGNES.items()}


_TABLE = _table()

_LETTRE_O = re.compile(
    r"(?<=\d)[oO](?![^\W\d_])|(?<![^\W_])[oO](?=\d\s?[/.]\s?\d)|(?<=: )[oO](?=\d{1,2}[ ]*(?:\n|$))", re.MULTILINE
)
"""« 1O », « O6/02/2023 », « : O2 »: what the scanner reads for a zero."""

DECISION = re.compile(r"delibere|decide|^ ?arret|pour (?:extrait|copie)|prend acte|adopte|approuve", re.MULTILINE)
_ANNEXE = re.compile(
    r"^ {0,80}(?:convention|avenant|annexe|statuts|reglement|contrat|bail|protocole|cahier des charges)\b[^\n]{0,150}$",
    re.MULTILINE,
)
_ENTRE = re.compile(r"^ {0,80}entre\b", re.MULTILINE)


LIMITE = 200_000
"""How many signs are read: some sixty pages. What is beyond is an annex, and time stays bounded."""


def plier(texte: str) -> str:
    """The text in small letters without accents, each sign at its place.

    >>> plier("Délibération N° 12")
    'deliberation n° 12'
    """
    return texte.translate(_TABLE)


@dataclass(frozen=True, slots=True)
class Ligne:
    """A line of the act."""

    debut: int
    texte: str
    plat: str


@dataclass(frozen=True, slots=True)
class Bout:
    """A stretch of the text."""

    debut: int
    fin: int


@dataclass(frozen=True)
class Lecture:
    """A document made ready for the readers: no stamps, and nothing after the act."""

    document: Document
    texte: str
    """The words of the act alone; what is hidden is blank, so that indexes are those of the document."""
    plat: str
    """The same in small letters without accents, in which labels are sought."""

    @cached_property
    def lignes(self) -> tuple[Ligne, ...]:
        """The lines that say something."""
        at, found = 0, []
        for line in self.texte.replace("\f", "\n").split("\n"):
            if line.strip():
                found.append(Ligne(at, line, self.plat[at : at + len(line)]))
            at += len(line) + 1
        return tuple(found)


def preparer(document: Document) -> Lecture:
    """The reading of a document whose stamps are gone, up to the first document joined to it."""
    texte = corriger(_LETTRE_O.sub("0", document.texte[:LIMITE]))
    plat = redresser(texte, plier(texte)).replace("\f", "\n")
    end = _fin_acte(texte, plat)
    return Lecture(document, texte[:end], plat[:end])


def _fin_acte(texte: str, plat: str) -> int:
    """Where the act ends: at the title of a convention or of an annex that comes after the decision."""
    decision = DECISION.search(plat)
    if not decision:
        return len(texte)
    for title in _ANNEXE.finditer(plat, decision.end()):
        line = texte[title.start() : title.end()].strip()
        if line.upper() == line and _est_annexe(plat, title.start(), title.end()):
            return title.start()
    return len(texte)


def _est_annexe(plat: str, debut: int, fin: int) -> bool:
    """Whether this line in capitals opens another document."""
    annexe = plat[debut:fin].strip().startswith("annexe")
    return annexe or bool(_ENTRE.search(plat, fin, fin + 1500))
