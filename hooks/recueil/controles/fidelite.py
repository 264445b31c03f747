"""The rule that a page says the words of its source."""

import re
from collections.abc import Iterator

from ..acte import Acte
from ..blocs import est_simple
from ..fidelite import ecart
from ..recherche import lieu
from ..texte import FormuleIllisible, TexteTropEmboite, rendre
from .regle import Constat, regle

_RETRAIT = re.compile(r"^[ ]{1,3}(?=(-|\d+\.)[ ])(.)", re.MULTILINE)


@regle("TEXTE-01", "CGCT R2131-1")
def texte_fidele(acte: Acte) -> Iterator[Constat]:
    """La page dit mot pour mot le texte de l'acte, formules comprises.

    Exemple : « &amp; » tapé pour « & », ou une liste numérotée 1, 2, 4.
    Correction : écrivez les signes en clair, numérotez sans trou, fermez les accolades des formules.
    """
    if est_simple(acte.texte):  # its words are copied as they are
        return
    try:
        index = ecart(acte.texte, rendre(acte.texte).html)
    except FormuleIllisible as error:
        yield (
            lieu(acte, acte.texte.find(str(error))),
            f"la formule « {error} » ne peut pas être composée : vérifiez ses accolades, et écrivez « \\% » pour « % »",
        )
        return
    except TexteTropEmboite:
        yield lieu(acte, 0), "le texte emboîte trop de listes les unes dans les autres : supprimez les numéros répétés"
        return
    if index is not None:
        extract = " ".join(acte.texte[max(0, index - 15) : index + 15].split())
        yield (
            lieu(acte, index),
            (
                f"la page ne dirait pas la même chose que le texte autour de « {extract} » : "
                "écrivez les signes en clair (« & », et non « &amp; »), mettez « \\ » devant « * » ou « ^ », "
                "et numérotez les listes sans trou"
            ),
        )


@regle("TEXTE-02")
def sous_listes_en_retrait(acte: Acte) -> Iterator[Constat]:
    """Un point de liste est au bord gauche, ou en retrait de quatre espaces sous le point dont il dépend.

    Exemple : un tiret précédé d'une ou deux espaces.
    Correction : mettez quatre espaces devant le tiret ou le numéro, ou aucune.
    """
    indented = "\n " in f"\n{acte.texte}"  # ten times faster to ask than the expression is to search
    for match in _RETRAIT.finditer(acte.texte) if indented else ():
        yield (
            lieu(acte, match.start(1)),
            "ce point de liste perdrait son rang : mettez quatre espaces devant, ou aucune",
        )
