"""The programs that a person runs: what they print, and their exit status."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from outils import RACINE

_ACTE = "mairie/2026/2026-01-15/1.md"
_VOIX = ("pour: 4", "pour: 3")
_SANS_PDF = ("document: 1.pdf\n", "")
_RECU = ("recu_le: 2026-01-19", "recu_le: 2026-01-18")
_MOTIF = ("publie_le: 2026-01-20", "publie_le: 2026-01-20\nderogations:\n  DATE-03: Le tampon porte cette date.")


def _verifier(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(RACINE / "scripts" / "verifier.py"), *map(str, arguments)]
    known = {**os.environ, **environment}
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=known)


def _gate(depot: Path, *changes: tuple[str, str], name: str = _ACTE) -> Path:
    """Spoil an act; each text to replace must be there."""
    act = depot / name
    text = act.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    act.write_text(text, encoding="utf-8")
    return depot


def _rapport(*arguments: str | Path) -> tuple[int, dict[str, Any]]:
    done = _verifier(*arguments, "--format", "json")
    return done.returncode, json.loads(done.stdout)


def _codes(*arguments: str | Path) -> list[str]:
    return [a["code"] for a in _rapport(*arguments)[1]["anomalies"]]


@pytest.fixture
def avant(depot: Path, tmp_path: Path) -> Path:
    """The same acts as they were before a change, as a second copy of the project would hold them."""
    return Path(shutil.copytree(depot, tmp_path / "base" / "acts"))


def test_registre_sain(depot: Path) -> None:
    """A right register exits 0 with a count."""
    done = _verifier(depot)
    assert (done.returncode, done.stdout) == (0, "aucune anomalie (aucun fichier)\n")


def test_toutes_les_anomalies_puis_le_compte(depot: Path) -> None:
    """Every finding of every file, then a count, then status 1."""
    _gate(depot, _VOIX)
    authority = depot / "mairie" / "collectivite.yml"
    authority.write_text(authority.read_text(encoding="utf-8") + "couleur: bleue\n", encoding="utf-8")
    done = _verifier(depot)
    assert done.returncode == 1
    assert done.stdout.count("[CHAMP-02]") == 1
    assert done.stdout.endswith("1 erreur (1 fichier)\n")


def test_les_derogations_viennent_apres(depot: Path) -> None:
    """The waived findings come after the others, under their own line, with their reason, and are counted."""
    done = _verifier(_gate(depot, _VOIX, _RECU, _MOTIF))
    lines = done.stdout.splitlines()
    title = lines.index("Dérogations (règles non suivies, avec leur motif) :")
    assert "[VOTE-02]" in lines[title - 1]
    assert "[DATE-03]" in lines[title + 1]
    assert lines[title + 1].endswith("; dérogation : Le tampon porte cette date.")
    assert lines[-1] == "1 erreur, 1 dérogation (1 fichier)"


def test_annotations(depot: Path) -> None:
    """In GitHub's form, the finding is shown beside the line of the file; a waived one is told, not annotated."""
    done = _verifier(_gate(depot, _VOIX, _RECU, _MOTIF), "--format", "github")
    commands = [line for line in done.stdout.splitlines() if line.startswith("::")]
    assert len(commands) == 1
    assert commands[0].startswith("::error file=acts/mairie/2026/2026-01-15/1.md,line=17,col=1,title=VOTE-02::")
    assert "dérogation : Le tampon porte cette date." in done.stdout
    assert done.returncode == 1


def test_json(depot: Path) -> None:
    """For programs: one object, sorted, with the reasons of the waivers, and the same bytes on every machine."""
    _gate(depot, _VOIX, _RECU, _MOTIF)
    done = _verifier(depot, "--format", "json", PYTHONIOENCODING="latin-1")
    told = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert [(a["code"], a["severite"], a["derogation"]) for a in told["anomalies"]] == [
        ("DATE-03", "erreur", "Le tampon porte cette date."),
        ("VOTE-02", "erreur", None),
    ]
    assert told["bilan"] == {"erreurs": 1, "avertissements": 0, "derogations": 1, "fichiers": 1}
    assert told["anomalies"][1] == {
        "fichier": "acts/mairie/2026/2026-01-15/1.md",
        "ligne": 17,
        "colonne": 1,
        "code": "VOTE-02",
        "severite": "erreur",
        "message": told["anomalies"][1]["message"],
        "reference": "CGCT L2121-20",
        "derogation": None,
    }


def test_json_brouillons(depot: Path) -> None:
    """The drafts are told, and a right register is an empty list."""
    _gate(depot, ("publie_le: 2026-01-20\n", ""))
    status, told = _rapport(depot)
    assert (status, told["brouillons"]) == (0, ["acts/mairie/2026/2026-01-15/1.md"])


