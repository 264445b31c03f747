"""What the site says of itself: the list of its fingerprints, which must be that of what was built."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from ..empreinte import SOMMES
from .reponse import MAXIMUM, Reponse

LISTE_MAX = 64_000_000
"""Bytes beyond which the list of the fingerprints is not read: it holds some hundred thousand files."""

PLUS_TARD = "Le site demande qu'on revienne plus tard (réponse 429) : rien ne peut en être dit."
_LIGNE = re.compile(r"(?P<empreinte>[0-9a-f]{64})  (?P<chemin>.+)")


class Indecis(Exception):  # noqa: N818 (the name says what it is)
    """Nothing can be said of the site; the text, in French, says why."""


class Lecteur(Protocol):
    """Who asks the site for its addresses."""

    @property
    def fini(self) -> bool:
        """Whether the time that was given to it is over."""

    def lire(self, adresse: str, attendu: str = "", maximum: int = MAXIMUM, *, garder: bool = False) -> Reponse:
        """What comes when an address of the site, or a whole one, is asked for; again when it is not what was expected.

        Nothing is asked for again when there is no time left.
        """


class Etat(Enum):
    """What the site says of itself by the list of its fingerprints."""

    CONNU = auto()
    """It is the site that was built."""
    ANCIEN = auto()
    """It is still the site that the last look saw."""
    AUTRE = auto()
    """It is none of these, or it has no list: its pages cannot be judged."""
    MUET = auto()
    """It does not answer."""


@dataclass(frozen=True, slots=True)
class Liste:
    """The list of the fingerprints of the site."""

    etat: Etat
    reponse: Reponse
    sommes: Mapping[str, str] | None = None
    """Path → SHA-256, when it is that of what was built."""


def demander_liste(lecteur: Lecteur, voulue: str, derniere: str) -> Liste:
    """The list that the site serves, and what it says of the site.

    Args:
        lecteur: who asks.
        voulue: the SHA-256 of the list of what was built.
        derniere: that of the list of the last look, or nothing.

    Raises:
        Indecis: the site asks to be left alone.
    """
    answer = lecteur.lire(SOMMES, voulue, LISTE_MAX, garder=True)
    if answer.refusee:
        raise Indecis(PLUS_TARD)
    if answer.est(voulue):
        return Liste(Etat.CONNU, answer, lire_sommes(answer.contenu))
    if answer.est(derniere):
        return Liste(Etat.ANCIEN, answer)
    silent = answer.muette and lecteur.lire("").muette
    return Liste(Etat.MUET if silent else Etat.AUTRE, answer)


def lire_sommes(contenu: bytes) -> dict[str, str]:
    """The list of the fingerprints, as ``sha256sum`` writes it: path → SHA-256.

    Raises:
        Indecis: a line is not one of such a list.
    """
    found = [_LIGNE.fullmatch(line) for line in contenu.decode(errors="replace").removesuffix("\n").split("\n")]
    lines = [line for line in found if line]
    if len(lines) < len(found) or not lines:
        raise Indecis(f"La liste des empreintes « {SOMMES} » du site construit ne peut pas être lue.")
    return {line["chemin"]: line["empreinte"] for line in lines}
