"""Long lists of data, cut into pages: Hugo cuts lists of pages only."""

from collections.abc import Iterator, Sequence

from .jumeaux import Objet

PAR_PAGE = 200
"""Lines of a page of plain lines, as Recueil has them."""


def decouper(adresse: str, dit: Objet, cle: str, rows: Sequence[Objet]) -> Iterator[tuple[str, Objet, str]]:
    """The pages of a list: the first at its address, the others after it; ``cle`` is the key of its lines."""
    chunks = [rows[at : at + PAR_PAGE] for at in range(0, max(1, len(rows)), PAR_PAGE)]
    for number, chunk in enumerate(chunks, start=1):
        url = f"/{adresse}/" + (f"page/{number}/" if number > 1 else "")
        head = {"pages": len(chunks), "page_no": number, "base": f"/{adresse}/", "url": url, cle: chunk}
        yield f"{adresse}-{number}.md", dit | head, ""
