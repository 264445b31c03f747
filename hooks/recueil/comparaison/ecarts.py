"""The words that two texts share and those that they do not, line by line, in a time that is bounded."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, pairwise, takewhile
from operator import eq
from typing import NamedTuple

from .lecture import BLANC, Mot
from .resultat import Genre, Morceau

_LONG = 36_000_000
_REPETE = 400_000
"""How many couples of words, and of equal words, may be looked at; the library takes the square of them. Beyond, lines
are compared first, then the words between equal lines; beyond it again, all that stands there is replaced. Four
thousand words of prose are within."""

_PEU_DE_MOTS = 3
_PASSAGES = 3
"""A run that is lost makes longer the replacement beside it, in which the one before may be lost too."""


class Commun(NamedTuple):
    """A run of equal words: where it begins in the model and in the convention, and its length."""

    i: int
    j: int
    n: int


class _Place(NamedTuple):
    genre: Genre
    mot: Mot
    suit: bool
    """Whether the line of the model goes on after what was removed of it."""


def comparer_mots(modele: Sequence[Mot], convention: Sequence[Mot]) -> tuple[tuple[Morceau, ...], ...]:
    """The lines to show, each with what is kept, added and removed."""
    lines: list[list[_Place]] = []
    for placed in _places(modele, convention):
        if not lines or (placed.mot.debut and not (placed.suit and all(p.genre is Genre.RETIRE for p in lines[-1]))):
            lines.append([])
        lines[-1].append(placed)
    return tuple(_morceaux(line) for line in lines)


def _places(a: Sequence[Mot], b: Sequence[Mot]) -> Iterator[_Place]:
    """The words of both texts in one order: removed, then added, then kept as the convention writes them."""
    i = j = 0
    for x, y, n in [*_lisibles(_caler(_communs(a, b), a, b), a, b), Commun(len(a), len(b), 0)]:
        goes_on = x < len(a) and not a[x].debut
        yield from (_Place(Genre.RETIRE, mot, suit=False) for mot in a[i:x])
        yield from (_Place(Genre.AJOUTE, mot, goes_on) for mot in b[j:y])
        yield from (_Place(Genre.EGAL, mot, goes_on) for mot in b[y : y + n])
        i, j = x + n, y + n


def _morceaux(line: Sequence[_Place]) -> tuple[Morceau, ...]:
    """The pieces of a line; the blank between two of different kinds belongs to neither."""
    said = [(line[0].genre, line[0].mot.dit)]
    for (before, *_), (genre, mot, _) in pairwise(line):
        blank = mot.avant[:1] if (before, genre) == (Genre.RETIRE, Genre.AJOUTE) else mot.avant  # of one cell, not two
        said += [(genre if genre is before else Genre.EGAL, blank), (genre, mot.dit)]
    kept = groupby((piece for piece in said if piece[1]), key=lambda piece: piece[0])
    return tuple(Morceau(genre, "".join(text for _, text in run)) for genre, run in kept)


def _communs(a: Sequence[Mot], b: Sequence[Mot]) -> list[Commun]:
    """The runs of equal words, none touching the next on both sides."""
    words = [mot.cle for mot in a], [mot.cle for mot in b]
    if not _trop(*words):
        return _egaux(*words)
    found, i, j = [], 0, 0
    for x, y, n in [*_lignes_communes(a, b), Commun(len(a), len(b), 0)]:
        found += [Commun(i + run.i, j + run.j, run.n) for run in _egaux(words[0][i:x], words[1][j:y])]
        found.append(Commun(x, y, n))
        i, j = x + n, y + n
    return _souder(found)


def _lignes_communes(a: Sequence[Mot], b: Sequence[Mot]) -> Iterator[Commun]:
    """The runs of equal lines, counted in words."""
    (starts_a, lines_a), (starts_b, lines_b) = _lignes(a), _lignes(b)
    for x, y, n in _egaux(lines_a, lines_b):
        yield Commun(starts_a[x], starts_b[y], starts_a[x + n] - starts_a[x])


def _lignes(said: Sequence[Mot]) -> tuple[list[int], list[tuple[str, ...]]]:
    starts = [*(index for index, mot in enumerate(said) if mot.debut), len(said)]
    return starts, [tuple(mot.cle for mot in said[i:j]) for i, j in pairwise(starts)]


def _egaux(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[Commun]:
    """The runs of equal items: what both begin with and end with, and between them what the library finds."""
    head = _debut_commun(a, b)
    tail = _debut_commun(a[head:][::-1], b[head:][::-1])
    inner_a, inner_b = a[head : len(a) - tail], b[head : len(b) - tail]
    found = [Commun(0, 0, head)]
    if not _trop(inner_a, inner_b):
        blocks = SequenceMatcher(None, inner_a, inner_b, autojunk=False).get_matching_blocks()
        found += [Commun(head + i, head + j, n) for i, j, n in blocks]
    return _souder([*found, Commun(len(a) - tail, len(b) - tail, tail)])


def _trop(a: Sequence[Hashable], b: Sequence[Hashable]) -> bool:
    counts = Counter(b)
    return len(a) * len(b) > _LONG or sum(counts[item] for item in a) > _REPETE


def _debut_commun(a: Sequence[Hashable], b: Sequence[Hashable]) -> int:
    return sum(takewhile(bool, map(eq, a, b)))


def _souder(found: Sequence[Commun]) -> list[Commun]:
    """The same runs, one where two touch."""
    joined: list[Commun] = []
    for run in found:
        last = joined[-1] if joined else Commun(0, 0, 0)
        if run.n and (last.i + last.n, last.j + last.n) == (run.i, run.j):
            joined[-1:] = [Commun(last.i, last.j, last.n + run.n)]
        elif run.n:
            joined.append(run)
    return joined


def _caler(found: Sequence[Commun], a: Sequence[Mot], b: Sequence[Mot]) -> list[Commun]:
    """The same words, but a whole line added or removed begins where the line begins.

    « … . La mise en place … . » may be taken out from a full stop to the next: it is better taken from « La ».
    """
    moved = [Commun(0, 0, 0)]
    for run in [*found, Commun(len(a), len(b), 0)]:
        before, (i, j, n) = moved[-1], run
        shift = 0
        if before.j + before.n == j:
            shift = _glisser(a, before.i + before.n, i, (before.n, n))
        elif before.i + before.n == i:
            shift = _glisser(b, before.j + before.n, j, (before.n, n))
        moved[-1:] = [Commun(before.i, before.j, before.n + shift), Commun(i + shift, j + shift, n - shift)]
    return [run for run in moved if run.n]


def _glisser(said: Sequence[Mot], start: int, end: int, room: tuple[int, int]) -> int:
    """By how many words to move what stands alone on one side, so that it begins a line; 0 when it cannot."""
    for shift in range(room[1] + 1):
        if start + shift < len(said) and said[start + shift].debut:
            return shift
        if shift == room[1] or said[start + shift].cle != said[end + shift].cle:
            break
    for shift in range(1, room[0] + 1):
        if said[start - shift].cle != said[end - shift].cle:
            break
        if said[start - shift].debut:
            return -shift
    return 0


def _lisibles(found: Sequence[Commun], a: Sequence[Mot], b: Sequence[Mot]) -> list[Commun]:
    """The same runs without « , » or « de la » lost between two long replacements: a reader takes them for one."""
    kept = [*found]
    for _ in range(_PASSAGES):
        runs, kept = kept, [Commun(0, 0, 0)]
        for run, after in pairwise([*runs, Commun(len(a), len(b), 0)]):
            if not _noye(kept[-1], run, after, (a, b)):
                kept.append(run)
        kept = kept[1:]
    return kept


def _noye(before: Commun, run: Commun, after: Commun, textes: tuple[Sequence[Mot], Sequence[Mot]]) -> bool:
    """Whether a run is lost among what is replaced around it; a line end is never lost."""
    words = [mot for mot in textes[1][run.j : run.j + run.n] if mot.dit.isalnum()]
    if len(words) > _PEU_DE_MOTS:
        return False
    gaps = [_lettres(one, two, textes) for one, two in ((before, run), (run, after))]
    near = (*textes[0][run.i : run.i + run.n + 1], *textes[1][run.j : run.j + run.n + 1])
    return (
        all(2 * sum(len(mot.dit) for mot in words) <= max(gap) and any(gap) for gap in gaps)
        and any(all(gap) for gap in gaps)
        and not any(mot.debut for mot in near)
    )


def _lettres(before: Commun, after: Commun, textes: tuple[Sequence[Mot], Sequence[Mot]]) -> tuple[int, int]:
    """The length of what is removed and of what is added between two runs; a blank to fill in weighs nothing."""
    removed, added = textes[0][before.i + before.n : after.i], textes[1][before.j + before.n : after.j]
    return _poids(removed), _poids(added)


def _poids(said: Sequence[Mot]) -> int:
    return sum(len(mot.dit) for mot in said if mot.cle != BLANC)
