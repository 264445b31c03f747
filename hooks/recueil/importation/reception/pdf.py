"""Why: most acts come back from the prefecture as a PDF; here its pages of text, or a sentence that says why not.

The limits, all tested: 150 MB a file (that of an @ctes archive), 400 pages, five million characters, and for the
process that reads, one minute, and 110 MB more than the file, since PDFium keeps the pictures that it meets.
"""

import json
import subprocess
import sys
from pathlib import Path

from ..cachets.tampons import lire_tampons
from ..document import Document, document
from ..refus import RefusError
from .genres import DEBUT, Genre, genre

OCTETS_MAX = 150_000_000
PAGES_MAX = 400
CARACTERES_MAX = 5_000_000
MEMOIRE_EN_PLUS = 110_000_000
SECONDES_MAX = 60

_LECTEUR = Path(__file__).with_name("pdf_pages.py")
_TEXTE_MIN = 40
"""Letters and figures under which a page is a picture; a page number alone is not a text."""

_TAMPON_MAX = 600
"""Letters and figures that no stamp exceeds."""

_REFUS = {
    "vide": "le fichier est vide (0 octet) : téléchargez-le de nouveau, puis recommencez.",
    "gros": f"le fichier dépasse {OCTETS_MAX // 1_000_000} Mo : découpez-le ou réduisez le poids de ses images.",
    "pas_pdf": "ce n'est pas un PDF : vérifiez que le fichier s'ouvre, puis enregistrez-le de nouveau en PDF.",
    "tronque": "le PDF est incomplet, sa fin manque : téléchargez-le de nouveau, puis recommencez.",
    "chiffre": "le PDF est protégé par un mot de passe : enregistrez-en une copie sans protection, puis recommencez.",
    "abime": "le PDF est abîmé et ne peut pas être lu : téléchargez-le de nouveau ou imprimez-le en PDF.",
    "texte": "le PDF contient beaucoup trop de texte pour un acte : découpez-le.",
    "limite": "la lecture du PDF demande trop de mémoire ou de temps : imprimez-le en PDF, ou découpez-le.",
}


def lire_pdf(path: Path) -> Document:
    """The pages of text of a PDF; a page that is a picture is empty.

    Raises:
        RefusError: the file cannot be read; the sentence says what to do.
    """
    _verifier(path)
    said = _a_part(path, "lire", PAGES_MAX, CARACTERES_MAX)
    if isinstance(pages := said.get("pages"), list):
        return document(path.name, [str(page) for page in pages])
    if said.get("refus") == "pages":
        raise RefusError(f"le PDF compte {said.get('nombre')} pages, plus que les {PAGES_MAX} permises : découpez-le.")
    raise RefusError(_REFUS[str(said.get("refus"))])


def _verifier(path: Path) -> None:
    """Refuse without opening it what is empty, too big, not a PDF, or cut."""
    size = path.stat().st_size
    if not size:
        raise RefusError(_REFUS["vide"])
    if size > OCTETS_MAX:
        raise RefusError(_REFUS["gros"])
    with path.open("rb") as file:
        if genre(file.read(DEBUT)) is not Genre.PDF:
            raise RefusError(_REFUS["pas_pdf"])
        file.seek(max(0, size - 2048))
        if b"%%EOF" not in file.read():
            raise RefusError(_REFUS["tronque"])


def couper_pdf(path: Path, pages: range, copie: Path) -> bool:
    """Write some pages of a PDF, from 0, into a file of their own, always the same bytes.

    Returns:
        whether it was done: a PDF that bears an electronic signature, or that PDFium cannot copy, is left whole.
    """
    return not _a_part(path, "couper", pages.start, pages.stop, copie.resolve())


def _a_part(path: Path, verbe: str, *reste: object) -> dict[str, object]:
    """What the process that opens the PDF says of it."""
    memory = MEMOIRE_EN_PLUS + path.stat().st_size
    given = (memory, SECONDES_MAX, verbe, path.resolve(), *reste)
    command = [sys.executable, "-I", str(_LECTEUR), *map(str, given)]
    try:
        ran = subprocess.run(command, capture_output=True, timeout=SECONDES_MAX + 5, check=True)  # noqa: S603 (ours)
    except subprocess.SubprocessError:
        return {"refus": "limite"}
    said = json.loads(ran.stdout)
    return said if isinstance(said, dict) else {"refus": "abime"}


def pages_sans_texte(lu: Document) -> tuple[int, ...]:
    """The pages, from 1, that hold no text, or no other than a stamp: only OCR can read them."""
    return tuple(rank for rank, page in enumerate(lu.pages, 1) if _est_image(page))


def _est_image(page: str) -> bool:
    """Whether a page says next to nothing but its stamp; a long one is not even searched."""
    return _plein(page) < _TAMPON_MAX and _plein(_sans_tampon(page)) < _TEXTE_MIN


def _sans_tampon(page: str) -> str:
    """The page without what is stamped on it."""
    alone = document("", [page])
    kept, at = [], 0
    for start, end in lire_tampons(alone).etendues:
        kept.append(alone.texte[at:start])
        at = end
    return "".join([*kept, alone.texte[at:]])


def _plein(texte: str) -> int:
    """How many letters and figures."""
    return sum(map(str.isalnum, texte))
