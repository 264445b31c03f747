"""The index of a year or of some: words and acts in small files, and what sorts these, which other acts change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..empreinte import sceau
from ..objets import ecrire
from ..publies import Fiche
from .assemblage import Assemblage
from .facettes import Classement

COURTE = 8
"""Signs of a fingerprint in an address: enough to tell two states apart."""


@dataclass(frozen=True, slots=True)
class Bloc:
    """The acts of an authority in a year, in the order of their day."""

    annee: int
    collectivite: str
    fiches: Sequence[Fiche]
    empreinte: str
    """Of all that the search reads of them."""

    @property
    def dossier(self) -> str:
        """Where their extracts are."""
        return f"{self.nom}-{self.empreinte[:COURTE]}"

    @property
    def nom(self) -> str:
        """What tells it from another."""
        return f"{self.annee}-{self.collectivite}"


@dataclass(frozen=True)
class Lot:
    """All the acts of a year, or of some years that are over: an act is known by its rank, blocks end to end."""

    debut: int
    """The first of its years."""
    blocs: Sequence[Bloc]
    assemblage: Assemblage
    classement: Classement

    @cached_property
    def fiches(self) -> tuple[Fiche, ...]:
        """Its acts, by rank."""
        return tuple(fiche for bloc in self.blocs for fiche in bloc.fiches)

    @cached_property
    def fichiers(self) -> Mapping[str, str]:
        """Name → content of the files that the browser asks for."""
        return self.assemblage.fichiers | {"facettes.json": ecrire(self.classement.facettes(self.fiches, self.debut))}

    @cached_property
    def dossier(self) -> str:
        """Where its files are: another state of its acts has another address, so that no two are ever mixed."""
        return f"{self.debut}-{sceau(chr(0).join(self.fichiers.values()).encode())[:COURTE]}"

    @property
    def extraits(self) -> Iterator[tuple[str, str]]:
        """Address under the folder of the extracts → content, for each act."""
        for bloc, found in zip(self.blocs, self.assemblage.extraits, strict=True):
            yield from ((f"{bloc.dossier}/{name}", text) for name, text in found.items())

    def sommaire(self) -> dict[str, object]:
        """What the browser must know of it before it asks for anything else."""
        return {
            "debut": self.debut,
            "dossier": self.dossier,
            "nombre": len(self.fiches),
            "blocs": [[len(bloc.fiches), bloc.dossier] for bloc in self.blocs],
            "fins": self.classement.fins(self.fiches),
            "bornes": self.assemblage.bornes,
        }
