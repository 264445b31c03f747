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
                f"la page ne dirait pas la même chose que le texte autour de « {extract} » : "
                "écrivez les signes en clair (« & », et non « &amp; »), mettez « \\ » devant « * » ou « ^ », "
                "et numérotez les listes sans trou"
            ),
        )


def _lieu(acte: Acte, index: int) -> Lieu:
    """The line and column of a character of the text."""
    before = acte.texte[: max(0, index)]
    return Lieu(acte.origine.path, acte.ligne_texte + before.count("\n"), len(before) - before.rfind("\n"))
