"""Why apart: a PDF may ask for any memory or crash its reader, so it is read in a process of its own, with limits.

A program that ``pdf`` runs. ``python -I pdf_pages.py BYTES SECONDS lire FILE PAGES CHARACTERS`` prints one JSON object,
``{"pages": [text…]}`` or ``{"refus": "a reason"}``; ``… couper FILE FIRST END COPY`` writes these pages, from 0, into a
PDF of their own and prints ``{}``. It imports nothing of the package, to start fast.
"""

import json
import re
import sys
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

_COUPURES = str.maketrans({"\ufffe": "-\n", "\x02": "-\n", "\x00": None, "\r": None, "\f": "\n"})
"""The signs by which PDFium says that a word is cut at the end of a line."""

_HASARD = re.compile(rb"/CreationDate\(D:[^)]*\)|/ID\[<[0-9A-F]{32}><[0-9A-F]{32}>\]")
"""The hour and the random identifier that PDFium writes; neither is required (ISO 32000-1, 14.3.3 and 14.4)."""


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


def couper(path: Path, first: int, end: int, copy: Path) -> dict[str, object]:
    """Some of the pages, in a PDF of their own; a signed file is left whole, since its signature would be lost."""
    whole = pdfium.PdfDocument(path)
    if raw.FPDF_GetSignatureCount(whole):
        return {"refus": "signe"}
    part, written = pdfium.PdfDocument.new(), BytesIO()
    part.import_pages(whole, list(range(first, end)))
    part.save(written)
    # Blanks of the same length, so that the places of the objects hold: two imports then give the same bytes.
    copy.write_bytes(_HASARD.sub(lambda m: b" " * len(m[0]), written.getvalue()))
    return {}


def main() -> None:
    """Do what is asked, and say."""
    memory, seconds, verb, path, *rest = sys.argv[1:]
    limiter(int(memory), int(seconds))
    try:
        if verb == "couper":
            said = couper(Path(path), int(rest[0]), int(rest[1]), Path(rest[2]))
        else:
            said = lire(Path(path), int(rest[0]), int(rest[1]))
    except (pdfium.PdfiumError, MemoryError):
        said = {"refus": "abime"}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
