"""Words compared without their accents, each letter keeping its case and its place in the source."""

import re
import unicodedata
from datetime import date

from ..ecriture import MOIS

_PLATES = {code: unicodedata.normalize("NFD", chr(code))[0] for code in range(0xC0, 0x180)} | {
    ord("’"): "'",
    ord("‑"): "-",
    ord("–"): "-",
    ord("\u00a0"): " ",
    ord("\u202f"): " ",
}


def aplatir(texte: str) -> str:
    """« Décret n° 85‑643 » gives « Decret n° 85-643 »: as many characters, in the same places."""
    return texte.translate(_PLATES)


def serrer(texte: str) -> str:
    """The same words with one blank between them."""
    return " ".join(texte.split())


_MOIS = {aplatir(name): number for number, name in enumerate(MOIS, start=1)}
_EN_LETTRES = rf"[0-9]{{1,2}}(?:er|\^er\^)?\s{{1,3}}(?:{'|'.join(_MOIS)})\s{{1,3}}"
DATE = rf"(?:{_EN_LETTRES}|[0-9]{{1,2}}[/.][0-9]{{1,2}}[/.])[0-9]{{4}}\b"
"""A date in a flat text: « 26 janvier 1984 », « 1^er^ juillet 2022 », « 09/10/2025 »."""

_PARTIES = re.compile(
    rf"\b([0-9]{{1,2}})(?:er|\^er\^)?[\s/.]{{1,3}}({'|'.join(_MOIS)}|[0-9]{{1,2}})[\s/.]{{1,3}}([0-9]{{4}})\b",
    re.IGNORECASE,
)


def lire_date(plat: str) -> date | None:
    """The day that a flat text says by ``DATE``, or nothing when there is no such day."""
    match = _PARTIES.search(plat)
    if not match:
        return None
    day, month, year = match.groups()
    try:
        return date(int(year), _MOIS.get(month.lower()) or int(month), int(day))
    except ValueError:
        return None
