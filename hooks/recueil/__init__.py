"""Recueil: from the acts of a local authority to its public register.

One direction, each stage a pure function of the one before::

    acts/ ─▶ lecture ─▶ controles ─▶ registre ─▶ pages · flux · donnees ─▶ the site

``build_registre`` is the first half, ``site.build_site`` the second; whoever writes files comes after.
"""

from pathlib import Path

from .anomalie import ActesInvalides, Severite, uniques
from .controles import controler
from .lecture import lire
from .registre import Registre, inscrire

__all__ = ["ActesInvalides", "Registre", "build_registre"]


def build_registre(acts: Path) -> Registre:
    """Read, check and arrange the acts of a folder.

    Args:
        acts: the folder that holds one folder per authority.

    Raises:
        ActesInvalides: with every finding of every act, when at least one is an error.
    """
    lecture = lire(acts)
    complet = all(a.severite is not Severite.ERREUR for a in lecture.anomalies)
    anomalies = uniques([*lecture.anomalies, *controler(lecture.actes, complet=complet)])
    if any(a.bloque for a in anomalies):
        raise ActesInvalides(anomalies)
    return inscrire(lecture.collectivites, lecture.actes, lecture.seances, anomalies)
