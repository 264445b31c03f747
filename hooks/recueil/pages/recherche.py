"""The page of the search: its box, and the lists that lead to every act without typing a word."""

from collections.abc import Sequence
from dataclasses import dataclass

from .. import adresses
from ..registre import Registre
from .listes import Classement, Facette, classer
from .page import Lien, Page
from .tables import au_registre


@dataclass(frozen=True, slots=True)
class VueRecherche:
    """What leads to an act when nothing can be typed, or nothing was found."""

    facettes: tuple[Facette, ...]
    tables: tuple[Lien, ...]
    """The tables where acts stand in the order of their numbers, newest year first."""
    nombre: int


def page_recherche(registre: Registre, classes: Sequence[Classement]) -> Page:
    """The page that searches in the browser."""
    view = VueRecherche(tuple(one.facette for one in classes), _tables(registre), len(registre.fiches))
    return Page(adresses.RECHERCHE, "actes/recherche.html", "Chercher un acte", view, registre.dernier_jour)


def _tables(registre: Registre) -> tuple[Lien, ...]:
    entered = [fiche for fiche in registre.fiches if au_registre(fiche)]
    groups = classer(entered, lambda f: (f"{adresses.annee(f.acte)} {f.collectivite.cle}", f.collectivite.nom_court))
    found = []
    for (_, name), fiches in reversed(groups.items()):
        year, authority = adresses.annee(fiches[0].acte), fiches[0].collectivite
        found.append(Lien(adresses.table(authority, year, "dates"), f"{year}, {name}", len(fiches)))
    return tuple(found)
