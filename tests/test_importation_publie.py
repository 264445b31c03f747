"""The text that an import publishes: what is not of the act leaves it, and not one word more."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recueil.fidelite import ecart, texte_visible
from recueil.importation.document import document
from recueil.importation.redaction.publication import Propre, publier
from recueil.importation.redaction.retraits import MOTIFS, Motif
from recueil.importation.refus import RefusError
from recueil.texte import rendre

_TAMPON = re.compile(r"(?:Envoyé|Reçu|Publié) [^\n]*?\d{2}/\d{2}/\d{4}|ID : \S+")


def _pdf(*pages: str, titres: tuple[str, ...] = ()) -> Propre:
    read = document("acte.pdf", pages)
    return publier(read, [m.span() for m in _TAMPON.finditer(read.texte)], titres=titres)


def _texte(*pages: str) -> str:
    return _pdf(*pages).texte


def _raisons(read: Propre) -> list[tuple[str, str]]:
    return [(r.raison, r.mots) for r in read.retraits]


@pytest.mark.parametrize("motif", MOTIFS, ids=lambda m: m.exemple)
def test_chaque_motif_sur_son_exemple(motif: Motif) -> None:
    """A line of the table takes its example out, tells why, and leaves the words around it."""
    read = _pdf(f"Le conseil décide.\n\n{motif.exemple}\n\nLa séance est levée.")
    assert read.texte == "Le conseil décide.\n\nLa séance est levée.\n"
    assert _raisons(read) == [(motif.raison, motif.exemple)]


def test_tampons_retires_et_dits() -> None:
    """A stamp leaves, alone on its line or in the middle of a sentence, and each piece of it is told."""
    read = _pdf("Envoyé en préfecture le 16/02/2026\nLe conseil ID : 099-219900016-20260216-12-DE approuve\nle projet.")
    assert read.texte == "Le conseil approuve le projet.\n"
    assert _raisons(read) == [
        ("tampon", "Envoyé en préfecture le 16/02/2026"),
        ("tampon", "ID : 099-219900016-20260216-12-DE"),
    ]
    assert read.fidele


def test_paragraphe_coupe_par_la_page() -> None:
    """A sentence that a page cuts, with its number and the head of the next one, is whole again."""
    head = "COMMUNE DE SAINTE-EXEMPLE"
    body = "Considérant que la cuisine de l'école ne peut plus servir sans de longs et coûteux"
    read = _pdf(f"{head}\n{body}\n1", f"{head}\ntravaux de mise aux normes ;\n2", f"{head}\nLe conseil décide.\n3")
    assert f"{body} travaux de mise aux normes ;" in read.texte
    assert read.texte.count(head) == 1
    assert [r.raison for r in read.retraits] == [
        "numéro de page",
        "en-tête répété",
        "numéro de page",
        "en-tête répété",
        "numéro de page",
    ]


def test_signature_au_pied_de_chaque_page() -> None:
    """What may be a signature stays, however often pages repeat it."""
    read = _pdf("Premier acte.\nLe Maire", "Second acte.\nLe Maire")
    assert read.texte.count("Le Maire") == 2
    assert read.retraits == ()


def test_articles_et_titres() -> None:
    """Articles become titles that can be cited; one that is a sentence keeps its words together."""
    text = _texte("ARRÊTE\nArticle 1er : Objet\nLa rue est fermée.\nARTICLE 2 - Le maire est chargé de l'exécution.")
    assert "## Article 1er : Objet\n" in text
    assert "\n\nARTICLE 2 - Le maire est chargé de l'exécution.\n" in text


def test_un_article_cite_n_est_pas_un_titre() -> None:
    """« Article 3 de la loi » cites an article; it does not begin one."""
    assert "#" not in _texte("Vu le code,\nArticle 3 de la loi du 2 mars 1982,\nArticle L. 2131-1 du code")


def test_titre_de_l_objet() -> None:
    """The sentence that is known to be the title becomes one, even on two lines."""
    assert _pdf("Tarifs de la\ncantine\n\nLe conseil décide.", titres=("Tarifs de la cantine",)).texte.startswith(
        "## Tarifs de la cantine\n\n"
    )


@pytest.mark.parametrize("puce", "-•–➢▪\uf0b7\uf0a7")
def test_listes(puce: str) -> None:
    """Every sign that begins a point becomes the dash of the site."""
    assert _texte(f"Le conseil décide :\n{puce} d'approuver ;\n{puce} de payer.") == (
        "Le conseil décide :\n\n- d'approuver ;\n- de payer.\n"
    )


def test_mot_coupe() -> None:
    """A word cut by a line is whole when the document or the calendar knows it; otherwise its hyphen stays."""
    line = "Vu la convocation adressée par le président aux membres du conseil le 30 novem-"
    read = _pdf(f"{line}\nbre 2022, et le porte-")
    assert "30 novembre 2022" in read.texte
    assert ("trait d'union de fin de ligne", "novem- bre") in _raisons(read)
    kept = _pdf(f"{line.replace('30 novem-', 'du porte-')}\nmonnaie électronique")
    assert "porte-monnaie" in kept.texte
    assert kept.fidele


def test_markdown_du_texte_garde() -> None:
    """A text file may come with bold and powers, which stay; nothing else of it changes."""
    read = publier(document("acte.txt", ["**Pour extrait\nLe Maire**\n\nArticle 1^{er} : OBJET\n"]))
    assert read.texte == "**Pour extrait\nLe Maire**\n\n## Article 1^er^ : OBJET\n"
    assert read.fidele


@pytest.mark.parametrize(
    "words",
    [
        "*important*",
        "**gras**",
        "m^2^ et 1^er^",
        "$$x$$",
        r"\(a\)",
        "# titre",
        "> cité",
        "1. un seul",
        "a | b",
        r"C:\*",
        "prix *net* | *brut*",
        "+ 3",
    ],
)
def test_signes_du_pdf(words: str) -> None:
    """A sign that would be layout is said by the page as the act prints it."""
    read = _pdf(f"Le conseil\n\n{words}\n\nfin.")
    said = texte_visible(rendre(read.texte).html)
    assert words.replace(" ", "") in "".join(said.split())
    assert ecart(read.texte, rendre(read.texte).html) is None
    assert read.fidele


def test_trop_de_signes() -> None:
    """A text made of signs of layout would stop the site for minutes: it is refused."""
    with pytest.raises(RefusError, match="trop de signes"):
        _pdf("*" * 30_000)


@pytest.mark.parametrize("words", ["1. ", "> ", "- ", "Article 1 ", "a-\n", "Vu\n", "Entre\nEt\n", "\f"])
def test_texte_sans_fin(words: str) -> None:
    """A text that repeats one thing for ever is cleaned in its time, and no word of it is lost."""
    assert _pdf(words * 5_000).fidele


def test_puce_seule_sur_sa_ligne() -> None:
    """A PDF may part the sign of a point from its words: the page is still proved to say them."""
    assert _pdf("•\nle maire").fidele


_MORCEAUX = st.lists(
    st.one_of(
        st.sampled_from(
            ["*", "**", "^", "|", "$", "$$", "\\", "\\(", "\\)", "#", "## ", ">", "- ", "1. ", "12.", "•", "\n", "\n\n"]
        ),
        st.sampled_from([" ", "le", "Maire", "Article 2 : ", "Vu ", "_____", "<LRAR>", "n°", "1^{er}", "novem-\nbre"]),
        st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="&"), max_size=6),
    ),
    max_size=14,
).map("".join)


@settings(max_examples=500)
@given(st.lists(_MORCEAUX, max_size=4))
def test_aucun_mot_perdu(pages: list[str]) -> None:
    """Whatever the pages hold, the page of the site says what was kept of them, and says so itself."""
    read = _pdf(*pages)
    html = rendre(read.texte).html
    said = "".join(texte_visible(html).split())
    assert read.fidele == (ecart(read.texte, html) is None) or "\\" in "".join(pages)
    assert read.fidele or "\\" in "".join(pages)  # a backslash is what the proof of the engine may not follow
    out = "".join(r.mots for r in read.retraits)
    assert not read.fidele or len(said) <= len("".join("".join(pages).split())) + len(out)


_LARGE = "Considérant que la cuisine de l'école ne peut plus servir sans de longs et coûteux travaux,"


@pytest.mark.parametrize(
    ("last", "first", "joined"),
    [
        ("sous la présidence de M.", "Camille EXEMPLE, Maire.", "M. Camille EXEMPLE"),
        ("sous la présidence de Mme", "Ambre EXEMPLE, Maire.", "Mme Ambre EXEMPLE"),
        ("et notamment son article L.", "2121-29 ;", "L. 2121-29"),
        ("et notamment son article L", "2121-29 ;", "L 2121-29"),
        ("les articles R. 1336-4 à R. 1336-", "11 du code ;", "R. 1336-11 du code"),
        ("vu la délibération n°", "2025-31 du 26 juin 2025 ;", "n° 2025-31"),
        ("conformément à l'art.", "12 du règlement.", "l'art. 12"),
        ("les tarifs sont dus à compter du 1", "er septembre 2026.", "du 1er septembre"),
        ("CONVENTION POUR LA SALLE DES", "FÊTES", "SALLE DES FÊTES"),
    ],
)
def test_une_phrase_qui_continue(last: str, first: str, joined: str) -> None:
    """What an abbreviation or a raised ending parts is one sentence, and says the same signs."""
    read = _pdf(f"{_LARGE}\n{last}\n{first}\n{_LARGE}")
    assert joined in read.texte
    assert read.fidele


def test_un_texte_garde_ses_espaces() -> None:
    """A text was typed so: its blanks stay, and the proof holds."""
    read = publier(document("acte.txt", ["Dû à compter du 1 er mai, selon l'article R. 1336-\n11 du code."]))
    assert read.texte == "Dû à compter du 1 er mai, selon l'article R. 1336- 11 du code.\n"
    assert read.fidele


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("Membres en exercice : 11 – Présents : 8 – Votants : 10 et nul autre que ceux-là ici", "OBJET : Tarifs"),
        ("EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL DE LA COMMUNE DE SAINTE", "Séance du 18 juin"),
        ("D É L I B É R A T I O N D U C O N S E I L M U N I C I P A L", "RÉVISION DES TARIFS"),
        ("Président de séance et rapporteur devant le conseil municipal : Mme Ambre EXEMPLE, la", "Secrétaire : M. X"),
    ],
)
def test_une_ligne_qui_commence_autre_chose(last: str, first: str) -> None:
    """A label or the day of the session opens its own line, however full the one before."""
    assert f"\n{first}" in _texte(f"{_LARGE}\n{last}\n{first}\n{_LARGE}")


def test_une_rangee_ne_continue_rien() -> None:
    """A row that begins with the particle of a name is not the end of the row before."""
    text = _texte("NOM Présent\nEXEMPLE Zoé X\nde LA FICTION Agathe X\nINVENTÉ Basile X\nMembres en exercice : 3")
    assert "EXEMPLE Zoé X\nde LA FICTION Agathe X\nINVENTÉ Basile X\n\nMembres" in text


def test_un_article_qui_est_une_phrase() -> None:
    """It is a paragraph with all its words, on as many lines as it needs; a short title is a title."""
    text = _texte(
        f"{_LARGE}\nArticle 1er : Les travaux de bricolage ou de jardinage réalisés à l'aide\n"
        "d'outils susceptibles de causer une gêne sont autorisés le jour.\nArticle 2 – Durée de la convention\n"
        "La présente convention dure un an."
    )
    assert "\n\nArticle 1er : Les travaux de bricolage ou de jardinage réalisés à l'aide d'outils susc" in text
    assert "\n\n## Article 2 – Durée de la convention\n\nLa présente" in text


@pytest.mark.parametrize(("name", "line"), [("a.pdf", "ARTICLE 1"), ("a.md", "# Titre")])
def test_trop_de_titres(name: str, line: str) -> None:
    """Each title costs the time of those before it: a text of thousands is refused, one of hundreds is not."""
    assert publier(document(name, ["\n".join([line] * 500)])).texte
    with pytest.raises(RefusError, match="plus de 1000 titres"):
        publier(document(name, ["\n".join([line] * 1500)]))


def test_une_date_en_blanc_finit_sa_ligne() -> None:
    """« du … au … », left blank, calls for no word of the sentence below."""
    wide = "La convention pourra être résiliée par l'une ou l'autre des parties, en cas de non respect des engagements"
    lines = "La présente convention est conclue pour une durée de cinq années, qui courent du au\nLa convention cesse."
    assert _texte(f"{wide}.\n\n{lines}") == f"{wide}.\n\n{lines}\n"
