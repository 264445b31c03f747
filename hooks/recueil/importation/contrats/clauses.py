"""The wordings of the clauses of a convention: each line of a table with its example, which is its test.

Only what the document says is read; a blank to fill is « inconnu », and what it does not mention is left out.
"""

from dataclasses import dataclass

from ...champs import INCONNU
from ..lecture.dates import DATE
from ..lecture.nombres import CHIFFRES, LETTRES

_N = rf"(?P<nombre>{LETTRES}|{CHIFFRES})\s*(?:\(\s*\w+\s*\)\s*)?"
_UNITE = r"(?P<unite>ans?|années?|mois|jours?)\b"
_BLANC = r"(?:\.{3,}|…+|_{2,}|(?:\. ){3,})"
_EST = r"(?:est|sera|peut être|pourra être|pourra se)"
_REFAITE = r"(?:renouvelable|reconductible|renouvelée?|reconduite?)"
_PROPRE = r"[A-ZÀ-Þ][\w'-]*"
_VILLE = rf"(?-i:(?:L[ae] |Les |l')?{_PROPRE}(?:[ -](?:(?:sur|sous|en|la|le|de|du|et)[ -])?{_PROPRE})*)"


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
        "signe_le",
        rf"(?:^|\n)[ ]*fait (?:à|a) [^\n_.…;:\d]{{2,80}}?,? le\s+(?P<jour>{DATE})",
        "Fait à Valmont-Ville, en deux exemplaires, le 3 mars 2027",
        "2027-03-03",
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
"""A new wording is a new line, sought in lines joined one to the other.

For a key, a date or a number that two lines read differently is not kept.
"""
