"""Why: the objet is what the public reads of an act; it must be whole, as written, and hold nothing else."""

import re

from ..faits import Fait, Surete
from .recherche import fait_en
from .rubriques import RUBRIQUE
from .titres import capitales, chercher_titre, ouvre_corps, titre_possible, touche
from .zones import Bout, Lecture, Ligne, plier

_PAS_UN_TITRE = re.compile(r" *(?:seance|reunion|session|date|du \d|le \d|conseil|comite|bureau|n°|objet|\d)")
"""What may follow the number and a dash, and is no title."""

_FIN_OBJET = re.compile(
    r"(?<!\bla)\s(?=seance du)|\s(?=l'an deux|l'an 20|vu (?:le|la|les|l')|le (?:conseil|comite) \w+(?:,| apres"
    r"| legalement| dument)|date de |nombre de |considerant (?:que|la|le|les|l')"
    r"|rapporteur\s?:|monsieur le (?:maire|president)|madame l[ae] |m\. le (?:maire|president)"
    r"|sous la presidence|etaient presents|presents\s?:|en exercice\s?:|le maire de)|   "
)
_OBJET = re.compile(
    r"^ *[\"'(]?(?:objet|ob ?j ?et|[o0]b[ijl1]et|[0o]?biet|0bjet)(?: de l[a'] ?(?:deliberation|acte|arrete"
    r"|decision))?\s?[:;\-]+\s*|^ *(?:intitule|libelle|sujet|titre)(?: de l[a'] ?(?:deliberation|acte|arrete"
    r"|decision|affaire))?\s?:\s*|^ *objet(?: de l[a'] ?\w+)?(?= *$)|^ *objet (?!(?:des?|d'"
    r"|du)\b)(?=\S)",
    re.MULTILINE,
)
_OBJET_DANS = re.compile(r"(?<![a-z])objet(?: de la deliberation)?\s?:\s{0,3}")
_OBJET_COLONNE = re.compile(r"^[^\n]*\S {3,}(?P<objet>objet)\s?: *(?P<suite>\S[^\n]*)", re.MULTILINE)
_LONG = 700
"""No objet is longer: such a text has lost its lines, and holds the whole act."""

_BLANC = 6
"""How many lines a stamp may hold in the middle of a title."""

_NUMERO_FINAL = re.compile(
    r"\s{0,3}(?:[-–—]\s?DE_\d{4}_\w{1,6}|\(\s?(?:[A-Z]{1,6}[_-])?\d{4}[_-]\w{1,6}\s?\)|[-–—]\s?\d{1,4}/20\d\d)$"
)
"""The number of the act after its title."""

_PORTANT = re.compile(
    r"^ *arrete(?: (?:municipal|du maire|temporaire|permanent|de voirie|departemental|n ?° ?\S{1,20})){0,2} "
    r"(?P<objet>(?:portant|reglementant|relatif|fixant|interdisant|instituant|autorisant|modifiant|prescrivant)\b)",
    re.MULTILINE,
)
_PREMIER = re.compile(r"(?<!\d)1 er\b")
"""What a PDF makes of a raised « er »."""

_LIAISON = re.compile(r"(?:d[eu]s?|au|aux|a|en|et|ou|pour|par|sur|avec|dans|entre|relatif|relative|portant) |d'|a l'")
"""How a line in capitals begins that goes on with a title."""

_ATTEND = re.compile(
    r"(?:\b(?:de|du|des|la|le|les|l'|d'|a|au|aux|et|en|pour|par|sur|avec|un|une|son|sa|ses|ou|dans|entre)"
    r"|[,:–\-])\s*$"
)


def lire_objet(lecture: Lecture, numero: Bout | None, type_document: str | None) -> Fait | None:
    """The objet by its label, else the title that stands by the number or over the body."""
    if type_document in {"proces_verbal", "liste_deliberations", "convention", "annexe"}:
        return None
    if cell := _en_colonne(lecture):
        return _objet(lecture, *cell)
    start = _etiquete(lecture)
    if start is not None:
        bout = _paragraphe(lecture, start)
        return _objet(lecture, bout, _entier(lecture, bout)) if bout else None
    if bout := _apres_numero(lecture, numero):
        return _objet(lecture, bout, Surete.PROBABLE)
    if bout := _sur_le_titre(lecture, type_document):
        return _objet(lecture, bout, Surete.PROBABLE)
    found = chercher_titre(lecture, numero)
    return _objet(lecture, *found) if found else None


def _entier(lecture: Lecture, bout: Bout) -> Surete:
    """Words that wait for others are a piece of the objet: only possible."""
    return Surete.POSSIBLE if _ATTEND.search(lecture.plat[bout.debut : bout.fin].rstrip()) else Surete.SURE


def _etiquete(lecture: Lecture) -> int | None:
    """Where the words after « Objet : » start."""
    limit = _milieu(lecture)
    found = _OBJET.search(lecture.plat, 0, limit) or _OBJET_DANS.search(lecture.plat, 0, limit)
    return found.end() if found else None


def _en_colonne(lecture: Lecture) -> tuple[Bout, Surete] | None:
    """The objet in the right column of a page: its one line, only possible when it seems to go on below."""
    found = _OBJET_COLONNE.search(lecture.plat, 0, _milieu(lecture))
    if found is None:
        return None
    start, stop = found.start("suite"), found.end()
    below = lecture.plat[stop + 1 : (lecture.plat.find("\n", stop + 1) + 1 or len(lecture.plat) + 1) - 1]
    left = found.start("objet") - found.start()
    cell = below[left - 2 :].strip() if below[left - 4 : left - 1].isspace() else ""
    goes_on = bool(cell) and not RUBRIQUE.match(cell)
    return Bout(start, stop), Surete.POSSIBLE if goes_on or _ATTEND.search(lecture.plat[start:stop]) else Surete.SURE


