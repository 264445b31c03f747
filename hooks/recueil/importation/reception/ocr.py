"""Why: some acts come back as a picture of paper; OCRmyPDF reads them where it is installed, and else we say so."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from ..refus import RefusError

SECONDES_PAR_PAGE = 60
SECONDES_MAX = 1800

A_INSTALLER = (
    "le PDF est une image sans texte : pour le lire, installez OCRmyPDF et le français de Tesseract "
    "(sudo apt install ocrmypdf tesseract-ocr-fra), puis recommencez ; ou donnez le PDF d'avant l'impression."
)
_ECHEC = "la reconnaissance du texte a échoué : numérisez de nouveau le papier, droit et en 300 points par pouce."
_LENT = "la reconnaissance du texte a pris trop de temps : découpez le PDF, puis recommencez."


def installe() -> bool:
    """Whether OCRmyPDF is there, with the French of Tesseract."""
    if not (shutil.which("ocrmypdf") and (tesseract := shutil.which("tesseract"))):
        return False
    ran = subprocess.run([tesseract, "--list-langs"], capture_output=True, text=True, check=False, timeout=30)  # noqa: S603 (ours)
    return "fra" in ran.stdout.split()


def reconnaitre(path: Path, pages: Iterable[int], sortie: Path) -> Path:
    """A copy of the PDF in which these pages, from 1, have a text; what is printed as text on them stays.

    Raises:
        RefusError: the tool is missing, fails, or takes too long.
    """
    if not installe():
        raise RefusError(A_INSTALLER)
    wanted = sorted(pages)
    limit = min(SECONDES_MAX, SECONDES_PAR_PAGE * (len(wanted) + 1))
    options = ("-l", "fra", "--redo-ocr", "--output-type", "pdf", "--optimize", "0", "--jobs", "1", "--quiet")
    command = [shutil.which("ocrmypdf") or "ocrmypdf", *options, "--pages", ",".join(map(str, wanted))]
    try:
        ran = subprocess.run(  # noqa: S603 (a list of arguments, whose paths are absolute)
            [*command, str(path.resolve()), str(sortie.resolve())],
            capture_output=True,
            check=False,
            timeout=limit,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise RefusError(_LENT) from error
    if ran.returncode or not sortie.exists():
        raise RefusError(_ECHEC)
    return sortie
