"""Why: the wordings of a vote, and the words that tell it is that of others; a new one is one line."""

import re

from .formules import PROBABLE, Formule

_VOIX = r"(?:voix |votes? |bulletins? |suffrages? )?"

VOTES = (
    Formule(
        "pour",
        r"(?:ont vote |votes? |voix |vote\s?: )?\bpour\s?[:=]\s?(?:adoption\s?[:=]\s?)?<entier>",
        "Votes : pour : 21 ; contre : 0",
        21,
    ),
    Formule(
        "pour", r"<entier> (?:voix|votes|suffrages) (?:\")?(?:\" )?pour\b", "par 61 voix pour et 1 voix contre", 61
    ),
    Formule("pour", r"(?:voix|votes?|ont vote) \"?pour\"?\s{1,4}<entier>", "ont voté pour 14", 14),
    Formule("pour", r"<entier> \"?pour\"?(?=\s?(?:[,;.)(\-/]|et |\d|$|\n))", "6 pour, 1 abstention", 6),
    Formule(
        "pour",
        r"(?:^|\n|\. |vote ?:? )pour\s{1,8}<entier>(?=\s{1,4}(?:voix )?(?:contre|abst))",
        "Résultats du vote : Pour 17 Contre 0 Abstention 0",
        17,
    ),
    Formule("pour", r"\bpour {1,6}<entier> voix", "Pour 28 voix", 28),
    Formule("contre", r"\bcontre {1,6}<entier> voix", "Contre 2 voix", 2),
    Formule("contre", r"\bcontre\s?[:=]\s?<entier>", "Pour : 35 Contre : 0", 0),
    Formule(
        "contre",
        rf"<entier> {_VOIX}(?:\" ?)?contre\b\"?(?! ?[:=] ?(?:\d|/|o\b|zero|neant)| \d)",
        "61 voix pour, 1 contre",
        1,
    ),
    Formule("contre", r"(?:voix|votes?|ont vote) \"?contre\"?\s{1,4}<entier>", "voix contre 3", 3),
    Formule("contre", r"\bcontre\s{1,8}<entier>(?=\s{1,4}abst|\s{0,4}(?:\n|$))", "Pour 17 Contre 0 Abstention 0", 0),
    Formule("abstention", r"\babstentions?\s?[:=]\s?<entier>", "Abstention : 2", 2),
    Formule("abstention", r"abstenus\s?[:=]\s?<entier>", "SE SONT ABSTENUS : 6", 6),
    Formule(
        "abstention",
        r"<entier> (?:\" ?)?abstentions?\b(?! ?[:=] ?(?:\d|/|o\b|zero|neant)| \d)",
        "à l'unanimité et deux abstentions",
        2,
    ),
    Formule("abstention", r"abstentions?\s{1,8}<entier>(?=\s{0,4}(?:\n|$|[.,;)]))", "Pour 17 Contre 0 Abstention 0", 0),
    Formule(
        "pour",
        r"(?:votes? |voix |avis )?favorables?\s?[:=]\s?<entier>",
        "Votes favorables : 12",
        12,
    ),
    Formule("contre", r"defavorables?\s?[:=]\s?<entier>", "Votes défavorables : 3", 3),
    Formule("pour", r"<entier> (?:voix|votes?) favorables?\b", "par 12 voix favorables", 12),
    Formule("contre", r"<entier> (?:voix|votes?) defavorables?\b", "3 votes défavorables", 3),
    Formule("abstention", r"<entier> abst(?:\.|en\.)", "20 pour, 2 abst.", 2),
    Formule("abstention", r"\babst\.\s?:?\s?<entier>", "Pour : 20 Abst. : 2", 2),
    Formule(
        "abstention",
        r"<entier> (?:conseillers?|membres?|delegues?|elus?)(?: (?:municipaux|communautaires))? "
        r"(?:s'est|se sont|s'etant|s'abst\w{2,5}|declarent s'abst\w{2,5})(?: abstenus?)?",
        "deux conseillers se sont abstenus",
        2,
    ),
    Formule(
        "pour",
        r"<entier> (?:conseillers?|membres?|delegues?|elus?)?(?: (?:municipaux|communautaires))? ?(?:ayant vote"
        r"|ont vote|votent) pour\b",
        "12 conseillers ont voté pour",
        12,
    ),
    Formule(
        "contre",
        r"<entier> (?:conseillers?|membres?|delegues?|elus?)?(?: (?:municipaux|communautaires))? ?(?:ayant vote"
        r"|ont vote|votent|a vote|vote) contre\b",
        "2 conseillers ont voté contre",
        2,
    ),
    Formule("abstention", r"\b(?:aucune|pas d'|sans) ?abstention\b", "à l'unanimité, sans abstention", 0, PROBABLE),
    Formule("contre", r"\b(?:aucune?|pas de|sans) (?:voix |vote )?contre\b", "aucune voix contre", 0, PROBABLE),
)
"""What the assembly voted."""

