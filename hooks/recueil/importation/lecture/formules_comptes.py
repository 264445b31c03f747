"""Why: the wordings of the counts of a heading; a new one is one line."""

from .formules import POSSIBLE, PROBABLE, Formule

_N = r"(?:\b(?:nombre|nbre|nb)\.? (?:total )?(?:de |d'|des )?)?"
_MEMBRES = (
    r"(?:(?:membres?|conseillers?|delegues?|administrateurs?|elus?|titulaires?)(?: (?:municipaux"
    r"|communautaires|syndicaux|departementaux|du (?:conseil|bureau|comite)))? ?)?"
)
_EST = r"(?: est de| sont de| est| :|:|=| : ?de)?"

_EGAL = r"(?: {0,9}[:=]\s{0,3}| {1,3})"
"""Between a label and its number: a line end only after a colon."""

_SOIT = r"(?: (?:est|etait|sont|etaient|s'eleve|s'etablit))?(?: (?:donc|ainsi|alors))?(?: (?:au nombre )?(?:de|a))?"
"""« est donc de », « s'élève à », « au nombre de »."""

_NOTE = r"(?: ?\([^()\n]{1,60}\))?"
"""« (enveloppes déposées) »: what a form explains between a label and its number."""

_ONT_DONNE = r"(?:ont|avaient|ayant|ayant tous|a|avait) (?:donne|laisse|confie|remis)e? (?:leur |un |une )?"
_MANDAT = r"(?:pouvoirs?|procurations?|mandats?)"

