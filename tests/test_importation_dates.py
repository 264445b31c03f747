"""Dates and numbers as acts write them: each line of the tables reads its own example, and nothing is guessed."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recueil.ecriture import jour as ecrire
from recueil.importation.lecture.dates import DATE, FORMES, Forme, lire_date
from recueil.importation.lecture.nombres import ENTIER, lire_entier


@pytest.mark.parametrize("forme", FORMES, ids=lambda f: f.exemple)
def test_each_form_reads_its_example(forme: Forme) -> None:
    """A line of the table is its own test."""
    assert lire_date(forme.exemple) == forme.attendu
    assert re.search(forme.motif, forme.exemple, re.IGNORECASE)


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("16 février 2026", date(2026, 2, 16)),
        ("1er juillet 2022", date(2022, 7, 1)),
        ("ler juillet 2022", date(2022, 7, 1)),
        ("le onze du mois de juin deux mil quinze", date(2015, 6, 11)),
        ("23 FEV.2023", date(2023, 2, 23)),
        ("convoqués le 6 juin deux mil vingt-trois", date(2023, 6, 6)),
        ("le mercredi 30 novembre\n 2022", date(2022, 11, 30)),
        ("L'an deux mil vingt-six, le lundi seize février à dix-huit heures", date(2026, 2, 16)),
        ("le premier mars deux mille dix-neuf", date(2019, 3, 1)),
        ("le seize février deux mille vingtsix", date(2026, 2, 16)),
        ("Publié le 16/02/2026ID : 099", date(2026, 2, 16)),
        ("2 7 FEV. 2023", date(2023, 2, 27)),
        ("L'an deux mille vingt-trois, le vingt-et-un du mois de septembre", date(2023, 9, 21)),
        ("21/1212022", date(2022, 12, 21)),
        ("VINGT ET UN JUIN DEUX MILLE VINGT ET UN", date(2021, 6, 21)),
    ],
)
def test_dates_of_acts(texte: str, attendu: date) -> None:
    """The wordings that are met, with their defects."""
    assert lire_date(texte) == attendu


@pytest.mark.parametrize(
    "texte",
    [
        "31/02/2026",
        "29 février 2025",
        "24102123",
        "2 7 FEV. 2073",
        "14/25-02-20/C",
        "16/02.2026",
        "16 février",
        "31 er mars 2022",
        "099-219900016-20260216-607-DE",
        "L'an deux mille vingt-deux, le 6 juin 2023",
    ],
)
def test_no_date_rather_than_a_wrong_one(texte: str) -> None:
    """What is impossible, half read or contradictory is not a date."""
    assert lire_date(texte) is None


@given(st.dates(date(1900, 1, 1), date(2049, 12, 31)))
def test_every_day_is_read_in_every_form(jour: date) -> None:
    """Figures or words, all days of the calendar."""
    for texte in (f"{jour:%d/%m/%Y}", f"{jour:%d.%m.%Y}", f"{jour:%d-%m-%Y}", ecrire(jour), ecrire(jour).upper()):
        assert lire_date(f"Séance du {texte}, à 18 heures") == jour


@given(st.text(alphabet="0123456789/.- lanovembrefdcixu'é\n", max_size=60))
def test_the_fragment_and_the_reader_agree(texte: str) -> None:
    """What DATE does not match gives no date, and no text breaks the reader."""
    if not re.search(DATE, texte):
        assert lire_date(texte) is None


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("vingt-trois", 23),
        ("soixante et onze", 71),
        ("quatre-vingt-dix", 90),
        ("QUATRE VINGTS", 80),
        ("mille neuf cent quatre-vingt-dix-neuf", 1999),
        ("neuf mille neuf cent quatre-vingt-dix-neuf", 9999),
        ("deux mil vingt-six", 2026),
        ("vingtsix", 26),
        ("une", 1),
        ("05", 5),
        ("O", 0),
        ("/", 0),
        ("néant", 0),
        ("Zéro", 0),
    ],
)
def test_numbers_of_acts(texte: str, attendu: int) -> None:
    """In words, in figures, and what stands for nothing."""
    assert lire_entier(texte) == attendu
    assert re.fullmatch(ENTIER, texte)


@pytest.mark.parametrize("texte", ["1er", "12,50", "deux un", "2O", "n° 12", "", "2°", "12345"])
def test_no_number_rather_than_a_wrong_one(texte: str) -> None:
    """A rank, an amount, a misread figure are not counts."""
    assert lire_entier(texte) is None


@pytest.mark.parametrize("motif", [DATE, ENTIER])
def test_a_hostile_text_is_read_in_a_moment(motif: str) -> None:
    """No text makes the patterns try again and again (the time limit is that of the run)."""
    for piece in ("vingt-", "deux ", "16/02/", "l'an ", " ", "1", "soixante et "):
        assert len(re.findall(motif, piece * 20_000)) <= 60_000
