"""The identifiers of the State: taken apart from both ends, and their keys checked."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recueil.controles.identifiants import meme_numero
from recueil.identifiant import lire_identifiant, luhn

_NUMEROS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_\-]{0,14}", fullmatch=True)
_JOURS = st.dates(date(1990, 1, 1), date(2099, 12, 31))


@given(_NUMEROS, _JOURS, st.sampled_from(["DE", "AR", "AI", "CC", "BF", "AU"]))
def test_aller_et_retour(numero: str, jour: date, nature: str) -> None:
    """Whatever the number holds, hyphens included, the identifier gives back its parts."""
    found = lire_identifiant(f"062-256203100-{jour:%Y%m%d}-{numero}-{nature}")
    assert (found.numero, found.jour, found.nature) == (numero, jour, nature)
    assert (found.departement, found.siren) == ("062", "256203100")


def test_numero_a_traits_d_union() -> None:
    """The real identifier of 2024 whose number holds hyphens is read whole."""
    assert lire_identifiant("062-216209072-20241016-DELIB-2024-37-DE").numero == "DELIB-2024-37"


@pytest.mark.parametrize("departement", ["02A", "02B", "974", "2A"])
def test_departements(departement: str) -> None:
    """Corsica and overseas are read, on three characters."""
    assert lire_identifiant(f"{departement}-256203100-20260216-1-DE").departement == departement.zfill(3)


@pytest.mark.parametrize(
    "texte",
    ["", "607", "062-25620310-20260216-607-DE", "062-256203100-20260216-607-XX", "062-256203100-20260230-607-DE"],
)
def test_refus(texte: str) -> None:
    """Another form, another nature or a date that does not exist is refused."""
    with pytest.raises(ValueError, match=r".*"):
        lire_identifiant(texte)


def test_cle_des_siren_reels() -> None:
    """The SIREN of the three real documents have a right key."""
    assert luhn("256203100")
    assert luhn("216209072")


@given(st.from_regex(r"[0-9]{8}", fullmatch=True), st.integers(0, 8), st.integers(1, 9))
def test_une_faute_de_frappe_se_voit(debut: str, place: int, ecart: int) -> None:
    """Changing any one digit of a right SIREN makes its key wrong."""
    right = next(debut + str(key) for key in range(10) if luhn(debut + str(key)))
    wrong = right[:place] + str((int(right[place]) + ecart) % 10) + right[place + 1 :]
    assert luhn(right)
    assert not luhn(wrong)


@pytest.mark.parametrize(
    ("numero", "envoye"),
    [
        ("2026-001", "2026001"),
        ("2026-07", "202607"),
        ("26-07", "202607"),
        ("DCM2026-007", "2026007"),
        ("2026.05.21-07", "2026052107"),
        ("12/2026", "2026_12"),
        ("2026-07", "DEL07"),
        ("607", "607"),
        ("D2026-A", "D2026A"),
    ],
)
def test_un_numero_s_envoie_de_plusieurs_facons(numero: str, envoye: str) -> None:
    """A town that strips the hyphens of its numbers is not told so at each act."""
    assert meme_numero(numero, envoye)


@pytest.mark.parametrize(("numero", "envoye"), [("607", "605"), ("2026-07", "202608"), ("2026-07", "2026_08")])
def test_un_autre_numero(numero: str, envoye: str) -> None:
    """Another number is another number."""
    assert not meme_numero(numero, envoye)
