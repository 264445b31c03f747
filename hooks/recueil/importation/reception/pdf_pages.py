"""Why apart: a PDF may ask for any memory or crash its reader, so it is read in a process of its own, with limits.

A program that ``pdf`` runs: ``python -I pdf_pages.py FILE PAGES CHARACTERS BYTES SECONDS`` prints one JSON object,
``{"pages": [text…]}`` or ``{"refus": "a reason"}``. It imports nothing of the package, to start fast.
"""

import json
import sys
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

_COUPURES = str.maketrans({"\ufffe": "-\n", "\x02": "-\n", "\x00": None, "\r": None, "\f": "\n"})
"""The signs by which PDFium says that a word is cut at the end of a line."""


def limiter(memory: int, seconds: int) -> None:
    """Bound this process, where the system can."""
    try:
        import resource  # noqa: PLC0415 (Unix only)
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def lire(path: Path, pages_max: int, characters_max: int) -> dict[str, object]:
    """The text of each page, or why there is none."""
    try:
        opened = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        return {"refus": "chiffre" if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD else "abime"}
    if not 0 < len(opened) <= pages_max:
        return {"refus": "pages" if len(opened) else "abime", "nombre": len(opened)}
    texts: list[str] = []
    for page in opened:
        texts.append(page.get_textpage().get_text_range().translate(_COUPURES))
        page.close()
        if sum(map(len, texts)) > characters_max:
            return {"refus": "texte"}
    return {"pages": texts}


def main() -> None:
    """Read, and say."""
    path, pages, characters, memory, seconds = sys.argv[1:]
    limiter(int(memory), int(seconds))
    try:
        said = lire(Path(path), int(pages), int(characters))
    except (pdfium.PdfiumError, MemoryError):
        said = {"refus": "abime"}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
