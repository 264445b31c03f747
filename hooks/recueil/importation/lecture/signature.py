"""Why: who signs an act gives it its force; the name stands under a quality, and noise and seals stand between."""

import re
from bisect import bisect_left

from ..faits import Surete
from .noms import Nom, lire_nom, noms_de
from .recherche import Trouvaille
from .zones import DECISION, Lecture, Ligne

_QUI = (
    r"(?:maire|presidente?|vice-presidente?|adjointe?|conseillere? deleguee?|directeur|directrice|doyenne?|prefet"
    r"|chef(?:fe)?(?= d)|responsable(?= d))"
)
_TITRE = (
    rf"(?:(?:la |le |l'|m\. le |mme la |mme le |mr le |monsieur le |madame la |madame le |\d{{1,2}}"
    rf"(?:er|e|eme|ere) |premiere? |deuxieme |troisieme |quatrieme |cinquieme )){{0,3}}{_QUI}\b"
)
_DEVANT = (
    r"(?:signature d(?:u |e la |e l')|(?:(?:pour (?:extrait|copie|expedition|ampliation)|en (?:mairie|l'hotel)"
    r"|(?:ainsi )?fait\b"
    r"|a [a-z\-' ]{2,40}, le \S"
    r"|le \d|certifie|suivent|au registre|ont signe|signe|p/o|po\b|par delegation|transmis|l'original"
    r"|copie)[^\n:]{0,90}?"
    r"|vu|\[[^\]\n]{1,20}\]|\([^)\n]{1,30}\)|[\W_]{1,8})[,:.]? {0,60})?"
)
"""What may stand before the quality on its line."""

_QUALITE = re.compile(
    rf"^ *{_DEVANT}(?<![a-z'\-])(?:pour (?:le |la "
    rf"|l')\s?{_QUI}[^\n,]{{0,40}}?,? ?(?:et par delegation)?,? ?)?(?P<titre>{_TITRE})"
)
_SUITE_TITRE = re.compile(
    r"^(?:(?: (?:de|du|des|d'|a|en charge|charge|delegue|par|empeche|general|en exercice|suppleant|interim|temporaire"
    r"|municipal|syndical|departemental|adjoint)[^\n,:]{0,70})|-[a-z]{3,20}|, ?(?:(?:vice-)?presidente?"
    r"|conseillere?|deputee?|senat|officier)[^\n:]{0,60}){0,2} ?[,:.]?\s*$"
)
_INTERLIGNE = re.compile(
    r"^[ (\[]*(?:pour (?:le|la|l')|et par delegation|par delegation|signe|signature|l[ae]?"
    r" ?\S{0,12} ?(?:adjoint|president|maire|vice)|vice|cachet|sceau|tampon|paraphe|#|maire"
    r"|p/o|date|qualite|le \d|original|conseill|depute|senat|officier|chevalier|president|illisible"
    r"|d(?:e|u|es) |d'|et d|[^\n()\[\]]{1,40}[)\]]\s*$)"
)
_BRUIT = 0.5
"""Up to what share of letters a line is what a scanner makes of a seal or of a hand."""

_COLONNES = re.compile(
    rf"^ *(?:(?:l[ae] |l')?(?P<secretaire>secretaire)[^.:;\n]{{0,40}}?,?[ ]{{1,80}}(?:l[ae] |l')?(?P<qui>{_QUI})\b"
    rf"|(?:l[ae] |l')?(?P<avant>{_QUI})\b[^.:;\n]{{0,60}}?,?[ ]{{1,80}}(?:l[ae] "
    rf"|l')?(?P<apres>secretaire)\b)[^.:;\n]{{0,60}}$"
)
_COPIES = re.compile(
    r"^ *(?:destinataires?|ampliations? (?:a|sera)?|copies? (?:a|pour|adressee)|diffusion)\b", re.MULTILINE
)
"""Who receives a copy signs nothing."""

_CERTIFIE = re.compile(
    r"\bcertifiee? executoire|\b(?:acte|deliberation|arrete|decision) "
    r"(?:rendue?|certifiee?|rendue? et certifiee?) executoire"
)
"""Who certifies later that the act is in force is not who signed it."""

_SECOND = re.compile(rf"^ *l[ae] secretaire[^.;:\n]{{0,80}} (?:l[ae] |l'){_QUI}\b(?= [^\n]{{4}})")
"""« La secrétaire Ambre EXEMPLE Le Maire Basile FICTIF »: a line of two names, each after its quality."""

_DE_QUOI = re.compile(r" (?:(?:d[eu]s? |d'|au |en charge )[^\n:,]{1,60}|deleguee?\b[^\n:,]{0,50})[:,]")
_DE_SEANCE = re.compile(r" de (?:la )?seance\s?:")
"""A rubric of the heading, which nobody signs."""

_LARGE = 20
"""From how many signs apart two columns are told by their place."""

_A_DROITE = re.compile(rf"\S {{3,}}(?P<titre>{_TITRE}) ?[,:]?\s*$")
_DROITE = re.compile(r"(?:(?<=\S) {3,}|^ {20,})(?=\S(?:(?! {3})[^\n])*$)")
"""A quality, then a name, in the right one of two columns."""

_SIGNE = re.compile(r" *(?:signe|sign\.)(?: par| electroniquement par)? ?:? ?")
_FONCTION_APRES = re.compile(
    rf"^[ ,\-]*(?:(?:la |le |l')?(?:\d{{1,2}}(?:er|ere|e|eme) |premiere? )?{_QUI}\b[^\n]{{0,60}}|\(?signee?\)?)?"
    r"[ .,~_|*'\"\-]*$"
)


