"""A line of the journal, and the bytes that are sealed: canonical JSON (RFC 8785), the same for every program."""

import json
import re
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

import rfc8785

from ..empreinte import sceau
from ..nomenclature import Liste

PREMIER = "0" * 64
"""What the first line seals: nothing came before it."""


_LIGNE_MAX = 1_000_000
_EMPREINTE = re.compile(r"[0-9a-f]{64}")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


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
    if len(octets) > _LIGNE_MAX:
        raise ValueError("too long")
    try:
        line = Ligne(**json.loads(octets))
        sound = line.octets() == octets and _saine(line)
    except (TypeError, AttributeError, RecursionError, rfc8785.CanonicalizationError) as error:
        raise ValueError(str(error)) from error
    if not sound:
        raise ValueError("not a line of a journal")
    return line


def _saine(line: Ligne) -> bool:
    """Whether each field is of its kind: a line sealed again by hand may hold anything."""
    digests = (line.precedent, line.donnees, *line.fichiers.values())
    return (
        type(line.rang) is int
        and all(isinstance(one, str) and _EMPREINTE.fullmatch(one) for one in digests)
        and isinstance(line.acte, str)
        and line.evenement in tuple(Evenement)
        and bool(_INSTANT.fullmatch(line.inscrit_le) and datetime.fromisoformat(line.inscrit_le))
        and date.fromisoformat(line.publie_le).isoformat() == line.publie_le
    )
