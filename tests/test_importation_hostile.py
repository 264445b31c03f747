"""Hostile files: a clear sentence, nothing written outside, bounded memory and time."""

import gzip
import io
import struct
import sys
import tarfile
import zipfile
from pathlib import Path
from subprocess import run

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fichiers_fictifs import CORPS, SECRET, archive_tar, archive_zip, membre, message, pdf_bombe
from outils import RACINE
from pdf_fictif import pdf
from recueil.importation.document import document
from recueil.importation.reception.archives import MEMBRES_MAX
from recueil.importation.reception.entrees import lire_fichiers
from recueil.importation.reception.pdf import PAGES_MAX


def _refus(folder: Path, contenu: bytes, nom: str = "acte.pdf") -> str:
    """The sentence that refuses a file; nothing is written but in the working folder."""
    path = folder / nom
    path.write_bytes(contenu)
    (entree,) = lire_fichiers([path], folder / "travail")
    assert entree.document is None
    assert {p.name for p in folder.iterdir()} <= {nom, "travail"}
    (said,) = entree.refus
    return said


_WHOLE = pdf([CORPS] * 3)

PDF = {
    "vide": (b"", "est vide"),
    "pas un PDF": (b"\x00\x01\x02", "ni un PDF"),
    "tronqué": (_WHOLE[:-400], "incomplet"),
    "abîmé": (b"%PDF-1.7\n" + b"zz" * 999 + b"%%EOF", "abîmé"),
    "chiffré": (pdf([CORPS], SECRET), "mot de passe"),
    "sans page": (pdf([]), "abîmé"),
    "500 pages": (pdf(["x"] * 500), f"compte 500 pages, plus que les {PAGES_MAX}"),
    "bombe": (pdf_bombe(600), "trop de mémoire ou de temps"),
    "Word": (archive_zip({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "document de bureau"),
    "photo": (b"\xff\xd8\xff\xe0" + b"x" * 99, "une image"),
}


@pytest.mark.parametrize(("contenu", "phrase"), PDF.values(), ids=PDF)
def test_a_bad_file_is_refused_in_a_sentence(tmp_path: Path, contenu: bytes, phrase: str) -> None:
    """Each says what is wrong and what to do, and ends as a sentence does."""
    said = _refus(tmp_path, contenu)
    assert phrase in said
    assert " : " in said
    assert said.endswith(".")


def test_a_file_of_200_megabytes_is_not_opened(tmp_path: Path) -> None:
    """Refused by its size, whatever it is."""
    for start in (b"%PDF-1.4\n", b"PK\x03\x04", b"<?xml", b"texte"):
        path = tmp_path / "gros"
        with path.open("wb") as file:
            file.write(start)
            file.truncate(200_000_000)
        (entree,) = lire_fichiers([path], tmp_path / "travail")
        assert entree.document is None
        assert entree.refus


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """So are the others that were given with it read."""
    (tmp_path / "b.txt").write_text("Délibération", encoding="utf-8")
    absent, present = lire_fichiers([tmp_path / "a.pdf", tmp_path / "b.txt"], tmp_path / "travail")
    assert "n'existe pas" in absent.refus[0]
    assert present.document is not None


_ENTITES = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;">]>'


@pytest.mark.parametrize(
    ("contenu", "phrase"),
    [
        (message(objet="&y;", entete=_ENTITES), "DTD ou des entités"),
        (message(entete='<!DOCTYPE a SYSTEM "http://exemple.invalid/a.dtd">'), "DTD ou des entités"),
        (message()[:-30], "abîmé"),
        (b"<html><p>page d'erreur</p></html>", "une page web"),
        (b"<?xml version='1.0'?>" + b"<a>" * 5000 + b"</a>" * 5000, "abîmé"),
    ],
)
def test_xml_that_is_not_a_message(tmp_path: Path, contenu: bytes, phrase: str) -> None:
    """No entity is followed, no file read, no network used."""
    assert phrase in _refus(tmp_path, contenu, "recu.xml")


_ZEROS = bytes(60_000_000)


def _zip_lien() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        info = zipfile.ZipInfo("lien.pdf")
        info.external_attr = 0o120777 << 16
        made.writestr(info, "/etc/passwd")
    return out.getvalue()


def _zip_chiffre() -> bytes:
    """A zip whose first member says that it is locked."""
    made = bytearray(archive_zip({"a.pdf": b"x"}))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        made[made.find(signature) + at] |= 1
    return bytes(made)


def _zip_methode(method: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        made.writestr("a.pdf", _ZEROS)
    return out.getvalue()


def _zip_sans_fin() -> bytes:
    """A zip that says that its table is of 100 MB."""
    made = bytearray(archive_zip({"a.pdf": b"x"}))
    struct.pack_into("<I", made, made.rfind(b"PK\x05\x06") + 12, 100_000_000)
    return bytes(made)


def _tar_pax() -> bytes:
    """A tar whose header says that it is of 2 GB."""
    info = tarfile.TarInfo("pax")
    info.type, info.size = tarfile.XHDTYPE, 2_000_000_000
    return gzip.compress(info.tobuf() + b"0" * 20_000)


ARCHIVES = {
    "../": (archive_zip({"../../acte.pdf": _WHOLE}), "chemin dangereux"),
    "absolu": (archive_tar({"/etc/acte.pdf": _WHOLE}), "chemin dangereux"),
    "Windows": (archive_zip({"C:\\acte.pdf": _WHOLE}), "chemin dangereux"),
    "lien zip": (_zip_lien(), "lien ou un fichier spécial"),
    "lien tar": (archive_tar({}, membre("a.pdf", tarfile.SYMTYPE, "/etc/passwd")), "lien ou un fichier spécial"),
    "lien dur": (archive_tar({}, membre("a.pdf", tarfile.LNKTYPE, "b")), "lien ou un fichier spécial"),
    "périphérique": (archive_tar({}, membre("zero", tarfile.CHRTYPE)), "lien ou un fichier spécial"),
    "tube": (archive_tar({}, membre("tube", tarfile.FIFOTYPE)), "lien ou un fichier spécial"),
    "trop de fichiers": (archive_zip({str(n): b"x" for n in range(MEMBRES_MAX + 1)}), "plus de 200 fichiers"),
    "bombe zip": (archive_zip({"a.pdf": _ZEROS}), "masse de données"),
    "bombe tar": (archive_tar({"a.pdf": _ZEROS}), "masse de données"),
    "bombe de bombes": (archive_zip({"a.zip": archive_zip({"b.pdf": _ZEROS})}), "masse de données"),
    "poupées": (archive_zip({"a.zip": archive_zip({"b.zip": archive_zip({"c": b"x"})})}), "archives dans des archives"),
    "bombe bzip2": (_zip_methode(zipfile.ZIP_BZIP2), "compressée d'une façon rare"),
    "lzma": (_zip_methode(zipfile.ZIP_LZMA), "compressée d'une façon rare"),
    "mot de passe": (_zip_chiffre(), "mot de passe"),
    "table qui ment": (_zip_sans_fin(), "plus de 200 fichiers"),
    "en-tête qui ment": (_tar_pax(), "masse de données"),
    "tronquée": (archive_tar({"a.pdf": _WHOLE})[:-20], "abîmée"),
    "vide": (archive_zip({}), "aucun acte"),
}


@pytest.mark.parametrize(("contenu", "phrase"), ARCHIVES.values(), ids=ARCHIVES)
def test_a_dangerous_archive_is_not_opened(tmp_path: Path, contenu: bytes, phrase: str) -> None:
    """Nothing of it is read; the rest of the disk is not touched."""
    assert phrase in _refus(tmp_path, contenu, "transmission.zip")


@pytest.mark.parametrize(
    "nom", ["acte é\u202efdp.txt", "acte\nligne.txt", "-rf.txt", "a'\"$(x);b.txt", "é" * 100 + ".txt"]
)
def test_odd_names_are_read_and_shown_plain(tmp_path: Path, nom: str) -> None:
    """A name is never a command, nor a sign that no screen shows."""
    (tmp_path / nom).write_text("Délibération", encoding="utf-8")
    (tmp_path / f"{nom}.pdf").write_bytes(_WHOLE)
    entrees = list(lire_fichiers([tmp_path / nom, tmp_path / f"{nom}.pdf"], tmp_path / "travail"))
    assert len(entrees) == 2
    assert all(entree.document and entree.nom.isprintable() for entree in entrees)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_archive_never_breaks_the_reader(tmp_path: Path, data: st.DataObject) -> None:
    """Some bytes of a good archive are changed: it is read or refused, and nothing is written outside."""
    pack = data.draw(st.sampled_from([archive_zip, archive_tar]))
    made = bytearray(pack({"a.txt": b"Deliberation", "b.xml": message()}))
    for at in data.draw(st.lists(st.integers(0, len(made) - 1), max_size=6)):
        made[at] = data.draw(st.integers(0, 255))
    path = tmp_path / "archive"
    path.write_bytes(bytes(made))
    assert list(lire_fichiers([path], tmp_path / "travail"))
    assert {p.name for p in tmp_path.iterdir()} <= {"archive", "travail"}


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path: Path, contenu: bytes) -> None:
    """Whatever the file, no error but a sentence."""
    path = tmp_path / "fichier"
    path.write_bytes(contenu)
    assert all(e.document or e.refus for e in lire_fichiers([path], tmp_path / "travail"))


def test_memory_stays_within_300_megabytes(tmp_path: Path) -> None:
    """The longest PDF allowed and a bomb, read in a process of their own, which says its greatest size."""
    (tmp_path / "long.pdf").write_bytes(pdf([CORPS * 5] * PAGES_MAX))
    (tmp_path / "bombe.pdf").write_bytes(pdf_bombe(600))
    (tmp_path / "bombe.zip").write_bytes(archive_zip({"a": _ZEROS}))
    program = (
        "import resource, sys; from pathlib import Path;"
        "from recueil.importation.reception.entrees import lire_fichiers;"
        "[*lire_fichiers(map(Path, sys.argv[2:]), Path(sys.argv[1]))];"
        "print(max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))"
    )
    files = [str(tmp_path / name) for name in ("long.pdf", "bombe.pdf", "bombe.zip")]
    # A process keeps the greatest size of the one that started it: a shell stands between, which is small.
    command = ["sh", "-c", '"$0" "$@"; exit $?', sys.executable, "-c", program, str(tmp_path / "travail"), *files]
    env = {"PYTHONPATH": str(RACINE / "hooks")}
    ran = run(command, capture_output=True, text=True, check=True, env=env)
    assert int(ran.stdout) < 300_000


def test_long_blanks_say_no_more_than_a_page_is_wide() -> None:
    """Blanks by the ten thousand are read as those of a wide page: no expression walks through them all."""
    read = document("blancs", [f"Présents :{' ' * 20_000}12{' ' * 20_000}\nfin"])
    assert len(read.texte) < 500
    assert read.preuve(read.texte.index("fin"), len(read.texte)).ligne == 2


def test_a_member_without_a_name_is_refused(tmp_path: Path) -> None:
    """The library itself stumbles on it."""
    made = bytearray(archive_zip({"a": b"Deliberation"}))
    entry = made.rfind(b"PK\x01\x02")
    made[entry + 28], made[entry + 30] = 0, 1  # the length of the name, then of what follows it
    path = tmp_path / "sans-nom.zip"
    path.write_bytes(bytes(made))
    (entree,) = lire_fichiers([path], tmp_path / "travail")
    assert "abîmée" in entree.refus[0]
