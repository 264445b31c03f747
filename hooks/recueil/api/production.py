"""The files of the interface: where each is, and how to write it when it is asked for."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from .. import adresses
from ..pages.page import Reglages
from ..publies import Fiche, SeancePubliee
from ..registre import Registre
from . import resumer
from .element import Element
from .listes import Annees, Collectivites, PageActes, PageConventions, PageSeances, licence
from .openapi import openapi
from .resumes import AnneeResume
from .schemas import RACINES, schema
from .tranches import octets, tranches

_Part = TypeVar("_Part", bound=Sequence[Any])

Fichiers = Iterator[tuple[str, Callable[[], str]]]

_CLES = 900
"""The most that the keys, the dates and the codes of an object take."""


def fichiers(registre: Registre, reglages: Reglages) -> Fichiers:
    """Address → content of the lists, of their schemas and of their description."""
    years = _par_annee(registre.fiches)
    yield adresses.liste("actes"), partial(_annees, years, registre, reglages)
    yield adresses.liste("collectivites"), partial(_collectivites, registre, reglages)
    for year, fiches in years.items():
        yield from _actes(year, fiches, registre, reglages)
    yield from _seances(registre, reglages)
    yield from _conventions(registre, reglages)
    for name in RACINES:
        yield (
            f"{adresses.SCHEMAS_DES_LISTES}{name}.json",
            partial(schema, name, reglages.url(adresses.SCHEMAS_DES_LISTES)),
        )
    yield adresses.OPENAPI, partial(openapi, reglages, registre.collectivites)


def _par_annee(fiches: Sequence[Fiche]) -> Mapping[int, list[Fiche]]:
    """Newest year first; in each, the oldest publication first: what is new comes last, and moves nothing."""
    found: dict[int, list[Fiche]] = defaultdict(list)
    for fiche in reversed(fiches):
        found[adresses.annee(fiche.acte)].append(fiche)
    return {year: found[year] for year in sorted(found, reverse=True)}


def _ecrire(page: Element) -> str:
    return f"{page.model_dump_json()}\n"


def _commun(registre: Registre, reglages: Reglages, fiches: Iterable[Fiche]) -> dict[str, Any]:
    """What all lists say; the day is that of what they hold, so that a list changes only when that does."""
    news = (day for fiche in fiches for day in registre.vies.nouvelles(fiche.acte))
    return {
        "source": reglages.site_name,
        "licence": licence(reglages.licence),
        "mise_a_jour": max(news, default=None),
    }


def _suite(nom: str, rang: int, total: int, nombre: int, reglages: Reglages) -> dict[str, Any]:
    """Where a page is in its list."""
    after = reglages.url(adresses.liste(nom, rang + 1)) if rang < total else None
    return {"nombre": nombre, "page": rang, "suivante": after}


def _annees(years: Mapping[int, Sequence[Fiche]], registre: Registre, reglages: Reglages) -> str:
    told = (
        AnneeResume(annee=year, nombre=len(own), url=reglages.url(adresses.liste(f"actes/{year}")))
        for year, own in years.items()
    )
    return _ecrire(Annees(**_commun(registre, reglages, registre.fiches), annees=tuple(told)))


def _collectivites(registre: Registre, reglages: Reglages) -> str:
    told = tuple(resumer.collectivite(one, registre, reglages) for one in registre.collectivites)
    return _ecrire(Collectivites(**_commun(registre, reglages, registre.fiches), collectivites=told))


def _actes(annee: int, fiches: Sequence[Fiche], registre: Registre, reglages: Reglages) -> Fichiers:
    name, parts = f"actes/{annee}", [*tranches(fiches, partial(_poids, reglages))]

    def page(rang: int, part: Sequence[Fiche]) -> str:
        common = _commun(registre, reglages, part) | _suite(name, rang, len(parts), len(fiches), reglages)
        told = tuple(resumer.acte(fiche, registre, reglages) for fiche in part)
        return _ecrire(PageActes(**common, annee=annee, actes=told))

    yield from _pages(name, parts, page)


def _seances(registre: Registre, reglages: Reglages) -> Fichiers:
    held = registre.seances[::-1]
    parts = [*tranches(held, partial(_poids_seance, reglages))]

    def page(rang: int, part: Sequence[SeancePubliee]) -> str:
        fiches = [fiche for one in part for fiche in one.fiches]
        common = _commun(registre, reglages, fiches) | _suite("seances", rang, len(parts), len(held), reglages)
        return _ecrire(PageSeances(**common, seances=tuple(resumer.seance(one, reglages) for one in part)))

    yield from _pages("seances", parts, page)


def _conventions(registre: Registre, reglages: Reglages) -> Fichiers:
    found = registre.conventions[::-1]
    parts = [*tranches(found, partial(_poids, reglages))]

    def page(rang: int, part: Sequence[Fiche]) -> str:
        common = _commun(registre, reglages, part) | _suite("conventions", rang, len(parts), len(found), reglages)
        told = (resumer.convention(fiche, registre, reglages) for fiche in part)
        return _ecrire(PageConventions(**common, conventions=tuple(one for one in told if one)))

    yield from _pages("conventions", parts, page)


def _pages(nom: str, parts: Sequence[_Part], ecrire: Callable[[int, _Part], str]) -> Fichiers:
    for rank, part in enumerate(parts, start=1):
        yield adresses.liste(nom, rank), partial(ecrire, rank, part)


def _poids(reglages: Reglages, fiche: Fiche) -> int:
    """The most that an act takes in a list."""
    acte, file = fiche.acte, fiche.document
    addresses = 4 * (len(reglages.site_url) + 40) + 3 * len(fiche.adresse) + len(file.lien if file else "")
    named = [text for party in getattr(acte, "parties", ()) for text in (party.nom, party.siren, "noms et clés")]
    return _CLES + addresses + octets(acte.objet, acte.numero, acte.identifiant, *named)


def _poids_seance(reglages: Reglages, tenue: SeancePubliee) -> int:
    addresses = sum(len(reglages.site_url) + len(fiche.adresse) + 20 for fiche in tenue.fiches)
    return _CLES + 2 * len(tenue.adresse) + addresses + octets(tenue.seance.organe, tenue.seance.lieu)
