"""How long the engine takes on a register of invented acts, and how much memory, next to a fixed task of the same run.

A figure in seconds says as much of the machine as of the engine: the ratio to the reference says the engine's part.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import yaml

RACINE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(RACINE / "hooks"), str(RACINE / "scripts")]

from actes_fictifs import fabriquer  # noqa: E402 (the path first)
from options import Options  # noqa: E402

_T = TypeVar("_T")

_AIDE = """\
Les actes sont inventés, toujours les mêmes pour un même nombre : séances, votes, tableaux, conventions, de 3 à 8 ko.
La référence est la lecture des mêmes en-têtes par PyYAML seul, dans le même processus : le rapport à cette référence
dépend peu de la machine. La linéarité compare le temps par acte à celui d'un registre dix fois plus petit : 1 veut
dire qu'un acte coûte autant dans un grand registre que dans un petit.
"""


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


def main(arguments: list[str] | None = None) -> int:
    """Make the registers, measure, print."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as folder:
        kept = options.garder or Path(folder)
        small, large = (_un_registre(kept, n) for n in (max(1, options.actes // 10), options.actes))
    print(_en_json(small, large) if options.json else _en_texte(small, large))
    return 0


def _un_registre(folder: Path, actes: int) -> Mesure:
    acts = folder / str(actes) / "acts"
    if not acts.is_dir():
        fabriquer(actes, acts)
    return mesurer(acts, actes)


def _rapports(small: Mesure, large: Mesure) -> dict[str, float]:
    return {
        "ms_par_acte": round(large.ms_par_acte, 3),
        "sur_reference": round(large.secondes / large.reference, 2),
        "linearite": round(large.ms_par_acte / small.ms_par_acte, 2),
    }


def _en_json(small: Mesure, large: Mesure) -> str:
    return json.dumps(asdict(large) | _rapports(small, large))


def _en_texte(small: Mesure, large: Mesure) -> str:
    ratios = _rapports(small, large)
    return "\n".join(
        [
            f"{large.actes} actes lus et contrôlés en {large.secondes:.2f} s ({ratios['ms_par_acte']:.2f} ms par acte)",
            f"mémoire : {large.memoire_mo} Mo ; anomalies : {large.anomalies}",
            f"rapport à la référence ({large.reference:.2f} s) : {ratios['sur_reference']:.2f}",
            f"linéarité, de {small.actes} à {large.actes} actes : {ratios['linearite']:.2f}",
        ]
    )


def _options(arguments: list[str] | None) -> argparse.Namespace:
    options = Options(
        prog="scripts/mesurer.py",
        description="Mesure le temps que prennent la lecture et le contrôle d'un registre inventé.",
        epilog=_AIDE,
    )
    options.arguments.add_argument("actes", nargs="?", type=int, default=10_000, help="nombre d'actes (10 000 sinon)")
    options.arguments.add_argument(
        "--garder", type=Path, metavar="DOSSIER", help="garder les registres inventés, et les reprendre"
    )
    options.arguments.add_argument("--json", action="store_true", help="donner les mesures en JSON, sur une ligne")
    return options.lire(arguments)


if __name__ == "__main__":
    sys.exit(main())
