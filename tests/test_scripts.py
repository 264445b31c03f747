"""The programs that a person runs: what they print, and their exit status."""

import subprocess
import sys
from pathlib import Path

import verifier
from outils import RACINE
from recueil.anomalie import Anomalie, Lieu, Severite


def _verifier(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(RACINE / "scripts" / "verifier.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_registre_sain(depot: Path) -> None:
    """A right register exits 0 with a count."""
    done = _verifier(str(depot))
    assert (done.returncode, done.stdout) == (0, "aucune anomalie (aucun fichier)\n")


def test_toutes_les_anomalies_puis_le_compte(depot: Path) -> None:
    """Every finding of every file, then a count, then status 1."""
    act = depot / "mairie" / "2026" / "2026-01-15" / "1.md"
    act.write_text(act.read_text(encoding="utf-8").replace("pour: 4", "pour: 3"), encoding="utf-8")
    authority = depot / "mairie" / "collectivite.yml"
    authority.write_text(authority.read_text(encoding="utf-8") + "couleur: bleue\n", encoding="utf-8")
    done = _verifier(str(depot))
    assert done.returncode == 1
    assert done.stdout.count("[CHAMP-02]") == 1
    assert done.stdout.endswith("1 erreur (1 fichier)\n")


def test_annotations(depot: Path) -> None:
    """In GitHub's form, the finding is shown beside the line of the file."""
    act = depot / "mairie" / "2026" / "2026-01-15" / "1.md"
    act.write_text(act.read_text(encoding="utf-8").replace("pour: 4", "pour: 3"), encoding="utf-8")
    done = _verifier(str(depot), "--format", "github")
    first = next(line for line in done.stdout.splitlines() if line.startswith("::"))
    assert first.startswith("::error file=acts/mairie/2026/2026-01-15/1.md,line=15,col=1,title=VOTE-02::")
    assert done.returncode == 1


def test_une_annotation_ne_peut_pas_en_cacher_une_autre() -> None:
    """What a file holds cannot forge a workflow command: line ends and separators are escaped."""
    found = Anomalie(Lieu("a,b:c.md", 2, 3), "X-01", "un\n::error::deux 100 %", severite=Severite.AVERTISSEMENT)
    line = verifier.en_annotation(found)
    assert "\n" not in line
    assert line == "::warning file=a%2Cb%3Ac.md,line=2,col=3,title=X-01::un%0A::error::deux 100 %25"
