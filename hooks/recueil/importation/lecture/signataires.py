"""Who signs, as the guide asks for it: first name, name and quality, each as the act writes it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..document import Document
from ..faits import Fait


@dataclass(frozen=True, slots=True)
class Qualite:
    """A way to write a quality over or beside a signature, with its example."""

    forme: str
    exemple: str
    attendu: str


_LIEU = r"(?: (?:d[eu]s?|d'|de la|de l')[^\n,;:.(]{1,70})?"
_DEVANT = r"(?:pour (?:extrait|copie|expédition)[^\n]{0,40}?)?(?:l[ae] |le |l')?"

QUALITES = (
    Qualite(
        rf"{_DEVANT}(?P<qualite>maire(?:sse)?(?: délégué| par intérim)?e?{_LIEU})",
        "Le Maire de Sainte-Exemple,",
        "Maire de Sainte-Exemple",
    ),
    Qualite(
        rf"{_DEVANT}(?P<qualite>(?:vice-)?présidente?{_LIEU})",
        "La Présidente du Syndicat du Val-Modèle",
        "Présidente du Syndicat du Val-Modèle",
    ),
    Qualite(
        rf"{_DEVANT}(?P<qualite>(?:(?:\d{{1,2}}(?:er|ère|e|ème)|premi(?:er|ère)) )?adjointe?"
        r"(?: au maire)?(?: déléguée?)?)",
        "L'adjointe au maire,",
        "Adjointe au maire",
    ),
    Qualite(
        rf"{_DEVANT}(?P<qualite>(?:chef(?:fe)?|responsable){_LIEU})",
        "La cheffe de l'agence des routes,",
        "Cheffe de l'agence des routes",
    ),
    Qualite(
        rf"{_DEVANT}(?P<qualite>direct(?:eur|rice)(?: générale?)?(?: des services)?{_LIEU})",
        "Le Directeur général des services",
        "Directeur général des services",
    ),
)
"""A new quality is a new line."""

_QUALITES = tuple(re.compile(rf"\W*{q.forme}\W*", re.IGNORECASE) for q in QUALITES)
_CIVILITE = re.compile(r"^(?:monsieur|madame|m\.|mme|mr)\s+", re.IGNORECASE)
_PRES = 4
"""The quality stands within so many lines above the name, or on the next one."""


@dataclass(frozen=True, slots=True)
class Auteur:
    """What is known of who signs; what is not is empty."""

    prenom: str = ""
    nom: str = ""
    qualite: str = ""

    @property
    def entier(self) -> bool:
        """Whether the three things that the law asks for are known."""
        return bool(self.prenom and self.nom and self.qualite)


def lire_auteur(signataire: Fait | None, document: Document) -> Auteur:
    """The author of an act, from the name of who signs and what stands around it."""
    if signataire is None:
        return Auteur()
    first, last = separer(str(signataire.valeur))
    return Auteur(first, last, _qualite(signataire, document))


def separer(nom: str) -> tuple[str, str]:
    """First name and name: « Jean-Luc VAN DER EXEMPLE », or two words; otherwise nothing is guessed."""
    words = _CIVILITE.sub("", nom).split()
    upper = [i for i, word in enumerate(words) if word.isupper() and len(word) > 1]
    if upper and upper[0] > 0 and upper == [*range(upper[0], len(words))]:
        return " ".join(words[: upper[0]]), " ".join(words[upper[0] :])
    if len(words) == 2 and not upper:
        return words[0], words[1]
    return "", ""


def lire_qualite(line: str) -> str:
    """The quality that a line says, and nothing else with it."""
    for form in _QUALITES:
        if found := form.fullmatch(line):
            said = " ".join(found["qualite"].split()).rstrip(" ,*")
            return said[:1].upper() + said[1:]
    return ""


def _qualite(fact: Fait, document: Document) -> str:
    page = document.texte.split("\f")[fact.preuve.page - 1 : fact.preuve.page]
    lines = page[0].split("\n") if page else []
    at = fact.preuve.ligne - 1
    near = [
        line.replace(str(fact.valeur), "")
        for line in (*reversed(lines[max(0, at - _PRES) : at + 1]), *lines[at + 1 : at + 2])
    ]
    return next(filter(None, map(lire_qualite, _dites(near))), "")


def _dites(lines: Iterable[str]) -> Iterable[str]:
    return (line.strip() for line in lines if line.strip())
