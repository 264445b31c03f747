"""The citations of an act: each text that its « Vu » name, with the articles that go with it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from .articles import Groupe, groupes
from .autres import OBJET, autres, europe
from .codes import codes
from .lettres import aplatir, serrer
from .modele import Citation, Texte
from .numerotes import dates, numerotes
from .visas import visas

_OBJET = re.compile(OBJET, re.IGNORECASE)
_DIRECT = re.compile(
    r"(?:^|[;,:\n]|\bet|\bensemble|\bainsi que|\bvus?)[\s*•–-]*(?:vus?\s+)?(?:l[ae]s?\s|l'|dudit\s)?\s*$", re.IGNORECASE
)
"""What stands before a text that the « Vu » names itself, and not the title of another."""

_NOUVEAU = re.compile(r";|\n\s*[-*•–]")
_DE = re.compile(r"\s{0,3}\)?,?\s{0,3}(?:dudit|du|de\s+la|de\s+l'|de|des)\s{0,3}", re.IGNORECASE)
"""Between « article 3 » and « loi »: the article is one of the text that follows."""


@dataclass(slots=True)
class _Mention:
    texte: Texte
    debut: int
    fin: int
    articles: list[str] = field(default_factory=list)
    dans_un_titre: bool = False


def citations(texte: str) -> tuple[Citation, ...]:
    """The texts that the « Vu » of an act cite, in their order; a text cited twice is there twice.

    Args:
        texte: the text of an act, in the sober Markdown.
    """
    return tuple(cited for visa in visas(texte) for cited in _lues(visa))


@lru_cache(maxsize=8192)
def _lues(visa: str) -> tuple[Citation, ...]:
    """What one « Vu » cites, read once: the acts of an authority begin with the same ones."""
    return tuple(_du_visa(visa))


def _du_visa(visa: str) -> Iterator[Citation]:
    flat = aplatir(visa)
    mentions = _mentions(visa, flat)
    _marquer_les_titres(flat, mentions)
    starts = [m.debut for m in mentions]
    for group in groupes(flat) if mentions else ():
        rank = bisect_right(starts, group.debut)
        if not rank or mentions[rank - 1].fin <= group.debut:
            _a_qui(flat, group, mentions, rank).articles.extend(group.noms)
    words = serrer(visa)
    for m in mentions:
        yield Citation(m.texte, tuple(m.articles), serrer(visa[m.debut : m.fin]), words, m.dans_un_titre)


def _mentions(visa: str, flat: str) -> list[_Mention]:
    """The texts that are named, in their order; of two that overlap, the one that begins first."""
    found = [*codes(flat), *numerotes(visa, flat), *dates(flat), *autres(visa, flat), *europe(flat)]
    kept: list[_Mention] = []
    for text, start, end in sorted(found, key=lambda one: (one[1], -one[2])):
        if not kept or start >= kept[-1].fin:
            kept.append(_Mention(text, start, end))
    return kept


def _marquer_les_titres(flat: str, mentions: list[_Mention]) -> None:
    """Mark the texts that the title of another names: « décret … pris pour l'application de la loi … »."""
    end, in_object = 0, False
    for m in mentions:
        gap = flat[end : m.debut]
        in_object = bool(end) and (bool(_OBJET.search(gap)) or (in_object and not _NOUVEAU.search(gap)))
        in_object = in_object and not _DIRECT.search(gap[-40:])
        m.dans_un_titre, end = in_object, m.fin


def _a_qui(flat: str, group: Groupe, mentions: list[_Mention], rank: int) -> _Mention:
    """The text of which a group of articles is: the one that follows « du », or the last before, or the first."""
    follows = rank < len(mentions) and _DE.fullmatch(flat, group.fin, mentions[rank].debut)
    return mentions[rank] if follows or not rank else mentions[rank - 1]
