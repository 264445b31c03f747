"""Recueil: from the acts of a local authority to its public register.

One direction, each stage a pure function of the one before::

    acts/ ─▶ parcours ─▶ lecture ─▶ controles ─▶ registre ─▶ pages · flux · donnees ─▶ the site

``verifier`` reads and checks, ``build_registre`` arranges what passed, ``site.build_site`` does the rest; whoever
writes files comes after.
"""

from pathlib import Path

from .anomalie import ActesInvalides
from .enregistrement import inscrire
from .registre import Registre
from .verification import verifier

__all__ = ["ActesInvalides", "Registre", "build_registre", "verifier"]


def build_registre(acts: Path, reserve: Path | None = None) -> Registre:
    """Read, check and arrange the acts of a folder.

    Args:
        acts: the folder that holds one folder per authority.
        reserve: a folder that may be deleted at any time, where what was read is kept for the next time.

    Raises:
        ActesInvalides: with every finding of every act, when at least one is an error.
    """
    found = verifier(acts, reserve)
    if found.bloque:
        raise ActesInvalides(found.anomalies)
    return inscrire(found.collectivites, found.expositions, found.seances, found.anomalies, found.journaux)