UNANIMITE = (
    Formule("unanimite", r"\ba l'? ?unanimit ?e\b(?! moins)", "à l'unanimité des membres présents", attendu=True),
    Formule(
        "unanimite",
        r"\b(?:vote\w*|resultats?(?: du vote)?|decision|adopte\w*)(?: de l'assemblee| du conseil(?: \w+)?)?"
        r"\s?:?\s?unanimite"
        r"|(?:^|\n) *unanimite *(?=\n|$)|unanimite\s?: ?(?:oui|x)\b|\bunanimement\b",
        "Vote : unanimité",
        attendu=True,
    ),
    Formule(
        "unanimite",
        r"\ba la majorite(?! (?:absolue des|des suffrages,? a ete))",
        "à la majorité des suffrages exprimés",
        attendu=False,
    ),
)

_REFUS = (
    r"(?:ajourn(?:er|e)\b|reporter\b|reporte\b|renvoyer\b|renvoie\b|surseoir|rejet(?:ter|te)\b|refuser\b|refuse\b"
    r"|n'approuve pas|n'adopte pas|ne pas (?:approuver|adopter|donner|autoriser))"
)
"""What an assembly does when it does not adopt what is put to it."""

CONTRAIRE = re.compile(
    rf"(?: des (?:membres|suffrages|voix)[ \w]{{0,40}})?[\s,:]{{0,4}}"
    rf"(?:(?:decide|vote|choisit|se prononce)[\s,:]{{1,4}})?(?:de |d'|pour |- ){{0,2}}{_REFUS}"
)
"""After « à l'unanimité »: it is unanimous, and what was put to the vote is not adopted."""

CONTRAIRE_AVANT = re.compile(rf"(?:{_REFUS}|\b(?:rejetee?|refusee?|ajournee?|reportee?|renvoyee?)\b)[^.;\n]{{0,60}}\Z")

MOTS_DU_VOTE = re.compile(
    r"\b(?:\d{1,3}|[a-z-]{2,14}) (?:voix|votes|pour\b|contre\b|abstentions?\b)|\bvoix (?:pour|contre)\b"
    r"|\b(?:pour|contre|abstentions?)\s?[:=]\s?(?=[\d/a-z])|\babstentions?\b|\babstenue?s?\b|prepondera|\bunanim"
    r"|\ba la majorite\b|bulletins? (?:blancs?|nuls?|secrets?)|scrutin secret|\bsuffrages exprimes"
    rf"|\brejet(?:te|ent)\b|{_REFUS}"
)
"""Where the vote is told, to be quoted to the clerk."""

SANS_CHIFFRES = re.compile(
    r"prepondera|bulletins? (?:blancs?|nuls?|secrets?)|scrutin secret|unanimite moins|part au vote"
    r"|\best (?:proclamee? )?elue?\b|\bobt(?:ient|enu) (?:\d|[a-z-]{2,14}) voix|\brejet(?:te|ent)\b|\brefuse\b"
    rf"|unanimite[^.;\n]{{0,30}}\b{_REFUS}"
)
"""What a vote says that its three figures do not."""

AUTRE_VOTE = re.compile(
    r"commission(?! permanente)|comite (?:social|technique|de pilotage)|\bcst\b|\bct\b|avis (?:favorable"
    r"|defavorable|du|de)"
    r"|proces[- ]verba|compte[- ]rendu|\bpv\b|secretaire|secretariat de|scrutin secret|huis clos"
    r"|majorite des suffrages,? a ete"
    r"|\bjury\b|assemblee generale|college (?:employeur|agent|(?:de|du|des) (?:represent|employ|agent|personnel))"
    r"|conseil d'(?:ecole|exploitation)|conseil de la vie sociale|conseil de developpement"
    r"|\b(?:par|que|cette|notre) (?:la |sa |une )?(?:precedente )?deliberation (?:n ?°|du \d|en date)"
    r"|^vu\b|^attendu\b|\brappelle qu|\bavai(?:t|ent) (?:\w+ )?(?:vote|adopte|approuve|decide|emis)|\ben (?:19"
    r"|20)\d\d\b"
)
"""In the same sentence, the vote is that of others, or is not on the act."""

AUTRE_APRES = re.compile(
    r"(?:[ ,;]{1,2}(?:et )?(?:\d{1,3}|[a-z]{2,9}) (?:voix |votes? )?(?:pour|contre|abstentions?)){0,2}[ ,]{1,2}"
    r"(?:au sein d|en (?:bureau|commission)\b(?! permanente)|lors d(?:e la|u) (?:reunion|commission|bureau))|"
    r"[^.;:\n]{0,40}\b(?:proces[- ]verba|comptes?[- ]rendus? de (?:la |sa )?(?:derniere |precedente )?(?:seance"
    r"|reunion)"
    r"|secretaire de seance|huis clos|l'ordre du jour)"
)
"""So it is when these words come just after."""
