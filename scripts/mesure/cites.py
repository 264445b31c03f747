"""The texts that an act cites, as the engine reads them: data for Hugo, which has no such reader."""

from dataclasses import dataclass

from recueil.citations import Texte, citations


@dataclass(frozen=True, slots=True)
class Cite:
    """A text that an act cites, and by which articles."""

    texte: Texte
    articles: list[str]


def cites(cle: str, texte: str) -> dict[str, Cite]:
    """The texts that an act of an authority cites, by the last segment of the address of their pages."""
    found: dict[str, Cite] = {}
    for cited in citations(texte):
        text = cited.texte
        if text.reconnu and not cited.dans_un_titre:
            key = f"{cle}-{text.cle}" if text.sorte.locale else text.cle
            found.setdefault(key, Cite(text, [])).articles.extend(cited.articles)
    return found
