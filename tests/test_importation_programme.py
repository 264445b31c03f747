"""The program that a person runs: what it prints, what it writes, its exit status, and the drop folder."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from fichiers_fictifs import archive_tar, message
from fichiers_fictifs import nom as nom_envoye
from outils import RACINE
from pdf_fictif import ecrire_pdf, pdf
from recueil.importation.faits import CLES

_COLLECTIVITE = """\
nom: Commune de Sainte-Exemple
type: commune
siren: 219900016
departement: 099
"""
_ACTE = """\
COMMUNE DE SAINTE-EXEMPLE

Délibération du conseil municipal n° 2026-07

Séance du 21 mai 2026

Objet : Tarifs de la cantine

Après en avoir délibéré, le conseil municipal approuve les tarifs.

Le Maire

Ambre EXEMPLE

Reçu en préfecture le 26/05/2026
Publié le 27/05/2026
ID : 099-219900016-20260521-2026_07-DE
"""


@pytest.fixture
def projet(tmp_path: Path) -> Path:
    """A project with a register of one authority and a drop folder."""
    (tmp_path / "acts" / "sainte-exemple").mkdir(parents=True)
    (tmp_path / "acts" / "sainte-exemple" / "collectivite.yml").write_text(_COLLECTIVITE, encoding="utf-8")
    (tmp_path / "depot").mkdir()
    (tmp_path / "depot" / "LISEZ-MOI.md").write_text("Déposez ici.", encoding="utf-8")
    return tmp_path


def _importer(projet: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(RACINE / "scripts" / "importer.py"), *map(str, arguments)]
    command += ["--acts", str(projet / "acts"), "--dossier-depot", str(projet / "depot")]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def _texte(projet: Path, name: str = "acte.txt", text: str = _ACTE) -> Path:
    path = projet / name
    path.write_text(text, encoding="utf-8")
    return path


def test_bilan(projet: Path) -> None:
    """The table tells each value, the files, then what remains to be done and the count; a trial tells the places."""
    tried = _importer(projet, _texte(projet), "--essai")
    assert "2026-07 (page 1, ligne 3, texte, sûr)" in tried.stdout
    done = _importer(projet, _texte(projet))
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "Délibération n° 2026-07 (acte.txt)"
    (number,) = [line.split() for line in lines if line.startswith("  Numéro ")]
    assert number == ["Numéro", "2026-07"]
    assert "  Fichier nouveau : acts/sainte-exemple/2026/2026-05-21/2026-07.md" in lines
    assert lines[-1].startswith("1 acte importé, ")


def test_json_n_ecrit_rien(projet: Path) -> None:
    """For programs: one object on a line, every key, and nothing written."""
    done = _importer(projet, _texte(projet), "--json")
    told = json.loads(done.stdout)
    assert set(told) == {*CLES, "fichier", "preuves", "questions", "conventions"}
    assert (told["numero"], told["recu"], told["seance"]) == ("2026-07", "2026-05-26", "2026-05-21")
    assert not (projet / "acts" / "sainte-exemple" / "2026").exists()


def test_un_fichier_refuse_n_arrete_pas_les_autres(projet: Path) -> None:
    """The other acts are imported; status 1; progress goes to the error output."""
    empty = _texte(projet, "vide.pdf", "")
    done = _importer(projet, empty, _texte(projet))
    assert done.returncode == 1
    assert "REFUSÉ : " in done.stdout
    assert (projet / "acts" / "sainte-exemple" / "2026" / "2026-05-21" / "2026-07.md").is_file()
    assert "[2/2]" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--couleur"],
            "Les options ne sont pas comprises : « --couleur » n'existe pas. Voir : ./scripts/importer --help",
        ),
        (["--vers"], "Les options ne sont pas comprises : « --vers » attend une valeur."),
        (["--essai=oui"], "« --essai » n'attend pas de valeur (« oui »)"),
        (["--d"], "« --d » peut être --depot, --dossier-depot"),
        (["absent.pdf"], "« absent.pdf » n'existe pas"),
        ([], "Donnez un fichier au moins"),
    ],
)
def test_options_mal_comprises(projet: Path, arguments: list[str], said: str) -> None:
    """What cannot be understood is said in French, with status 2."""
    done = _importer(projet, *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_aide(projet: Path) -> None:
    """The help is in French and gives examples."""
    done = _importer(projet, "--help")
    assert done.returncode == 0
    assert "exemples :" in done.stdout
    assert "./scripts/importer --depot" in done.stdout
    assert "show this help" not in done.stdout
    assert done.stdout.startswith("utilisation : ./scripts/importer")
    assert "usage" not in done.stdout


def test_depot(projet: Path) -> None:
    """The drop folder is emptied of what was imported; what is refused and what explains the folder stay."""
    drop = projet / "depot"
    (drop / "acte.pdf").write_bytes(ecrire_pdf(_ACTE))
    (drop / "vide.pdf").write_bytes(b"")
    done = _importer(projet, "--depot", "--sortie", projet / "sortie")
    assert done.returncode == 0, done.stderr
    assert "**Refusé**" in (projet / "sortie" / "bilan.md").read_text("utf-8")
    assert sorted(path.name for path in drop.iterdir()) == ["LISEZ-MOI.md", "vide.pdf"]
    changes = json.loads((projet / "sortie" / "changements.json").read_text("utf-8"))
    folder = "acts/sainte-exemple/2026/2026-05-21"
    assert changes == {
        "ajoutes": [f"{folder}/2026-07.md", f"{folder}/2026-07.pdf", f"{folder}/seance.yml"],
        "otes": ["depot/acte.pdf"],
        "refuses": 1,
    }
    for path in changes["ajoutes"]:
        assert (projet / "sortie" / "fichiers" / path).read_bytes() == (projet / path).read_bytes()


def test_depot_sans_demande_de_fusion(projet: Path) -> None:
    """By hand, a refusal in the drop folder is a failure, as for any file."""
    (projet / "depot" / "vide.pdf").write_bytes(b"")
    assert _importer(projet, "--depot").returncode == 1
    assert (projet / "depot" / "vide.pdf").is_file()


def test_depot_vide(projet: Path) -> None:
    """An empty drop folder is no fault."""
    done = _importer(projet, "--depot")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Le dossier depot/ ne contient aucun fichier.\n"


def test_depot_a_l_essai_ne_vide_rien(projet: Path) -> None:
    """A trial leaves the drop folder as it is."""
    path = _texte(projet / "depot")
    assert _importer(projet, "--depot", "--essai").returncode == 0
    assert path.is_file()


def _autre(projet: Path) -> None:
    """A second authority in the register."""
    (projet / "acts" / "autre").mkdir()
    told = _COLLECTIVITE.replace("219900016", "219900024")
    (projet / "acts" / "autre" / "collectivite.yml").write_text(told, encoding="utf-8")


_SANS_ID = _ACTE.partition("Reçu en")[0]


def test_depot_par_collectivite(projet: Path) -> None:
    """A folder named as an authority says whose its files are; one inside it, of which session."""
    _autre(projet)
    for folder, number in (("autre", "07"), ("autre/2026/2026-05-21", "08"), ("envoi de mai", "09")):
        (projet / "depot" / folder).mkdir(parents=True)
        _texte(projet / "depot" / folder, f"{number}.txt", _SANS_ID.replace("2026-07", f"2026-{number}"))
    done = _importer(projet, "--depot", "--sortie", projet / "sortie")
    assert done.returncode == 0, done.stderr
    changes = json.loads((projet / "sortie" / "changements.json").read_text("utf-8"))
    assert changes["ajoutes"] == [
        f"acts/autre/2026/2026-05-21/{name}" for name in ("2026-07.md", "2026-08.md", "seance.yml")
    ]
    assert changes["otes"] == ["depot/autre/07.txt", "depot/autre/2026/2026-05-21/08.txt"]
    assert (projet / "depot" / "envoi de mai" / "09.txt").is_file()


@pytest.mark.parametrize(
    "text",
    [
        _ACTE.replace("219900016", "219900032"),
        _SANS_ID,
        _ACTE.replace("2026-07", "2026-06"),
        _ACTE.replace("_07-DE", "_07-AI"),
        "Bonjour",
    ],
)
def test_depot_ne_parle_pas_d_options(projet: Path, text: str) -> None:
    """Whoever works on the page types no option: what she reads is what she can do there."""
    _autre(projet)
    folder = projet / "acts/sainte-exemple/2026/2026-05-21"
    folder.mkdir(parents=True)
    (folder / "2026-06.md").write_text("---\ntype: autre\n---\n", encoding="utf-8")
    _texte(projet / "depot", text=text)
    done = _importer(projet, "--depot", "--sortie", projet / "sortie")
    told = (projet / "sortie" / "bilan.md").read_text("utf-8")
    assert "1 fichier refusé" in told
    assert "--" not in (told + done.stdout).replace("| --- | --- | --- |", "")


def test_depot_a_dater(projet: Path) -> None:
    """An act without a day is proposed as a draft, and may be laid again in the folder of its session."""
    _texte(projet / "depot", text=_ACTE.replace("Séance du 21 mai 2026", ""))
    assert _importer(projet, "--depot", "--sortie", projet / "sortie").returncode == 0
    assert (projet / "acts/sainte-exemple/a-dater/2026-07/2026-07.md").is_file()
    told = (projet / "sortie" / "bilan.md").read_text("utf-8")
    assert "déposez de nouveau le fichier dans « depot/sainte-exemple/2026/2026-05-21 »" in told


def test_depot_acte_individuel(projet: Path) -> None:
    """It stays where it is, with what to do; asked for, it is written as a draft."""
    path = _texte(projet / "depot", text=_ACTE.replace("_07-DE", "_07-AI"))
    done = _importer(projet, "--depot", "--sortie", projet / "sortie")
    assert done.returncode == 0
    assert path.is_file()
    assert not (projet / "acts" / "sainte-exemple" / "2026").exists()
    told = (projet / "sortie" / "bilan.md").read_text("utf-8")
    assert "Acte individuel : il se notifie à la personne et ne se publie pas (CGCT L2131-1)." in told
    assert "cantine" not in told + done.stdout
    assert _importer(projet, "--depot", "--individuel", "--sortie", projet / "sortie").returncode == 0
    assert "publie_le" not in (projet / "acts/sainte-exemple/2026/2026-05-21/2026-07.md").read_text("utf-8")


def test_un_envoi_entier(projet: Path) -> None:
    """A transmission gives its act, the dates of its messages, and its annexes beside it; their titles are asked."""
    act = _ACTE.replace("2026-07", "607").replace("2026_07", "607").replace("20260521", "20260211")
    members = {nom_envoye(0): message("Acte"), nom_envoye(1): pdf([act]), nom_envoye(2): pdf(["Plan"])}
    path = projet / "envoi.tar.gz"
    path.write_bytes(archive_tar(members))
    done = _importer(projet, path)
    assert done.returncode == 0, done.stderr
    folder = projet / "acts" / "sainte-exemple" / "2026" / "2026-05-21"
    assert (folder / "607-annexe-1.pdf").read_bytes() == members[nom_envoye(2)]
    head = (folder / "607.md").read_text(encoding="utf-8")
    assert "annexes:\n  - titre: Annexe 1\n    fichier: 607-annexe-1.pdf\n" in head
    assert "objet: Tarif de la salle\n" in head
    assert "matiere: 7.10\n" in head
    assert "quel est le titre de chacune" in done.stdout


def test_un_proces_verbal_porte_son_titre(projet: Path) -> None:
    """Minutes have no objet but their title, as they write it."""
    text = "COMMUNE DE SAINTE-EXEMPLE\n\nProcès-verbal de la séance du conseil municipal\n\nSéance du 21 mai 2026\n"
    done = _importer(projet, _texte(projet, "pv.txt", text), "--vers", projet / "acts" / "sainte-exemple")
    head = (projet / "acts/sainte-exemple/2026/2026-05-21/proces-verbal.md").read_text(encoding="utf-8")
    assert "objet: Procès-verbal de la séance du conseil municipal\n" in head
    assert "Quel est l'objet" not in done.stdout
