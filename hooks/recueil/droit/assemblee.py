"""The rules of an assembly (CGCT, articles L2121-14 to L2121-21; L2131-11 for members who have an interest)."""

from dataclasses import dataclass
from datetime import timedelta

from ..noms import cle
from ..ordre import rang
from ..seance import Mouvement, Pouvoir, Seance

SEMAINE = timedelta(days=7)
"""How soon the list of délibérations and the minutes are put online (CGCT L2121-25 and L2121-15)."""


@dataclass(frozen=True, slots=True)
class Salle:
    """Who can deliberate on one act: the room as it is when its turn comes."""

    presents: tuple[str, ...]
    """Members in the room who have no interest in the matter; those of the quorum."""
    pouvoirs: tuple[Pouvoir, ...]
    """Proxies that hold: who gave it is away, who bears it has not left."""
    retires: tuple[str, ...] = ()
    """Members in the room who have an interest in the matter and take no part in it."""

    @property
    def votants(self) -> int:
        """Members present and members represented (CGCT L2121-20)."""
        return len(self.presents) + len(self.pouvoirs)


def salle(seance: Seance, numero: str | None = None) -> Salle:
    """The room when the act of this number is examined; without a number, at the opening of the session.

    An interest takes a member out of the count of those present and out of the vote (CGCT L2131-11; CE 19 January
    1983, Chauré), and with them the proxy that they bear, which nobody else may use.
    """
    gone = {cle(m.membre) for m in seance.departs if _passe(m, numero)}
    late = {cle(m.membre) for m in seance.arrivees if not _passe(m, numero)}
    here = {cle(m.membre): m.membre for m in seance.arrivees if _passe(m, numero)}
    named = {cle(name): name for name in seance.presents} | here
    interested = {cle(name) for name in seance.deports}
    room = {key: name for key, name in named.items() if key not in gone | late}
    away = gone | interested
    return Salle(
        presents=tuple(name for key, name in room.items() if key not in interested),
        pouvoirs=tuple(
            p
            for p in seance.pouvoirs
            if cle(p.mandant) not in room.keys() | interested and cle(p.mandataire) not in away
        ),
        retires=tuple(name for key, name in room.items() if key in interested),
    )


def _passe(mouvement: Mouvement, numero: str | None) -> bool:
    """Whether a member had already come or gone when the act of this number was examined."""
    if mouvement.avant is None:
        return True
    return numero is not None and rang(mouvement.avant) <= rang(numero)


def quorum(membres_en_exercice: int) -> int:
    """How many members must be present in person: more than half of those in office (CGCT L2121-17)."""
    return membres_en_exercice // 2 + 1


def majorite_atteinte(pour: int, contre: int) -> bool:
    """Whether a proposal passes: more votes for than against, abstentions aside (CGCT L2121-20)."""
    return pour > contre
