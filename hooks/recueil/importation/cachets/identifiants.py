"""Why: the @ctes identifier is the surest thing of a file, but PDF and scanner break its signs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...identifiant import lire_identifiant, luhn

NATURES = ("DE", "AR", "AI", "CC", "BF", "AU")

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
        sain=_sain(whole, siren),
        corrige=[dep, siren, jour] != raw,
    )


def _sain(whole: str, siren: str) -> bool:
    """Whether nothing in it shows a misreading."""
    try:
        lire_identifiant(whole)
    except ValueError:
        return False
    return luhn(siren)
