"""A model beside a convention that follows it: cases that a jurist can read, the real ones, and what always holds."""

import re
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outils import ACTES
from recueil.comparaison import Comparaison, Genre, Morceau, Sort, comparer

_MARQUES = {Genre.EGAL: "%s", Genre.AJOUTE: "{%s}", Genre.RETIRE: "[%s]"}


def _dire(pieces: Iterable[Morceau]) -> str:
    """« durée de [3] {5} ans »: what is removed, what is added."""
    return "".join(_MARQUES[piece.genre] % piece.texte for piece in pieces)


def _lignes(found: Comparaison) -> list[str]:
    return [_dire(line) for article in found.articles for line in article.paragraphes]


@pytest.mark.parametrize(
    ("modele", "convention", "attendu"),
    [
        ("Pour une durée de 3 ans.", "Pour une durée de 5 ans.", ["Pour une durée de [3] {5} ans."]),
        ("Le CDG conseille.", "Le CDG conseille et assiste.", ["Le CDG conseille {et assiste}."]),
        ("Le syndicat paie 1,50 € HT.", "Le syndicat paie 2,50 € HT.", ["Le syndicat paie [1,50] {2,50} € HT."]),
        ("Vu l'article L. 2131-1", "Vu l’article L. 2131-2", ["Vu l’article L. [2131-1] {2131-2}"]),
        (
            "Le maire,\nA. Untel",
            "La présidente,\nB. Unetelle",
            ["[Le maire] {La présidente},", "[A. Untel]", "{B. Unetelle}"],
        ),
        ("Entre\n\nANNEXE\n\nEt", "Entre\n\nEt", ["Entre", "[ANNEXE]", "Et"]),
        (
            "- un choix.\n- un essai.\n- un suivi.",
            "- un choix.\n- un suivi.",
            ["un choix.", "[un essai.]", "un suivi."],
        ),
        ("À le _____", "À Arras le 3 mai", ["À {Arras} le [_____] {3 mai}"]),
        ("prix net", "prix Net", ["prix [net] {Net}"]),
        ("| 100 | 200 |", "| 100 | 300 |", ["100 | [200] {300}"]),
        ("Soit $$P = a * b$$ fixe", "Soit $$P = a * c$$ fixe", ["Soit [$$P = a * b$$] {$$P = a * c$$} fixe"]),
        (
            "la présence de la voiture rouge",
            "la location et la réparation du vélo électrique neuf",
            ["la [présence de la voiture rouge] {location et la réparation du vélo électrique neuf}"],
        ),
    ],
)
def test_mots(modele: str, convention: str, attendu: list[str]) -> None:
    """Whole words and whole numbers are shown, line by line; a word lost between two replacements goes with them."""
    assert _lignes(comparer(modele, convention)) == attendu


@pytest.mark.parametrize(
    ("modele", "convention"),
    [
        ("l'acte « joint »", "l’acte “joint”"),
        ("CDG 62 : 1^er^ avis", "**CDG\u00a062**: 1er\n\navis"),
        ("- un\n- deux", "– un\n• deux\n•\n"),
        ("> cité\n\n| a | b |\n|---|---|\n| 1 | 2 |", "cité a b 1 2"),
        ("Fait le ____", "Fait le ________________"),
        ("Nom ..........", "Nom …"),
        ("e\u0301tude", "étude"),
        ("## Article 1 : **Objet**\n\nA", "# Article 1 : Objet\nA"),
        ("A\n\n______________", "A"),
    ],
)
def test_ce_qui_n_est_pas_une_difference(modele: str, convention: str) -> None:
    """Blanks, line ends, layout, bullets, the shape of a quotation mark, the length of a blank to fill in."""
    found = comparer(modele, convention)
    assert found.identique
    assert found.bilan == "aucune différence"


