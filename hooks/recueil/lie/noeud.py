"""A thing that is described, in no format: its address, its classes, and what is said of it in the order of writing."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from .vocabulaire import SORTES, Sorte

_INTERDITS = re.compile(r"[\x00-\x20<>\"{}|^`\\]")
"""What no format lets stand in an address (RFC 3987; Turtle, IRIREF)."""

Dit = "str | int | date | Noeud | Iterable[str | Noeud] | None"


@dataclass(frozen=True, slots=True)
class Noeud:
    """A thing; what has no address of its own is written inside what speaks of it."""

    iri: str
    types: tuple[str, ...]
    dits: "tuple[tuple[str, tuple[str | int | Noeud, ...]], ...]"
    """Property → values."""

    def et(self, **_: None) -> "Noeud":
        """The same."""
        return self


def iri(adresse: str) -> str:
    """An address in the form that every format takes."""
    return _INTERDITS.sub(lambda found: quote(found[0]), adresse)


def noeud(adresse: str, types: str, dits: "Mapping[str, Dire]") -> Noeud:
    """A thing, of which what is empty is not said.

    Args:
        adresse: its address, or nothing.
        types: its classes, with a blank between them.
        dits: for each property one value, or several.
    """
    kept = ((name, _valeurs(SORTES[name], said)) for name, said in dits.items() if said)
    return Noeud(iri(adresse), tuple(types.split()), tuple(pair for pair in kept if pair[1]))
