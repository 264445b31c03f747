"""Why: the wordings of the counts of a heading; a new one is one line."""

from .formules import POSSIBLE, PROBABLE, Formule

_N = r"(?:\b(?:nombre|nbre|nb)\.? (?:total )?(?:de |d'|des )?)?"
_MEMBRES = (
    r"(?:(?:membres?|conseillers?|delegues?|administrateurs?|elus?|titulaires?)(?: (?:municipaux"
    r"|communautaires|syndicaux|departementaux|du (?:conseil|bureau|comite)))? ?)?"
)
_EST = r"(?: est de| sont de| est| :|:|=| : ?de)?"

_EGAL = r"(?: ?[:=]\s{0,3}| {1,3})"
"""Between a label and its number: a line end only after a colon."""

COMPTES = (
    Formule(
        "membres_en_exercice",
        r"\ben exercice(?: (?:au jour de la seance|a ce jour|le jour de la seance))?(?: est de| ?:)? ?<entier>",
        "Nombre de conseillers en exercice : 35",
        35,
    ),
    Formule(
        "membres_en_exercice",
        r"en exercice,? (?:qui )?(?:sont|est) (?:au )?(?:nombre )?(?:de )?<entier>",
        "les membres en exercice sont au nombre de 33",
        33,
    ),
    Formule("membres_en_exercice", r"<entier> en exercice(?! ?[:=\d])", "33 en exercice - 26 présents", 33),
    Formule(
        "membres_en_exercice",
        r"<entier> (?:membres?|conseillers?|delegues?|elus?)(?: \w+)? en exercice(?!\s?:? ?\d)",
        "sur 35 membres en exercice",
        35,
        PROBABLE,
    ),
    Formule("membres_en_exercice", r"\beffectif\s?:\s?<entier>", "Effectif : 18", 18, PROBABLE),
    Formule(
        "membres_en_exercice",
        rf"\bafferents au (?:conseil|comite)(?: \w+)?{_EGAL}<entier>",
        "Afférents au Conseil municipal : 15",
        15,
        PROBABLE,
    ),
    Formule("presents", r"\bpresents? ?\(<entier>\)", "Présents (22) :", 22),
    Formule("pouvoirs", r"\b(?:representes?|pouvoirs?|procurations?) ?\(<entier>\)", "Absents représentés (5) :", 5),
    Formule("absents", r"\babsents?(?: excuses?)? ?\(<entier>\)", "Absents (2) :", 2),
    Formule("presents", rf"{_N}{_MEMBRES}\bpresentes?{_EST} ?<entier>", "Nombre de membre présente : 4", 4, PROBABLE),
    Formule(
        "presents",
        rf"\bpresents?(?! (?:titulaires|suppleants))(?: (?:a la seance|ou supplees?|et"
        rf" supplees?))?(?! ?(?:ou|et|/) ?represente)(?: est de)?{_EGAL}<entier>",
        "Présents : 27",
        27,
    ),
    Formule(
        "presents",
        r"<entier> (?:(?:conseillers|membres|elus|delegues) )?presents?(?! ?[:=\d])",
        "dont 22 Présents et 05 Procurations",
        22,
    ),
    Formule("absents", rf"\babsents?(?! (?:excuses|non))(?: est de)?{_EGAL}<entier>", "Nombre d'absents : 6", 6),
    Formule("absents", r"\babsents?(?:\(e?s?\))? excuses?\s?[:=]\s?<entier>", "Absents excusés : 4", 4, PROBABLE),
    Formule("absents", r"<entier> absents?\b(?! ?[:=\d])", "6 ABSENTS", 6),
    Formule(
        "pouvoirs",
        rf"\b(?:pouvoirs?|procurations?|representes?|mandats)(?: (?:donnes?|ecrits?))?(?: est de)?{_EGAL}<entier>",
        "Pouvoirs : 8",
        8,
    ),
    Formule(
        "pouvoirs",
        rf"(?:ayant|ont) donne (?:un )?(?:pouvoir|procuration){_EGAL}<entier>",
        "Membres ayant donné pouvoir : 4",
        4,
    ),
    Formule(
        "pouvoirs",
        r"<entier> (?:pouvoirs?|procurations?|representes?)\b(?! ?[:=\d])",
        "dont 22 Présents et 05 Procurations",
        5,
    ),
    Formule("votants", rf"\bvotants?(?: est de)?{_EGAL}<entier>", "Votants : 27 dont 22 présents", 27),
    Formule("votants", r"<entier> votants?\b(?! ?[:=\d])", "22 présents, 27 votants", 27),
    Formule(
        "votants",
        rf"pris part (?:a la deliberation|au vote|a la decision){_EGAL}<entier>",
        "Nombre de membres qui ont pris part à la délibération : 9",
        9,
    ),
    Formule("votants", r"total des (?:votes|votants)\s?[:=]\s?<entier>", "Total des votes : 27", 27),
    Formule("suffrages_exprimes", rf"(?:suffrages? )?exprimes?{_EGAL}<entier>", "Suffrages exprimés : 26", 26),
    Formule("suffrages_exprimes", r"nombre de suffrages\s?[:=]\s?<entier>", "Nombre de suffrages : 52", 52, POSSIBLE),
)
"""The numbers of the heading."""
