"""The types of fields: what is accepted, and nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from recueil.champs import INCONNU, Duree, Entier, Jour, JourOuInconnu, Libelle, Matiere, NomFichier
from recueil.matieres import MATIERES, libelle_matiere, matiere_nationale

_JOUR: TypeAdapter[date] = TypeAdapter(Jour)


@given(st.dates())
def test_toute_date_iso_est_lue(day: date) -> None:
    """Every date of the calendar is read from its ISO form."""
    assert _JOUR.validate_python(day.isoformat()) == day


@given(st.text(max_size=12))
def test_rien_d_autre_n_est_une_date(text: str) -> None:
    """What is read as a date is written exactly as that date."""
    try:
        day = _JOUR.validate_python(text)
    except ValidationError:
        return
    assert day.isoformat() == text


@given(st.integers(0, 10**9 - 1))
def test_entiers(number: int) -> None:
    """A whole number is read as what it is."""
    assert TypeAdapter(Entier).validate_python(str(number)) == number


def test_inconnu_est_une_valeur() -> None:
    """A blank of the document is kept as such."""
    assert TypeAdapter(JourOuInconnu).validate_python(INCONNU) == INCONNU


@pytest.mark.parametrize("name", ["../a.pdf", "/etc/passwd", "a/b.pdf", ".cache.pdf", "a\\b.pdf", ""])
def test_un_fichier_ne_sort_pas_de_son_dossier(name: str) -> None:
    """A file is named by its name alone."""
    with pytest.raises(ValidationError):
        TypeAdapter(NomFichier).validate_python(name)


@pytest.mark.parametrize("text", ["<script>x</script>", "a<br>b", "&nbsp;", "</p>", "&#60;"])
def test_pas_de_html_dans_un_titre(text: str) -> None:
    """A title is plain text."""
    with pytest.raises(ValidationError):
        TypeAdapter(Libelle).validate_python(text)


@pytest.mark.parametrize("text", ["5 < 7 et 7 > 5", "R & D", "a<b", "n° 12 (2026)"])
def test_les_signes_ordinaires_passent(text: str) -> None:
    """Signs that are not HTML are admitted in a title."""
    assert TypeAdapter(Libelle).validate_python(text) == text


def test_durees() -> None:
    """A duration is a number and a unit."""
    assert TypeAdapter(Duree).validate_python("18 mois") == "18 mois"
    with pytest.raises(ValidationError):
        TypeAdapter(Duree).validate_python("0 an")


def test_nomenclature_complete() -> None:
    """Nine chapters and fifty-seven matières, 7.10 being another than 7.1."""
    assert (len([c for c in MATIERES if "." not in c]), len([c for c in MATIERES if "." in c])) == (9, 57)
    assert libelle_matiere("7.10") == "Finances locales : divers"
    assert libelle_matiere("7.1") == "Finances locales : décisions budgétaires"
    assert matiere_nationale("1.4.2") == "1.4"


@pytest.mark.parametrize("code", ["7", "7.11", "0.1", "10.1", "7.1.", "7,", "1.4.x"])
def test_matieres_refusees(code: str) -> None:
    """A code that no prefecture has is refused."""
    with pytest.raises(ValidationError):
        TypeAdapter(Matiere).validate_python(code)
