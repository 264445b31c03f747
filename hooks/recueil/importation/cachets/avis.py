"""Why: some platforms add a whole page, the receipt of the prefecture (stamp C), which is no page of the act."""

import re
from collections.abc import Iterable, Iterator

from ..document import Document
from ..faits import Fait, Source, Surete
from .marques import Marque

_SIGNES_MAX = 2500
"""A longer page holds words of the act too: only the pieces of its stamp are taken out."""

_MATIERE = re.compile(r"Mati[eè]res?(?: de l'acte)?\s{0,2}:\s{0,2}(?P<matiere>\d(?:\.\d{1,2}){1,4})(?![\d.])")

_OBJET = re.compile(
    r"^[ ]*Objet(?: de l'acte)?\s?:[ ]*(?P<objet>[^\n]{6,400}"
    r"(?:\n(?![^\n:]{0,60}:)[^\n]{1,200}){0,2})",
    re.MULTILINE,
)
_ACTE = re.compile(
    r"^[ ]*(?:vu (?:le|la|les|l')|consid[ée]rant|article (?:1|premier))|apr[èe]s en avoir d[ée]lib[ée]r[ée]"
    r"|pr[ée]sents\s?:",
    re.IGNORECASE | re.MULTILINE,
)
"""What is of an act, and of no receipt."""


def pages_avis(document: Document, own: Iterable[Marque]) -> list[tuple[int, int]]:
    """The spans of the pages that are a receipt: two strong pieces of kind C, and little else."""
    strong = [mark.debut for mark in own if "C" in mark.familles and mark.fort]
    ends = [*(start - 1 for start in document.debuts[1:]), len(document.texte)]
    spans = zip(document.debuts, ends, strict=True)
    short = [(a, b) for a, b in spans if b - a <= _SIGNES_MAX and sum(a <= at < b for at in strong) >= 2]
    return [span for span in short if not _ACTE.search(document.texte, *span)]


def objet(document: Document, pages: Iterable[tuple[int, int]]) -> Iterator[Fait]:
    """The objet that a receipt repeats: what was typed for the prefecture, so that the act's own words come first."""
    for start, end in pages:
        if found := _OBJET.search(document.texte, start, end):
            words = " ".join(found["objet"].split())
            yield Fait("objet", words, document.preuve(*found.span("objet")), Source.TEXTE, Surete.POSSIBLE)
            return


def matiere(document: Document, pages: Iterable[tuple[int, int]]) -> Iterator[Fait]:
    """The matière that a receipt states, as a text: « 7.10 » is not 7.1."""
    for start, end in pages:
        if found := _MATIERE.search(document.texte, start, end):
            yield Fait("matiere", found["matiere"], document.preuve(*found.span()), Source.TAMPON)
            return
