"""What is written for people is true: every key, code and value is in the guide, and the schemas are current."""

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from pydantic import BaseModel

from outils import ACTES, RACINE
from recueil import nomenclature
from recueil.acte import Acte, Annexe, ControleLegalite, Derogation, Personne
from recueil.collectivite import Collectivite, Tribunal
from recueil.controles import FICHES
from recueil.convention import ActeSource, Convention, Partie
from recueil.messages import LECTURE
from recueil.schemas import DOSSIER, schemas
from recueil.seance import Pouvoir, Seance, Votes
from recueil.typage import connus

_GUIDE = (RACINE / "GUIDE.md").read_text(encoding="utf-8")
_MODELES: tuple[type[BaseModel], ...] = (
    Collectivite,
    Tribunal,
    Seance,
    Pouvoir,
    Votes,
    Acte,
    Personne,
    ControleLegalite,
    Annexe,
    Derogation,
    Convention,
    Partie,
    ActeSource,
)
_LISTES = [c for c in vars(nomenclature).values() if isinstance(c, type) and issubclass(c, nomenclature.Liste)]


@pytest.mark.parametrize("model", _MODELES, ids=lambda m: m.__name__)
def test_chaque_rubrique_est_expliquee(model: type[BaseModel]) -> None:
    """Every key that a clerk may type is in the guide."""
    assert [key for key in connus(model) if f"`{key}`" not in _GUIDE] == []


@pytest.mark.parametrize("liste", [c for c in _LISTES if c is not nomenclature.Liste], ids=lambda c: c.__name__)
def test_chaque_valeur_est_donnee(liste: type[nomenclature.Liste]) -> None:
    """Every value of a closed list is in the guide."""
    assert [member.value for member in liste if f"`{member.value}`" not in _GUIDE] == []


def test_chaque_code_est_explique() -> None:
    """Every code that a message can bear is in the guide, and the guide names no other."""
    codes = {*LECTURE, *(fiche.code for fiche in FICHES)}
    assert {code for code in codes if f"`{code}`" not in _GUIDE} == set()
    assert set(re.findall(r"`([A-Z]+-\d\d)`", _GUIDE)) <= codes


def test_chaque_regle_dit_ce_qu_elle_demande() -> None:
    """A rule has a sentence and a code of its own."""
    codes = [fiche.code for fiche in FICHES] + list(LECTURE)
    assert len(set(codes)) == len(codes)
    assert all(fiche.enonce.endswith(".") for fiche in FICHES)


@pytest.mark.parametrize("name", sorted(schemas()))
def test_schemas_a_jour(name: str) -> None:
    """The committed JSON Schemas are those of the models (scripts/schemas.py writes them), and are right."""
    assert (DOSSIER / name).read_text(encoding="utf-8") == schemas()[name]
    jsonschema.Draft202012Validator.check_schema(json.loads(schemas()[name]))


@pytest.mark.parametrize("name", ["collectivite", "seance"])
def test_les_schemas_acceptent_les_fichiers(name: str) -> None:
    """The schemas accept the files of the real register and of the example, as an editor reads them."""
    files = [str(p) for folder in (ACTES, RACINE / "tests" / "exemple") for p in folder.rglob(f"{name}.yml")]
    command = [str(Path(sys.executable).parent / "check-jsonschema"), "--schemafile", str(DOSSIER / f"{name}.json")]
    done = subprocess.run([*command, *files], capture_output=True, text=True, check=False)
    assert files
    assert done.returncode == 0, done.stdout
