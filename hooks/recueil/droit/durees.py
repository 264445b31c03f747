"""Lengths of time as contracts write them, counted from one day of the month to the day before the same day."""

from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from ..champs import INCONNU, INDETERMINEE

UN_JOUR = timedelta(days=1)
_UNITES = {"an": "years", "ans": "years", "mois": "months", "jour": "days", "jours": "days"}


def dernier_jour(premier: date, duree: str) -> date:
    """The last day of a length that starts on a day: a year from 1 January 2026 ends on 31 December 2026.

    When the month of the term has no such day, the length ends with that month (code de procédure civile 641).
    """
    after: date = premier + ecart(duree)
    clipped = after.day != premier.day and "jour" not in duree
    return after if clipped else after - UN_JOUR


def dernier_preavis(fin: date, preavis: str) -> date:
    """The last day to give notice before an end; where months differ in length, the earlier and safer day."""
    last: date = fin - ecart(preavis)
    return min(last, preavis_defendable(fin, preavis))


def preavis_defendable(fin: date, preavis: str) -> date:
    """The last day on which a notice can be held to be in time: counted back from the midnight of the end."""
    midnight: date = fin + UN_JOUR - ecart(preavis)
    straight: date = fin - ecart(preavis)
    return max(midnight - UN_JOUR, straight)


@lru_cache(maxsize=4096)
def apres_mois(jour: date, mois: int) -> date:
    """The same day some months later, or the last of a shorter month."""
    last: date = jour + relativedelta(months=mois)
    return last


def connue(duree: str | None) -> str | None:
    """The length when the document says it; nothing when it is left out, blank, or without end."""
    return None if duree in {INCONNU, INDETERMINEE} else duree


def ecart(duree: str) -> relativedelta:
    """What is added to a day: ``5 ans``, ``18 mois``, ``30 jours``, as they are typed."""
    number, unit = duree.split()
    return relativedelta(**{_UNITES[unit]: int(number)})
