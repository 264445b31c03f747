"""What is read of the words of an act: each wording on its example, then whole layouts, field by field."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recueil.importation.assemblage import assembler
from recueil.importation.cachets.tampons import lire_tampons
from recueil.importation.document import document
from recueil.importation.faits import CLES, INDICES, Fait, Valeur
from recueil.importation.lecture.formules import Formule
from recueil.importation.lecture.formules_comptes import COMPTES
from recueil.importation.lecture.formules_dates import PUBLICITE, SIGNATURE
from recueil.importation.lecture.formules_personnes import PERSONNES
from recueil.importation.lecture.formules_seance import CONVOCATION, SEANCE
from recueil.importation.lecture.formules_votes import UNANIMITE, VOTES
from recueil.importation.lecture.lecteur import lire
from recueil.importation.lecture.noms import lire_nom
from recueil.importation.lecture.recherche import chercher
from recueil.importation.lecture.zones import LIMITE, plier, preparer
from recueil.importation.redaction.publication import depouiller

TEXTES = Path(__file__).parent / "importation" / "textes"
FORMULES = (*SEANCE, *CONVOCATION, *PUBLICITE, *SIGNATURE, *PERSONNES, *COMPTES, *VOTES, *UNANIMITE)

TROUVES, FAUX = 0.95, 0.01
"""What is asked: of the fields that are there, how many are found; of all that is read, how many may be wrong."""


@dataclass(frozen=True, slots=True)
class Ecart:
    """A field of a layout that is not read as it should be."""

    texte: str
    cle: str
    lu: object
    attendu: object

    def __str__(self) -> str:
        """One line of the table of misses."""
        return f"{self.texte:28} {self.cle:20} lu {self.lu!r}, attendu {self.attendu!r}"


def _lu(text: str) -> dict[str, Valeur]:
    """The values that would be written, stamps and text together: what is only possible is asked."""
    whole = document("acte.txt", text.split("\f"))
    stamps = lire_tampons(whole)
    facts = [*stamps.faits, *lire(depouiller(whole, stamps.etendues))]
    return {cle: fact.valeur for cle, fact in assembler(facts).valeurs.items()}


def _simple(value: object) -> object:
    """A value as JSON has it."""
    if isinstance(value, date):
        return value.isoformat()
    return [_simple(item) for item in value] if isinstance(value, tuple) else value


def _ecarts(path: Path) -> Iterator[Ecart]:
    """The fields of one layout that are wrong or missed."""
    read = _lu(path.read_text())
    for key, expected in json.loads(path.with_suffix(".json").read_text()).items():
        found = _simple(read.get(key))
        if (found, type(found)) != (expected, type(expected)):
            yield Ecart(path.stem, key, found, expected)


def _presents(path: Path) -> int:
    """How many fields a layout has."""
    return sum(value is not None for value in json.loads(path.with_suffix(".json").read_text()).values())


def tableau() -> str:
    """The table of misses, for who adds a wording: ``python -c "import test_importation_lecture as t; …"``."""
    return "\n".join(str(miss) for path in sorted(TEXTES.glob("*.txt")) for miss in _ecarts(path))


@pytest.mark.parametrize("formule", FORMULES, ids=lambda f: f"{f.cle}: {f.exemple[:40]}")
def test_formule(formule: Formule) -> None:
    """Each line of the tables reads its own example."""
    found = [hit.valeur for hit in chercher(formule, preparer(document("exemple", [formule.exemple])))]
    assert formule.attendu in found


def test_dispositions() -> None:
    """Of all the layouts, nearly every field is found, and hardly any is wrong."""
    paths = sorted(TEXTES.glob("*.txt"))
    misses = [miss for path in paths for miss in _ecarts(path)]
    wrong = [miss for miss in misses if miss.lu is not None]
    present = sum(map(_presents, paths))
    found = present - sum(miss.attendu is not None for miss in misses)
    assert found / present >= TROUVES, tableau()
    assert len(wrong) / present <= FAUX, tableau()


def test_preuves() -> None:
    """A value is proved by words that stand on the line that is told."""
    text = (TEXTES / "g01_commune_300.txt").read_text()
    facts = {fact.cle: fact for fact in lire(document("acte.txt", [text]))}
    assert facts["convocation"].preuve.mots == "convocation : 7 mars 2023"
    assert "convocation" in text.splitlines()[facts["convocation"].preuve.ligne - 1]


@pytest.mark.parametrize(
    ("phrase", "cle"),
    [
        ("Séance du 3 mars 2024\nConvocation et affichage : 25 février 2024", "affiche"),
        ("Liste des délibérations affichée le 5 mars 2024", "affiche"),
        ("Publié le\nID : 099-219900016-20240303-12-DE", "publie"),
        ("Affiché le\nSéance du 3 mars 2024", "affiche"),
        ("Le présent arrêté sera affiché le 5 mars 2024", "affiche"),
        ("La commission des finances a voté pour : 5, contre : 1", "pour"),
        ("Vu l'avis de la commission, à l'unanimité", "unanimite"),
        ("Le procès-verbal est approuvé à l'unanimité", "unanimite"),
        ("Adopté à l'unanimité :\nAdopté à la majorité :", "unanimite"),
        ("Sous la présidence de Monsieur le Maire", "president"),
        ("Secrétaire de mairie : Ambre EXEMPLE", "secretaire"),
        ("Présents ou représentés : 12", "presents"),
        ("Secrétaire de séance :\nDate de convocation : 3 mars 2024", "secretaire"),
    ],
)
def test_pieges(phrase: str, cle: str) -> None:
    """What looks like a value and is not stays unread."""
    assert cle not in _lu(f"Délibération du conseil municipal n° 12\n{phrase}\n")


@pytest.mark.parametrize(
    ("texte", "nom"),
    [
        ("Mme Ambre EXEMPLE, Maire", "Ambre EXEMPLE"),
        ("M. FICTIF Basile", "Basile FICTIF"),
        ("Monsieur le Maire, Basile FICTIF.", "Basile FICTIF"),
        ("Jean-Ambre VAN EXEMPLE présent", "Jean-Ambre VAN EXEMPLE"),
        ("B. FICTIF", "B. FICTIF"),
        ("Ambre de FICTIF", "Ambre de FICTIF"),
        ("Monsieur le Maire expose", None),
        ("Date de convocation", None),
    ],
)
def test_noms(texte: str, nom: str | None) -> None:
    """A name is whole, alone, and first names come first."""
    found = lire_nom(texte, plier(texte), 0)
    assert (found.valeur if found else None) == nom


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([f.exemple for f in FORMULES] + ["\n", ". ", "Objet : ", "n° 12", "  "]), max_size=12))
def test_tout_texte_se_lit(bouts: list[str]) -> None:
    """Wordings in any order are read without a fault, each fact with a known key and a proof."""
    for fact in lire(document("acte.txt", ["".join(bouts)])):
        _juste(fact)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_n_importe_quoi_se_lit(texte: str) -> None:
    """So is anything at all."""
    for fact in lire(document("acte.txt", [texte])):
        _juste(fact)


def _juste(fact: Fait) -> None:
    """A key of the tables, a value, and where it was read."""
    assert fact.cle in {*CLES, *INDICES} or fact.cle.startswith("liste_")
    assert fact.preuve.page >= 1
    assert fact.preuve.ligne >= 1


@given(st.text())
def test_plier_garde_les_places(texte: str) -> None:
    """An index means the same sign in the folded text."""
    assert len(plier(texte)) == len(texte)


@pytest.mark.parametrize("signes", ["a", " ", "\n", "1 ", "Nom NOM ", "L'an deux mille ", "- ", "CONVENTION\n", "n° "])
def test_temps_borne(signes: str) -> None:
    """A megabyte of the same signs takes no longer than the limit of what is read."""
    text = signes * (5 * LIMITE // len(signes))
    start = time.process_time()
    list(lire(document("hostile", [text])))
    assert time.process_time() - start < 30


def test_vitesse() -> None:
    """Ten pages are read in much less than two seconds of processor: the figures are those of scripts that measure."""
    text = (TEXTES / "t16_cp_commission_corps.txt").read_text()
    pages = document("acte.txt", [text, *["Considérant que la rue des Acacias doit être refaite.\n" * 45] * 9])
    list(lire(pages))
    start = time.process_time()
    list(lire(pages))
    assert time.process_time() - start < 2
