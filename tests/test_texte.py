"""The text of an act: rendered without loss, and the proof of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recueil.fidelite import ecart, texte_visible
from recueil.texte import FormuleIllisible, TexteTropEmboite, rendre


def _fidele(text: str) -> bool:
    return ecart(text, rendre(text).html) is None


@settings(max_examples=300)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]), max_size=120))
def test_un_texte_est_fidele_ou_refuse(text: str) -> None:
    """Whatever is typed, either the page says every word of it or the difference is found."""
    try:
        rendered = rendre(text).html
    except FormuleIllisible:
        return
    index = ecart(text, rendered)
    kept = "".join(c for c in text if c.isalnum())
    if index is None:
        assert "".join(c for c in texte_visible(rendered) if c.isalnum()) == kept


@pytest.mark.parametrize(
    "text",
    [
        "Vu le code,\nVu la loi,",
        "3. trois\n4. quatre",
        "Envoi en <LRAR> et <script>alert(1)</script>",
        "A le _____\n\n_____\n\nFin",
        "(50*Tp)+(PUdoc*Nbdoc)",
        "$$P=(50*Tp)+(PUdoc*Nbdoc)$$",
        r"$$x \times \frac{1}{2} - 50\,\% \leq \sqrt{y}$$",
        r"Soit \(a \geq b\), avec a' et b.",
        "**Pour extrait**, *ital* et 1^er^",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "> Cité\n\n# Titre\n\n- a\n- b",
        "[texte](adresse) et [1]: suite\n\n[2]: http://exemple.example",
        "Titre\n-----\n\n    en retrait",
        "100 % & plus, l'objet n]84-53, `code`",
    ],
)
def test_ce_que_markdown_perdrait(text: str) -> None:
    """What ordinary Markdown alters is kept word for word."""
    assert _fidele(text)


@pytest.mark.parametrize(
    ("text", "page", "index"),
    [
        ("50*Tp)+(PU*Nb", "<p>50<em>Tp)+(PU</em>Nb</p>", 2),
        ("un deux trois", "<p>un trois</p>", 3),
        ("un", "<p>un deux</p>", 2),
        ("3. trois", "<ol><li>trois</li></ol>", 0),
        ("Art. 1", "<p>Art. 2</p>", 5),
    ],
)
def test_une_perte_se_voit(text: str, page: str, index: int) -> None:
    """A lost, added or changed word is found, at its place."""
    assert ecart(text, page) == index


def test_lignes_et_listes() -> None:
    """« Vu » lines stay lines, and a list starts at its number."""
    assert rendre("Vu a,\nVu b,").html == '<p class="visa">Vu a,<br>\nVu b,</p>'
    assert '<ol start="3">' in rendre("3. c\n4. d").html


def test_le_html_est_montre() -> None:
    """HTML typed in a text is shown as text, never run."""
    assert "<script" not in rendre("<script>alert(1)</script>\n\n<b onclick=x>y</b>").html


def test_formule() -> None:
    """A formula becomes MathML that keeps its signs, with its linear form for those who hear it."""
    html = rendre(r"$$P=(50*\text{Tp})+(\text{PUdoc}*\text{Nbdoc})$$").html
    assert '<math alttext="P=(50*Tp)+(PUdoc*Nbdoc)" display="block">' in html
    assert texte_visible(html).strip() == "P=(50*Tp)+(PUdoc*Nbdoc)"


def test_ancres() -> None:
    """Articles have short anchors, and two articles of the same number have two anchors."""
    titres = rendre("## Article 1^er^ : OBJET\n\n## Article 6 : A\n\n## Article 6 : B\n\n## Considérant l'été").titres
    assert [t.ancre for t in titres] == ["article-1", "article-6", "article-6_1", "considerant-l-ete"]
    assert titres[0].libelle == "Article 1er : OBJET"


def test_des_listes_sans_fin() -> None:
    """Lists within lists without end are refused, and the next text is read as if nothing had been."""
    with pytest.raises(TexteTropEmboite):
        rendre("1. " * 2000 + "fin")
    assert rendre("Vu *ceci*.").html == '<p class="visa">Vu <em>ceci</em>.</p>'


@pytest.mark.parametrize("raccourci", [True, False])
def test_parties_d_un_acte(raccourci: bool) -> None:  # noqa: FBT001 (both ways to render)
    """Reasons and decision are told apart by their first words, as every administrative act writes them."""
    text = "Vu le code,\nVu la loi,\n\n**Considérant** que\n\nLe maire\n\nARRÊTE\n\n> Vu, cité\n\nVue sur la mer"
    made = rendre(text, raccourci=raccourci).html
    assert (
        '<p class="visa">Vu le code,<br>\nVu la loi,</p>\n<p class="visa"><strong>Considérant</strong> que</p>' in made
    )
    assert '<p>Le maire</p>\n<p class="decide">ARRÊTE</p>' in made
    assert made.count("class=") == 3


@pytest.mark.parametrize("raccourci", [True, False])
def test_tableau_de_loi(raccourci: bool) -> None:  # noqa: FBT001 (both ways to render)
    """What names each line of a table is its header; what is blank or told twice names nothing."""
    montants = "| Poste | 2025 |\n|---|--:|\n| Voirie | 12 |\n| École | 8 |"
    doublons = "|  | a | b |\n|---|---|---|\n| x | 1 | 2 |\n| x | 3 | 4 |"
    assert '<th scope="row">Voirie</th>\n<td class="rec-droite">12</td>' in rendre(montants, raccourci=raccourci).html
    assert '<td></td>\n<th scope="col">a</th>' in rendre(doublons, raccourci=raccourci).html
    assert 'scope="row"' not in rendre(doublons, raccourci=raccourci).html
