"""Why: some acts come back as a picture of paper; OCRmyPDF reads them where it is installed, and else we say so."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from ..refus import RefusError

SECONDES_PAR_PAGE = 60
SECONDES_MAX = 600
"""Far less than the task that empties the drop folder may last: one bad scan must not lose the other acts."""

_SECONDES_LANGUES = 30

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
    try:
        _, said = _lancer([tesseract, "--list-langs"], _SECONDES_LANGUES)
    except (subprocess.TimeoutExpired, OSError):
        return False
    return "fra" in said.decode("utf-8", "replace").split()


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
        status, _ = _lancer([*command, str(path.resolve()), str(sortie.resolve())], limit)
    except subprocess.TimeoutExpired as error:
        raise RefusError(_LENT) from error
    except OSError as error:
        raise RefusError(_ECHEC) from error
    if status or not sortie.exists():
        raise RefusError(_ECHEC)
    return sortie


def _lancer(command: Sequence[str], seconds: int) -> tuple[int, bytes]:
    """The status of a program and what it prints; stopped, it stops with all those that it started.

    Raises:
        subprocess.TimeoutExpired: it takes longer.
    """
    quiet = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    with subprocess.Popen(  # noqa: S603 (a list of arguments, whose paths are absolute)
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=quiet, start_new_session=True
    ) as run:
        try:
            said, _ = run.communicate(timeout=seconds)
        except BaseException:
            _arreter(run)
            raise
        return run.returncode, said


def _arreter(run: subprocess.Popen[bytes]) -> None:
    """Stop a program and those that it started, which would go on without it; alone where there are no groups."""
    run.kill()
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)
