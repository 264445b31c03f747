"""What a result shows of an act: its title, its day, and the words among which those that were asked are found."""

from collections.abc import Iterator, Sequence

from ..objets import ecrire
from .document import Document

_ENTIER = 9_000
"""Signs of a text that is not cut: nearly all of them."""

_PREMIER, _SUITE = 6_000, 24_000
"""Signs of a first piece, then of the others, which are asked for when what was searched is not in the first."""


def extraits(lus: Sequence[Document], textes: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Name of a file → its JSON, for each act: ``17.json``, then ``17-1.json`` for a long one."""
    for rank, (one, text) in enumerate(zip(lus, textes, strict=True)):
        first, *others = _couper(text)
        yield f"{rank}.json", ecrire(_tete(one) | {"texte": first, "suites": len(others)})
        for number, piece in enumerate(others, start=1):
            yield f"{rank}-{number}.json", ecrire({"texte": piece})


def _tete(one: Document) -> dict[str, str]:
    return {
        "adresse": one.adresse,
        "intitule": one.intitule,
        "objet": one.objet,
        "jour": one.jour,
        "collectivite": one.collectivite,
        "autour": one.autour,
    }


def _couper(text: str) -> Iterator[str]:
    """Cut between two words; there is always a first piece."""
    size, whole = _PREMIER, _ENTIER
    while len(text) > whole:
        at = text.rfind(" ", 0, size)
        at = at if at > 0 else size
        yield text[:at]
        text, size, whole = text[at:].lstrip(), _SUITE, _SUITE
    yield text
