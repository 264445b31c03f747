"""When an act was not seen online, as its page, its attestation and the next look all take it into account."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from ..collectivite import Collectivite
from .chaine import Chaine


@dataclass(frozen=True, slots=True)
class Absence:
    """A time during which an act was not seen online, by the clocks of its authority."""

    debut: datetime
    fin: datetime | None
    """When it was seen again; None as long as it was not."""
    motif: str
    """Why, as the first line that told it says: one of the grounds of a line « interruption »."""

    @property
    def jours(self) -> tuple[date, date | None]:
        """The first day without, and the day on which it was seen again."""
        return self.debut.date(), self.fin.date() if self.fin else None


def absences(chaine: Chaine, acte: str, collectivite: Collectivite) -> Iterator[Absence]:
    """The times during which an act was not seen, since the day on which it says that it went online; oldest first.

    Args:
        chaine: the journal of its authority, which knows it.
        acte: the address of its page.
        collectivite: its authority, by whose clocks the days are.
    """
    since = date.fromisoformat(chaine.premieres[acte].publie_le)
    for period in chaine.manques:
        end = collectivite.ici(period.fin)
        if period.concerne(acte) and end.date() >= since:
            yield Absence(collectivite.ici(period.debut), end if period.revue else None, period.manques[0].motif)
