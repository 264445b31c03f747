"""From lines to blocks: paragraphs cut by lines and pages are joined, points of lists and titles are known.

In doubt a line stays a line: the words are the same, and nobody reads a sentence that was not written.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from .retraits import Ligne, Retrait
from .sobre import sans_puce

_LARGEUR_MAX = 150
"""Beyond, lines are paragraphs and were not cut by a page."""

_DEBUTS = re.compile(
    r"(?:vu|visas?|considérant|attendu|sur (?:la )?proposition|sur (?:le )?rapport|après en avoir|article|art\."
    r"|entre|et|décide|arrête|délibère|d[’']une part|d[’']autre part)\b"
    r"|\d{1,2}[.)°]\s|[a-h]\)\s|\||\*\*|#{1,6} |\$\$|>\s",
    re.IGNORECASE,
)
"""What opens a line of its own, in capitals or not."""

_VISA = re.compile(r"(?:vu|considérant|attendu)\b", re.IGNORECASE)
_FINI = re.compile(r"[.;:!?»][*)\s]*$")
_COUPE = re.compile(r"(?P<mot>[^\W\d_]{2,})-$")
_MOT_MAX = 60
_SUITE = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(
    r"(?:ARTICLE|Article|Art\.|ART\.)\s*(?:n°\s*)?(?P<numero>\d{1,3}|[IVX]{1,5}|premier|unique|PREMIER|UNIQUE)"
    r"\s*(?:\^\{?(?:er|ER)\}?\^?|er\b|ER\b|ᵉʳ)?(?P<fin>\s*(?:[.:–—-]+(?=\s|$)|$))(?P<suite>.*)"
)
_PARTIE = re.compile(
    r"(?:TITRE|CHAPITRE|SECTION|Titre|Chapitre|Section)\s+(?:[IVX]{1,5}|\d{1,2}|premier|PREMIER)\b.{0,80}"
)
_SOUS = re.compile(r"(?P<article>\d{1,2})[-.]\d{1,2}(?:[-.)]|\b)\s+\S.{2,88}(?<![.;,:])")


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

    def __init__(self, lignes: Sequence[Ligne], titres: Iterable[str] = ()) -> None:
        self.lignes = [line for line in lignes if not line.vide]
        self.titres = _titres(self.lignes, frozenset(map(cle_titre, titres)))
        self.avant = _intervalles(lignes)
        lengths = sorted(len(line.texte.strip()) for line in self.lignes)
        wide = lengths[len(lengths) * 9 // 10] if lengths else 0
        self.largeur = wide if 40 <= wide <= _LARGEUR_MAX and lengths[-1] <= 2 * _LARGEUR_MAX else 0
        """How wide the page is when it cut the lines, 0 when lines are paragraphs."""
        self.mots = {word.lower() for line in self.lignes for word in _SUITE.findall(line.texte)}
        self.retraits: list[Retrait] = []

    def blocs(self) -> list[Bloc]:
        """The blocks in their order."""
        found: list[Bloc] = []
        article = ""
        for group in self._groupes():
            for block in _qualifier(group, article):
                article = _numero(block) or article
                found.append(block)
        return found

    def _groupes(self) -> Iterator[str]:
        """The text of each block, its lines joined or parted."""
        text = ""
        before: Ligne | None = None
        for line in self.lignes:
            join = self._lien(before, line) if before else "\n\n"
            if join == "\n\n":
                yield from [text] if text else []
                text = _propre(line)
            else:
                text = self._joindre(text, line, join)
            before = line
        yield from [text] if text else []

    def _lien(self, before: Ligne, line: Ligne) -> str:
        """What parts two lines: a blank, a line end, or a paragraph."""
        last, first = before.texte.strip(), line.texte.strip()
        apart = line.place in self.avant
        if (rank := self.titres.get(line.place)) is not None or before.place in self.titres:
            return " " if rank else "\n\n"
        if _brut(last) or _brut(first):
            return "\n" if _brut(last) and _brut(first) and not apart else "\n\n"
        if _titre(last) or _titre(first) or sans_puce(first)[0]:
            return "\n\n"
        if self._continue(last, first, apart=apart):
            return " "
        if apart or sans_puce(last)[0] or (self.largeur and _FINI.search(last) and not _VISA.match(first)):
            return "\n\n"
        return "\n"

    def _continue(self, last: str, first: str, *, apart: bool) -> bool:
        """Whether a line goes on with the sentence of the one before."""
        if _DEBUTS.match(first) and not first[:1].islower():
            return False
        full = len(last) >= (self.largeur * 4 // 5 if self.largeur else 40)
        if first[:1].islower():
            return not re.search(r"[.;:!?]$", last) and (full or not apart) and not re.match(r"[a-h]\)", first)
        return full and self._deborde(last, first) and not apart and not _FINI.search(last)

    def _deborde(self, last: str, first: str) -> bool:
        """Whether the first word of a line had no room at the end of the one before."""
        return bool(self.largeur) and len(last) + len(first.partition(" ")[0]) >= self.largeur * 95 // 100

    def _joindre(self, text: str, line: Ligne, join: str) -> str:
        """The text with one more line; a word that a hyphen cut is whole again when the document writes it so."""
        words = _propre(line)
        cut, rest = _COUPE.search(text[-_MOT_MAX:]), _SUITE.match(words)
        if join != " " or not cut or not rest:
            return f"{text}{join}{words}"
        whole = cut["mot"].lower() + rest[0].lower()
        if rest[0][:1].islower() and (whole in self.mots or whole in _MOIS):
            self.retraits.append(Retrait(*line.place, f"{cut[0]} {rest[0]}", "trait d'union de fin de ligne"))
            return text[:-1] + words
        return text + words


_MOIS = frozenset({"janvier", "février", "avril", "juillet", "août", "septembre", "octobre", "novembre", "décembre"})
"""Words that a line may cut, which every document may write."""


_TITRE_MAX = 8
"""A title that takes more lines than this is not looked for."""


def cle_titre(text: str) -> str:
    """What two tellings of a title have in common."""
    return "".join(text.split()).replace("’", "'").lower()


def _titres(lignes: Sequence[Ligne], wanted: frozenset[str]) -> dict[tuple[int, int], int]:
    """The lines that make a known title, each with its rank in it."""
    found: dict[tuple[int, int], int] = {}
    keys = [cle_titre(line.texte) for line in lignes] if wanted else []
    for at in range(len(keys)):
        said = ""
        for end in range(at, min(at + _TITRE_MAX, len(keys))):
            said += keys[end]
            if not any(title.startswith(said) for title in wanted):
                break
            if said in wanted:
                found |= {line.place: rank for rank, line in enumerate(lignes[at : end + 1])}
    return found


def _intervalles(lignes: Sequence[Ligne]) -> frozenset[tuple[int, int]]:
    """The lines before which stands a blank line, or the end of a page."""
    said = None
    found = set()
    for before, line in pairwise(lignes):
        said = before if not before.vide else said
        if not line.vide and (before.vide or (said and said.page != line.page)):
            found.add(line.place)
    return frozenset(found)


def _propre(line: Ligne) -> str:
    return re.sub(r"[ \t]+", " ", line.texte.strip())


def _brut(text: str) -> bool:
    return text.startswith(("|", "$$"))


def _titre(text: str) -> bool:
    return bool(_ARTICLE.fullmatch(text) or _PARTIE.fullmatch(text))


def _numero(block: Bloc) -> str:
    found = _ARTICLE.match(block.texte) if block.genre is Genre.ARTICLE else None
    return found["numero"] if found else ""


def _qualifier(text: str, article: str) -> Iterable[Bloc]:
    """What a block is; the sentence that an article begins with stands under its title."""
    listed, words = sans_puce(text)
    if listed:
        return (Bloc(Genre.PUCE, words),)
    if _brut(text):
        return (Bloc(Genre.BRUT, text),)
    if "\n" in text:
        return (Bloc(Genre.PARAGRAPHE, text),)
    if found := _ARTICLE.fullmatch(text):
        return _article(text, found["suite"].strip())
    if _PARTIE.fullmatch(text) and not text.endswith((".", ";", ",")):
        return (Bloc(Genre.ARTICLE, text),)
    below = _SOUS.fullmatch(text)
    return (Bloc(Genre.SOUS_TITRE if below and below["article"] == article else Genre.PARAGRAPHE, text),)


def _article(text: str, said: str) -> Iterable[Bloc]:
    if not said or (len(said) <= 80 and not said.endswith((".", ";", ","))):
        return (Bloc(Genre.ARTICLE, text),)
    return (Bloc(Genre.ARTICLE, text[: -len(said)].strip()), Bloc(Genre.PARAGRAPHE, said))
