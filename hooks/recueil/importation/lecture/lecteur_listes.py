"""Why: who was there and who voted for whom goes to the session's file, name by name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..faits import Fait, Surete
from .noms import Nom, lire_nom, noms_de
from .recherche import souple
from .zones import Lecture

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
    r"|etaient|sont|absent|excuse|present|pouvoir|procuration)|^[^\n]{0,120}secretaire"
)
_SUITE = re.compile(r"^ *(?:pouvoirs?|procurations?|representee?s?)\b[^:\n]*$")
_INACHEVEE = re.compile(r"[^.:;\s] *\n$")
"""A line that ends in the middle of what it says, before one that goes on with « pouvoir à »."""

_ENTREE = re.compile(
    r"[,;\n]| - | et (?=[a-z])|•|(?<!\bm)(?<!\bmm)(?<!\bmme)(?<!\bmmes)(?<!\bmr)(?<!\b[a-z])\. (?=[a-z])"
)
_POUVOIR = re.compile(r"pouvoir|procuration|mandat|represente|supple")
_DONNE_A = re.compile(r"^\W{0,3}(?:a|donne a) ")
_MANDATS = re.compile(r"^[^\n]{0,60}\bmandat(?:aire|e)s?\b[^\n]{0,20}$", re.MULTILINE)
_APPEL = re.compile(
    r"^ {0,20}(?P<nom>[^\n:]{3,60}?) ?: ?(?P<etat>present|absent|excuse)e?\b(?P<suite>[^\n]{0,80})$", re.MULTILINE
)
_ETATS = {"present": "liste_presents", "absent": "liste_absents", "excuse": "liste_excuses"}


@dataclass(slots=True)
class _Listes:
    """What is gathered on the way."""

    noms: dict[str, list[Nom]] = field(default_factory=dict)
    pouvoirs: list[tuple[Nom, Nom]] = field(default_factory=list)

    def ajoute(self, cle: str, nom: Nom) -> None:
        """One name, once."""
        known = self.noms.setdefault(cle, [])
        if nom.valeur not in {n.valeur for n in known}:
            known.append(nom)

    def pouvoir(self, donne: Nom, porte: Nom) -> None:
        """One proxy, once."""
        if donne.valeur not in {d.valeur for d, _ in self.pouvoirs} and donne.valeur != porte.valeur:
            self.pouvoirs.append((donne, porte))


def lire_listes(lecture: Lecture, type_document: str | None) -> Iterator[Fait]:
    """The names of a session, by rubric, by roll call, by table of proxies."""
    if type_document in _SANS_LISTE:
        return
    lists = _Listes()
    for rubric in _RUBRIQUE.finditer(lecture.plat):
        _rubrique(lecture, str(rubric.lastgroup), rubric.end(), lists)
    _appel(lecture, lists)
    _mandats(lecture, lists)
    yield from _faits(lecture, lists)


def _rubrique(lecture: Lecture, cle: str, debut: int, listes: _Listes) -> None:
    """The names of one rubric, entry by entry."""
    end = _fin(lecture, debut)
    lecture = _d_un_trait(lecture, debut, end)
    last: Nom | None = None
    at = debut
    for cut in [*_ENTREE.finditer(lecture.plat, debut, end), None]:
        stop = cut.start() if cut else end
        last = _entree(lecture, cle, (at, stop), last, listes)
        at = cut.end() if cut else end


def _fin(lecture: Lecture, debut: int) -> int:
    """Where a rubric ends: at the next, at other words, or at a blank line that follows names."""
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


def _d_un_trait(lecture: Lecture, debut: int, fin: int) -> Lecture:
    """The same reading, its lines joined when commas part the names: then a line may end in the middle of one."""
    stretch = lecture.plat[debut:fin].strip()
    if stretch.count(",") + stretch.count(";") <= stretch.count("\n"):
        return lecture
    texte, plat = (
        text[:debut] + text[debut:fin].replace("\n", " ") + text[fin:] for text in (lecture.texte, lecture.plat)
    )
    return replace(lecture, texte=texte, plat=plat)


def _entree(lecture: Lecture, cle: str, place: tuple[int, int], last: Nom | None, listes: _Listes) -> Nom | None:
    """One entry: a name, a name who gives a proxy to another, or what is said of the name before."""
    words = lecture.plat[place[0] : place[1]]
    names = noms_de(lecture.texte, *place)
    if last and len(names) == 1 and (_DONNE_A.match(words) or _POUVOIR.match(words.strip(" ("))):
        listes.pouvoir(last, names[0])
        return last
    if not names:
        return last
    if len(names) == 2:
        between = lecture.plat[names[0].fin : names[1].debut]
        if _POUVOIR.search(between) or (cle != "liste_presents" and re.search(r"\ba\b|par", between)):
            listes.pouvoir(names[0], names[1])
    if cle != "liste_pouvoirs":
        listes.ajoute(cle, names[0])
    return names[0]


def _appel(lecture: Lecture, listes: _Listes) -> None:
    """« Prénom NOM : présent », line after line."""
    calls = list(_APPEL.finditer(lecture.plat))
    if len(calls) < 3:
        return
    for call in calls:
        nom = lire_nom(lecture.texte, lecture.plat, call.start("nom"))
        if not nom:
            continue
        listes.ajoute(_ETATS[call["etat"]], nom)
        others = noms_de(lecture.texte, call.start("suite"), call.end("suite"))
        if others and _POUVOIR.search(call["suite"]):
            listes.pouvoir(nom, others[0])


def _mandats(lecture: Lecture, listes: _Listes) -> None:
    """Under a heading « MANDANTS MANDATAIRES », two names a line."""
    for heading in _MANDATS.finditer(lecture.plat):
        for line in (li for li in lecture.lignes if li.debut > heading.end()):
            names = noms_de(lecture.texte, line.debut, line.debut + len(line.texte))
            if len(names) != 2 or len(line.plat) > 90:
                break
            listes.pouvoir(names[0], names[1])


def _faits(lecture: Lecture, listes: _Listes) -> Iterator[Fait]:
    """Each list with the words from its first name to its last."""
    for cle, names in listes.noms.items():
        sure = all(n.entier for n in names)
        proof = lecture.document.preuve(min(n.debut for n in names), max(n.fin for n in names))
        yield Fait(cle, tuple(n.valeur for n in names), proof, surete=Surete.SURE if sure else Surete.PROBABLE)
    if listes.pouvoirs:
        proof = lecture.document.preuve(listes.pouvoirs[0][0].debut, listes.pouvoirs[-1][1].fin)
        yield Fait("liste_pouvoirs", tuple((d.valeur, p.valeur) for d, p in listes.pouvoirs), proof)
