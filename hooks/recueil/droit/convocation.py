"""How many clear days a convocation must leave, in one dated table (CGCT L2121-7 to L2121-12, L5211-1, L2541-2)."""

from dataclasses import dataclass
from datetime import date

from ..collectivite import Collectivite
from ..nomenclature import Territoire, TypeCollectivite
from .publicite import SEUIL

URGENCE = 1
"""Clear days left in an emergency, which the assembly must accept at the opening (CGCT L2121-11 and L2121-12)."""


@dataclass(frozen=True, slots=True)
class Preavis:
    """One line of the table."""

    depuis: date
    """First day of the sessions that it rules."""
    types: frozenset[TypeCollectivite]
    population: range
    """Inhabitants of the communes that it rules; a group of authorities has one rule whatever its size."""
    jours: int
    article: str


_TOUTE = range(10**9)
_CGCT = date(1996, 2, 24)
_GROUPEMENTS = frozenset({TypeCollectivite.EPCI_FP, TypeCollectivite.SYNDICAT_COMMUNES, TypeCollectivite.SM_FERME})
_COMMUNES = frozenset({TypeCollectivite.COMMUNE})

TABLE: tuple[Preavis, ...] = (
    Preavis(_CGCT, _COMMUNES, range(SEUIL), 3, "CGCT L2121-11"),
    Preavis(_CGCT, _COMMUNES, range(SEUIL, 10**9), 5, "CGCT L2121-12"),
    Preavis(_CGCT, _GROUPEMENTS, _TOUTE, 5, "CGCT L5211-1 et L2121-12"),
)
"""A new law is a new line, with its first day: the newest line that suits a session rules it.

Departments, regions, open syndicats mixtes and other establishments are not here: their delays come from other
articles or from their statutes, and are not in clear days.
"""

_ALSACE_MOSELLE = Preavis(_CGCT, _COMMUNES, _TOUTE, 3, "CGCT L2541-2")
"""In Moselle, Bas-Rhin and Haut-Rhin, three days for every commune."""


def preavis(collectivite: Collectivite, seance: date) -> tuple[Preavis, ...]:
    """The line that rules a session, none when the law has none, two when the population that decides is not known."""
    if collectivite.type in _COMMUNES and collectivite.jours_feries is Territoire.ALSACE_MOSELLE:
        return (_ALSACE_MOSELLE,)
    suited = [line for line in TABLE if collectivite.type in line.types and line.depuis <= seance]
    people = collectivite.population
    known = [line for line in suited if line.population == _TOUTE or people is None or people in line.population]
    newest = max((line.depuis for line in known), default=None)
    return tuple(line for line in known if line.depuis == newest)
