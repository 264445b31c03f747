"""The register and the site together: what a description is made from."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ..collectivite import Collectivite
from ..registre import Registre
from .edition import Reglages
from .noeud import Noeud


@dataclass(frozen=True)
class Ensemble:
    """All that there is to describe; made once for a build."""

    registre: Registre
    reglages: Reglages
    _partages: dict[tuple[str, ...], Noeud] = field(default_factory=dict, repr=False, compare=False)

    def url(self, adresse: str) -> str:
        """The absolute address of a page or a file."""
        return self.reglages.url(adresse)

    def modifie_le(self, collectivite: Collectivite | None) -> date | None:
        """The newest day on which something was said of the acts of an authority, or of all of them."""
        return self._nouvelles.get(collectivite.cle) if collectivite else max(self._nouvelles.values(), default=None)

    @cached_property
    def _nouvelles(self) -> Mapping[str, date]:
        news = ((f.collectivite.cle, self.registre.vies.nouvelles(f.acte)) for f in self.registre.fiches)
        found: dict[str, date] = {}
        for authority, days in news:
            found[authority] = max((*days, found.get(authority, date.min)))
        return found

    @property
    def licence(self) -> str:
        """The address of the licence of the data."""
        return self.reglages.licence.url

    @cached_property
    def visas(self) -> Mapping[str, list[str]]:
        """Page of an act → pages of the acts of the register that it cites in its « Vu »."""
        found: dict[str, list[str]] = defaultdict(list)
        for fiche, cited in self.registre.citations:
            targets = (self.registre.citee(fiche, one.texte) for one in cited if not one.dans_un_titre)
            found[fiche.adresse] += [self.url(one.adresse) for one in targets if one and one is not fiche]
        return found

    def partage(self, nom: tuple[str, ...], faire: Callable[[], Noeud]) -> Noeud:
        """What many acts speak of, described once."""
        if nom not in self._partages:
            self._partages[nom] = faire()
        return self._partages[nom]
