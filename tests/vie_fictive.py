"""The authority whose acts change, for the tests that read it, and those that change it further."""

import shutil
from functools import cache
from pathlib import Path

from outils import RACINE
from recueil import Registre, build_registre


@cache
def registre_des_devenirs() -> Registre:
    """Its register."""
    return build_registre(RACINE / "tests" / "vie" / "acts")


def copier(folder: Path) -> Path:
    """A copy of its acts."""
    return Path(shutil.copytree(RACINE / "tests" / "vie" / "acts", folder / "acts"))
