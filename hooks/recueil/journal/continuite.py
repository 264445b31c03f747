"""What the looks from outside tell of the time between them: seen, not seen, or not known."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from .ligne import Constat, Interruption, Ligne

TOLERANCE = timedelta(hours=36)
"""The longest time between two looks that still makes one period: they are daily, and may be late."""


class Vue(Enum):
    """What is known of the site during a period."""

    EN_LIGNE = "en ligne"
    INTERROMPUE = "interrompue"
    INCONNUE = "inconnue"


@dataclass(frozen=True, slots=True)
class Periode:
    """A time during which the site was seen, was not, or was not looked at; moments with their time zone."""

    vue: Vue
    debut: datetime
    fin: datetime
    regards: int = 0
    """How many looks it rests on."""
    manques: tuple[Interruption, ...] = ()
    """The lines that told that it was not seen."""

    revue: bool = False
    """Whether a later look saw again what was missing."""

    def concerne(self, adresse: str) -> bool:
        """Whether a page or one of its files was missing; a line that does not name them all leaves a doubt."""
        return any(
            line.nombre == 0 or line.nombre > len(line.adresses) or _nomme(line, adresse) for line in self.manques
        )


def _nomme(line: Interruption, adresse: str) -> bool:
    """Whether a line names a page or one of its files; its twin for programs takes nothing from a reader."""
    return any(name.startswith(adresse) and not name.endswith(".json") for name in line.adresses)


def continuite(lignes: Iterable[Ligne]) -> tuple[Periode, ...]:
    """The periods that lines tell, first to last; a time without a look is unknown, never taken as seen."""
    periods: list[Periode] = []
    for line in lignes:
        if isinstance(line, Constat | Interruption):
            _prolonger(periods, line)
    return tuple(periods)


def _prolonger(periods: list[Periode], line: Constat | Interruption) -> None:
    """Take one more look into account."""
    now = datetime.fromisoformat(line.inscrit_le)
    last = periods[-1] if periods else None
    if last and last.vue is Vue.INTERROMPUE and not last.revue:
        missing = (line,) if isinstance(line, Interruption) else ()
        periods[-1] = last = replace(
            last, fin=now, regards=last.regards + len(missing), manques=last.manques + missing, revue=not missing
        )
    if last and last.vue is Vue.EN_LIGNE and now - last.fin > TOLERANCE:
        last = Periode(Vue.INCONNUE, last.fin, now)
        periods.append(last)
    if isinstance(line, Interruption):
        if not (last and last.vue is Vue.INTERROMPUE):
            since = last.fin if last else now  # the last time that it was seen: nobody knows when it began
            periods.append(Periode(Vue.INTERROMPUE, since, now, 1, (line,)))
    elif last and last.vue is Vue.EN_LIGNE:
        periods[-1] = replace(last, fin=now, regards=last.regards + 1)
    else:
        periods.append(Periode(Vue.EN_LIGNE, now, now, 1))
