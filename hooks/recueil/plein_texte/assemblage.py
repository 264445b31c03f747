"""The analyses of some years end to end, cut into small files that are asked for by word; kept until an act changes."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ..objets import ecrire
from .analyse import Analyse, Mot
from .codage import coder

_TRANCHE, _TRANCHE_PLACES = 2_000, 4_000
"""Signs after which a file of words ends: a rare word costs that much, a common one what it weighs."""

_Ranges = Mapping[str, tuple[str, str, str]]
"""Word → its acts, their weights and its places, in all of them."""


@dataclass(frozen=True, slots=True)
class Assemblage:
    """What is kept of them, ready to be served."""

    fichiers: dict[str, str]
    extraits: list[dict[str, str]]
    """For each analysis, name → content."""
    bornes: str
    lexique: list[str]
    """« word spelling count », for each word."""


def assembler(analyses: Sequence[Analyse]) -> str:
    """Some years, as they are kept together."""
    words = _reunir(analyses)
    parts = list(_tranches(words))
    files = {f"mots-{n}.json": ecrire({w: words[w][:2] for w in part}) for n, part in enumerate(parts)}
    files |= {f"places-{n}.json": ecrire({w: words[w][2] for w in part}) for n, part in enumerate(parts)}
    forms = {word: form for one in analyses for word, form in one.formes.items()}
    return ecrire(
        {
            "fichiers": files,
            "extraits": [one.extraits for one in analyses],
            "bornes": " ".join(_bornes(parts)),
            "lexique": [f"{word} {forms[word]} {len(words[word][1])}" for word in sorted(forms)],
        }
    )


def reprendre(garde: str) -> Assemblage:
    """What was kept."""
    return Assemblage(**json.loads(garde))


def _reunir(analyses: Sequence[Analyse]) -> _Ranges:
    starts = accumulate((one.nombre for one in analyses), initial=0)
    found: dict[str, list[tuple[int, Mot]]] = {}
    for start, one in zip(starts, analyses, strict=False):
        for word, at in one.mots.items():
            found.setdefault(word, []).append((start, at))
    return {word: _bout_a_bout(found[word]) for word in sorted(found)}


def _bout_a_bout(parts: Sequence[tuple[int, Mot]]) -> tuple[str, str, str]:
    """One list: only the first act of a part is told anew, by how far it is from the last act of the part before."""
    first_ranks = [start + at.premier for start, at in parts]
    last_ranks = [-1, *(start + at.dernier for start, at in parts)]
    gaps = (coder([first - last - 1]) for first, last in zip(first_ranks, last_ranks, strict=False))
    acts = "".join(f"{gap}{at.ecarts}" for gap, (_, at) in zip(gaps, parts, strict=True))
    return acts, "".join(at.poids for _, at in parts), "".join(at.places for _, at in parts)


def _tranches(words: _Ranges) -> Iterator[list[str]]:
    """The words in their order, a few for each file."""
    part: list[str] = []
    size = places = 0
    for word, (acts, weights, at) in words.items():
        part.append(word)
        size += len(word) + len(acts) + len(weights)
        places += len(word) + len(at)
        if size > _TRANCHE or places > _TRANCHE_PLACES:
            yield part
            part, size, places = [], 0, 0
    if part or not words:  # there is always a first file
        yield part


def _bornes(parts: Sequence[Sequence[str]]) -> Iterator[str]:
    """For each file but the first, the shortest beginning that is after all the words of the file before."""
    for before, after in pairwise(parts):
        yield next(after[0][:n] for n in range(1, len(after[0]) + 1) if after[0][:n] > before[-1])
