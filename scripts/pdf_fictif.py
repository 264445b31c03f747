"""Real PDF files of invented text, which the tests and the measures read: no library that makes them is installed."""

from collections.abc import Iterable, Sequence

_LIGNES = 44
"""As many lines as a page of ``ecrire_pdf`` holds."""

_POLICE = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>"
_PAGE = "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources <</Font <</F1 3 0 R>>>>>>"


def ecrire_pdf(*textes: str) -> bytes:
    """A PDF in which each text begins a page, and goes on over as many as it needs."""
    lines = [text.splitlines() for text in textes]
    return pdf("\n".join(text[at : at + _LIGNES]) for text in lines for at in range(0, max(len(text), 1), _LIGNES))


def pdf(pages: Iterable[str], fin: str = "", racine: str = "") -> bytes:
    """A PDF whose pages say these lines; ``fin`` goes into its trailer, ``racine`` into its catalogue."""
    objects, kids = [f"<</Type /Catalog /Pages 2 0 R{racine}>>".encode(), b"", _POLICE], []
    for page in pages:
        drawn = f"BT /F1 10 Tf 16 TL 50 800 Td {' '.join(map(_ligne, page.splitlines()))} ET".encode("cp1252")
        objects.append(b"<</Length %d>>\nstream\n%s\nendstream" % (len(drawn), drawn))
        objects.append(_PAGE.format(len(objects)).encode())
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}]>>".encode()
    return assembler(objects, fin)


def assembler(objects: Sequence[bytes], fin: str = "") -> bytes:
    """The objects of a PDF with their table (ISO 32000-1, 7.5)."""
    content, places = b"%PDF-1.4\n", b""
    for number, written in enumerate(objects, start=1):
        places += b"%010d 00000 n \n" % len(content)
        content += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, places)
    end = f"trailer\n<</Size {len(objects) + 1} /Root 1 0 R{fin}>>\nstartxref\n{len(content)}\n%%EOF\n"
    return content + table + end.encode()


def _ligne(texte: str) -> str:
    escaped = texte.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"({escaped}) Tj T*"
