"""Time limits in months, « francs », carried over to an open day (CJA R421-1; CGCT L2131-6)."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from ..nomenclature import Territoire
from .durees import UN_JOUR
from .feries import jour_ouvert


@dataclass(frozen=True, slots=True)
class Delai:
    """A limit in months; at the end of a month, the two ways of counting do not always agree.

    No authority was found that settles the point: the public is told the earlier day, and an act is held
    beyond challenge only after the later one.
    """

    depart: date
    """The day of the event, which does not count."""
    terme: date
    """The last day by the count that ends first, before it is carried over to an open day."""
    jusqu_au: date
    """The last day to act, by the count that ends first."""
    definitif_apres: date
    """The last day to act, by the count that ends last."""


@lru_cache(maxsize=4096)
def mois_francs(depart: date, mois: int, territoire: Territoire) -> Delai:
    """Clear months after an event: neither its day nor the day of the term counts (CE 4 June 1954, Décines).

    One count adds the months to the day of the event, then one day; the other starts on the day after, then adds the
    months. A month that is too short ends on its last day. A term on a Saturday, a Sunday or a public holiday is
    carried over to the next open day.
    """
    span = relativedelta(months=mois)
    terms = sorted((depart + span + UN_JOUR, depart + UN_JOUR + span))
    ends = [jour_ouvert(day, territoire) for day in terms]
    return Delai(depart, terms[0], jusqu_au=ends[0], definitif_apres=ends[1])


def deux_mois_francs(depart: date, territoire: Territoire) -> Delai:
    """The two months of an appeal before the court, and of a referral by the préfet."""
    return mois_francs(depart, 2, territoire)


def jours_francs(debut: date, fin: date) -> int:
    """Clear days between two events: neither day counts, Saturdays, Sundays and holidays do (CGCT L2121-12)."""
    return (fin - debut).days - 1
