"""The measure of the search gives a figure for each query, on a register that holds the words that it asks for."""

import json
import os
import shutil
from pathlib import Path

import pytest

import mesurer
from actes_fictifs import fabriquer
from mesure import recherche
from mesure.vocabulaire import PLANTES, enrichir
from outils import empreintes
from recueil import build_registre


def test_enrichir_donne_toujours_le_meme(tmp_path: Path) -> None:
    """The words that are added are the same at each run, many and mostly rare, and no rule finds an error in them."""
    for name in ("un", "deux"):
        fabriquer(60, tmp_path / name)
        enrichir(tmp_path / name)
    assert empreintes(tmp_path / "un") == empreintes(tmp_path / "deux")
    registre = build_registre(tmp_path / "un")
    assert len({word for fiche in registre.fiches for word in fiche.acte.texte.split()}) > 3_000
    said = "\n".join(fiche.acte.texte for fiche in registre.fiches)
    assert all(sentence in said for sentence in PLANTES)


def test_indexation(tmp_path: Path) -> None:
    """An index is made from nothing, then read again."""
    fabriquer(60, tmp_path / "acts")
    found = recherche.indexation(tmp_path / "acts", tmp_path / "reserve")
    assert found.actes == 60
    assert found.rien > 0
    assert found.garde > 0
    assert (tmp_path / "reserve/recherche").is_dir()


@pytest.mark.skipif(
    not os.environ.get("CHROMIUM", shutil.which("chromium")),
    reason="Chromium manque : scripts/test le dit et échoue sous CI=true",
)
def test_recherche(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A search in a small register: what the page said, how long it took, what it asked for."""
    monkeypatch.setattr(recherche, "DEMANDES", ("piscines",))
    monkeypatch.setattr(recherche.mesurer, "__defaults__", (recherche.DEMANDES, 1))
    assert mesurer.main(["--recherche", "--actes", "60", "--json", "--garder", str(tmp_path)]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [one["actes"] for one in said["index"]] == [60, 60]
    (swimming,) = said["recherches"]
    assert swimming["dit"].startswith("1\u00a0acte pour")
    assert all(0 < one[key] < 5_000 for one in said["recherches"] for key in one if key not in {"demande", "dit"})
