"""Why: all the tables of wordings are sought in one way, so that a wording is only a line."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from ..faits import Fait, Surete, Valeur
from .dates import DATE, lire_date
from .formules import Formule
from .nombres import ENTIER, lire_entier
from .noms import lire_nom, noms_de
from .zones import Bout, Lecture

_PLACE = re.compile(r"<(date|dessous|entier|nom)>")
_DATE = re.compile(DATE)
_ENTIER = re.compile(ENTIER)
_DESSOUS = re.compile(r"[ ]*(?:le )?(?=\S)")
_ECART = 8
"""By how many columns a value may be off its label."""

_ICI = {
    "date": r"(?=\d|\b(?:l'\s?an\b|(?:lun|mar|mercre|jeu|vendre|same|dimanche|premier|un|deux|trois|quatre|cinq|six"
    r"|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente)[a-z\- ]))"
}
"""How a day begins: without it, what parts a label from its day would stop too early."""

_GLU_ENTIER = re.compile(r"[ .…_\-]{0,20}\"?")
_NOMBRE_DEVANT = re.compile(r"\d [a-z ]{3,30}$")
"""« 33 en exercice - 26 présents »: what follows the dash belongs to the next label."""

_ENTRE = re.compile(
    r"[\s,(\-]{0,4}(?:(?:l[ea] )?(?:conseil|adjoint|maire|presid|membre|delegue|vice|premi|1er"
    r"|deuxi|\d|ayant obtenu|qui|directeur"
    r"|directrice|agent|secretaire general|dgs)[^.;\n]{0,60}?)?[\s,)]{0,4}|, ?[^,.;:()]{3,60},\s?"
)
"""What may part a name from what is said of it."""

_FOLIO = re.compile(r"\s{0,9}(?:page )?\d{1,3} ?/ ?\d{1,3} *\n\s{0,9}")
"""« 2/3 » at the top or at the foot of a page, where the label and its number were parted."""

_MESURE = re.compile(r"\s?(?:/ ?\d|%|€|\$|m[23²³]|(?:euros?|heures?|ans|mois|jours?|h|km|ha|habitants|pour cent)\b)")
"""What makes a number something else than a count of people."""

_ETRANGER = re.compile(
    r"(?:(?:m\.|mme|madame|monsieur)? ?)?\n(?:[a-z'() ]{3,40} ?:(?: ?\d{1,3})?|\d\d[/.]\d\d[/.]\d{2,4}) (?=[a-z])"
    r"|\n {0,20}(?! )(?:(?! {3})[^\n]){1,40} {3,60}(?=(?:m\.|mme|mr|monsieur|madame|mlle) )"
)
"""A line end, then what stands in the other column of the page before the sentence goes on."""

_TROP = 400
"""No assembly has so many members: such a number is a year, or a sum."""

_PLEINE = 60
"""From how many signs on a line goes on with the next."""

_AVANT = 120
"""How far before a wording its value is sought."""


@dataclass(frozen=True, slots=True)
class Trouvaille:
    """A value and the words that say it."""

    cle: str
    valeur: Valeur
    debut: int
    fin: int
    surete: Surete

    def fait(self, lecture: Lecture) -> Fait:
        """The fact, with its proof."""
        return Fait(self.cle, self.valeur, lecture.document.preuve(self.debut, self.fin), surete=self.surete)


@dataclass(frozen=True, slots=True)
class _Lu:
    valeur: Valeur
    debut: int
    fin: int
    entier: bool = True


def souple(motif: str) -> str:
    r"""The same wording with its line breaks anywhere, and « (s) », « (e) » for the plural and the feminine.

    >>> souple("membres en exercice")
    'membres[ \\n]en[ \\n]exercice'
    """
    motif = re.sub(r"(?<=[a-z)?>]) (?=[a-z(\\])", r"[ \\n]", motif)
    return re.sub(r"(?<=[a-z)?])([es])\?", r"(?:\1|\(\1\))?", motif)


@cache
def _motif(formule: Formule) -> tuple[re.Pattern[str], str, re.Pattern[str]]:
    """What comes before the value, the kind of value, what comes after."""
    left, kind, right = [*_PLACE.split(souple(formule.motif), maxsplit=1), "", ""][:3]
    left = f"{left[:-1]}[ \\n]" if kind == "date" and left.endswith(" ") else left
    return re.compile(left + (_ICI.get(kind, "") if left != _ICI.get(kind) else "")), kind, re.compile(right)


def chercher(formule: Formule, lecture: Lecture, debut: int = 0, fin: int | None = None) -> Iterator[Trouvaille]:
    """Each place where this wording stands with its value."""
    left, kind, right = _motif(formule)
    end = len(lecture.plat) if fin is None else fin
    if not kind:
        yield from (
            Trouvaille(formule.cle, formule.attendu, m.start(), m.end(), formule.surete)
            for m in left.finditer(lecture.plat, debut, end)
        )
    elif left.pattern:
        yield from _apres(formule, lecture, debut, end)
    else:
        yield from _devant(formule, lecture, right.finditer(lecture.plat, debut, end), _ARRIERE[kind])


def _apres(formule: Formule, lecture: Lecture, debut: int, fin: int) -> Iterator[Trouvaille]:
    """The values that follow the words of the wording."""
    left, kind, right = _motif(formule)
    for label in left.finditer(lecture.plat, debut, fin):
        lu = _LECTEURS[kind](lecture, label.end())
        if lu and right.match(lecture.plat, lu.fin):
            yield _trouvaille(formule, lu, label.start(), lu.fin)


def _devant(
    formule: Formule, lecture: Lecture, labels: Iterator[re.Match[str]], lire: Callable[[Lecture, int], _Lu | None]
) -> Iterator[Trouvaille]:
    """The values that come before the words of the wording."""
    for label in labels:
        lu = lire(lecture, label.start())
        if lu:
            yield _trouvaille(formule, lu, lu.debut, label.end())


def _trouvaille(formule: Formule, lu: _Lu, debut: int, fin: int) -> Trouvaille:
    """A surname alone is never sure."""
    surete = formule.surete if lu.entier else min(formule.surete, Surete.PROBABLE)
    return Trouvaille(formule.cle, lu.valeur, debut, fin, surete)


def _date(lecture: Lecture, debut: int) -> _Lu | None:
    """The day that stands here."""
    return _jour(_DATE.match(lecture.plat, debut))


def _dessous(lecture: Lecture, debut: int) -> _Lu | None:
    """The day on the next line, at the column of the label that was just read: a page in columns."""
    line = lecture.plat.rfind("\n", 0, debut) + 1
    after = lecture.plat.find("\n", debut)
    label = lecture.plat[line:debut]
    wide = "   " in label.strip()
    column = label.rfind("   ") + 3 if wide else len(label) - len(label.lstrip())
    start = after + 1 + max(0, column - (_ECART if wide else column))
    if after < 0 or "\n" in lecture.plat[after + 1 : start]:
        return None
    found = _DESSOUS.match(lecture.plat, start)
    return (
        _jour(_DATE.match(lecture.plat, found.end())) if found and found.end() <= after + 1 + column + _ECART else None
    )


def _sous(lecture: Lecture, debut: int) -> int | None:
    """Where the cell of the label that ends here goes on, one line below: the text of a page in columns."""
    line = lecture.plat.rfind("\n", 0, debut) + 1
    after = lecture.plat.find("\n", debut)
    label = lecture.plat[line:debut]
    if after < 0 or lecture.plat[debut:after].strip() or "   " not in label.strip():
        return None
    start = after + 1 + label.rfind("   ") + 3
    within = "\n" not in lecture.plat[after + 1 : start + 1] and lecture.plat[start - 1 : start] == " "
    return start if within else None


def _jour(found: re.Match[str] | None) -> _Lu | None:
    """What these words say, when they are a day."""
    day = lire_date(found[0]) if found else None
    return _Lu(day, found.start(), found.end()) if found and day else None


def _entier(lecture: Lecture, debut: int) -> _Lu | None:
    """The number that stands here."""
    folio = _FOLIO.match(lecture.plat, debut)
    debut = folio.end() if folio else debut
    glue = _GLU_ENTIER.match(lecture.plat, debut)
    if glue and "-" in glue[0] and _NOMBRE_DEVANT.search(lecture.plat, max(0, debut - 40), debut):
        return None
    found = _ENTIER.match(lecture.plat, glue.end() if glue else debut)
    value = lire_entier(found[0]) if found and not _MESURE.match(lecture.plat, found.end()) else None
    return _Lu(value, found.start(), found.end()) if found and value is not None and value < _TROP else None


def _nom(lecture: Lecture, debut: int) -> _Lu | None:
    """The name that stands here."""
    before = lecture.plat[max(0, debut - 200) : debut]
    under = _sous(lecture, debut - len(before) + len(before.rstrip()))
    other = _ETRANGER.match(lecture.plat, debut - len(before) + len(before.rstrip("\n")))
    place = other.end() if other else debut
    nom = lire_nom(lecture.texte, lecture.plat, place if under is None else under)
    return _Lu(nom.valeur, nom.debut, nom.fin, nom.entier) if nom else None


def _entier_avant(lecture: Lecture, fin: int) -> _Lu | None:
    """The number that ends here."""
    start = max(0, fin - 24)
    last = None
    for found in _ENTIER.finditer(lecture.plat, start, fin):
        last = found
    if last is None or last[0] == "/" or lecture.plat[last.end() : fin].strip(' "\n'):
        return None
    if "\n" in lecture.plat[last.end() : fin + 1] and not _phrase(lecture, last):
        return None
    value = lire_entier(last[0])
    return None if value is None or value >= _TROP else _Lu(value, last.start(), last.end())


def _phrase(lecture: Lecture, nombre: re.Match[str]) -> bool:
    """Whether a number at a line's end goes on with the next line: in words, or at the end of a full line."""
    line = lecture.plat.rfind("\n", 0, nombre.start()) + 1
    return nombre[0].isalpha() or nombre.end() - line > _PLEINE


