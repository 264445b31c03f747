"""Cuts a list into files of a bounded weight, before anything of it is written."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

_T = TypeVar("_T")

POIDS = 200_000
"""Bytes that a file does not pass: what a telephone reads at once."""

_TETE = 4_000
"""The most that a list says before its first object."""


def tranches(elements: Iterable[_T], poids: Callable[[_T], int]) -> Iterator[Sequence[_T]]:
    """Shares of a list, in its order; an empty list has one.

    Args:
        elements: the list.
        poids: at least as many bytes as an element takes when it is written.
    """
    part: list[_T] = []
    total = _TETE
    for one in elements:
        weight = poids(one)
        if part and total + weight > POIDS:
            yield part
            part, total = [], _TETE
        part.append(one)
        total += weight
    yield part


def octets(*textes: str | None) -> int:
    """What some texts take in JSON."""
    return sum(len(json.dumps(text, ensure_ascii=False).encode()) for text in textes if text)
