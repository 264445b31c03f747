"""A rule: one small generator whose docstring is the rule, with its code, its article and its weight."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..acte import Acte
from ..anomalie import Anomalie, Chemin, Lieu, Severite

Constat = tuple[Chemin | Lieu, str]
"""The field at fault, or a place of the text, and the sentence for the clerk."""

ExamenActe = Callable[[Acte], Iterator[Constat]]
ExamenEnsemble = Callable[[Sequence[Acte]], Iterator[tuple[Acte, Chemin, str]]]


@dataclass(frozen=True, slots=True)
class Fiche:
    """What is said of a rule in the guide and with each of its findings."""

    code: str
    enonce: str
    reference: str
    severite: Severite
    derogeable: bool
    """Whether an act may say in ``derogations`` why it is published all the same."""

    def anomalie(self, acte: Acte, chemin: Chemin | Lieu, message: str) -> Anomalie:
        """A finding of this rule."""
        lieu = chemin if isinstance(chemin, Lieu) else acte.origine.lieu(*chemin)
        return Anomalie(lieu, self.code, message, self.reference, self.severite)


@dataclass(frozen=True, slots=True)
class RegleActe:
    """A rule that one act keeps or not, whatever the others say."""

    fiche: Fiche
    examen: ExamenActe

    def __call__(self, acte: Acte) -> Iterator[Anomalie]:
        """The findings of this rule on an act."""
        for chemin, message in self.examen(acte):
            yield self.fiche.anomalie(acte, chemin, message)


@dataclass(frozen=True, slots=True)
class RegleEnsemble:
    """A rule that the public acts keep or not together."""

    fiche: Fiche
    examen: ExamenEnsemble

    def __call__(self, actes: Sequence[Acte]) -> Iterator[tuple[Acte, Anomalie]]:
        """The findings of this rule, each with the act that is at fault."""
        for acte, chemin, message in self.examen(actes):
            yield acte, self.fiche.anomalie(acte, chemin, message)


def regle(
    code: str,
    reference: str = "",
    *,
    severite: Severite = Severite.ERREUR,
    derogeable: bool = False,
) -> Callable[[ExamenActe], RegleActe]:
    """Declare a rule of one act."""

    def declare(examen: ExamenActe) -> RegleActe:
        return RegleActe(Fiche(code, _enonce(examen), reference, severite, derogeable), examen)

    return declare


def regle_ensemble(code: str, reference: str = "") -> Callable[[ExamenEnsemble], RegleEnsemble]:
    """Declare a rule between acts; none can be waived, for an address or a number serves one act."""

    def declare(examen: ExamenEnsemble) -> RegleEnsemble:
        return RegleEnsemble(Fiche(code, _enonce(examen), reference, Severite.ERREUR, derogeable=False), examen)

    return declare


def _enonce(examen: Callable[..., object]) -> str:
    return (examen.__doc__ or "").strip()
