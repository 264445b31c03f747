"""Why: a heading set as a table comes out of a PDF as a run of labels and a run of numbers, in either order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..faits import Surete
from .contexte import autre_vote
from .nombres import lire_entier
from .recherche import Trouvaille, souple
from .zones import Lecture

SUFFRAGES = frozenset({"pour", "contre", "abstention"})
"""How many voted what."""

SANS_CLE = "autre"
"""A column of the table that no field holds."""

ETIQUETTES = {
    SANS_CLE: (
        r"afferents au (?:conseil|comite)(?: (?:municipal|communautaire|syndical))?|quorum|majorite absolue"
        r"|(?:bulletins )?(?:blancs|nuls)(?: (?:et|ou) nuls)?|nppv|non[ -](?:participants?|votants?)"
        r"|absents au vote|ne (?:prend|prennent|participe|participent) pas(?: part)?(?: au vote)?|n'(?:a"
        r"|ont) pas (?:pris part|participe)(?: au vote)?|refus de vote"
        r"|composant le conseil(?: municipal)?|effectif (?:legal|theorique)"
    ),
    "membres_en_exercice": (
        r"(?:(?:membres|conseillers|delegues|municipaux) ){0,2}en (?:exercice|fonctions?)"
        r"|effectif(?: (?:total|actuel|reel))?"
    ),
    "presents": r"(?:membres |conseillers )?presents?(?! (?:titulaires|suppleants|(?:ou|et) (?:represente|supplee)))",
    "pouvoirs": r"(?:absents )?representes|pouvoirs?|procurations?|mandats",
    "absents": r"absente?s?(?: excusee?s?| non representes?| non excuses?)?",
    "votants": (
        r"votants?|(?:qui )?(?:(?<!n')ont|ayant) pris part (?:a la deliberation|a la decision|au vote)"
        r"|prenant part au vote"
    ),
    "suffrages_exprimes": r"(?:suffrages )?exprimes",
    "pour": r"(?:votes? |voix )?pour(?! (?:copie|extrait|expedition|ampliation|l[ea]s? |l\'))",
    "contre": r"(?:votes? |voix )?contre",
    "abstention": r"abstentions?",
}
"""The columns; « (s) » and line ends are added by ``souple``."""

_MOTS = (
    r"(?:nombre|nbre|nb|total|de|des|d'|du|dont|et|au|a|la|les?|membres?|conseillers?|delegues?|municipa(?:l|ux)"
    r"|communautaires?|syndicaux|votes?|vote|resultats?|conseil|comite|date|convocation)(?![a-z])|d'|/(?=\s{0,3}[a-z])"
)
_JETON = re.compile(
    r"[\s:;.,|*_\-(\"]{0,160}(?:"
    + "|".join(rf"(?P<{cle}>(?<![a-z'])(?:{souple(motif)})(?![a-z(]))" for cle, motif in ETIQUETTES.items())
    + r"|(?P<jour>\b\d\d?[/.]\d\d[/.]\d{2,4}\b|\b\d\d? [a-z]{3,9} \d{4}\b)"
    r"|(?P<nombre>(?<![\d/.,\-'])\d{1,3}(?![\d/,'a-z°%€]|\.\d| ?[%€])|(?<=[:=]\s)/(?=\s|$)"
    r"|(?<=\s)/(?=[ ]{0,9}(?:/|\n|$))|\bneant\b)"
    rf"|(?P<mot>{_MOTS}))\)?"
)
_DEPART = re.compile(
    rf"(?<![\w/.,\-])(?:\d{{1,3}}\b(?![/.,%]\d)|{'|'.join(map(souple, ETIQUETTES.values()))})(?![a-z])"
)
"""Where a run may start."""

_DEUX_POINTS = re.compile(r"\s?[:=]")


@dataclass(frozen=True, slots=True)
class _Case:
    """A label or a number of the run."""

    cle: str
    valeur: int | None
    debut: int
    fin: int

    @property
    def nombre(self) -> bool:
        """Whether it is a number."""
        return self.valeur is not None


def lire_tableaux(lecture: Lecture) -> list[Trouvaille]:
    """The values of the tables that were flattened, when each label has its value."""
    found: list[Trouvaille] = []
    for run in _suites(lecture.plat):
        values = [t for block in _blocs(run, lecture.plat) for t in _valeurs(*block) if t.cle != SANS_CLE]
        if len({t.cle for t in values}) != len(values):
            continue
        if not any(t.cle in SUFFRAGES and autre_vote(lecture, t) for t in values):
            found += [t for t in values if t.cle in SUFFRAGES or t.cle not in {known.cle for known in found}]
    return found


def _valeurs(etiquettes: list[_Case], nombres: list[_Case]) -> Iterator[Trouvaille]:
    """Each label with its number."""
    both = [*etiquettes, *nombres]
    start, end = min(case.debut for case in both), max(case.fin for case in both)
    for label, number in zip(etiquettes, nombres, strict=True):
        yield Trouvaille(label.cle, number.valeur or 0, start, end, Surete.SURE)


def _suites(plat: str) -> Iterator[list[_Case]]:
    """Each run of labels and numbers with nothing else between."""
    at = 0
    while start := _DEPART.search(plat, at):
        run: list[_Case] = []
        at = start.start()
        while (token := _JETON.match(plat, at)) and token.end() > at:
            case = _case(token)
            run += [case] if case else []
            at = token.end()
        at = max(at, start.end())
        yield run


def _case(jeton: re.Match[str]) -> _Case | None:
    """What a token tells, if it is a label or a number."""
    kind = str(jeton.lastgroup)
    if kind in {"mot", "jour"}:
        return None
    value = lire_entier(jeton["nombre"]) if kind == "nombre" else None
    return _Case(kind, value, jeton.start(kind), jeton.end(kind))


def _blocs(suite: list[_Case], plat: str) -> Iterator[tuple[list[_Case], list[_Case]]]:
    """Labels and their numbers: as many of the ones as of the others, block by block."""
    blocks = [list(cases) for _, cases in groupby(suite, key=lambda case: case.nombre)]
    if len(blocks) % 2:
        blocks = _sans_reste(blocks, plat)
    if len(blocks) == 2 and len(blocks[0]) == 1:
        return
    single = all(len(block) == 1 for block in blocks)
    for one, two in zip(blocks[::2], blocks[1::2], strict=True):
        if single or len(one) == len(two) > 1:
            yield (two, one) if one[0].nombre else (one, two)


def _sans_reste(blocs: list[list[_Case]], plat: str) -> list[list[_Case]]:
    """The blocks without the one too many, first or last, when it is plain which."""
    front, back = blocs[:-1], blocs[1:]
    if not front or _pleins(front):
        return front
    stray = blocs[0][0].nombre and len(blocs[0]) == 1 and _dit(blocs[1][-1], plat)
    return back if _pleins(back) or stray else []


def _pleins(blocs: list[list[_Case]]) -> bool:
    """Whether these are columns, each with its value."""
    return all(len(one) == len(two) > 1 for one, two in zip(blocs[::2], blocs[1::2], strict=True))


def _dit(etiquette: _Case, plat: str) -> bool:
    """Whether a colon parts this label from its number."""
    return bool(_DEUX_POINTS.match(plat, etiquette.fin))
