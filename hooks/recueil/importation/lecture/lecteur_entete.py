"""Why: days make an act enforceable and open the time to contest it; each must be the day of what it is said to be."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from ..faits import Fait, Surete
from .colonnes import jours_en_colonnes
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
_VISA = re.compile(
    r"(?:\A|\n) *(?:vu|considerant|attendu|que|par (?:la |une |sa )?(?:deliberation|decision|arrete))\b"
    r"(?:(?!\n\n|[;.] *\n).)*\Z",
    re.DOTALL,
)
"""A day of another act, that this one cites."""

_CORPS = re.compile(r"^ *(?:vu (?:le|la|les|l')|considerant)|\bapres (?:en )?avoir delibere", re.MULTILINE)
_AUTRE_SEANCE = re.compile(
    r"(?:convocation(?: [a-z]{5,20})? d[ue](?: la)?|au sein d[eu]s?|avis d[eu]|lors d[eu]"
    r"|(?<!examinees )(?<!adoptees )(?<!prises )(?<!votees )(?:par|devant) l[ea]"
    r"|(?:vers|adoption|approbation|approuve\w*"
    r"|adopte\w*) [^.;\n]{0,40}|commission (?!permanente)[^.;\n]{0,60})\s*(?:l[ae]s? |l')?\Z"
)
"""What is just before tells that it is the meeting of another body, or one of another day."""

_AUTRES_LISTES = {"liste_deliberations": "convo|ordre du jour|proces", "proces_verbal": "convo|ordre du jour|liste"}


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
    if column := jours_en_colonnes(lecture).get("seance"):
        return column
    found = [t for f in SEANCE for t in _siennes(f, lecture, end)]
    found = found or [t for f in SEANCE[-3:] for t in _siennes(f, lecture, len(lecture.plat))]
    if not found:
        return None
    often = Counter(t.valeur for t in found)
    first = min(found, key=lambda t: (-often[t.valeur], t.debut))
    same = len(often) == 1
    return first if same else Trouvaille(first.cle, first.valeur, first.debut, first.fin, Surete.PROBABLE)


def _siennes(formule: Formule, lecture: Lecture, fin: int) -> list[Trouvaille]:
    """The first session of this wording that is not that of another body."""
    hits = chercher(formule, lecture, 0, fin)
    own = (
        t
        for t in hits
        if lecture.plat[t.debut] == "\n" or not _AUTRE_SEANCE.search(lecture.plat[max(0, t.debut - 120) : t.debut])
    )
    return [t for t, _ in zip(own, range(1), strict=False)]


def _convocation(lecture: Lecture, session: Trouvaille | None) -> Trouvaille | None:
    """The convocation, which never follows its session."""
    column = jours_en_colonnes(lecture)
    if "convocation" in column:
        return column["convocation"]
    hits = (t for f in CONVOCATION for t in chercher(f, lecture) if not _en_colonne(t, column))
    return next((t for t in hits if not session or _jour(t) <= _jour(session)), None)


def _en_colonne(trouvaille: Trouvaille, colonne: dict[str, Trouvaille]) -> bool:
    """Whether it takes the first of a run of days for that of the last of a run of labels."""
    return any(day.debut < trouvaille.fin <= day.fin for day in colonne.values())


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
    column = jours_en_colonnes(lecture)
    for cle, formules in groupby(PUBLICITE, key=lambda f: f.cle):
        first = column.get(cle)
        if first is None or (session and _jour(first) < _jour(session)):
            first = _premiere_publicite(lecture, tuple(formules), session, genre)
        if first:
            yield first.fait(lecture)


def _premiere_publicite(
    lecture: Lecture, formules: tuple[Formule, ...], session: Trouvaille | None, genre: str | None
) -> Trouvaille | None:
    """The first that is of the act: not of its convocation, and not before its session."""
    column = jours_en_colonnes(lecture)
    for found in (t for f in formules for t in chercher(f, lecture) if not _en_colonne(t, column)):
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
    if genre in _AUTRES_LISTES:
        return bool(re.search(_AUTRES_LISTES[genre], before))
    return bool(_AUTRE_AFFICHAGE.search(before))


def _a_venir(lecture: Lecture, trouvaille: Trouvaille) -> bool:
    """« sera affiché le … »: what is to be done is not done."""
    return bool(_FUTUR.search(lecture.plat, max(0, trouvaille.debut - 30), trouvaille.debut))
