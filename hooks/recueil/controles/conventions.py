"""Rules on conventions: who they bind."""

from collections.abc import Iterator

from ..acte import Acte
from ..convention import Convention
from .regle import Constat, regle


@regle("CONV-01", "code civil 1101", derogeable=True)
def au_moins_deux_parties(acte: Acte) -> Iterator[Constat]:
    """Une convention nomme au moins deux parties."""
    if isinstance(acte, Convention) and len(acte.parties) == 1:
        yield ("parties",), f"une seule partie est nommée, « {acte.parties[0].nom} » : ajoutez l'autre"
