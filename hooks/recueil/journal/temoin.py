"""What the journal keeps of an act: enough to tell, later, that nothing of it has changed."""

from dataclasses import dataclass

from ..empreinte import sceau
from ..publies import Fiche
from .ligne import canonique


@dataclass(frozen=True, slots=True)
class Temoin:
    """An act as it stands in the tree."""

    acte: str
    publie_le: str
    fichiers: dict[str, str]
    donnees: str


def temoin(fiche: Fiche) -> Temoin:
    """What stands in the tree of a public act: its files as they are served, and what its own file says.

    Only the keys that were typed are sealed, so that a key that a later version of the software knows changes nothing.
    """
    acte = fiche.acte
    said = acte.model_dump(mode="json", exclude_unset=True) | {"texte": acte.texte}
    if acte.seance:
        said["seance"] = acte.seance.model_dump(mode="json", exclude_unset=True)
    return Temoin(
        acte=fiche.adresse,
        publie_le=fiche.publicite.isoformat(),
        fichiers={file.adresse.rpartition("/")[2]: file.empreinte.sha256 for file in fiche.servis},
        donnees=sceau(canonique(said)),
    )
