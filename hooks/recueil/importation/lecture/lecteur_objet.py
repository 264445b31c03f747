"""Why: the objet is what the public reads of an act; it must be whole, as written, and hold nothing else."""

import re

from ..faits import Fait, Surete
from .recherche import fait_en
from .rubriques import RUBRIQUE
from .zones import Bout, Lecture, Ligne

_SEANCE = re.compile(r"^ *(?:seance|reunion|conseil (?:municipal|communautaire)|comite syndical|du \d)[^\n]{0,80}\d{4}")
"""The line of the session, which may part the number from the title."""

_PAS_UN_TITRE = re.compile(r" *(?:seance|reunion|session|date|du \d|le \d|conseil|comite|bureau|n°|objet|\d)")
"""What may follow the number and a dash, and is no title."""

_FIN_OBJET = re.compile(
    r"\s(?=l'an deux|l'an 20|vu (?:le|la|les|l')|le (?:conseil|comite) \w+(?:,| apres| legalement"
    r"| dument)|date de |nombre de |seance du|considerant (?:que|la|le|les|l')"
    r"|rapporteur\s?:|monsieur le (?:maire|president)|madame l[ae] |m\. le (?:maire|president)"
    r"|sous la presidence|etaient presents|en exercice\s?:|le maire de)|   "
)
_OBJET = re.compile(
    r"^ *[\"'(]?(?:objet|[o0]b[ij]et|[0o]?biet|0bjet)(?: de l[a'] ?(?:deliberation|acte|arrete"
    r"|decision))?\s?[:;\-]+\s*|^ *objet(?: de l[a'] ?\w+)?(?= *$)|^ *objet (?!(?:des?|d'"
    r"|du)\b)(?=\S)",
    re.MULTILINE,
)
_OBJET_DANS = re.compile(r"(?<![a-z])objet(?: de la deliberation)?\s?:\s{0,3}")
_NUMERO_FINAL = re.compile(r"\s{0,3}(?:[-–—]\s?DE_\d{4}_\w{1,6}|\((?:DE_)?\d{4}_\w{1,6}\)|[-–—]\s?\d{1,4}/20\d\d)$")
"""The number of the act after its title."""

_ATTEND = re.compile(
    r"(?:\b(?:de|du|des|la|le|les|l'|d'|a|au|aux|et|en|pour|par|sur|avec|un|une|son|sa|ses|ou|dans|entre)|[,:–\-])\s*$"
)


def lire_objet(lecture: Lecture, numero: Bout | None, type_document: str | None) -> Fait | None:
    """The objet by its label, else the title that stands by the number or over the body."""
    if type_document in {"proces_verbal", "liste_deliberations", "convention", "annexe"}:
        return None
    start = _etiquete(lecture)
    if start is not None:
        bout = _paragraphe(lecture, start)
        return _objet(lecture, bout, Surete.SURE) if bout else None
    bout = _apres_numero(lecture, numero) or _avant_corps(lecture)
    return _objet(lecture, bout, Surete.PROBABLE) if bout else None


def _etiquete(lecture: Lecture) -> int | None:
    """Where the words after « Objet : » start."""
    limit = _milieu(lecture)
    found = _OBJET.search(lecture.plat, 0, limit) or _OBJET_DANS.search(lecture.plat, 0, limit)
    return found.end() if found else None


def _milieu(lecture: Lecture) -> int:
    """The first article: an « Objet » after it is that of a contract."""
    article = re.search(r"^ *article (?:1|premier|unique)", lecture.plat, re.MULTILINE)
    return article.start() if article else len(lecture.plat)


def _objet(lecture: Lecture, bout: Bout, surete: Surete) -> Fait | None:
    """The objet as written, on one line."""
    words = " ".join(lecture.texte[bout.debut : bout.fin].split()).strip(' :;-–—*"«»')
    words = _NUMERO_FINAL.sub("", words)
    words = words.removesuffix(".") if not words.endswith("...") else words
    return fait_en(lecture, "objet", words, bout, surete) if len(words) > 5 else None


