"""Why: who presided, kept the record, signed, was there: names that a public act must not mistake."""

import re
from collections.abc import Iterator
from itertools import groupby

from ..faits import Fait, Surete
from .formules import Formule
from .formules_personnes import PERSONNES
from .noms import Nom, lire_nom, noms_de
from .recherche import Trouvaille, premiere
from .zones import DECISION, Lecture, Ligne

_SANS_SEANCE = frozenset({"arrete", "decision", "convention", "annexe", "liste_deliberations"})
_SANS_SIGNATAIRE = frozenset({"convention", "annexe", "liste_deliberations"})

_QUI = r"(?:maire|presidente?|vice-presidente?|adjointe?|conseillere? deleguee?|directeur|directrice|doyenne?|prefet)"
_TITRE = (
    rf"(?:(?:la |le |l'|m\. le |mme la |mme le |mr le |monsieur le |madame la |madame le |\d{{1,2}}"
    rf"(?:er|e|eme|ere) |premiere? |deuxieme |troisieme |quatrieme |cinquieme )){{0,3}}{_QUI}\b"
)
_QUALITE = re.compile(
    rf"^ *(?:(?:pour (?:extrait|copie|expedition|ampliation)[^\n,:]{{0,40}}|vu|fait et delibere"
    rf"|signe|p/o|po|par delegation),?:? {{0,2}})?"
    rf"(?:pour (?:le |la |l')\s?{_QUI}[^\n,]{{0,40}}?,? ?(?:et par delegation)?,? ?)?(?P<titre>{_TITRE})"
)
_SUITE_TITRE = re.compile(
    r"^(?:(?: (?:de|du|des|d'|a|en charge|charge|delegue|par|empeche|general"
    r"|adjoint)[^\n,:]{0,70})|-[a-z]{3,20}){0,2} ?[,:.]?\s*$"
)
_SECRETAIRE = re.compile(r"secretaire")
_INTERLIGNE = re.compile(
    r"^[ (\[]*(?:pour (?:le|la|l')|et par delegation|par delegation|signe|signature|l[ae]?"
    r" ?\S{0,12} ?(?:adjoint|president|maire|vice)|vice|cachet|sceau|#|maire)"
)
_SIGNE = re.compile(r" *(?:signe|sign\.)(?: par| electroniquement par)? ?:? ?")
_FONCTION_APRES = re.compile(rf"^[ ,\-]*(?:(?:la |le |l')?{_QUI}\b[^\n]{{0,60}})?[ .,]*$")


def lire_personnes(lecture: Lecture, type_document: str | None) -> Iterator[Fait]:
    """President and secretary of a session, then who signs."""
    if type_document not in _SANS_SEANCE:
        for _, formules in groupby((f for f in PERSONNES if f.cle != "signataire"), key=lambda f: f.cle):
            yield from _faits(lecture, tuple(formules))
    if type_document not in _SANS_SIGNATAIRE:
        found = _signataire(lecture)
        if found:
            yield found.fait(lecture)
        else:
            yield from _faits(lecture, tuple(f for f in PERSONNES if f.cle == "signataire"))


def _faits(lecture: Lecture, formules: tuple[Formule, ...]) -> Iterator[Fait]:
    """The best wording's fact, with the whole name when the text has it elsewhere."""
    first = premiere(formules, lecture)
    if first:
        yield first.fait(lecture)


def _signataire(lecture: Lecture) -> Trouvaille | None:
    """The last name under a quality, or over it, that is not the secretary's."""
    lines = lecture.lignes
    decision = DECISION.search(lecture.plat)
    start = decision.start() if decision else 0
    for rank in range(len(lines) - 1, -1, -1):
        if lines[rank].debut < start - len(lines[rank].texte):
            return None
        found = _sous_qualite(lecture, lines, rank)
        if found:
            surete = Surete.SURE if found.entier else Surete.PROBABLE
            return Trouvaille("signataire", found.valeur, lines[rank].debut, found.fin, surete)
    return None


def _sous_qualite(lecture: Lecture, lignes: tuple[Ligne, ...], rang: int) -> Nom | None:
    """The name that signs at this line, if it is one of a signature."""
    line = lignes[rang]
    quality = _QUALITE.match(line.plat)
    if not quality:
        column = _colonne(line) if "   " in line.plat.strip() else None
        return None if column is None else _en_colonnes(lecture, lignes[rang + 1 : rang + 5], column)
    rest = line.plat[quality.end() :]
    column = _colonne(line)
    same = _seul(lecture, line, quality.end())
    if same:
        return same
    if column is not None:
        return _en_colonnes(lecture, lignes[rang + 1 : rang + 5], column)
    if _SUITE_TITRE.match(rest) or not rest.strip(" ,:."):
        return _dessous(lecture, lignes[rang + 1 : rang + 6]) or _dessus(lecture, lignes, rang)
    return None


def _colonne(ligne: Ligne) -> int | None:
    """In which column the authority signs, when the secretary signs in another of the same line."""
    if not _SECRETAIRE.search(ligne.plat):
        return None
    quality = re.search(rf"\b{_QUI}\b", ligne.plat)
    secretary = _SECRETAIRE.search(ligne.plat)
    return int(quality.start() > secretary.start()) if quality and secretary else None


def _en_colonnes(lecture: Lecture, lignes: tuple[Ligne, ...], colonne: int) -> Nom | None:
    """The name in this column of a line of two names."""
    for line in lignes:
        names = noms_de(lecture.texte, line.debut, line.debut + len(line.texte))
        if len(names) == 2:
            return names[colonne]
    return None


def _dessous(lecture: Lecture, lignes: tuple[Ligne, ...]) -> Nom | None:
    """The name alone on one of the next lines, past the delegation and the seal."""
    for line, after in zip(lignes, [*lignes[1:], None], strict=False):
        signed = _SIGNE.match(line.plat)
        nom = _seul(lecture, line, signed.end() if signed else 0)
        if nom:
            whole = _seul(lecture, after, 0) if after and nom.valeur[1:2] == "." else None
            return whole if whole and whole.valeur.split()[-1] == nom.valeur.split()[-1] else nom
        if not _INTERLIGNE.match(line.plat):
            return None
    return None


def _dessus(lecture: Lecture, lignes: tuple[Ligne, ...], rang: int) -> Nom | None:
    """« Octave SIMULE », then « Maire »: a quality without article under a name."""
    bare = re.match(rf"^ *{_QUI}", lignes[rang].plat)
    return _seul(lecture, lignes[rang - 1], 0) if bare and rang else None


def _seul(lecture: Lecture, ligne: Ligne, debut: int) -> Nom | None:
    """The name, when nothing else stands on the line but a function."""
    nom = lire_nom(lecture.texte, lecture.plat, ligne.debut + debut)
    end = ligne.debut + len(ligne.texte)
    if not nom or nom.fin > end:
        return None
    rest = lecture.plat[nom.fin : end]
    alone = _FONCTION_APRES.match(rest) or "   " in rest[:4] or re.match(r"\s{2,}l[ae] secretaire", rest)
    return nom if alone else None
