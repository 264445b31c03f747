"""Who a convention binds: the parties between « Entre » and what is agreed, each in the words of the document."""

import re
from dataclasses import dataclass
from itertools import pairwise

from ...champs import INCONNU
from ...noms import cle as cle_nom

_BLANC = re.compile(r"\.{3,}|…|_{2,}|(?:\. ){3,}")
_PERSONNE = r"(?-i:[A-ZÀ-Þ][\w'-]+(?:[ ](?:d[eu] |d'|le |la |van |von )?[A-ZÀ-Þ][\w'-]+){1,3})"
_CIVILITE = r"(?:monsieur|madame|mesdames|m\.|mme|mr)"
_FONCTION = r"(?:vice-)?présidente?|maire|directrice|directeur|gérante?|préfète?|trésorière?"
_PAR = r"représentée?(?:\(e\))?(?: aux présentes)? par"
_LIMITE = re.compile(
    r"^[ ]*(?:vu\b|il (?:est|a été) (?:convenu|exposé|arrêté|préalablement)|préambule|exposé|considérant|article\b"
    r"|ceci exposé|ci-après ensemble)",
    re.IGNORECASE | re.MULTILINE,
)
_ENTRE = re.compile(r"^[ ]*entre(?:[ ]*:|[ ]+les soussignée?s[ ]*:?)?(?=[ ]|$)[ ]*", re.IGNORECASE | re.MULTILINE)
_ET = re.compile(r"^[ ]*(?:et|d'autre part)[ ]*[:,]?[ ]*(?:$|(?=l[ae'] |les ))", re.IGNORECASE | re.MULTILINE)
_ARTICLES = re.compile(
    r"(?:la collectivité|l'établissement|l'association dénommée|l[ae](?=[ ])|les(?=[ ])|l')"
    r"(?:[ ]*/[ ]*l'établissement)?[ ]*",
    re.IGNORECASE,
)


_GENRE_ET_NOM = re.compile(
    r"(?:l'|la |le |les )?(?P<genre>(?:association|société|fondation|entreprise|commune|amicale|club|comité|collectif"
    r"|coopérative|union|fédération|compagnie|s\.?a\.?r\.?l\.?|s\.?a\.?s\.?|s\.?c\.?i\.?|gaec|earl|syndicat)"
    r"(?: [a-zà-ÿ'-]+){0,4}) (?P<nom>«[^«»]{2,120}»|\"[^\"]{2,120}\")",
    re.IGNORECASE,
)
"""« L'association « Les Ailes » »: a kind alone names nobody."""


@dataclass(frozen=True, slots=True)
class Forme:
    """A wording of a party: the key it gives, its form, an example and what is read of it."""

    cle: str
    forme: str
    exemple: str
    attendu: str


FORMES = (
    Forme(
        "sigle",
        r"(?:par le sigle|sous le sigle|dénommée?|désignée?)\s*[«\"]\s*"
        r"(?P<mots>(?-i:[A-Z][A-Z0-9]+(?:[ -][A-Z0-9]+)*))\s*[»\"]",
        "ci-après désignée par le sigle « SSVM », dont",
        "SSVM",
    ),
    Forme(
        "siege",
        r"dont le siège(?: social)? (?:(?:est )?(?:situé|fixé|établi|sis)e?,?(?: (?:à la|à l'|au|à))?|est(?= \d))\s+"
        r"(?P<mots>[^;\n]{3,200}?)"
        r"(?=,? (?:et )?(?:représenté|identifié|immatriculé|inscrit|d'une part|ci-après)|[;\n.]|$)",
        "dont le siège est situé 4 chemin des Écoliers, 99002 VAL-MODÈLE, représenté par son président",
        "4 chemin des Écoliers, 99002 VAL-MODÈLE",
    ),
    Forme(
        "siege",
        r"(?:,|^) ?(?:sise?|domiciliée?)(?: (?:à la|à l'|au|à))? (?P<mots>\d[^;\n]{3,200}?)"
        r"(?=,? (?:représenté|d'une part|ci-après)|[;\n.]|$)",
        "La commune de Sainte-Exemple, sise 1 place de l'Exemple, représentée par son maire",
        "1 place de l'Exemple",
    ),
    Forme(
        "representant",
        rf"{_PAR} (?:(?:son|sa|le|la) )?(?:(?:{_FONCTION})(?: en exercice)?,? )?(?:{_CIVILITE} )?(?P<mots>{_PERSONNE})",
        "représentée par son maire, Madame Ambre EXEMPLE, dûment habilitée",
        "Ambre EXEMPLE",
    ),
    Forme(
        "qualite",
        rf"{_PAR} (?:{_CIVILITE} )?{_PERSONNE}, (?:(?:son|sa|le|la) )?"
        rf"(?P<mots>(?:{_FONCTION})(?: d[eu][^,;\n]{{2,60}}?)?)"
        r"(?=,|;|\n|$| agissant| dûment| habilité| autorisé| en vertu)",
        "représenté par Monsieur Basile FICTIF, Président du Syndicat agissant en vertu",
        "Président du Syndicat",
    ),
    Forme(
        "qualite",
        rf"{_PAR} (?:son|sa|le|la) (?P<mots>{_FONCTION})(?: en exercice)?,? (?:{_CIVILITE} )?{_PERSONNE}",
        "représentée par sa présidente, Madame Ambre EXEMPLE",
        "Présidente",
    ),
    Forme(
        "deliberation",
        r"(?P<mots>délibération[^;\n]{3,120}?(?:\b(?:19|20)\d\d\b|_{2,}|\.{3,}|…))",
        "dûment autorisé par délibération du conseil du 12 juin 2026.",
        "délibération du conseil du 12 juin 2026",
    ),
)
"""A new wording is a new line; the first that reads a key gives it."""

