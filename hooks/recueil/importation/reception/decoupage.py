"""Why: a clerk prints the acts of a whole session into one file; each act has its own pages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..cachets.identifiants import IdLu
from ..cachets.libelles import compiler, plier
from ..cachets.tampons import identifiants_par_page
from ..document import Document, document

_HAUT = 1200
"""The signs of a page among which its title stands."""


@dataclass(frozen=True, slots=True)
class Titre:
    """A wording that starts an act, with its number when it has one, without accents."""

    motif: str
    exemple: str
    attendu: str


_NUMERO = (
    r" ?(?:n ?[°o]|numero|-) ?:? ?"
    r"(?P<numero>(?:(?!(?:page|p|du|le|feuillet)\b)[a-z]{1,8}[\x20_.-]?)?"
    r"\d(?:[_./-]?\d|[_./-][a-z]{1,5}[_./-]?\d){0,15})"
)
"""On one line, and no further than the number: « n° 607 - Page 1 » and « n° 607 - Page 2 » are one act."""

TITRES = (
    Titre(rf"deliberation(?: du [a-z' -]{{5,40}})?{_NUMERO}", "Délibération du Comité Syndical n°607", "607"),
    Titre(
        rf"arrete(?: (?:municipal|du maire|permanent|temporaire|du president))?{_NUMERO}",
        "ARRÊTÉ N° 2026-12",
        "2026-12",
    ),
    Titre(rf"decision(?: (?:municipale|du maire|du president))?{_NUMERO}", "Décision du Maire n° 2026/03", "2026/03"),
)
"""The titles by which an act starts when no stamp tells."""

_TITRES = tuple(re.compile(rf"^\W{{0,6}}{compiler(t.motif)}", re.IGNORECASE | re.MULTILINE) for t in TITRES)


_ENSEMBLE = re.compile(
    r"^\W{0,6}(?:proces[ -]verbal|compte[ -]rendu|(?:liste|releve) des (?:deliberations|decisions))"
    r"(?![^\n]{0,60}(?:approuv|adopt|voir))",
    re.IGNORECASE | re.MULTILINE,
)


def decouper(lu: Document) -> list[range]:
    """The pages of each act, from 0: a new act starts with a new identifier, or else with a new number in a title."""
    stamped = identifiants_par_page(lu)
    starts = _par_tampon(stamped) if any(stamped) else _par_titre(lu)
    ends = [*starts[1:], len(lu.pages)]
    return [range(start, end) for start, end in zip(starts, ends, strict=True)]


def extraire(lu: Document, pages: range) -> Document:
    """The document of these pages only."""
    return document(lu.nom, [lu.pages[page] for page in pages])


def _par_tampon(stamped: Sequence[IdLu | None]) -> list[int]:
    """The pages that bear a new identifier of the first authority; a joined document does not start an act."""
    first = next(lu for lu in stamped if lu)
    siren = first.siren
    seen, starts, known = first.texte, [0], {first.texte}
    for page, lu in enumerate(stamped):
        new = lu is not None and lu.sain and lu.siren == siren and lu.texte != seen
        if lu and new and lu.texte not in known and not _revient(seen, stamped[page:]):
            starts.append(page)
            known.add(lu.texte)
            seen = lu.texte
    return starts


def _revient(texte: str, later: Sequence[IdLu | None]) -> bool:
    """Whether an identifier is stamped again further on: what lies between is joined to its act."""
    return any(lu and lu.texte == texte for lu in later)


def _par_titre(lu: Document) -> list[int]:
    """The pages whose title bears another number than the one before."""
    starts, seen = [0], _titre(lu.pages[0]) if lu.pages else None
    if lu.pages and _recueille(lu.pages[0]):
        return starts
    for page in range(1, len(lu.pages)):
        title = _titre(lu.pages[page])
        if title and seen and title != seen:
            starts.append(page)
        seen = title or seen
    return starts


def _titre(page: str) -> tuple[int, str] | None:
    """The kind and the number of the title at the top of a page."""
    top = plier(document("", [page]).texte[:_HAUT])
    found = [
        (m.start(), rank, m["numero"]) for rank, motif in enumerate(_TITRES) for m in motif.finditer(top) if _grand(m)
    ]
    return min(found)[1:] if found else None


def _recueille(page: str) -> bool:
    """Whether the first page opens minutes or a list, which hold the titles of many acts and are one."""
    top = plier(document("", [page]).texte[:_HAUT])
    whole = _ENSEMBLE.search(top)
    first = min((m.start() for motif in _TITRES for m in motif.finditer(top) if _grand(m)), default=len(top))
    return bool(whole and whole.start() < first)


def _grand(title: re.Match[str]) -> bool:
    """Whether it starts with a capital: else it is the end of a sentence that cites another act."""
    return title[0].lstrip(" #*-_\n\t")[:1].isupper()
