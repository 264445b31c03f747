"""Draws a page as the host would: the same template, the same words, its header and footer drawn once for many."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from jinja2 import Environment
from markupsafe import Markup

from ..empreinte import sceau
from ..pages.page import Page

_CADRE = "actes/macros/site.html"
_LIEN = re.compile(r'(?:href|action|src)="([^":#]+)"')


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
    cle: str
    """What tells it from another."""


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
    _cadres: dict[tuple[object, ...], Cadre] = field(default_factory=dict)
    _menees: frozenset[tuple[str, ...]] | None = None
    """The folders through which the links of the header and the footer go."""

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
        """The header and the footer: their links are relative, the same at one depth on one way to where they lead."""
        segments = tuple(page.adresse.split("/"))
        shared = next((n for n in range(len(segments), 0, -1) if segments[:n] in self._chemins()), 0)
        key = (len(segments), *segments[:shared])
        if key not in self._cadres:
            self._cadres[key] = self._encadrer(self._page(page))
        return self._cadres[key]

    def _chemins(self) -> frozenset[tuple[str, ...]]:
        if self._menees is None:
            root = self._encadrer(PagePrete("", {"title": ""}, self.site_url))
            ways = (link.split("/") for link in _LIEN.findall(root.entete + root.pied))
            self._menees = frozenset(tuple(way[:n]) for way in ways for n in range(1, len(way) + 1))
        return self._menees

    def _encadrer(self, page: PagePrete) -> Cadre:
        site = self.env.get_template(_CADRE).make_module({**self.hote, "page": page})
        header, footer = site.entete(), site.pied()  # type: ignore[attr-defined]  # the macros of the template
        return Cadre(header, footer, sceau(f"{header}\0{footer}".encode()))

    def _page(self, page: Page) -> PagePrete:
        return PagePrete(page.adresse, page.meta(), self.site_url + page.adresse)
