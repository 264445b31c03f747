"""A thing that is described, in no format: its address, its classes, and what is said of it in the order of writing."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias, Union
from urllib.parse import quote

from .vocabulaire import SORTES, Sorte

_INTERDITS = re.compile(r"[\x00-\x20<>\"{}|^`\\]")
"""What no format lets stand in an address (RFC 3987; Turtle, IRIREF)."""

Valeur: TypeAlias = Union[str, int, "Noeud"]
"""A day is written in ISO 8601."""

Dire: TypeAlias = Valeur | date | Iterable[Union[str, "Noeud", None]] | None
"""How a caller says the values of a property: one, several, or nothing."""


@dataclass(frozen=True, slots=True)
class Noeud:
    """A thing; what has no address of its own is written inside what speaks of it."""

    iri: str
    types: tuple[str, ...]
    dits: tuple[tuple[str, tuple[Valeur, ...]], ...]
    """Property → values."""


def iri(adresse: str) -> str:
    """An address in the form that every format takes."""
    return _INTERDITS.sub(lambda found: quote(found[0]), adresse)


def noeud(adresse: str, types: str, dits: Mapping[str, Dire]) -> Noeud:
    """A thing, of which what is empty is not said.

    Args:
        adresse: its address, or nothing.
        types: its classes, with a blank between them.
        dits: for each property one value, or several.
    """
    said = ((name, _valeurs(SORTES[name], values)) for name, values in dits.items() if values)
    return Noeud(iri(adresse), tuple(types.split()), tuple(pair for pair in said if pair[1]))


def _valeurs(sorte: Sorte, dites: Dire) -> tuple[Valeur, ...]:
    """The values, each once: a set has no order, but a file has one."""
    if isinstance(dites, str):
        return (iri(dites) if sorte is Sorte.LIEN else dites,)
    if isinstance(dites, date):
        return (dites.isoformat(),)
    if dites is None or isinstance(dites, int | Noeud):
        return () if dites is None else (dites,)
    written = (iri(one) if sorte is Sorte.LIEN and isinstance(one, str) else one for one in dites if one)
    return tuple(dict.fromkeys(written))
