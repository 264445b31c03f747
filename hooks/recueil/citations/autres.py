"""The texts that have no national number: arrêtés, circulaires, délibérations, décisions, and those of the Union."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..adresses import slug
from ..ecriture import jour
from .lettres import DATE, lire_date, serrer
from .modele import Sorte, Texte

OBJET = (
    r"\b(?:relati(?:f|ve)s?|portant|fixant|concernant|pris(?:es?)?|modifiant|completant|approuvant|instaurant|instituant"
    r"|autorisant|adoptant|donnant|creant|prescrivant|reglementant|delegant|constatant|decidant|confortant|tendant|visant"
    r"|d'application|en\s+application|pour\s+l'application|par\s+l(?:a|e)s?quel(?:le)?s?|qui|dont)\b"
)
"""The word with which the title of a text says its object."""

_AUTRE_TEXTE = r"n\s?[°º]|vu\b|loi\b|code\b|decret|arrete|deliberation|decision|circulaire"
_MOT = rf"(?:\s{{1,3}}(?!{OBJET}|{_AUTRE_TEXTE})[^\s;:°º]{{1,30}})"
_RANG = r"(?:(?!du\s)(?-i:[A-Z]{1,5})\s)?[^\s;,()0-9]{0,20}[0-9][^\s;,()]{0,30}"
_NUMERO = rf"[\s,]{{0,3}}\bn\s?(?:[°º]\s?|o\.?\s)(?:NOR\s?:?\s?)?(?P<numero>{_RANG})"
_DU = r"[\s,]{0,3}(?:\ben\s{1,3}date\s{1,3})?\bdu\s{1,3}"
_FIN_NUMERO = ".:»\"'*"


@dataclass(frozen=True, slots=True)
class Forme:
    """A wording: the kind of text, its first word, who made it, an example and the key that it must give."""

    sorte: Sorte
    tete: str
    auteur: str
    exemple: str
    attendu: str


_MINISTRE = r"ministeriel|ministre"
_PREFET = r"prefectora|prefet|prefecture"

FORMES = (
    Forme(
        Sorte.ARRETE_MINISTERIEL,
        "arrete",
        _MINISTRE,
        "arrêté ministériel du 27 juillet 2017 relatif à l'indemnité",
        "arrete-ministeriel-2017-07-27-relatif-a-l-indemnite",
    ),
    Forme(
        Sorte.ARRETE_PREFECTORAL,
        "arrete",
        _PREFET,
        "arrêté préfectoral n° 2019-12 du 3 mai 2019",
        "arrete-prefectoral-2019-12-2019-05-03",
    ),
    Forme(Sorte.ARRETE, "arrete", "", "arrêté du maire n° 2020-44 du 3 mai 2020", "arrete-2020-44-2020-05-03"),
    Forme(
        Sorte.CIRCULAIRE,
        "circulaire",
        "",
        "circulaire n° NOR LBLB0210023C du 25 février 2002",
        "circulaire-lblb0210023c-2002-02-25",
    ),
    Forme(
        Sorte.DELIBERATION,
        "deliberation",
        "",
        "délibération n°2025/60 du 09 octobre 2025",
        "deliberation-2025-60-2025-10-09",
    ),
    Forme(
        Sorte.DELIBERATION,
        "deliberation",
        "",
        "délibération du conseil municipal en date du 28 mai 2020",
        "deliberation-2020-05-28",
    ),
    Forme(Sorte.DECISION, "decision", "", "décision n° 2026-01 du 5 janvier 2026", "decision-2026-01-2026-01-05"),
)
"""Of the same first word, the first whose author is named is right."""

_TETES = "|".join(dict.fromkeys(form.tete for form in FORMES))
_ACTE = re.compile(
    rf"(?<!projet\sd[e'])(?<!projet\sde\s)\b(?P<tete>{_TETES})s?\b{_MOT}{{0,10}}?(?:{_NUMERO}(?:{_MOT}{{0,10}}?{_DU}(?P<jour>{DATE}))?"
    rf"|{_DU}(?P<jour_seul>{DATE})(?:[\s,]{{0,3}}\bn\s?[°º]\s?(?P<numero_apres>{_RANG}))?)",
    re.IGNORECASE,
)
_OBJET = re.compile(rf"[\s,]{{0,3}}(?:modifiee?s?[\s,]{{1,3}})?(?P<objet>{OBJET}[^;,\n]{{0,160}})", re.IGNORECASE)

_EUROPE = re.compile(
    r"\b(?P<nom>directive|reglement)\s{1,3}(?:\((?P<de>UE|CE|CEE)\)\s{0,3})?(?:n\s?°\s?)?"
    r"(?P<un>[0-9]{2,4})/(?P<deux>[0-9]{1,4})(?:/(?P<fin>UE|CEE|CE))?\b",
    re.IGNORECASE,
)


def autres(texte: str, plat: str) -> Iterator[tuple[Texte, int, int]]:
    """The acts of a « Vu » by their number or their day, where each begins and ends."""
    for match in _ACTE.finditer(plat):
        number = (match["numero"] or match["numero_apres"] or "").rstrip(_FIN_NUMERO)
        said = match["jour"] or match["jour_seul"]
        purpose = _OBJET.match(plat, match.end())
        words = serrer(texte[slice(*purpose.span("objet"))]) if purpose else ""
        yield _acte(_sorte(match), number, said or "", words.rstrip(" .")), match.start(), match.end()


def _sorte(match: re.Match[str]) -> Sorte:
    """The kind, by the first word and the author, who may be named before the number or after it."""
    head = match["tete"].lower()
    forms = [form for form in FORMES if form.tete == head]
    return next(form.sorte for form in forms if re.search(form.auteur, match[0], re.IGNORECASE))


def _acte(sorte: Sorte, numero: str, mots_jour: str, objet: str) -> Texte:
    """Several arrêtés bear the same day: one of the State without a number is known by its object too."""
    day = lire_date(mots_jour)
    title = f"{sorte.capitalize()}{f' n° {numero}' if numero else ''}{f' du {jour(day)}' if day else ''}"
    named = "" if numero or sorte.locale else " ".join(objet.split()[:8])
    title = f"{title} {objet}" if named else title
    return Texte(slug(f"{sorte} {numero} {day or ''} {named}"), sorte, title, numero, day)


def europe(plat: str) -> Iterator[tuple[Texte, int, int]]:
    """The directives and regulations of the Union: « directive 2014/24/UE », « règlement (UE) 2016/679 »."""
    for match in _EUROPE.finditer(plat):
        union = (match["de"] or match["fin"] or "").upper()
        if union:
            yield _europe(match["nom"].lower(), union, f"{match['un']}/{match['deux']}"), match.start(), match.end()


def _europe(nom: str, union: str, numero: str) -> Texte:
    """Since 2015 the year is first; before, a regulation has « n° », and a directive ends with the initials."""
    kind, name = (Sorte.DIRECTIVE, "Directive") if nom == "directive" else (Sorte.REGLEMENT, "Règlement")
    recent = "2015" <= numero.partition("/")[0] <= "2099"
    title = f"{name} ({union}) {'' if recent else 'n° '}{numero}"
    if kind is Sorte.DIRECTIVE and not recent:
        title = f"{name} {numero}/{union}"
    return Texte(slug(f"{name} {numero}"), kind, title, numero)
