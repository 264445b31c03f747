"""What it takes to build a register of invented acts, next to what Hugo takes for the same acts, all in one run.

A figure in seconds says as much of the machine as of the engine; the ratio to another program that writes as many
pages of as many words says the engine's part. What is compared, and how, is told in PERFORMANCE.md.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

RACINE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(RACINE / "hooks"), str(RACINE / "scripts")]

from mesure import bilan, hugo_temoin, lecture, recherche  # noqa: E402 (the path first)
from mesure.campagne import Dire, froid, mener  # noqa: E402
from mesure.ecarts import oublier  # noqa: E402
from mesure.processus import Echec  # noqa: E402
from mesure.projet import inventer, preparer  # noqa: E402
from mesure.vocabulaire import enrichir  # noqa: E402
from options import Options  # noqa: E402

_AIDE = """\
Les actes sont inventés, toujours les mêmes pour un même nombre : séances, votes, tableaux, conventions, liens, de 3 à
8 ko. Le site est construit à froid, sans que rien ait changé, après un acte changé, après un acte ajouté, recherche
non comprise ; puis par Hugo, avec les mêmes pages, flux et données. Voir PERFORMANCE.md.
« --lecture » mesure la lecture et les contrôles seuls, rapportés à ce que PyYAML met à lire les mêmes en-têtes.
« --recherche » mesure la recherche seule, dans Chromium, sur les mêmes actes enrichis de mots.
"""


def main(arguments: list[str] | None = None) -> int:
    """Make the registers, measure, print; 1 when a build fails."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory(prefix="mesure-") as folder:
        kept = (options.garder or Path(folder)).resolve()
        try:
            print(_ce_qui_est_demande(options)(options, kept))
        except Echec as error:
            print(error, file=sys.stderr)
            return 1
        finally:
            oublier(kept)
    return 0


def _ce_qui_est_demande(options: argparse.Namespace) -> Callable[[argparse.Namespace, Path], str]:
    if options.recherche:
        return _recherche
    return _lecture if options.lecture else _constructions


def _constructions(options: argparse.Namespace, kept: Path) -> str:
    """Build everything, and tell it."""
    dire = _dire(muet=options.json)
    beside = not options.sans_hugo and bool(hugo_temoin.version())
    if not (beside or options.sans_hugo):
        print(hugo_temoin.MANQUE, file=sys.stderr)
    found = mener(options.actes, kept, options.fois, dire, hugo=beside, journal=not options.sans_journal)
    larger = None
    if options.lineaire:
        triple = 3 * options.actes
        larger = triple, froid(triple, kept, options.fois, dire, journal=not options.sans_journal)
    figures = bilan.chiffres(found, larger)
    return bilan.en_json(figures) if options.json else bilan.en_texte(found, figures)


def _lecture(options: argparse.Namespace, kept: Path) -> str:
    """Read and check two registers, one ten times the other."""
    sizes = max(1, options.actes // 10), options.actes
    small, large = (lecture.mesurer(inventer(number, kept), number) for number in sizes)
    if options.json:
        return json.dumps(asdict(large) | lecture.rapports(small, large))
    return lecture.en_texte(small, large)


def _recherche(options: argparse.Namespace, kept: Path) -> str:
    """Index a year and the whole, build the site, and search in it."""
    project = preparer(options.actes, kept / "recherche", journal=False)
    year = preparer(min(1000, options.actes), kept / "recherche" / "annee", journal=False)
    for one in (project, year):
        enrichir(one.actes)
    index = [recherche.indexation(one.actes, one.dossier / "reserve") for one in (year, project)]
    project.construire(recherche=True)
    made = recherche.mesurer(project.site, recherche.identifiant(project.actes), fois=options.fois)
    if options.json:
        return json.dumps({"index": [*map(asdict, index)], "recherches": [*map(asdict, made)]}, ensure_ascii=False)
    return recherche.en_texte(index, made)


def _dire(*, muet: bool) -> Dire:
    """Who is told what is being done: nobody, when a program reads."""
    return (lambda _: None) if muet else (lambda said: print(said, file=sys.stderr, flush=True))


def _options(arguments: list[str] | None) -> argparse.Namespace:
    options = Options(
        prog="scripts/mesurer.py",
        description="Mesure la construction d'un registre inventé, à côté de Hugo.",
        epilog=_AIDE,
    )
    add = options.arguments.add_argument
    add("--actes", type=int, default=10_000, metavar="NOMBRE", help="nombre d'actes (10 000 sinon)")
    add("--fois", type=int, default=1, metavar="NOMBRE", help="répéter, et donner les médianes")
    add("--json", action="store_true", help="donner les mesures en JSON, sur une ligne")
    add("--garder", type=Path, metavar="DOSSIER", help="garder registres et sites, et reprendre les registres")
    add("--lineaire", action="store_true", help="construire aussi trois fois plus d'actes")
    add("--sans-hugo", action="store_true", help="ne pas construire par Hugo : pas de rapports")
    add("--sans-journal", action="store_true", help="ne pas inscrire les actes au journal")
    add("--lecture", action="store_true", help="mesurer la lecture et les contrôles seuls")
    add("--recherche", action="store_true", help="mesurer la recherche seule, dans Chromium")
    return options.lire(arguments)


if __name__ == "__main__":
    sys.exit(main())
