"""The words of the law that pages use, each with its definition; a link to a word that is not there is refused."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, StringConstraints, TypeAdapter

from . import adresses
from .modele import Modele
from .source import read_source

FICHIER = Path(__file__).with_name("glossaire.yml")

_LA_PLUS_LONGUE = 300
"""Signs: two short sentences."""


def _phrases(said: str) -> str:
    """Whole sentences, in plain signs."""
    if not said.endswith(".") or not said[0].isupper():
        raise ValueError("une définition commence par une majuscule et finit par un point")
    return said


class Mot(Modele):
    """A word of the glossary."""

    mot: Annotated[str, StringConstraints(min_length=3, max_length=40)]
    """Comme un lecteur le cherche."""
    definition: Annotated[str, StringConstraints(max_length=_LA_PLUS_LONGUE, min_length=20), AfterValidator(_phrases)]
    """Une ou deux phrases courtes."""
    article: str | None = None
    """L'article qui le dit."""


_Cle = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
_GLOSSAIRE = TypeAdapter(dict[_Cle, Mot])


def lire(fichier: Path = FICHIER) -> Mapping[str, Mot]:
    """The words by their keys, in the order of a French dictionary: accents and capitals do not count.

    Raises:
        ValidationError: an entry is wrong; the whole is refused, with every fault.
        SourceIllisible: it is no YAML, or a key is written twice.
    """
    words = _GLOSSAIRE.validate_python(read_source(fichier, fichier.parent).champs)
    return MappingProxyType(dict(sorted(words.items(), key=lambda pair: adresses.slug(pair[1].mot))))


@cache
def glossaire() -> Mapping[str, Mot]:
    """The glossary of the engine, read once."""
    return lire()


def ancre(cle: str) -> str:
    """The anchor of a word in its page, for a template that links to it.

    Raises:
        KeyError: the glossary has no such word; a link that leads nowhere stops the build.
    """
    if cle not in glossaire():
        raise KeyError(f"« {cle} » n'est pas dans le glossaire ({FICHIER.name})")
    return cle
