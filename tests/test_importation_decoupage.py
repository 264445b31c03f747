"""A file that holds several acts: where each starts, and the PDF of its pages alone."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from fichiers_fictifs import AUTRE_ID, CORPS, ID, TAMPON
from pdf_fictif import pdf
from recueil.importation.document import document
from recueil.importation.reception.decoupage import TITRES, Titre, decouper
from recueil.importation.reception.entrees import Entree, lire_fichiers
from recueil.importation.reception.pdf import lire_pdf

_AUTRE = TAMPON.replace("607-DE", "608-DE")
_JOINT = TAMPON.replace(ID, AUTRE_ID)
_DEUX = (f"{TAMPON}\n{CORPS}", f"{_AUTRE}\n{CORPS}")


@pytest.fixture
def lire(tmp_path: Path) -> Callable[..., list[Entree]]:
    """Reads files of these names and contents."""

    def read(files: Mapping[str, bytes]) -> list[Entree]:
        for name, content in files.items():
            (tmp_path / name).write_bytes(content)
        return list(lire_fichiers([tmp_path / name for name in files], tmp_path / "travail"))

    return read


@pytest.mark.parametrize("titre", TITRES, ids=lambda t: t.exemple)
def test_each_title_reads_its_example(titre: Titre) -> None:
    """A line of the table is its own test: another number starts another act."""
    pages = [titre.exemple, "suite", titre.exemple.replace(titre.attendu, "9999")]
    assert decouper(document("", pages)) == [range(2), range(2, 3)]


@pytest.mark.parametrize(
    ("pages", "attendu"),
    [
        ([TAMPON, TAMPON, TAMPON], [range(3)]),
        ([TAMPON, "suite", _AUTRE, _AUTRE], [range(2), range(2, 4)]),
        ([TAMPON, _AUTRE, TAMPON], [range(3)]),
        ([TAMPON, _JOINT, "suite"], [range(3)]),
        (["Délibération n° 1", "Délibération n° 1\nsuite", "Convention n° 4"], [range(3)]),
        (["Délibération n° 1", "vu la\ndélibération n° 12 du 3 mars 2026"], [range(2)]),
        (["sans titre"], [range(1)]),
        ([f"Délibération n° 607 - Page {page}" for page in (1, 2, 3)], [range(3)]),
        ([f"DÉLIBÉRATION N° 607 - {page}/3" for page in (1, 2, 3)], [range(3)]),
        ([f"Délibération - Page {page}" for page in (1, 2)], [range(2)]),
        (["Délibération N° 607\nSéance du 11 mars 2026", "Délibération N° 607\nSuite page 2"], [range(2)]),
        (["Délibération n° DEL-2026-01", "Délibération n° DEL-2026-02"], [range(1), range(1, 2)]),
        (["Délibération n° 2026/DCM/12", "Délibération n° 2026/DCM/13"], [range(1), range(1, 2)]),
        (["Délibération n° D 12", "Délibération n° D 13"], [range(1), range(1, 2)]),
    ],
)
def test_a_file_of_several_acts_is_split(pages: list[str], attendu: list[range]) -> None:
    """At a new identifier of the authority, not at a joined document nor at a repeated heading."""
    assert decouper(document("", pages)) == attendu


def test_each_act_of_a_file_has_its_pages(lire: Callable[..., list[Entree]]) -> None:
    """Three pages, two acts."""
    entrees = lire({"seance.pdf": pdf([f"{TAMPON}\n{CORPS}", CORPS, f"{_AUTRE}\n{CORPS}"])})
    assert [entree.pages for entree in entrees] == [range(2), range(2, 3)]
    assert [len(entree.document.pages) for entree in entrees if entree.document] == [2, 1]
    files = [entree.fichier.chemin for entree in entrees if entree.fichier]
    assert [lire_pdf(file).pages for file in files] == [entree.document.pages for entree in entrees if entree.document]
    assert [entree.questions[0].texte.split(".")[0] for entree in entrees] == [
        "PDF : il est tiré des pages 1 à 2 de « seance",
        "PDF : il est tiré des pages 3 à 3 de « seance",
    ]


def test_a_file_is_cut_into_the_same_bytes_at_any_hour(lire: Callable[..., list[Entree]]) -> None:
    """Else a second import would find another file."""
    content = pdf(_DEUX)
    first = lire({"seance.pdf": content})
    time.sleep(1.1)
    again = lire({"seance.pdf": content})
    cut, recut = ([e.fichier.chemin.read_bytes() for e in entrees if e.fichier] for entrees in (first, again))
    assert len(cut) == 2
    assert cut == recut


def test_a_signed_file_is_not_cut(lire: Callable[..., list[Entree]]) -> None:
    """Its electronic signature would be lost: the clerk is asked for the file of each act."""
    signature = "<</FT /Sig /T (Maire) /V <</Type /Sig /ByteRange [0 1 2 3] /Contents <00>>>>>"
    entrees = lire({"seance.pdf": pdf(_DEUX, racine=f" /AcroForm <</Fields [{signature}]>>")})
    assert [e.fichier.chemin.name for e in entrees if e.fichier] == ["seance.pdf", "seance.pdf"]
    assert all("n'a pas pu être découpé" in e.questions[0].texte for e in entrees)
