"""The wordings of the clauses of a convention: each line of a table with its example, which is its test.

Only what the document says is read; a blank to fill is « inconnu », and what it does not mention is left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...champs import INCONNU
from ..lecture.dates import DATE, lire_date
from ..lecture.nombres import CHIFFRES, LETTRES, lire_entier

_N = rf"(?P<nombre>{LETTRES}|{CHIFFRES})\s*(?:\(\s*\w+\s*\)\s*)?"
_UNITE = r"(?P<unite>ans?|années?|mois|jours?)\b"
_BLANC = r"(?:\.{3,}|…+|_{2,}|(?:\. ){3,})"
_EST = r"(?:est|sera|peut être|pourra être|pourra se)"
_REFAITE = r"(?:renouvelable|reconductible|renouvelée?|reconduite?)"
_PROPRE = r"[A-ZÀ-Þ][\w'-]*"
_VILLE = rf"(?-i:(?:L[ae] |Les |l')?{_PROPRE}(?:[ -](?:(?:sur|sous|en|la|le|de|du|et)[ -])?{_PROPRE})*)"
_UNITES = {"a": ("an", "ans"), "m": ("mois", "mois"), "j": ("jour", "jours")}


@dataclass(frozen=True, slots=True)
class Clause:
    """A wording: the key it gives, its form, an example and what is read of it."""

    cle: str
    forme: str
    exemple: str
    attendu: str
    valeur: str = ""
    """What the wording means by itself; empty when its groups say it."""


CLAUSES = (
    Clause(
        "debut",
        rf"à (?:compter|partir) (?:du|de la date du)\s+(?P<jour>{DATE})",
        "à compter du 1er janvier 2027",
        "2027-01-01",
    ),
    Clause(
        "debut",
        rf"(?:prend|prendra) effet (?:le|au|à la date du)\s+(?P<jour>{DATE})",
        "prend effet le 1er mars 2027",
        "2027-03-01",
    ),
    Clause(
        "debut", rf"entre(?:ra)? en vigueur le\s+(?P<jour>{DATE})", "entrera en vigueur le 02/03/2027", "2027-03-02"
    ),
    Clause(
        "debut",
        rf"(?:conclue|valable|établie|consentie)[^.\n]{{0,60}} du\s+(?P<jour>{DATE})",
        "conclue pour un an du 1er mai 2027",
        "2027-05-01",
    ),
    Clause(
        "debut",
        rf"(?:conclue|valable|établie|consentie|durée)[^.\n]{{0,40}}\bdu\s*{_BLANC}",
        "conclue du.....jusqu'à la fin du marché",
        INCONNU,
        INCONNU,
    ),
    Clause("debut", r"durée[^.\n]{0,40}\bdu\s+au\b", "une durée de 5 ans du au", INCONNU, INCONNU),
    Clause("debut", rf"à (?:compter|partir) du\s*{_BLANC}", "à compter du ________", INCONNU, INCONNU),
    Clause("fin", rf"jusqu'au\s+(?P<jour>{DATE})", "jusqu'au 31 décembre 2027", "2027-12-31"),
    Clause(
        "fin",
        rf"jusqu'à (?:la|l')[^.\n]{{3,60}}soit (?:le|au)\s+(?P<jour>{DATE})",
        "jusqu'à la fin du marché, soit le 10 octobre 2029",
        "2029-10-10",
    ),
    Clause(
        "fin",
        rf"(?:prendra fin|prend fin|expire|expirera|s'achève|se termine(?:ra)?) (?:le|au)\s+(?P<jour>{DATE})",
        "expirera le 30 juin 2028",
        "2028-06-30",
    ),
    Clause(
        "fin",
        rf"(?:conclue|valable|établie|consentie|durée)[^.\n]{{0,60}} au\s+(?P<jour>{DATE})",
        "valable du 1er mai 2027 au 30 avril 2028",
        "2028-04-30",
    ),
    Clause("fin", rf"jusqu'au\s*{_BLANC}|durée[^\n]{{0,80}}?\bau\s*{_BLANC}", "jusqu'au ......", INCONNU, INCONNU),
    Clause("fin", r"durée[^.\n]{0,40}\bdu\s+au\s*(?:\n|$)", "une durée de 5 ans du au", INCONNU, INCONNU),
    Clause(
        "duree",
        rf"durée (?:initiale |ferme |totale )?(?:est )?(?:fixée )?(?:à |de |d')\s*{_N}{_UNITE}",
        "pour une durée de trois (3) ans",
        "3 ans",
    ),
    Clause("duree", rf"(?:conclue|consentie|établie|valable) pour\s+{_N}{_UNITE}", "conclue pour un an", "1 an"),
    Clause(
        "duree",
        rf"(?:durée|conclue|valable)[^.\n]{{0,30}}(?:de|pour)\s*{_BLANC}\s*(?:ans|mois|années)",
        "pour une durée de ..... ans",
        INCONNU,
        INCONNU,
    ),
    Clause(
        "reconduction",
        r"(?:reconduction|renouvellement)s? express\w*",
        "renouvelable 1 fois par reconduction expresse",
        "expresse",
        "expresse",
    ),
    Clause(
        "reconduction",
        rf"{_EST} {_REFAITE} (?:de (?:façon|manière) expresse|expressément)",
        "elle pourra être renouvelée de façon expresse",
        "expresse",
        "expresse",
    ),
    Clause(
        "reconduction",
        r"(?:par|de) (?:tacite reconduction|reconduction tacite)",
        "renouvelable par tacite reconduction",
        "tacite",
        "tacite",
    ),
    Clause(
        "reconduction", rf"(?:{_EST} )?{_REFAITE} tacitement", "elle sera reconduite tacitement", "tacite", "tacite"
    ),
    Clause("reconduction", rf"tacitement {_REFAITE}", "tacitement renouvelée", "tacite", "tacite"),
    Clause(
        "reconduction",
        rf"(?:n'est pas|ne (?:peut|pourra|saurait) (?:pas )?être) {_REFAITE}(?! tacitement| par)",
        "elle n'est pas renouvelable",
        "aucune",
        "aucune",
    ),
    Clause(
        "reconduction",
        rf"sans (?:possibilité de )?(?:reconduction|renouvellement)|non {_REFAITE}",
        "sans reconduction",
        "aucune",
        "aucune",
    ),
    Clause(
        "nombre_reconductions",
        rf"(?:renouvel\w+|recondu\w+)(?: \w+){{0,4}}?,? {_N}fois",
        "renouvelable 1 fois par reconduction expresse",
        "1",
    ),
    Clause(
        "nombre_reconductions",
        rf"(?:reconduction|reconductible)[^.;\n]{{0,50}}(?:dans la limite de|au plus|maximum)\s+{_N}fois",
        "par tacite reconduction, dans la limite de deux fois",
        "2",
    ),
    Clause(
        "preavis",
        rf"préavis (?:minimum |minimal )?(?:est )?(?:fixé )?(?:à |de |d')\s*{_N}{_UNITE}",
        "moyennant un préavis de trois mois",
        "3 mois",
    ),
    Clause(
        "preavis",
        rf"{_N}{_UNITE} (?:au moins )?avant (?:la date d')?(?:l'|son |sa |la |le )?(?:échéance|terme|expiration)",
        "deux mois au moins avant l'échéance",
        "2 mois",
    ),
    Clause("preavis", rf"préavis de\s*{_BLANC}", "un préavis de ..... mois", INCONNU, INCONNU),
    Clause(
        "signe_le",
        rf"(?:^|\n)[ ]*(?:fait )?à [^\n_.…]{{2,60}}?,? le[ ]*{_BLANC}",
        "Fait à Valmont-Ville, le ______",
        INCONNU,
        INCONNU,
    ),
    Clause(
        "signe_le",
        rf"(?:^|\n)[ ]*a (?-i:{_PROPRE})[^\n_.…]{{0,60}}?,? le[ ]*{_BLANC}",
        "A Valmont-Ville le _____",
        INCONNU,
        INCONNU,
    ),
    Clause(
        "juridiction",
        rf"(?P<mots>tribunal (?:administratif|judiciaire|de commerce) (?:de |d'){_VILLE})",
        "devant le Tribunal Administratif de Valmont-Ville.",
        "Tribunal Administratif de Valmont-Ville",
    ),
    Clause(
        "terme",
        r"(?P<mots>(?:pour une durée|jusqu'au? |jusqu'à )[^\n]{3,200}?)(?=\.(?:\s|$)|\n|$)",
        "conclue pour une durée de 5 ans du au\nElle",
        "pour une durée de 5 ans du au",
    ),
)
"""A new wording is a new line; for a key, a date or a number that two lines read differently is not kept."""


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
    found: dict[str, list[Dit]] = {}
    for clause, form in _FORMES:
        for match in form.finditer(texte):
            if value := _valeur(clause, match):
                found.setdefault(clause.cle, []).append(Dit(clause.cle, value, *match.span()))
    for said in found.values():
        known = [one for one in said if one.valeur != INCONNU] or said
        first = min(known, key=lambda one: one.debut)
        if first.cle == "terme" or len({_sans_casse(one.valeur) for one in known}) == 1:
            yield first


def _valeur(clause: Clause, match: re.Match[str]) -> str:
    """What a wording says: by itself, or by its groups; nothing when they are no date and no number."""
    parts = match.groupdict()
    if clause.valeur:
        return clause.valeur
    if day := parts.get("jour"):
        return _jour(lire_date(day))
    if words := parts.get("mots"):
        return " ".join(words.split()).rstrip(" ,;")
    number = lire_entier(parts["nombre"] or "")
    if not number:
        return ""
    unit = parts.get("unite")
    return f"{number} {_UNITES[unit[0].lower()][number > 1]}" if unit else str(number)


def _jour(day: date | None) -> str:
    return day.isoformat() if day else ""


def _sans_casse(value: str) -> str:
    return value.casefold()
