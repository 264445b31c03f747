"""The page of the rules: what is checked before an act is published, for those who publish and those who doubt."""

from dataclasses import dataclass

from .. import adresses
from ..catalogue import FAMILLES, FICHES
from ..fiche import Famille
from .page import Page


@dataclass(frozen=True, slots=True)
class VueRegles:
    """The catalogue of the rules."""

    titre: str
    familles: tuple[Famille, ...]
    nombre: int


def page_regles() -> Page:
    """The page of the rules; its words are those of the rules themselves, so no act dates it."""
    view = VueRegles("Les règles contrôlées avant publication", FAMILLES, len(FICHES))
    description = "Ce que le registre vérifie dans chaque acte avant de le publier, règle par règle, avec son article."
    return Page(adresses.REGLES, "actes/regles.html", view.titre, view, description=description)
