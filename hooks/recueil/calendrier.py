"""The calendars: the days that count for conventions, in iCalendar (RFC 5545), the same bytes at every build."""

from collections.abc import Callable, Iterable

from icalendar import Calendar, Event

from .droit.durees import UN_JOUR
from .echeances import Echeance
from .flux import instant
from .pages.page import Reglages
from .registre import Registre


def calendrier(titre: str, jours: Iterable[Echeance], ecrire: Callable[[Echeance], bytes]) -> bytes:
    """An iCalendar file of whole days, each as ``evenement`` writes it."""
    calendar = Calendar()
    calendar.add("prodid", "-//Recueil//Conventions//FR")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", titre)
    start, end, rest = bytes(calendar.to_ical()).partition(b"END:VCALENDAR")
    return b"".join((start, *map(ecrire, jours), end, rest))


def evenement(day: Echeance, registre: Registre, reglages: Reglages) -> bytes:
    """A day, written once for all the files that hold it.

    ``UID`` depends on the convention, the kind of day and its period, so that a day that moves is moved in the readers
    too; ``DTSTAMP`` is the day of the last news of the convention, and no clock is read.
    """
    event = Event()
    event.add("uid", day.identite(reglages.url(day.fiche.adresse)))
    event.add("dtstamp", instant(max(registre.vies.nouvelles(day.fiche.acte))))
    event.add("dtstart", day.jour)
    event.add("dtend", day.jour + UN_JOUR)
    event.add("summary", day.intitule)
    event.add("description", f"{day.fiche.collectivite.nom}, {day.fiche.acte.intitule.lower()}")
    event.add("url", reglages.url(day.fiche.adresse))
    event.add("transp", "TRANSPARENT")
    return bytes(event.to_ical())
