"""Why: an act quotes the votes of a commission, of a bureau, of another day; those are not the vote of the act."""

import re

from .formules_votes import AUTRE_APRES, AUTRE_VOTE
from .recherche import Trouvaille
from .zones import Lecture

_AVANT = 600
"""How far before a vote its sentence is sought."""

_COURTE = 50
"""Up to how many signs a line is a title or a rubric, that the next does not continue."""

_COUPE = re.compile(
    r"(?<!\bm)(?<!\bmm)(?<!\bmr)(?<!\bmme)(?<!\bart)(?<!\b[a-z])\.\s|;\s|\n\s{0,20}\n"
    r"|\n\s{0,20}(?=(?:vu\b|considerant|le conseil|article|il est|mise? aux voix|apres (?:en|avoir|delib)"
    r"|votes?\s?:|resultat|la (?:presente )?deliberation)|[\-•*] )"
)
_ALINEA = re.compile(r",[ ]{0,3}\n\s{0,20}(?=[A-ZÀ-Þ])")
"""A line that opens with a capital after a comma is a new paragraph."""

_INACHEVEE = re.compile(r"(?:[:,]|\b(?:n°|d[eu]s?|l[ae]s?|a|au|par|et))$")
"""How a line ends that the next continues."""

_SEANCE_PASSEE = re.compile(r"(?:proces[- ]verba|rendus? [a-z ]{0,40})\Z")
"""The minutes of the last session are put to the vote as any other affair."""

_BUREAU = re.compile(r"\bbureau\b")
_TETE = 2500
"""Within how many signs an act says that it is a bureau's."""


def autre_vote(lecture: Lecture, trouvaille: Trouvaille) -> bool:
    """Whether the sentence speaks of a commission, or of something else than the act."""
    before = _phrase(lecture, trouvaille.debut)
    after = AUTRE_APRES.match(lecture.plat, trouvaille.fin)
    if after and not ("delibere" in before and _SEANCE_PASSEE.search(after[0])):
        return True
    if "delibere" in before:
        return False
    bureau = _BUREAU.search(before) and not _BUREAU.search(lecture.plat, 0, min(_TETE, trouvaille.debut - len(before)))
    return bool(bureau or AUTRE_VOTE.search(before))


def _phrase(lecture: Lecture, fin: int) -> str:
    """The words of the sentence before this place."""
    first = max(0, fin - _AVANT)
    before = lecture.plat[first:fin]
    opened = before.rfind("(")
    stop = opened if opened > before.rfind(")") else len(before)
    cuts = (*_COUPE.finditer(before, 0, stop), *_ALINEA.finditer(lecture.texte[first : fin + 1], 0, stop + 1))
    start = max((cut.end() for cut in cuts), default=0)
    return before[_apres_titre(lecture.texte[first:fin], before, start, stop) :].lstrip()


def _apres_titre(texte: str, avant: str, debut: int, fin: int) -> int:
    """Past the short lines that say something of their own."""
    line = debut
    while (end := avant.find("\n", line, fin)) >= 0:
        words = avant[avant.rfind("\n", 0, line) + 1 : end].strip()
        if len(words) < _COURTE and not _INACHEVEE.search(words) and not texte[end:].lstrip()[:1].islower():
            debut = end + 1
        line = end + 1
    return debut
