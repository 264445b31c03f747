"""The authority whose acts change, for the tests that read it, and those that change it further."""

import shutil
from functools import cache
from pathlib import Path

from outils import RACINE
from recueil import Registre, build_registre
from recueil.anomalie import Origine
from recueil.collectivite import Collectivite
from recueil.convention import Convention

_MAIRIE = Collectivite.model_validate(
    {"nom": "Essai", "type": "commune", "siren": "219900016", "departement": "099"},
)


@cache
def registre_des_devenirs() -> Registre:
    """Its register."""
    return build_registre(RACINE / "tests" / "vie" / "acts")


def copier(folder: Path) -> Path:
    """A copy of its acts."""
    return Path(shutil.copytree(RACINE / "tests" / "vie" / "acts", folder / "acts"))


def convention(**said: str) -> Convention:
    """A convention that says this of its time."""
    given = {"type": "convention", "objet": "Essai", "publie_le": "2024-01-01", **said}
    return Convention.model_validate(
        {**given, "collectivite": _MAIRIE, "origine": Origine("essai.md"), "dossier": Path()}
    )
