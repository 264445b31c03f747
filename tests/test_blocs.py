"""The plain blocks of a text come out as the parser would make them, and say the words that were typed."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from recueil.blocs import est_simple, rendre_simple
from recueil.fidelite import ecart
from recueil.texte import FormuleIllisible, rendre

_MORCEAUX = st.sampled_from(
    [
        *["mot", "l'été", "n° 12", "1 250,50 €", "12", "« cité »", "A", "d’un", "_", "__", "e_x", "[a](b)", "!", "é"],
        *[" ", "  ", "\n", "\n\n", "\n\n\n", "\t", "\u00a0", "\n ", "\n    "],
        *["- ", "\n- ", "-", "---", "1. ", "\n1. ", "\n2. ", "\n3. ", "12. ", "1) ", "* ", "+ ", "\n\n- ", "\n\n1. "],
        *["# ", "## ", "\n\n## ", "#", "> ", "\n> ", "===", "***", "**", "*", "^", "1^er^", "m^2^", "^e^"],
        *["**gras**", "**Art. 1**", " **a** ", "**a b**,", "|", "| a | b |", "\n|---|---:|", "\n| 1 | 2 |", "||"],
        *["$$", "$", "\\(", "\\)", "\\", "\\*", "&", "&amp;", "<", "<b>", ">", "`", "``", "http://a.b", "~~", ":"],
    ]
)
_TEXTES = st.lists(_MORCEAUX, max_size=14).map("".join)


@given(_TEXTES)
@settings(max_examples=3000)
@example("**Pour extrait\nla Maire**")
@example("Vu :\n\n1. un ;\n2. deux.\n\nFin")
@example("| a | b |\n|---|--:|\n| 1^er^ | **x** |")
def test_raccourci_sans_effet(texte: str) -> None:
    """A text gives the same page, byte for byte, whether or not its plain blocks spare the parser."""
    try:
        expected = rendre(texte, raccourci=False)
    except FormuleIllisible:
        return
    assert rendre(texte) == expected


@given(_TEXTES)
@settings(max_examples=3000)
def test_mots_copies(texte: str) -> None:
    """A plain text is told word for word: no other proof is asked of it."""
    made = rendre_simple(texte)
    assert est_simple(texte) is (made is not None)
    assert made is None or ecart(texte, made) is None


def test_acte_ordinaire_simple() -> None:
    """What most acts are made of is plain."""
    assert est_simple("## Article 1^er^ : objet\n\nLe conseil **approuve** :\n\n- un ;\n- deux.\n\nFait à Fictiville")


def test_trou_dans_la_numerotation() -> None:
    """A list that HTML would number otherwise is not plain: its case goes to the proof."""
    assert not est_simple("Vu :\n\n1. un ;\n3. trois.\n\nFin")
