"""Where the linked data are, and the addresses of what has no page: for ever the same."""

from .. import adresses
from ..collectivite import Collectivite

REGISTRE = "donnees/registre.ttl"
CATALOGUE = "donnees/catalogue"
"""``.ttl`` and ``.jsonld``."""


def annee(cle: str, year: int) -> str:
    """The acts of an authority and of a year: ``donnees/lie/scota/2026.ttl``; a document of reference may have none."""
    return f"donnees/lie/{cle}/{year or 'sans-date'}.ttl"


def collectivite(authority: Collectivite) -> str:
    """An authority is no document: it is not its page."""
    return f"{adresses.collectivite(authority)}#collectivite"


def territoire(authority: Collectivite) -> str:
    """Where its acts apply."""
    return f"{adresses.collectivite(authority)}#territoire"


def organe(authority: Collectivite, nom: str) -> str:
    """An assembly of an authority: ``scota/#comite-syndical``."""
    return f"{adresses.collectivite(authority)}#{adresses.slug(nom)}"


def seance(page: str) -> str:
    """A session is no document either."""
    return f"{page}#seance"


def notion(liste: str, valeur: str) -> str:
    """A term of a closed list: ``donnees/registre.ttl#matiere-1.4``."""
    return f"{REGISTRE}#{liste}-{valeur}"
