"""Which assembly met: the first that the head of an act names."""

import re
from dataclasses import dataclass

_DEBUT = 4000
"""An act names its assembly before its first visas; further on, it may cite another."""


@dataclass(frozen=True, slots=True)
class Organe:
    """An assembly: how it is written, an example, and its name in the register."""

    forme: str
    exemple: str
    nom: str


ORGANES = (
    Organe(r"conseil\s+municipal", "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL", "Conseil municipal"),
    Organe(r"conseil\s+communautaire", "Séance du Conseil communautaire", "Conseil communautaire"),
    Organe(r"comit[ée]\s+syndical", "Délibération du Comité Syndical n° 12", "Comité syndical"),
    Organe(r"conseil\s+syndical", "Le Conseil Syndical, légalement convoqué", "Conseil syndical"),
    Organe(r"conseil\s+d[ée]partemental", "CONSEIL DEPARTEMENTAL", "Conseil départemental"),
    Organe(r"conseil\s+r[ée]gional", "Conseil régional", "Conseil régional"),
    Organe(r"conseil\s+m[ée]tropolitain", "Conseil métropolitain", "Conseil métropolitain"),
    Organe(r"conseil\s+d'administration", "Conseil d'administration du CCAS", "Conseil d'administration"),
    Organe(r"commission\s+permanente", "Délibération de la Commission permanente", "Commission permanente"),
    Organe(r"bureau\s+(?:syndical|communautaire)", "Délibération du Bureau communautaire", "Bureau"),
)
"""A new assembly is a new line."""

_ORGANES = tuple((re.compile(organe.forme, re.IGNORECASE), organe.nom) for organe in ORGANES)


def lire_organe(texte: str) -> str:
    """The assembly that a text names first; empty when it names none."""
    found = [(match.start(), name) for form, name in _ORGANES if (match := form.search(texte, 0, _DEBUT))]
    return min(found, default=(0, ""))[1]
