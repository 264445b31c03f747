"""What parts two lines of a page: nothing but a blank, when one goes on with the other; a line end; a new paragraph.

In doubt a line stays a line: the words are the same, and nobody reads a sentence that was not written.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .formes import article, brut, commence, finit, inacheve, partie, phrase, suite_de_titre, suspendu, vise
from .rangees import rangees
from .retraits import Ligne
from .sobre import sans_puce

_LARGEUR_MAX = 150
"""Beyond, lines are paragraphs and were not cut by a page."""

_TITRE_MAX = 8
"""A title that takes more lines than this is not looked for."""

SUITE, LIGNE, PARAGRAPHE = " ", "\n", "\n\n"


class Mise:
    """How the lines of a document lie on its pages."""

    def __init__(self, lignes: Sequence[Ligne], titres: Iterable[str]) -> None:
        said = [line for line in lignes if not line.vide]
        self.titres = _titres(said, frozenset(map(cle_titre, titres)))
        self.avant = _intervalles(lignes)
        self.rangees = rangees(lignes)
        lengths = sorted(len(line.texte.strip()) for line in said)
        wide = lengths[len(lengths) * 9 // 10] if lengths else 0
        self.largeur = wide if 40 <= wide <= _LARGEUR_MAX and lengths[-1] <= 2 * _LARGEUR_MAX else 0
        """How wide the page is when it cut the lines, 0 when lines are paragraphs."""

    def lien(self, before: Ligne, line: Ligne) -> str:
        """What parts two lines."""
        last, first = before.texte.strip(), line.texte.strip()
        apart = line.place in self.avant
        if (rank := self.titres.get(line.place)) is not None or before.place in self.titres:
            return SUITE if rank else PARAGRAPHE
        if brut(last) or brut(first):
            return LIGNE if brut(last) and brut(first) and not apart else PARAGRAPHE
        if before.place in self.rangees or line.place in self.rangees:
            return LIGNE if line.place in self.rangees and not apart and not finit(last) else PARAGRAPHE
        if partie(last) or partie(first) or article(first) or sans_puce(first)[0]:
            return PARAGRAPHE
        return self._lien_de_phrase(last, first, apart=apart)

    def _lien_de_phrase(self, last: str, first: str, *, apart: bool) -> str:
        """The same between two lines of sentences."""
        if self._continue(last, first, apart=apart):
            return SUITE
        if apart or article(last) or sans_puce(last)[0] or (self.largeur and finit(last) and not vise(first)):
            return PARAGRAPHE
        return LIGNE

    def _continue(self, last: str, first: str, *, apart: bool) -> bool:
        """Whether a line goes on with the sentence of the one before."""
        full = len(last) >= (self.largeur * 4 // 5 if self.largeur else 40)
        hangs = suite_de_titre(last, first) or (full and suspendu(last) and not phrase(first))
        if inacheve(last) or (hangs and not commence(first) and not (apart and first[:1].isupper())):
            return not (apart and commence(first))
        if commence(first) or (article(last) and not (full and first[:1].islower())):
            return False
        if first[:1].islower():
            return not re.search(r"[.;:!?]$", last) and (full or not apart) and not re.match(r"[a-h]\)", first)
        return full and self._deborde(last, first) and not apart and not finit(last)

    def _deborde(self, last: str, first: str) -> bool:
        """Whether the first word of a line had no room at the end of the one before."""
        return bool(self.largeur) and len(last) + len(first.partition(" ")[0]) >= self.largeur * 95 // 100


def cle_titre(text: str) -> str:
    """What two tellings of a title have in common."""
    return "".join(text.split()).replace("’", "'").lower()


def _titres(lignes: Sequence[Ligne], wanted: frozenset[str]) -> dict[tuple[int, int], int]:
    """The lines that make a known title, each with its rank in it."""
    found: dict[tuple[int, int], int] = {}
    keys = [cle_titre(line.texte) for line in lignes] if wanted else []
    for at in range(len(keys)):
        said = ""
        for end in range(at, min(at + _TITRE_MAX, len(keys))):
            said += keys[end]
            if not any(title.startswith(said) for title in wanted):
                break
            if said in wanted:
                found |= {line.place: rank for rank, line in enumerate(lignes[at : end + 1])}
    return found


def _intervalles(lignes: Sequence[Ligne]) -> frozenset[tuple[int, int]]:
    """The lines before which stands a blank line, or the end of a page."""
    said = None
    found = set()
    for before, line in pairwise(lignes):
        said = before if not before.vide else said
        if not line.vide and (before.vide or (said and said.page != line.page)):
            found.add(line.place)
    return frozenset(found)
