"""The files of the feeds: each is a part of a feed and a way to write it, and is composed when it is made."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from ..manieres import Ecrit
from ..pages.listes import Classement
from ..registre import Registre
from .actes import article_acte
from .edition import Edition
from .fil import Document, Part, parts
from .fils import fils
from .json_feed import json_feed
from .xml import atom, rss

_FORMATS: dict[str, Callable[[Document], bytes]] = {".rss.xml": rss, ".atom.xml": atom, ".json": json_feed}


Fichier = tuple[str, Ecrit[bytes]]
"""An address, and how what is served there is written."""


def flux(registre: Registre, classes: Sequence[Classement], edition: Edition) -> Iterator[Fichier]:
    """The files of all the feeds: three for each, and its archives in Atom."""
    by_address = {fiche.adresse: fiche for fiche in registre.fiches}
    composed = cache(lambda address: article_acte(by_address[address], registre, edition))
    for told in fils(registre, classes, edition, lambda fiche: composed(fiche.adresse)):
        feed, older = parts(told)
        for ending, write in _FORMATS.items():
            yield _fichier(feed, f"{feed.adresse}{ending}", write)
        for part in older:
            yield _fichier(part, part.adresse, atom)


def _fichier(part: Part, address: str, write: Callable[[Document], bytes]) -> Fichier:
    return address, Ecrit(partial(part.document, address), write)
