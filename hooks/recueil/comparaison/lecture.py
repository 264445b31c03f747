"""A text as the words that it says, under its headings: what is compared, and what is only layout."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from .. import signes
from ..adresses import slug

_PUCE = r"[-–—•▪◦‣·](?=\s|\Z)"
_LECTURE = re.compile(
    r"(?P<formule>\$\$[^$]+\$\$|\\\((?:(?!\\\()[\s\S])*?\\\))"
    rf"|^[ \t:|]*+[-_][-_:| \t]*+$|^(?:[ \t]*+(?:{signes.CITATION}|{_PUCE}))+"
    rf"|{signes.EMPHASE_DEBUT}|{signes.EMPHASE_FIN}|[|^]|\\(?=[^\w\s])"
    r"|(?P<blanc>_+|\.{3,}|…+)|(?P<mot>\d+(?:[.,/-]\d+)*|[^\W\d_]+|\S)",
    re.MULTILINE,
)
"""What is said (a formula, a blank to fill in, a word or a sign); what has no name is layout."""

BLANC = "_"
"""What a blank to fill in is compared by, whatever its length."""

_VARIANTES = str.maketrans(
    dict.fromkeys("«»“”„", '"') | dict.fromkeys("’‘ʼ`´", "'") | dict.fromkeys("\u2010\u2011–—−", "-")
)
_TITRE = re.compile(rf"^{signes.TITRE}(?P<titre>[^\n]*)$", re.MULTILINE)
_ARTICLE = re.compile(
    r"^[ \t]*+(?P<titre>(?:\*\*)?article[ \t\u00a0]+(?:\d+(?:\^?er\b\^?)?|premier\b|unique\b|[ivx]+\b)"
    r"(?:[^\n]{0,100}$)?)",
    re.MULTILINE | re.IGNORECASE,
)
"""In a text without headings, a line that begins as an article; when it is long, it holds the article itself."""

_CLOTURE = re.compile(r"^(?:\*\*)?(?:Fait|FAIT) (?:[àÀaA]|en|EN|le|LE)\b", re.MULTILINE)
_REPERE = re.compile(
    r"(?P<numero>(?:article-)?(?:\d+(?:-\d+)*|[ivx]+(?=-|$)))(?:er)?(?P<suite>(?:-(?:bis|ter|quater))?)(?:-|$)"
)


class Mot(NamedTuple):
    """A word or a sign as typed, and what it is compared by."""

    dit: str
    cle: str
    avant: str
    """The blank to show before it; a cell of a table keeps its side, so that two figures do not become one."""
    debut: bool
    """Whether it is the first of its line."""


@dataclass(frozen=True)
class Section:
    """A part of a text: its name, the words of its heading if it has one, the words under it."""

    titre: str
    intitule: tuple[Mot, ...]
    mots: tuple[Mot, ...]

    @cached_property
    def entier(self) -> str:
        """Its name, whatever the capitals and accents."""
        return slug(self.titre).replace("article-premier", "article-1") or self.titre

    @cached_property
    def numero(self) -> str:
        """``article-3``, ``3-1``, or nothing."""
        match = _REPERE.match(self.entier)
        return match["numero"] + match["suite"] if match else ""

    @cached_property
    def nom(self) -> str:
        """Its name without its number."""
        return _REPERE.sub("", self.entier, count=1) if self.numero else self.entier


def sections(texte: str) -> list[Section]:
    """The parts of a text in their order; the first has no heading, and may be empty."""
    text = unicodedata.normalize("NFC", texte)
    headings = [*_TITRE.finditer(text)] or [*_ARTICLE.finditer(text)]
    cuts = [(m.start(), m.end(), m["titre"], "Sans titre") for m in headings]
    if closing := _CLOTURE.search(text):  # what the parties sign is no part of the last article
        cuts.append((closing.start(), closing.start(), "", "Signatures"))
    cuts = [(0, 0, "", "En-tête"), *sorted(cuts)]
    ends = [*(start for start, *_ in cuts[1:]), len(text)]
    return [_section(said, name, text[i:end]) for (_, i, said, name), end in zip(cuts, ends, strict=True)]


def _section(said: str, name: str, text: str) -> Section:
    heading = tuple(mots(said))
    return Section(dire(heading) or name, heading, tuple(mots(text)))


def mots(texte: str) -> Iterator[Mot]:
    """The words and the signs of a text, layout aside."""
    end = 0
    for match in _LECTURE.finditer(texte):
        if match.lastgroup:
            gap = texte[end : match.start()]
            first = not end or "\n" in gap
            yield Mot(match[0], _cle(match), " " if first else _blanc(gap), first)
            end = match.end()


def _cle(match: re.Match[str]) -> str:
    """What a word is compared by: a formula whatever its spaces."""
    if match["blanc"]:
        return BLANC
    return "".join(match[0].split()) if match["formule"] else match[0].translate(_VARIANTES)


def _blanc(gap: str) -> str:
    if "|" in gap:
        return " | "
    return " " if any(map(str.isspace, gap)) else ""


def dire(said: tuple[Mot, ...]) -> str:
    """The words put together again, on one line."""
    return "".join(mot.avant + mot.dit for mot in said).strip()
