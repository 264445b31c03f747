"""Why: a name must be taken whole and alone, without its civility, its function, or the words that follow it."""

import re
from dataclasses import dataclass

from .zones import plier

_MAJ = "A-ZÀ-ÖØ-ÞŒŸ"
_MIN = "a-zà-öø-ÿœ"
_MOT = rf"[{_MAJ}](?:[{_MAJ}{_MIN}]{{0,24}}(?:['\-][ \n]?(?=[{_MAJ}{_MIN}])[{_MAJ}{_MIN}]{{1,24}}){{0,3}})\.?"
_PARTICULE = r"d'(?=[A-Z])|(?:de|du|des|la|le|da|dos|van|von|der|el|ben|di)(?=[ \n])"
_JETON = re.compile(rf"[ ]{{0,2}}(?:(?P<particule>{_PARTICULE})|(?P<mot>{_MOT})(?![{_MAJ}{_MIN}]))")

_FORME = re.compile(r"P{1,3}(?:q{0,2}N){1,4}|(?:q{0,2}N){1,3}P{1,2}|P(?:q{0,2}P){1,2}|(?:q{0,2}N){1,4}|P")
"""First names and surname in either order, all alike, or one word; P is « Ambre », N is « EXEMPLE », q « de »."""

_CIVILITE = (
    r"(?:(?:m\.|mm\.|mr\.?|mrs?|mme\.?|mmes\.?|mlle\.?|monsieur|madame|mademoiselle|messieurs"
    r"|mesdames|dr\.?|me|m)(?= |\n))"
)
_FONCTION = (
    r"(?:(?:le|la|son|sa|notre|l'|leur)\s{0,2})?(?:maire|presidente?|vice-presidente?|doyenne?(?: d'age)?"
    r"|(?:premier|premiere|1er|1ere|\d{1,2}(?:e|eme|er))[ ]adjointe?|adjointe?)(?:[ ]du conseil [a-z]{4,15})?(?![a-z])"
)
_AVANT_NOM = re.compile(
    rf"[\s:.,;\-_/\"*•(]{{0,12}}(?:{_CIVILITE}\s{{1,3}})?(?:et\s{{1,3}}{_CIVILITE}\s{{1,3}})?"
    rf"(?:{_FONCTION}[\s,:\-]{{1,5}})?(?P<civilite>{_CIVILITE}\s{{1,3}})?"
)

_PARTICULES = frozenset({"DE", "DU", "DES", "LA", "LE"})
_BLANC = re.compile(r"\s{0,200}")
_COUPURE = re.compile(r"[ ]{0,3}\n[ ]{0,120}")
_APRES_NOM = re.compile(r"[ ]?[,;.)]")

_AUTRES_MOTS = """
maire maires mairie president presidente vice vice-president vice-presidente adjoint adjointe conseiller
conseillere conseillers delegue deleguee delegues secretaire secretaires monsieur madame messieurs mesdames m mm
mme mmes mr mlle le la les l un une il elle nous vous conseil commune ville communaute syndicat departement
premier premiere present presents presente presentes presidence pouvoir pouvoirs objet date seance etait etaient
sont est absent absente absents absentes excuse excuses excusee vu article pour par et a au aux du de des d en
directeur directrice rapporteur votants votant procuration procurations nombre membres membre convocation
deliberation deliberations arrete decision considerant apres ayant donne contre abstention abstentions vote
votes scrutin l'an lan fait certifie signe extrait quorum represente representes suppleant titulaire titulaires
affiche publie recu envoye prefecture republique francaise ordre jour rapport annexe convention entre cette ce
se s'est lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout
septembre octobre novembre decembre etant lors service services salle comite bureau groupe parti monsieurle qui
dont a-t-il lequel laquelle cadre centre code general titre formant majorite unanimite reuni reunis assemblee
affaires notaire nomme nommee designe designee elu elue tresorier chef agent administrateur administratrice
exercice nom prenom mandant mandataire mandants mandataires effectif mention suffrages acte sous finances
"""
PAS_UN_NOM = frozenset(_AUTRES_MOTS.split())
"""Words with a capital that are never part of a name."""


@dataclass(frozen=True, slots=True)
class Nom:
    """A name as it is written, put as « Prénom NOM », and where it stands."""

    valeur: str
    debut: int
    fin: int
    entier: bool
    """Whether a first name or its initial goes with the surname."""