def _paragraphe(lecture: Lecture, debut: int) -> Bout | None:
    """The words from here to the end of their paragraph, or to what begins another rubric."""
    at, end = debut, debut
    for _ in range(6):
        stop = lecture.plat.find("\n", at)
        stop = len(lecture.plat) if stop < 0 else stop
        line = lecture.plat[at:stop]
        started = bool(lecture.plat[debut:end].strip())
        if not line.strip():
            if started:
                break
        elif started and not _continue(lecture, debut, end, at, stop):
            break
        else:
            cut = _FIN_OBJET.search(line.rstrip()) if line.strip() else None
            end = at + cut.start() if cut and cut.start() > 0 else stop
            if cut and cut.start() > 0:
                break
        at = stop + 1
    return Bout(debut, end) if lecture.plat[debut:end].strip() else None


def _continue(lecture: Lecture, debut: int, fin: int, at: int, stop: int) -> bool:
    """Whether this line goes on with the sentence of the line before."""
    line, before = lecture.texte[at:stop].strip(), lecture.texte[debut:fin].strip()
    last = before.rsplit("\n", 1)[-1]
    if re.match(r"[^:]{0,30}(?<!\s)\s?:|(?:vu|considerant)\b", lecture.plat[at:stop].strip()):
        return False
    if _ATTEND.search(lecture.plat[debut:fin]) or line[:1].islower():
        return True
    if RUBRIQUE.match(lecture.plat[at:stop]):
        return False
    same_case = before.isupper() == line.isupper()
    return same_case and len(last) > 55


def _apres_numero(lecture: Lecture, numero: Bout | None) -> Bout | None:
    """The title on the line of the number, or on the next."""
    if numero is None:
        return None
    stop = lecture.plat.find("\n", numero.fin)
    stop = len(lecture.plat) if stop < 0 else stop
    rest = re.match(r" ?[)\]]? ?[:\-–—.]?\s?", lecture.plat[numero.fin : stop])
    start = numero.fin + (rest.end() if rest else 0)
    parted = bool(rest and rest[0].strip(" )]")) and not _PAS_UN_TITRE.match(lecture.plat, start)
    if _titre_possible(lecture, start, stop) or (parted and stop - start > 9):
        return _paragraphe(lecture, start)
    for line in [li for li in lecture.lignes if li.debut > numero.fin][:4]:
        if _SEANCE.match(line.plat):
            continue
        end = line.debut + len(line.texte)
        possible = not RUBRIQUE.match(line.plat) and _titre_possible(lecture, line.debut, end)
        return _paragraphe(lecture, line.debut) if possible else None
    return None


def _titre_possible(lecture: Lecture, debut: int, fin: int) -> bool:
    """Whether these words may be a title: several words, no rubric, no sentence."""
    words = lecture.plat[debut:fin].strip()
    return len(words) > 9 and " " in words and not RUBRIQUE.match(words)


def _avant_corps(lecture: Lecture) -> Bout | None:
    """The paragraph just over the first visa or the first words of the body."""
    body = re.search(
        r"^ *(?:vu (?:le|la|les|l')|considerant|(?:monsieur|madame|m\.|mme) l[ae] (?:maire|presidente?))",
        lecture.plat,
        re.MULTILINE,
    )
    if not body:
        return None
    above = [line for line in lecture.lignes if line.debut < body.start()]
    if not above or RUBRIQUE.match(above[-1].plat) or not _titre_possible(lecture, above[-1].debut, body.start()):
        return None
    first = len(above) - 1
    while first and len(above) - first < 4 and _colle(lecture, above[first - 1], above[first]):
        first -= 1
    return Bout(above[first].debut, above[-1].debut + len(above[-1].texte))


def _colle(lecture: Lecture, haut: Ligne, bas: Ligne) -> bool:
    """Whether two lines touch, and the upper one is no rubric."""
    between = lecture.plat[haut.debut + len(haut.texte) : bas.debut]
    return between.count("\n") == 1 and not RUBRIQUE.match(haut.plat) and haut.texte.isupper() == bas.texte.isupper()
