"""Why: what is not known of a vote is asked with the words of the act; what is notified is not to be published."""

import re
from collections.abc import Iterator
from itertools import islice

from ..faits import INDIVIDUEL, NPPV, VOTE, Fait, Surete
from .contexte import autre_vote
from .formules_votes import MOTS_DU_VOTE, SANS_CHIFFRES
from .recherche import Trouvaille
from .zones import Lecture

_SANS_VOTE = frozenset({"proces_verbal", "liste_deliberations", "convention", "annexe", "arrete", "decision"})
_NOTIFIE = re.compile(
    r"\bnotifi(?:ee?|cation)(?: (?:faite|du present arrete|de l'arrete))? (?:a|au|aux) (?:l'|la |les )?"
    r"(?:interesse|agent|beneficiaire|petitionnaire|demandeu)[\w()]{0,9},? {0,3}(?:le\s?:?|en date du)\s{0,3}\d"
)
_LIGNES = 240
"""Over how many signs the words of one vote spread."""

_LONG = 200
"""How many of them are told."""

_ASSEZ = 60


def lire_indices(lecture: Lecture, type_document: str | None) -> Iterator[Fait]:
    """The words of the vote, and those that tell that the act was notified."""
    if type_document not in _SANS_VOTE and (said := _vote(lecture)):
        yield said
    if notified := _NOTIFIE.search(lecture.plat):
        yield Fait(INDIVIDUEL, True, lecture.document.preuve(notified.start(), notified.end()))  # noqa: FBT003 (its value)


def _vote(lecture: Lecture) -> Fait | None:
    """The lines where the vote is told: those that say it without a figure first."""
    hits = [m for m in islice(MOTS_DU_VOTE.finditer(lecture.plat), _ASSEZ) if not _d_autrui(lecture, m)]
    if not hits:
        return None
    strong = (m for m in hits if SANS_CHIFFRES.search(lecture.plat, *_lignes(lecture, m.start(), m.end())))
    told = next(strong, hits[0])
    near = [m for m in hits if abs(m.start() - told.start()) < _LIGNES // 2]
    start, stop = _lignes(lecture, near[0].start(), max(m.end() for m in near))
    proof = lecture.document.preuve(start, min(stop, start + _LONG))
    words = lecture.plat[start:stop]
    sort = NPPV if re.search(r"part au vote", words) else "dit" if SANS_CHIFFRES.search(words) else ""
    return Fait(VOTE, sort, proof)


def _d_autrui(lecture: Lecture, mots: re.Match[str]) -> bool:
    """Whether these words are those of another vote."""
    return autre_vote(lecture, Trouvaille(VOTE, "", mots.start(), mots.end(), Surete.SURE))


def _lignes(lecture: Lecture, debut: int, fin: int) -> tuple[int, int]:
    """The whole lines that hold this stretch."""
    stop = lecture.plat.find("\n", fin)
    return lecture.plat.rfind("\n", 0, debut) + 1, len(lecture.plat) if stop < 0 else stop
