"""Why: who presided, kept the record, signed, was there: names that a public act must not mistake."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from ..faits import Fait, Surete
from .formules import Formule
from .formules_personnes import PERSONNES
from .noms import Nom, noms_de
from .recherche import Trouvaille, premiere
from .signature import signature, signature_convention
from .zones import DECISION, Lecture

_PRESIDE = re.compile(
    r"sous la presidence (?:de |du |d')(?:m\. |mr |mme |monsieur |madame )?(?:l[ea] )?(?P<qui>maire|presidente?)\b"
    r"|\bl[ae] (?P<ouvre>maire|presidente?),? (?:ouvre|ayant ouvert|preside|declare)"
)
_SANS_SEANCE = frozenset({"arrete", "decision", "convention", "annexe"})
_SANS_SIGNATAIRE = frozenset({"annexe"})
_INITIALES = re.compile(r"(?P<initiale>[A-ZÀ-Ý])[a-z]?\.(?:-?[A-ZÀ-Ý]\.)? ?(?P<nom>\S.*)")


def lire_personnes(lecture: Lecture, type_document: str | None) -> Iterator[Fait]:
    """President and secretary of a session, then who signs."""
    if type_document not in _SANS_SEANCE:
        for _, formules in groupby((f for f in PERSONNES if f.cle != "signataire"), key=lambda f: f.cle):
            yield from _faits(lecture, tuple(formules))
    if type_document not in _SANS_SIGNATAIRE:
        convention = type_document == "convention"
        found = signature_convention(lecture) if convention else signature(lecture)
        if found:
            yield _entier(lecture, found).fait(lecture)
        elif not convention:
            yield from _faits(lecture, tuple(f for f in PERSONNES if f.cle == "signataire"))


def _faits(lecture: Lecture, formules: tuple[Formule, ...]) -> Iterator[Fait]:
    """The best wording's fact, with the whole name when the text has it elsewhere."""
    first = premiere(formules, lecture)
    if first is None and formules[0].cle == "president":
        first = _par_fonction(lecture)
    if first:
        yield _entier(lecture, first).fait(lecture)


def _entier(lecture: Lecture, trouvaille: Trouvaille) -> Trouvaille:
    """« M. FICTIF » is « Basile FICTIF » when the act names one person of that name, and only one."""
    short = _INITIALES.fullmatch(str(trouvaille.valeur))
    surname = short["nom"] if short else str(trouvaille.valeur)
    if " " in surname:
        return trouvaille
    whole = {
        nom.valeur
        for line in lecture.lignes
        if surname in line.texte
        for nom in noms_de(lecture.texte, line.debut, line.debut + len(line.texte))
        if surname in nom.valeur.split() and " " in nom.valeur and not _INITIALES.fullmatch(nom.valeur)
    }
    if short:
        whole = {name for name in whole if name.startswith(short["initiale"])}
    return replace(trouvaille, valeur=whole.pop()) if len(whole) == 1 else trouvaille


def _par_fonction(lecture: Lecture) -> Trouvaille | None:
    """Who presides when only a function is said: the one person whom the list of those present gives it to."""
    said = _PRESIDE.search(lecture.plat)
    if not said:
        return None
    function = (said["qui"] or said["ouvre"])[:9]
    decision = DECISION.search(lecture.plat, said.end())
    found = {}
    for place in re.finditer(
        rf"[ ,(\-]{{1,40}}(?:l[ae] )?{function}e?\b(?! (?:d[eu]\b|d'|honor|sort|adj))", lecture.plat
    ):
        if decision is None or place.start() < decision.start():
            for nom in _avant(lecture, place.start()):
                found[nom.valeur] = nom
    if len(found) != 1:
        return None
    nom = next(iter(found.values()))
    return Trouvaille("president", nom.valeur, nom.debut, nom.fin, Surete.PROBABLE)


def _avant(lecture: Lecture, fin: int) -> list[Nom]:
    """The whole name that ends here on this line, if one does."""
    line = lecture.plat.rfind("\n", 0, fin) + 1
    names = noms_de(lecture.texte, max(line, fin - 60), fin)
    return [nom for nom in names[-1:] if nom.fin == fin and nom.entier]
