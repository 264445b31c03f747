"""Why: the wordings of a vote, and the words that tell it is that of others; a new one is one line."""

import re

from .formules import Formule

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
    Formule("contre", rf"<entier> {_VOIX}\"?contre\b\"?(?! ?[:=]| \d)", "61 voix pour, 1 contre", 1),
    Formule("contre", r"(?:voix|votes?|ont vote) \"?contre\"?\s{1,4}<entier>", "voix contre 3", 3),
    Formule("contre", r"\bcontre\s{1,8}<entier>(?=\s{1,4}abst|\s{0,4}(?:\n|$))", "Pour 17 Contre 0 Abstention 0", 0),
    Formule("abstention", r"\babstentions?\s?[:=]\s?<entier>", "Abstention : 2", 2),
    Formule("abstention", r"abstenus\s?[:=]\s?<entier>", "SE SONT ABSTENUS : 6", 6),
    Formule("abstention", r"<entier> abstentions?\b(?! ?[:=] ?\d| \d)", "à l'unanimité et deux abstentions", 2),
    Formule("abstention", r"abstentions?\s{1,8}<entier>(?=\s{0,4}(?:\n|$|[.,;)]))", "Pour 17 Contre 0 Abstention 0", 0),
)
"""What the assembly voted."""

UNANIMITE = (
    Formule("unanimite", r"\ba l'? ?unanimit ?e\b(?! moins)", "à l'unanimité des membres présents", attendu=True),
    Formule(
        "unanimite",
        r"\bvote\w*\s?:?\s?unanimite|unanimite\s?: ?(?:oui|x)\b|\bunanimement\b",
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

AUTRE_VOTE = re.compile(
    r"commission(?! permanente)|comite (?:social|technique)|\bcst\b|\bct\b|avis (?:favorable|defavorable|du|de)"
    r"|proces[- ]verba|compte[- ]rendu|\bpv\b|secretaire|scrutin secret|huis clos|majorite des suffrages,? a ete"
)
"""In the same sentence, the vote is that of others, or is not on the act."""