def _milieu(lecture: Lecture) -> int:
    """The first article: an « Objet » after it is that of a contract."""
    article = re.search(r"^ *article (?:1|premier|unique)", lecture.plat, re.MULTILINE)
    return article.start() if article else len(lecture.plat)


def _objet(lecture: Lecture, bout: Bout, surete: Surete) -> Fait | None:
    """The objet as written, on one line."""
    words = " ".join(lecture.texte[bout.debut : bout.fin].split()).strip(" :;-–—*")
    words = _sans_guillemet_seul(words)
    words = _PREMIER.sub("1er", _NUMERO_FINAL.sub("", words))
    words = words.removesuffix(".") if not words.endswith("...") else words
    long = len(words) > _LONG
    sure = Surete.POSSIBLE if long else surete
    return fait_en(lecture, "objet", _tel_quel(lecture, words[:_LONG]), bout, sure) if len(words) > 5 else None


def _tel_quel(lecture: Lecture, words: str) -> str:
    """The same words with the apostrophes of the act, which are straight in what is read."""
    if "'" not in words:
        return words
    form = re.compile(r"\s+".join(re.escape(word).replace("'", "['’‘]") for word in words.split()))
    found = next((m for page in lecture.document.pages if (m := form.search(page))), None)
    return " ".join(found[0].split()) if found else words


def _sans_guillemet_seul(words: str) -> str:
    """The words without the quotes that hold them all, nor one that has no fellow; those of a name stay."""
    for opening, closing in (("«", "»"), ("“", "”"), ('"', '"')):
        inner = words[1:-1]
        whole = words.startswith(opening) and words.endswith(closing) and opening not in inner and closing not in inner
        if whole and len(words) > 2:
            return inner.strip()
        alone = words.count('"') % 2 if opening == closing else words.count(opening) != words.count(closing)
        if alone and words.startswith((opening, closing)):
            words = words[1:].strip()
        elif alone and words.endswith((opening, closing)):
            words = words[:-1].strip()
    return words


def _paragraphe(lecture: Lecture, debut: int) -> Bout | None:
    """The words from here to the end of their paragraph, or to what begins another rubric."""
    at, end = debut, debut
    for _ in range(6 + _BLANC):
        stop = lecture.plat.find("\n", at)
        stop = len(lecture.plat) if stop < 0 else stop
        line = lecture.plat[at:stop]
        started = bool(lecture.plat[debut:end].strip())
        if not line.strip():
            if started and not _reprend(lecture, debut, end, stop):
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


def _reprend(lecture: Lecture, debut: int, fin: int, stop: int) -> bool:
    """Whether the sentence goes on after the blank that a stamp left."""
    after = re.compile(r"\s{0,400}?(?P<suite>[^\s][^\n]*)").match(lecture.texte, stop)
    if after is None or lecture.texte.count("\n", stop, after.start("suite")) > _BLANC:
        return False
    said, line = lecture.texte[debut:fin].strip(), after["suite"]
    if RUBRIQUE.match(lecture.plat[after.start("suite") : after.end()]) or said.endswith("."):
        return False
    unclosed = said.count("«") > said.count("»") or said.count("(") > said.count(")")
    return unclosed or line[:1] in "«“(" or line[:1].islower() or bool(_ATTEND.search(lecture.plat[debut:fin].rstrip()))


def _continue(lecture: Lecture, debut: int, fin: int, at: int, stop: int) -> bool:
    """Whether this line goes on with the sentence of the line before."""
    line, before = lecture.texte[at:stop].strip(), lecture.texte[debut:fin].strip()
    last = before.rsplit("\n", 1)[-1]
    if re.match(r"[^:]{0,30}(?<!\s)\s?:|(?:vu|considerant)\b", lecture.plat[at:stop].strip()):
        return False
    if _ATTEND.search(lecture.plat[debut:fin]) or line[:1].islower():
        return True
    if line[:1] in "«“(–—," or before.count("«") > before.count("»") or before.count("(") > before.count(")"):
        return True
    if RUBRIQUE.match(lecture.plat[at:stop]) or ouvre_corps(lecture.plat[at:stop]):
        return False
    upper, lower = Ligne(debut, last, plier(last)), Ligne(at, line, plier(line))
    if capitales(before) and capitales(line) and _LIAISON.match(lower.plat):
        return True
    return capitales(before) == capitales(line) and (len(last) > 55 or touche(upper, lower))


def _sur_le_titre(lecture: Lecture, type_document: str | None) -> Bout | None:
    """« Arrêté municipal portant … »: the objet of an arrêté on the line of its kind."""
    found = _PORTANT.search(lecture.plat, 0, _milieu(lecture)) if type_document == "arrete" else None
    return _paragraphe(lecture, found.start("objet")) if found else None


def _apres_numero(lecture: Lecture, numero: Bout | None) -> Bout | None:
    """The title on the line of the number, after a dash."""
    if numero is None:
        return None
    stop = lecture.plat.find("\n", numero.fin)
    stop = len(lecture.plat) if stop < 0 else stop
    rest = re.match(r" ?[)\]]? ?[:\-–—.]?\s?", lecture.plat[numero.fin : stop])
    start = numero.fin + (rest.end() if rest else 0)
    parted = bool(rest and rest[0].strip(" )]"))
    if _PAS_UN_TITRE.match(lecture.plat, start):
        return None
    if titre_possible(lecture, start, stop) or (parted and stop - start > 9):
        return _paragraphe(lecture, start)
    return None
