"""What is measured is a register that is right, always the same, and read the same by one process or several."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

import mesurer
from actes_fictifs import fabriquer
from outils import empreintes
from recueil import build_registre, depouillement, repartition, verifier
from recueil.convention import Convention


@pytest.fixture(scope="module")
def invente(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of sixty invented acts."""
    acts = tmp_path_factory.mktemp("invente") / "acts"
    fabriquer(60, acts)
    return acts


def test_toujours_le_meme(invente: Path, tmp_path: Path) -> None:
    """The same number of acts gives the same files, byte for byte."""
    fabriquer(60, tmp_path / "acts")
    assert empreintes(tmp_path / "acts") == empreintes(invente)


def test_publiable(invente: Path) -> None:
    """The invented acts are public and nothing stops them: all the rules have been through them."""
    registre = build_registre(invente)
    assert len(registre.fiches) == 60
    assert {a.code for a in registre.anomalies} <= {"REF-01", "PERSO-07"}


def test_vraisemblable(tmp_path: Path) -> None:
    """Natures, lengths, sessions, links, conventions and their amendments are those of a large authority in a year."""
    fabriquer(1000, tmp_path / "acts")
    registre = build_registre(tmp_path / "acts")
    acts = [fiche.acte for fiche in registre.fiches]
    kinds = Counter(acte.type.value for acte in acts)
    assert 750 < kinds["deliberation"] < 850
    assert min(kinds[kind] for kind in ("arrete", "decision", "convention", "avenant", "modele_convention")) > 0
    sizes = sorted(path.stat().st_size for path in (tmp_path / "acts").rglob("*.md"))
    assert sizes[50] > 3_000
    assert sizes[-50] < 8_000
    assert 30 < len(registre.seances) < 60
    assert sum(bool(acte.liens) for acte in acts) > 20
    assert any(isinstance(acte, Convention) and acte.modele for acte in acts)
    assert len({path.read_bytes() for path in (tmp_path / "acts").rglob("*.pdf")}) == 1000


def test_noms_inventes(invente: Path) -> None:
    """No person, authority or partner could be taken for a real one."""
    said = "".join(path.read_text(encoding="utf-8") for path in invente.rglob("*.yml"))
    surnames = set(re.findall(r"- [A-ZÉÈÎ][\w-]+ (.+)", said))
    assert surnames <= {
        *("EXEMPLE", "FICTIF", "MODÈLE", "TEST", "ESSAI", "GABARIT", "MAQUETTE", "SPÉCIMEN", "POSTICHE", "VAN"),
        *("PATRON", "L'INVENTÉ"),
    }


def test_a_plusieurs(invente: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Several processes give what one gives, in the same order."""
    alone = verifier(invente)
    monkeypatch.setattr(depouillement, "_SEUL", 1)
    monkeypatch.setattr(depouillement, "_PAR_PART", 10)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert verifier(invente) == alone


def test_sans_autre_processus(invente: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that allows no other process costs time, not acts."""
    alone = verifier(invente)
    monkeypatch.setattr(depouillement, "_SEUL", 1)
    monkeypatch.setattr(depouillement, "_PAR_PART", 10)
    monkeypatch.setattr(repartition, "ProcessPoolExecutor", _refuse)
    assert verifier(invente) == alone


def _refuse(*_: object) -> None:
    raise PermissionError


def test_lecture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The reading alone is told in French, and as one line for programs."""
    asked = ["--lecture", "--actes", "40", "--garder", str(tmp_path)]
    assert mesurer.main(asked) == 0
    assert "40 actes lus et contrôlés" in capsys.readouterr().out
    assert mesurer.main([*asked, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["actes"] == 40
    assert min(told["secondes"], told["reference"], told["memoire_mo"], told["sur_reference"], told["linearite"]) > 0
