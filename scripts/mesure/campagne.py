"""The builds, in their order: cold, warm, after one changed act and one added, and Hugo's; as often as was asked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from . import hugo_temoin
from .processus import Passage
from .projet import Projet, preparer
from .sortes import Contenu, contenu

Dire = Callable[[str], None]
"""Who is told what is being done."""


@dataclass(frozen=True)
class Resultat:
    """What was measured on one register."""

    actes: int
    froid: Passage
    tiede: Passage
    un_acte: Passage
    ajout: Passage
    recueil: Contenu
    hugo: Passage | None
    temoin: Contenu | None


def mener(nombre: int, garde: Path, fois: int, dire: Dire, *, hugo: bool, journal: bool) -> Resultat:
    """Build a register of so many acts with Recueil, and the same with Hugo."""
    dire(f"{nombre} actes : préparation")
    project = preparer(nombre, garde, journal=journal)
    found: dict[str, list[Passage]] = {name: [] for name in ("froid", "tiede", "un_acte", "ajout", "hugo")}
    for tour in range(1, fois + 1):
        found["froid"].append(_froid(project, dire))
        if tour == 1:
            held = contenu(project.site)
            beside = hugo_temoin.temoin(project.site, project.dossier.parent / "hugo") if hugo else None
        if beside:
            found["hugo"].append(_dit(dire, "Hugo", beside.construire()))
        _suites(project, tour, found, dire)
    kept = {name: mediane(runs) if runs else None for name, runs in found.items()}
    return Resultat(actes=nombre, recueil=held, temoin=contenu(beside.site) if beside else None, **kept)  # type: ignore[arg-type]


def froid(nombre: int, garde: Path, fois: int, dire: Dire, *, journal: bool) -> Passage:
    """A cold build alone, for a register of another size."""
    dire(f"{nombre} actes : préparation")
    project = preparer(nombre, garde, journal=journal)
    return mediane([_froid(project, dire) for _ in range(fois)])


def mediane(passages: Iterable[Passage]) -> Passage:
    """The run in the middle, figure by figure."""
    runs = list(passages)
    return Passage(
        median(run.secondes for run in runs),
        median(run.cpu for run in runs),
        round(median(run.memoire_mo for run in runs)),
    )


def _froid(project: Projet, dire: Dire) -> Passage:
    project.vider()
    return _dit(dire, "Recueil, à froid", project.construire())


def _suites(project: Projet, tour: int, found: dict[str, list[Passage]], dire: Dire) -> None:
    """What is built again: nothing changed, one act changed, one act more."""
    found["tiede"].append(_dit(dire, "Recueil, rien n'a changé", project.construire()))
    project.changer(f"du tour {tour}")
    found["un_acte"].append(_dit(dire, "Recueil, un acte changé", project.construire()))
    project.ajouter(f"bis{tour}")
    found["ajout"].append(_dit(dire, "Recueil, un acte de plus", project.construire()))


def _dit(dire: Dire, what: str, took: Passage) -> Passage:
    dire(f"{what} : {took.secondes:.2f} s ({took.cpu:.2f} s de processeur), {took.memoire_mo} Mo")
    return took
