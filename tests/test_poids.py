"""What a site and its files may weigh: told before the host refuses, and only for what the site holds."""

from pathlib import Path

import pytest

from journal_outils import publier
from outils import BASE
from recueil import build_registre, verifier
from recueil.collectivite import Demenagement
from recueil.ecriture import taille

_DOSSIER = "mairie/2026/2026-01-15"


def _alourdir(acts: Path, octets: int) -> None:
    """Make the PDF of an act heavy; its middle is a hole, which takes no room on the disk."""
    path = acts / _DOSSIER / "1.pdf"
    body = (BASE / "acts" / _DOSSIER / "1.pdf").read_bytes()
    with path.open("r+b") as file:
        file.seek(octets - len(body))
        file.write(body)


def _messages(acts: Path) -> list[str]:
    return [str(a) for a in verifier(acts).anomalies if a.code.startswith("POIDS")]


def _regler(acts: Path, line: str) -> None:
    path = acts / "mairie/collectivite.yml"
    path.write_text(f"{path.read_text('utf-8')}{line}\n", "utf-8")


def test_un_fichier_que_git_refuse(depot: Path) -> None:
    """One byte over a hundred megabytes; it is published all the same."""
    _alourdir(depot, 100 * 1024**2)
    assert _messages(depot) == []
    _alourdir(depot, 100 * 1024**2 + 1)
    (told,) = _messages(depot)
    assert "1.md:9:1: [POIDS-02] avertissement : « 1.pdf » pèse 104,9\u00a0Mo" in told
    assert len(build_registre(depot).fiches) == 3


def test_le_site_avertit_avant_la_limite(depot: Path) -> None:
    """It says what to do; the files that live elsewhere weigh nothing here."""
    _regler(depot, "poids_maximum: 60 Mo")
    _alourdir(depot, 50 * 10**6)
    (told,) = _messages(depot)
    assert "le site pèserait 50,2\u00a0Mo environ (50,0\u00a0Mo de fichiers, 150\u00a0ko de pages)" in told
    assert "dites dans « documents » où iront les fichiers des prochains actes" in told
    _regler(depot, "documents: https://pdf.exemple.fr/")
    (told,) = _messages(depot)
    assert "prévoyez un hébergeur qui accepte davantage" in told
    assert publier(depot).returncode == 0
    assert _messages(depot) == []


def test_un_brouillon_ne_pese_rien(depot: Path) -> None:
    """It is not on the site."""
    _regler(depot, "poids_maximum: 60 Mo")
    _alourdir(depot, 50 * 10**6)
    path = depot / _DOSSIER / "1.md"
    path.write_text(path.read_text("utf-8").replace("publie_le: 2026-01-20\n", ""), "utf-8")
    assert _messages(depot) == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://pdf.exemple.fr", "https://pdf.exemple.fr/"),
        ("https://pdf.exemple.fr/a/b//", "https://pdf.exemple.fr/a/b/"),
        ("http://127.0.0.1:8000/x", "http://127.0.0.1:8000/x/"),
    ],
)
def test_un_domicile(typed: str, kept: str) -> None:
    """It ends with a slash, typed or not."""
    assert Demenagement(ancienne=typed, nouvelle=typed).ancienne == kept


@pytest.mark.parametrize(
    ("octets", "dit"), [(10**9, "1\u00a0Go"), (1_234_000_000, "1,2\u00a0Go"), (10**8, "100,0\u00a0Mo")]
)
def test_taille(octets: int, dit: str) -> None:
    """A round gigabyte is told as such."""
    assert taille(octets) == dit
