"""The record of a rule: what the catalogue, the guide and each finding say of it.

A rule is described by a text in French, which a clerk and a lawyer read, in three parts::

    L'énoncé, en une phrase.

    Exemple : ce qui enfreint la règle.
    Correction : ce qu'il faut écrire.
"""

import re
from dataclasses import dataclass

from .anomalie import Anomalie, Chemin, Lieu, Origine, Severite

_PARTIES = re.compile(r"(?P<enonce>.*?)\s*Exemple :\s*(?P<exemple>.*?)\s*Correction :\s*(?P<correction>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Fiche:
    """What is said of a rule in the catalogue and with each of its findings."""

    code: str
    enonce: str
    exemple: str
    correction: str
    reference: str
    """The article that asks for it; empty when the rule is one of order, or when it depends on the field."""
    severite: Severite
    derogeable: bool
    """Whether an act may say in ``derogations`` why it is published all the same."""

    @property
    def bloque(self) -> bool:
        """Whether breaking it stops the publication."""
        return self.severite is Severite.ERREUR

    @property
    def ancre(self) -> str:
        """Its place in the page of the rules."""
        return self.code.lower()

    def anomalie(self, origine: Origine, chemin: Chemin | Lieu, message: str) -> Anomalie:
        """A finding of this rule."""
        lieu = chemin if isinstance(chemin, Lieu) else origine.lieu(*chemin)
        return Anomalie(lieu, self.code, message, self.reference, self.severite)


@dataclass(frozen=True, slots=True)
class Famille:
    """Rules on one subject, in the order in which they are told."""

    ancre: str
    titre: str
    fiches: tuple[Fiche, ...]


def fiche(
    code: str,
    texte: str | None,
    reference: str = "",
    severite: Severite = Severite.ERREUR,
    *,
    derogeable: bool = False,
) -> Fiche:
    """The record of a rule, from its text.

    Raises:
        ValueError: the text has no example or does not say how to mend.
    """
    parts = _PARTIES.fullmatch(" ".join((texte or "").split()))
    if parts is None:
        raise ValueError(f"{code} : la règle dit son énoncé, puis « Exemple : », puis « Correction : »")
    enonce, exemple, correction = (part[:1].upper() + part[1:] for part in parts.groups())
    return Fiche(code, enonce, exemple, correction, reference, severite, derogeable)
