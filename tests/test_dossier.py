"""The « dossier de preuve »: a real zip, checked by the tools that every system has, as its own words say."""

import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest

import dossier as programme
from dossier_fictif import ACTE, NOM, PAPIERS, construire, faire, lancer, vivre
from recueil import build_registre
from recueil.dossier import papiers
from recueil.papier.refus import BibliothequeManquante


@pytest.fixture(scope="module")
def actes(vie_inscrite: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The acts of a project whose journal has lived; its site is beside them."""
    return construire(vivre(tmp_path_factory.mktemp("dossier"), vie_inscrite))


@pytest.fixture(scope="module")
def archive(actes: Path) -> Path:
    """The dossier of an act that was put right."""
    return faire(actes)


@pytest.fixture
def deplie(archive: Path, tmp_path: Path) -> Path:
    """The same, unzipped, for a test to spoil."""
    with ZipFile(archive) as opened:
        opened.extractall(tmp_path / "deplie")
    return tmp_path / "deplie"


def _sommes(folder: Path) -> int:
    tool = shutil.which("sha256sum")
    assert tool
    return subprocess.run([tool, "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=folder, check=False).returncode


def test_les_outils_du_systeme_suffisent(deplie: Path) -> None:
    """The sums and the signature are checked as LISEZ-MOI.txt says, in the folder as it is unzipped."""
    assert _sommes(deplie) == 0
    names = {p.relative_to(deplie).as_posix() for p in deplie.rglob("*") if p.is_file()}
    acte = {"acte/donnees.json", "acte/2025-12.pdf", "acte/2025-12-initial.pdf"}
    journal = {"journal.jsonl", "journal-debut.jsonl", "temoins/journal-20.sig", "temoins/signataires"}
    assert names - PAPIERS == {"LISEZ-MOI.txt", "VERIFIER.html", "SHA256SUMS"} | acte | journal
    told = (deplie / "LISEZ-MOI.txt").read_text(encoding="utf-8-sig").replace("CLE", "hypothese").replace("12", "20")
    named = ("sed -n", "ssh-keygen -Y")
    commands = [line.strip() for line in told.splitlines() if line.strip().startswith(named)]
    assert len(commands) == 2
    for command in commands:
        subprocess.run(command, shell=True, cwd=deplie, check=True, stdout=subprocess.DEVNULL)  # noqa: S602 (the text's own)


def test_deux_fois_les_memes_octets(archive: Path, actes: Path, tmp_path: Path) -> None:
    """By the file of the act as by its address; the data are those that the site serves."""
    source = actes / "hypothese/2025/2025-12-11/2025-12.md"
    assert lancer("dossier.py", str(source), "--actes", str(actes), "--sortie", str(tmp_path)).returncode == 0
    assert (tmp_path / NOM).read_bytes() == archive.read_bytes()
    with ZipFile(archive) as opened:
        assert opened.read("acte/donnees.json") == (actes.parent / "site" / ACTE / "index.json").read_bytes()


def test_chaque_acte_inscrit_a_le_sien(projet_inscrit: Path, tmp_path: Path) -> None:
    """The dossier of any act of the shared project, made and checked; its name is its address."""
    done = lancer(
        "dossier.py", "hypothese/2024/2024-01", "--actes", str(projet_inscrit / "acts"), "--sortie", str(tmp_path)
    )
    assert done.returncode == 0, done.stderr
    with ZipFile(tmp_path / "dossier-hypothese-2024-2024-01.zip") as opened:
        opened.extractall(tmp_path / "deplie")
    assert _sommes(tmp_path / "deplie") == 0


@pytest.mark.parametrize(
    ("nomme", "dit"),
    [("hypothese/1999/1", "n'est pas un acte public"), ("hypothese/conventions/modele-pret-2025", "n'est pas inscrit")],
)
def test_ce_qui_n_a_pas_de_dossier(actes: Path, tmp_path: Path, nomme: str, dit: str) -> None:
    """What is not public, or not recorded, is refused with what to do."""
    if "modele" in nomme:
        (actes.parent / "sans").mkdir(exist_ok=True)
        actes = Path(shutil.copytree(actes, actes.parent / "sans" / "acts", dirs_exist_ok=True))
        (actes / "hypothese/journal.jsonl").unlink()
    done = lancer("dossier.py", nomme, "--actes", str(actes), "--sortie", str(tmp_path))
    assert done.returncode == 2
    assert dit in done.stderr
    assert not [*tmp_path.glob("*.zip")]


def test_sans_de_quoi_faire_un_pdf(
    actes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the library that sets a text in pages, the dossier is made without the papers, and says so."""

    def manque(*_: object, **__: object) -> bytes:
        raise BibliothequeManquante("Il manque Pango.")

    monkeypatch.setattr(papiers, "attestation_pdf", manque)
    monkeypatch.setattr(papiers, "certificat_pdf", manque)
    assert programme.main([ACTE, "--actes", str(actes), "--sortie", str(tmp_path)]) == 0
    assert capsys.readouterr().err.count("Il manque Pango.") == 2
    with ZipFile(tmp_path / NOM) as opened:
        assert not PAPIERS & set(opened.namelist())


def test_le_site_ne_sert_que_les_temoins(actes: Path) -> None:
    """The private key that was left beside them is nowhere in the site."""
    served = {p.name for p in (actes.parent / "site/hypothese/journal/temoins").iterdir()}
    assert served == {"SHA256SUMS", "journal-2.sig", "journal-20.sig", "signataires"}


def test_seule_la_page_d_un_acte_charge_le_script(actes: Path) -> None:
    """Those of the acts that the journal knows, and no other."""
    site, registre = actes.parent / "site", build_registre(actes)
    calling = {
        p.parent.relative_to(site).as_posix() + "/"
        for p in site.rglob("*.html")
        if "dossier.js" in p.read_text("utf-8")
    }
    assert calling == {f.adresse for f in registre.toutes if registre.inscriptions(f)}
