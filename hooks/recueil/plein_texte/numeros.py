"""The exact numbers: from what is written on an act, or stamped on it, to the act, with no index of words between."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..objets import ecrire
from ..publies import Fiche
from .lot import Lot
from .mots import plier

_PAR_FICHIER = 200
"""Numbers that a file holds, about, however many there are in all."""

_MORCEAU = re.compile(r"[a-z]+|[0-9]+")


@dataclass(frozen=True, slots=True)
class Numeros:
    """Number → the acts that bear it, each by its batch and its rank."""

    portes: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))

    def lire(self, lot: Lot) -> None:
        """Note the numbers of a batch."""
        for rank, fiche in enumerate(lot.fiches):
            for key in dict.fromkeys(_cles(fiche)):
                self.portes[key].append((lot.debut, rank))

    def fichiers(self) -> Mapping[str, str]:
        """Name → JSON of the files, as many as it takes for none to grow."""
        count = _puissance(len(self.portes))
        parts: list[dict[str, list[tuple[int, int]]]] = [{} for _ in range(count)]
        for key in sorted(self.portes):
            parts[part_de(key, count)][key] = self.portes[key]
        return {f"{part}.json": ecrire(dict(held)) for part, held in enumerate(parts)}


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
