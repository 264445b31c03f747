"""The words of the register by their first letter: what a word that no act holds may have been meant for."""

import string
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..objets import ecrire
from .lot import Lot


@dataclass(frozen=True, slots=True)
class Lexique:
    """How many acts hold each word, and how it is written."""

    actes: Counter[str] = field(default_factory=Counter)
    formes: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def lire(self, lot: Lot) -> None:
        """Count the words of a batch."""
        for word, form, count in map(str.split, lot.assemblage.lexique):
            held = int(count)
            self.actes[word] += held
            self.formes[word][form] += held

    def fichiers(self) -> Mapping[str, str]:
        """Name → JSON: the words that begin with a letter, as they are mostly written, commonest first."""
        letters: dict[str, list[str]] = defaultdict(list)
        for word, _ in sorted(self.actes.items(), key=_plus_courant):
            letters[word[0]].append(min(self.formes[word].items(), key=_plus_courant)[0])
        return {f"{letter}.json": ecrire({"mots": " ".join(letters[letter])}) for letter in string.ascii_lowercase}


def _plus_courant(pair: tuple[str, int]) -> tuple[int, str]:
    return -pair[1], pair[0]
