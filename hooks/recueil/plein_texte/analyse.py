"""The acts of an authority and a year, word by word: made once, kept, and put together with those of the others."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..objets import ecrire
from .codage import ecarts, places
from .document import Document
from .extrait import extraits
from .mots import RACINES, jetons

_AILLEURS = 40
"""Words between two places of an act, so that no phrase goes over from one to the next."""

_POIDS_OBJET, _POIDS_AUTOUR, _POIDS_TEXTE = 6, 2, 1
_SATURATION, _LONGUEUR, _MOYENNE = 1.2, 0.6, 700
"""BM25: how soon a repeated word says no more, how much a long act is lowered, how many words an act has."""
_DEGRES = 9


@dataclass(frozen=True, slots=True)
class Mot:
    """Where a word is: the first and last acts that hold it, then all of them, what it weighs there, its places."""

    premier: int
    dernier: int
    ecarts: str
    """The acts after the first."""
    poids: str
    """A figure per act, from 1 to 9."""
    places: str
    """For each act, how many places, then how far each is from the one before."""


@dataclass(frozen=True, slots=True)
class Analyse:
    """What is kept of the acts of an authority and a year."""

    nombre: int
    mots: dict[str, Mot]
    formes: dict[str, str]
    """Word → how it is mostly written, with its accents."""
    extraits: dict[str, str]
    """Name of a file → what a result shows."""


def analyser(lus: Sequence[Document], textes: Sequence[str]) -> str:
    """The analysis of some acts, as it is kept.

    Args:
        lus: the acts, in the order of their day.
        textes: for each, the words of its text.
    """
    found: dict[str, tuple[list[int], list[str], list[str]]] = defaultdict(lambda: ([], [], []))
    written: Counter[str] = Counter()
    for rank, (one, text) in enumerate(zip(lus, textes, strict=True)):
        fields = ((_POIDS_OBJET, f"{one.intitule} {one.objet}"), (_POIDS_AUTOUR, one.autour), (_POIDS_TEXTE, text))
        for word, weight, at in _peser(fields, written):
            ranks, weights, everywhere = found[word]
            ranks.append(rank)
            weights.append(weight)
            everywhere.append(at)
    return ecrire(
        {
            "nombre": len(lus),
            "mots": {word: _ranger(*found[word]) for word in sorted(found)},
            "formes": _formes(written),
            "extraits": dict(extraits(lus, textes)),
        }
    )


def relire(garde: str) -> Analyse:
    """An analysis that was kept."""
    said = json.loads(garde)
    words = {word: Mot(*fields) for word, fields in said["mots"].items()}
    return Analyse(said["nombre"], words, said["formes"], said["extraits"])


def _peser(champs: Sequence[tuple[int, str]], ecrits: Counter[str]) -> Iterator[tuple[str, str, str]]:
    """Each word of an act with its weight, from 1 to 9, and where it stands."""
    counts: dict[str, int] = {}
    at: dict[str, list[int]] = {}
    position = 0
    for weight, text in champs:
        cut = jetons(text)
        ecrits.update(cut)
        for root, found in _lieux(cut, position).items():
            counts[root] = counts.get(root, 0) + weight * len(found)
            at[root] = at[root] + found if root in at else found
        position += len(cut) + _AILLEURS
    degrees = {count: _degre(count, position) for count in set(counts.values())}
    return ((word, degrees[count], places(at[word])) for word, count in counts.items())


def _lieux(cut: Sequence[str], debut: int) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for index, roots in enumerate(map(RACINES.__getitem__, cut), start=debut):
        for root in roots:
            found[root].append(index)
    return found


def _degre(count: int, longueur: int) -> str:
    lowered = _SATURATION * (1 - _LONGUEUR + _LONGUEUR * longueur / _MOYENNE)
    return str(max(1, round(_DEGRES * count / (count + lowered))))


def _ranger(ranks: Sequence[int], weights: Sequence[str], at: Sequence[str]) -> tuple[int, int, str, str, str]:
    others = ecarts([rank - ranks[0] - 1 for rank in ranks[1:]])
    return ranks[0], ranks[-1], others, "".join(weights), "".join(at)


def _formes(ecrits: Counter[str]) -> dict[str, str]:
    """For each word that is not a number, its commonest spelling; the first in the alphabet of those that are equal."""
    best: dict[str, tuple[int, str]] = {}
    for token, count in sorted(ecrits.items()):
        for root in _mots(token):
            if root not in best or best[root][0] < count:
                best[root] = (count, token)
    return {root: token for root, (_, token) in sorted(best.items())}


def _mots(token: str) -> Iterator[str]:
    found = RACINES[token]
    if len(found) == 1 and found[0].isalpha():
        yield found[0]
