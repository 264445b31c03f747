"""Whether a PDF is a scan: pictures of pages, that no machine reads aloud and that nobody can search."""

from pathlib import Path
from typing import Any


def est_image(path: Path) -> bool:
    """Whether a PDF holds no text at all; the reading stops at the first page that has some.

    Raises:
        ValueError: it cannot be opened: it is damaged, or asks for a password.
    """
    import pypdfium2 as pdfium  # noqa: PLC0415 (loaded when a PDF is to be read)

    try:
        opened = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise ValueError(f"{path.name}: {error}") from error
    try:
        return not any(_parle(opened, rank) for rank in range(len(opened)))
    except pdfium.PdfiumError as error:
        raise ValueError(f"{path.name}: {error}") from error
    finally:
        opened.close()


def texte_pdf(path: Path) -> str:
    """The words of a PDF, page after page; nothing when it is only pictures, or cannot be opened."""
    import pypdfium2 as pdfium  # noqa: PLC0415 (loaded when a PDF is to be read)

    try:
        opened = pdfium.PdfDocument(path)
    except pdfium.PdfiumError:
        return ""
    try:
        return "\n".join(_dire(opened, rank) for rank in range(len(opened)))
    except pdfium.PdfiumError:
        return ""
    finally:
        opened.close()


def _parle(opened: Any, rank: int) -> bool:  # noqa: ANN401 (the library has no types)
    """Whether a page has a text, be it one letter."""
    return bool(_dire(opened, rank).strip())


def _dire(opened: Any, rank: int) -> str:  # noqa: ANN401 (idem)
    page = opened[rank]
    text = page.get_textpage()
    try:
        return str(text.get_text_range())
    finally:
        text.close()
        page.close()
