"""How French writes a date, a time, a size or a count: the filters of the templates."""

import re
from datetime import date

MOIS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_INSECABLE = "\u00a0"
_COLLEES = re.compile(r"(?<=«) | (?=[»;:?!](?![\w=]))")


def jour(day: date) -> str:
    """« 16 février 2026 », « 1er mars 2026 »."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {MOIS[day.month - 1]} {day.year}"


def mois(day: date) -> str:
    """« Février 2026 », as a heading."""
    return f"{MOIS[day.month - 1].capitalize()} {day.year}"


def jour_semaine(day: date) -> str:
    """« mercredi 11 février 2026 »."""
    return f"{_JOURS[day.weekday()]} {jour(day)}"


def heure(text: str) -> str:
    """« 18 h 30 » for ``18:30``, « 18 h » for ``18:00``."""
    hours, minutes = text.split(":")
    return f"{int(hours)}{_INSECABLE}h" + (f"{_INSECABLE}{minutes}" if minutes != "00" else "")


def taille(octets: int) -> str:
    """« 842 octets », « 12 ko », « 1,2 Mo », « 1 Go »: decimal units, as file managers show them."""
    if octets < 1000:
        return f"{octets}{_INSECABLE}octet{'s' if octets > 1 else ''}"
    if octets < 1_000_000:
        return f"{round(octets / 1000)}{_INSECABLE}ko"
    unit, name = (10**6, "Mo") if octets < 10**9 else (10**9, "Go")
    return f"{octets / unit:.1f}".removesuffix(".0" if name == "Go" else "").replace(".", ",") + f"{_INSECABLE}{name}"


def nombre(number: int) -> str:
    """« 3 500 »."""
    return f"{number:,}".replace(",", _INSECABLE)


def compte(number: int, singulier: str, pluriel: str = "") -> str:
    """« 1 acte », « 27 présents », « aucun acte » is left to the sentence; French counts from 2 up as plural."""
    return f"{nombre(number)}{_INSECABLE}{singulier if number < 2 else pluriel or singulier + 's'}"


def pourcentage(part: int, total: int) -> str:
    """« 37 % »; a share that is not nothing is not written 0 %, nor one that is not the whole 100 %."""
    if 0 < 100 * part < total:
        return f"moins de 1{_INSECABLE}%"
    if 99 * total < 100 * part < 100 * total:
        return f"plus de 99{_INSECABLE}%"
    return f"{(200 * part + total) // (2 * total) if total else 0}{_INSECABLE}%"


def sans_point(text: str) -> str:
    """The same words, for a sentence that ends with its own full stop."""
    return text.rstrip(". ")


def insecable(text: str) -> str:
    """The same words, whose quotation marks, colons and semicolons do not go to the next line alone."""
    return _COLLEES.sub(_INSECABLE, text)
