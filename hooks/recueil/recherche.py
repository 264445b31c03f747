"""Looking into the text of an act: tests that cost almost nothing, and the place of what was found.

Ten thousand acts are read in a few seconds, so a rule first asks whether the text can concern it at all.
"""

import re
from functools import lru_cache

from .acte import Acte
from .anomalie import Lieu

OCCULTER = "écrivez « [occulté] » à la place, ici et dans le fichier PDF"
"""What to do of a personal value found in a text."""

_BLANCS = " .-()\u00a0\u202f"
_LONG = re.compile(rf"[0-9](?:[{re.escape(_BLANCS)}]{{0,3}}[0-9AB]){{9,}}")
_CHIFFRES = bytes(ord("0") if chr(code) in "0123456789ab" else ord("x") for code in range(256))


def lieu(acte: Acte, index: int) -> Lieu:
    """The line and column of a character of the text."""
    before = acte.texte[: max(0, index)]
    return Lieu(acte.origine.path, acte.ligne_texte + before.count("\n"), len(before) - before.rfind("\n"))


def contient(texte: str, *mots: bytes) -> bool:
    """Whether the text has one of these words, in capitals or not; they are given small and without accents."""
    octets = _minuscules(texte)
    return any(mot in octets for mot in mots)


def places(texte: str, *mots: str) -> list[int]:
    """Where these words, written as they are given, begin in the text, in its order."""
    found = []
    for mot in mots:
        index = texte.find(mot)
        while index >= 0:
            found.append(index)
            index = texte.find(mot, index + 1)
    return sorted(found)


@lru_cache(maxsize=1)
def longs_nombres(texte: str) -> tuple[tuple[int, int], ...]:
    """Where ten digits or more follow each other, blanks aside: telephones, accounts and insurance numbers are there.

    The A and B of Corsica count as digits.
    """
    digits = _minuscules(texte).translate(_CHIFFRES, _BLANCS.encode())
    return tuple(match.span() for match in _LONG.finditer(texte)) if b"0" * 10 in digits else ()


@lru_cache(maxsize=1)
def _minuscules(texte: str) -> bytes:
    """The text as bytes, its plain letters small: four times faster to make than ``str.lower``."""
    return texte.encode(errors="replace").lower()
