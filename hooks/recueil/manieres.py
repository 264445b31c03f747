"""Ways to write a file that say when it changes: what the last build wrote is kept as long as it says the same."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

_Contenu = TypeVar("_Contenu", str, bytes)


@dataclass(frozen=True, slots=True)
class Ecrit(Generic[_Contenu]):
    """A text that is written from a view: as long as this shows the same, so does the text."""

    composer: Callable[[], Any]
    ecrire: Callable[[Any], _Contenu]

    def __call__(self) -> _Contenu:
        """What is written."""
        return self.ecrire(self.composer())


@dataclass(frozen=True, slots=True)
class Assemble(Generic[_Contenu]):
    """A text put together from what the views of pages hold: as long as none of them changes, neither does it."""

    sources: tuple[str, ...]
    """The addresses of these pages; all that the text says is in their views, or in the settings of the site."""
    ecrire: Callable[[], _Contenu]

    def __call__(self) -> _Contenu:
        """What is written."""
        return self.ecrire()


def octets(contenu: str | bytes) -> bytes:
    """What is served of it."""
    return contenu.encode() if isinstance(contenu, str) else contenu
