"""Why: numbers carry the legal force of a vote; only those that the text states of this vote are taken."""

import re
from collections.abc import Iterator
from itertools import groupby

from ..faits import Fait, Surete
from .formules import Formule
from .formules_comptes import COMPTES
from .formules_votes import AUTRE_VOTE, UNANIMITE, VOTES
from .nombres import lire_entier
from .recherche import Trouvaille, chercher
from .zones import Lecture

_SANS_VOTE = frozenset({"proces_verbal", "liste_deliberations", "convention", "annexe", "arrete", "decision"})
"""Minutes hold many votes, none of which is theirs; the others hold none."""

_SANS_COMPTE = _SANS_VOTE - {"proces_verbal"}

_ETIQUETTES = {
    "membres_en_exercice": r"(?:(?:membres|conseillers|delegues|municipaux) ){0,2}en exercice|effectif(?: legal)?",
    "presents": r"(?:membres |conseillers )?presents",
    "absents": r"absents(?: excuses)?",
    "pouvoirs": r"pouvoirs|procurations|representes|mandats",
    "votants": r"votants|qui ont pris part (?:a la deliberation|au vote)",
    "suffrages_exprimes": r"(?:suffrages )?exprimes",
    "pour": r"(?:votes? |voix )?pour",
    "contre": r"(?:votes? |voix )?contre",
    "abstention": r"abstentions?(?:\(s\))?",
}
_CHARNIERE = (
    r"[\s:;.,|*_\-]{0,12}(?:(?:nombre|nbre|nb)\.? (?:total )?(?:de |d'|des )?(?:membres |conseillers "
    r"|delegues )?(?:municipaux |communautaires )?)?"
)
_UNE = "|".join(motif for motif in _ETIQUETTES.values())
_LABELS = rf"\b(?:{_UNE})\b(?:{_CHARNIERE}(?:{_UNE})\b){{1,6}}"
_CHIFFRES = r"(?<![\d/.,\-])\b\d{1,3}(?:\s{1,40}\d{1,3}){1,6}\b(?![\d/.,\-])"
_TABLEAUX = (
    re.compile(rf"(?P<labels>{_LABELS})[\s:]{{1,40}}(?:\d\d[/.]\d\d[/.]\d{{4}}\s{{1,40}})?(?P<chiffres>{_CHIFFRES})"),
    re.compile(rf"(?P<chiffres>{_CHIFFRES})\s{{1,40}}{_CHARNIERE}(?P<labels>{_LABELS})(?!\s?[:=]?\s{{0,3}}\d)"),
)
"""All the labels then all the values, or the values first."""

_ETIQUETTE = re.compile("|".join(rf"(?P<{cle}>\b(?:{motif})\b)" for cle, motif in _ETIQUETTES.items()))
_FORMULAIRE = re.compile(
    r"a l'unanimite\s?:?\s{1,20}(?:adoptee? |approuvee? |vote )?a la majorite\b|a l'unanimite ?/ ?(?:a la )?majorite"
)
"""A form that prints both lines, of which a hand ticks one."""


def lire_votes(lecture: Lecture, type_document: str | None) -> Iterator[Fait]:
    """The counts of the heading, then the vote."""
    if type_document in _SANS_COMPTE:
        return
    keep_votes = type_document not in _SANS_VOTE
    tables = [t for t in _tableaux(lecture) if keep_votes or t.cle not in {"pour", "contre", "abstention"}]
    found = [*tables, *_comptes(lecture, tables)]
    if keep_votes:
        votes = [t for t in tables if t.cle in {"pour", "contre", "abstention"}]
        votes += _votes(lecture, {t.cle for t in votes})
        found = [*found, *(t for t in votes if t not in found)]
        yield from (t.fait(lecture) for t in _unanimite(lecture, votes))
    yield from (t.fait(lecture) for t in found)


def _tableaux(lecture: Lecture) -> list[Trouvaille]:
    """The values of tables that were flattened, when there are as many values as labels."""
    found: list[Trouvaille] = []
    for motif in _TABLEAUX:
        for table in motif.finditer(lecture.plat):
            labels = [str(m.lastgroup) for m in _ETIQUETTE.finditer(table["labels"])]
            values = [lire_entier(v) for v in table["chiffres"].split()]
            fresh = not {t.cle for t in found} & set(labels)
            if len(labels) == len(values) == len(set(labels)) and fresh:
                found += [
                    Trouvaille(k, v, table.start(), table.end(), Surete.SURE)
                    for k, v in zip(labels, values, strict=True)
                    if v is not None
                ]
    return found


def _comptes(lecture: Lecture, tables: list[Trouvaille]) -> Iterator[Trouvaille]:
    """Each count by its best wording, but for what a table says."""
    known = {t.cle for t in tables}
    for cle, formules in groupby(sorted(COMPTES, key=lambda f: f.cle), key=lambda f: f.cle):
        first = _premiere(tuple(formules), lecture, tables) if cle not in known else None
        if first:
            yield first


def _votes(lecture: Lecture, known: set[str]) -> Iterator[Trouvaille]:
    """The vote of the assembly, when it is said once or always the same."""
    for cle, formules in groupby(sorted(VOTES, key=lambda f: f.cle), key=lambda f: f.cle):
        if cle in known:
            continue
        found = [t for f in formules for t in chercher(f, lecture) if not _autre(lecture, t)]
        if found:
            first = min(found, key=lambda t: t.debut)
            same = len({t.valeur for t in found}) == 1
            yield first if same else Trouvaille(cle, first.valeur, first.debut, first.fin, Surete.POSSIBLE)


def _premiere(formules: tuple[Formule, ...], lecture: Lecture, tables: list[Trouvaille]) -> Trouvaille | None:
    """The first value outside the tables and the votes of others."""
    hits = (t for f in formules for t in chercher(f, lecture))
    return next((t for t in hits if not _dans(t, tables) and not _autre(lecture, t)), None)


def _dans(trouvaille: Trouvaille, tables: list[Trouvaille]) -> bool:
    """Whether it stands in a table, where a label is followed by the value of another."""
    return any(t.debut <= trouvaille.debut < t.fin or t.debut < trouvaille.fin <= t.fin for t in tables)


def _autre(lecture: Lecture, trouvaille: Trouvaille) -> bool:
    """Whether the sentence speaks of a commission, or of something else than the act."""
    start = max(lecture.plat.rfind(sign, 0, trouvaille.debut) + 1 for sign in (". ", ";", "\n"))
    above = lecture.plat.rfind("\n", 0, max(start - 1, 0)) + 1
    if lecture.plat[start - 1 : start] == "\n" and start - above > 60 and lecture.plat[start - 2] not in ".:;,":
        start = above
    sentence = lecture.plat[max(start, trouvaille.debut - 250) : trouvaille.debut]
    return bool(AUTRE_VOTE.search(sentence)) and "delibere" not in sentence


def _unanimite(lecture: Lecture, votes: list[Trouvaille]) -> Iterator[Trouvaille]:
    """Yes or no when the text says it and its figures agree."""
    against = next((t for t in votes if t.cle == "contre" and t.surete > Surete.POSSIBLE and t.valeur), None)
    said = (
        []
        if _FORMULAIRE.search(lecture.plat)
        else [t for f in UNANIMITE for t in chercher(f, lecture) if not _autre(lecture, t)]
    )
    values = {t.valeur for t in said}
    if against and True not in values:
        yield Trouvaille("unanimite", False, against.debut, against.fin, Surete.SURE)  # noqa: FBT003 - the value of a key
    elif len(values) == 1 and not against:
        yield min(said, key=lambda t: t.debut)
