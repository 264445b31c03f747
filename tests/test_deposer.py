"""The files of the acts that live outside the site, in a folder: what is deposited, refused, withdrawn."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from deposer import main
from journal_outils import TUE, publier, remplacer
from outils import RACINE
from pieces import voulu
from recueil import build_registre
from recueil.empreinte import sceau
from serveur_fautif import Serveur, contenu, servir_avec_fautes, un_octet_change
from serveur_s3 import pdf


class Lieu:
    """A small register whose files live in a folder that a server serves."""

    def __init__(self, acts: Path, serveur: Serveur) -> None:
        self.acts, self.serveur, self.dossier = acts, serveur, serveur.site

    def deposer(self, *options: str) -> int:
        """Run the program; gives its exit code."""
        known = () if "--vers" in options else ("--vers", f"dossier:{self.dossier}")
        return main(["--actes", str(self.acts), "--hate", "20", *known, *options])

    def noms(self) -> list[str]:
        """What is in the folder."""
        return [path.relative_to(self.dossier).as_posix() for path in pdf(self.dossier)]

    @property
    def fiche(self) -> Path:
        """The file of an act."""
        return self.acts / "mairie/2026/2026-01-15/1.md"

    def octets(self, nom: str, contenu: bytes) -> None:
        """Change a file beside the act."""
        (self.fiche.parent / nom).write_bytes(contenu)


@pytest.fixture
def lieu(depot: Path, tmp_path: Path) -> Iterator[Lieu]:
    """A register whose acts are recorded, and must live in a folder that is empty."""
    (tmp_path / "fichiers").mkdir()
    with servir_avec_fautes(tmp_path / "fichiers") as server:
        settings = depot / "mairie/collectivite.yml"
        settings.write_text(f"{settings.read_text('utf-8')}documents: {server.url}\n", "utf-8")
        assert publier(depot).returncode == 0
        yield Lieu(depot, server)


def test_depose_puis_rien(lieu: Lieu, capsys: pytest.CaptureFixture[str]) -> None:
    """What lacks is written whole, and read at its public address; a second time, nothing is written."""
    assert lieu.deposer("--essai") == 0
    assert lieu.noms() == []
    assert "à déposer : mairie-2026/1-1-" in capsys.readouterr().out
    assert lieu.deposer() == 0
    assert len(lieu.noms()) == 3
    assert "Lu à son adresse publique : 3\u00a0fichiers." in capsys.readouterr().out
    before = {path: path.stat().st_mtime_ns for path in pdf(lieu.dossier)}
    assert lieu.deposer() == 0
    assert "3\u00a0fichiers déjà là, déposé : 0" in capsys.readouterr().out
    assert before == {path: path.stat().st_mtime_ns for path in pdf(lieu.dossier)}


def test_un_autre_fichier_est_la(lieu: Lieu, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told and left; the other files are deposited all the same."""
    assert lieu.deposer() == 0
    first, second, _ = pdf(lieu.dossier)
    body = first.read_bytes()
    altered = body[:-1] + bytes([body[-1] ^ 1])
    first.write_bytes(altered)
    second.unlink()
    second.symlink_to(first)
    assert lieu.deposer() == 1
    told = capsys.readouterr().err
    assert told.count("un autre fichier est déjà sous ce nom") == 2
    assert first.read_bytes() == altered


@pytest.mark.parametrize("fois", [0, 1, 3])
def test_interrompu_puis_relance(lieu: Lieu, fois: int) -> None:
    """The program is killed on its way: no half of a file is there, and the next run ends the work."""
    command = [sys.executable, "-c", TUE, str(fois), str(RACINE / "scripts/deposer.py")]
    options = ["--actes", str(lieu.acts), "--vers", f"dossier:{lieu.dossier}", "--hors-ligne"]
    assert subprocess.run([*command, *options], capture_output=True, check=False).returncode == -9
    assert len(lieu.noms()) < 3
    assert lieu.deposer() == 0
    assert len(lieu.noms()) == 3


def test_sans_depot_on_verifie(lieu: Lieu, capsys: pytest.CaptureFixture[str]) -> None:
    """With no store, what was never seen online is read where the public reads it."""
    program = ["--actes", str(lieu.acts), "--hate", "20"]
    assert main(program) == 1
    told = capsys.readouterr()
    assert "reçu la réponse 404" in told.err
    assert f"{lieu.serveur.url} : aucun dépôt n'est donné" in told.out
    assert lieu.deposer("--hors-ligne") == 0
    assert main(program) == 0
    (one, *_) = lieu.noms()
    lieu.serveur.fautes[one] = un_octet_change
    assert main(program) == 1
    assert f"{lieu.serveur.url}{one} : attendu l'empreinte" in capsys.readouterr().err


