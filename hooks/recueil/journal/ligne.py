"""A line of the journal, and the bytes that are sealed: canonical JSON (RFC 8785), the same for every program."""

import json
from dataclasses import asdict, dataclass
from typing import Any

import rfc8785

from ..empreinte import sceau
from ..nomenclature import Liste

PREMIER = "0" * 64
"""What the first line seals: nothing came before it."""


class Evenement(Liste):
    """What a line records."""

    PUBLIE = "publie", "Mis en ligne"
    RECTIFIE = "rectifie", "Rectifié"
    OCCULTE = "occulte", "Occulté"
    ANNEXE_AJOUTEE = "annexe_ajoutee", "Annexe ajoutée"
    RETIRE = "retire", "Texte et fichiers retirés"


@dataclass(frozen=True, slots=True)
class Ligne:
    """A movement of an act, as it is written."""

    rang: int
    """1 for the first line."""
    precedent: str
    """SHA-256 of the line before, without its line end."""
    inscrit_le: str
    """The moment of the writing: ISO 8601, in UTC, to the second."""
    evenement: str
    acte: str
    """The address of the page, which never changes."""
    publie_le: str
    """The day that the act declares, ISO 8601."""
    fichiers: dict[str, str]
    """The files served: name → SHA-256."""
    donnees: str
    """SHA-256 of what the file of the act says, in canonical JSON."""

    def octets(self) -> bytes:
        """The line, as it is written and sealed."""
        return canonique(asdict(self))

    @property
    def sceau(self) -> str:
        """Its SHA-256."""
        return sceau(self.octets())


def canonique(value: Any) -> bytes:  # noqa: ANN401 (a JSON value)
    """A JSON value in the one form that RFC 8785 gives it."""
    return rfc8785.dumps(value)


def lire_ligne(octets: bytes) -> Ligne:
    """A line, as it was written.

    Raises:
        ValueError: it is not a line of a journal, or not in its one form.
    """
    said = json.loads(octets)
    try:
        line = Ligne(**said)
        same = line.octets() == octets
    except (TypeError, rfc8785.CanonicalizationError) as error:
        raise ValueError(str(error)) from error
    if not same or not isinstance(line.rang, int) or line.evenement not in {e.value for e in Evenement}:
        raise ValueError("not canonical")
    return line
