"""The dated table of references that another has replaced; each says the text that did it."""

import re
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from ..nomenclature import REFORME

_RIEN = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Perimee:
    """A reference that another has replaced."""

    depuis: date
    """First day of the other."""
    ecrire: str
    """What to write instead."""
    source: str
    """The text that says so."""
    sauf: str = ""
    """When the old reference is still right."""
    nom: str = ""
    """What the text cites."""


@dataclass(frozen=True, slots=True)
class Expression(Perimee):
    """A reference found by its words, and not by its number."""

    motif: re.Pattern[str] = _RIEN
    """The words."""
    indices: tuple[bytes, ...] = ()
    """One of these, in small letters, is in every text that has the words: what is cheap is looked for first."""
    voisins: re.Pattern[str] | None = None
    """What stands just before or after the words, whose place is marked « · »."""


_CGFP = Perimee(date(2022, 3, 1), "code général de la fonction publique", "ordonnance n° 2021-1574 du 24 novembre 2021")
_CCP = Perimee(
    date(2019, 4, 1),
    "code de la commande publique",
    "ordonnance n° 2018-1074 du 26 novembre 2018 et décret n° 2018-1075 du 3 décembre 2018",
    "pour un marché lancé avant cette date",
)
_CRPA = Perimee(
    date(2016, 1, 1),
    "code des relations entre le public et l'administration",
    "ordonnance n° 2015-1341 du 23 octobre 2015",
)
_CGCT = Perimee(date(1996, 2, 24), "code général des collectivités territoriales", "loi n° 96-142 du 21 février 1996")
_ORDONNANCE = "ordonnance n° 2021-1310 du 7 octobre 2021"


def _numeros(sorte: str, other: Perimee, *numeros: str) -> dict[str, Perimee]:
    return {number: replace(other, nom=f"{sorte} n° {number}") for number in numeros}


TEXTES = MappingProxyType(
    _numeros("loi", _CGFP, "83-634", "84-16", "84-53", "86-33")
    | _numeros("loi", _CCP, "85-704")
    | _numeros("ordonnance", _CCP, "2005-649", "2015-899", "2016-65")
    | _numeros("décret", _CCP, "2006-975", "2016-86", "2016-360")
    | _numeros("loi", _CRPA, "78-753", "79-587")
    | _numeros("loi", _CGCT, "82-213")
)
"""Number of a law, an ordonnance or a décret → what replaced it.

Loi n° 2000-321 is left out: its article 10, on subsidies, is in force.
"""

EXPRESSIONS = (
    Expression(
        REFORME,
        "article L. 2131-1",
        f"{_ORDONNANCE}, article 6",
        nom="alinéa 3 de l'article L. 2131-1",
        motif=re.compile(r"2131\s?-\s?1(?!\d)"),
        indices=(b"2131",),
        voisins=re.compile(
            r"(?:alinéa\s*(?:n°\s*)?3|(?:\b3\s*(?:e|è|[èe]me|\^e\^)|troisième)\s+alinéa)"
            r"\s+(?:de\s+l['’]|des?\s+|du\s+)\s*articles?\s*L?\.?\s*·"
            r"|·\s*,?\s*\(?\s*(?:alinéa\s*3|3\s*(?:e|è|[èe]me|\^e\^)\s+alinéa|troisième\s+alinéa)",
            re.IGNORECASE,
        ),
    ),
    Expression(
        _CCP.depuis,
        _CCP.ecrire,
        _CCP.source,
        _CCP.sauf,
        "code des marchés publics",
        re.compile(r"code des marchés publics", re.IGNORECASE),
        (b"code des march",),
    ),
    Expression(
        REFORME,
        "publié sur le site internet de la collectivité",
        f"{_ORDONNANCE}, articles 3, 10, 14 et 18",
        "si un texte particulier le demande encore",
        "recueil des actes administratifs",
        re.compile(r"recueil des actes administratifs", re.IGNORECASE),
        (b"recueil des actes",),
        re.compile(r"·(?!\s+(?:(?:de la|des) préfecture|du préfet|de l['’]état|des services de l))", re.IGNORECASE),
    ),
    Expression(
        REFORME,
        "affichage de la liste des délibérations",
        f"{_ORDONNANCE} ; CGCT L2121-25",
        nom="affichage du compte rendu",
        motif=re.compile(r"ompte[ -]rendu"),
        indices=(b"rendu",),
        voisins=re.compile(
            r"affich(?:age|é|ée)\s+(?:en mairie\s+)?(?:du|le|d['’]un|de ce)\s+c·|·\s[^.;\n]{0,60}?\baffich(?:é|age)",
            re.IGNORECASE,
        ),
    ),
)
"""The references that are found by their words."""
