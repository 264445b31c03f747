"""The index: for each text that is cited, the acts that cite it, so that a person goes from a law to the acts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic

from ..adresses import slug
from ..ordre import rang
from .modele import A, Citation, Entree, ParArticle, Sorte, Texte

_ORDRE = {kind: number for number, kind in enumerate(Sorte)}


@dataclass(slots=True)
class _Fiche(Generic[A]):
    """What is gathered of a text."""

    textes: list[Texte] = field(default_factory=list)
    actes: list[A] = field(default_factory=list)
    articles: dict[str, list[A]] = field(default_factory=dict)

    def ajouter(self, acte: A, citation: Citation) -> None:
        self.textes.append(citation.texte)
        for acts in (self.actes, *(self.articles.setdefault(name, []) for name in citation.articles)):
            if not acts or acts[-1] is not acte:
                acts.append(acte)


def index(pairs: Iterable[tuple[A, Sequence[Citation]]]) -> tuple[Entree[A], ...]:
    """The texts that acts cite: codes by name, then laws by date, and so on through ``Sorte``; acts as they come.

    A text of an authority needs its number and its day, for two authorities number theirs alike; those that only the
    title of another text names are left out.

    Args:
        pairs: each act with its citations, once.
    """
    found: dict[str, _Fiche[A]] = {}
    for act, cited in pairs:
        for citation in cited:
            if not citation.dans_un_titre and citation.texte.reconnu:
                found.setdefault(citation.texte.cle, _Fiche()).ajouter(act, citation)
    return tuple(sorted((_entree(one) for one in found.values()), key=lambda entry: _place(entry.texte)))


def _entree(fiche: _Fiche[A]) -> Entree[A]:
    names = sorted(fiche.articles, key=rang)
    by_article = tuple(ParArticle(name, tuple(fiche.articles[name])) for name in names)
    return Entree(_commun(fiche.textes), tuple(fiche.actes), by_article)


def _commun(textes: Sequence[Texte]) -> Texte:
    """What the citations say together: the one day that they give, or none when they disagree."""
    dated = [text for text in textes if text.jour]
    if len({text.jour for text in dated}) == 1:
        return min(dated, key=lambda text: bool(text.lien))  # a « loi organique » that one act calls « loi » has no ELI
    first = textes[0]
    return replace(first, titre=first.titre.split(" du ")[0], jour=None, lien="") if dated else first


def _place(texte: Texte) -> tuple[object, ...]:
    """Codes by name, the others by day, or by the year of their number when no day is said."""
    if texte.sorte is Sorte.CODE:
        return _ORDRE[texte.sorte], slug(texte.titre)
    year = texte.numero.split("-")[0]
    full = f"19{year}" if len(year) == 2 else year
    return _ORDRE[texte.sorte], texte.jour.isoformat() if texte.jour else full, rang(texte.numero), texte.cle
