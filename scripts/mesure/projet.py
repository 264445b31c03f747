"""A project of its own for the measure: this engine, this theme and these pages, with invented acts."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from actes_fictifs import fabriquer

from .ecarts import ecarter
from .processus import Echec, Passage, executer

RACINE = Path(__file__).resolve().parent.parent.parent
_MOMENT = "2026-11-20"
"""The day on which the acts are recorded: the journal has the same bytes at each run."""

_CONFIG = "mkdocs.yml"
_REGLAGES = """\
INHERIT: {racine}/mkdocs.yml
site_url: https://recueil.example/
docs_dir: {racine}/pages
site_dir: site
hooks: [{racine}/hooks/publication.py]
watch: []
theme:
  name: material
  custom_dir: {racine}/theme_overrides
"""


@dataclass(frozen=True, slots=True)
class Projet:
    """A folder with its acts, built by ``mkdocs build --strict``, without the search unless it is asked for."""

    dossier: Path

    @property
    def site(self) -> Path:
        """Where it is built."""
        return self.dossier / "site"

    @property
    def actes(self) -> Path:
        """Its acts."""
        return self.dossier / "acts"

    def vider(self) -> None:
        """Forget everything that was built, wherever a build keeps what it remembers."""
        ecarter(*[path for path in self.dossier.iterdir() if path.name not in {"acts", _CONFIG}])

    def construire(self, *, recherche: bool = False) -> Passage:
        """Build it."""
        os.environ.pop("SOURCE_DATE_EPOCH", None)
        tool = Path(sys.executable).parent / "mkdocs"
        silent = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "RECHERCHE": str(recherche).lower()}
        return executer([tool, "build", "--strict", "--quiet"], self.dossier, silent)

    def changer(self, mot: str) -> None:
        """Change some words of an act in the middle of the register, and have it recorded."""
        path = self._milieu()
        path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n\nMention {mot}.\n", encoding="utf-8")
        self._inscrire(path)

    def ajouter(self, mot: str) -> None:
        """Add an act beside the one in the middle of the register."""
        model = self._milieu()
        number, path = model.stem, model.with_name(f"{model.stem}-{mot}.md")
        text = model.read_text(encoding="utf-8").replace(number, path.stem)
        path.write_text(text, encoding="utf-8")
        shutil.copyfile(model.with_suffix(".pdf"), path.with_suffix(".pdf"))
        self._inscrire()

    def _milieu(self) -> Path:
        """A délibération in the middle of the register, that no other act is named after."""
        own = sorted(path for path in self.actes.glob("*/*/*/*.md") if path.stem[:4].isdigit() and len(path.stem) == 9)
        return own[len(own) // 2]

    def _inscrire(self, *paths: Path) -> None:
        if any(self.actes.glob("*/journal.jsonl")):
            inscrire(self.actes, *paths)


def inscrire(actes: Path, *chemins: Path) -> None:
    """Record acts in the journals, as ``./scripts/publier`` does."""
    command: list[str | Path] = [
        sys.executable,
        RACINE / "scripts" / "publier.py",
        "--actes",
        actes,
        "--le",
        _MOMENT,
        *chemins,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (our own command)
    if done.returncode:
        raise Echec(done.stderr)


def preparer(nombre: int, garde: Path, *, journal: bool = True) -> Projet:
    """A project of so many acts; the acts that were made once are kept, and copied."""
    made = inventer(nombre, garde)
    folder = garde / str(nombre) / "projet"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(made, folder / "acts")
    (folder / _CONFIG).write_text(_REGLAGES.format(racine=RACINE), encoding="utf-8")
    if journal:
        inscrire(folder / "acts")
    return Projet(folder)


def inventer(nombre: int, garde: Path) -> Path:
    """The folder of so many invented acts, made if it is not there."""
    acts = garde / str(nombre) / "acts"
    if not acts.is_dir():
        fabriquer(nombre, acts)
    return acts
