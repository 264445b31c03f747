"""Identifiers: restored from a broken text, and never written when a figure is misread."""

import pytest

from fichiers_fictifs import ID
from recueil.importation.cachets.libelles import compiler
from recueil.importation.cachets.tampons import Tampons, lire_tampons
from recueil.importation.document import document
from recueil.importation.faits import Surete


def _lire(texte: str) -> Tampons:
    return lire_tampons(document("acte.pdf", texte.split("\f")))


def _faits(texte: str) -> dict[str, object]:
    """What is sure enough to be written."""
    return {f.cle: f.valeur for f in _lire(texte).faits if f.surete > Surete.POSSIBLE}


@pytest.mark.parametrize(
    ("ecrit", "lu"),
    [
        (f"ID : {ID}", ID),
        (f"ID : {ID}Le conseil municipal", ID),
        (f"Accusé de réception en préfecture {ID}Reçu le", ID),
        ("ID : 099-219900016-20260211-2026 02 11 006-DE", "099-219900016-20260211-2026_02_11_006-DE"),
        ("ID : 099-219900016-20260211-DELIB-2026-37-DE", "099-219900016-20260211-DELIB-2026-37-DE"),
        ("ID : 099-219900016-\n20260211-D2026_003-AR", "099-219900016-20260211-D2026_003-AR"),
        ("ID : 099 - 219 900 016 - 20260211 - 607 - CC", "099-219900016-20260211-607-CC"),
        ("ID : O99-2l9900016-20260211-607-DE", ID),
    ],
)
def test_identifiers_are_restored(ecrit: str, lu: str) -> None:
    """Its separators come back, and the word glued to it goes."""
    found = _faits(ecrit)
    assert found["id"] == lu
    assert found["nature_actes"] == lu[-2:]
    assert "numero" not in found


def test_a_misread_identifier_is_asked() -> None:
    """A SIREN whose key is wrong is not written where the scanner misread words; the right one of a page wins."""
    wrong = ID.replace("219900016", "219900018")
    scanned = f"Seance du 11 fevrier 2O26\nID : {wrong}"
    assert "id" not in _faits(scanned)
    assert any("mal lu" in q.texte for q in _lire(scanned).questions)
    assert _faits(f"{scanned}\fID : {ID}")["id"] == ID


def test_a_wrong_key_in_a_clean_text_is_given_and_asked() -> None:
    """Where nothing is misread, it is as it was typed; the clerk is asked all the same."""
    wrong = ID.replace("219900016", "219900018")
    assert _faits(f"Séance du 11 février 2026\nID : {wrong}")["id"] == wrong
    assert any("mal lu" in q.texte for q in _lire(f"ID : {wrong}").questions)
    assert "id" not in _faits(f"ID : {wrong.replace('2-', 'O-', 1).replace('099', 'O99')}")


def test_the_siren_of_a_commune_holds_its_department() -> None:
    """« 089 » before the SIREN of a commune of the department 99 is « 099 » misread: it is asked."""
    assert "id" not in _faits(f"ID : {ID.replace('099-', '089-')}")
    assert _faits(f"ID : {ID}")["id"] == ID


def test_an_announced_identifier_is_no_cited_act() -> None:
    """« N° d'identifiant : » tells the identifier of the act, as « ID : » does."""
    assert _faits(f"N° d'identifiant : {ID}")["id"] == ID


@pytest.mark.parametrize(
    ("motif", "attendu"),
    [("Reçu le", r"Reçu\s{1,3}le"), ("n ?°", r"n\s?°"), ("[a-z' -]{5,40} ici", r"[a-z' -]{5,40}\s{1,3}ici")],
)
def test_the_blanks_of_a_class_are_no_other_signs(motif: str, attendu: str) -> None:
    """Else « [a-z ] » would take braces and line ends too."""
    assert compiler(motif) == attendu
