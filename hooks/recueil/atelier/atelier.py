"""The whole work of a build beside the host: where it happens, what it makes, and how it ends."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..empreinte import SOMMES, sommes
from ..moteur import signature
from .cles import Cles, commun
from .fabrique import Fabrique, Lot
from .gabarits import Gabarits
from .livraison import Chantier
from .livraison import ouvrir as ouvrir_chantier
from .memoire import Fait, lire, noter


@dataclass(frozen=True, slots=True)
class Atelier:
    """A build under way."""

    lot: Lot
    chantier: Chantier

    def travailler(self, gabarits: Gabarits, moteur: Iterable[Path]) -> None:
        """Make everything, then deliver it.

        Args:
            gabarits: the templates.
            moteur: the folders of the code and of the templates, on which every page depends.
        """
        note = self.chantier.memoire
        keys = Cles(commun([signature(moteur), gabarits.site_url, *sorted(gabarits.commun.items())]))
        made = Fabrique(self.chantier, gabarits, keys, lire(note)).fabriquer(self.lot)
        digests = {one.adresse: one.sha256 for one in made} | self.chantier.empreintes()
        self.chantier.poser(SOMMES, sommes(digests).encode())
        touches = {one.adresse: one.retouche for one in made if one.retouche}
        self.chantier.livrer([SOMMES, *(one.adresse for one in made if one.neuf)], touches, {*digests, SOMMES})
        noter(note, self.chantier.site, made, _cadres(self.lot, gabarits, made))


def ouvrir(lot: Lot, site: Path) -> Atelier:
    """Begin a build into the folder from which the site is served."""
    return Atelier(lot, ouvrir_chantier(site))


def _cadres(lot: Lot, gabarits: Gabarits, faits: Iterable[Fait]) -> Mapping[str, tuple[str, str]]:
    """The headers and footers that the pages bear."""
    frames = {frame.cle: frame for frame in map(gabarits.cadre, lot.pages)}
    used = {one.cadre for one in faits if one.cadre}
    return {key: (str(frames[key].entete), str(frames[key].pied)) for key in sorted(used)}
