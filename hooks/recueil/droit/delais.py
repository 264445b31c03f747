"""Time limits: two months, « francs », carried over to an open day (CJA R421-1; CGCT L2131-6)."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..nomenclature import Territoire
from .feries import jour_ouvert

_DEUX_MOIS = relativedelta(months=2)
_UN_JOUR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Delai:
    """A limit of two months; at the end of a month, the two ways of counting do not always agree.

    No authority was found that settles the point: the public is told the earlier day, and an act is held
    beyond challenge only after the later one.
    """

    depart: date
    """The day of the event, which does not count."""
    jusqu_au: date
    """The last day to act, by the count that ends first."""
    definitif_apres: date
    """The last day to act, by the count that ends last."""


def deux_mois_francs(depart: date, territoire: Territoire) -> Delai:
    """Two clear months after an event: neither its day nor the day of the term counts (CE 4 June 1954, Décines).

    One count adds two months to the day of the event, then one day; the other starts on the day after, then adds two
    months. A month that is too short ends on its last day. A term on a Saturday, a Sunday or a public holiday is
    carried over to the next open day.
    """
    ends = sorted(
        jour_ouvert(day, territoire) for day in (depart + _DEUX_MOIS + _UN_JOUR, depart + _UN_JOUR + _DEUX_MOIS)
    )
    return Delai(depart, jusqu_au=ends[0], definitif_apres=ends[1])


def jours_francs(debut: date, fin: date) -> int:
    """Clear days between two events: neither day counts, Saturdays, Sundays and holidays do (CGCT L2121-12)."""
    return (fin - debut).days - 1
