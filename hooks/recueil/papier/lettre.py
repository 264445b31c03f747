"""What the papers to sign have in common: who signs, and which act it is about."""

from collections.abc import Iterator

from ..ecriture import jour
from ..nomenclature import TypeCollectivite
from ..publies import Fiche
from .cadre import Cadre, Rubrique

_QUALITES = {TypeCollectivite.COMMUNE: "maire"}
_PRESIDENCE = "président(e)"


def cadre(titre: str, fiche: Fiche) -> Cadre:
    """The frame of a paper about an act."""
    whole = f"{titre}, {fiche.acte.intitule}"
    return Cadre(whole, fiche.collectivite.nom, whole, fiche.collectivite.nom)


def commun(fiche: Fiche, url: str) -> dict[str, object]:
    """What both papers print: who signs, and which act it is."""
    return {
        "fiche": fiche,
        "qualite": _QUALITES.get(fiche.collectivite.type, _PRESIDENCE),
        "rubriques": tuple(_designation(fiche)),
        "url": url,
    }


def _designation(fiche: Fiche) -> Iterator[Rubrique]:
    acte = fiche.acte
    yield Rubrique("Acte", (acte.intitule + (f" du {jour(acte.date)}" if acte.date else ""),))
    yield Rubrique("Objet", (acte.objet,))
    if acte.auteur:
        yield Rubrique("Auteur", (f"{acte.auteur}, {acte.auteur.qualite}",))
    if acte.identifiant:
        yield Rubrique("Identifiant", (acte.identifiant,))
