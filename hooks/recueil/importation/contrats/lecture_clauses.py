"""The clauses of a convention read in its text, whose lines are joined first: a page cuts a sentence anywhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...champs import INCONNU
from ..lecture.dates import lire_date
from ..lecture.nombres import lire_entier
from .clauses import CLAUSES, Clause

_UNITES = {"a": ("an", "ans"), "m": ("mois", "mois"), "j": ("jour", "jours")}
_COUPE = re.compile(r"[ ]*\n[ ]*(?=[a-zà-ÿ])|(?<=[a-zà-ÿ',])[ ]*\n[ ]*(?=\d)")
"""A line that begins in small letters, or with a figure after words, goes on with the one before."""

_PREMIER = re.compile(r"(?<!\d)1 er\b")
"""What a PDF makes of a raised « er »."""

_FORMES = tuple((clause, re.compile(clause.forme, re.IGNORECASE)) for clause in CLAUSES)


@dataclass(frozen=True, slots=True)
class Dit:
    """What a clause says, and where in the text it says it."""

    cle: str
    valeur: str
    debut: int
    fin: int


def lire_clauses(texte: str) -> Iterator[Dit]:
    """What the clauses of a convention say, in their order; what two of them contradict is left out."""
    joined, places = suivre(texte)
    found: dict[str, list[Dit]] = {}
    for clause, form in _FORMES:
        for match in form.finditer(joined):
            if value := _valeur(clause, match):
                found.setdefault(clause.cle, []).append(
                    Dit(clause.cle, value, places[match.start()], places[match.end()])
                )
    for said in found.values():
        known = [one for one in said if one.valeur != INCONNU] or said
        first = min(known, key=lambda one: one.debut)
        if first.cle == "terme" or len({_sans_casse(one.valeur) for one in known}) == 1:
            yield first


def suivre(texte: str) -> tuple[str, list[int]]:
    r"""The text with its sentences on one line, and where each of its signs stood.

    >>> suivre("à compter du 1\ner mai")[0]
    'à compter du 1 er mai'
    """
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for cut in _COUPE.finditer(texte):
        parts += (texte[at : cut.start()], " ")
        places += range(at, cut.start() + 1)
        at = cut.end()
    return "".join((*parts, texte[at:])), [*places, *range(at, len(texte) + 1)]


def _valeur(clause: Clause, match: re.Match[str]) -> str:
    """What a wording says: by itself, or by its groups; nothing when they are no date and no number."""
    parts = match.groupdict()
    if clause.valeur:
        return clause.valeur
    if day := parts.get("jour"):
        return _jour(lire_date(day))
    if words := parts.get("mots"):
        return _PREMIER.sub("1er", " ".join(words.split()).rstrip(" ,;"))
    number = lire_entier(parts["nombre"] or "")
    if not number:
        return ""
    unit = parts.get("unite")
    return f"{number} {_UNITES[unit[0].lower()][number > 1]}" if unit else str(number)


def _jour(day: date | None) -> str:
    return day.isoformat() if day else ""


def _sans_casse(value: str) -> str:
    return value.casefold()
