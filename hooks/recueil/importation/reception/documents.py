"""Why: one file, whatever it is, gives a document: its pages of text, and what a person must say of them."""

from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

from ..document import Document, document
from ..faits import Question
from ..refus import RefusError
from .archives import Fichier
from .genres import DEBUT, Genre, genre
from .ocr import reconnaitre
from .pdf import lire_pdf, pages_sans_texte

TEXTE_MAX = 5_000_000

_REFUS = {
    Genre.VIDE: "le fichier est vide (0 octet) : téléchargez-le de nouveau, puis recommencez.",
    Genre.BUREAU: "c'est un document de bureau : enregistrez-le en PDF (Fichier, Exporter), puis recommencez.",
    Genre.IMAGE: "c'est une image : faites-en un PDF, puis recommencez.",
    Genre.PAGE_WEB: "ce n'est pas un acte, mais une page web : donnez le PDF que la préfecture a renvoyé.",
    Genre.COURRIEL: "ce n'est pas un acte, mais un courriel : enregistrez le PDF qui y est joint, et donnez-le.",
    Genre.INCONNU: "ce n'est ni un PDF, ni un texte, ni un message @ctes, ni une archive : vérifiez le fichier.",
}
_REGLAGE = "ce n'est pas un acte, mais un fichier de réglages ou de données : donnez le PDF de l'acte."
_REGLAGES = (".yml", ".yaml", ".json", ".toml", ".csv", ".log")
_GROS = f"le texte dépasse {TEXTE_MAX // 1_000_000} Mo, trop pour un acte : découpez-le."
_ABSENT = "le fichier n'existe pas ou ne peut pas être ouvert : vérifiez son nom et ses droits."


def lire_document(fichier: Fichier, travail: Path) -> tuple[Document, tuple[Question, ...], frozenset[int]]:
    """The document of a file, what a person must say of it, and the pages that were recognised on a picture.

    Raises:
        RefusError: it cannot be read; the sentence says what to do.
    """
    if not fichier.chemin.is_file():
        raise RefusError(_ABSENT)
    kind = genre_de(fichier.chemin)
    if kind in _REFUS:
        raise RefusError(_REFUS[kind])
    if kind is not Genre.PDF:
        return _texte(fichier), (), frozenset()
    lu = replace(lire_pdf(fichier.chemin), nom=fichier.nom)
    pictures = pages_sans_texte(lu)
    if not pictures:
        return lu, (), frozenset()
    try:
        read = _reconnu(fichier, lu, pictures, travail)
    except RefusError as error:
        if len(pictures) == len(lu.pages):
            raise
        return lu, (Question("texte", f"Pages sans texte ({_liste(pictures)}) : {error}"),), frozenset()
    asked = Question("texte", f"Pages numérisées ({_liste(pictures)}) : relisez le texte et les chiffres reconnus.")
    return read, (asked,), frozenset(pictures)


def _reconnu(fichier: Fichier, lu: Document, pictures: tuple[int, ...], travail: Path) -> Document:
    """The document in which the pictures have the text that was recognised."""
    read = lire_pdf(reconnaitre(fichier.chemin, pictures, place(travail)))
    return document(lu.nom, [read.pages[i] if i + 1 in pictures else page for i, page in enumerate(lu.pages)])


def place(travail: Path) -> Path:
    """A file to write that no other act has, whatever their names."""
    return dossier_neuf(travail) / "acte.pdf"


def dossier_neuf(travail: Path) -> Path:
    """A folder of its own in the working folder."""
    travail.mkdir(parents=True, exist_ok=True)
    return Path(mkdtemp(dir=travail))


def _texte(fichier: Fichier) -> Document:
    """The document of a plain file, in the encoding of today or in that of old Windows."""
    if fichier.nom.lower().endswith(_REGLAGES):
        raise RefusError(_REGLAGE)
    if taille(fichier) > TEXTE_MAX:
        raise RefusError(_GROS)
    content = fichier.chemin.read_bytes()
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return document(fichier.nom, content.decode(encoding).split("\f"))
        except UnicodeDecodeError:
            continue
    raise RefusError(_REFUS[Genre.INCONNU])


def genre_de(path: Path) -> Genre:
    """What a file is; a file that cannot be opened is told later, as any refusal."""
    try:
        with path.open("rb") as file:
            return genre(file.read(DEBUT))
    except OSError:
        return Genre.INCONNU


def taille(fichier: Fichier) -> int:
    """How many bytes; none when it cannot be opened."""
    return fichier.chemin.stat().st_size if fichier.chemin.is_file() else 0


def _liste(pages: tuple[int, ...]) -> str:
    return ", ".join(map(str, pages))
