"""The PDF that the register makes of an act: when, beside what, and what becomes of it when the act changes."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from journal_outils import PROGRAMME, TUE, codes, journal, publier, remplacer
from pdf_fictif import ecrire_pdf
from recueil import verifier
from recueil.journal.chaine import lire_chaine
from recueil.papier.pdf import donnees_jointes

_DOSSIER = "mairie/2026/2026-01-15"
_ANCIEN = """\
fichiers_remplaces:
  - publie_le: 2026-01-20
    remplace_le: 2026-02-02
    motif: erreur_materielle
    fichier: 1-initial.pdf
"""


def _sans_pdf(acts: Path) -> Path:
    """The first act, whose PDF was never made."""
    path = acts / _DOSSIER / "1.md"
    remplacer(path, "document: 1.pdf\n", "")
    (acts / _DOSSIER / "1.pdf").unlink()
    return path


def _texte(path: Path) -> str:
    with pdfium.PdfDocument(path) as opened:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in opened)


def test_un_acte_sans_pdf_en_recoit_un(depot: Path) -> None:
    """It says who, what and when, is named by the act, carries what the journal seals, and is served."""
    path = _sans_pdf(depot)
    before = path.read_text(encoding="utf-8")
    done = publier(depot)
    assert (done.returncode, done.stderr) == (0, "")
    added = "document: 1.pdf\ndocument_du_registre: oui\n"
    assert path.read_text(encoding="utf-8").replace(added, "") == before
    said = _texte(depot / _DOSSIER / "1.pdf")
    assert "PDF établi par le registre" in said
    assert "20 janvier 2026" in said
    joined = json.loads(donnees_jointes(depot / _DOSSIER / "1.pdf") or b"{}")
    assert (joined["adresse"], joined["acte"]["publie_le"]) == ("mairie/2026/1/", "2026-01-20")
    assert joined["texte"] in before
    assert "seance" not in joined
    assert "1.pdf" in lire_chaine(journal(depot).read_bytes()).premieres["mairie/2026/1/"].fichiers
    assert not [a for a in verifier(depot).anomalies if a.code.startswith(("DOC", "JOURNAL"))]


def test_recommencer_ne_refait_rien(depot: Path) -> None:
    """Neither the PDF, nor the file, nor the journal."""
    _sans_pdf(depot)
    assert publier(depot).returncode == 0
    kept = {path: path.read_bytes() for path in depot.rglob("*") if path.is_file()}
    assert publier(depot, le="2026-03-01").stdout == ""
    assert {path: path.read_bytes() for path in depot.rglob("*") if path.is_file()} == kept


def test_un_brouillon_porte_le_jour_de_sa_mise_en_ligne(depot: Path) -> None:
    """The paper says the day on which it goes online, which its file takes at the same time."""
    path = _sans_pdf(depot)
    remplacer(path, "publie_le: 2026-01-20", "publier_le: 2026-02-01")
    assert publier(depot, le="2026-02-03").returncode == 0
    assert "3 février 2026" in _texte(depot / _DOSSIER / "1.pdf")


def test_un_pdf_depose_n_est_jamais_touche(depot: Path) -> None:
    """The signed document is published as it is."""
    before = (depot / _DOSSIER / "1.pdf").read_bytes()
    assert publier(depot).returncode == 0
    assert (depot / _DOSSIER / "1.pdf").read_bytes() == before


def test_un_fichier_du_meme_nom_n_est_pas_ecrase(depot: Path) -> None:
    """A PDF that lies there without being named may be the signed one: the clerk says whose it is."""
    remplacer(depot / _DOSSIER / "1.md", "document: 1.pdf\n", "")
    before = (depot / _DOSSIER / "1.pdf").read_bytes()
    done = publier(depot)
    assert (done.returncode, "document: 1.pdf" in done.stderr) == (2, True)
    assert (depot / _DOSSIER / "1.pdf").read_bytes() == before
    assert not journal(depot).exists()


def test_un_texte_rectifie_demande_un_nouveau_pdf(depot: Path) -> None:
    """The old paper would say other words than the page: it is kept as the earlier file, and a new one is made."""
    path = _sans_pdf(depot)
    assert publier(depot).returncode == 0
    path.write_text(path.read_text(encoding="utf-8") + "\nUne phrase de plus.\n", encoding="utf-8")
    assert sorted(codes(depot)) == ["JOURNAL-02", "JOURNAL-08"]
    assert publier(depot, le="2026-02-02").returncode == 1
    (depot / _DOSSIER / "1.pdf").rename(depot / _DOSSIER / "1-initial.pdf")
    remplacer(path, "publie_le", f"{_ANCIEN}publie_le")
    found = [a for a in verifier(depot).anomalies if a.code == "DOC-07"]
    assert [a.bloque for a in found] == [True]
    assert publier(depot, le="2026-02-02").returncode == 0
    assert "Une phrase de plus" in _texte(depot / _DOSSIER / "1.pdf")
    assert codes(depot) == []


@pytest.mark.parametrize("writes", range(6))
def test_tue_en_faisant_le_pdf_la_meme_commande_repare(writes: int, depot: Path) -> None:
    """Before the PDF, before the file that names it, before the journal: run again the day after, all is there."""
    path = _sans_pdf(depot)
    remplacer(path, "publie_le: 2026-01-20", "publier_le: 2026-02-01")
    arguments = [str(PROGRAMME), "--actes", str(depot), "--le", "2026-02-01"]
    killed = subprocess.run([sys.executable, "-c", TUE, str(writes), *arguments], capture_output=True, check=False)
    assert killed.returncode == -9
    assert publier(depot, le="2026-02-02").returncode == 0
    assert codes(depot) == []
    assert (depot / _DOSSIER / "1.pdf").is_file()
    assert not [a for a in verifier(depot).anomalies if a.bloque]


def test_un_disque_plein_ne_laisse_rien_a_moitie(depot: Path) -> None:
    """No file may grow beyond a kilobyte: the program says so, and what was there is as it was."""
    _sans_pdf(depot)
    kept = {path: path.read_bytes() for path in depot.rglob("*") if path.is_file()}
    shell = shutil.which("sh")
    assert shell
    run = f"ulimit -f 2; exec {sys.executable} -B {PROGRAMME} --actes {depot} --le 2026-02-01"
    done = subprocess.run([shell, "-c", run], capture_output=True, text=True, check=False)
    assert (done.returncode, "vérifiez la place" in done.stderr) == (2, True)
    assert {path: path.read_bytes() for path in depot.rglob("*") if path.is_file()} == kept


def test_un_pdf_numerise_se_dit(depot: Path, tmp_path: Path) -> None:
    """A scan is told while it is a draft; the act that says so is not told again."""
    from PIL import Image  # noqa: PLC0415 (made for this test alone)

    path = depot / _DOSSIER / "1.md"
    Image.new("RGB", (600, 800), "white").save(tmp_path / "page.pdf")
    shutil.copy(tmp_path / "page.pdf", depot / _DOSSIER / "1.pdf")
    remplacer(path, "publie_le: 2026-01-20\n", "")
    assert [a.code for a in verifier(depot).anomalies if a.code == "DOC-06"] == ["DOC-06"]
    remplacer(path, "document: 1.pdf\n", "document: 1.pdf\ndocument_numerise: oui\n")
    assert [a.code for a in verifier(depot).anomalies if a.code == "DOC-06"] == []
    (depot / _DOSSIER / "1.pdf").write_bytes(ecrire_pdf("du texte"))
