"""The titles of a year, for the box that filters a list of the register while one types."""

from collections.abc import Sequence

from ..objets import ecrire
from ..publies import Fiche
from .document import jour


def titres(fiches: Sequence[Fiche]) -> str:
    """Address, kind and number, objet, authority and day of each act, newest first."""
    rows = [[f.adresse, f.acte.intitule, f.acte.objet, f.collectivite.nom_court, jour(f)] for f in reversed(fiches)]
    return ecrire({"actes": rows})
