"""What a page is before it is written: an address, a template, and a view that the template reads."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from .. import adresses
from ..nomenclature import Licence
from ..reglages import Audit, Options

_T = TypeVar("_T")

PAR_PAGE = 50
"""Lines of a list before it goes on to a next page."""


@dataclass(frozen=True, slots=True)
class Reglages:
    """The settings of the site that pages, feeds and data need."""

    site_url: str
    """Absolute, with its closing slash."""
    site_name: str
    description: str = ""
    options: Options = field(default_factory=Options)
    """What the town chose: licence, colour, coat of arms, who answers for the site."""
    pages_fixes: frozenset[str] = frozenset()
    """Addresses of the pages that a person wrote: no act may take one."""

    @property
    def licence(self) -> Licence:
        """Of the data."""
        return self.options.licence

    @property
    def hub(self) -> str:
        """The WebSub hub that tells subscribers at once; nothing when there is none."""
        return self.options.relais or ""

    @property
    def audit(self) -> Audit | None:
        """The last audit of accessibility; None when nobody made one."""
        return self.options.audit

    @property
    def etat_accessibilite(self) -> str:
        """What the law calls it; without an audit, a site does not conform (arrêté du 20 septembre 2019, annexe)."""
        return self.audit.etat if self.audit else "non conforme"

    def url(self, address: str) -> str:
        """The absolute address of a page or a file, which is its own when it lives outside the site."""
        return adresses.absolue(self.site_url, address)


@dataclass(frozen=True, slots=True)
class Differee:
    """A view that is made when its page is drawn: ten thousand are not kept."""

    composer: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site."""

    adresse: str
    """With its closing slash; the home page is empty."""
    template: str
    titre: str
    vue: object
    """What the template reads, or ``Differee``."""
    modifiee_le: date | None = None
    """Day of its last change, as the acts tell it (``lastmod`` of the sitemap)."""
    description: str = ""
    plan: bool = True
    """Whether the sitemap names it."""
    flux: str = ""
    """The feed that tells what is new on it, without the ending of a format."""

    def montrer(self) -> object:
        """What the template reads."""
        return self.vue.composer() if isinstance(self.vue, Differee) else self.vue

    def meta(self) -> dict[str, object]:
        """What the host and the templates are told of it."""
        told = {"template": self.template, "title": self.titre, "description": self.description, "plan": self.plan}
        told |= {"flux": self.flux} if self.flux else {}
        return told | ({"modifiee_le": self.modifiee_le.isoformat()} if self.modifiee_le else {})


@dataclass(frozen=True, slots=True)
class Lien:
    """A link and, for an index, how many acts lie behind it."""

    adresse: str
    libelle: str
    nombre: int | None = None
    actuel: bool = False


@dataclass(frozen=True, slots=True)
class Pagination:
    """Where one is in a long list; empty when the list fits on one page."""

    liens: tuple[Lien, ...] = ()
    precedente: str = ""
    suivante: str = ""


@dataclass(frozen=True, slots=True)
class Tranche(Generic[_T]):
    """One page of a long list."""

    adresse: str
    numero: int
    elements: tuple[_T, ...]
    pagination: Pagination = field(default_factory=Pagination)

    @property
    def suffixe(self) -> str:
        """What its title has more than that of the first page."""
        return f" (page {self.numero})" if self.numero > 1 else ""


def tranches(address: str, elements: Sequence[_T], par_page: int = PAR_PAGE) -> Iterator[Tranche[_T]]:
    """Cut a list into pages; an empty list has one page."""
    total = max(1, -(-len(elements) // par_page))
    addresses = [adresses.page(address, number) for number in range(1, total + 1)]
    for index, here in enumerate(addresses):
        chunk = tuple(elements[index * par_page : (index + 1) * par_page])
        yield Tranche(here, index + 1, chunk, _pagination(addresses, index) if total > 1 else Pagination())


def _pagination(addresses: Sequence[str], index: int) -> Pagination:
    """Neighbours, first and last: a list of ten thousand pages stays short."""
    shown = sorted({0, len(addresses) - 1, *range(max(0, index - 2), min(len(addresses), index + 3))})
    return Pagination(
        liens=tuple(Lien(addresses[i], str(i + 1), actuel=i == index) for i in shown),
        precedente=addresses[index - 1] if index else "",
        suivante=addresses[index + 1] if index + 1 < len(addresses) else "",
    )
