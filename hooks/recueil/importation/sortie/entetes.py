"""The head of a file as it is typed: keys in the order of the guide, values quoted exactly when they must be.

The reader of the engine is strict for good reasons (``source.py``): what is written here, it reads back unchanged.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ...source import Champs
from ..redaction.invisibles import propre

Valeur: TypeAlias = "str | Entete | tuple[str, ...] | tuple[Entete, ...]"
"""Text, a record, a list of texts or a list of records."""

_RETRAIT = "  "
_A_CITER = re.compile(
    r"""^[\s,\[\]{}\#&*!|>'"%@`=~] | ^[-?:](?=[\s-]|$) | ^\.\.\. | :(?=\s|$) | \s\# | ^$""",
    re.VERBOSE,
)
"""What YAML would read otherwise: a sign that opens something, « : », « # » after a blank."""


@dataclass(frozen=True, slots=True)
class Entete:
    """Keys with their values, in order; an empty value is not written."""

    rubriques: tuple[tuple[str, Valeur], ...]

    def __bool__(self) -> bool:
        """Whether anything of it would be written."""
        return any(value for _, value in self.rubriques)

    def sans(self, *keys: str) -> "Entete":
        """The same without some keys."""
        return Entete(tuple(pair for pair in self.rubriques if pair[0] not in keys))

    def champs(self) -> Champs:
        """The same as the reader of the engine gives it."""
        return {key: _champ(value) for key, value in self.rubriques if value}

    def lignes(self, retrait: str = "") -> Iterator[str]:
        """The lines of YAML."""
        for key, value in self.rubriques:
            if not value:
                continue
            if isinstance(value, str):
                yield f"{retrait}{scalaire(key)}: {scalaire(value)}"
            elif isinstance(value, Entete):
                yield f"{retrait}{scalaire(key)}:"
                yield from value.lignes(retrait + _RETRAIT)
            else:
                yield f"{retrait}{scalaire(key)}:"
                yield from _elements(value, retrait + _RETRAIT)


def entete(*rubriques: tuple[str, Valeur]) -> Entete:
    """A head from its pairs of key and value, each on one line and without the signs that the reader refuses."""
    return Entete(tuple((name, _nette(value)) for key, value in rubriques if (name := propre(key))))


def _nette(value: Valeur) -> Valeur:
    if isinstance(value, str):
        return propre(value)
    if isinstance(value, Entete):
        return value
    texts = tuple(said for item in value if isinstance(item, str) and (said := propre(item)))
    return texts or tuple(item for item in value if isinstance(item, Entete))


def scalaire(text: str) -> str:
    """A text on one line, between quotes when it would be read otherwise."""
    line = " ".join(text.split())
    if _A_CITER.search(line):
        return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return line


def _elements(items: "Sequence[str] | Sequence[Entete]", retrait: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, str):
            yield f"{retrait}- {scalaire(item)}"
        else:
            first, *rest = item.lignes(retrait + _RETRAIT)
            yield f"{retrait}- {first.lstrip()}"
            yield from rest


def _champ(value: Valeur) -> object:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Entete):
        return value.champs()
    return [_champ(item) for item in value]
