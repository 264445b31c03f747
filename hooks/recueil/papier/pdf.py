"""A page becomes a PDF/A-3b: tagged, checked by a validator, the same bytes whenever and wherever it is made."""

from collections.abc import Iterable
from contextlib import redirect_stdout
from datetime import UTC, date, datetime, time
from importlib import import_module
from io import BytesIO, StringIO
from pathlib import Path
from types import ModuleType

import pikepdf
from pikepdf.pdfa import validate_written

from ..empreinte import sceau
from .piece import Piece
from .refus import BibliothequeManquante, PdfNonConforme

CREATEUR = "Recueil"
"""Who made the page, as the PDF says (« Creator »): by it the register knows its own."""

DONNEES = "donnees.json"
"""The name under which an act carries its data."""

MANQUE = (
    "Les PDF ne peuvent pas être faits : il manque une bibliothèque du système (Pango). "
    "Lancez ./scripts/installer-pdf, puis recommencez."
)
"""What is told where the system cannot make a PDF."""

_NIVEAU = "3b"


def pdf(html: str, *, identifiant: str, jour: date, pieces: Iterable[Piece] = ()) -> bytes:
    """A PDF/A-3b from a page.

    Args:
        html: the page, whole, with its title and its language.
        identifiant: what it is a paper of, such as an address; two papers of the same thing share it.
        jour: the day that the file bears, at noon UTC.
        pieces: the files to attach.

    Raises:
        BibliothequeManquante: the system cannot set a text in pages.
        PapierImpossible: the page asks for a file that is not in the theme.
        PdfNonConforme: the validator does not approve what was made.
    """
    name = bytes.fromhex(sceau(identifiant.encode()))[:16]
    drawn: bytes = _moteur().dessiner(html, name, datetime.combine(jour, time(12), UTC), pieces)
    clean = _nettoyer(drawn)
    _valider(clean)
    return clean


def moteur_present() -> bool:
    """Whether this machine can make a PDF."""
    try:
        _moteur()
    except BibliothequeManquante:
        return False
    return True


def _moteur() -> ModuleType:
    """The module that knows WeasyPrint, loaded when it is first needed."""
    try:
        with redirect_stdout(StringIO()):  # WeasyPrint prints its advice, in English, before it fails
            return import_module(".moteur", __package__)
    except OSError as error:  # what cffi raises when a library of the system is not there
        raise BibliothequeManquante(MANQUE) from error


def _nettoyer(drawn: bytes) -> bytes:
    """Without the empty dictionaries that the validator does not know; the same input gives the same bytes."""
    written = BytesIO()
    with pikepdf.open(BytesIO(drawn)) as opened:
        for page in opened.pages:
            for name in ("/Pattern", "/Shading"):
                if name in page.resources and not len(page.resources[name]):
                    del page.resources[name]
        if "/AF" in opened.Root:  # WeasyPrint names each file twice
            named = {one.objgen: one for one in opened.Root.AF.as_list()}
            opened.Root.AF = pikepdf.Array(named.values())
        opened.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


def _valider(made: bytes) -> None:
    report = validate_written(BytesIO(made), _NIVEAU)
    if not report.passed:
        said = " ; ".join(str(finding) for finding in report.findings[:5])
        raise PdfNonConforme(f"Le PDF n'est pas un PDF/A-{_NIVEAU}, il n'a pas été gardé : {said}")


def donnees_jointes(source: Path | bytes) -> bytes | None:
    """The data that a PDF of this register carries; None for any other file, read or not.

    Raises:
        OSError: the file is not there, or may not be read.
    """
    try:
        with pikepdf.open(BytesIO(source) if isinstance(source, bytes) else source) as opened:
            ours = str(opened.docinfo.get("/Creator", "")) == CREATEUR
            return opened.attachments[DONNEES].get_file().read_bytes() if ours else None
    except (pikepdf.PdfError, KeyError):
        return None
