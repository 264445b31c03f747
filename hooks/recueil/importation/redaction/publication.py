"""From the lines of a document to the text that is published: nothing but what is not of the act leaves it.

Lines ─▶ without stamps, page numbers and running heads ─▶ blocks ─▶ the sober Markdown, with its proof.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..document import Document
from ..document import document as lire_document
from ..refus import RefusError
from .liens import cle_titre
from .paragraphes import Assembleur, Bloc, Genre
from .retraits import Ligne, Retrait, Tri, lire_lignes
from .sobre import dit, ecrire, neutre

_SIGNES_MAX = 20_000
"""Signs of layout in the text of one act: with more, its page would take minutes to make."""

_REFUS = (
    "le texte contient trop de signes « * », « | », « $ », « \\ » ou « ^ » pour être un acte : vérifiez le fichier."
)
_TITRES_MAX = 1_000
"""Titles in the text of one act: each costs the time of those before it, since no two may have the same address."""

_TROP_DE_TITRES = f"le texte contient plus de {_TITRES_MAX} titres ou articles pour un seul acte : découpez-le."
_SOURCES_MARQUEES = (".txt", ".md")
"""Texts that may come with signs of Markdown; those of a PDF are the signs of the act."""


@dataclass(frozen=True, slots=True)
class Propre:
    """A text ready to be published."""

    texte: str
    retraits: tuple[Retrait, ...]
    """What was taken out, in the order of the pages."""
    fidele: bool
    """Whether the page says exactly the words that were kept: proved, not hoped."""


def publier(
    document: Document,
    tampons: Iterable[tuple[int, int]] = (),
    *,
    debut: tuple[int, int] = (1, 1),
    fin: tuple[int, int] | None = None,
    titres: Iterable[str] = (),
) -> Propre:
    """The text of a document, or of the part of it between two places.

    Args:
        document: what was read.
        tampons: where the stamps are in ``document.texte``.
        debut: page and line of the first line.
        fin: page and line before which it ends.
        titres: sentences that are titles where they stand alone.

    Raises:
        RefusError: it is no text of an act; the sentence says so.
    """
    lines = [line for line in lire_lignes(document) if debut <= line.place and (fin is None or line.place < fin)]
    if sum(line.texte.count(sign) for line in lines for sign in "*|$\\^") > _SIGNES_MAX:
        raise RefusError(_REFUS)
    marked = document.nom.lower().endswith(_SOURCES_MARQUEES)
    tri = Tri(lines)
    tri.tampons(document, tampons)
    tri.signes()
    tri.mobilier()
    wanted = [title for title in titres if title]
    joined = Assembleur(tri.lignes, wanted, resserre=not marked)
    blocks = joined.blocs()
    return _prouver(tri, joined, blocks, frozenset(map(cle_titre, wanted)), marques=marked)


def depouiller(document: Document, tampons: Iterable[tuple[int, int]]) -> Document:
    """The same document for reading: what is not of the act is blank, and each line keeps its number."""
    lines = lire_lignes(document)
    tri = Tri(lines)
    tri.tampons(document, tampons)
    tri.mobilier()
    kept = {line.place: line.texte for line in tri.lignes}
    pages = ("\n".join(kept.get(line.place, "") for line in page) for _, page in groupby(lines, lambda line: line.page))
    return lire_document(document.nom, pages)


def _prouver(tri: Tri, joined: Assembleur, blocks: Sequence[Bloc], titles: frozenset[str], *, marques: bool) -> Propre:
    """The text with its proof; without its layout when the layout would change a word.

    Raises:
        RefusError: it has more titles than an act.
    """
    out = tuple(sorted([*tri.retraits, *joined.retraits], key=lambda r: (r.page, r.ligne)))
    kept = _sans_coupures(tri.lignes, joined.retraits)
    laid = _markdown(blocks, titles, marques=marques)
    if f"\n{laid}".count("\n#") > _TITRES_MAX:
        raise RefusError(_TROP_DE_TITRES)
    for text in (laid, _nu(blocks)):
        if dit(kept, text, marques=marques):
            return Propre(text, out, fidele=True)
    return Propre(text, out, fidele=False)


def _sans_coupures(lines: Sequence[Ligne], cuts: Sequence[Retrait]) -> str:
    """What must be said: the lines that were kept, without the hyphens that were told as taken out."""
    places = {(cut.page, cut.ligne) for cut in cuts}
    said = ""
    for line in lines:
        if line.place in places:
            said = said.rstrip()[:-1]
        said += line.texte + "\n"
    return said


def _markdown(blocks: Sequence[Bloc], titles: frozenset[str], *, marques: bool) -> str:
    parts: list[str] = []
    before = None
    for block in blocks:
        tight = block.genre is Genre.PUCE and before is Genre.PUCE
        parts.append(("\n" if tight else "\n\n") + _ecrire(block, titles, marques=marques))
        before = block.genre
    return "".join(parts).strip("\n") + "\n" if parts else ""


_DEVANT = {Genre.ARTICLE: "## ", Genre.SOUS_TITRE: "### ", Genre.PUCE: "- "}


def _ecrire(block: Bloc, titles: frozenset[str], *, marques: bool) -> str:
    """A block in Markdown; a title and a point of a list hold on one line."""
    titled = block.genre is Genre.PARAGRAPHE and cle_titre(block.texte) in titles
    before = "## " if titled else _DEVANT.get(block.genre, "")
    text = " ".join(block.texte.split("\n")) if before else block.texte
    return before + ecrire(text, marques=marques)


def _nu(blocks: Sequence[Bloc]) -> str:
    return "\n\n".join(("- " if b.genre is Genre.PUCE else "") + neutre(b.texte) for b in blocks) + "\n"