_MODELE = """Préambule

## Article 1 : Objet

Le prêt d'une salle.

## Article 2 : Caution

Une caution de 100 € est versée.

## Article 3 : Durée

Trois ans.

## Article 4 : Litiges

Le tribunal administratif.

Fait en deux exemplaires, le _____
"""
_CONVENTION = """Préambule

## ARTICLE 1er - OBJET

Le prêt d'une salle.

## Article 2 : Durée

Cinq ans.

## Article 3 : Litiges

Le tribunal administratif.

## Article 4 : Assurance

L'association s'assure.

Fait en deux exemplaires, le 3 mai 2026
"""


def test_articles_deplaces() -> None:
    """An article that has another number keeps its history; one is dropped, one is new; signatures stand apart."""
    found = comparer(_MODELE, _CONVENTION)
    assert [(a.titre_modele, a.titre, a.sort.value) for a in found.articles] == [
        ("En-tête", "En-tête", "identique"),
        ("Article 1 : Objet", "ARTICLE 1er - OBJET", "modifie"),
        ("Article 2 : Caution", "Article 2 : Caution", "retire"),
        ("Article 3 : Durée", "Article 2 : Durée", "modifie"),
        ("Article 4 : Litiges", "Article 3 : Litiges", "modifie"),
        ("", "Article 4 : Assurance", "ajoute"),
        ("Signatures", "Signatures", "modifie"),
    ]
    assert _dire(found.articles[3].intitule) == "Article [3] {2} : Durée"
    assert [group.libelle.replace("\u00a0", " ") for group in found.groupes] == [
        "4 parties modifiées",
        "1 partie ajoutée",
        "1 partie retirée",
        "1 partie identique",
    ]
    assert [article.ancre for article in found.articles][2:4] == ["article-2", "article-2_1"]


def test_meme_numero_autre_titre() -> None:
    """An article replaced by another of the same number is shown as one that changes."""
    found = comparer("## Article 5 : Tarif\n\nGratuit.", "## Article 5 : Prix\n\nCent euros.")
    assert _dire(found.articles[0].intitule) == "Article 5 : [Tarif] {Prix}"


def test_titre_reecrit() -> None:
    """A part without number whose heading was written again is known by its words."""
    text = "Le syndicat tient à jour la liste des agents formés."
    found = comparer(f"## Suivi\n\n{text}", f"## Bilan annuel\n\n{text}")
    assert [(a.titre_modele, a.titre, a.bilan.replace("\u00a0", " ")) for a in found.articles] == [
        ("Suivi", "Bilan annuel", "2 mots ajoutés, 1 retiré")
    ]


def test_sans_titres() -> None:
    """A text without headings is cut at the lines that begin with an article, even one that runs on."""
    long = "Article 2 – Le syndicat verse chaque année au centre de gestion une participation fixée par son conseil" * 2
    found = comparer(
        f"Entre\nArticle 1er : objet\nUn prêt.\n{long}",
        f"Entre\n## Article 1 : objet\nUn prêt.\n## Article 2\n{long[12:]}",
    )
    assert [(a.titre, a.sort.value) for a in found.articles] == [
        ("En-tête", "identique"),
        ("Article 1 : objet", "modifie"),
        ("Article 2", "identique"),
    ]


@pytest.mark.parametrize(
    ("modele", "convention", "bilan"),
    [
        ("un", "un deux", "1 mot ajouté"),
        ("un deux trois", "un", "2 mots retirés"),
        ("un deux trois", "un 2131-1", "1 mot ajouté, 2 retirés"),
        ("un, deux", "un deux", "seule la ponctuation change"),
    ],
)
def test_bilan(modele: str, convention: str, bilan: str) -> None:
    """What changes, in one phrase."""
    assert comparer(modele, convention).bilan.replace("\u00a0", " ") == bilan


def _acte(path: str) -> str:
    return (ACTES / "scota" / path).read_text(encoding="utf-8").split("\n---\n", 1)[1]


