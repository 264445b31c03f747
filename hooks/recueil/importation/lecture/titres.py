"""Why: many acts bear a title and no « Objet : »; it is told from the other lines by what it says and where it stands.

Each line that may be a title is given points; without enough of them, or when two are worth the same, it is
only possible.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..faits import Surete
from .mots_titre import CORPS, NOMS_DE_TITRE, SERVICES, VERBES
from .rubriques import RUBRIQUE
from .zones import Bout, Lecture, Ligne

_LIGNES = 90
"""In how many lines a title is sought."""

_ASSEZ, _SUR = 3, 4
"""Points for a title that is possible, and for one that is probable."""

_CORPS = re.compile(rf"^ *(?:{'|'.join(CORPS)})")
_FIN = re.compile(
    r"^ *(?:vu\b|article (?:1|premier|unique)|art\. ?1|considerant|(?:apres|ayant) (?:en )?delib|le (?:conseil"
    r"|comite|bureau) [^\n]{0,40}decide)"
)
_NOM = re.compile(rf"^ *[\"(-]?\s?(?:[\w' ]{{2,30}} ?[:\-] ?)?(?:{'|'.join(NOMS_DE_TITRE)})(?![a-z])")
_VERBE = re.compile("|".join(VERBES))
_SERVICE = re.compile(rf"^ *(?:{'|'.join(SERVICES)})(?![a-z])")
_PERSONNE = re.compile(
    r"(?<![\w-])[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)? [A-ZÀ-Ý][A-ZÀ-Ý'’-]+(?![\w-])|\bM(?:me|lle|M|r)?s?\.?"
    r" [A-ZÀ-Ý]{2,}"
)
_CHIFFRE = re.compile(r"\d\s?(?:er|ère|e|è|ème|h|m|km|ha|kg|kW|kWh|mm|cm)?\b|n°")
_MATIERE = re.compile(r"^ *\d(?:\.\d{1,2}){1,2}\.? |\b[1-9]\.\d{1,2}(?:\.\d)? [A-Z]")
_POSTE = re.compile(
    r"\b\d{5}\b|@|www\.|\d\d[ .]\d\d[ .]\d\d[ .]\d\d|\bpage \d|\d/\d+\s*$|€\s*$|[.…_]{4,}|\s{4,}\S", re.IGNORECASE
)
_PETIT_MOT = re.compile(
    r"(?<![\w'])(?:de|du|des|la|le|les|au|aux|a|et|en|pour|par|sur|avec|d'|l'|n°)(?![a-z])|d'|l'| - |:"
)


@dataclass(frozen=True, slots=True)
class Titre:
    """A stretch that may be the title, and what it is worth."""

    bout: Bout
    points: int


def chercher_titre(lecture: Lecture, numero: Bout | None) -> tuple[Bout, Surete] | None:
    """The title that no label announces, and how sure it is."""
    found = sorted(_candidats(lecture, numero), key=lambda t: -t.points)
    if not found or found[0].points < _ASSEZ:
        return None
    alone = len(found) == 1 or found[1].points < found[0].points
    sure = alone and found[0].points >= _SUR
    return found[0].bout, Surete.PROBABLE if sure else Surete.POSSIBLE


def titre_possible(lecture: Lecture, debut: int, fin: int) -> bool:
    """Whether these words may be a title: several words, no rubric, no sentence, no roll of names."""
    words, plain = lecture.texte[debut:fin].strip(), lecture.plat[debut:fin].strip()
    if len(words) < 10 or len(words.split()) < 3 or RUBRIQUE.match(plain) or _SERVICE.match(plain):
        return False
    if _VERBE.search(plain) or _MATIERE.search(words) or _POSTE.search(words) or ";" in words:
        return False
    return not _PERSONNE.search(words) or bool(_NOM.match(plain))


def _candidats(lecture: Lecture, numero: Bout | None) -> Iterator[Titre]:
    """The lines that may begin a title, with those that go on, up to the decision."""
    lines = lecture.lignes[:_LIGNES]
    rank = 0
    while rank < len(lines):
        line = lines[rank]
        if rank > 2 and _FIN.match(line.plat):
            break
        own = numero is not None and line.debut <= numero.debut < line.debut + len(line.texte)
        if own or not titre_possible(lecture, line.debut, line.debut + len(line.texte)):
            rank += 1
            continue
        end = _fin(lecture, lines, rank)
        yield Titre(_bout(lines, rank, end), _points(lecture, lines, rank, end, numero))
        rank = end + 1


def _bout(lines: tuple[Ligne, ...], rank: int, end: int) -> Bout:
    return Bout(lines[rank].debut, lines[end].debut + len(lines[end].texte.rstrip()))


def _fin(lecture: Lecture, lines: tuple[Ligne, ...], rank: int) -> int:
    """The last line of the title that begins here: four at most, that touch and are written alike."""
    end = rank
    while end + 1 < len(lines) and end - rank < 3 and suit(lecture, lines[end], lines[end + 1]):
        end += 1
    return end


def suit(lecture: Lecture, haut: Ligne, bas: Ligne) -> bool:
    """Whether the lower line goes on with the title of the upper one."""
    between = lecture.plat[haut.debut + len(haut.texte) : bas.debut]
    below, plain = bas.texte.strip(), bas.plat.strip()
    if between.count("\n") != 1 or _CORPS.match(plain) or _MATIERE.search(below):
        return False
    above = haut.texte.strip()
    open_end = bool(
        re.search(
            r"(?:[,:–—-]|(?<![\w'’])(?:de|du|des|la|le|les|au|aux|à|et|en|pour|par|sur|d['’]|l['’]))$", above.lower()
        )
    )
    if open_end or above.count("«") > above.count("»") or above.count("(") > above.count(")"):
        return True
    if below[:1].islower() or below[:1] in "(«–":
        return not _VERBE.search(plain)
    if RUBRIQUE.match(plain) or _PERSONNE.search(below) or _VERBE.search(plain) or _POSTE.search(below):
        return False
    named = bool(_NOM.match(haut.plat)), bool(_NOM.match(plain))
    if above.isupper() != below.isupper():
        return named == (True, False) and len(below.split()) > 1
    return named != (False, True) and (above.isupper() or len(above) > 55)


def ouvre_corps(plat: str) -> bool:
    """Whether a line begins as the text under a title does, with a sentence."""
    return bool(_CORPS.match(plat) and _VERBE.search(plat))


def touche(haut: Ligne, bas: Ligne) -> bool:
    """Whether two short lines that touch, written alike under a label, are one title."""
    below = bas.texte.strip()
    if _CORPS.match(bas.plat) or RUBRIQUE.match(bas.plat) or _VERBE.search(bas.plat) or below.endswith("."):
        return False
    if _PERSONNE.search(below) or _POSTE.search(below) or haut.texte.rstrip().endswith("."):
        return False
    return capitales(below) or bool(_NOM.match(bas.plat))


def capitales(texte: str) -> bool:
    """Whether a line is in capitals, whatever stands beside its figures: « (17/35e) », « 1er ».

    >>> capitales("ADJOINT À TEMPS NON COMPLET (17/35e)")
    True
    """
    return _CHIFFRE.sub("", texte).isupper()


def _points(lecture: Lecture, lines: tuple[Ligne, ...], rank: int, end: int, numero: Bout | None) -> int:
    """What this title is worth: by its words, by what is before it, by what is after it."""
    first, below = lines[rank], lines[end + 1] if end + 1 < len(lines) else None
    words = lecture.texte[first.debut : lines[end].debut + len(lines[end].texte)].strip()
    plain = lecture.plat[first.debut : lines[end].debut + len(lines[end].texte)].strip()
    points = 3 if _NOM.match(plain) else 0
    points += 1 if words.isupper() else 0
    points -= 0 if _PETIT_MOT.search(plain) else 2
    points -= 2 if words.endswith(".") else 0
    points -= 2 if rank < 2 and not _NOM.match(plain) else 0
    points += _autour(lines, rank, numero)
    if below is not None:
        points += 3 if _CORPS.match(below.plat) else 1 if RUBRIQUE.match(below.plat) else 0
        points += 2 if numero and below.debut <= numero.debut < below.debut + len(below.texte) + 1 else 0
    return points


def _autour(lines: tuple[Ligne, ...], rank: int, numero: Bout | None) -> int:
    """Points for the number that stands just over it, or a little higher."""
    if numero is None:
        return 0
    near = next(
        (n for n in range(1, 5) if rank >= n and lines[rank - n].debut <= numero.debut < lines[rank - n + 1].debut), 0
    )
    return {0: 0, 1: 3, 2: 2}.get(near, 1)
