"""One value for each key: who is believed, and what is asked when nobody can be."""

import json
from datetime import date

import pytest

from recueil.importation.assemblage import Assemblage, assembler
from recueil.importation.demandes import DEMANDES
from recueil.importation.document import Preuve
from recueil.importation.faits import CLES, LISTES, Fait, Question, Source, Surete, Valeur

_DATE = date(2026, 2, 16)
_AUTRE = date(2026, 2, 17)


def _fait(
    cle: str, valeur: Valeur, source: Source = Source.TEXTE, surete: Surete = Surete.SURE, ligne: int = 1
) -> Fait:
    return Fait(cle, valeur, Preuve(1, ligne, str(valeur)), source, surete)


def _questions(read: Assemblage, cle: str) -> list[str]:
    return [q.texte for q in read.questions if q.cle == cle]


@pytest.mark.parametrize("weaker", [Source.TEXTE, Source.TAMPON])
def test_le_message_l_emporte(weaker: Source) -> None:
    """The message of @ctes beats the stamp, and the stamp the text; what contradicts it is asked, with its place."""
    read = assembler([_fait("recu", _AUTRE, weaker, ligne=7), _fait("recu", _DATE, Source.XML)])
    assert read.valeur("recu") == _DATE
    (question,) = _questions(read, "recu")
    assert "16/02/2026" in question
    assert "« 17/02/2026 » (page 1, ligne 7)" in question


def test_le_tampon_l_emporte_sur_le_texte() -> None:
    """A stamp that contradicts the text is believed, and the clerk is told."""
    read = assembler([_fait("publie", _AUTRE), _fait("publie", _DATE, Source.TAMPON)])
    assert read.valeur("publie") == _DATE
    assert len(_questions(read, "publie")) == 1


def test_la_plus_sure_puis_la_premiere() -> None:
    """Within a source the surest reading is kept, without a question; the first of two that agree."""
    read = assembler([_fait("pour", 8, surete=Surete.PROBABLE), _fait("pour", 9, ligne=3), _fait("pour", 9, ligne=5)])
    assert read.valeurs["pour"].preuve.ligne == 3
    assert _questions(read, "pour") == []


def test_deux_lectures_qui_se_valent() -> None:
    """Two readings that are worth the same and differ: no value, and both are named with their places."""
    read = assembler([_fait("numero", "12", ligne=2), _fait("numero", "13", ligne=9)])
    assert read.valeur("numero") is None
    (question,) = _questions(read, "numero")
    assert "« 12 » (page 1, ligne 2)" in question
    assert "« 13 » (page 1, ligne 9)" in question


def test_ce_qui_n_est_que_possible_est_demande() -> None:
    """What is only possible is asked, never kept, and contradicts nothing."""
    read = assembler([_fait("numero", "12", surete=Surete.POSSIBLE)])
    assert read.valeur("numero") is None
    assert "est-ce « 12 » ?" in _questions(read, "numero")[0]
    kept = assembler([_fait("numero", "12", Source.TAMPON, Surete.POSSIBLE), _fait("numero", "13")])
    assert kept.valeur("numero") == "13"
    assert _questions(kept, "numero") == []


def test_le_numero_comme_l_acte_l_ecrit() -> None:
    """A message holds no slash: the number is told as the act writes it, when it is the same."""
    read = assembler([_fait("numero", "2024_37", Source.XML), _fait("numero", "2024/37")])
    assert read.valeur("numero") == "2024/37"
    assert _questions(read, "numero") == []


def test_ce_qui_manque_est_demande_selon_l_acte() -> None:
    """What the kind of act must say and does not is asked, once; what may be absent is not."""
    read = assembler([_fait("type_document", "arrete")])
    asked = {q.cle for q in read.questions}
    assert {"numero", "objet", "date_acte", "signataire", "publie"} <= asked
    assert not asked & {"seance", "secretaire", "affiche", "pour"}
    assert len(read.questions) == len({q.cle for q in read.questions})


def test_les_questions_des_lecteurs_sont_gardees() -> None:
    """What a reader asks is asked, and not a second time for the same key."""
    read = assembler([], [Question("numero", "Quel numéro ?")])
    assert _questions(read, "numero") == ["Quel numéro ?"]


def test_json() -> None:
    """The object for programs has every key, null when not said, ISO dates, and a proof for each value."""
    facts = [_fait("recu", _DATE, Source.TAMPON), _fait("pour", 0), _fait("unanimite", valeur=True)]
    said = assembler([*facts, _fait("liste_presents", ("Ambre EXEMPLE",))]).en_json()
    assert set(said) == {*CLES, "preuves", "questions"}
    told = json.loads(json.dumps(said))
    assert (told["recu"], told["pour"], told["unanimite"], told["numero"]) == ("2026-02-16", 0, True, None)
    assert told["preuves"]["recu"] == {
        "page": 1,
        "ligne": 1,
        "mots": "2026-02-16",
        "source": "tampon",
        "surete": "sure",
    }
    assert set(told["preuves"]) == {"recu", "pour", "unanimite"}
    assert {"cle", "texte", "page", "ligne"} == set(told["questions"][0])


def test_chaque_cle_a_son_nom() -> None:
    """Every key that is read has a name in French."""
    assert set(DEMANDES) >= {*CLES, *LISTES}


def test_le_numero_de_l_acte_l_emporte() -> None:
    """The number that @ctes holds is kept when the act bears none, and gives way to the one that it bears."""
    sent = _fait("numero", "DEL2026_07", Source.XML, Surete.PROBABLE)
    assert assembler([sent]).valeur("numero") == "DEL2026_07"
    assert assembler([sent, _fait("numero", "2026/07")]).valeur("numero") == "2026/07"
