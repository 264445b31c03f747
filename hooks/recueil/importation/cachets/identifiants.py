"""Why: the @ctes identifier is the surest thing of a file, but PDF and scanner break its signs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...identifiant import lire_identifiant, luhn
from ...nomenclature import Nature

NATURES = tuple(Nature)
"""In the order of the codes of @ctes, 1 to 6."""

_C = r"[0-9OoIl]"
"""A figure as the scanner may give it."""

_TIRET = r"\s{0,2}[-–—]\s{0,2}"
_NATURE = rf"(?:{'|'.join(NATURES)})"
_TETE = (
    rf"(?<![A-Za-z0-9])(?P<dep>{_C}{{2}}[0-9OoIlAB]|2[AB]){_TIRET}"
    rf"(?P<siren>(?:{_C}[ ]?){{8}}{_C}){_TIRET}(?P<jour>{_C}{{8}}){_TIRET}"
)
_NUMERO = r"(?P<numero>[A-Za-z0-9](?:[ ]?[A-Za-z0-9_\-]){0,14}?)"
_SUITE = rf"(?![A-Za-z0-9À-ÿ_]|-[A-Za-z0-9_]{{1,12}}-{_NATURE}(?![A-Za-z0-9]))"
_COLLE = r"(?=[A-ZÀ-Ý][a-zà-ÿ']|[A-ZÀ-Ý]{4}|[a-zà-ÿ\d])"

_FORMES = tuple(re.compile(rf"{_TETE}{_NUMERO}{_TIRET}(?P<nature>{_NATURE}){suite}") for suite in (_SUITE, _COLLE))
"""Whole, then glued to the word that follows (« 607-DEReçu »)."""

_DEBUT = re.compile(_TETE)
_CHIFFRES = str.maketrans("OoIl", "0011")


@dataclass(frozen=True, slots=True)
class IdLu:
    """An identifier as it stands in a text, with its separators restored."""

    texte: str
    siren: str
    nature: str
    debut: int
    fin: int
    sain: bool
    """Its SIREN has a right key and its day exists: no figure of it is misread."""
    corrige: bool
    """A letter was read for a figure."""
    forme: bool = True
    """It is written as an identifier is, with a day that exists; its SIREN may have a wrong key."""


def identifiants(texte: str) -> Iterator[IdLu]:
    """All the identifiers of a text, in its order."""
    for head in _DEBUT.finditer(texte):
        found = next((m for forme in _FORMES if (m := forme.match(texte, head.start()))), None)
        if found is not None:
            yield _lu(found)


def _lu(found: re.Match[str]) -> IdLu:
    """The identifier of a match: blanks of the number were underscores, the others are of the layout."""
    raw = [found[part].replace(" ", "") for part in ("dep", "siren", "jour")]
    dep, siren, jour = (part.translate(_CHIFFRES) for part in raw)
    numero = found["numero"].replace(" ", "_")
    whole = "-".join((dep, siren, jour, numero, found["nature"]))
    return IdLu(
        texte=whole,
        siren=siren,
        nature=found["nature"],
        debut=found.start(),
        fin=found.end(),
        sain=_bien_forme(whole) and luhn(siren),
        corrige=[dep, siren, jour] != raw,
        forme=_bien_forme(whole),
    )


def _bien_forme(whole: str) -> bool:
    """Whether its parts are those of an identifier; the SIREN of a commune holds the number of its department."""
    try:
        read = lire_identifiant(whole)
    except ValueError:
        return False
    commune = read.siren.startswith("21") and read.departement.isdecimal()
    return not commune or read.siren[2:4] in {read.departement[1:], read.departement[:2]}
