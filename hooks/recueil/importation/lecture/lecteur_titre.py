"""Why: an act is cited by its kind, its number and its objet; all three stand in its title, in no fixed order."""

import re
from collections.abc import Iterator
from itertools import islice

from ..faits import Fait, Surete
from .lecteur_numero import lire_numero, lire_numero_convention
from .lecteur_objet import lire_objet
from .recherche import fait_en
from .zones import Bout, Lecture

_TITRE = 45
"""In how many lines the title stands."""

_TYPES = (
    (
        "liste_deliberations",
        (
            r"^ *(?:liste|releve|tableau) (?:des |de )?(?:deliberations|decisions)\b"
            r"(?![^\n]{0,50}(?:affich|ligne|publi)[^\n]{0,40}(?:\ble\b|:))"
        ),
    ),
    (
        "proces_verbal",
        (
            r"^(?:(?!approuv|approbation|adopt|valid|arret|\bvu\b|lecture|signature|election|objet)[^\n]){0,60}?"
            r"\bproces[ -]verbal\b(?! (?:de la seance|du|des|de)\b[^\n]{0,60}(?:approuve|adopte)| de l'elect"
            r"|[^\n]{0,30}: ?(?:voir|cf|approuv|adopt|annex|joint|consult|neant|oui|non)"
            r"| (?:en )?annex|[^\n]{0,30}\bvoir\b)"
            r"|^ *(?:pv|cr) (?:de|du)\b|^ *compte[ -]rendu (?:sommaire |succinct )?(?:de (?:la )?"
            r"(?:seance|reunion)|du conseil|conseil|des )|^ *(?:compte[ -]rendu|pv) *$"
        ),
    ),
    (
        "arrete",
        (
            r"^ *(?:[^\s:]{1,20} ){0,3}arretes?\b(?:(?! prefectoral| ministeriel|"
            r" interministeriel)[^\n]){0,200}$"
        ),
    ),
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
            r"|conseil communautaire|assemblee deliberante|seance du|(?:conseil d'administration|commission"
            r" permanente"
            r"|bureau)\b[^.;]{0,80}\b(?:prend acte|decide|approuve|delibere)|quorum (?:etant )?atteint"
        ),
    ),
    ("arrete", re.compile(r"^ *arreten?t?(?:ons)?\s?:?\s*$", re.MULTILINE)),
    ("decision", re.compile(r"^ *decide\s?:?\s*$", re.MULTILINE)),
)


_MINUTES = (
    re.compile(r"^\W*ordre du jour\W*$", re.MULTILINE),
    re.compile(r"^\W*(?:\d{1,2}\W{1,3})?(?:questions?|affaires|informations) diverses?\b", re.MULTILINE),
    re.compile(r"\bseance (?:est |a ete )?(?:levee|close)\b|\bleve(?:e)? la seance|ordre du jour (?:etant )?epuise"),
    re.compile(r"^\W*(?:\d{1,2}\W{1,3})?(?:approbation|adoption) du (?:compte|proces|pv\b|cr\b)", re.MULTILINE),
)
_RESULTAT = re.compile(
    r"^\W*votes?\s?:|^\W*(?:adopte|accord|approuve)\w{0,2} a l'unanimite|\bpasse au vote\b|\d (?:votes?|voix) pour\b",
    re.MULTILINE,
)
_VOTES, _SIGNES = 4, 3
"""How many results are those of several affairs, and of how many signs minutes are known."""


def lire_type(lecture: Lecture) -> Fait | None:
    """The kind that the first title says, else the kind of its decision."""
    for rank, line in enumerate(lecture.lignes[:_TITRE]):
        if rank and _CORPS.match(line.plat):
            break
        if line.plat.lstrip().startswith("objet"):
            continue
        kind = next(
            (nom for nom, motif in _TYPES_LUS if any(motif.search(cell) for cell in _cellules(line.plat))), None
        )
        if kind:
            return fait_en(
                lecture, "type_document", _affine(lecture, kind), Bout(line.debut, line.debut + len(line.texte))
            )
    for nom, motif in _INDICES:
        found = motif.search(lecture.plat)
        if found:
            kind = _affine(lecture, nom)
            return fait_en(lecture, "type_document", kind, Bout(found.start(), found.end()), Surete.PROBABLE)
    return None


def _minutes(lecture: Lecture) -> bool:
    """Whether a text tells a whole session, as minutes do: its agenda, several votes, its end."""
    signs = sum(bool(sign.search(lecture.plat)) for sign in _MINUTES)
    votes = sum(1 for _ in islice(_RESULTAT.finditer(lecture.plat), _VOTES))
    return signs + (votes >= _VOTES) >= _SIGNES


def _cellules(plat: str) -> list[str]:
    """The line, then what stands in each of its columns."""
    cells = re.split(r" {3,}", plat.strip())
    return [plat, *cells] if len(cells) > 1 else [plat]


def _affine(lecture: Lecture, kind: str) -> str:
    """« Annexe » over a convention is that convention; minutes may name themselves after « délibérations »."""
    titles = [line.plat for line in lecture.lignes[:12]]
    if kind == "annexe" and any(re.match(r"^ *convention\b", t) for t in titles):
        return "convention"
    if kind == "deliberation" and _minutes(lecture):
        return "proces_verbal"
    if kind == "deliberation":
        for other in ("liste_deliberations", "proces_verbal"):
            if any(re.search(dict(_TYPES)[other], t) for t in titles[:6]):
                return other
    return kind


def lire_titre(lecture: Lecture) -> Iterator[Fait]:
    """Kind, number and objet."""
    kind = lire_type(lecture)
    if kind:
        yield kind
    genre = str(kind.valeur) if kind else None
    number = None if genre in {"proces_verbal", "liste_deliberations", "convention", "annexe"} else lire_numero(lecture)
    if number:
        yield number[0]
    elif genre == "convention" and (code := lire_numero_convention(lecture)):
        yield code
    objet = lire_objet(lecture, number[1] if number else None, genre)
    if objet:
        yield objet