def test_convention_605() -> None:
    """The real convention and the model that it follows."""
    found = comparer(_acte("references/modele-e-administration-2024.md"), _acte("2026/2026-02-11/605-convention.md"))
    fates = {sort: [a.titre for a in found.articles if a.sort is sort] for sort in Sort}
    assert fates[Sort.MODIFIE] == [
        "En-tête",
        "Article 1er : OBJET",
        "3-2 Réalisation du projet",
        "3-3 Assistance",
        "Signatures",
    ]
    assert fates[Sort.IDENTIQUE][-3:] == [
        "Article 6 : GARANTIE - RESPONSABILITE",
        "Article 6 : RESILIATION",
        "Article 7 : LITIGES",
    ]
    assert len(fates[Sort.IDENTIQUE]) == 8
    assert not fates[Sort.AJOUTE] + fates[Sort.RETIRE]
    lines = _lignes(found)
    assert "[La mise en place de IDELIBRE afin de dématérialiser l'envoi des consultations.]" in lines
    assert "Cette expérimentation a permis de définir [trois] {deux} types de [prestations :] {prestation}" in lines
    assert "Formation des agents [et des élus] à l'application" in lines
    assert "[Joël DUQUENOY]" in lines
    assert "{René HOCQ}" in lines


_LIGNES = st.sampled_from(
    [
        "Article 1 : objet",
        "## Article 2",
        "## Objet",
        "### 3-1 Suivi",
        "- un « prix »",
        "| a | b |",
        "le **syndicat**",
        "Fait à Arras",
    ]
)
_TEXTES = st.lists(_LIGNES | st.text(max_size=30) | st.text("ab ,.\n", max_size=40), max_size=12).map("\n".join)
_SANS_TITRE = st.lists(st.text("abcd e,.'-*|\n", max_size=60), max_size=4).map("\n".join)


def _dits(text: str) -> str:
    """The letters and figures of a text."""
    return "".join(c for c in unicodedata.normalize("NFC", text) if c.isalnum())


def _reste(found: Comparaison, *genres: Genre) -> str:
    return _dits("".join(m.texte for article in found.articles for m in article.morceaux if m.genre in genres))


@settings(max_examples=300)
@given(_TEXTES, _TEXTES)
def test_aucun_mot_perdu(modele: str, convention: str) -> None:
    """What is kept and added is the convention, in its order; what is kept and removed is the model."""
    found = comparer(modele, convention)
    assert _reste(found, Genre.EGAL, Genre.AJOUTE) == _dits(convention)
    assert Counter(_reste(found, Genre.EGAL, Genre.RETIRE)) == Counter(_dits(modele))


@settings(max_examples=300)
@given(_SANS_TITRE, _SANS_TITRE)
def test_l_ordre_du_modele(modele: str, convention: str) -> None:
    """Within a part, what is kept and removed is the model, in its order."""
    found = comparer(modele, convention)
    assert _reste(found, Genre.EGAL, Genre.RETIRE) == _dits(modele)
    assert all(m.texte for article in found.articles for m in article.morceaux)


@settings(max_examples=200)
@given(_TEXTES)
def test_un_texte_et_lui_meme(text: str) -> None:
    """A text does not differ from itself, however its blanks are laid out."""
    found = comparer(text, re.sub(r"\n", "\n\n", text))
    assert found.identique
    assert (found.ajoutes, found.retires) == (0, 0)
    assert len({article.ancre for article in found.articles}) == len(found.articles)


@pytest.mark.parametrize("per_line", [1, 12, 9000])
@pytest.mark.parametrize("words", ["abcdefghij", "ab"])
def test_temps(words: str, per_line: int) -> None:
    """Two texts of 60 kB that share nothing, or nothing but two words, cost no more than what is seen."""
    numbers = [f"{number:05}" for number in range(10_000)]
    one = [number.translate(str.maketrans("0123456789", words * (10 // len(words)))) for number in numbers]
    other = [word.swapcase() if words != "ab" else word[::-1] for word in one]
    texts = ["\n".join(" ".join(t[i : i + per_line]) for i in range(0, 10_000, per_line)) for t in (one, other)]
    start = time.process_time()
    assert not comparer(*texts).identique
    assert time.process_time() - start < 15
