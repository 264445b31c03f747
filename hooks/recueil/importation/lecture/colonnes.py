"""Why: a page in two columns comes out line by line; here each column is read by itself, and each value in its own."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..faits import Surete
from .dates import DATE, lire_date
from .formules import Formule
from .nombres import lire_entier
from .recherche import Trouvaille, chercher, souple
from .tableaux import ETIQUETTES, SANS_CLE
from .zones import Lecture, Ligne

_TETE = 60
"""In how many lines the heading stands."""

_ENTETE = 8000
"""In how many signs a run of days is sought: it is in the heading, and time stays bounded."""

_VIDE = 20
"""From how many blanks on a line has nothing in its left column."""

_ECART = 14
"""By how many signs a number may stand off the label over it."""

_HAUT = 3
"""In how many lines a label is written over its number."""

_CELLULE = re.compile(r"\S(?:(?! {3})[^\n])*")
_GAUCHE = re.compile(r" {0,19}\S(?:(?! {3})[^\n]){0,40}(?= {3,200}\S)")
_NOMBRES = re.compile(r" *\d{1,3}(?: {3,}\d{1,3}){1,7} *")
_COLONNES = tuple((cle, re.compile(souple(rf"(?:nombre de )?(?:{motif})"))) for cle, motif in ETIQUETTES.items())

_JOURS = (
    ("autre", r"(?:date )?(?:de |d')?(?:l')?affichage de (?:la )?convocation"),
    ("seance", r"date (?:de (?:la )?|du )?(?:seance|reunion|conseil(?: [a-z]{5,14})?)"),
    ("convocation", r"(?:date )?(?:de |d'envoi de )?(?:la )?convocation"),
    ("affiche", r"(?:date )?d'affichage(?: de l'acte| de la deliberation)?"),
    ("publie", r"date de (?:publication|mise en ligne)"),
    ("autre", r"date (?:de (?:la )?|d')(?:transmission|teletransmission|reception|notification|envoi)[a-z ]{0,30}"),
)
_ETIQUETTE = re.compile("|".join(rf"(?P<j{rang}>{souple(motif)})" for rang, (_, motif) in enumerate(_JOURS)))
_SUITE_JOURS = re.compile(
    rf"(?<![a-z])(?P<etiquettes>(?:(?:{re.sub(r'[?]P<j[0-9]>', '?:', _ETIQUETTE.pattern)})[\s:|]{{0,60}}){{2,6}})"
    rf"(?P<jours>(?:{DATE}[ \n|]{{0,60}}){{2,6}})"
)


def jours_en_colonnes(lecture: Lecture) -> dict[str, Trouvaille]:
    """The days that follow a run of labels: each has its own when they are as many."""
    for run in _SUITE_JOURS.finditer(lecture.plat, 0, _ENTETE):
        labels = [_JOURS[int((m.lastgroup or "j0")[1:])][0] for m in _ETIQUETTE.finditer(run["etiquettes"])]
        days = [lire_date(m[0]) for m in re.finditer(DATE, run["jours"])]
        own = [cle for cle in labels if cle != "autre"]
        if len(labels) == len(days) and len(set(own)) == len(own):
            return {
                cle: Trouvaille(cle, day, run.start(), run.end(), Surete.SURE)
                for cle, day in zip(labels, days, strict=True)
                if day and cle != "autre"
            }
    return {}


def compte_a_gauche(formules: tuple[Formule, ...], lecture: Lecture) -> Iterator[Trouvaille]:
    """What the left column of the heading says, once the right one is out of its sentences."""
    cells = [cell for line in lecture.lignes[:_TETE] if (cell := _a_gauche(line))]
    if len(cells) < 2:
        return
    texte, plat = "", ""
    places: list[int] = []
    for start, line in cells:
        places += range(start, start + len(line.texte) + 1)
        texte, plat = f"{texte}{line.texte}\n", f"{plat}{line.plat}\n"
    left = Lecture(lecture.document, texte, plat)
    for formule in formules:
        for found in chercher(formule, left):
            sure = min(found.surete, Surete.PROBABLE)
            yield replace(found, debut=places[found.debut], fin=places[found.fin - 1] + 1, surete=sure)


def _a_gauche(ligne: Ligne) -> tuple[int, Ligne] | None:
    """The left cell of a line, and where it stands; nothing when the line is only of the right column."""
    cell = _GAUCHE.match(ligne.plat)
    if cell is None and len(ligne.plat) - len(ligne.plat.lstrip()) >= _VIDE:
        return None
    blank = len(ligne.plat) - len(ligne.plat.lstrip())
    end = cell.end() if cell else len(ligne.plat.rstrip())
    start = ligne.debut + blank
    return start, replace(ligne, debut=start, texte=ligne.texte[blank:end], plat=ligne.plat[blank:end])


def comptes_sous_titres(lecture: Lecture) -> Iterator[Trouvaille]:
    """The numbers of a line, each under the lines of its label."""
    lines = lecture.lignes[:_TETE]
    for rank, line in enumerate(lines):
        if not _NOMBRES.fullmatch(line.plat):
            continue
        numbers = list(_CELLULE.finditer(line.plat))
        labels = _titres([m.start() for m in numbers], lines[max(0, rank - _HAUT) : rank])
        kept = [_cle(label) for label in labels]
        if None in kept or len(set(kept)) != len(kept):
            continue
        for cle, number in zip(kept, numbers, strict=True):
            if cle and cle != SANS_CLE:
                start = line.debut + number.start()
                yield Trouvaille(cle, lire_entier(number[0].strip()) or 0, start, start + 1, Surete.PROBABLE)
        return


def _titres(places: list[int], lignes: tuple[Ligne, ...]) -> list[str]:
    """For each column, the words that stand over it; the lines over the labels, which no column has, are left out."""
    labels = [""] * len(places)
    started = False
    for line in lignes:
        cells = list(_CELLULE.finditer(line.plat))
        started = started or len(cells) == len(places)
        for cell in cells if started else []:
            near = min(range(len(places)), key=lambda n: abs(places[n] - cell.start()))
            if abs(places[near] - cell.start()) <= _ECART:
                labels[near] = f"{labels[near]} {cell[0].strip()}".strip()
    return labels


def _cle(etiquette: str) -> str | None:
    """What a label says."""
    plain = etiquette.strip(" :.")
    return next((cle for cle, motif in _COLONNES if motif.fullmatch(plain)), None)
