"""From lines to blocks: paragraphs cut by lines and pages are joined, points of lists and titles are known."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from . import formes
from .liens import PARAGRAPHE, SUITE, Mise
from .retraits import Ligne, Retrait
from .sobre import sans_puce

_COUPE = re.compile(r"(?P<mot>[^\W\d_]{2,})-$")
_RENVOI = re.compile(r"\d-$")
"""« R. 1336- », whose number goes on in the next line."""

_MOT_MAX = 60
_SUITE = re.compile(r"[^\W\d_]+")
_PREMIER = re.compile(r"(?<![\d,.])\b(1)\s(?=(?:er|ère|re)\b)")
"""« 1 er »: a PDF parts a raised ending from its number."""

_SOUS = re.compile(r"(?P<article>\d{1,2})[-.]\d{1,2}(?:[-.)]|\b)\s+\S.{2,88}(?<![.;,:])")
_MOIS = frozenset({"janvier", "février", "avril", "juillet", "août", "septembre", "octobre", "novembre", "décembre"})
"""Words that a line may cut, which every document may write."""


class Genre(Enum):
    """What a block is."""

    PARAGRAPHE = auto()
    PUCE = auto()
    ARTICLE = auto()
    SOUS_TITRE = auto()
    BRUT = auto()
    """A table or a formula, whose lines are its own."""


@dataclass(frozen=True, slots=True)
class Bloc:
    """A block of the text; the lines of a paragraph are parted by line ends."""

    genre: Genre
    texte: str


class Assembleur:
    """Joins lines into blocks, and tells the hyphens that a cut had put in."""

    def __init__(self, lignes: Sequence[Ligne], titres: Iterable[str] = (), *, resserre: bool = True) -> None:
        self.lignes = [line for line in lignes if not line.vide]
        self.mise = Mise(lignes, titres)
        self.mots = {word.lower() for line in self.lignes for word in _SUITE.findall(line.texte)}
        self.resserre = resserre
        """Whether the blanks that a PDF puts inside « 1er » and « R. 1336-11 » may go: a text is as it was typed."""
        self.retraits: list[Retrait] = []

    def blocs(self) -> list[Bloc]:
        """The blocks in their order."""
        found: list[Bloc] = []
        article = ""
        for group in self._groupes():
            block = _qualifier(_PREMIER.sub(r"\1", group) if self.resserre else group, article)
            article = formes.article(block.texte) or article
            found.append(block)
        return found

    def _groupes(self) -> Iterator[str]:
        """The text of each block, its lines joined or parted."""
        text = ""
        before: Ligne | None = None
        for line in self.lignes:
            join = self.mise.lien(before, line) if before else PARAGRAPHE
            if join == PARAGRAPHE:
                yield from [text] if text else []
                text = _propre(line)
            else:
                text = self._joindre(text, line, join)
            before = line
        yield from [text] if text else []

    def _joindre(self, text: str, line: Ligne, join: str) -> str:
        """The text with one more line; a word that a hyphen cut is whole again when the document writes it so."""
        words = _propre(line)
        cut, rest = _COUPE.search(text[-_MOT_MAX:]), _SUITE.match(words)
        if join == SUITE and self.resserre and _RENVOI.search(text[-2:]) and words[:1].isdigit():
            return text + words
        if join != SUITE or not cut or not rest:
            return f"{text}{join}{words}"
        whole = cut["mot"].lower() + rest[0].lower()
        if rest[0][:1].islower() and (whole in self.mots or whole in _MOIS):
            self.retraits.append(Retrait(*line.place, f"{cut[0]} {rest[0]}", "trait d'union de fin de ligne"))
            return text[:-1] + words
        return text + words


def _propre(line: Ligne) -> str:
    return re.sub(r"[ \t]+", " ", line.texte.strip())


def _qualifier(text: str, article: str) -> Bloc:
    """What a block is; an article that is a sentence is a paragraph, and its words stay together."""
    listed, words = sans_puce(text)
    if listed:
        return Bloc(Genre.PUCE, words)
    if formes.brut(text):
        return Bloc(Genre.BRUT, text)
    if "\n" in text:
        return Bloc(Genre.PARAGRAPHE, text)
    if formes.intitule(text) or (formes.partie(text) and not text.endswith((".", ";", ","))):
        return Bloc(Genre.ARTICLE, text)
    below = _SOUS.fullmatch(text)
    return Bloc(Genre.SOUS_TITRE if below and below["article"] == article else Genre.PARAGRAPHE, text)
