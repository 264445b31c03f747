"""Which articles say the rules of publicity and control: each kind of authority has its part of the code."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..nomenclature import TypeCollectivite


@dataclass(frozen=True, slots=True)
class Textes:
    """The articles that bind an authority."""

    publicite: str
    """When an act is public, and executory."""
    forme: str
    """How it is put online: whole, unmodifiable, downloadable."""
    transmission: str
    """Acts to send to the préfet."""
    hors_liste: str
    """Acts that need not be sent."""
    etat: str
    """Acts taken in the name of the State."""
    defere: str
    """How the préfet refers an act to the court."""
    saisine: str
    """How anyone whom an act harms asks the préfet to do so."""


def _textes(par: str, *articles: str) -> Textes:
    """The articles, after the one that sends a group of authorities to them."""
    return Textes(*(f"CGCT {par}{article}" for article in articles))


_COMMUNES = ("L2131-1", "R2131-1", "L2131-2", "L2131-3", "L2131-4", "L2131-6", "L2131-8")
_DEPARTEMENTS = ("L3131-1", "R3131-2", "L3131-2", "L3131-3", "L3131-4", "L3132-1", "L3132-3")
_REGIONS = ("L4141-1", "L4141-1", "L4141-2", "L4141-3", "L4141-4", "L4142-1", "L4142-3")

TEXTES: Mapping[TypeCollectivite, Textes] = MappingProxyType(
    {
        TypeCollectivite.COMMUNE: _textes("", *_COMMUNES),
        TypeCollectivite.ETABLISSEMENT: _textes("L2131-12 et ", *_COMMUNES),
        TypeCollectivite.EPCI_FP: _textes("L5211-3 et ", *_COMMUNES),
        TypeCollectivite.SYNDICAT_COMMUNES: _textes("L5211-3 et ", *_COMMUNES),
        TypeCollectivite.SM_FERME: _textes("L5711-1, L5211-3 et ", *_COMMUNES),
        TypeCollectivite.SM_OUVERT: _textes("L5721-4 et ", *_DEPARTEMENTS),
        TypeCollectivite.DEPARTEMENT: _textes("", *_DEPARTEMENTS),
        TypeCollectivite.REGION: _textes("", *_REGIONS),
    }
)
"""Kind of authority → its articles, with the one that sends it to those of another."""
