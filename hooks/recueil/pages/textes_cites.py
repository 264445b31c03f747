"""The laws and codes that the acts cite in their « Vu », and for each the acts that cite it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from .. import adresses
from ..citations import Citation, Entree, ParArticle, Texte, index
from ..publies import Fiche
from ..registre import Registre
from .listes import Place, liste
from .page import Lien, Page, Pagination, tranches

_DETAILLEES = 200
"""As many citations are told article by article on one page."""


@dataclass(frozen=True, slots=True)
class VueTextes:
    """All the texts that are cited, by kind."""

    titre: str
    groupes: tuple[tuple[str, tuple[Entree[Fiche], ...]], ...]
    retour: Lien


@dataclass(frozen=True, slots=True)
class VueTexte:
    """A text, and who cites it."""

    titre: str
    texte: Texte
    fiche: Fiche | None
    """The act itself, when it is in the register."""
    nombre: int
    """How many acts cite it, on all the pages."""
    actes: tuple[Fiche, ...]
    detail: tuple[ParArticle[Fiche], ...]
    """The acts of each article, when they are few."""
    articles: tuple[Lien, ...]
    """The pages of the articles, when the acts are many."""
    pagination: Pagination
    retour: Lien


def _de_chez(fiche: Fiche, cited: Citation) -> Citation:
    """The citation, under the name of the authority when each numbers its own."""
    if not cited.texte.sorte.locale:
        return cited
    return replace(cited, texte=replace(cited.texte, cle=f"{fiche.collectivite.cle}-{cited.texte.cle}"))


def pages_textes_cites(registre: Registre) -> Iterator[Page]:
    """The index of the texts, and a page for each."""
    entries = index((fiche, [_de_chez(fiche, one) for one in cited]) for fiche, cited in registre.citations)
    title, newest = "Textes cités", registre.dernier_jour
    if newest is None:
        return
    groups = tuple((kind.value, tuple(group)) for kind, group in groupby(entries, lambda e: e.texte.sorte))
    view = VueTextes(title, groups, Lien(adresses.REGISTRE, "Registre des actes"))
    yield Page(adresses.TEXTES_CITES, "actes/textes_cites.html", title, view, newest)
    for entry in entries:
        yield from _pages_texte(entry, registre)


def _pages_texte(entry: Entree[Fiche], registre: Registre) -> Iterator[Page]:
    """The acts that cite a text; article by article, there or on pages of their own when they are many."""
    home, title = adresses.texte_cite(entry.texte.cle), f"Actes citant : {entry.texte.titre}"
    itself, last = registre.citee(entry.actes[0], entry.texte), max(fiche.publicite for fiche in entry.actes)
    told = sum(len(article.actes) for article in entry.articles) <= _DETAILLEES
    apart = () if told else _a_part(home, entry.articles)
    for part in tranches(home, entry.actes):
        first = part.numero == 1
        view = VueTexte(
            titre=entry.texte.titre,
            texte=entry.texte,
            fiche=itself,
            nombre=len(entry.actes),
            actes=part.elements,
            detail=entry.articles if first and told else (),
            articles=tuple(link for link, _ in apart) if first else (),
            pagination=part.pagination,
            retour=Lien(adresses.TEXTES_CITES, "Textes cités"),
        )
        yield Page(part.adresse, "actes/texte_cite.html", title + part.suffixe, view, last)
    for link, acts in apart:
        here = Lien(link.adresse, f"{title}, {link.libelle}")
        yield from liste(Place(here, Lien(home, entry.texte.titre)), registre, acts)


def _a_part(home: str, articles: Sequence[ParArticle[Fiche]]) -> tuple[tuple[Lien, tuple[Fiche, ...]], ...]:
    """For each article, the page of the acts that cite it; two names of the same letters have two pages."""
    found: dict[str, ParArticle[Fiche]] = {}
    for one in articles:
        segment = adresses.slug(one.nom)
        found[f"{home}{segment}-bis/" if f"{home}{segment}/" in found else f"{home}{segment}/"] = one
    return tuple((Lien(address, one.nom, len(one.actes)), one.actes) for address, one in found.items())
