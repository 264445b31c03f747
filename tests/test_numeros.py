"""The numbers of persons are told by their keys alone. Those of these tests are invented, or printed in a norm."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from recueil.acte import Acte
from recueil.anomalie import Origine
from recueil.collectivite import Collectivite
from recueil.controles.numeros import compte_bancaire, iban_exact, nir_exact, numero_de_securite_sociale, telephone
from recueil.controles.personnelles import courriel
from recueil.nomenclature import TypeActe

_CORPS = st.builds(
    "{}{:02}{:02}{}{:03}{:03}".format,
    st.sampled_from("123478"),
    st.integers(0, 99),
    st.integers(1, 12),
    st.sampled_from(["01", "62", "99", "2A", "2B"]),
    st.integers(1, 999),
    st.integers(1, 999),
)
_BLANCS = st.sampled_from(["", " ", "\u00a0", "\u202f"])
_COMPTES = st.builds(
    lambda country, bban: (country[:2], f"{bban:0{country[2:]}}"),
    st.sampled_from(["FR23", "BE12", "DE18"]),
    st.integers(0, 10**12 - 1),
)


@cache
def _commune() -> Collectivite:
    return Collectivite.model_validate(
        {"nom": "Sainte-Exemple", "type": "commune", "siren": "219900016", "departement": "099"}
    )


def _acte(texte: str) -> Acte:
    return Acte(
        type=TypeActe.AUTRE,
        objet="Essai",
        octets_texte=texte.encode(),
        collectivite=_commune(),
        origine=Origine("1.md"),
        dossier=Path(),
    )


def _cle_nir(body: str) -> str:
    return f"{97 - int(body.replace('2A', '19').replace('2B', '18')) % 97:02}"


def _iban(country: str, bban: str) -> str:
    digits = "".join(str(int(sign, 36)) for sign in f"{bban}{country}00")
    return f"{country}{98 - int(digits) % 97:02}{bban}"


def test_exemples_des_normes() -> None:
    """The keys agree with the examples that the norms print."""
    assert nir_exact("2 55 08 14 168 025", "38")
    assert iban_exact("FR1420041010050500013M02606")
    assert iban_exact("GB29NWBK60161331926819")
    assert iban_exact("BE68539007547034")
    assert not iban_exact("FR1420041010050500013M0260")


@given(_CORPS, _BLANCS)
@example("175072A999999", " ")
def test_un_nir_est_trouve(body: str, blank: str) -> None:
    """A number with its right key is found wherever it stands, and only its ends are told."""
    key = _cle_nir(body)
    parts = (body[0], body[1:3], body[3:5], body[5:7], body[7:10], body[10:], key)
    found = [*numero_de_securite_sociale(_acte(f"Agent n° {blank.join(parts)}, recruté."))]
    assert len(found) == 1
    assert found[0].message.startswith(f"numéro de sécurité sociale « {body[0]} {body[1:3]} … {key} »")
    assert body[7:] not in found[0].message


@given(_CORPS, st.integers(1, 96))
def test_une_cle_fausse_n_est_pas_un_nir(body: str, shift: int) -> None:
    """Any other key is that of other digits."""
    key = (int(_cle_nir(body)) + shift - 1) % 97 + 1
    assert not [*numero_de_securite_sociale(_acte(f"Dossier {body}{key:02}."))]


@given(_COMPTES, _BLANCS)
def test_un_iban_est_trouve(account: tuple[str, str], blank: str) -> None:
    """An account with its right key is found, in groups of four or in one piece, and only its ends are told."""
    iban = _iban(*account)
    shown = blank.join(iban[i : i + 4] for i in range(0, len(iban), 4))
    found = [*compte_bancaire(_acte(f"Compte {shown} BIC EXEMFRPP, ouvert."))]
    assert len(found) == 1
    assert iban[4:-2] not in found[0].message


@given(_COMPTES, st.integers(1, 96))
def test_une_cle_fausse_n_est_pas_un_iban(account: tuple[str, str], shift: int) -> None:
    """Any other key is that of another account."""
    iban = _iban(*account)
    other = f"{iban[:2]}{(int(iban[2:4]) - 2 + shift) % 97 + 2:02}{iban[4:]}"
    assert not [*compte_bancaire(_acte(f"Compte {other}, ouvert."))]


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.dates())
def test_des_chiffres_qui_ne_sont_pas_d_une_personne(amount: int, siren: int, day: object) -> None:
    """Amounts, SIREN, SIRET, dates and identifiers are nobody's number."""
    french = f"{amount:,}".replace(",", "\u202f")
    texte = (
        f"Crédit de {french},00 €, SIREN {siren:09}, SIRET {siren:09} 00017, le {day},\n"
        f"identifiant 099-219900016-20260115-{siren}-DE, compte {amount}."
    )
    acte = _acte(texte)
    assert not [*numero_de_securite_sociale(acte), *compte_bancaire(acte), *telephone(acte)]


@given(st.text(max_size=200))
def test_aucun_texte_n_arrete_les_regles(texte: str) -> None:
    """Whatever a text holds, the rules end and say nothing of the whole value."""
    acte = _acte(f"{texte} 06 99 99 00 01")
    for rule in (numero_de_securite_sociale, compte_bancaire, telephone, courriel):
        assert not [finding for finding in rule(acte) if "06 99 99 00 01" in finding.message]


@pytest.mark.parametrize(
    "shown", ["06 99 99 00 01", "06.99.99.00.01", "0699990001", "+33 6 99 99 00 01", "+33699990001"]
)
def test_un_telephone_est_trouve(shown: str) -> None:
    """A mobile is found in all the ways it is written, and only its ends are told."""
    found = [*telephone(_acte(f"Appeler le {shown}."))]
    assert len(found) == 1
    assert "« 06 … 01 »" in found[0].message
