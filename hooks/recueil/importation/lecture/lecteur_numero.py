"""Why: an act is cited by its number, which no two authorities write alike nor put at the same place."""

import re
from collections.abc import Iterator

from ..faits import Fait
from .recherche import fait_en
from .zones import Bout, Lecture, Ligne

_TITRE = 45
"""In how many lines the title stands."""

_NO = r"(?:n\s?[°o]s?\.?|numero|n(?=\s?\d))\s{0,3}:?\s{0,3}"
_BRUIT = r"^ *[^\w\n(«\"]{0,8}"
_PROJET = r"(?:extrait de )?(?:projet de )?(?:compte[- ]rendu de )?"
_GENRE = rf"{_PROJET}(?:deliberation|arrete|decision(?! modificative)|acte)"
_PROPRE = (
    r"(?:(?<=extrait de la )|(?<!l')(?<!\bla )(?<!\bpar )(?<!\bune )(?<!\bsa )(?<!cette )(?<!notre )"
    r"(?<!\bdes )(?<!\bles ))"
)
"""Not « de l'arrêté n° … », « par délibération n° … », which are another's."""

_QUALITE = (
    r"(?: (?:municipale?|communautaire|syndicale?|permanente?|temporaire|du maire|du president|de la presidente"
    r"|du (?:conseil|comite|bureau)(?: [a-z]{8,14})?|de voirie|individuel)){0,2}"
)
_AUTRE_GENRE = r"(?:rapport|affaire|dossier|question|point)"
_SIGLES = (
    r"(?:del|delib|deliberation|dec|decis|dcm|dcc|dcs|dcb|dc|dm|db|dl|cm|cc|cs|ca|cp|bc|bur|arr|arp|arm|art|ar"
    r"|am|at|ap"
    r"|de|d|a)"
)

_ETIQUETTES_NUMERO = (
    re.compile(
        rf"{_PROPRE}\b{_GENRE}s?\b(?:(?!\bvu\b|\d|feuille|folio|page|article)[^\n:]){{0,70}}?[ (]{_NO}(?=[\w(])"
    ),
    re.compile(rf"^[^\n]{{0,60}}{_PROPRE}\b{_GENRE}{_QUALITE}\s{{0,2}}[:\-]?\s{{0,2}}(?=(?:[a-z]{{1,6}}[_.\-/]?)?\d)"),
)
"""The label of the act itself."""

_ETIQUETTES_SUIVANTES = (
    re.compile(rf"{_BRUIT}{_NO}(?=[\w])"),
    re.compile(rf"(?:numero|reference)(?: (?:de l'acte|de (?:la |l')?{_GENRE}|d'ordre|interne))?\s?:\s{{0,3}}(?=\w)"),
    re.compile(r"\bn ?[°o]\.? d'ordre(?: de (?:la |l')?[a-z]{4,14})?\s?:?\s{0,3}(?=[a-z]{0,6}\d{0,4}[-_/.]\w)"),
    re.compile(rf"{_BRUIT}(?={_SIGLES}[ ._\-/]{{0,3}}(?:\w{{1,6}}[/._\-])?\d)"),
    re.compile(r"^ *(?=(?:19|20)\d\d ?[-_./] ?\d)"),
)
_ETIQUETTES_DERNIERES = (
    re.compile(r"\bn ?[°o]\.? d'ordre\s?:\s{0,3}(?=\d)"),
    re.compile(r"\bref\b\.?(?: (?:interne|de l'acte))?\s?:\s{0,3}(?=\w)"),
    re.compile(
        rf"\b{_PROJET}{_AUTRE_GENRE}\b(?:(?!\bvu\b|\d|feuille|folio|page|article)[^\n:]){{0,70}}?[ (]{_NO}(?=[\w(])"
    ),
)
"""The rank of an affair in its session, when the act bears nothing else."""

_NUMERO_AILLEURS = (re.compile(r"[(\-] ?(?=de_\d{4}_\d)"),)
"""After the objet, wherever it stands."""

_NUMERO_EN_LIGNE = (
    re.compile(r"^(?:(?!\b(?:loi|decret|article|ordonnance|code|vu)\b)[^\n]){1,60} n\s?°\s?(?=\d{2,4}[-/_.]\d)"),
)
"""After the name of the authority."""

