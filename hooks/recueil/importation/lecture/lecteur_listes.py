"""Why: who was there and who voted for whom goes to the session's file, name by name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from ..faits import Fait
from .appels import lire_appel, lire_mandats
from .lignes_jointes import joindre
from .listes import Listes, faits_des_listes
from .noms import PAS_UN_NOM, Nom, lire_nom, noms_de
from .presences import lire_presences
from .recherche import souple
from .zones import Lecture, plier

_SANS_LISTE = frozenset({"arrete", "decision", "convention", "annexe", "liste_deliberations"})

_RUBRIQUES = {
    "liste_presents": (
        r"(?:(?:etaient|sont|etant|membres|conseillers|elus|delegues) ){0,2}"
        r"presente?s?(?: a (?:la seance|l'ouverture))?"
    ),
    "liste_excuses": (
        r"(?:etai(?:en)?t |sont )?(?:absente?s? )?(?:et )?excusee?s?(?: (?:et )?representee?s?)?"
        r"(?: ?/ ?pouvoirs?)?(?: (?:et )?ayant donne (?:pouvoir|procuration))?"
    ),
    "liste_absents": r"(?:etai(?:en)?t |sont )?absente?s?(?: non excusee?s?| representee?s?)?",
    "liste_pouvoirs": (
        r"(?:(?:ont|ayant) donne (?:leur )?)?(?:pouvoirs?|procurations?)(?: (?:ecrite?s?|donnes))?"
        r"(?: de voter en leur nom)?|representee?s?"
    ),
}
_RUBRIQUE = re.compile(
    "|".join(
        rf"(?P<{cle}>(?:^|\n|\. |; ) {{0,12}}[\-*•]? {{0,4}}(?:{souple(motif)})(?: ?\(\d{{1,3}}\))? ?:)"
        for cle, motif in _RUBRIQUES.items()
    )
)
_FIN = re.compile(
    r"^ *(?:secretaire|date|nombre|objet|presid|vote|l'an|le |la |les |formant|lesquels|assistai"
    r"|vu|convocation|quorum|seance|deliberation|"
    r"a ete|ordre du jour|il (?:a|est)|affich|en exercice|votants|apres|conformement|rapporteur"
    r"|etai(?:en)?t|sont|absent|excuse|present|pouvoir|procuration|considerant|sur (?:proposition|rapport)|entendu)"
    r"|^[^\n]{0,120}secretaire|^ *(?:monsieur|madame|m\.|mme) l[ae] (?:maire|presidente?|rapporteure?)[^\n]{0,60}"
    r" (?:rappelle|expose|informe|propose|ouvre|indique|presente|explique|donne|precise|soumet|fait)\b"
)
_SUITE = re.compile(r"^ *(?:pouvoirs?|procurations?|representee?s?)\b[^:\n]*$")
_INACHEVEE = re.compile(r"[^.:;\s] *\n$")
"""A line that ends in the middle of what it says, before one that goes on with « pouvoir à »."""

_ENTREE = re.compile(
    r"[,;\n]| -{1,2} | et (?=[a-z])|•|(?<!\bm)(?<!\bmm)(?<!\bmme)(?<!\bmmes)(?<!\bmr)(?<!\b[a-z])\. (?=[a-z])"
)
_POUVOIR = re.compile(r"pouvoir|procuration|mandat|represente")
_DONNE_A = re.compile(r"^\W{0,3}(?:a|donne a) ")
_RECU_DE = re.compile(r"\b(?:pouvoirs?|procurations?|mandats?|mandataire) (?:donnee? par|recue? d[eu]|de |du |d')")
"""« porteur du pouvoir de M. X »: the second gives, the first bears."""

_REMPLACE = re.compile(r"supplea|remplac")
"""Who stands in for a full member votes in its own name: it is no proxy."""

_SAUF = re.compile(
    r"\W{0,9}(?:(?:tou(?:s|te|tes)|(?:l'|la )?(?:ensemble|totalite|integralite))\b"
    r"|[^,;\n]{0,60}\b(?:sauf|excepte|hormis|a l'exception)\b)"
)
"""« tous les membres, sauf M. X »: the name is that of who was away."""

_ABREGEE = re.compile(
    r"liste complete|\b(?:et|suivent)\b[^,;\n]{0,20}\bautres (?:conseillers|membres|delegues|elus|noms)"
    r"|figur(?:ent|ant) (?:au registre|sur la feuille)"
)
"""« et seize autres conseillers »: not all the names are there."""

_RESPECTIVEMENT = re.compile(r"\brespectivement\b")
"""« A, B, ayant donné respectivement procuration à C, D »: which name is of which list, no separator tells."""

_PLURIEL = re.compile(r"\W{0,6}(?:mm|mmes|messieurs|mesdames)\b")
_SEUL = re.compile(r"\W{0,6}[A-ZÀ-Þ][\w'’-]*(?:[ ](?:[A-ZÀ-Þ][\w'’-]*))?\W{0,6}")
_EN_CAPITALES = re.compile(r"(?<![\w'’-])[A-ZÀ-Þ]{2}[A-ZÀ-Þ'’-]+(?![\w'’-])")
_COMME_UN_NOM = re.compile(r"\W*(?:(?:[A-ZÀ-Þ][\w'’.-]{0,30}|d[eu]|la|le)[ ]{0,3}){1,5}\W*")
_EXCUSE = re.compile(r"(?<!non )\bexcuse")

_PARENTHESE = 80
"""What is said of a member is not longer."""

_ASSEZ = 200
"""How many rubrics are read: time stays bounded, and minutes have fewer."""


@dataclass(frozen=True, slots=True)
class _Entree:
    """Where an entry stands, the name before it, and whether a civility of several holds for it."""

    cle: str
    debut: int
    fin: int
    avant: Nom | None = None
    pluriel: bool = False
    parenthese: bool = False


def lire_listes(lecture: Lecture, type_document: str | None) -> Iterator[Fait]:
    """The names of a session, by rubric, by roll call, by table of proxies."""
    if type_document in _SANS_LISTE:
        return
    lists = Listes()
    rubrics = list(islice(_RUBRIQUE.finditer(lecture.plat), _ASSEZ))
    for rubric, after in zip(rubrics, [*rubrics[1:], None], strict=False):
        limit = after.start() if after else len(lecture.plat)
        _rubrique(lecture, str(rubric.lastgroup), (rubric.end(), limit), lists)
    lire_appel(lecture, lists)
    lire_mandats(lecture, lists)
    lire_presences(lecture, lists)
    yield from faits_des_listes(lecture, lists)


def _rubrique(lecture: Lecture, cle: str, place: tuple[int, int], listes: Listes) -> None:
    """The names of one rubric, entry by entry."""
    at, end = place[0], min(place[1], _fin(lecture, place[0]))
    if _SAUF.match(lecture.plat, at, end):
        listes.partielle(cle, at, end)
        return
    if _ABREGEE.search(lecture.plat, at, end):
        listes.partielle(cle, at, end)
    if _RESPECTIVEMENT.search(lecture.plat, at, end):
        listes.partielle(cle, at, end)
        listes.partielle("liste_pouvoirs", at, end)
    texte, plat = joindre(lecture.texte, lecture.plat, at, end)
    lecture = replace(lecture, texte=texte, plat=plat)
    last: Nom | None = None
    plural = False
    for cut in [*_ENTREE.finditer(plat, at, end), None]:
        stop = cut.start() if cut else end
        plural = bool(_PLURIEL.match(plat, at)) or (plural and bool(_SEUL.fullmatch(texte, at, stop)))
        within = last is not None and _entre_parentheses(plat, last.debut, at, end)
        last = _entree(lecture, _Entree(cle, at, stop, last, plural, within), listes)
        at = cut.end() if cut else end


def _entre_parentheses(plat: str, debut: int, ici: int, fin: int) -> bool:
    """Whether this place is between parentheses that opened after a name: « (Amis de la Forge, Secours FICTIF) »."""
    opened = plat.count("(", debut, ici) > plat.count(")", debut, ici)
    return opened and plat.find(")", ici, min(fin, ici + _PARENTHESE)) >= 0


def _fin(lecture: Lecture, debut: int) -> int:
    """Where a rubric ends: at other words, or at a blank line that follows names."""
    at, seen = debut, False
    while at < min(len(lecture.plat), debut + 6000):
        stop = lecture.plat.find("\n", at)
        stop = len(lecture.plat) if stop < 0 else stop
        line = lecture.plat[at:stop]
        cut = _SUITE.match(line) and _INACHEVEE.search(lecture.plat[debut:at])
        if at > debut and not cut and (_FIN.match(line) or (seen and not line.strip())):
            return at
        seen = seen or bool(line.strip())
        at = stop + 1
    return min(at, len(lecture.plat))


def _entree(lecture: Lecture, entree: _Entree, listes: Listes) -> Nom | None:
    """One entry: a name, a name who gives a proxy to another, or what is said of the name before."""
    names = _noms(lecture, entree)
    before = lecture.plat[entree.debut : names[0].debut] if names else ""
    if _REMPLACE.search(before):
        return entree.avant
    if entree.avant and len(names) == 1 and (_DONNE_A.match(before) or _POUVOIR.search(before)):
        _donne(entree.avant, names[0], before, listes)
        return entree.avant
    if entree.parenthese:
        return entree.avant
    if not names:
        if _illisible(lecture.texte[entree.debut : entree.fin]):
            listes.partielle(entree.cle, entree.debut, entree.fin)
        return entree.avant
    _ranger(lecture, entree, names, listes)
    return names[0]


def _noms(lecture: Lecture, entree: _Entree) -> list[Nom]:
    """The names of an entry; after « MM. », a surname alone is one."""
    found = noms_de(lecture.texte, entree.debut, entree.fin)
    if found or not entree.pluriel:
        return found
    alone = lire_nom(lecture.texte[: entree.fin], lecture.plat, entree.debut, civil=True)
    return [alone] if alone else []


def _ranger(lecture: Lecture, entree: _Entree, noms: list[Nom], listes: Listes) -> None:
    """The first name to its list, the second as the bearer of its proxy or as another of the list."""
    cle = entree.cle
    between = lecture.plat[noms[0].fin : noms[1].debut] if len(noms) > 1 else ""
    relation = _POUVOIR.search(between) or (cle != "liste_presents" and re.search(r"\ba\b|par", between))
    if len(noms) == 2 and relation and not _REMPLACE.search(between):
        _donne(noms[0], noms[1], between, listes)
    if cle == "liste_pouvoirs":
        return
    if len(noms) > 1 and not relation and between.count("(") <= between.count(")"):
        listes.partielle(cle, entree.debut, entree.fin)
    away = cle == "liste_absents" and _EXCUSE.search(lecture.plat, noms[0].fin, entree.fin)
    listes.ajoute("liste_excuses" if away else cle, noms[0])


def _donne(avant: Nom, apres: Nom, mots: str, listes: Listes) -> None:
    """A proxy between two names, by the words that stand between them."""
    if _RECU_DE.search(mots):
        listes.pouvoir(apres, avant)
    else:
        listes.pouvoir(avant, apres)


def _illisible(texte: str) -> bool:
    """Whether words that no name was read of look like one."""
    if not _COMME_UN_NOM.fullmatch(texte):
        return False
    return any(plier(word[0]) not in PAS_UN_NOM for word in _EN_CAPITALES.finditer(texte))
