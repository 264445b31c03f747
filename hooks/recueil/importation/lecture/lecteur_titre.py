"""Why: an act is cited by its kind, its number and its objet; all three stand in its title, in no fixed order."""

import re
from collections.abc import Iterator

from ..faits import Fait, Surete
from .lecteur_objet import lire_objet
from .recherche import fait_en
from .zones import Bout, Lecture, Ligne

_TITRE = 45
"""In how many lines the title stands."""

_TYPES = (
    ("liste_deliberations", r"^ *(?:liste|releve|tableau) (?:des |de )?(?:deliberations|decisions)"),
    (
        "proces_verbal",
        (
            r"^[^\n]{0,60}\bproces[ -]verbal\b(?! (?:de la seance|du|des|de)\b[^\n]{0,60}(?:approuve"
            r"|adopte))|^ *pv (?:de|du)\b|^ *compte[ -]rendu (?:sommaire |succinct )?(?:de (?:la )?"
            r"(?:seance|reunion)|du conseil|des )"
        ),
    ),
    ("arrete", r"^ *(?:[^\s:]{1,20} ){0,3}arretes?\b(?:(?! prefectoral| ministeriel| interministeriel)[^\n]){0,200}$"),
    (
        "decision",
        (
            r"^ *(?:[a-z]{0,6}[\d./_\- ]{0,15})?decision\b(?! modificative)(?: (?:du|de|n|municipale"
            r"|administrative|prise|\d)[^\n]{0,150})?\s*[:\d]?[^\n]{0,40}$"
        ),
    ),
    ("deliberation", r"^[^\n]{0,60}\bdeliberations?\b"),
    ("convention", r"^ *(?:projet de )?(?:convention|avenant|contrat|bail|protocole)\b"),
    ("annexe", r"^ *annexe\b"),
)
_TYPES_LUS = tuple((nom, re.compile(motif)) for nom, motif in _TYPES)
_CORPS = re.compile(r"^ *(?:vu\b|considerant|article|entre\b|l'an\b|le maire de|apres en avoir)")
_INDICES = (
    (
        "deliberation",
        re.compile(
            r"apres en avoir delibere|apres (?:en )?deliber|le conseil municipal|comite syndical"
            r"|conseil communautaire|assemblee deliberante|seance du"
        ),
    ),
    ("arrete", re.compile(r"^ *arreten?t?(?:ons)?\s?:?\s*$", re.MULTILINE)),
    ("decision", re.compile(r"^ *decide\s?:?\s*$", re.MULTILINE)),
)

_NO = r"(?:n\s?[°o]s?\.?|numero|n(?=\s?\d))\s{0,3}:?\s{0,3}"
_GENRE = (
    r"(?:extrait de )?(?:projet de )?(?:compte[- ]rendu de )?(?:deliberation|arrete|decision(?!"
    r" modificative)|rapport|affaire|acte|dossier|question)"
)
_ETIQUETTES_NUMERO = (
    re.compile(rf"\b{_GENRE}s?\b(?:(?!\bvu\b|\d)[^\n:]){{0,70}}?[ (]{_NO}(?=[\w(])"),
    re.compile(rf"^ *{_NO}(?=[\w])"),
    re.compile(rf"^[^\n]{{0,60}}\b{_GENRE}\s{{0,2}}[:\-]?\s{{0,2}}(?=(?:[a-z]{{1,6}}[_.\-/]?)?\d)"),
    re.compile(r"(?:numero|reference|ref\.?)(?: (?:de l'acte|de la deliberation|interne))?\s?:\s{0,3}(?=\w)"),
    re.compile(
        r"^ *(?=(?:del|delib|deliberation|dec|dcm|dcc|dcs|dc|dm|cm|cc|cs|cp|bur|arr|arp|art|ar|am"
        r"|at|ap|de|d|a)[ ._\-/]{0,3}(?:\w{1,6}[/._\-])?\d)"
    ),
    re.compile(r"^ *(?=(?:19|20)\d\d ?[-_./] ?\d)"),
)
_NUMERO_AILLEURS = (re.compile(r"[(\-] ?(?=de_\d{4}_\d)"),)
"""After the objet, wherever it stands."""

_NUMERO_EN_LIGNE = (
    re.compile(r"^(?:(?!\b(?:loi|decret|article|ordonnance|code|vu)\b)[^\n]){1,60} n\s?°\s?(?=\d{2,4}[-/_.]\d)"),
)
"""After the name of the authority."""

