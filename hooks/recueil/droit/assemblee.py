"""The rules of an assembly (CGCT, articles L2121-14 to L2121-21; L2131-11 for members who have an interest)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from ..noms import cle
from ..ordre import rang
from ..seance import Pouvoir, Seance

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


def nommes(seance: Seance) -> dict[tuple[str, ...], str]:
    """Every member that the session names, once: present, represented, excused or absent."""
    named = (*seance.presents, *(p.mandant for p in seance.pouvoirs), *seance.excuses, *seance.absents)
    moved = (m.membre for m in (*seance.arrivees, *seance.departs))
    return {cle(name): name for name in (*named, *moved)}


def salle(seance: Seance, numero: str | None = None) -> Salle:
    """The room when the act of this number is examined; without a number, at the opening of the session.

    An interest takes a member out of the count of those present and out of the vote (CGCT L2131-11; CE 19 January
    1983, Chauré), and with them the proxy that they bear, which nobody else may use.
    """
    if not (seance.arrivees or seance.departs or seance.deports):  # most sessions: nobody moves
        there = {cle(name): name for name in seance.presents}
        proxies = tuple(p for p in seance.pouvoirs if cle(p.mandant) not in there)
        return Salle(tuple(there.values()), proxies)
    return _salle_mouvante(seance, numero)


def _salle_mouvante(seance: Seance, numero: str | None) -> Salle:
    """The same when members come, go or stand aside."""
    named = {cle(name): name for name in (*seance.presents, *(m.membre for m in seance.arrivees))}
    there = _dans_la_salle(seance, numero)
    interested = {cle(name) for name in seance.deports}
    away = (named.keys() - there) | interested
    return Salle(
        presents=tuple(name for key, name in named.items() if key in there - interested),
        pouvoirs=tuple(
            p for p in seance.pouvoirs if cle(p.mandant) not in there | interested and cle(p.mandataire) not in away
        ),
        retires=tuple(name for key, name in named.items() if key in there & interested),
    )


def _dans_la_salle(seance: Seance, numero: str | None) -> set[tuple[str, ...]]:
    """Who is there: those of the list, and what each has done since; whoever comes in first was not there before."""
    there = {cle(name) for name in seance.presents}
    moves = sorted(_mouvements(seance), key=lambda move: move[:2])
    first = {member: leaving for _, leaving, member in reversed(moves)}
    there -= {member for member, leaving in first.items() if not leaving}
    for when, leaving, member in moves:
        if not when or (numero is not None and when <= rang(numero)):
            (there.discard if leaving else there.add)(member)
    return there


def _mouvements(seance: Seance) -> Iterator[tuple[tuple[tuple[int, int, str], ...], bool, tuple[str, ...]]]:
    """Who comes and goes: before which act (before all when it is not said), whether they leave, and who."""
    for leaving, moves in ((False, seance.arrivees), (True, seance.departs)):
        for move in moves:
            yield _quand(move.avant), leaving, cle(move.membre)


def _quand(avant: str | None) -> tuple[tuple[int, int, str], ...]:
    """The place of a move among the acts; « questions diverses », which is no number, comes after them all."""
    if avant is None or any(figure.isdigit() for figure in avant):
        return rang(avant or "")
    return ((2, 0, avant),)


def quorum(membres_en_exercice: int) -> int:
    """How many members must be present in person: more than half of those in office (CGCT L2121-17)."""
    return membres_en_exercice // 2 + 1


def majorite_atteinte(pour: int, contre: int) -> bool:
    """Whether a proposal passes: more votes for than against, abstentions aside (CGCT L2121-20)."""
    return pour > contre
