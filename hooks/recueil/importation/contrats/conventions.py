"""A convention, joined to the act that approves it or alone: where it stands in a document, and what it says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..document import Document
from .lecture_clauses import Dit, lire_clauses
from .parties import Partie, lire_parties

_TITRE = re.compile(
    r"^[ ]*(?:annexe[^\n]{0,20}\n\s*)?(?P<titre>(?:projet de )?(?:convention|avenant)\b[^\n]{0,200})$",
    re.IGNORECASE | re.MULTILINE,
)
_ENTRE = re.compile(r"^[ ]*entre\b", re.IGNORECASE | re.MULTILINE)
_ET = re.compile(r"^[ ]*(?:et\b|d'autre part)", re.IGNORECASE | re.MULTILINE)
_ACTE = re.compile(
    r"^[ ]*(?:vu|considérant|attendu|après en avoir|décide|autorise|délibère|fait à|le conseil)\b|certifi|pour"
    r" extrait",
    re.IGNORECASE | re.MULTILINE,
)
"""What is of an act, and never of the head of a convention."""

_SIGNATURE = re.compile(
    rf"{_ACTE.pattern}|^[ ]*(?-i:[A-ZÀ-Þ][a-zà-ÿ-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ'-]+)+)[ ]*$", re.IGNORECASE | re.MULTILINE
)
"""The same, and the name of who signs, alone on its line."""

_BLOCS = re.compile(r"\n[ ]*\n|\f|\n(?=[ ]*(?:projet de )?(?:convention|avenant)\b)", re.IGNORECASE)
_INTERVALLE = re.compile(r"\n[ ]*\n[ ]*\n")
_LIBELLE = re.compile(r"^[ ]*objet(?: de la convention)?\s?:\s*", re.IGNORECASE | re.MULTILINE)
_NUMERO_SEUL = re.compile(r"(?:projet de )?convention\s+n\s?°\s?[\w./-]{1,30}[ ]*\n(?=[ ]*\S)", re.IGNORECASE)
"""« CONVENTION N° 2022-15 », and the objet on the line below."""

_ENTETE = 600
"""The letterhead of a convention is shorter than this, and so is what parts its title from « Entre »."""


@dataclass(frozen=True, slots=True)
class Convention:
    """A convention as it is read: where it starts and ends in ``Document.texte``, and what it says."""

    objet: str
    debut: int
    fin: int
    parties: tuple[Partie, ...]
    clauses: tuple[Dit, ...]
    avenant: bool = False

    def clause(self, cle: str) -> str:
        """What one clause says; empty when it says nothing."""
        return next((said.valeur for said in self.clauses if said.cle == cle), "")


def lire_conventions(document: Document) -> tuple[Convention, ...]:
    """The conventions of a document, in their order."""
    text = document.texte
    titles = [*_titres(text.replace("\f", "\n"))]
    starts = [_entete(document, title.start("titre")) for title in titles]
    spans = pairwise([*starts, len(text)])
    return tuple(_convention(text, title, *span) for title, span in zip(titles, spans, strict=True))


def _titres(text: str) -> Iterator[re.Match[str]]:
    """The titles that open a convention: « Entre … et … » follows each, and nothing of an act parts them."""
    last = -1
    for title in _TITRE.finditer(text):
        opening = _ENTRE.search(text, title.end(), title.end() + _ENTETE)
        if title.start() < last or opening is None or _ACTE.search(text, title.end(), opening.start()):
            continue
        if _ET.search(text, opening.end(), opening.end() + 4000):
            last = opening.end()
            yield title


def _entete(document: Document, title: int) -> int:
    """Where a convention starts: with its letterhead, after the page or the wide blank that parts it from the act."""
    text = document.texte
    floor = max(text.rfind("\f", 0, title) + 1, title - _ENTETE)
    at_page = floor == 0 or text[floor - 1] == "\f"
    gaps = [gap.end() for gap in _INTERVALLE.finditer(text, floor, title)]
    start = floor if at_page and not _SIGNATURE.search(text, floor, title) else (gaps or [title])[0]
    while _SIGNATURE.search(text, start, title):
        start = next((gap for gap in gaps if gap > start), title)
    return text.rfind("\n", 0, title) + 1 if start == title else start


def _convention(text: str, title: re.Match[str], start: int, end: int) -> Convention:
    said = text[start:end]
    clauses = tuple(Dit(c.cle, c.valeur, c.debut + start, c.fin + start) for c in lire_clauses(said))
    subject = _objet(text, title)
    return Convention(subject, start, end, lire_parties(said), clauses, subject.lower().startswith("avenant"))


def _objet(text: str, title: re.Match[str]) -> str:
    """The title, as it is written: the longest of those that stand before « Entre », on one line or on several."""
    opening = _ENTRE.search(text, title.end())
    block = text[title.start("titre") : opening.start() if opening else title.end()]
    parts = [" ".join(part.split()) for part in _BLOCS.split(block)]
    if labelled := _LIBELLE.search(block):
        said = " ".join(_BLOCS.split(block[labelled.end() :])[0].split()).strip(" .;")
        if said:
            return said
    titled = [part for part in parts if re.match(r"(?:projet de )?(?:convention|avenant)\b", part, re.IGNORECASE)]
    if numbered := _NUMERO_SEUL.match(block):
        return " ".join(_BLOCS.split(block[numbered.end() :])[0].split())
    if len(titled) == 1 and len(titled[0].split()) == 1 and len(parts) > 1 and parts[1]:
        return f"{titled[0]} {parts[1]}"
    return max(titled, key=len, default=" ".join(title["titre"].split()))
