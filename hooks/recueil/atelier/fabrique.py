"""Makes the files of a site, shared between the processors; what has not changed since the last build is left alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..empreinte import empreinte, sceau
from ..pages.page import Page
from ..repartition import partager
from ..site import Copie, Ecrit, Texte
from .cles import Cles
from .gabarits import Cadre, Gabarits
from .livraison import Chantier
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

    chantier: Chantier
    """Beside the site of the last build, which is only read."""
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
        digest, before = one.sha256 or empreinte(one.chemin).sha256, self._servi(one.adresse)
        fresh = before is None or sceau(before) != digest
        if fresh:
            self.chantier.copier(one.adresse, one.chemin)
        return Fait(one.adresse, digest, neuf=fresh)

    def _texte(self, one: Texte) -> Fait:
        before = self._servi(one.adresse)
        if not isinstance(one.contenu, Ecrit):
            return self._poser(Fait(one.adresse, ""), before, one.octets())
        view = one.contenu.composer()
        made = Fait(one.adresse, "", self.cles.cle(view))
        same = before is not None and self._meme(made, before)
        return same or self._poser(made, before, one.contenu.ecrire(view).encode())

    def _page(self, page: Page) -> Fait:
        view, frame = page.montrer(), self.gabarits.cadre(page)
        key = self.cles.cle(page.template, page.meta(), view)
        made = Fait(f"{page.adresse}index.html", "", key, frame.cle)
        before = self._servi(made.adresse)
        last = before is not None and self._meme(made, before)
        if last and last.cadre == made.cadre:
            return last
        if before and last and (old := self.memoire.cadres.get(last.cadre)):
            return self._poser(made, before, _recadrer(before, old, frame))
        return self._poser(made, before, self.gabarits.dessiner(page, view))

    def _meme(self, made: Fait, before: bytes) -> Fait | None:
        """What the last build made there, when it shows the same and is intact."""
        last = self.memoire.faits.get(made.adresse)
        known = last is not None and made.cle and last.cle == made.cle
        return last if last and known and sceau(before) == last.sha256 else None

    def _poser(self, made: Fait, before: bytes | None, content: bytes) -> Fait:
        if fresh := content != before:
            self.chantier.poser(made.adresse, content)
        return replace(made, sha256=sceau(content), neuf=fresh)

    def _servi(self, address: str) -> bytes | None:
        """What the last build serves there, read again."""
        try:
            return (self.chantier.site / address).read_bytes()
        except OSError:
            return None


def _recadrer(page: bytes, avant: tuple[str, str], cadre: Cadre) -> bytes:
    """A page with another header and another footer."""
    for old, new in zip(avant, (cadre.entete, cadre.pied), strict=True):
        page = page.replace(old.encode(), new.encode(), 1)
    return page
