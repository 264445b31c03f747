"""Lengths of time as contracts write them, counted from one day of the month to the day before the same day."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..champs import INCONNU

UN_JOUR = timedelta(days=1)
_UNITES = {"an": "years", "ans": "years", "mois": "months", "jour": "days", "jours": "days"}


def dernier_jour(premier: date, duree: str) -> date:
    """The last day of a length that starts on a day: a year from 1 January 2026 ends on 31 December 2026.

    When the month of the term has no such day, the length ends with that month (code de procédure civile 641).
    """
    after: date = premier + _ecart(duree)
    clipped = after.day != premier.day and "jour" not in duree
    return after if clipped else after - UN_JOUR


def dernier_preavis(fin: date, preavis: str) -> date:
    """The last day to give notice before an end; where months differ in length, the earlier and safer day."""
    last: date = fin - _ecart(preavis)
    return last


def apres_mois(jour: date, mois: int) -> date:
    """The same day some months later, or the last of a shorter month."""
    last: date = jour + relativedelta(months=mois)
    return last


def connue(duree: str | None) -> str | None:
    """The length when the document says it; nothing when it is left out or blank."""
    return None if duree == INCONNU else duree


def _ecart(duree: str) -> relativedelta:
    """``5 ans``, ``18 mois``, ``30 jours``, as they are typed."""
    number, unit = duree.split()
    return relativedelta(**{_UNITES[unit]: int(number)})
