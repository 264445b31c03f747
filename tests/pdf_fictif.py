"""A PDF of invented text, written as a word processor would: real files for the tests of the importer."""

_PAR_PAGE = 44
_POLICE = "/Resources <</Font <</F1 3 0 R>>>>"


def ecrire_pdf(*textes: str) -> bytes:
    """A PDF in which each text begins a page and goes on over as many as it needs (ISO 32000-1, 7.5)."""
    pages = [page for text in textes for page in _pages(text.splitlines())]
    kids = " ".join(f"{4 + 2 * rank} 0 R" for rank in range(len(pages)))
    objects = [
        "<</Type /Catalog /Pages 2 0 R>>",
        f"<</Type /Pages /Count {len(pages)} /Kids [{kids}]>>",
        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>",
    ]
    for rank, page in enumerate(pages):
        drawn = _dessin(page)
        objects += [
            f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * rank} 0 R {_POLICE}>>",
            f"<</Length {len(drawn.encode('cp1252'))}>>\nstream\n{drawn}\nendstream",
        ]
    return _fichier(objects)


def _pages(lines: list[str]) -> list[list[str]]:
    return [lines[at : at + _PAR_PAGE] for at in range(0, max(len(lines), 1), _PAR_PAGE)]


def _dessin(lines: list[str]) -> str:
    said = (line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for line in lines)
    return "BT /F1 10 Tf 16 TL 60 790 Td " + " ".join(f"({line}) Tj T*" for line in said) + " ET"


def _fichier(objects: list[str]) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, written in enumerate(objects, start=1):
        places.append(f"{len(content):010} 00000 n \n")
        content += f"{number} 0 obj\n{written}\nendobj\n".encode("cp1252")
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{''.join(places)}"
    end = f"trailer\n<</Size {len(objects) + 1} /Root 1 0 R>>\nstartxref\n{len(content)}\n%%EOF\n"
    return content + (table + end).encode()
