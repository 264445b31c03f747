"""The terms of the closed lists, as things that have an address: kinds of act, matières."""

from ..acte import Acte
from ..matieres import libelle_matiere
from . import lieux
from .ensemble import Ensemble
from .noeud import Noeud, noeud


def sorte(acte: Acte, ensemble: Ensemble) -> Noeud:
    """What a document is: « Délibération »."""
    return _notion("type", acte.type.value, acte.type.libelle, ensemble, "eli:ResourceType")


def matiere(acte: Acte, ensemble: Ensemble) -> Noeud | None:
    """What it is about, in the nomenclature that all préfectures share."""
    return _notion("matiere", acte.matiere, libelle_matiere(acte.matiere), ensemble) if acte.matiere else None


def _notion(liste: str, valeur: str, libelle: str, ensemble: Ensemble, classe: str = "") -> Noeud:
    said = {"name": libelle, "termCode": valeur}
    address = ensemble.url(lieux.notion(liste, valeur))
    return ensemble.partage((liste, valeur), lambda: noeud(address, f"DefinedTerm {classe}", said))
