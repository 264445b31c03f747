"""How long the reading and the rules take alone, next to a fixed task of the same run.

A figure in seconds says as much of the machine as of the engine: the ratio to the reference says the engine's part.
"""

import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import yaml

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Mesure:
    """What one register took to read and check."""

    actes: int
    secondes: float
    reference: float
    """Seconds that PyYAML alone takes to read the same heads."""
    memoire_mo: int
    """Largest memory of all the processes together, in MB, or more."""
    anomalies: int

    @property
    def ms_par_acte(self) -> float:
        """Thousandths of a second for one act."""
        return self.secondes * 1000 / self.actes


def mesurer(acts: Path, actes: int) -> Mesure:
    """Read and check a folder of acts, in a process that does nothing else."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(_mesurer, acts, actes).result()


def rapports(small: Mesure, large: Mesure) -> dict[str, float]:
    """What depends little on the machine."""
    return {
        "ms_par_acte": round(large.ms_par_acte, 3),
        "sur_reference": round(large.secondes / large.reference, 2),
        "linearite": round(large.ms_par_acte / small.ms_par_acte, 2),
    }


def en_texte(small: Mesure, large: Mesure) -> str:
    """The measures, for a person."""
    ratios = rapports(small, large)
    return "\n".join(
        [
            f"{large.actes} actes lus et contrôlés en {large.secondes:.2f} s ({ratios['ms_par_acte']:.2f} ms par acte)",
            f"mémoire : {large.memoire_mo} Mo ; anomalies : {large.anomalies}",
            f"rapport à la référence ({large.reference:.2f} s) : {ratios['sur_reference']:.2f}",
            f"linéarité, de {small.actes} à {large.actes} actes : {ratios['linearite']:.2f}",
        ]
    )


def _mesurer(acts: Path, actes: int) -> Mesure:
    from recueil import verifier  # noqa: PLC0415 (its import is no part of the measure)

    reference, _ = _chronometrer(lambda: _lire_les_en_tetes(acts))
    seconds, found = _chronometrer(lambda: verifier(acts))
    if found.bloque:
        raise SystemExit("\n".join(map(str, found.anomalies[:20])))
    return Mesure(actes, seconds, reference, _memoire(), len(found.anomalies))


def _chronometrer(work: Callable[[], _T]) -> tuple[float, _T]:
    start = time.perf_counter()
    done = work()
    return time.perf_counter() - start, done


def _lire_les_en_tetes(acts: Path) -> None:
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    for path in acts.rglob("*.md"):
        yaml.load(path.read_text(encoding="utf-8").split("---\n")[1], Loader=loader)  # noqa: S506 (text alone)


def _memoire() -> int:
    """The largest memory of this process and that of each that helped it, as if all were reached at once."""
    import resource  # noqa: PLC0415 (Windows has none)

    from recueil.repartition import aides  # noqa: PLC0415

    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    other = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (own + aides() * other) // unit