def test_un_brouillon_n_est_jamais_depose(depot: Path) -> None:
    """Nor an act that the journal does not know yet."""
    settings = depot / "mairie/collectivite.yml"
    settings.write_text(f"{settings.read_text('utf-8')}documents: http://127.0.0.1:9/\n", "utf-8")
    assert publier(depot).returncode == 0
    acts = depot / "mairie/2026/2026-01-15"
    (acts / "3.md").write_text((acts / "1.md").read_text("utf-8").replace("numero: 1", "numero: 3"), "utf-8")
    remplacer(acts / "3.md", "publie_le: 2026-01-20\n", "")
    remplacer(acts / "3.md", "document: 1.pdf", "document: 3.pdf")
    (acts / "3.pdf").write_bytes((acts / "1.pdf").read_bytes() + b"\n%%EOF\n")
    named = [piece.nom for piece in voulu(build_registre(depot)).pieces]
    assert len(named) == 3
    assert not [name for name in named if "/3-3-" in name]


def test_un_fichier_remplace_garde_son_adresse(lieu: Lieu) -> None:
    """The new version has an address of its own; the old one stays where it was, and under its new name too."""
    assert lieu.deposer() == 0
    before = lieu.noms()
    old = (lieu.fiche.parent / "1.pdf").read_bytes()
    lieu.octets("1-initial.pdf", old)
    lieu.octets("1.pdf", old + b"\n%%EOF\n")
    _remplace(lieu, "fichier: 1-initial.pdf", "erreur_materielle")
    assert lieu.deposer() == 0
    added = sorted(set(lieu.noms()) - set(before))
    assert set(before) < set(lieu.noms())
    assert [name.rpartition("-")[0] for name in added] == ["mairie-2026/1-1", "mairie-2026/1-1-initial"]


def test_un_fichier_occulte_est_retire(lieu: Lieu, capsys: pytest.CaptureFixture[str]) -> None:
    """What must not be read any more leaves the store, and nothing else does."""
    assert lieu.deposer() == 0
    body, before = (lieu.fiche.parent / "1.pdf").read_bytes(), lieu.noms()
    lieu.octets("1.pdf", body + b"\n%%EOF\n")
    digest = sceau(body)
    _remplace(lieu, f"sha256: {digest}", "donnees_personnelles")
    assert lieu.deposer("--essai") == 0
    assert lieu.noms() == before
    assert lieu.deposer() == 0
    assert "retiré : mairie-2026/1-1-" in capsys.readouterr().out
    (gone,) = set(before) - set(lieu.noms())
    assert gone == f"mairie-2026/1-1-{digest[:16]}.pdf"
    lieu.serveur.fautes[gone] = contenu(body)
    assert lieu.deposer() == 1
    assert f"{lieu.serveur.url}{gone} : ce fichier a été retiré et s'y lit encore" in capsys.readouterr().err


def _remplace(lieu: Lieu, comment: str, motif: str) -> None:
    """Say that the file of the act was replaced, and record it."""
    said = (
        "fichiers_remplaces:\n  - publie_le: 2026-01-20\n    remplace_le: 2026-02-10\n"
        f"    motif: {motif}\n    {comment}\ndocument: 1.pdf"
    )
    remplacer(lieu.fiche, "document: 1.pdf", said)
    done = publier(lieu.acts, le="2026-02-11")
    assert done.returncode == 0, done.stderr


def test_un_fichier_qui_manque_ici(lieu: Lieu, capsys: pytest.CaptureFixture[str]) -> None:
    """The acts cannot be published: nothing is deposited."""
    (lieu.fiche.parent / "1.pdf").unlink()
    assert lieu.deposer() == 1
    assert "[DOC-01]" in capsys.readouterr().err
    assert lieu.noms() == []


@pytest.mark.parametrize(
    ("vers", "told"),
    [
        ("dossier:/n/existe/pas", "n'existe pas"),
        ("ftp://exemple.fr", "n'est pas un dépôt"),
        ("nimporte", "n'est pas un dépôt"),
        ("s3:http://exemple.fr/seau", "RECUEIL_DEPOT_SECRET"),
        ("https://autre.exemple.fr/=dossier:/tmp", "n'est l'adresse d'aucun fichier"),
    ],
)
def test_un_depot_mal_dit(lieu: Lieu, vers: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It is refused in French, and nothing is written."""
    assert lieu.deposer("--vers", vers) == 2
    assert told in capsys.readouterr().err
    assert lieu.noms() == []


def test_rien_a_deposer(inscrit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A register without the setting needs no store."""
    assert main(["--actes", str(inscrit)]) == 0
    assert "Aucun fichier n'est à déposer hors du site." in capsys.readouterr().out
