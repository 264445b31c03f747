"""The rule that a page says the words of its source."""

from collections.abc import Iterator

from ..acte import Acte
from ..fidelite import ecart
from ..texte import FormuleIllisible, rendre
from .regle import Constat, regle


@regle("TEXTE-01", "CGCT R2131-1")
def texte_fidele(acte: Acte) -> Iterator[Constat]:
    """La page dit mot pour mot le texte de l'acte, formules comprises."""
    try:
        index = ecart(acte.texte, rendre(acte.texte).html)
    except FormuleIllisible as error:
        yield ("texte",), f"la formule « {error} » ne peut pas être composée : vérifiez ses accolades"
        return
    if index is not None:
        line = acte.ligne_texte + acte.texte.count("\n", 0, index)
        extract = " ".join(acte.texte[max(0, index - 15) : index + 15].split())
        yield ("texte",), f"la page ne dirait pas la même chose à partir de « {extract} » (ligne {line})"