_PAS_DE_NUMERO = re.compile(r"^ *(?:vu\b|considerant|article\b|annexe|objet)")
_JETON = r"[A-Za-z0-9]+(?:[._/\-](?=[A-Za-z0-9]))?"
_NUMERO = re.compile(rf"(?=[A-Za-z_./\-]{{0,16}}\s?[—–-]?\s?\d)(?:{_JETON}|_){{1,14}}")
_SUITE = re.compile(r"(?:[ ]?[—–][ ]?| )(?=[\dA-Z])(?:[A-Z]{2,4}(?![\w'])|\d[\w./\-]{0,12})")


def lire_type(lecture: Lecture) -> Fait | None:
    """The kind that the first title says, else the kind of its decision."""
    for rank, line in enumerate(lecture.lignes[:_TITRE]):
        if rank and _CORPS.match(line.plat):
            break
        if line.plat.lstrip().startswith("objet"):
            continue
        kind = next((nom for nom, motif in _TYPES_LUS if motif.search(line.plat)), None)
        if kind:
            return fait_en(
                lecture, "type_document", _affine(lecture, kind), Bout(line.debut, line.debut + len(line.texte))
            )
    for nom, motif in _INDICES:
        found = motif.search(lecture.plat)
        if found:
            return fait_en(lecture, "type_document", nom, Bout(found.start(), found.end()), Surete.PROBABLE)
    return None


def _affine(lecture: Lecture, kind: str) -> str:
    """« Annexe » over a convention is that convention; minutes may name themselves after « délibérations »."""
    titles = [line.plat for line in lecture.lignes[:12]]
    if kind == "annexe" and any(re.match(r"^ *convention\b", t) for t in titles):
        return "convention"
    if kind == "deliberation":
        for other in ("liste_deliberations", "proces_verbal"):
            if any(re.search(dict(_TYPES)[other], t) for t in titles[:6]):
                return other
    return kind


def _titre(lecture: Lecture) -> tuple[Ligne, ...]:
    """The lines before the body."""
    lines = lecture.lignes[:_TITRE]
    end = next(
        (n for n, line in enumerate(lines) if n and re.match(r"^ *(?:vu\b|considerant|article\b)", line.plat)),
        len(lines),
    )
    return lines[:end]


def lire_numero(lecture: Lecture) -> tuple[Fait, Bout] | None:
    """The number of the act by the best label that has one, and where it ends."""
    title = _titre(lecture)
    for labels, lines in ((_ETIQUETTES_NUMERO, title), (_NUMERO_AILLEURS, lecture.lignes), (_NUMERO_EN_LIGNE, title)):
        for line in lines:
            found = (
                None
                if labels != _NUMERO_AILLEURS and _PAS_DE_NUMERO.match(line.plat)
                else _premier_numero(line, labels)
            )
            if found:
                bout = Bout(line.debut + found[0], line.debut + found[1])
                return fait_en(lecture, "numero", line.texte[found[0] : found[1]], bout), bout
    return None


def _premier_numero(ligne: Ligne, etiquettes: tuple[re.Pattern[str], ...]) -> tuple[int, int] | None:
    """Where the number stands, by the first label that has one on this line."""
    return next((found for label in etiquettes if (found := _numero(ligne, label))), None)


def _numero(ligne: Ligne, etiquette: re.Pattern[str]) -> tuple[int, int] | None:
    """Where the number stands in this line."""
    label = etiquette.search(ligne.plat)
    code = _NUMERO.match(ligne.texte, label.end()) if label else None
    if label is None:
        return None
    if code is None:
        spaced = re.match(r"[A-Z]{1,6}(?: ?[—–-] ?| )\d[\w./\-]{0,14}", ligne.texte[label.end() :])
        if not spaced:
            return None
        end = label.end() + spaced.end()
    else:
        end = code.end()
    end = _rallonge(ligne, label.end(), end)
    value = ligne.texte[label.end() : end]
    day = re.fullmatch(r"\d{1,2}/\d{1,2}/(?:19|20)\d\d", value)
    return None if day or not any(c.isdigit() for c in value) else (label.end(), end)


def _rallonge(ligne: Ligne, debut: int, fin: int) -> int:
    """The end of a number in several pieces: « 24 03_01 », « DLvil_2023 02 ADG 001 »."""
    end = fin
    while piece := _SUITE.match(ligne.texte, end):
        end = piece.end()
    whole = not ligne.texte[end:].strip(" .:")
    digits = sum(c.isdigit() for c in ligne.texte[debut:end])
    return end if whole and end > fin and digits <= 14 else fin


def lire_titre(lecture: Lecture) -> Iterator[Fait]:
    """Kind, number and objet."""
    kind = lire_type(lecture)
    if kind:
        yield kind
    genre = str(kind.valeur) if kind else None
    number = None if genre in {"proces_verbal", "liste_deliberations", "convention", "annexe"} else lire_numero(lecture)
    if number:
        yield number[0]
    objet = lire_objet(lecture, number[1] if number else None, genre)
    if objet:
        yield objet
