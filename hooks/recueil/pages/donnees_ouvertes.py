"""The page of the data: what may be downloaded, under which licence, and the day of its last change (CRPA L322-1)."""

from dataclasses import dataclass
from datetime import date

from .. import adresses, lie
from ..nomenclature import Licence
from ..registre import Registre
from .page import Page, Reglages


@dataclass(frozen=True, slots=True)
class VueDonnees:
    """The sets of data of the register."""

    jeux: tuple[lie.JeuDeDonnees, ...]
    licence: Licence
    mise_a_jour: date | None


def page_donnees(registre: Registre, reglages: Reglages) -> Page:
    """The page « Données ouvertes »."""
    seen = registre.vies.vues_le
    view = VueDonnees(tuple(lie.jeux(registre)), reglages.licence, seen)
    return Page(adresses.DONNEES, "actes/donnees.html", "Données ouvertes", view, seen)
