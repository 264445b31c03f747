"""Numbers as plain signs: a third of what JSON would take, read in the browser by ten lines (``moteur.js``)."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

_SEULS = 60
_SUITE = 30
_SIGNES = "".join(chr(code) for code in range(35, 127) if code != ord("\\"))[: _SEULS + _SUITE]
"""Sixty signs end a number, thirty say that it goes on; none needs a backslash in JSON."""


def _ecrire(number: int) -> str:
    signs = ""
    while number >= _SEULS:
        number, low = divmod(number, _SUITE)
        signs += _SIGNES[_SEULS + low]
    return signs + _SIGNES[number]


_ECRITS = tuple(map(_ecrire, range(_SEULS * _SUITE)))
"""The numbers of one and two signs, which are nearly all."""


def coder(nombres: Iterable[int]) -> str:
    """The numbers, one after the other: most take one sign, those from 60 to 1,799 take two."""
    return "".join([_ECRITS[n] if n < len(_ECRITS) else _ecrire(n) for n in nombres])


def places(lieux: Sequence[int]) -> str:
    """How many numbers, then how far each is from the one before; a word that stands once is the common case."""
    if len(lieux) == 1 and lieux[0] < len(_ECRITS):
        return _ECRITS[1] + _ECRITS[lieux[0]]
    return coder([len(lieux), lieux[0], *[after - before - 1 for before, after in pairwise(lieux)]])


def ecarts(rangs: Sequence[int]) -> str:
    """Growing numbers, each told by how far it is from the one before; the first from -1."""
    return coder([rangs[0], *[after - before - 1 for before, after in pairwise(rangs)]]) if rangs else ""
