"""What a page in columns says: each value is read in its own column, and a value that cannot be is not read."""

import pytest

from recueil.importation.document import document
from recueil.importation.faits import Valeur
from recueil.importation.lecture.lecteur import lire
from recueil.importation.reception.decoupage import decouper


def _lu(*pages: str) -> dict[str, Valeur]:
    """The first value of each key that the text says."""
    found: dict[str, Valeur] = {}
    for fact in lire(document("acte.txt", pages)):
        found.setdefault(fact.cle, fact.valeur)
    return found


def _dits(text: str, *cles: str) -> list[str]:
    """The values of these keys, as text."""
    found = _lu(text)
    return [str(found.get(cle)) for cle in cles]


@pytest.mark.parametrize("sep", [" : ", "\n", " :\n"])
def test_a_run_of_labels_then_as_many_days(sep: str) -> None:
    """Each label has the day of its rank."""
    labels = sep.join(("Date de la séance", "Date de convocation", "Date d'affichage"))
    text = f"DÉLIBÉRATION n° 2026-12\n{labels} :\n16/02/2026 10/02/2026 18/02/2026\nPrésents : 9\n"
    assert _dits(text, "seance", "convocation", "affiche") == ["2026-02-16", "2026-02-10", "2026-02-18"]


def test_the_posting_of_the_convocation_is_not_that_of_the_act() -> None:
    """Nor is the first day of a run that of its last label."""
    text = "Date de la séance : Date d'affichage de la convocation :\n16/02/2026 10/02/2026\nDÉLIBÉRATION\n"
    assert _dits(text, "seance", "affiche", "convocation") == ["2026-02-16", "None", "None"]


def test_the_left_column_is_read_across_the_right_one() -> None:
    """A sentence goes on below in its own column."""
    text = (
        "DÉLIBÉRATION\n"
        "en exercice : 10        le Conseil municipal de la commune de\n"
        "qui ont pris part à     Sainte-Exemple s'est réuni le 16 février 2026\n"
        "la délibération : 9     sous la présidence de M. Basile FICTIF, Maire\n"
    )
    assert _dits(text, "membres_en_exercice", "votants") == ["10", "9"]


def test_a_label_on_several_lines_over_its_number() -> None:
    """Labels of two lines stand over one line of numbers."""
    text = (
        "DÉLIBÉRATION\n"
        "Afférents au Conseil     En exercice     Qui ont pris part\n"
        "Municipal                                à la délibération\n"
        "11                       10              9\n"
    )
    assert _dits(text, "membres_en_exercice", "votants") == ["10", "9"]


def test_who_signs_in_the_right_column() -> None:
    """A quality, then a name, beside a mention of the prefecture."""
    text = (
        "DÉLIBÉRATION\nPrésents : Ambre EXEMPLE, Basile FICTIF\nLe conseil municipal décide.\n"
        "   Transmis en préfecture              Pour extrait conforme,\n"
        "   le 12/06/2025                       La Maire,\n"
        "   Publié le 13/06/2025                A. EXEMPLE\n"
    )
    assert _dits(text, "signataire") == ["Ambre EXEMPLE"]


@pytest.mark.parametrize(
    "text",
    [
        "L'an deux mille vingt-cinq\nPrésents\n",
        "10/06/2025      Présents\n",
        "Conseillers n'ayant pas pris part au vote : 0\n",
        "Présents : 2/3\n",
    ],
)
def test_what_is_no_count(text: str) -> None:
    """A year, a rank, a negation give no count."""
    assert _dits(f"DÉLIBÉRATION\n{text}", "presents", "votants") == ["None", "None"]


def test_a_label_and_its_number_parted_by_a_page() -> None:
    """A page number is not the votes."""
    assert _lu("DÉLIBÉRATION\nAprès en avoir délibéré\nVotes pour :", "2/2\n40\nVotes contre : 2\n")["pour"] == 40


@pytest.mark.parametrize(
    "line",
    [
        "PROCÈS-VERBAL : voir recueil",
        "Approbation du procès-verbal de la séance du 12 janvier 2026",
        "Le procès-verbal de la séance du 12 janvier 2026 est adopté.",
    ],
)
def test_an_act_that_speaks_of_minutes_is_no_minutes(line: str) -> None:
    """It cites them, or approves them."""
    assert _dits(f"CONSEIL MUNICIPAL\n{line}\nDÉLIBÉRATION\n", "type_document") == ["deliberation"]


@pytest.mark.parametrize(
    ("text", "numero"),
    [
        ("N° d'ordre : 2026-052\nDÉLIBÉRATION\n", "2026-052"),
        ("N° d'ordre : 5\nDÉLIBÉRATION N° 2026/45\n", "2026/45"),
        ("DÉLIBÉRATION\n2026 – 87 RAPPORT ANNUEL\n", "2026 – 87"),
        ("DÉLIBÉRATION\n36/2026\n", "36/2026"),
        ("DÉLIBÉRATION\nqui ont pris part à la délibération : 9\n", "None"),
        ("DÉLIBÉRATION\n2025 – 2026 : tarifs\n", "None"),
    ],
)
def test_a_number_by_its_rank(text: str, numero: str) -> None:
    """A rank, a year and a rank, a number alone on its line."""
    assert _dits(text, "numero") == [numero]


def test_the_meeting_of_another_body_is_not_the_session() -> None:
    """Neither are its votes those of the act."""
    text = (
        "Le comité syndical s'est réuni le\nmardi 16 février 2026. Délibération.\n"
        "Le comité désigne M. Basile FICTIF (9 voix pour, 2 voix contre au sein du bureau du 2 février 2026).\n"
    )
    assert _dits(text, "seance", "pour", "contre") == ["2026-02-16", "None", "None"]


def test_minutes_are_one_act_however_many_titles_they_hold() -> None:
    """Their titles start no act."""
    pages = ["PROCÈS-VERBAL\nDélibération n° 2026-31 : budget\n", "Délibération n° 2026-33 : motion\n"]
    assert decouper(document("pv.txt", pages)) == [range(2)]


def test_a_soft_hyphen_parts_no_word() -> None:
    """Wherever the line ends."""
    assert (
        document("a.txt", ["sous la prési\ufffedence, prési\u00ad\ndence"]).texte == "sous la présidence, présidence\n"
    )
