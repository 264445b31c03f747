"""Public holidays, by the territory of the authority (code du travail L3133-1, L3134-13 and L3422-2)."""

from datetime import date, timedelta
from functools import cache

from ..nomenclature import Territoire

_FIXES = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
"""Month and day of those that are the same everywhere (L3133-1)."""

_DEPUIS_PAQUES = (1, 39, 50)
"""Easter Monday, Ascension, Whit Monday, in days after Easter (L3133-1)."""

_ABOLITION = {
    Territoire.MAYOTTE: (4, 27),
    Territoire.MARTINIQUE: (5, 22),
    Territoire.GUADELOUPE: (5, 27),
    Territoire.SAINT_MARTIN: (5, 28),
    Territoire.GUYANE: (6, 10),
    Territoire.SAINT_BARTHELEMY: (10, 9),
    Territoire.REUNION: (12, 20),
}
"""Day of the abolition of slavery (loi n° 83-550 and L3422-2)."""


def paques(year: int) -> date:
    """Easter Sunday, by the Gregorian computus of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@cache
def feries(year: int, territoire: Territoire) -> frozenset[date]:
    """Every public holiday of a year in a territory.

    In Alsace-Moselle, Good Friday is a holiday in the communes that have a Protestant temple or a mixed church
    (L3134-13): it is counted, which gives the later day, the one that nobody can be reproached with.
    """
    easter = paques(year)
    days = {date(year, month, day) for month, day in _FIXES}
    days |= {easter + timedelta(days=offset) for offset in _DEPUIS_PAQUES}
    if territoire is Territoire.ALSACE_MOSELLE:
        days |= {easter - timedelta(days=2), date(year, 12, 26)}
    if territoire in _ABOLITION:
        days.add(date(year, *_ABOLITION[territoire]))
    return frozenset(days)


def ouvert(day: date, territoire: Territoire) -> bool:
    """Whether a term may end on this day: neither a Saturday, nor a Sunday, nor a public holiday."""
    return day.weekday() < 5 and day not in feries(day.year, territoire)


def jour_ouvert(day: date, territoire: Territoire) -> date:
    """This day, or the first open one after it."""
    while not ouvert(day, territoire):
        day += timedelta(days=1)
    return day
