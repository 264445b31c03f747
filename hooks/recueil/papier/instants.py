"""A moment of the journal, as a person reads it and as a program does."""

from datetime import datetime

from ..collectivite import Collectivite
from ..ecriture import jour


def local(instant: str, collectivite: Collectivite) -> datetime:
    """A moment, ISO 8601 in UTC, on the clocks of an authority."""
    return collectivite.ici(datetime.fromisoformat(instant))


def moment(instant: str, collectivite: Collectivite) -> str:
    """« 16 février 2026 à 14 h 05, heure locale (2026-02-16T13:05:09Z) »."""
    told = local(instant, collectivite)
    return f"{jour(told.date())} à {told.hour}\u00a0h\u00a0{told.minute:02}, heure locale ({instant})"
