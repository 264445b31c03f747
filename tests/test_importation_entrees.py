"""What the clerk gives: a PDF, a text, a message of @ctes, an archive, a folder; each gives its acts, or a sentence."""

import io
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from fichiers_fictifs import AUTRE_ID, CORPS, ID, TAMPON, archive_tar, archive_zip, message, nom
from pdf_fictif import pdf
from recueil.importation.cachets.tampons import lire_tampons
from recueil.importation.faits import Source, Surete
from recueil.importation.reception import ocr
from recueil.importation.reception.actes_xml import lire_message, lire_nom
from recueil.importation.reception.archives import nom_lisible
from recueil.importation.reception.entrees import Entree, lire_fichiers
from recueil.importation.reception.genres import SIGNATURES, Signature, genre
from recueil.importation.refus import RefusError

_ACTE = pdf([f"{TAMPON}\nDélibération n° 607\n{CORPS}"])
_ANNEXE = pdf([f"Plan de la salle\n{CORPS}"])
_TRANSMISSION = {
    f"EACT--{ID[4:13]}--20260216-1.xml": message("EnveloppeCLMISILL"),
    nom(0): message("Acte"),
    nom(1): _ACTE,
    nom(2): _ANNEXE,
    nom(3): _ANNEXE,
}


def _poser(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write the files, and give their paths."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in files]


@pytest.fixture
def lire(tmp_path: Path) -> Callable[..., list[Entree]]:
    """Reads files of these names and contents."""

    def read(files: Mapping[str, bytes]) -> list[Entree]:
        return list(lire_fichiers(_poser(tmp_path, files), tmp_path / "travail"))

    return read


@pytest.mark.parametrize("signature", SIGNATURES, ids=lambda s: repr(s.octets))
def test_a_file_is_what_its_first_bytes_say(signature: Signature) -> None:
    """A line of the table is its own test."""
    start = b"PK\x03\x04" if signature.place == 30 else b""
    assert genre(start.ljust(signature.place, b"-") + signature.octets) is signature.genre


def test_a_pdf_with_text_is_read(lire: Callable[..., list[Entree]]) -> None:
    """Its name may say anything: its pages of text come, with where things stand."""
    (entree,) = lire({"photo.jpg": _ACTE})
    assert entree.document is not None
    facts = {fact.cle: fact for fact in lire_tampons(entree.document).faits}
    assert (facts["id"].valeur, facts["recu"].valeur) == (ID, date(2026, 2, 17))
    assert (facts["recu"].preuve.page, facts["recu"].preuve.ligne) == (1, 2)
    assert entree.fichier is not None
    assert not entree.refus


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_text_is_read_in_its_encoding(lire: Callable[..., list[Entree]], encoding: str) -> None:
    """Of today or of old Windows."""
    (entree,) = lire({"acte.md": "Délibération d’été\fPage deux".encode(encoding)})
    assert entree.document is not None
    assert entree.document.pages == ("Délibération d’été", "Page deux")


@pytest.mark.parametrize("pack", [archive_zip, archive_tar])
def test_a_transmission_is_one_act(lire: Callable[..., list[Entree]], pack: Callable[..., bytes]) -> None:
    """The message gives its facts to the act, the annexes follow, the envelope says nothing."""
    (entree,) = lire({"archive": pack(_TRANSMISSION)})
    assert entree.nom == nom(1)
    assert [annexe.nom for annexe in entree.annexes] == [nom(2), nom(3)]
    assert {fact.cle: fact.valeur for fact in entree.faits}["objet"] == "Tarif de la salle"
    assert entree.document is not None
    assert not entree.refus


def test_an_archive_in_an_archive_is_opened(lire: Callable[..., list[Entree]]) -> None:
    """A platform gives a zip that holds the .tar.gz of the transmission, and the receipt beside it."""
    receipt = f"{ID}-1-2.xml"
    (entree,) = lire({"dossier.zip": archive_zip({"t.tar.gz": archive_tar(_TRANSMISSION), receipt: message()})})
    facts = {fact.cle: fact.valeur for fact in entree.faits}
    assert (facts["id"], facts["recu"]) == (ID, date(2026, 2, 17))


def test_a_folder_is_read_as_an_archive(tmp_path: Path) -> None:
    """Hidden files and links are not followed."""
    _poser(tmp_path, {**_TRANSMISSION, ".cache": b"x"})
    (tmp_path / "lien.pdf").symlink_to("/etc/hostname")
    (entree,) = lire_fichiers([tmp_path], tmp_path / ".travail")
    assert len(entree.annexes) == 2


def test_an_archive_in_a_folder_is_opened(tmp_path: Path) -> None:
    """Each is a transmission of its own; a damaged one is refused by its name, and stops no other."""
    folder = tmp_path / "lot"
    folder.mkdir()
    other = archive_zip({"acte.txt": CORPS.encode()})
    paths = _poser(folder, {"a.zip": archive_zip(_TRANSMISSION), "b.zip": other, "c.zip": b"PK\x03\x04"})
    read = list(lire_fichiers([folder], tmp_path / "travail"))
    assert [entree.nom for entree in read] == [nom(1), "acte.txt", "c.zip"]
    assert len(read[0].annexes) == 2
    assert "abîmée" in read[2].refus[0]
    assert [entree.origines for entree in read] == [(path,) for path in paths]


def test_what_the_clerk_gave_is_known(lire: Callable[..., list[Entree]], tmp_path: Path) -> None:
    """An act comes from its file, its messages and its annexes, or from the archive of them, whatever is read."""
    (whole,) = lire(_TRANSMISSION)
    assert {path.name for path in whole.origines} == {nom(rank) for rank in range(4)}
    (packed,) = lire({"envoi.tar": archive_tar(_TRANSMISSION)})
    assert packed.origines == (tmp_path / "envoi.tar",)
    (damaged,) = lire({nom(0): message("Acte"), nom(1): _ACTE[:-400]})
    assert damaged.refus
    assert {path.name for path in damaged.origines} == {nom(0), nom(1)}
    (stamped,) = lire({"b.pdf": _ACTE, "recu.xml": message()})
    assert {path.name for path in stamped.origines} == {"b.pdf", "recu.xml"}
    parts = lire({"seance.pdf": pdf([f"{TAMPON}\n{CORPS}", f"{TAMPON.replace('607-DE', '608-DE')}\n{CORPS}"])})
    assert [part.origines for part in parts] == [(tmp_path / "seance.pdf",)] * 2


def test_acts_come_as_they_are_read(tmp_path: Path) -> None:
    """Each file is told as it is begun, and no more than two are read ahead of the act that is used."""
    paths = _poser(tmp_path, {f"{rank}.txt": CORPS.encode() for rank in range(6)})
    begun: list[str] = []
    read = lire_fichiers(paths, tmp_path / "travail", begun.append)
    assert next(read).nom == "0.txt"
    assert begun == ["0.txt", "1.txt"]
    assert [entree.nom for entree in read] == [f"{rank}.txt" for rank in range(1, 6)]
    assert begun == [f"{rank}.txt" for rank in range(6)]


def test_a_receipt_goes_to_the_act_that_bears_its_identifier(lire: Callable[..., list[Entree]]) -> None:
    """Whatever the names, among several acts."""
    other = pdf([f"{TAMPON.replace(ID, AUTRE_ID)}\n{CORPS}"])
    entrees = lire({"a.pdf": other, "b.pdf": _ACTE, "recu.xml": message()})
    assert [(e.nom, bool(e.faits)) for e in entrees] == [("a.pdf", False), ("b.pdf", True)]


def test_a_message_alone_asks_for_its_act(lire: Callable[..., list[Entree]]) -> None:
    """Its facts are kept, and the sentence says what to add."""
    (entree,) = lire({"recu.xml": message()})
    assert entree.faits
    assert "donnez les deux ensemble" in entree.refus[0]


def test_a_message_says_facts_with_their_proof() -> None:
    """Those of the law are sure; the internal number, rarely that of the act, is only possible."""
    said = lire_message(message(objet="Subvention à l’école d’été"))
    facts = {fact.cle: fact for fact in said.faits}
    assert {key: fact.valeur for key, fact in facts.items()} == {
        "id": ID,
        "nature_actes": "DE",
        "recu": date(2026, 2, 17),
        "date_acte": date(2026, 2, 11),
        "numero": "607",
        "objet": "Subvention à l’école d’été",
        "matiere": "7.10",
    }
    assert {fact.source for fact in said.faits} == {Source.XML}
    assert facts["numero"].surete is Surete.PROBABLE
    assert said.acte == nom(1)


def test_a_rejected_transmission_is_told() -> None:
    """The clerk learns that the act was not received, and why."""
    with pytest.raises(RefusError, match=r"anomalie \(nature inconnue\) : l'acte n'est pas reçu"):
        lire_message(message("AnomalieActe", "nature inconnue"))


def test_names_of_a_transmission() -> None:
    """The code of the piece, the identifier and the rank; other names say nothing."""
    assert (found := lire_nom(nom(2)))
    assert (found.id, found.rang) == (ID, 2)
    assert lire_nom("acte_1.pdf") is None
    assert nom_lisible("../a\x00b\n/é\u202e.pdf") == "é_.pdf"


def test_a_scan_without_the_tool_says_what_to_install(
    lire: Callable[..., list[Entree]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A page whose only text is its stamp is a scan too."""
    monkeypatch.setenv("PATH", str(tmp_path))
    (entree,) = lire({"scan.pdf": pdf(["", TAMPON])})
    assert entree.refus == (ocr.A_INSTALLER,)
    (mixed,) = lire({"mixte.pdf": pdf([CORPS, TAMPON])})
    assert [q.texte.partition(" :")[0] for q in mixed.questions] == ["Pages sans texte (2)"]


@pytest.mark.skipif(not ocr.installe(), reason="OCRmyPDF and the French of Tesseract are not installed")
def test_a_scan_is_recognised(lire: Callable[..., list[Entree]]) -> None:
    """A picture of paper becomes text, and the clerk is asked to read it again."""
    with pdfium.PdfDocument(pdf([CORPS])) as printed, pdfium.PdfDocument.new() as scan:
        page = scan.new_page(595, 842)
        image = pdfium.PdfImage.new(scan)
        image.set_bitmap(printed[0].render(scale=3))
        image.set_matrix(pdfium.PdfMatrix().scale(595, 842))
        page.insert_obj(image)
        page.gen_content()
        scan.save(out := io.BytesIO())
    (entree,) = lire({"scan.pdf": out.getvalue()})
    assert entree.document is not None
    assert "après en avoir délibéré" in entree.document.texte
    assert "relisez" in entree.questions[0].texte


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("acte.html", b"<meta charset=utf-8><p>Acte</p>", "une page web"),
        ("acte.txt", b"\xef\xbb\xbf\n<!DOCTYPE html><html></html>", "une page web"),
        ("envoi.eml", b"Return-Path: <a@exemple.invalid>\nSubject: acte\n\nBonjour", "un courriel"),
        ("envoi.txt", b"From: a@exemple.invalid\nTo: b@exemple.invalid\nSubject: acte\n\nBonjour", "un courriel"),
        ("seance.yml", b"date: 2026-05-21\n", "un fichier de réglages"),
    ],
)
def test_a_file_that_is_no_act(lire: Callable[..., list[Entree]], name: str, content: bytes, said: str) -> None:
    """It is told what it is, and what to give instead."""
    (entree,) = lire({name: content})
    assert entree.document is None
    assert entree.refus[0].startswith(f"ce n'est pas un acte, mais {said}")