_CONVENTIONS = (
    re.compile(rf"^ *(?:projet de )?convention\b[^\n:]{{0,60}}?[ (]{_NO}(?=\w{{1,8}}[-/_.]\w)"),
    re.compile(r"(?:^| {3,})convention (?=20\d\d[-/_.]\w)"),
)

_PAS_DE_NUMERO = re.compile(
    r"^ *(?:vu\b|considerant|article\b|annexe|objet|rappelant|par (?:la |sa |une )?deliberation)"
)
_JETON = r"[A-Za-z0-9]+(?:[._/\-](?=[A-Za-z0-9]))?"
_NUMERO = re.compile(rf"(?=[A-Za-z_./\-]{{0,16}}\s?[—–-]?\s?\d)(?:{_JETON}|_){{1,14}}")
_SUITE = re.compile(
    r"(?:[ ]?[—–][ ]?| )(?=[\dA-Z])(?:(?!(?:DU|DE|DES|LE|LA|LES|AU|AUX|ET|EN|PAR|SUR|UN|UNE|MAI|JUIN"
    r"|MARS)\b)[A-Z]{2,4}(?![\w'])|\d[\w./\-]{0,12})"
)

_AN = r"(?:20[0-3]\d|[12]\d)"
_PIECE = r"[A-Z0-9]{1,8}"
_CODE = (
    rf"(?:(?:[A-Z]{{1,8}}[A-Za-z]{{0,4}}(?:\.[A-Z]{{1,6}})?[./_\- ]?)(?:{_PIECE}[./_\-]){{0,2}}{_AN}"
    rf"(?:[./_\-]{_PIECE}){{1,3}}"
    rf"|(?:[A-Z]{{1,8}}[./_\- ]?)\d{{1,4}}[./_\-]20[0-3]\d"
    rf"|{_AN}(?:[./_\-]{_PIECE}){{1,3}})"
)
_CODE_SEUL = re.compile(rf"(?:^[^\w\n]{{0,6}}|\s{{3,}})(?P<code>{_CODE})(?=\s{{3,}}|\s*$)")
_CODE_TITRE = re.compile(rf"^\s*(?P<code>{_CODE}) ?[–—:-] ?(?=[A-ZÀ-Ý«][\w'À-ÿ ]{{4}})")
_CODE_SIGLE = re.compile(
    r"(?<![\w/-])(?P<code>(?:ARR|ARP|ARM|DEL|DELIB|DEC|DCM|DCC|DCS)[ ._-]?20[0-3]\d[/_.-]\d{1,5})(?![\w/])"
)
_CODE_RANG = re.compile(r"^\s*(?P<code>\d{1,4}[/_-]20[0-3]\d(?=\s*$)|\d{3,4}/[12]\d(?=\s?:\s*$))")
_CODE_ESPACE = re.compile(
    r"(?:^\s*|\s{3,}|^\s*D[EÉ]LIB[EÉ]RATION\s{1,4})"
    r"(?P<code>(?:[A-Z]{1,6} )?20[0-3]\d(?: [–—/-] ?|[–—/-] )\d{1,4}(?: ?[–—/-] ?\d{1,4})?)"
    r"(?=\s{3,}|\s*$)"
)
_CODES = (_CODE_TITRE, _CODE_SEUL, _CODE_SIGLE, _CODE_RANG, _CODE_ESPACE)
"""A number without a label: before the title, alone in its cell, or known by its first letters."""

_PAS_UN_CODE = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-]20\d\d|20\d\d ?[–—/-] ?20\d\d"
    r"|20\d\d-(?:0[1-9]|1[0-2])-[0-3]\d"
    r"|[LRDA]\.? ?\d.*|.*\d{4}-\d\d-\d\d"
)
"""A day, a school year, an article of a code."""

_AN_SEUL, _RANG = re.compile(r"20[0-3]\d"), re.compile(r" ?[—–-] ?\d{1,3}(?![\d/.,])")
"""« 2025 – 87 »: a year alone is no number."""

_JOUR = re.compile(r"(?:1er|\d{1,2}) (?:janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)")
_SEANCE = re.compile(r"\b(?:seance|reunion|session|conseil|date)\b")


def lire_numero(lecture: Lecture) -> tuple[Fait, Bout] | None:
    """The number of the act by the best label that has one, and where it ends."""
    title = _titre(lecture)
    for line, start, end in (*_etiquetes(lecture, title), *_codes(title), *_restes(title)):
        bout = Bout(line.debut + start, line.debut + end)
        return fait_en(lecture, "numero", line.texte[start:end], bout), bout
    return None


