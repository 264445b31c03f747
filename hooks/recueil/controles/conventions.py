"""Rules on conventions: who they bind."""

from collections.abc import Iterator

from ..acte import Acte
from ..convention import Convention
from ..nomenclature import TypeActe
from .regle import Constat, regle


@regle("CONV-01", "code civil 1101", derogeable=True)
def au_moins_deux_parties(acte: Acte) -> Iterator[Constat]:
    """Une convention nomme au moins deux parties.

    Exemple : une convention dont « parties » n'a qu'une ligne.
    Correction : ajoutez l'autre partie.
    """
    if isinstance(acte, Convention) and len(acte.parties) == 1:
        yield ("parties",), f"une seule partie est nommée, « {acte.parties[0].nom} » : ajoutez l'autre"


@regle("CONV-02", "CGCT R2131-1")
def reference_sans_effet(acte: Acte) -> Iterator[Constat]:
    """Seul un modèle de convention est montré sans date de publication, comme document de référence.

    Exemple : « document_de_reference: oui » dans une convention signée.
    Correction : écrivez « publie_le » à la place de « document_de_reference ».
    """
    if isinstance(acte, Convention) and acte.document_de_reference and acte.type is not TypeActe.MODELE_CONVENTION:
        yield (
            ("document_de_reference",),
            "seul un modèle peut être un document de référence : écrivez « publie_le » à la place",
        )
