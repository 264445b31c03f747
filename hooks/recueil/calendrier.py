"""The calendars: the days that count for conventions, in iCalendar (RFC 5545), the same bytes at every build."""

from collections.abc import Callable, Iterable
from datetime import datetime, time
from typing import TypeVar

from icalendar import Calendar, Event

from .droit.durees import UN_JOUR
from .echeances import Echeance
from .flux.article import instant
from .pages.page import Reglages
from .pages.seances import titre
from .publies import SeancePubliee
from .registre import Registre

_Evenement = TypeVar("_Evenement")


def calendrier(titre: str, jours: Iterable[_Evenement], ecrire: Callable[[_Evenement], bytes]) -> bytes:
    """An iCalendar file, each event as ``evenement`` or ``evenement_seance`` writes it."""
    calendar = Calendar()
    calendar.add("prodid", "-//Recueil//Registre//FR")
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


def evenement_seance(tenue: SeancePubliee, reglages: Reglages) -> bytes:
    """A session: at its hour, as the clocks of the place show it (RFC 5545, 3.3.5), or the whole day."""
    seance, url = tenue.seance, reglages.url(tenue.adresse)
    event = Event()
    event.add("uid", url)
    event.add("dtstamp", instant(tenue.modifiee_le))
    if seance.heure:
        event.add("dtstart", datetime.combine(seance.date, time.fromisoformat(seance.heure)))
    else:
        event.add("dtstart", seance.date)
        event.add("dtend", seance.date + UN_JOUR)
    event.add("summary", f"{titre(tenue)}, {tenue.collectivite.nom}")
    if seance.lieu:
        event.add("location", seance.lieu)
    if seance.ordre_du_jour:
        event.add("description", "\n".join(seance.ordre_du_jour))
    event.add("url", url)
    return bytes(event.to_ical())
