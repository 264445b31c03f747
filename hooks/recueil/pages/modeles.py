"""The families: a model of convention, those that follow it across the authorities, and what each changes in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from .. import adresses
from ..comparaison import Comparaison, comparer
from ..convention import Convention
from ..publies import Fiche
from ..registre import Registre
from .page import Lien, Page


@dataclass(frozen=True, slots=True)
class VueDifferences:
    """What a convention changes in its model."""

    titre: str
    modele: Fiche
    convention: Fiche
    comparaison: Comparaison
    retour: Lien


def pages_differences(registre: Registre) -> Iterator[Page]:
    """A page per convention whose text and whose model's text are both there."""
    for fiche in registre.toutes:
        model = comparable(fiche, registre)
        if model:
            title = f"Différences avec le modèle : {fiche.acte.objet}"
            back = Lien(fiche.adresse, fiche.acte.titre)
            view = VueDifferences(title, model, fiche, comparer(model.texte, fiche.texte), back)
            yield Page(adresses.differences(fiche.adresse), "actes/comparaison.html", title, view, fiche.acte.publicite)


def comparable(fiche: Fiche, registre: Registre) -> Fiche | None:
    """The model that a convention can be compared with, if there is one."""
    acte = fiche.acte
    model = registre.cible(fiche, acte.modele) if isinstance(acte, Convention) else None
    return model if model and model.texte.strip() and fiche.texte.strip() else None