def _nom_avant(lecture: Lecture, fin: int) -> _Lu | None:
    """The name that ends here, in the same sentence, be there a function after it."""
    start = max(lecture.plat.rfind(sign, 0, fin) for sign in (". ", "\n\n", ";", ":"))
    names = noms_de(lecture.texte, max(start + 1, fin - _AVANT), fin)
    if not names or not _ENTRE.fullmatch(lecture.plat, names[-1].fin, fin):
        return None
    return _Lu(names[-1].valeur, names[-1].debut, names[-1].fin, names[-1].entier)


_LECTEURS: dict[str, Callable[[Lecture, int], _Lu | None]] = {
    "date": _date,
    "dessous": _dessous,
    "entier": _entier,
    "nom": _nom,
}
_ARRIERE: dict[str, Callable[[Lecture, int], _Lu | None]] = {"entier": _entier_avant, "nom": _nom_avant}


def premiere(formules: tuple[Formule, ...], lecture: Lecture, fin: int | None = None) -> Trouvaille | None:
    """The first value of the first wording that gives one."""
    return next((t for f in formules for t in chercher(f, lecture, 0, fin)), None)


def fait_en(lecture: Lecture, cle: str, valeur: str, bout: Bout, surete: Surete = Surete.SURE) -> Fait:
    """The fact that a stretch of the text tells."""
    return Fait(cle, valeur, lecture.document.preuve(bout.debut, bout.fin), surete=surete)
