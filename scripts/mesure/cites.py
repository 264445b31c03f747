"""The texts that an act cites, as the engine reads them: data for Hugo, which has no such reader."""

from dataclasses import dataclass
from functools import cache

from recueil.citations import Texte, citations

from .jumeaux import Jumeau


@dataclass(frozen=True, slots=True)
class Cite:
    """A text that an act cites, and by which articles."""

    texte: Texte
    articles: list[str]


@cache
def cites(one: Jumeau) -> dict[str, Cite]:
    """The texts that an act cites, by the last segment of the address of their pages."""
    found: dict[str, Cite] = {}
    for cited in citations(one.dit["texte"]):
        text = cited.texte
        if text.reconnu and not cited.dans_un_titre:
            key = f"{one.cle}-{text.cle}" if text.sorte.locale else text.cle
            found.setdefault(key, Cite(text, [])).articles.extend(cited.articles)
    return found
