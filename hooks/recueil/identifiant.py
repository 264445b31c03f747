"""The two identifiers of the State that an act carries: the SIREN of its authority and the @ctes identifier."""

import re
from dataclasses import dataclass
from datetime import date

# Read from both ends: the number may itself hold hyphens (062-216209072-20241016-DELIB-2024-37-DE).
_FORME = re.compile(
    r"(?P<departement>\d{2}[0-9AB]|2[AB])-(?P<siren>\d{9})-(?P<jour>\d{8})"
    r"-(?P<numero>[A-Za-z0-9][A-Za-z0-9_\- ]{0,14})-(?P<nature>DE|AR|AI|CC|BF|AU)"
)

FORME_ATTENDUE = "département-SIREN-AAAAMMJJ-numéro-nature, par exemple 062-256203100-20260216-607-DE"


def luhn(digits: str) -> bool:
    """Whether the last digit is the Luhn key of the others (ISO/IEC 7812-1, used by SIREN and SIRET)."""
    doubled = (int(d) * (1 + i % 2) for i, d in enumerate(reversed(digits)))
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


@dataclass(frozen=True, slots=True)
class Identifiant:
    """An @ctes identifier, taken apart (norme d'échange ACTES, arrêté du 26 octobre 2005)."""

    texte: str
    departement: str
    siren: str
    jour: date
    numero: str
    nature: str

    def __str__(self) -> str:
        return self.texte


def lire_identifiant(texte: str) -> Identifiant:
    """Take an @ctes identifier apart.

    Raises:
        ValueError: the text has another form, or its eight-digit date does not exist.
    """
    match = _FORME.fullmatch(texte)
    if match is None:
        raise ValueError(texte)
    parts = match.groupdict()
    jour = date(int(parts["jour"][:4]), int(parts["jour"][4:6]), int(parts["jour"][6:]))
    return Identifiant(
        texte=texte,
        departement=parts["departement"].zfill(3),
        siren=parts["siren"],
        jour=jour,
        numero=parts["numero"],
        nature=parts["nature"],
    )
