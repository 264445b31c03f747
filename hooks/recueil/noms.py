"""Whether two spellings name the same person: minutes write « M. Michel SEROUX », « Seroux Michel », « SEROUX M. »."""

import re
import unicodedata
from functools import cache

_CIVILITES = re.compile(r"m|mm|mr|mme|mmes|mlle|monsieur|madame|mesdames|messieurs|dr|me")


@cache
def cle(nom: str) -> tuple[str, ...]:
    """What two spellings of a name have in common: its words without accents, capitals, civility or order."""
    plain = unicodedata.normalize("NFD", nom).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    return tuple(sorted(word for word in words if not _CIVILITES.fullmatch(word)))


def parmi(nom: str, membres: tuple[str, ...]) -> bool:
    """Whether a list of members names this person."""
    return cle(nom) in {cle(member) for member in membres}
