"""Identifiers: restored from a broken text, and never written when a figure is misread."""

import pytest

from fichiers_fictifs import ID
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
    """A SIREN whose key is wrong is not written; on other pages the right one wins."""
    wrong = ID.replace("219900016", "219900018")
    assert "id" not in _faits(f"ID : {wrong}")
    assert any("mal lu" in q.texte for q in _lire(f"ID : {wrong}").questions)
    assert _faits(f"ID : {wrong}\fID : {ID}")["id"] == ID
