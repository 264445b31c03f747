"""A result and how it was found: each step is a sentence that a citizen can check, with its article."""

from dataclasses import dataclass
from typing import Generic, TypeVar

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Etape:
    """One step of a computation."""

    texte: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class Calcul(Generic[_T]):
    """A value, or None when what is known does not give it, and the steps that led there."""

    valeur: _T | None
    etapes: tuple[Etape, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles of the steps, once each, in their order."""
        return tuple(dict.fromkeys(step.article for step in self.etapes if step.article))
