"""The whole work of a build beside the host: where it happens, what it makes, and how it ends."""

import platform
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from ..empreinte import SOMMES, empreinte, sommes
from .cles import Cles, commun
from .fabrique import Fabrique, Lot
from .gabarits import Gabarits
from .livraison import Chantier
from .memoire import Fait, lire, noter

_BIBLIOTHEQUES = ("jinja2", "latex2mathml", "markdown", "markupsafe", "pydantic", "pymdown-extensions")
"""Those whose bytes reach a page."""


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
        keys = Cles(commun([*_moteur(moteur), *sorted(gabarits.commun.items())]))
        made = Fabrique(self.chantier, gabarits, keys, lire(note)).fabriquer(self.lot)
        digests = {one.adresse: one.sha256 for one in made} | self.chantier.empreintes()
        self.chantier.poser(SOMMES, sommes(digests).encode())
        self.chantier.livrer([SOMMES, *(one.adresse for one in made if one.neuf)], {*digests, SOMMES})
        noter(note, made, _cadres(self.lot, gabarits, made))


def ouvrir(lot: Lot, site: Path) -> Atelier:
    """Begin a build into the folder from which the site is served."""
    begun = Atelier(lot, Chantier(site))
    begun.chantier.ouvrir()
    return begun


def _moteur(folders: Iterable[Path]) -> Iterator[str]:
    """What makes the pages, by its fingerprints and its versions."""
    yield platform.python_version()
    yield from (version(name) for name in _BIBLIOTHEQUES)
    for folder in folders:
        kept = sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
        yield from (f"{path.relative_to(folder).as_posix()} {empreinte(path).sha256}" for path in kept)


def _cadres(lot: Lot, gabarits: Gabarits, faits: Iterable[Fait]) -> Mapping[str, tuple[str, str]]:
    """The headers and footers that the pages bear."""
    frames = {frame.cle: frame for frame in map(gabarits.cadre, lot.pages)}
    used = {one.cadre for one in faits if one.cadre}
    return {key: (str(frames[key].entete), str(frames[key].pied)) for key in sorted(used)}
