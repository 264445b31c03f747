"""Makes the files of a site, shared between the processors; what has not changed since the last build is left alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ..empreinte import empreinte, sceau
from ..manieres import Assemble, Ecrit, octets
from ..pages.page import Page
from ..repartition import partager
from ..site import Copie, Texte
from .cles import Cles
from .gabarits import Cadre, Gabarits
from .livraison import Chantier, FichierChange
from .memoire import Fait, Memoire, trace
from .retouche import retouche, trace_seule

_PAR_PART = 100
"""Files that a processor takes at a time."""
_Piece = Page | Texte | Copie


@dataclass(frozen=True, slots=True)
class Lot:
    """What is to be made."""

    pages: Sequence[Page] = ()
    textes: Sequence[Texte] = ()
    copies: Sequence[Copie] = ()

    @property
    def assembles(self) -> list[Texte]:
        """The texts that are put together from pages."""
        return [texte for texte in self.textes if isinstance(texte.contenu, Assemble)]

    def parts(self) -> Iterator[Sequence[_Piece]]:
        """The rest, cut into shares: an act's page beside its twin, as both render its text."""
        alone = (texte for texte in self.textes if not isinstance(texte.contenu, Assemble))
        twins = {texte.adresse.removesuffix("index.json"): texte for texte in alone}
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
        """Every file, those that did not change too; the templates are read once for all the processors."""
        for template in {page.template for page in lot.pages}:
            self.gabarits.env.get_template(template)
        made = [one for part in partager(self._part, [*lot.parts()]) for one in part]
        keys = {one.adresse: one.cle for one in made}
        return made + partager(partial(self._assemble, keys), lot.assembles)

    def _part(self, part: Sequence[_Piece]) -> list[Fait]:
        return [self._un(one) for one in part]

    def _un(self, one: _Piece) -> Fait:
        if isinstance(one, Page):
            return self._page(one)
        return self._texte(one) if isinstance(one, Texte) else self._copie(one)

    def _copie(self, one: Copie) -> Fait:
        digest = one.sha256 or empreinte(one.chemin).sha256
        fresh = self._servie(one.adresse) != digest
        if fresh:
            content = one.chemin.read_bytes()
            if sceau(content) != digest:
                raise FichierChange(one.chemin)
            self.chantier.poser(one.adresse, content)
        return Fait(one.adresse, digest, neuf=fresh)

    def _texte(self, one: Texte) -> Fait:
        if not isinstance(one.contenu, Ecrit):
            return self._poser(Fait(one.adresse, ""), one.octets())
        view = one.contenu.composer()
        made = Fait(one.adresse, "", self.cles.cle(view))
        return self._meme(made) or self._poser(made, octets(one.contenu.ecrire(view)))

    def _assemble(self, cles: Mapping[str, str], one: Texte) -> Fait:
        """A text of pages that were made before; one that the host draws has no key, and then neither has the text."""
        sources = one.contenu.sources if isinstance(one.contenu, Assemble) else ()
        keys = [cles.get(f"{address}index.html", "") for address in sources]
        made = Fait(one.adresse, "", self.cles.cle(keys) if all(keys) else "")
        return self._meme(made) or self._poser(made, one.octets())

    def _page(self, page: Page) -> Fait:
        view, frame = page.montrer(), self.gabarits.cadre(page)
        made = Fait(f"{page.adresse}index.html", "", self.cles.cle(page.template, page.meta(), view), frame.cle)
        last = self._meme(made)
        if last and last.cadre == made.cadre:
            return last
        kept = self._recadree(made, last, frame) if last else None
        return kept or self._poser(made, self.gabarits.dessiner(page, view))

    def _recadree(self, made: Fait, last: Fait, frame: Cadre) -> Fait | None:
        """The page of the last build, with another header and another footer; None when it is not there any more."""
        old, place = self.memoire.cadres.get(last.cadre), trace_seule(f"{self.chantier.site}/{made.adresse}")
        before = self._lue(made.adresse) if old else b""
        if not old or sceau(before) != last.sha256:
            return None
        after = _recadrer(before, old, frame)
        foot = (old[1].encode(), frame.pied.encode())
        if old[0] == frame.entete and (touch := retouche(before, *foot, place)):
            return replace(made, sha256=sceau(after), retouche=touch)
        return self._poser(made, after, last.sha256)

    def _meme(self, made: Fait) -> Fait | None:
        """What the last build made there, when it shows the same and is intact."""
        last = self.memoire.faits.get(made.adresse)
        if last is None or not made.cle or last.cle != made.cle:
            return None
        return last if self._servie(made.adresse) == last.sha256 else None

    def _poser(self, made: Fait, content: bytes, served: str = "") -> Fait:
        digest = sceau(content)
        fresh = (served or self._servie(made.adresse)) != digest
        if fresh:
            self.chantier.poser(made.adresse, content)
        return replace(made, sha256=digest, neuf=fresh)

    def _servie(self, address: str) -> str:
        """The fingerprint of what the last build serves there: as noted if nothing touched it, read again otherwise."""
        last = self.memoire.faits.get(address)
        if last and last.trace and last.trace == trace(f"{self.chantier.site}/{address}"):
            return last.sha256
        content = self._lue(address)
        return sceau(content) if content else ""

    def _lue(self, address: str) -> bytes:
        try:
            with open(f"{self.chantier.site}/{address}", "rb") as stream:  # noqa: PTH123 (a name: no object for each)
                return stream.read()
        except OSError:
            return b""


def _recadrer(page: bytes, avant: tuple[str, str], cadre: Cadre) -> bytes:
    """A page with another header and another footer."""
    header, footer = avant
    page = page.replace(header.encode(), cadre.entete.encode(), 1)
    start = page.rfind(footer.encode())
    return page[:start] + cadre.pied.encode() + page[start + len(footer.encode()) :] if start >= 0 else page
