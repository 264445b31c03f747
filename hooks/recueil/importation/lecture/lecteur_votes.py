"""Why: numbers carry the legal force of a vote; only those that the text states of this vote are taken."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, islice

from ..faits import Fait, Surete
from .colonnes import compte_a_gauche, comptes_sous_titres
from .contexte import autre_vote
from .formules import Formule
from .formules_comptes import COMPTES
from .formules_votes import CONTRAIRE, CONTRAIRE_AVANT, UNANIMITE, VOTES
from .recherche import Trouvaille, chercher
from .tableaux import SUFFRAGES, lire_tableaux
from .zones import Lecture

_SANS_VOTE = frozenset({"proces_verbal", "liste_deliberations", "convention", "annexe", "arrete", "decision"})
"""Minutes hold many votes, none of which is theirs; the others hold none."""

_SANS_COMPTE = _SANS_VOTE - {"proces_verbal", "liste_deliberations"}

_ASSEZ = 200
"""How many places of one wording are looked at: time stays bounded, and no act has so many votes."""

_JAMAIS_NUL = frozenset({"membres_en_exercice", "presents", "votants", "suffrages_exprimes"})
"""No act is voted by nobody: a zero there is that of another label."""

_DELIBERE = re.compile(r"apres (?:en )?(?:avoir )?(?:delibere|deliberation|debat|discussion|vote)")

_COCHE = r"(?:[☒☑✓✔✗✘■]|\[ ?x ?\]|\( ?x ?\))"
_VIDE = r"(?:[☐□]|\[ ?\]|\( ?\))"
_CASES = re.compile(rf"(?P<coche>{_COCHE})|(?P<vide>{_VIDE})|(?P<oui>a l'unanimite)|(?P<non>a la majorite)")
"""Boxes beside the two ways to adopt an act."""

_FORMULAIRE = re.compile(
    r"a l'unanimite\s?:?\s{1,20}(?:adoptee? |approuvee? |vote )?a la majorite\b|a l'unanimite ?/ ?(?:a la )?majorite"
)
"""A form that prints both lines, of which a hand ticks one."""


def lire_votes(lecture: Lecture, type_document: str | None) -> Iterator[Fait]:
    """The counts of the heading, then the vote."""
    if type_document in _SANS_COMPTE:
        return
    keep_votes = type_document not in _SANS_VOTE
    tables = [t for t in lire_tableaux(lecture) if (t.cle not in SUFFRAGES or keep_votes) and _possible(t)]
    counts = [*(t for t in tables if t.cle not in SUFFRAGES), *_comptes(lecture, tables)]
    yield from (t.fait(lecture) for t in _vraisemblables(counts))
    if keep_votes:
        votes = list(_votes(lecture, tables))
        yield from (t.fait(lecture) for t in votes)
        yield from (t.fait(lecture) for t in _unanimite(lecture, votes))


def _vraisemblables(comptes: list[Trouvaille]) -> Iterator[Trouvaille]:
    """The counts; only possible when they cannot be: one alone present, more proxies than members or than votes."""
    numbers = {t.cle: t.valeur for t in comptes if isinstance(t.valeur, int)}
    given = numbers.get("pouvoirs", 0)
    doubtful = {
        "presents": numbers.get("presents", 2) < 2,
        "votants": numbers.get("votants", given + 1) <= given,
        "pouvoirs": given >= numbers.get("membres_en_exercice", given + 1),
    }
    yield from (replace(t, surete=Surete.POSSIBLE) if doubtful.get(t.cle) else t for t in comptes)


def _comptes(lecture: Lecture, tables: list[Trouvaille]) -> Iterator[Trouvaille]:
    """Each count by its best wording, but for what a table says."""
    known = {t.cle for t in tables}
    under = {t.cle: t for t in comptes_sous_titres(lecture) if _possible(t)}
    for cle, formules in groupby(sorted(COMPTES, key=lambda f: f.cle), key=lambda f: f.cle):
        if cle in known:
            continue
        kind = tuple(formules)
        first = _premiere(kind, lecture, tables) or under.get(cle) or _a_gauche(kind, lecture)
        if first:
            yield first


def _a_gauche(formules: tuple[Formule, ...], lecture: Lecture) -> Trouvaille | None:
    """The first value that the left column says."""
    hits = islice(compte_a_gauche(formules, lecture), _ASSEZ)
    return next((t for t in hits if _possible(t) and not autre_vote(lecture, t)), None)


def _votes(lecture: Lecture, tables: list[Trouvaille]) -> Iterator[Trouvaille]:
    """The vote of the assembly, as its tables say it, or its best wordings."""
    for cle, formules in groupby(sorted(VOTES, key=lambda f: f.cle), key=lambda f: f.cle):
        found = [t for t in tables if t.cle == cle]
        if not found:
            hits = (t for f in formules for t in islice(chercher(f, lecture), _ASSEZ))
            found = [t for t in hits if not autre_vote(lecture, t)]
        if found:
            yield _accord(lecture, found)


def _accord(lecture: Lecture, trouvailles: list[Trouvaille]) -> Trouvaille:
    """The first value; only possible when others contradict it, unless the last words that decide settle it."""
    first = min(trouvailles, key=lambda t: t.debut)
    if len({t.valeur for t in trouvailles}) == 1:
        return first
    decided = max((m.end() for m in _DELIBERE.finditer(lecture.plat)), default=len(lecture.plat))
    after = [t for t in trouvailles if t.fin > decided]
    if len({t.valeur for t in after}) == 1:
        return replace(min(after, key=lambda t: t.debut), surete=Surete.PROBABLE)
    return replace(first, surete=Surete.POSSIBLE)


def _premiere(formules: tuple[Formule, ...], lecture: Lecture, tables: list[Trouvaille]) -> Trouvaille | None:
    """The first value outside the tables and the votes of others."""
    hits = (t for f in formules for t in islice(chercher(f, lecture), _ASSEZ))
    return next((t for t in hits if _possible(t) and not _dans(t, tables) and not autre_vote(lecture, t)), None)


def _possible(trouvaille: Trouvaille) -> bool:
    """Whether this count may be: somebody was there, somebody voted."""
    return bool(trouvaille.valeur) or trouvaille.cle not in _JAMAIS_NUL


def _dans(trouvaille: Trouvaille, tables: list[Trouvaille]) -> bool:
    """Whether it stands in a table, where a label is followed by the value of another."""
    return any(t.debut <= trouvaille.debut < t.fin or t.debut < trouvaille.fin <= t.fin for t in tables)


def _unanimite(lecture: Lecture, votes: list[Trouvaille]) -> Iterator[Trouvaille]:
    """Yes or no when the text says it and its figures agree."""
    against = next((t for t in votes if t.cle == "contre" and t.surete > Surete.POSSIBLE and t.valeur), None)
    boxes = _cases(lecture)
    if boxes and not (against and boxes.valeur):
        yield boxes
        return
    said = (
        []
        if boxes or _FORMULAIRE.search(lecture.plat)
        else [t for f in UNANIMITE for t in islice(chercher(f, lecture), _ASSEZ) if not autre_vote(lecture, t)]
    )
    values = {t.valeur for t in said}
    if against and True not in values:
        yield replace(against, cle="unanimite", valeur=False, surete=Surete.SURE)
    elif len(values) == 1 and not against:
        first = min(said, key=lambda t: t.debut)
        yield replace(first, surete=Surete.POSSIBLE) if _refuse(lecture, first) else first


def _refuse(lecture: Lecture, unanime: Trouvaille) -> bool:
    """« à l'unanimité, décide d'ajourner »: what is unanimous is not what was put to the vote."""
    line = max(lecture.plat.rfind(sign, 0, unanime.debut) for sign in ("\n", ". ", ";"))
    before = CONTRAIRE_AVANT.search(lecture.plat[max(line + 1, unanime.debut - 120) : unanime.debut])
    return bool(before or CONTRAIRE.match(lecture.plat, unanime.fin))


def _cases(lecture: Lecture) -> Trouvaille | None:
    """Which of the two ways is ticked, when each has its box, before it or after it."""
    marks = list(_CASES.finditer(lecture.plat))
    order = "".join("c" if m["coche"] else "v" if m["vide"] else "m" for m in marks)
    step = -1 if order.startswith(("cm", "vm")) else 1
    boxes = [
        (mark, marks[i + step])
        for i, mark in enumerate(marks[: len(marks) - (step > 0)])
        if order[i] == "m" and i + step >= 0
    ]
    ticked = [mark for mark, box in boxes if box["coche"]]
    if len(ticked) != 1 or len(boxes) != order.count("m") or any(box["oui"] or box["non"] for _, box in boxes):
        return None
    return Trouvaille("unanimite", bool(ticked[0]["oui"]), ticked[0].start(), ticked[0].end(), Surete.SURE)
