"""What the job that may write commits to the main branch: tried with node and git on a real repository."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from outils import RACINE
from workflows import read

_NODE, _GIT = shutil.which("node"), shutil.which("git")
pytestmark = pytest.mark.skipif(not (_NODE and _GIT), reason="node and git try the script of the workflow")

_WORKFLOW = RACINE / ".github" / "workflows" / "enregistrer.yml"


@dataclass(frozen=True)
class Depot:
    """A repository as the host keeps it, a checkout of it, and the script of the job."""

    nu: Path
    copie: Path
    script: Path

    def git(self, *arguments: str) -> str:
        """Run git in the checkout."""
        command = [str(_GIT), "-C", str(self.copie), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def enregistrer(self, depuis: str) -> tuple[int, dict[str, str]]:
        """Run the job; gives its exit code and its outputs."""
        environment = {**os.environ, "MESSAGE": "Journal : essai", "DEPUIS": depuis}
        command = [str(_NODE), str(RACINE / "tests/github_fictif.cjs"), str(self.script), str(self.nu), depuis]
        run = subprocess.run(
            command, cwd=self.copie, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        return run.returncode, json.loads(run.stdout or "{}")


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    """A register of one act, in a repository of its own, with our program that gathers what changed."""
    copy = tmp_path / "copie"
    (copy / "scripts").mkdir(parents=True)
    (copy / "acts/mairie").mkdir(parents=True)
    shutil.copy(RACINE / "scripts/remettre", copy / "scripts/remettre")
    (copy / "acts/mairie/1.md").write_text("avant\n", encoding="utf-8")
    script = tmp_path / "script.js"
    steps = read(_WORKFLOW.read_text(encoding="utf-8"))["jobs"]["enregistrer"]["steps"]
    script.write_text(steps[-1]["with"]["script"], encoding="utf-8")
    found = Depot(tmp_path / "nu.git", copy, script)
    subprocess.run([str(_GIT), "init", "-q", "-b", "main", str(copy)], check=True)
    found.git("config", "user.email", "essai@exemple.fr")
    found.git("config", "user.name", "Essai")
    found.git("add", "-A")
    found.git("commit", "-qm", "Début")
    subprocess.run([str(_GIT), "clone", "-q", "--bare", str(copy), str(found.nu)], check=True)
    return found


def _changer(depot: Depot) -> None:
    """What « publier » leaves: a file changed, new ones with accents and blanks, and bytes that are no text."""
    (depot.copie / "acts/mairie/1.md").write_text("après\n", encoding="utf-8")
    (depot.copie / "acts/mairie/été 1").mkdir()
    (depot.copie / "acts/mairie/été 1/a b.pdf").write_bytes(bytes(range(256)))
    subprocess.run([str(depot.copie / "scripts/remettre"), "sortie"], check=True, capture_output=True)


def _main(depot: Depot) -> str:
    return subprocess.run(
        [str(_GIT), "-C", str(depot.nu), "rev-parse", "main"], check=True, capture_output=True, text=True
    ).stdout.strip()


def test_ce_qui_a_change_est_ajoute_et_rien_d_autre(depot: Depot) -> None:
    """One commit on the one that was prepared from, with the same bytes, that starts no other run."""
    start = depot.git("rev-parse", "HEAD")
    _changer(depot)
    code, said = depot.enregistrer(start)
    assert (code, said) == (0, {"sha": _main(depot)})
    depot.git("fetch", "-q", str(depot.nu), "main")
    assert depot.git("rev-parse", "FETCH_HEAD^") == start
    assert "[skip ci]" in depot.git("log", "-1", "--format=%s", "FETCH_HEAD")
    named = depot.git("-c", "core.quotePath=false", "diff", "--name-only", start, "FETCH_HEAD").splitlines()
    assert named == ["acts/mairie/1.md", "acts/mairie/été 1/a b.pdf"]
    depot.git("checkout", "-q", "--force", "FETCH_HEAD")
    assert (depot.copie / "acts/mairie/été 1/a b.pdf").read_bytes() == bytes(range(256))


def test_sans_changement_rien_n_est_ajoute(depot: Depot) -> None:
    """The commit that was prepared from is the one to build."""
    start = depot.git("rev-parse", "HEAD")
    subprocess.run([str(depot.copie / "scripts/remettre"), "sortie"], check=True, capture_output=True)
    assert depot.enregistrer(start) == (0, {"sha": start})
    assert _main(depot) == start


def test_une_fusion_entre_temps_n_est_pas_ecrasee(depot: Depot) -> None:
    """The merge wins: this run stops, and the one that the merge starts records everything."""
    start = depot.git("rev-parse", "HEAD")
    _changer(depot)
    depot.git("commit", "-q", "--allow-empty", "-m", "Fusion")
    depot.git("push", "-q", str(depot.nu), "HEAD:main")
    merged = _main(depot)
    code, _ = depot.enregistrer(start)
    assert (code, _main(depot)) == (1, merged)


@pytest.mark.parametrize("path", ["hooks/publication.py", "acts/../hooks/publication.py", ".github/workflows/x.yml"])
def test_un_chemin_hors_des_actes_est_refuse(path: str, depot: Depot) -> None:
    """What was prepared by a job that runs code may not change the code."""
    start = depot.git("rev-parse", "HEAD")
    _changer(depot)
    (depot.copie / "sortie/changements.txt").write_text(f"{path}\n", encoding="utf-8")
    code, _ = depot.enregistrer(start)
    assert (code, _main(depot)) == (1, start)


def test_une_alerte_fait_echouer_apres_avoir_enregistre(depot: Depot) -> None:
    """What was seen is recorded, and the failure tells the person who publishes."""
    start = depot.git("rev-parse", "HEAD")
    _changer(depot)
    (depot.copie / "sortie/alarme.txt").write_text("une page manque\n", encoding="utf-8")
    code, said = depot.enregistrer(start)
    assert (code, said["echec"], said["sha"]) == (0, "une page manque", _main(depot))
    assert _main(depot) != start
