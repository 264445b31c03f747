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
from recueil.catalogue import DEBUT, FICHES, inserer, markdown
from recueil.collectivite import AncienRegime, Collectivite, Demenagement, Tribunal
from recueil.convention import ActeSource, Convention, Partie
from recueil.devenir import Caducite, Depublication, FichierRemplace, Jugement, Lien
from recueil.schemas import DOSSIER, schemas
from recueil.seance import Mouvement, Pouvoir, Seance, Votes
from recueil.typage import connus

_GUIDE = (RACINE / "GUIDE.md").read_text(encoding="utf-8")
_MODELES: tuple[type[BaseModel], ...] = (
    Collectivite,
    AncienRegime,
    Demenagement,
    Tribunal,
    Seance,
    Pouvoir,
    Mouvement,
    Votes,
    Acte,
    Personne,
    ControleLegalite,
    Annexe,
    Lien,
    Jugement,
    Caducite,
    FichierRemplace,
    Depublication,
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
    codes = {fiche.code for fiche in FICHES}
    assert {code for code in codes if f"`{code}`" not in _GUIDE} == set()
    assert set(re.findall(r"`([A-Z]+-\d\d)`", _GUIDE)) <= codes


def test_chaque_regle_dit_ce_qu_elle_demande() -> None:
    """A rule has a code of its own, and whole sentences: what it asks, a fault, how to mend it."""
    assert len({fiche.code for fiche in FICHES}) == len(FICHES)
    parts = [(fiche.code, said) for fiche in FICHES for said in (fiche.enonce, fiche.exemple, fiche.correction)]
    assert [part for part in parts if len(part[1]) < 5 or not part[1].endswith(".")] == []


def test_chaque_code_du_moteur_est_une_regle() -> None:
    """No finding bears a code that the catalogue does not know."""
    sources = (RACINE / "hooks" / "recueil").rglob("*.py")
    used = {code for path in sources for code in re.findall(r'"([A-Z]+-\d\d)"', path.read_text(encoding="utf-8"))}
    assert used == {fiche.code for fiche in FICHES}


def test_catalogue_a_jour() -> None:
    """The tables of the guide are those of the rules (scripts/catalogue.py writes them)."""
    assert inserer(_GUIDE) == _GUIDE
    with pytest.raises(ValueError, match="doit contenir"):
        inserer(_GUIDE.replace(DEBUT, ""))


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Corrigez « date: 2026 » ou « siren ».", "Corrigez `date: 2026` ou `siren`."),
        ("Le texte dit « à l'unanimité ».", "Le texte dit « à l'unanimité »."),
        ("« | » et « &amp; », « a_b »", "`\\|` et `&amp;`, `a_b`"),
        ("Un * et un | et <br> et a_b.", "Un \\* et un \\| et \\<br> et a\\_b."),
    ],
)
def test_une_cellule_du_guide(said: str, written: str) -> None:
    """In a cell, what is typed as it stands is code, and nothing else is a sign of Markdown."""
    assert markdown(said) == written


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
