"""Makes the files of a site, shared between the processors; what has not changed since the last build is left alone."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..empreinte import empreinte, sceau
from ..pages.page import Page
from ..repartition import partager
from ..site import Copie, Texte
from .cles import Cles
from .gabarits import Cadre, Gabarits
from .memoire import Fait, Memoire

_PAR_PART = 100
"""Files that a processor takes at a time."""

_Piece = Page | Texte | Copie


@dataclass(frozen=True, slots=True)
class Lot:
    """What is to be made."""

    pages: Sequence[Page]
    textes: Sequence[Texte]
    copies: Sequence[Copie]

    def parts(self) -> Iterator[Sequence[_Piece]]:
        """Cut into shares: an act's page beside its twin, as both render its text."""
        twins = {texte.adresse.removesuffix("index.json"): texte for texte in self.textes}
        beside = [one for page in self.pages for one in (page, twins.pop(page.adresse, None)) if one]
        everything = [*beside, *twins.values(), *self.copies]
        for start in range(0, len(everything), _PAR_PART):
            yield everything[start : start + _PAR_PART]


@dataclass(frozen=True, slots=True)
class Fabrique:
    """Where the files are, where the new ones go, and how a page is drawn."""

    site: Path
    """The site of the last build, which is only read."""
    chantier: Path
    """The folder of what is new or changed."""
    gabarits: Gabarits
    cles: Cles
    memoire: Memoire

    def fabriquer(self, lot: Lot) -> list[Fait]:
        """Every file, those that did not change too."""
        return [one for part in partager(self._part, [*lot.parts()]) for one in part]

    def _part(self, part: Sequence[_Piece]) -> list[Fait]:
        return [self._un(one) for one in part]

    def _un(self, one: _Piece) -> Fait:
        if isinstance(one, Page):
            return self._page(one)
        return self._texte(one) if isinstance(one, Texte) else self._copie(one)

    def _copie(self, one: Copie) -> Fait:
        known = empreinte(one.chemin).sha256
        if self._servi(one.adresse) != known:
            shutil.copyfile(one.chemin, self._place(one.adresse))
        return Fait(one.adresse, known)

    def _texte(self, one: Texte) -> Fait:
        return self._poser(Fait(one.adresse, ""), one.octets)

    def _page(self, page: Page) -> Fait:
        view, frame = page.montrer(), self.gabarits.cadre(page)
        key = self.cles.cle(page.template, page.meta(), view)
        made = Fait(f"{page.adresse}index.html", "", key, frame.cle)
        return self._garder(made, frame) or self._poser(made, lambda: self.gabarits.dessiner(page, view))

    def _garder(self, made: Fait, frame: Cadre) -> Fait | None:
        """The page of the last build, when it shows the same and is intact; with the header and the footer of today."""
        last = self.memoire.faits.get(made.adresse)
        if last is None or not made.cle or last.cle != made.cle:
            return None
        before = self._lu(made.adresse)
        if sceau(before) != last.sha256:
            return None
        if last.cadre == made.cadre:
            return last
        old = self.memoire.cadres.get(last.cadre)
        return self._poser(made, lambda: _recadrer(before, old, frame)) if old else None

    def _poser(self, made: Fait, contenu: Callable[[], bytes]) -> Fait:
        content = contenu()
        digest = sceau(content)
        if self._servi(made.adresse) != digest:
            self._place(made.adresse).write_bytes(content)
        return replace(made, sha256=digest)

    def _servi(self, address: str) -> str:
        """The fingerprint of what the last build serves there, read again."""
        content = self._lu(address)
        return sceau(content) if content else ""

    def _lu(self, address: str) -> bytes:
        try:
            return (self.site / address).read_bytes()
        except OSError:
            return b""

    def _place(self, address: str) -> Path:
        path = self.chantier / address
        path.parent.mkdir(parents=True, exist_ok=True)
        return path


def _recadrer(page: bytes, avant: tuple[str, str], cadre: Cadre) -> bytes:
    """A page with another header and another footer."""
    for old, new in zip(avant, (cadre.entete, cadre.pied), strict=True):
        page = page.replace(old.encode(), new.encode(), 1)
    return page
