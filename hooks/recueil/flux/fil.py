"""A feed: its name, its page, its articles; cut into what readers ask for and archives of the rest (RFC 5005)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from .article import Article, Composer
from .edition import Edition

DERNIERS = 50
"""Articles of a feed, newest first: a reader asks for it every hour, and keeps what it has seen."""

EPOQUE = datetime(1970, 1, 1, tzinfo=UTC)
"""The moment of a feed in which nothing was ever said."""


@dataclass(frozen=True, slots=True)
class Fil:
    """A feed, which has three addresses: ``flux/actes`` is ``flux/actes.rss.xml``, ``.atom.xml`` and ``.json``."""

    base: str
    titre: str
    page: str
    """The page of the site that shows the same; empty for the home page."""
    description: str
    modifie: datetime
    """When something of it was last said."""
    edition: Edition


@dataclass(frozen=True, slots=True)
class Contenu:
    """A feed, and all that it tells."""

    fil: Fil
    composer: Sequence[Composer]
    """Its articles, newest first."""
    archive: bool = True
    """Whether all its articles are kept; the others are those of a moment, such as the days to come."""


@dataclass(frozen=True, slots=True)
class Voisines:
    """The addresses of the neighbours of a document, each empty when there is none."""

    courante: str = ""
    """For an archive, the feed that it is of."""
    precedente: str = ""
    """The archive of what came before."""
    suivante: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file of a feed, before a format writes it."""

    fil: Fil
    adresse: str
    voisines: Voisines
    articles: tuple[Article, ...]

    @property
    def modifie(self) -> datetime:
        """The newest moment that it tells."""
        return max((one.modifie for one in self.articles), default=self.fil.modifie)


@dataclass(frozen=True, slots=True)
class Part:
    """Some articles of a feed, not composed yet, and its neighbours."""

    fil: Fil
    adresse: str
    voisines: Voisines
    composer: Sequence[Composer]

    def document(self, adresse: str) -> Document:
        """With its articles; at the address of one of its formats."""
        return Document(self.fil, adresse, self.voisines, tuple(one() for one in self.composer))


def parts(contenu: Contenu) -> tuple[Part, list[Part]]:
    """What readers ask for, and the archives of all the rest, oldest first.

    An archive holds as many articles as a feed, counted from the oldest: it never changes but for what became of its
    acts, and only a new one is added. The feed repeats some articles of the newest one (RFC 5005, 4).
    """
    fil, told = contenu.fil, contenu.composer
    older = [*_archives(told)] if contenu.archive else []
    addresses = [archive(fil.base, number) for number in range(1, len(older) + 1)]
    feed = Part(fil, fil.base, Voisines(precedente=addresses[-1] if addresses else ""), told[:DERNIERS])
    return feed, [Part(fil, addresses[i], _voisines(fil.base, addresses, i), part) for i, part in enumerate(older)]


def archive(base: str, number: int) -> str:
    """An archive of a feed, in Atom: ``flux/actes/archives/1.atom.xml``."""
    return f"{base}/archives/{number}.atom.xml"


def _archives(composers: Sequence[Composer]) -> Iterator[Sequence[Composer]]:
    """Oldest first, the articles of each newest first; the newest are in the feed alone."""
    total = len(composers)
    for start in range(0, total - DERNIERS, DERNIERS):
        yield composers[max(0, total - start - DERNIERS) : total - start]


def _voisines(base: str, addresses: Sequence[str], index: int) -> Voisines:
    return Voisines(
        courante=f"{base}.atom.xml",
        precedente=addresses[index - 1] if index else "",
        suivante=addresses[index + 1] if index + 1 < len(addresses) else "",
    )
