"""A finding: what is wrong, where, and what to write instead; raised by no one, shown to the clerk."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Chemin = tuple[str | int, ...]
"""The way to a field in a file: ``("votes", "pour")``, ``("parties", 0, "siren")``."""

Place = tuple[int, int]
"""A line and a column; both start at 1."""


class Severite(StrEnum):
    """Whether a finding stops the publication."""

    ERREUR = "erreur"
    AVERTISSEMENT = "avertissement"


@dataclass(frozen=True, slots=True, order=True)
class Lieu:
    """A place in a file; lines and columns start at 1, paths are POSIX and relative to the project."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Origine:
    """Where each field of an act was read; an inherited field keeps the place of the file it comes from.

    A register has half a million places, and shows hardly any: they are pairs of numbers until one is asked for, and
    the acts of a session share those of its file.
    """

    path: str
    places: Mapping[Chemin, Place] = field(default_factory=dict)
    heritee: "Origine | None" = None

    def lieu(self, *chemin: str | int) -> Lieu:
        """The place of the field, or of the nearest field that holds it, or the top of the file."""
        sources = (self, self.heritee) if self.heritee else (self,)
        for length in range(len(chemin), 0, -1):
            for source in sources:
                if place := source.places.get(chemin[:length]):
                    return Lieu(source.path, *place)
        return Lieu(self.path)

    def heritant_de(self, other: "Origine") -> "Origine":
        """The same places, completed by those of the file whose fields are inherited."""
        return Origine(self.path, self.places, other)


@dataclass(frozen=True, slots=True, order=True)
class Anomalie:
    """One finding; ``str()`` is the line that the clerk reads."""

    lieu: Lieu
    code: str
    message: str
    reference: str = ""
    severite: Severite = Severite.ERREUR
    derogation: str = ""
    """The reason why the act is published all the same; empty when there is none."""

    @property
    def bloque(self) -> bool:
        """Whether it stops the publication."""
        return self.severite is Severite.ERREUR and not self.derogation

    def __str__(self) -> str:
        article = f" ({self.reference})" if self.reference else ""
        label = "avertissement : " if self.severite is Severite.AVERTISSEMENT else ""
        reason = f" ; dérogation : {self.derogation}" if self.derogation else ""
        return une_ligne(f"{self.lieu}: [{self.code}] {label}{self.message}{article}{reason}")


def une_ligne(text: str) -> str:
    """A text on one line: what a file holds cannot pass for another message."""
    return "".join(c if c.isprintable() or c == "\u00a0" else "␤" for c in text)


class ActesInvalides(Exception):  # noqa: N818 (the name says what a clerk is told)
    """The acts cannot be published; ``anomalies`` holds every finding of every act, in file order."""

    def __init__(self, anomalies: Iterable[Anomalie]) -> None:
        self.anomalies = tuple(sorted(anomalies))
        told = [a for a in self.anomalies if not a.derogation]
        super().__init__("\n".join([*map(str, told), bilan(told)]))


def uniques(anomalies: Iterable[Anomalie]) -> tuple[Anomalie, ...]:
    """Each finding once: the acts of a session share its faults, and a draft among them only softens its own."""
    found = set(anomalies)
    errors = {(a.lieu, a.code, a.message) for a in found if a.bloque}
    return tuple(sorted(a for a in found if a.bloque or (a.lieu, a.code, a.message) not in errors))


@dataclass(frozen=True, slots=True)
class Compte:
    """How many findings of each weight, in how many files."""

    erreurs: int
    avertissements: int
    derogations: int
    fichiers: int


def compter(anomalies: Iterable[Anomalie]) -> Compte:
    """The findings counted; one that is waived is neither an error nor a warning."""
    found = tuple(anomalies)
    errors = sum(a.bloque for a in found)
    waived = sum(bool(a.derogation) for a in found)
    return Compte(errors, len(found) - errors - waived, waived, len({a.lieu.path for a in found}))


def bilan(anomalies: Iterable[Anomalie]) -> str:
    """The closing line: how many findings, in how many files."""
    count = compter(anomalies)
    counts = [
        _pluriel(count.erreurs, "erreur"),
        _pluriel(count.avertissements, "avertissement"),
        _pluriel(count.derogations, "dérogation"),
    ]
    files = _pluriel(count.fichiers, "fichier") or "aucun fichier"
    return f"{', '.join(c for c in counts if c) or 'aucune anomalie'} ({files})"


def _pluriel(count: int, word: str) -> str:
    return f"{count} {word}{'s' if count > 1 else ''}" if count else ""
