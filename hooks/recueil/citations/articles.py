"""The articles that a « Vu » names, in one form: « L. 2121-29 » and « L2121-29 » are the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..ecriture import MOIS
from .lettres import aplatir, serrer

_PARTIE = r"[LRDA]\.?\s?(?:O\.?\s?)?(?:\*\s?)?"
"""« L. », « R. * », « LO »: the part of a code, before the number."""

_CHIFFRES = r"[0-9]{1,4}(?:\s?-\s?[0-9]{1,4}(?![0-9]*\s?°)){0,5}"
_LATIN = r"(?:\s(?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies|undecies|duodecies|terdecies)\b)?"
_LETTRE = r"(?:\s(?-i:[A-Z]{1,2})(?![\w.'’])(?!\s[0-9LRD]))?"
_PAS_UN_ARTICLE = rf"(?![0-9/]|\^?\s?°|\^?\s?(?:e|eme)\b|\s(?:{'|'.join(map(aplatir, MOIS))})\b)"
"""« 4° », « 3e alinéa », « 12 janvier » are not articles."""

_AVEC_PARTIE = rf"\b{_PARTIE}{_CHIFFRES}{_PAS_UN_ARTICLE}{_LATIN}"
_SANS_PARTIE = rf"\b(?:1\s?\^?er\b\^?|premier\b|{_CHIFFRES}{_PAS_UN_ARTICLE}{_LATIN}{_LETTRE}{_LATIN})"
_ARTICLE = rf"(?:{_AVEC_PARTIE}|{_SANS_PARTIE})"

_DEBUT = re.compile(
    rf"\barticles?\s{{1,3}}(?={_ARTICLE})|(?<!°)(?<!°\s)\b(?!D\.?\s?20)(?=[LRD]\.?\s?(?:O\.?\s?)?\*?\s?[0-9]{{3,4}}\s?-\s?[0-9])",
    re.IGNORECASE,
)
"""Without the word « article », only what cannot be the number of an act, the name of a road or of a room."""

_UN = re.compile(
    rf"(?P<de>{_ARTICLE})(?:\s{{1,3}}a\s{{1,3}}(?:l'article\s)?(?P<a>{_ARTICLE}))?(?P<suite>\s{{1,3}}et\s{{1,3}}(?:suivants?|s\.|s\b))?",
    re.IGNORECASE,
)
_PRECISION = (
    r"(?:,?\s?(?:\([^()]{0,40}\)|(?:alinea\s)?[0-9]{1,2}\^?\s?(?:°|er\b|eme\b|e\b)\^?(?:\salinea)?"
    r"|alineas?\s[0-9]|[IVX]{1,4}\b))"
)
"""« 4° », « (II) », « alinéa 3 »: the part of an article, which an index leaves out."""

_ENTRE = re.compile(
    rf"{_PRECISION}{{0,3}}\s{{0,3}}(?:[,;]|\bet\b|\bou\b|\bainsi que\b){{1}}\s{{0,3}}(?:et\s{{1,3}}|ou\s{{1,3}})?"
    r"(?:(?:de\s)?(?:l'|les\s|ses\s|son\s|des\s)\s?)?(?P<mot>articles?\s{1,3})?",
    re.IGNORECASE,
)
_NOM = re.compile(rf"(?P<partie>{_PARTIE}(?=[0-9]))?(?P<reste>.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Groupe:
    """Articles named one after the other, and where."""

    debut: int
    fin: int
    noms: tuple[str, ...]


def groupes(plat: str) -> Iterator[Groupe]:
    """The groups of articles of a flat « Vu », in its order."""
    index = 0
    while start := _DEBUT.search(plat, index):
        names = []
        one = _UN.match(plat, start.end())
        index = start.end() + 1
        while one:
            names.append(_nom(one))
            index = one.end()
            one = _suivant(plat, index, nu=not _a_une_partie(one["de"]))
        if names:
            yield Groupe(start.start(), index, tuple(names))


def _suivant(plat: str, index: int, *, nu: bool) -> re.Match[str] | None:
    """The next article of a list; a number alone is one after another such number, or after the word « article »."""
    link = _ENTRE.match(plat, index)
    one = _UN.match(plat, link.end()) if link else None
    return one if one and link and (nu or link["mot"] or _a_une_partie(one["de"])) else None


def _a_une_partie(nom: str) -> bool:
    return nom[:1].isalpha() and nom.lower() != "premier"


def _nom(one: re.Match[str]) -> str:
    """« L2131-1 à L2131-3 », « L2121-29 et suivants », as they are stated."""
    end = f" à {_normal(one['a'])}" if one["a"] else ""
    return f"{_normal(one['de'])}{end}{' et suivants' if one['suite'] else ''}"


def _normal(nom: str) -> str:
    """« R. * 421 - 1 » gives « R*421-1 », « 1^er^ » gives « 1er »."""
    parts = _NOM.match(serrer(nom))
    part, rest = (parts["partie"] or "", parts["reste"]) if parts else ("", nom)
    plain = re.sub(r"\s?-\s?", "-", rest).replace("^", "")
    plain = "1er" if plain.lower() in {"1 er", "premier"} else plain
    return re.sub(r"[.\s]", "", part).upper() + plain