def signature(lecture: Lecture) -> Trouvaille | None:
    """The last name under a quality, or over it, that is not the secretary's nor one to whom a copy goes."""
    lines = lecture.lignes
    decision = DECISION.search(lecture.plat)
    start = decision.start() if decision else 0
    copies = _COPIES.search(lecture.plat, start)
    stops = sorted(found.start() for found in (copies, _CERTIFIE.search(lecture.plat, start)) if found)
    ends = [bisect_left(lines, stop, key=lambda line: line.debut) for stop in stops]
    return next((found for end in (*ends, len(lines)) if (found := _derniere(lecture, start, end))), None)


def _derniere(lecture: Lecture, debut: int, fin: int) -> Trouvaille | None:
    """The last signature between a place of the text and a line."""
    lines = lecture.lignes
    for rank in range(fin - 1, -1, -1):
        if lines[rank].debut < debut - len(lines[rank].texte):
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
    both = _deux(line)
    head = _SECOND.match(line.plat) or quality
    same = _sur_la_ligne(lecture, line, head.end()) if head else None
    if same or both:
        return same or (_en_colonnes(lecture, lignes[rang + 1 : rang + 5], *both) if both else None)
    if quality is None:
        return _cellule(lecture, lignes[rang : rang + 5])
    rest = line.plat[quality.end() :]
    if _SUITE_TITRE.match(rest) or not rest.strip(" ,:."):
        return (
            _dessous(lecture, lignes[rang + 1 : rang + 8])
            or _dessus(lecture, lignes, rang)
            or _cellule(lecture, lignes[rang : rang + 5])
        )
    return None


def _cellule(lecture: Lecture, lignes: tuple[Ligne, ...]) -> Nom | None:
    """The name in the right column, under a quality that stands there alone."""
    cell = _A_DROITE.search(lignes[0].plat)
    if not cell:
        return None
    for line in lignes[1:]:
        place = _DROITE.search(line.plat)
        if place and place.end() >= cell.start("titre") - _LARGE:
            return _seul(lecture, line, place.end())
    return None


def _sur_la_ligne(lecture: Lecture, ligne: Ligne, debut: int) -> Nom | None:
    """The name on the line of the quality, after it or after what it is the quality of."""
    if _DE_SEANCE.match(ligne.plat, debut):
        return None
    place = _DE_QUOI.match(ligne.plat, debut)
    return _seul(lecture, ligne, debut) or (_seul(lecture, ligne, place.end()) if place else None)


def _deux(ligne: Ligne) -> tuple[int, int] | None:
    """In which columns the authority and the secretary sign, when both are on this line and nothing else is."""
    heads = _COLONNES.match(ligne.plat)
    if not heads:
        return None
    if heads["qui"]:
        return heads.start("qui"), heads.start("secretaire")
    return heads.start("avant"), heads.start("apres")


def _en_colonnes(lecture: Lecture, lignes: tuple[Ligne, ...], place: int, autre: int) -> Nom | None:
    """The name under this place of a line of two, of which the other is the secretary's."""
    for line in lignes:
        names = noms_de(lecture.texte, line.debut, line.debut + len(line.texte))
        if len(names) == 2:
            return names[int(place > autre)]
        at = names[0].debut - line.debut if names else 0
        if len(names) == 1 and abs(place - autre) > _LARGE and abs(at - place) < abs(at - autre):
            return names[0]
    return None


def _dessous(lecture: Lecture, lignes: tuple[Ligne, ...]) -> Nom | None:
    """The name alone on one of the next lines, past the delegation and the seal."""
    for line, after in zip(lignes, [*lignes[1:], None], strict=False):
        signed = _SIGNE.match(line.plat)
        nom = _seul(lecture, line, signed.end() if signed else 0)
        if nom:
            whole = _seul(lecture, after, 0) if after and nom.valeur[1:2] == "." else None
            return whole if whole and whole.valeur.split()[-1] == nom.valeur.split()[-1] else nom
        if not _INTERLIGNE.match(line.plat) and not _bruit(line):
            return None
    return None


def _bruit(ligne: Ligne) -> bool:
    """Whether this line says nothing."""
    signs = "".join(ligne.plat.split())
    return sum(sign.isalpha() for sign in signs) <= _BRUIT * len(signs)


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
    alone = _FONCTION_APRES.match(rest) or "   " in rest[:4] or re.match(r"\s+l[ae] secretaire", rest)
    return nom if alone else None


_PARTIE = re.compile(
    r"(?:commune|ville|communaute|metropole|agglomeration|syndicat|departement|region|ccas|mairie|collectivite"
    r"|sivu|sivom)\b"
    r"(?:(?!ci-apres|d'une part|d'autre part|\bassociation|\bsociete)[^;]){0,250}?"
    r"\brepresentee?,? (?:par|en la personne de) (?:(?:son|sa|le|la|l'|ses?) ?)?"
    r"(?:(?:maire|presidente?)\s{1,3}en\s{1,3}exercice\s?,?\s?)?"
)
_FAIT = re.compile(r"\bfait (?:a|en|le)\b|\bsigne[e]? (?:a|le)\b")


def signature_convention(lecture: Lecture) -> Trouvaille | None:
    """Who signs a convention for the authority: whom it says represents it, when named again under the text."""
    made = max((m.end() for m in _FAIT.finditer(lecture.plat)), default=None)
    if made is None:
        return None
    parties = {
        nom.valeur
        for m in _PARTIE.finditer(lecture.plat, 0, made)
        if (nom := lire_nom(lecture.texte, lecture.plat, m.end()))
    }
    signed = {nom.valeur: nom for nom in noms_de(lecture.texte, made, min(len(lecture.texte), made + 1500))}
    found = [signed[name] for name in parties if name in signed]
    if len(parties) != 1 or not found:
        return None
    return Trouvaille("signataire", found[0].valeur, found[0].debut, found[0].fin, Surete.PROBABLE)
