"""What a feed tells of one thing, the same in all formats: an act, what became of it, a session, a day to come."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from hashlib import sha256

from ..gabarits import remplir

_ONZE_HEURES = time(11, tzinfo=UTC)
_UNE_HEURE = 3_599_999_999
"""In microseconds, less one second: Wallis-et-Futuna must not see the next day."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A file that goes with an article."""

    url: str
    titre: str
    taille: int
    """In bytes."""
    type: str = "application/pdf"


@dataclass(frozen=True)
class Resume:
    """What is read under the title of an article."""

    gabarit: str
    """Its template."""
    vue: object
    """What this prints; compared where the HTML would have to be made first."""

    @cached_property
    def html(self) -> str:
        """As it is written in every feed that holds it."""
        return remplir(self.gabarit, self.vue)


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a feed."""

    identite: str
    """What names it for ever in RSS and JSON; another identity is another article, which readers show again."""
    permanente: str
    """Its identity in Atom, always an address or a URN (RFC 4287, 4.2.6)."""
    titre: str
    url: str
    """The whole address of the page that it is about."""
    resume: Resume
    publie: datetime
    modifie: datetime
    auteur: str = ""
    rubriques: tuple[tuple[str, str], ...] = ()
    """Key and label of what it is filed under."""
    pieces: tuple[Piece, ...] = ()


Composer = Callable[[], Article]
"""Makes an article when its feed is written: ten thousand are not kept."""


def instant(day: date) -> datetime:
    """A moment of a day that is that day in every territory of the Republic.

    11:00 UTC is 01:00 in French Polynesia and 23:00 in Wallis-et-Futuna.
    """
    return datetime.combine(day, _ONZE_HEURES)


def modification(day: date, identity: str) -> datetime:
    """A moment of the hour that follows ``instant``, always the same for an article and shared by no other.

    Acts published on one day would otherwise have the same ``atom:updated``, which readers and the W3C's validator
    take for a fault; only the day says something of the act.
    """
    digest = int.from_bytes(sha256(identity.encode()).digest()[:8], "big")
    return instant(day) + timedelta(microseconds=digest % _UNE_HEURE)
