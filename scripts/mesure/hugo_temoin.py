"""Hugo beside Recueil: the tree that it is given, and its build, always a whole one."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from .ecarts import ecarter
from .hugo_source import convertir
from .processus import Passage, executer
from .projet import RACINE

MANQUE = "Hugo manque : sans lui, les rapports ne sont pas donnés (Debian : apt install hugo)."


def version() -> str:
    """The version of Hugo that this machine has, or nothing."""
    path = shutil.which("hugo")
    if path is None:
        return ""
    said = subprocess.run([path, "version"], capture_output=True, text=True, check=False).stdout  # noqa: S603 (ours)
    found = re.search(r"v(\d+\.\d+\.\d+)", said)
    return found[1] if found else ""


@dataclass(frozen=True, slots=True)
class Temoin:
    """A Hugo project."""

    dossier: Path

    @property
    def site(self) -> Path:
        """Where it is built."""
        return self.dossier / "public"

    def construire(self) -> Passage:
        """Build it from nothing: Hugo keeps nothing of Markdown from one run to the next."""
        ecarter(*(self.dossier / name for name in ("public", "resources", "cache", ".hugo_build.lock")))
        command: list[str | Path] = [
            "hugo",
            "--quiet",
            "--cacheDir",
            self.dossier / "cache",
            "--destination",
            self.site,
        ]
        return executer(command, self.dossier, {"HUGO_ENVIRONMENT": "production"})


def temoin(site: Path, dossier: Path) -> Temoin:
    """A Hugo project of the same acts as a site of Recueil."""
    shutil.rmtree(dossier, ignore_errors=True)
    convertir(site, dossier, RACINE / "pages")
    return Temoin(dossier)
