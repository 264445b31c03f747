"""The exact numbers: from what is written on an act, or stamped on it, to the act, with no index of words between."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from ..objets import ecrire
from ..publies import Fiche
from .annee import Annee
from .mots import plier

_PAR_FICHIER = 200
"""Numbers that a file holds, about, however many there are in all."""

_MORCEAU = re.compile(r"[a-z]+|[0-9]+")


def numeros(annees: list[Annee]) -> Mapping[str, str]:
    """Name of a file → its JSON: number → the acts that bear it, each by its year and its rank."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for year in annees:
        for rank, fiche in enumerate(year.fiches):
            for key in dict.fromkeys(_cles(fiche)):
                found[key].append((year.annee, rank))
    count = _puissance(len(found))
    parts: dict[int, dict[str, list[tuple[int, int]]]] = {part: {} for part in range(count)}
    for key in sorted(found):
        parts[part_de(key, count)][key] = found[key]
    return {f"{part}.json": ecrire(dict(held)) for part, held in parts.items()}


def _puissance(keys: int) -> int:
    """How many files: twice as many when there are twice as many numbers."""
    return 1 << max(0, (keys // _PAR_FICHIER).bit_length())


def part_de(cle: str, nombre: int) -> int:
    """The file of a number; the browser computes the same."""
    total = 0
    for sign in cle:
        total = (total * 31 + ord(sign)) % 0x1_0000_0000
    return total % nombre


def _cles(fiche: Fiche) -> Iterator[str]:
    acte = fiche.acte
    if acte.numero:
        pieces = morceaux(acte.numero)
        yield "-".join(pieces)
        if len(pieces) > 1 and pieces[-1].isdigit():
            yield pieces[-1]
    if acte.identifiant:
        yield serre(acte.identifiant)


def morceaux(numero: str) -> list[str]:
    """« D-2019/0147 » gives d, 2019, 147: what two ways of writing a number have in common."""
    return [part.lstrip("0") or "0" if part.isdigit() else part for part in _MORCEAU.findall(plier(numero))]


def serre(identifiant: str) -> str:
    """An @ctes identifier without what may be lost in copying it: hyphens, blanks, capitals."""
    return "".join(_MORCEAU.findall(plier(identifiant)))
