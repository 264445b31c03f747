"""French writing and addresses."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recueil.adresses import slug
from recueil.ecriture import compte, heure, insecable, jour, jour_semaine, taille


def test_dates() -> None:
    """Dates are written as in a letter."""
    assert jour(date(2026, 2, 16)) == "16 février 2026"
    assert jour(date(2026, 3, 1)) == "1er mars 2026"
    assert jour_semaine(date(2026, 2, 11)) == "mercredi 11 février 2026"


def test_heures() -> None:
    """Times too."""
    assert heure("18:30") == "18\u00a0h\u00a030"
    assert heure("09:00") == "9\u00a0h"


@pytest.mark.parametrize(
    ("octets", "dit"),
    [(0, "0 octet"), (1, "1 octet"), (999, "999 octets"), (1000, "1 ko"), (999_499, "999 ko"), (1_234_567, "1,2 Mo")],
)
def test_tailles(octets: int, dit: str) -> None:
    """Sizes are in decimal units, with a French comma."""
    assert taille(octets).replace("\u00a0", " ") == dit


def test_guillemets() -> None:
    """Quotation marks stay with their words, a colon and a semicolon with what they end; a program is not French."""
    assert insecable("dans « a b » ; puis : c") == "dans «\u00a0a b\u00a0»\u00a0; puis\u00a0: c"
    assert insecable("a != b ; x :hover") == "a != b\u00a0; x :hover"


def test_comptes() -> None:
    """French counts in the plural from two up."""
    assert [compte(n, "acte publié", "actes publiés").replace("\u00a0", " ") for n in (0, 1, 2)] == [
        "0 acte publié",
        "1 acte publié",
        "2 actes publiés",
    ]


@given(st.text())
def test_une_adresse_est_en_minuscules_ascii(text: str) -> None:
    """A segment of an address is made of lower-case letters, digits and single hyphens, and stays the same."""
    segment = slug(text)
    assert segment == "" or all(part.isalnum() and part.isascii() for part in segment.split("-"))
    assert segment == segment.lower() == slug(segment)


def test_accents_et_ligatures() -> None:
    """Accents and ligatures are spelt out."""
    assert slug("Élection du maire n° 2, l'œuvre") == "election-du-maire-n-2-l-oeuvre"
