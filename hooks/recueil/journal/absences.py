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
    """When it was last seen before, or first seen to be missing."""
    fin: datetime | None
    """When it was seen again; None as long as it was not."""
    constate: datetime
    """The last look that told it, or that saw it again."""
    motif: str
    """Why, as the first line that told it says: one of the grounds of a line « interruption »."""

    @property
    def jours(self) -> tuple[date, date]:
        """The day since which it was not seen, and that on which it was seen again, or on which that was last told."""
        return self.debut.date(), self.constate.date()


def en_ligne_depuis(chaine: Chaine, acte: str) -> date:
    """The day since which an act is online: the one that it declares, or that of its first line."""
    return date.fromisoformat(chaine.declare(acte) or chaine.premieres[acte].inscrit_le[:10])


def absences(chaine: Chaine, acte: str, collectivite: Collectivite) -> Iterator[Absence]:
    """The times during which an act was not seen, since the day on which it says that it went online; oldest first.

    Args:
        chaine: the journal of its authority, which knows it.
        acte: the address of its page.
        collectivite: its authority, by whose clocks the days are.
    """
    since = en_ligne_depuis(chaine, acte)
    for period in chaine.manques:
        end = collectivite.ici(period.fin)
        if period.concerne(acte) and end.date() >= since:
            yield Absence(collectivite.ici(period.debut), end if period.revue else None, end, period.manques[0].motif)
