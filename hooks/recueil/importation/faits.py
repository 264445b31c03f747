"""What is read of a document: a value for a key, where it was read, from what, and how sure it is."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from .document import Preuve

Valeur = str | int | bool | date | tuple[str, ...] | tuple[tuple[str, str], ...]
"""Text, number, yes or no, day, names, or pairs of names (who gives a proxy, who bears it)."""

CLES = (
    "numero",
    "type_document",
    "nature_actes",
    "objet",
    "seance",
    "date_acte",
    "convocation",
    "membres_en_exercice",
    "presents",
    "absents",
    "pouvoirs",
    "votants",
    "suffrages_exprimes",
    "pour",
    "contre",
    "abstention",
    "unanimite",
    "envoye",
    "recu",
    "publie",
    "affiche",
    "id",
    "president",
    "secretaire",
    "signataire",
)
"""The keys of ``--json``; ``presents``, ``absents`` and ``pouvoirs`` there are the numbers that the text states."""

LISTES = ("liste_presents", "liste_excuses", "liste_absents", "liste_pouvoirs")
"""The names, which go to ``seance.yml``."""


VOTE, INDIVIDUEL = "vote", "individuel"
INDICES = (VOTE, INDIVIDUEL)
"""What is read to ask better, and is never written: the words of the vote, those of a notification."""

NPPV = "nppv"
"""What the words of a vote say beside its figures: that somebody took no part in it."""


class Source(IntEnum):
    """Where a fact comes from; a greater one beats a smaller one."""

    TEXTE = 1
    TAMPON = 2
    XML = 3


class Surete(IntEnum):
    """How sure a reading is; what is only possible is asked, never written."""

    POSSIBLE = 1
    PROBABLE = 2
    SURE = 3


@dataclass(frozen=True, slots=True)
class Fait:
    """One value, read at one place."""

    cle: str
    valeur: Valeur
    preuve: Preuve
    source: Source = Source.TEXTE
    surete: Surete = Surete.SURE


@dataclass(frozen=True, slots=True)
class Question:
    """What only a person can say: the key, and a sentence in French that asks it."""

    cle: str
    texte: str
    preuve: Preuve | None = None
