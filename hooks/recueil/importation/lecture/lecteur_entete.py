"""Why: days make an act enforceable and open the time to contest it; each must be the day of what it is said to be."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from ..faits import Fait, Surete
from .formules import Formule
from .formules_dates import JOUR_DE_SEANCE, PUBLICITE, SIGNATURE
from .formules_seance import CONVOCATION, SEANCE
from .recherche import Trouvaille, chercher
from .zones import Lecture

_SANS_SEANCE = frozenset({"arrete", "decision", "convention", "annexe"})
_SANS_DATE = frozenset({"annexe", "liste_deliberations", "proces_verbal"})
_JOUR_DE_SEANCE = re.compile(JOUR_DE_SEANCE)
_AUTRE_AFFICHAGE = re.compile(r"convo|ordre du jour|liste|compte[ -]rendu|proces|avis|panneau|arrete prefect")
_FUTUR = re.compile(r"\b(?:sera|seront|devra|devront|doit|etre)\b[^.;:]{0,25}$")
_COPIE = re.compile(r"(?:copie|extrait|ampliation)(?: certifiee?)? conforme(?:(?!\bfait\b)[^.;])*\Z")
_VISA = re.compile(r"(?:\A|\n) *(?:vu|considerant|attendu|que)\b(?:(?!\n\n|[;.] *\n).)*\Z", re.DOTALL)
"""A day of another act, that this one cites."""

_CORPS = re.compile(r"^ *(?:vu (?:le|la|les|l')|considerant)", re.MULTILINE)


def lire_entete(lecture: Lecture, type_document: str | None) -> Iterator[Fait]:
    """The session, its convocation, the signature and the publicity that the text itself tells."""
    session = None
    if type_document not in _SANS_SEANCE:
        session = _seance(lecture)
        call = _convocation(lecture, session)
        yield from (t.fait(lecture) for t in (session, call) if t)
    if type_document not in _SANS_DATE:
        signed = _date_acte(lecture, session)
        yield from (t.fait(lecture) for t in (signed,) if t)
    if type_document not in {"convention", "annexe"}:
        yield from _publicite(lecture, session, type_document)


def _seance(lecture: Lecture) -> Trouvaille | None:
    """The session: the day that most wordings of the heading give, or the first; else that of the whole act."""
    body = _CORPS.search(lecture.plat)
    end = body.start() if body else len(lecture.plat)
    found = [t for f in SEANCE for t in list(chercher(f, lecture, 0, end))[:1]]
    found = found or [t for f in SEANCE[-3:] for t in list(chercher(f, lecture))[:1]]
    if not found:
        return None
    often = Counter(t.valeur for t in found)
    first = min(found, key=lambda t: (-often[t.valeur], t.debut))
    same = len(often) == 1
    return first if same else Trouvaille(first.cle, first.valeur, first.debut, first.fin, Surete.PROBABLE)


def _convocation(lecture: Lecture, session: Trouvaille | None) -> Trouvaille | None:
    """The convocation, which never follows its session."""
    hits = (t for f in CONVOCATION for t in chercher(f, lecture))
    return next((t for t in hits if not session or _jour(t) <= _jour(session)), None)


def _jour(trouvaille: Trouvaille) -> date:
    """The value of a wording of a day."""
    if not isinstance(trouvaille.valeur, date):
        raise TypeError(trouvaille.cle)
    return trouvaille.valeur


def _date_acte(lecture: Lecture, session: Trouvaille | None) -> Trouvaille | None:
    """The day of signature: the last « Fait à …, le … », or the session's when the text says so."""
    said = _JOUR_DE_SEANCE.search(lecture.plat)
    if said and session:
        return Trouvaille("date_acte", session.valeur, said.start(), said.end(), Surete.PROBABLE)
    hits = ([t for t in chercher(f, lecture) if not _copie(lecture, t)] for f in SIGNATURE)
    return next((found[-1] for found in hits if found), None)


def _copie(lecture: Lecture, trouvaille: Trouvaille) -> bool:
    """« Pour copie conforme : en mairie, le … »: the day of the copy is not that of the act."""
    before = lecture.plat[max(0, trouvaille.debut - 60) : trouvaille.fin]
    return bool(_COPIE.search(before))


def _publicite(lecture: Lecture, session: Trouvaille | None, genre: str | None) -> Iterator[Fait]:
    """Posting, publication, sending and receipt of the act, each by its best wording."""
    for _, formules in groupby(PUBLICITE, key=lambda f: f.cle):
        first = _premiere_publicite(lecture, tuple(formules), session, genre)
        if first:
            yield first.fait(lecture)


def _premiere_publicite(
    lecture: Lecture, formules: tuple[Formule, ...], session: Trouvaille | None, genre: str | None
) -> Trouvaille | None:
    """The first that is of the act: not of its convocation, and not before its session."""
    for found in (t for f in formules for t in chercher(f, lecture)):
        late = not session or _jour(found) >= _jour(session)
        if late and not _a_venir(lecture, found) and not _cite(lecture, found):
            if found.cle in {"affiche", "publie"} and _d_autre_chose(lecture, found, genre):
                continue
            return found
    return None


def _cite(lecture: Lecture, trouvaille: Trouvaille) -> bool:
    """Whether a visa says it, of another act or of a notice."""
    return bool(_VISA.search(lecture.plat[max(0, trouvaille.debut - 400) : trouvaille.debut]))


def _d_autre_chose(lecture: Lecture, trouvaille: Trouvaille, genre: str | None) -> bool:
    """Whether the same phrase speaks of the convocation or of the list, with no day between."""
    line = lecture.plat.rfind("\n", 0, trouvaille.debut) + 1
    before = re.split(r"\d{4}|\d\d[/.-]\d\d", lecture.plat[line : trouvaille.debut])[-1]
    if genre in {"liste_deliberations", "proces_verbal"}:
        return bool(re.search("convo|ordre du jour", before))
    return bool(_AUTRE_AFFICHAGE.search(before))


def _a_venir(lecture: Lecture, trouvaille: Trouvaille) -> bool:
    """« sera affiché le … »: what is to be done is not done."""
    return bool(_FUTUR.search(lecture.plat, max(0, trouvaille.debut - 30), trouvaille.debut))