def lire_numero_convention(lecture: Lecture) -> Fait | None:
    """The number that the title of a convention bears: a code, not a rank."""
    for line in lecture.lignes[:20]:
        if found := _premier_numero(line, _CONVENTIONS):
            bout = Bout(line.debut + found[0], line.debut + found[1])
            return fait_en(lecture, "numero", line.texte[slice(*found)], bout)
    return None


def _titre(lecture: Lecture) -> tuple[Ligne, ...]:
    """The lines before the body."""
    lines = lecture.lignes[:_TITRE]
    end = next(
        (n for n, line in enumerate(lines) if n and re.match(r"^ *(?:vu\b|considerant|article\b)", line.plat)),
        len(lines),
    )
    return lines[:end]


def _etiquetes(lecture: Lecture, title: tuple[Ligne, ...]) -> Iterator[tuple[Ligne, int, int]]:
    """The numbers after a label: that of the act first."""
    for labels in (_ETIQUETTES_NUMERO, _ETIQUETTES_SUIVANTES):
        for line in title:
            if not _PAS_DE_NUMERO.match(line.plat) and (found := _premier_numero(line, labels)):
                yield line, *found
    for line in lecture.lignes:
        if found := _premier_numero(line, _NUMERO_AILLEURS):
            yield line, *found


def _codes(title: tuple[Ligne, ...]) -> Iterator[tuple[Ligne, int, int]]:
    """The numbers that no label announces."""
    for form in _CODES:
        for line in title:
            found = None if _PAS_DE_NUMERO.match(line.plat) else form.search(line.texte)
            if not found or _PAS_UN_CODE.fullmatch(found["code"]):
                continue
            if form is _CODE_TITRE and _SEANCE.match(line.plat[found.end() :].lstrip()):
                continue
            yield line, *found.span("code")


def _restes(title: tuple[Ligne, ...]) -> Iterator[tuple[Ligne, int, int]]:
    """What is left: the rank of an affair, a number after the name of the authority."""
    for labels in (_ETIQUETTES_DERNIERES, _NUMERO_EN_LIGNE):
        for line in title:
            if not _PAS_DE_NUMERO.match(line.plat) and (found := _premier_numero(line, labels)):
                yield line, *found


def _premier_numero(ligne: Ligne, etiquettes: tuple[re.Pattern[str], ...]) -> tuple[int, int] | None:
    """Where the number stands, by the first label that has one on this line."""
    return next((found for label in etiquettes if (found := _numero(ligne, label))), None)


def _numero(ligne: Ligne, etiquette: re.Pattern[str]) -> tuple[int, int] | None:
    """Where the number stands in this line."""
    label = etiquette.search(ligne.plat)
    code = _NUMERO.match(ligne.texte, label.end()) if label else None
    if label is None or _JOUR.match(ligne.plat, label.end()):
        return None
    if code is None:
        spaced = re.match(r"[A-Z]{1,6}(?: ?[—–-] ?| )\d[\w./\-]{0,14}", ligne.texte[label.end() :])
        if not spaced:
            return None
        end = label.end() + spaced.end()
    else:
        end = code.end()
    end = _rallonge(ligne, label.end(), end)
    if _AN_SEUL.fullmatch(ligne.texte, label.end(), end) and (rank := _RANG.match(ligne.texte, end)):
        end = rank.end()
    value = ligne.texte[label.end() : end]
    day = re.fullmatch(r"\d{1,2}/\d{1,2}/(?:19|20)\d\d|20\d\d[/-]20\d\d|20[0-3]\d", value)
    return None if day or not any(c.isdigit() for c in value) else (label.end(), end)


def _rallonge(ligne: Ligne, debut: int, fin: int) -> int:
    """The end of a number in several pieces: « 24 03_01 », « DLvil_2023 02 ADG 001 »."""
    end = fin
    while piece := _SUITE.match(ligne.texte, end):
        end = piece.end()
    rest = ligne.texte[end:]
    whole = not rest.strip(" .:") or rest.startswith("   ")
    digits = sum(c.isdigit() for c in ligne.texte[debut:end])
    return end if whole and end > fin and digits <= 14 else fin