@pytest.mark.parametrize("racine", [True, False])
def test_avant_un_dossier(depot: Path, avant: Path, racine: bool) -> None:  # noqa: FBT001 (a case)
    """Only what a change adds is listed, even when lines moved; the folder of the project serves as well."""
    _gate(avant, _SANS_PDF)
    _gate(depot, _SANS_PDF, _VOIX, ("objet:", "matiere: 7.10\nobjet:"))
    done = _verifier(depot, "--avant", avant.parent if racine else avant)
    assert done.returncode == 1
    assert "[DOC-03]" not in done.stdout
    assert "[VOTE-02]" in done.stdout
    assert done.stdout.splitlines()[-2:] == [
        "Comparé à l'état d'avant : 1 déjà connue, non redonnée.",
        "1 erreur (1 fichier)",
    ]


def test_avant_un_rapport(depot: Path, tmp_path: Path) -> None:
    """A report made earlier serves as well as the acts; in JSON, the note is beside the object."""
    _gate(depot, _VOIX)
    report = tmp_path / "avant.json"
    report.write_text(_verifier(depot, "--format", "json").stdout, encoding="utf-8")
    _gate(depot, _SANS_PDF)
    done = _verifier(depot, "--avant", report, "--format", "json")
    assert done.returncode == 0
    assert [a["code"] for a in json.loads(done.stdout)["anomalies"]] == ["DOC-03"]
    assert done.stderr == "Comparé à l'état d'avant : 1 déjà connue, non redonnée.\n"


def test_avant_rien_de_nouveau(depot: Path, avant: Path) -> None:
    """An error that was there before is not this change's: status 0."""
    _gate(avant, _VOIX)
    _gate(depot, _VOIX)
    assert _rapport(depot, "--avant", avant)[0] == 0
    assert _codes(depot, "--avant", avant) == []


def test_avant_ce_qui_s_aggrave_est_nouveau(depot: Path, avant: Path) -> None:
    """The fault of a draft is known, not that of the act that it becomes; a waiver that goes gives its finding back."""
    _gate(avant, _VOIX, ("publie_le: 2026-01-20\n", ""))
    _gate(depot, _VOIX, _RECU)
    assert _codes(depot, "--avant", avant) == ["DATE-03", "VOTE-02"]
    _gate(
        avant,
        ("auteur:", "publie_le: 2026-01-20\nauteur:"),
        _RECU,
        ("\nvotes:", "\nderogations:\n  DATE-03: Motif.\nvotes:"),
    )
    assert _codes(depot, "--avant", avant) == ["DATE-03"]


def test_avant_un_fichier_deplace(depot: Path, avant: Path) -> None:
    """A file that moved is another file: its findings are new."""
    _gate(avant, _SANS_PDF)
    _gate(depot, _SANS_PDF)
    (depot / _ACTE).rename((depot / _ACTE).with_name("un.md"))
    assert "DOC-03" in _codes(depot, "--avant", avant)


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"anomalies": [1]}', '{"anomalies": [{"fichier": 1}]}', "\xff", None]
)
def test_avant_illisible(depot: Path, tmp_path: Path, content: str | None) -> None:
    """What is no report is refused in French, and nothing is compared with it."""
    report = tmp_path / "avant.json"
    if content is not None:
        report.write_bytes(content.encode("latin-1"))
    done = _verifier(depot, "--avant", report)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"« {report} » n'")
    assert "Traceback" not in done.stderr


def test_dossier_absent(tmp_path: Path) -> None:
    """A folder that is not there is told in French."""
    done = _verifier(tmp_path / "rien")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"Le dossier « {tmp_path / 'rien'} » n'existe pas.\n"


def test_chemin_illisible(depot: Path) -> None:
    """A path that the system cannot open is told in French too."""
    done = _verifier(depot, "--avant", "x" * 300)
    assert (done.returncode, done.stdout) == (2, "")
    assert "ne peut pas être lu" in done.stderr
    assert "Traceback" not in done.stderr


def test_aide_et_options() -> None:
    """The help is in French and gives the exit codes; a wrong option is told in French."""
    done = _verifier("--help")
    assert done.returncode == 0
    assert "code de sortie :" in done.stdout
    assert "show this help" not in done.stdout
    wrong = _verifier("--format", "xml")
    assert wrong.returncode == 2
    assert wrong.stderr.startswith("Les options ne sont pas comprises")


@pytest.mark.parametrize("forme", ["texte", "github", "json", "sarif"])
def test_toutes_les_formes_se_comparent(depot: Path, avant: Path, forme: str) -> None:
    """Every form goes with a comparison, and gives the same bytes twice."""
    _gate(depot, _VOIX)
    done = _verifier(depot, "--avant", avant, "--format", forme)
    assert done.returncode == 1
    assert "VOTE-02" in done.stdout
    assert _verifier(depot, "--avant", avant, "--format", forme).stdout == done.stdout


def test_le_catalogue_s_ecrit(tmp_path: Path) -> None:
    """The command that writes the guide again leaves it as it is when it is current."""
    project = tmp_path / "projet"
    shutil.copytree(RACINE / "hooks", project / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    (project / "scripts").mkdir()
    for name in ("GUIDE.md", "scripts/catalogue.py"):
        shutil.copy(RACINE / name, project / name)
    done = subprocess.run(
        [sys.executable, str(project / "scripts/catalogue.py")], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert (project / "GUIDE.md").read_bytes() == (RACINE / "GUIDE.md").read_bytes()
