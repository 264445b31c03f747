"""What the rules of the register say of an act before it is written: the clerk mends it at once, or knows why not."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from ...anomalie import Anomalie
from ...parcours import COLLECTIVITE
from ...verification import verifier
from .ecriture import Plan
from .lieux import Lieu


def controler(plan: Plan, lieu: Lieu) -> tuple[Anomalie, ...]:
    """The findings on the files of a plan, in a register of their own: those that only other acts show come later."""
    with TemporaryDirectory() as folder:
        racine = Path(folder, "acts")
        for source, place in _copies(plan, lieu, racine):
            place.parent.mkdir(parents=True, exist_ok=True)
            _lier(source, place)
        for prevu in plan.prevus:
            if isinstance(prevu.contenu, bytes):
                place = racine / prevu.chemin.resolve().relative_to(lieu.racine.resolve())
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(prevu.contenu)
        if plan.apport:
            held = plan.apport.tenue
            place = racine / held.chemin.resolve().relative_to(lieu.racine.resolve())
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(held.contenu)
        return verifier(racine.resolve()).anomalies


def _copies(plan: Plan, lieu: Lieu, racine: Path) -> Iterable[tuple[Path, Path]]:
    """The files that are there already, and those to copy: each with its place."""
    root = lieu.racine.resolve()
    for folder in (lieu.dossier.resolve(), *lieu.dossier.resolve().parents):
        if (folder / COLLECTIVITE).is_file():
            yield folder / COLLECTIVITE, racine / folder.relative_to(root) / COLLECTIVITE
    for prevu in plan.prevus:
        if isinstance(prevu.contenu, Path):
            yield prevu.contenu, racine / prevu.chemin.resolve().relative_to(root)


def _lier(source: Path, place: Path) -> None:
    """The same file under another name, without its bytes being copied where the disk allows it."""
    try:
        os.link(source.resolve(), place)
    except OSError:
        shutil.copyfile(source, place)
