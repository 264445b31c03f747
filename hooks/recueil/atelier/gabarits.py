"""Draws a page as the host would: the same template, the same words, its header and footer drawn once for many."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jinja2 import Environment
from markupsafe import Markup

from ..empreinte import sceau
from ..pages.page import Page

_CADRE = "actes/macros/site.html"


@dataclass(frozen=True, slots=True)
class PagePrete:
    """What the templates read of a page, in the words of the host."""

    url: str
    meta: Mapping[str, object]
    canonical_url: str
    is_homepage: bool = False
    content: str = ""

    @property
    def title(self) -> object:
        """The title, as the page gives it."""
        return self.meta["title"]


@dataclass(frozen=True, slots=True)
class Cadre:
    """The header and the footer of some pages."""

    entete: Markup
    pied: Markup

    @property
    def cle(self) -> str:
        """What tells it from another."""
        return sceau(f"{self.entete}\0{self.pied}".encode())


@dataclass(slots=True)
class Gabarits:
    """The templates of a build, with what the host gives to them."""

    env: Environment
    hote: Mapping[str, object]
    """What the header and the footer may read."""
    commun: Mapping[str, object]
    """What a page may read beside its view: small, for a page is made again when it changes."""
    site_url: str
    """Absolute, with its closing slash."""
    profondeur: int
    """How many folders down the links of the header and the footer lead."""
    _cadres: dict[tuple[object, ...], Cadre] = field(default_factory=dict)

    def dessiner(self, page: Page, vue: object) -> bytes:
        """The page, as it is served."""
        frame = self.cadre(page)
        drawn = {"page": self._page(page), "vue": vue, "entete": frame.entete, "pied": frame.pied, "base_url": ""}
        return (
            self.env.get_template(page.template)
            .render({**self.commun, **drawn})
            .encode("utf-8", errors="xmlcharrefreplace")
        )

    def cadre(self, page: Page) -> Cadre:
        """The header and the footer: their links are relative, the same for all the pages of neighbouring folders."""
        segments = page.adresse.split("/")
        key = (len(segments), *segments[: self.profondeur])
        if key not in self._cadres:
            context = {**self.hote, "page": self._page(page)}
            site = self.env.get_template(_CADRE).make_module(context)
            self._cadres[key] = Cadre(site.entete(), site.pied())  # type: ignore[attr-defined]  # its macros
        return self._cadres[key]

    def _page(self, page: Page) -> PagePrete:
        return PagePrete(page.adresse, page.meta(), self.site_url + page.adresse)
