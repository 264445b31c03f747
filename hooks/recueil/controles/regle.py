"""A rule: one small generator whose docstring is the rule, an example and how to mend it.

The docstring is what the clerk reads in the catalogue, so it is in French and has three parts::

    L'énoncé, en une phrase.

    Exemple : ce qui enfreint la règle.
    Correction : ce qu'il faut écrire.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType

from ..acte import Acte
from ..anomalie import Anomalie, Chemin, Lieu, Severite
from ..fiche import Fiche, fiche
from ..renvois import Ensemble

Constat = tuple[Chemin | Lieu, str]
"""The field at fault, or a place of the text, and the sentence for the clerk."""

ExamenActe = Callable[[Acte], Iterator[Constat]]
ExamenEnsemble = Callable[[Ensemble], Iterator[tuple[Acte, Chemin | Lieu, str]]]


@dataclass(frozen=True, slots=True)
class RegleActe:
    """A rule that one act keeps or not, whatever the others say."""

    fiche: Fiche
    examen: ExamenActe

    def __call__(self, acte: Acte) -> Iterator[Anomalie]:
        """The findings of this rule on an act."""
        for chemin, message in self.examen(acte):
            yield self.fiche.anomalie(acte.origine, chemin, message)


@dataclass(frozen=True, slots=True)
class RegleEnsemble:
    """A rule that the public acts keep or not together."""

    fiche: Fiche
    examen: ExamenEnsemble

    def __call__(self, actes: Ensemble) -> Iterator[tuple[Acte, Anomalie]]:
        """The findings of this rule, each with the act that is at fault."""
        for acte, chemin, message in self.examen(actes):
            yield acte, self.fiche.anomalie(acte.origine, chemin, message)


def regle(
    code: str,
    reference: str = "",
    *,
    severite: Severite = Severite.ERREUR,
    derogeable: bool = False,
) -> Callable[[ExamenActe], RegleActe]:
    """Declare a rule of one act."""

    def declare(examen: ExamenActe) -> RegleActe:
        return RegleActe(fiche(code, examen.__doc__, reference, severite, derogeable=derogeable), examen)

    return declare


def regle_ensemble(
    code: str,
    reference: str = "",
    *,
    severite: Severite = Severite.ERREUR,
    derogeable: bool = False,
) -> Callable[[ExamenEnsemble], RegleEnsemble]:
    """Declare a rule between acts; those on an address or a number cannot be waived, for it serves one act."""

    def declare(examen: ExamenEnsemble) -> RegleEnsemble:
        return RegleEnsemble(fiche(code, examen.__doc__, reference, severite, derogeable=derogeable), examen)

    return declare


def fiches(module: ModuleType) -> tuple[Fiche, ...]:
    """The records of the rules that a module declares, in its order."""
    found = (r for r in vars(module).values() if isinstance(r, RegleActe | RegleEnsemble | Fiche))
    return tuple(r if isinstance(r, Fiche) else r.fiche for r in found)