def lire_nom(texte: str, plat: str, debut: int, *, civil: bool = False) -> Nom | None:
    """The name that stands at this place, after a civility or a function, or after one that holds for several.

    >>> lire_nom("Mme Ambre EXEMPLE, Maire", "mme ambre exemple, maire", 0).valeur
    'Ambre EXEMPLE'
    """
    debut = _passer(plat, debut)
    before = _AVANT_NOM.match(plat, debut)
    start = _passer(plat, before.end() if before else debut)
    civil = civil or bool(before and before[0].strip(" :.,;-_\n"))
    words = _mots(texte, start)
    shape = _FORME.match("".join(forme for forme, _, _ in words))
    if not shape:
        return None
    kept = words[: shape.end()]
    return _nom(texte, kept, civil=civil)


def _passer(plat: str, debut: int) -> int:
    """Past the blanks: those of a page in columns are many."""
    blank = _BLANC.match(plat, debut)
    return blank.end() if blank else debut


def noms_de(texte: str, debut: int, fin: int) -> list[Nom]:
    """All the full names that stand one after the other in a stretch of text."""
    found, at, stretch = [], debut, texte[:fin]
    plat = " " * debut + plier(stretch[debut:])
    while at < fin:
        nom = lire_nom(stretch, plat, at)
        if nom:
            found.append(nom)
        at = nom.fin if nom else _suivant(stretch, at, fin)
    return found


def _suivant(texte: str, debut: int, fin: int) -> int:
    """Where the next word starts."""
    blank = re.compile(r"[\s,;()]").search(texte, debut + 1, fin)
    return blank.start() if blank else fin


def _mots(texte: str, debut: int) -> list[tuple[str, int, int]]:
    """The words that may be those of a name, up to the first that cannot, each with its shape."""
    words: list[tuple[str, int, int]] = []
    at = debut
    while len(words) < 8 and (jeton := _JETON.match(texte, at) or _a_la_ligne(texte, at, words)):
        kind = "particule" if jeton["particule"] else "mot"
        if words and jeton[kind] in _PARTICULES:
            words.append(("q", jeton.start(kind), jeton.end(kind)))
            at = jeton.end()
            continue
        if kind == "mot" and plier(jeton[kind].strip(".")) in PAS_UN_NOM and not _initiale(jeton[kind]):
            break
        words.append(("q" if kind == "particule" else _forme(jeton[kind]), jeton.start(kind), jeton.end(kind)))
        at = jeton.end()
    return words


def _a_la_ligne(texte: str, debut: int, mots: list[tuple[str, int, int]]) -> re.Match[str] | None:
    """The surname on the next line, after first names alone."""
    if not mots or len(mots) > 3 or any(forme == "N" for forme, _, _ in mots):
        return None
    cut = _COUPURE.match(texte, debut)
    jeton = _JETON.match(texte, cut.end()) if cut else None
    if not jeton or not jeton["mot"]:
        return None
    alone = len(mots) == 1 and _APRES_NOM.match(texte, jeton.end())
    return jeton if _forme(jeton["mot"]) == "N" or alone else None


def _initiale(mot: str) -> bool:
    """« B. », « J.-P. »: a first name cut short; « M. » is a civility."""
    return mot.endswith(".") and len(mot) <= 3 and mot != "M."


def _forme(mot: str) -> str:
    """P for a first name or an initial, N for a surname in capitals."""
    letters = [c for c in mot if c.isalpha()]
    return "N" if len(letters) > 1 and mot.upper() == mot else "P"


def _nom(texte: str, mots: list[tuple[str, int, int]], *, civil: bool) -> Nom | None:
    """The name made of these words, first names first."""
    debut, fin = mots[0][1], mots[-1][2]
    shapes = "".join(forme for forme, _, _ in mots)
    whole = len(shapes.replace("q", "")) > 1
    if not whole and not civil:
        return None
    fin -= texte[debut:fin].endswith(".") and not _initiale(texte[mots[-1][1] : fin])
    cut = re.fullmatch(r"([qN]+)(P+)", shapes)
    if cut:
        at = mots[len(cut[1])][1]
        return Nom(_propre(f"{texte[at:fin]} {texte[debut:at]}"), debut, fin, whole)
    return Nom(_propre(texte[debut:fin]), debut, fin, whole)


def _propre(texte: str) -> str:
    """One blank between words, and none in a word that a line end cut."""
    return re.sub(r"(?<=[^\W\d_])- ", "-", " ".join(texte.split()))
