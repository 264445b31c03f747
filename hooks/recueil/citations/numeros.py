"""Where a text names a law, an ordonnance or a décret by its number, whatever a scan made of « n° »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from ..recherche import places

_SORTES = MappingProxyType(
    {
        "loi": "loi",
        "lois": "loi",
        "décret": "décret",
        "décrets": "décret",
        "decret": "décret",
        "ordonnance": "ordonnance",
        "ordonnances": "ordonnance",
    }
)
_SORTE_LOIN = re.compile(
    r"\b(loi|décret|decret|ordonnance)s?\s+(?:(?:organique|constitutionnelle|de\s+finances\b[^\n,;]{0,25})\s+)?n\s?$",
    re.IGNORECASE,
)
_QUALIFICATIFS = ("organique", "constitutionnelle", "finances")
_FINS = ("loi", "lois", "cret", "crets", "nance", "nances", "ique", "elle", " et", " ou", ",", " la", " le")
"""How the word before « n° » ends when it may be a law's: most are those of délibérations and parcels."""

_ENSUITE = re.compile(r"(?:\bet|\bou|,)\s+(?:la\s+|le\s+)?[nN]\s?$")
_APRES = re.compile(
    r"[\s'’.]{0,3}(?P<annee>[0-9]{1,4})\s?[-–—‑.]\s?(?P<rang>[0-9]{1,5})(?![0-9])"
    r"(?:\s+du\s+(?:[0-9]{1,2}(?:er|\^er\^)?\s+[^\W\d]+\s+|[0-9]{1,2}[/.][0-9]{1,2}[/.])(?P<date>[0-9]{4})(?![0-9]))?"
)
_NOMS_DE_TEXTES = ("loi ", "Loi ", "LOI ", "décret ", "Décret ", "ordonnance ", "Ordonnance ")
_SANS_SIGNE = re.compile(
    r"(?<!\w)(?P<sorte>\w+)\s+(?:du\s+[0-9]{1,2}(?:er|\^er\^)?\s+[^\W\d]+\s+(?P<avant>[0-9]{4})\s+)?(?:[nN][oO]?\.?\s?)?"
    r"(?P<annee>[0-9]{2,4})\s?[-–]\s?(?P<rang>[0-9]{1,5})(?![0-9])"
    r"(?:\s+du\s+[0-9]{1,2}(?:er|\^er\^)?\s+[^\W\d]+\s+(?P<date>[0-9]{4})(?![0-9]))?"
)


@dataclass(frozen=True, slots=True)
class Repere:
    """« loi n° 84-53 du 26 janvier 1984 », where it stands."""

    index: int
    sorte: str
    annee: str
    rang: str
    annee_date: str
    """The year of the date that follows, or nothing."""
    brut: str

    @property
    def numero(self) -> str:
        """« 84-53 », without the noise of a scan."""
        return f"{self.annee}-{self.rang}"


@lru_cache(maxsize=1)
def reperer(texte: str) -> tuple[Repere, ...]:
    """The laws, ordonnances and décrets that a text cites by number, found by the « ° » or what a scan made of it.

    « les lois n° 83-634 et n° 84-53 »: the second is of the same kind as the one before.
    """
    found: list[Repere] = []
    for index in places(texte, *"°º]"):
        near = texte[max(0, index - 12) : index].rstrip(" \u00a0\nnN").lower()
        after = _APRES.match(texte, index + 1) if near.endswith(_FINS) else None
        kind, start = _sorte(texte, index, found[-1] if found else None) if after else ("", 0)
        if after and kind:
            raw = " ".join(texte[start : after.end()].split())
            found.append(Repere(start, kind, after["annee"], after["rang"], after["date"] or "", raw))
    return tuple(sorted([*found, *_sans_signe(texte)], key=lambda cited: cited.index))


def _sans_signe(texte: str) -> Iterator[Repere]:
    """« la loi 84-53 », « la loi No 84-53 », « la loi du 26 janvier 1984 n 84-53 »: without a « ° » to be found by."""
    for index in places(texte, *_NOMS_DE_TEXTES):
        if after := _SANS_SIGNE.match(texte, index):
            raw = " ".join(texte[index : after.end()].split())
            kind = _SORTES[after["sorte"].lower()]
            yield Repere(index, kind, after["annee"], after["rang"], after["date"] or after["avant"] or "", raw)


def _sorte(texte: str, index: int, last: Repere | None) -> tuple[str, int]:
    """What kind of text a number is that of, from the words before it, and where they begin."""
    before = texte[max(0, index - 60) : index]
    words = before.split()[-2:]
    word = re.split(r"['’(«]", words[0])[-1] if words else ""
    if len(words) == 2 and words[1] in {"n", "N"} and (kind := _SORTES.get(word.lower())):
        return kind, texte.rfind(word, 0, index)
    if any(word in before for word in _QUALIFICATIFS) and (match := _SORTE_LOIN.search(before)):
        return _SORTES[match[1].lower()], index - len(before) + match.start()
    follows = last is not None and index - last.index < 120 and _ENSUITE.search(before)
    return (last.sorte, index - 1) if last and follows else ("", 0)
