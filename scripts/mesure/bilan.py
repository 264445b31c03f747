"""What the measures say: ratios and figures, as a table for a person and as one line for programs."""

import json
import os
import platform
from collections.abc import Iterator

from . import hugo_temoin
from .campagne import Resultat
from .processus import Passage
from .sortes import Compte, Contenu

Valeur = int | float | str | None


def chiffres(found: Resultat, plus_grand: tuple[int, Passage] | None) -> dict[str, Valeur]:
    """Every figure, by its name."""
    return {
        "actes": found.actes,
        "froid_sur_hugo": _rapport(found.froid, found.hugo),
        "tiede_sur_hugo": _rapport(found.tiede, found.hugo),
        "un_acte_sur_hugo": _rapport(found.un_acte, found.hugo),
        "ajout_sur_hugo": _rapport(found.ajout, found.hugo),
        "memoire_mo": max(run.memoire_mo for run in (found.froid, found.tiede, found.un_acte, found.ajout)),
        "octets_par_acte": found.recueil.octets_par_acte,
        "octets_max_acte": found.recueil.octets_max,
        **_temps(found),
        "pages": found.recueil.pages,
        "fichiers": found.recueil.fichiers,
        "octets": found.recueil.octets,
        "pages_par_seconde": round(found.recueil.pages / found.froid.secondes, 1),
        "hugo_version": hugo_temoin.version() or None,
        **_hugo(found.hugo, found.temoin),
        **_lineaire(found, plus_grand),
        "charge": round(os.getloadavg()[0], 2),
        "machine": f"{os.cpu_count()} cœurs, {platform.machine()}",
    }


def en_json(figures: dict[str, Valeur]) -> str:
    """The figures on one line."""
    return json.dumps(figures, ensure_ascii=False)


def en_texte(found: Resultat, figures: dict[str, Valeur]) -> str:
    """The figures as tables."""
    return "\n".join((*_tableau(found), "", *_sortes(found), "", *_resume(figures)))


def _temps(found: Resultat) -> dict[str, Valeur]:
    runs = {"froid": found.froid, "tiede": found.tiede, "un_acte": found.un_acte, "ajout": found.ajout}
    seconds = {f"{name}_s": round(run.secondes, 2) for name, run in runs.items()}
    return {**seconds, **{f"{name}_cpu_s": round(run.cpu, 2) for name, run in runs.items()}}


def _hugo(run: Passage | None, held: Contenu | None) -> dict[str, Valeur]:
    return {
        "hugo_s": round(run.secondes, 2) if run else None,
        "hugo_cpu_s": round(run.cpu, 2) if run else None,
        "hugo_memoire_mo": run.memoire_mo if run else None,
        "hugo_pages": held.pages if held else None,
        "hugo_fichiers": held.fichiers if held else None,
        "hugo_octets": held.octets if held else None,
        "hugo_octets_par_acte": held.octets_par_acte if held else None,
    }


def _lineaire(found: Resultat, larger: tuple[int, Passage] | None) -> dict[str, Valeur]:
    if larger is None:
        return {}
    acts, run = larger
    ratio = round(run.secondes / found.froid.secondes, 2)
    return {
        "lineaire": ratio,
        "lineaire_actes": acts,
        "lineaire_s": round(run.secondes, 2),
        "lineaire_memoire_mo": run.memoire_mo,
    }


def _rapport(run: Passage, reference: Passage | None) -> float | None:
    return round(run.secondes / reference.secondes, 3) if reference else None


def _tableau(found: Resultat) -> Iterator[str]:
    """The builds, one a line."""
    yield f"{'construction':34}{'temps':>10}{'processeur':>12}{'mémoire':>11}{'sur Hugo':>10}"
    runs = (
        ("Recueil, à froid", found.froid),
        ("Recueil, rien n'a changé", found.tiede),
        ("Recueil, un acte changé", found.un_acte),
        ("Recueil, un acte de plus", found.ajout),
        ("Hugo, toujours entier", found.hugo),
    )
    for name, run in runs:
        if run:
            ratio = _rapport(run, found.hugo)
            said = "" if ratio is None else f"{ratio:.2f}"
            yield f"{name:34}{run.secondes:>8.2f} s{run.cpu:>10.2f} s{run.memoire_mo:>8} Mo{said:>10}"


def _sortes(found: Resultat) -> Iterator[str]:
    """What each wrote, kind by kind."""
    beside = found.temoin.sortes if found.temoin else {}
    yield f"{'fichiers':34}{'Recueil':>9}{'Hugo':>9}{'Recueil, ko':>14}{'Hugo, ko':>12}"
    for name in sorted({*found.recueil.sortes, *beside}):
        own, other = found.recueil.sortes.get(name, Compte(0, 0)), beside.get(name, Compte(0, 0))
        sizes = f"{own.octets / 1000:>14.0f}{other.octets / 1000:>12.0f}"
        yield f"{name:34}{own.fichiers:>9}{other.fichiers:>9}{sizes}"


def _resume(figures: dict[str, Valeur]) -> Iterator[str]:
    yield f"{figures['pages']} pages, {figures['pages_par_seconde']} par seconde à froid"
    yield f"page d'un acte : {figures['octets_par_acte']} octets de HTML, {figures['octets_max_acte']} au plus"
    if "lineaire" in figures:
        yield f"{figures['lineaire_actes']} actes coûtent {figures['lineaire']} fois {figures['actes']}"
