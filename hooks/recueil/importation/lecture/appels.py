"""Why: some acts tell who was there line by line, in a roll call or in a table of proxies, without any rubric."""

import re

from .listes import Listes
from .noms import lire_nom, noms_de
from .zones import Lecture

_MANDATS = re.compile(r"^[^\n]{0,60}\bmandat(?:aire|e)s?\b[^\n]{0,20}$", re.MULTILINE)
_APPEL = re.compile(
    r"^ {0,20}(?P<nom>[^\n:]{3,60}?) ?: ?(?P<etat>present|absent|excuse)e?\b(?P<suite>[^\n]{0,80})$", re.MULTILINE
)
_ETATS = {"present": "liste_presents", "absent": "liste_absents", "excuse": "liste_excuses"}
_POUVOIR = re.compile(r"pouvoir|procuration|mandat|represente")
_APPELES = 3
"""From how many lines on it is a roll call."""


def lire_appel(lecture: Lecture, listes: Listes) -> None:
    """« Prénom NOM : présent », line after line."""
    calls = list(_APPEL.finditer(lecture.plat))
    if len(calls) < _APPELES:
        return
    for call in calls:
        nom = lire_nom(lecture.texte, lecture.plat, call.start("nom"))
        if not nom:
            continue
        listes.ajoute(_ETATS[call["etat"]], nom)
        others = noms_de(lecture.texte, call.start("suite"), call.end("suite"))
        if others and _POUVOIR.search(call["suite"]):
            listes.pouvoir(nom, others[0])


def lire_mandats(lecture: Lecture, listes: Listes) -> None:
    """Under a heading « MANDANTS MANDATAIRES », two names a line."""
    for heading in _MANDATS.finditer(lecture.plat):
        for line in (li for li in lecture.lignes if li.debut > heading.end()):
            names = noms_de(lecture.texte, line.debut, line.debut + len(line.texte))
            if len(names) != 2 or len(line.plat) > 90:
                break
            listes.pouvoir(names[0], names[1])
