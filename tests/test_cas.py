"""Golden cases: what is typed in a file, and the exact sentences that the clerk reads. A new case is a new YAML file.

Each file of ``cas/`` holds several cases::

    nom: what the case is about
    fichiers: {path: whole new content, or null to delete}
    changements: [{dans: path, remplace: what stands in the right register, par: what is typed instead}]
    attendu: the lines, in order
"""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from outils import BASE
from recueil import ActesInvalides, build_registre

_CAS = [
    pytest.param(case, id=f"{path.stem}-{case['nom']}")
    for path in sorted((BASE.parent).glob("*.yml"))
    for case in yaml.safe_load_all(path.read_text(encoding="utf-8"))
]


def anomalies(acts: Path) -> list[str]:
    """The lines that a clerk would read."""
    try:
        found = build_registre(acts).anomalies
    except ActesInvalides as error:
        found = error.anomalies
    return [str(a) for a in found if not a.derogation]


def _appliquer(case: dict[str, Any], root: Path) -> None:
    for name, content in case.get("fichiers", {}).items():
        path = root / name
        if content is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
    for change in case.get("changements", []):
        path = root / change["dans"]
        text = path.read_text(encoding="utf-8")
        assert change["remplace"] in text, f"{change['remplace']!r} n'est pas dans {path}"
        path.write_text(text.replace(change["remplace"], change["par"]), encoding="utf-8")


def test_base_sans_anomalie(depot: Path) -> None:
    """The register that the cases spoil has nothing wrong in it."""
    assert anomalies(depot) == []


@pytest.mark.parametrize("case", _CAS)
def test_cas(case: dict[str, Any], tmp_path: Path) -> None:
    """Each fault gives its sentence, at its line and column, and nothing else."""
    shutil.copytree(BASE / "acts", tmp_path / "acts")
    _appliquer(case, tmp_path)
    assert anomalies(tmp_path / "acts") == case["attendu"]
