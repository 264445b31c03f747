"""The rule that a page says the words of its source."""

from collections.abc import Iterator

from ..acte import Acte
from ..anomalie import Lieu
from ..fidelite import ecart
from ..texte import FormuleIllisible, rendre
from .regle import Constat, regle


@regle("TEXTE-01", "CGCT R2131-1")
def texte_fidele(acte: Acte) -> Iterator[Constat]:
    """La page dit mot pour mot le texte de l'acte, formules comprises."""
    try:
        index = ecart(acte.texte, rendre(acte.texte).html)
    except FormuleIllisible as error:
        yield (
            _lieu(acte, acte.texte.find(str(error))),
            f"la formule « {error} » ne peut pas être composée : vérifiez ses accolades",
        )
        return
    if index is not None:
        extract = " ".join(acte.texte[max(0, index - 15) : index + 15].split())
        yield (
            _lieu(acte, index),
            (
                f"la page ne dirait pas la même chose autour de « {extract} » : "
                "écrivez le signe lui-même (& et non &amp;), ou mettez « \\ » devant un signe de mise en forme"
            ),
        )


def _lieu(acte: Acte, index: int) -> Lieu:
    """The line and column of a character of the text."""
    before = acte.texte[: max(0, index)]
    return Lieu(acte.origine.path, acte.ligne_texte + before.count("\n"), len(before) - before.rfind("\n"))