_FORMES = tuple((forme.cle, re.compile(forme.forme, re.IGNORECASE)) for forme in FORMES)


@dataclass(frozen=True, slots=True)
class Partie:
    """A party, in the words of the document; what it leaves blank is « inconnu », what it does not say is empty."""

    nom: str
    sigle: str = ""
    siege: str = ""
    representant: str = ""
    qualite: str = ""
    deliberation: str = ""


def lire_parties(texte: str) -> tuple[Partie, ...]:
    """The parties of a convention, in their order; none when « Entre … et … » is not found."""
    opening = _ENTRE.search(texte)
    if opening is None:
        return ()
    limit = _LIMITE.search(texte, opening.end())
    said = texte[opening.end() : limit.start() if limit else opening.end() + 3000]
    said = re.sub(r"(?<=\w-)[ ]*\n[ ]*(?=[^\W\d_])", "", said)  # « Val-de-\nModèle »
    parts = tuple(_partie(" ".join(part.split()), texte) for part in _ET.split(said) if len(part.split()) > 2)
    return parts if len(parts) > 1 else ()


def lire_partie(texte: str) -> dict[str, str]:
    """What the wordings read of one party."""
    found: dict[str, str] = {}
    for key, form in _FORMES:
        if key not in found and (match := form.search(texte)):
            found[key] = _ou_inconnu(match["mots"].strip(" ,;.-"))
    return found


_LAISSES_EN_BLANC = tuple(
    (key, re.compile(rf"{form}(?:{_BLANC.pattern})", re.IGNORECASE))
    for key, form in (
        ("siege", r"siège[^,;]{0,30}"),
        ("representant", rf"{_PAR}\s*"),
        ("deliberation", r"délibération[^,;]{0,30}"),
    )
)


def _partie(said: str, texte: str) -> Partie:
    read = lire_partie(said) | {key: INCONNU for key, blank in _LAISSES_EN_BLANC if blank.search(said)}
    signer = _comme_signe(read.get("representant", ""), texte)
    quality = read.get("qualite") or (_sous_signature(signer, texte) if signer != INCONNU else "")
    return Partie(
        nom=_nom(said),
        sigle=read.get("sigle", ""),
        siege=read.get("siege", ""),
        representant=signer,
        qualite=quality[:1].upper() + quality[1:],
        deliberation=read.get("deliberation", ""),
    )


def _nom(said: str) -> str:
    """The name of a party, without its article; as it stands when it is left blank."""
    if named := _GENRE_ET_NOM.match(said):
        kind, name = named["genre"], " ".join(named["nom"].split())
        return f"{kind[:1].upper()}{kind[1:]} {name}"
    whole = re.split(r",|\s[«(]| ci-après| dont le| représentée?| d'une part| sise? ", said, maxsplit=1)[0].strip(" :-")
    name = _ARTICLES.sub("", whole, count=1)
    kept = whole if not name or _BLANC.search(name) else name
    return kept[:1].upper() + kept[1:]


def _comme_signe(signer: str, texte: str) -> str:
    """The name as the signature writes it, where the surname is in capitals."""
    lines = (line.strip(" ,.:*") for line in texte.split("\n"))
    return next((line for line in lines if signer and cle_nom(line) == cle_nom(signer)), signer)


def _sous_signature(signer: str, texte: str) -> str:
    """The quality that stands over a signature at the end: « La Présidente, / Ambre EXEMPLE »."""
    lines = [line.strip(" ,.:*") for line in texte.split("\n") if line.strip()]
    for above, line in reversed([*pairwise(lines)]):
        found = re.fullmatch(rf"(?:l[ea] |l')?(?P<mots>{_FONCTION})", above, re.IGNORECASE)
        if found and signer and cle_nom(line) == cle_nom(signer):
            return found["mots"]
    return ""


def _ou_inconnu(words: str) -> str:
    return INCONNU if not _BLANC.sub("", words).strip() else words