COMPTES = (
    Formule(
        "membres_en_exercice",
        r"\ben (?:exercice|fonctions?)(?: (?:au jour de la seance|a ce jour|le jour de la seance))?"
        r"(?: est de ?| {0,9}:\s{0,3}| ?)<entier>",
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
    Formule(
        "membres_en_exercice",
        r"\beffectif(?: (?:total|actuel|reel))?(?: du (?:conseil|comite|bureau)(?: \w+)?)?\s?:\s?<entier>",
        "Effectif : 18",
        18,
        PROBABLE,
    ),
    Formule(
        "membres_en_exercice",
        r"\beffectif (?:legal|theorique)[a-z ]{0,30}\s?:\s?<entier>",
        "Effectif légal : 33",
        33,
        POSSIBLE,
    ),
    Formule(
        "membres_en_exercice",
        rf"\bafferents au (?:conseil|comite)(?: \w+)?{_EGAL}<entier>",
        "Afférents au Conseil municipal : 15",
        15,
        PROBABLE,
    ),
    Formule(
        "presents", rf"\btotal (?:des )?(?:membres |delegues )?presents{_EGAL}<entier>", "Total des présents : 23", 23
    ),
    Formule("presents", r"\bpresents? ?\(<entier>\)", "Présents (22) :", 22),
    Formule("pouvoirs", r"\b(?:representes?|pouvoirs?|procurations?) ?\(<entier>\)", "Absents représentés (5) :", 5),
    Formule("absents", r"\babsents?(?: excuses?)? ?\(<entier>\)", "Absents (2) :", 2),
    Formule("presents", rf"{_N}{_MEMBRES}\bpresentes?{_EST} ?<entier>", "Nombre de membre présente : 4", 4, PROBABLE),
    Formule(
        "presents",
        rf"(?<!titulaires )(?<!suppleants )\bpresents?(?! (?:titulaires|suppleants))(?: (?:a la seance|ou supplees?|et"
        rf" supplees?))?(?! ?(?:ou|et|/) ?represente)(?: est de)?{_EGAL}<entier>",
        "Présents : 27",
        27,
    ),
    Formule(
        "presents",
        r"<entier> (?:(?:conseillers|membres|elus|delegues) )?presents?(?! ?[:=\d]| [a-z ]{3,30} ?[:=])",
        "dont 22 Présents et 05 Procurations",
        22,
    ),
    Formule(
        "absents", rf"\babsente?s?(?! (?:excuse|non|represente))(?: est de)?{_EGAL}<entier>", "Nombre d'absents : 6", 6
    ),
    Formule("absents", r"\babsents?(?:\(e?s?\))? excuses?\s?[:=]\s?<entier>", "Absents excusés : 4", 4, PROBABLE),
    Formule("absents", r"<entier> absents?\b(?! ?[:=\d]| [a-z ]{3,30} ?[:=])", "6 ABSENTS", 6),
    Formule(
        "pouvoirs",
        rf"\b(?<!absents et )(?:pouvoirs?|procurations?|(?<!ou )(?<!et )(?<!/ )representes?|mandats)(?: (?:donnes?"
        rf"|ecrits?))?(?: est de)?{_EGAL}<entier>",
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
        rf"(?<!pas )(?<!pas\n)pris part (?:a la deliberation|au vote|a la decision){_EGAL}<entier>",
        "Nombre de membres qui ont pris part à la délibération : 9",
        9,
    ),
    Formule("votants", r"total des (?:votes|votants)\s?[:=]\s?<entier>", "Total des votes : 27", 27),
    Formule("suffrages_exprimes", rf"(?:suffrages? )?exprimes?{_EGAL}<entier>", "Suffrages exprimés : 26", 26),
    Formule("suffrages_exprimes", r"nombre de suffrages\s?[:=]\s?<entier>", "Nombre de suffrages : 52", 52, POSSIBLE),
    Formule(
        "membres_en_exercice",
        r"\bnombre (?:legal )?de (?:conseillers|membres|delegues)(?: (?:municipaux|communautaires"
        r"|elus))?\s?:\s?<entier>",
        "Nombre de conseillers municipaux : 19",
        19,
        PROBABLE,
    ),
    Formule(
        "membres_en_exercice",
        r"\b(?:conseillers|membres|delegues|elus)(?: (?:du "
        r"|de la )?\w{5,14})?\s?:\s?<entier>(?=[\s;,.\-/]{1,4}(?:nombre de )?"
        r"(?:conseillers |membres |delegues )?presents)",
        "Délégués : 26 ; présents : 20",
        26,
        PROBABLE,
    ),
    Formule(
        "presents",
        rf"\bpresents?{_NOTE},? (?:sont |etaient )?au nombre de <entier>",
        "étaient présents au nombre de quatorze",
        14,
    ),
    Formule(
        "presents",
        r"<entier> (?:de (?:ses|leurs) )?(?:conseillers|membres|elus|delegues)(?: (?:municipaux|communautaires"
        r"|syndicaux"
        r"|titulaires))? (?:etaient|sont|etant) presents(?! ou)",
        "Quatorze délégués étaient présents",
        14,
    ),
    Formule(
        "presents", r"\bpresence de <entier> (?:conseillers|membres|elus|delegues)", "la présence de 12 membres", 12
    ),
    Formule(
        "pouvoirs",
        rf"<entier>(?: (?:conseillers?|membres?|delegues?|elus?|absents?|autres|d'entre eux))?(?: (?:municipaux"
        rf"|communautaires|excuses))?"
        rf",? {_ONT_DONNE}{_MANDAT}",
        "Trois délégués ont donné pouvoir écrit",
        3,
    ),
    Formule(
        "pouvoirs",
        rf"<entier> (?:(?:votes? |voix )?par {_MANDAT}|{_MANDAT} (?:ecrite?s?|donnee?s|regulieres?))",
        "27 votants dont 3 par procuration",
        3,
    ),
    Formule(
        "pouvoirs",
        rf"nombre de {_MANDAT}{_NOTE}{_SOIT}{_EGAL}<entier>",
        "Le nombre de procurations est donc de 3",
        3,
    ),
    Formule(
        "votants",
        rf"nombre de votants?{_NOTE}{_SOIT}{_EGAL}<entier>",
        "Le nombre de votants est donc de dix-sept",
        17,
    ),
    Formule("votants", rf"\bvotants?{_NOTE}{_EGAL}<entier>", "Votants (présents et représentés) : 17", 17),
    Formule(
        "votants",
        r"<entier> (?:(?:conseillers|membres|elus|delegues) )?(?:ont|ayant) (?:pris part|participe) au (?:vote"
        r"|scrutin)",
        "17 membres ont pris part au vote",
        17,
    ),
    Formule(
        "suffrages_exprimes",
        rf"suffrages (?:valablement )?exprimes?{_NOTE}{_SOIT}{_EGAL}<entier>",
        "Nombre de suffrages exprimés (b - c) : 17",
        17,
    ),
    Formule(
        "suffrages_exprimes", r"<entier> suffrages (?:valablement )?exprimes\b(?! ?[:=])", "26 suffrages exprimés", 26
    ),
)
"""The numbers of the heading."""
