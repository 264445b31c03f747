"""What the law says of an act, read back as a program reads it: dates and an authority in, ``index.json`` out."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from outils import RACINE
from recueil import build_registre
from recueil.pages.page import Reglages
from recueil.site import build_site

_CAS = yaml.safe_load((RACINE / "tests" / "droit.yml").read_text(encoding="utf-8"))
_REGLAGES = Reglages("https://exemple.org/", "Exemple")
_CONTROLE = ("id", "nature", "envoye_le", "recu_le", "transmissible", "motif")
_COLLECTIVITE = {"nom": "Sainte-Exemple", "type": "commune", "siren": "219900016", "departement": "099"}


def _dit(value: object) -> object:
    """A value of the table as a clerk types it."""
    return {True: "oui", False: "non"}.get(value, value) if isinstance(value, bool) else value


def _remplis(said: Mapping[str, object]) -> dict[str, object]:
    return {key: _dit(value) for key, value in said.items() if value is not None}


def _tete(said: dict[str, Any]) -> dict[str, Any]:
    """The head of an act: a délibération unless the case says otherwise."""
    control = _remplis({key: said.pop(key) for key in _CONTROLE if key in said})
    signatures = said.pop("signatures", None)
    act = {"type": "deliberation", "objet": "Objet", **said, "controle_legalite": control or None}
    if signatures:
        return _remplis(act | {"parties": [{"nom": f"Partie {i}", "signe_le": s} for i, s in enumerate(signatures)]})
    return _remplis({"numero": "1", "auteur": {"prenom": "Ambre", "nom": "EXEMPLE", "qualite": "Maire"}} | act)


def _jumeau(case: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The twin of the one act of a register made for the case."""
    home = folder / "acts" / "mairie"
    (home / "2026").mkdir(parents=True)
    authority = yaml.safe_dump(_remplis(_COLLECTIVITE | case.get("collectivite", {})))
    (home / "collectivite.yml").write_text(authority, encoding="utf-8")
    head = yaml.safe_dump(_tete(dict(case["acte"])), allow_unicode=True)
    (home / "2026" / "acte.md").write_text(f"---\n{head}---\n\nTexte.\n\nAmbre EXEMPLE\n", encoding="utf-8")
    site = build_site(build_registre(folder / "acts"), _REGLAGES)
    return dict(json.loads(next(text.octets() for text in site.textes if text.adresse.endswith("index.json"))))


@pytest.mark.parametrize("case", _CAS, ids=[case["nom"] for case in _CAS])
def test_ce_que_dit_la_loi(case: dict[str, Any], tmp_path: Path) -> None:
    """Each case gives the values that a jurist would, and the articles that say so."""
    twin = _jumeau(case, tmp_path)
    for key, expected in case["attendu"].items():
        assert twin[key] == (expected.isoformat() if isinstance(expected, date) else expected), key
    for key, articles in case.get("articles", {}).items():
        assert twin["explications"][key]["articles"] == articles


def test_une_explication_par_valeur(tmp_path: Path) -> None:
    """Every computed value comes with its steps, and every step of a delay with its article."""
    twin = _jumeau(_CAS[0], tmp_path)
    keys = {
        "executoire_le",
        "executoire_statut",
        "recours_jusqu_au",
        "definitif_apres",
        "defere_jusqu_au",
        "publicite_base",
    }
    assert keys <= twin["explications"].keys()
    assert all(told["etapes"] and told["articles"] for told in twin["explications"].values())
    assert "vendredi 17 avril 2026" in " ".join(twin["explications"]["recours_jusqu_au"]["etapes"])
