"""Why: an act writes its days in ten ways, and a date that is misread becomes a legal time that is wrong."""

import re
from dataclasses import dataclass
from datetime import date

from .nombres import LETTRES, lire_entier

_MOIS = (
    r"janv(?:ier)?|jan",
    r"f[eéèê]v(?:r(?:ier)?)?",
    r"mars",
    r"avr(?:il)?",
    r"mai",
    r"juin",
    r"juil(?:let)?",
    r"ao[uû]t",
    r"sept(?:embre)?",
    r"oct(?:obre)?",
    r"nov(?:embre)?",
    r"d[eéèê]c(?:embre)?",
)
_PREMIER, _DERNIER = 1800, 2049
"""Years beyond these are misread figures (« 2073 »)."""

_L = r"[^\W\d_]"
_JOUR = (
    rf"(?P<jour>(?<!\d)(?:0?1|[lI])\s?(?:er|°)(?!{_L})|(?<!\d)(?:(?<!\d )\d|\d\d)(?!\d)"
    rf"|(?<![\d/.,])(?<!\d )[0-3] \d(?!\d)|premier|{LETTRES})"
)
"""A hand stamp parts the figures of its day (« 2 7 FEV. »). The scanner reads « ler » for « 1er »."""

_MOT_MOIS = rf"(?P<mois>{'|'.join(_MOIS)})(?!{_L})\.?"
_MILLESIME = rf"\d{{4}}(?!\d)|(?=(?:deux\W{{0,3}})?mil){LETTRES}"
_ANNEE = rf"(?P<annee>{_MILLESIME})"
_DU_MOIS = r"\s{0,3}(?:jours?\s{1,3})?(?:(?:du\s{1,3})?mois\s{1,3}(?:de\s{1,3}|d'\s?))?"
_SEMAINE = r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)"
_AVANT, _APRES = r"(?<!\d)(?<!\d[/.\-])", r"(?!\d)(?![/.\-]\d)"


@dataclass(frozen=True, slots=True)
class Forme:
    """A way to write a day, with an example and what it says."""

    motif: str
    exemple: str
    attendu: date


def _chiffres(signe: str) -> str:
    """Day, month and year in figures, with the same sign between them."""
    sep = rf"\s?{signe}\s?"
    return (
        rf"{_AVANT}(?P<jour>\d{{1,2}}){sep}(?P<mois>\d{{1,2}}){sep}"
        rf"(?P<annee>\d{{4}}{_APRES}|\d{{2}}{_APRES}(?![/\-]\w))"
    )


FORMES = (
    Forme(
        rf"l'\s?an\s{{1,3}}(?P<an>{_MILLESIME})[\s,]{{0,4}}(?:et\s{{1,3}})?(?:le\s{{1,3}})?"
        rf"(?:{_SEMAINE}[\s,]{{1,3}})?{_JOUR}{_DU_MOIS}{_MOT_MOIS}(?:[\s,]{{1,3}}{_ANNEE})?",
        "L'an deux mil quinze et le onze du mois de juin",
        date(2015, 6, 11),
    ),
    Forme(
        rf"{_JOUR}{_DU_MOIS}{_MOT_MOIS}[\s,]{{0,4}}{_ANNEE}", "SEIZE FEVRIER DEUX MILLE VINGT-SIX", date(2026, 2, 16)
    ),
    Forme(_chiffres("/"), "16/02/2026", date(2026, 2, 16)),
    Forme(_chiffres(r"\."), "16.02.2026", date(2026, 2, 16)),
    Forme(_chiffres("-"), "16-02-26", date(2026, 2, 16)),
    Forme(rf"{_AVANT}(?P<annee>\d{{4}})-(?P<mois>\d\d)-(?P<jour>\d\d){_APRES}", "2021-06-02(GMT+1)", date(2021, 6, 2)),
    Forme(rf"{_AVANT}(?P<jour>[0-3]\d)1(?P<mois>[01]\d)[/.](?P<annee>20\d\d){_APRES}", "28105/2021", date(2021, 5, 28)),
    Forme(
        rf"{_AVANT}(?P<jour>[0-3]\d)[/.](?P<mois>[01]\d)1(?P<annee>20\d\d){_APRES}", "21/1212022", date(2022, 12, 21)
    ),
    Forme(rf"{_AVANT}(?P<jour>[0-3]\d)1(?P<mois>[01]\d)1(?P<annee>20\d\d){_APRES}", "1610612025", date(2025, 6, 16)),
)
"""The earliest form that matches wins; at the same place, the first of this table.

The last three read a bar as « 1 ».
"""


def _sans_noms(motif: str) -> str:
    """The same pattern, capturing nothing."""
    return re.sub(r"\(\?P<\w+>", "(?:", motif)


DATE = rf"(?i:(?:{_SEMAINE}[\s,]{{1,3}})?(?:{'|'.join(_sans_noms(f.motif) for f in FORMES)}))"
"""A day as acts write it, for use inside another pattern; it captures nothing."""

_DATE = re.compile(DATE)
_LECTEURS = tuple(re.compile(rf"(?:{_SEMAINE}[\s,]{{1,3}})?{f.motif}", re.IGNORECASE) for f in FORMES)
_NOMS_DES_MOIS = tuple(re.compile(mois, re.IGNORECASE) for mois in _MOIS)


def lire_date(texte: str) -> date | None:
    """The first date that stands in this text; nothing when it is no day of the calendar.

    >>> lire_date("Séance du lundi 16 février 2026")
    datetime.date(2026, 2, 16)
    """
    found = _DATE.search(texte)
    if found is None:
        return None
    reader = next((m for lecteur in _LECTEURS if (m := lecteur.fullmatch(found[0]))), None)
    return _lue(reader.groupdict()) if reader else None


def _lue(parts: dict[str, str | None]) -> date | None:
    """The day that these parts make, when they make one and do not contradict each other."""
    years = {_annee(part) for part in (parts["annee"], parts.get("an")) if part}
    month, day = _mois(parts["mois"] or ""), _jour(parts["jour"] or "")
    if len(years) != 1 or day is None:
        return None
    year = years.pop()
    try:
        return date(year, month, day) if year and _PREMIER <= year <= _DERNIER else None
    except ValueError:
        return None


def _annee(texte: str) -> int | None:
    """The year, of this century when it has two figures."""
    return 2000 + int(texte) if texte.isdecimal() and len(texte) == 2 else lire_entier(texte)


def _mois(texte: str) -> int:
    """The month, by its number or its name."""
    if texte.isdecimal():
        return int(texte)
    return next(rang for rang, nom in enumerate(_NOMS_DES_MOIS, 1) if nom.fullmatch(texte))


def _jour(texte: str) -> int | None:
    """The day of the month."""
    low = texte.lower()
    low = low.replace(" ", "") if low[:1].isdecimal() else low
    return 1 if low.endswith(("er", "°")) else lire_entier(low)
