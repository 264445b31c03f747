"""What the journal keeps of an act: enough to tell, later, that nothing of it has changed."""

from dataclasses import dataclass
from typing import Any

from .. import adresses
from ..acte import Acte
from ..empreinte import sceau
from ..publies import Fiche, exposer
from .ligne import canonique


@dataclass(frozen=True, slots=True)
class EtatScelle:
    """An act as it stands in the tree."""

    acte: str
    seance: str
    publie_le: str
    fichiers: dict[str, str]
    donnees: str
    texte: str


@dataclass(frozen=True, slots=True)
class Exposition:
    """A public act as it is shown, and what the journal keeps of it."""

    fiche: Fiche
    etat: EtatScelle


def exposition(acte: Acte) -> Exposition:
    """A public act of which all the files are there."""
    fiche = exposer(acte)
    return Exposition(fiche, etat_scelle(fiche))


def etat_scelle(fiche: Fiche) -> EtatScelle:
    """What stands in the tree of a public act: its files as they are served, and what its own file says."""
    acte = fiche.acte
    return EtatScelle(
        acte=fiche.adresse,
        seance=adresses.seance(fiche.collectivite, acte.seance.cle) if acte.seance else "",
        publie_le=acte.publie_le.isoformat() if acte.publie_le else "",
        fichiers={file.adresse.rpartition("/")[2]: file.empreinte.sha256 for file in fiche.servis},
        donnees=sceau(canonique(scelle(acte))),
        texte=sceau(acte.texte.strip().encode()),
    )


def scelle(acte: Acte) -> dict[str, Any]:
    """The words that were typed, by key, of the act and of its session: what is sealed beside the text.

    Words, and not what this version of the software understands of them: a later one seals the same.
    """
    return {"acte": acte.dits, "seance": acte.seance.dits if acte.seance else None}
