"""From what comes back from the prefecture to the files of the acts: for the clerk, and for the drop folder."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from io import TextIOWrapper
from itertools import chain, compress, groupby
from operator import not_
from pathlib import Path
from tempfile import TemporaryDirectory

RACINE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(RACINE / "hooks"), str(RACINE / "scripts")]

from options import Options  # noqa: E402 (the path first)
from recueil.importation.assemblage import Assemblage, assembler  # noqa: E402
from recueil.importation.faits import Question  # noqa: E402
from recueil.importation.importer import Importe, importer, lire_actes  # noqa: E402
from recueil.importation.reception.entrees import Entree  # noqa: E402
from recueil.importation.scdl import bilan as bilan_tableaux  # noqa: E402 (the path first)
from recueil.importation.scdl.importer import est_tableau, importer_tableaux, lire_lignes  # noqa: E402
from recueil.importation.sortie import bilan, depot, proposition  # noqa: E402 (the path first)
from recueil.importation.sortie.choix import Choix  # noqa: E402
from recueil.importation.sortie.depot import Envoi  # noqa: E402
from recueil.importation.sortie.ecriture import Lu  # noqa: E402
from recueil.importation.sortie.seances import Seances  # noqa: E402

_AIDE = """\
exemples :
  ./scripts/importer 2026-07.pdf                  écrit l'acte, sa séance, ses conventions, et garde le PDF
  ./scripts/importer *.pdf --essai                dit ce qui serait écrit, et n'écrit rien
  ./scripts/importer acte.pdf --vers acts/mairie  dit de quelle collectivité est l'acte
  ./scripts/importer envoi.tar.gz                 lit un envoi @ctes : ses messages et ses fichiers
  ./scripts/importer deliberations.csv            écrit un brouillon par ligne d'un tableau SCDL de délibérations
  ./scripts/importer acte.pdf --json              donne ce qui est lu, pour un programme, et n'écrit rien
  ./scripts/importer --depot                      importe et vide le dossier depot/

Rien n'est deviné : ce qui n'est pas lu est laissé de côté, et demandé à la fin. Un fichier qui existe déjà et dit autre
chose n'est jamais écrasé sans --remplacer. Importer deux fois le même fichier ne change rien. Un acte individuel (un
congé, une sanction) n'est pas écrit : il se notifie, et tout ce qui est dans le dépôt est public.

code de sortie :
  0   tout est importé (ou lu, avec --essai et --json), même s'il reste des questions
  1   un fichier au moins est refusé ; les autres sont importés (0 avec --sortie : la demande de fusion le dit)
  2   une option n'est pas comprise, ou un fichier manque
"""

_INCOMPATIBLES = (
    ("FICHIER", "--depot"),
    ("--vers", "--depot"),
    ("--json", "--depot"),
    ("--json", "--sortie"),
    ("--json", "--vers"),
)
"""What cannot be done together, and would be passed over without a word."""


def main(arguments: list[str] | None = None) -> int:
    """Import the files; 1 when one is refused, 2 when the options cannot be understood."""
    options = _options(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # the same bytes on every machine
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    typed = [Envoi(tuple(options.fichiers), options.vers)]
    sent = depot.envois(options.dossier_depot, options.acts) if options.depot else typed
    paths = [path for one in sent for path in one.fichiers]
    if wrong := _mal_demande(paths, options):
        print(wrong, file=sys.stderr)
        return 2
    return _dire_json(paths) if options.json else _importer(sent, paths, options)


def _mal_demande(paths: Sequence[Path], options: argparse.Namespace) -> str:
    """What keeps the import from being begun; empty when nothing does."""
    if missing := [path for path in paths if not path.exists()]:
        return f"« {missing[0]} » n'existe pas : vérifiez son nom."
    if not paths and not options.depot:
        return "Donnez un fichier au moins. Voir : ./scripts/importer --help"
    if options.depot and not options.dossier_depot.resolve().is_relative_to(_projet(options)):
        return f"« {options.dossier_depot} » est hors du projet : donnez un dossier de « {_projet(options)} »."
    return ""


def _projet(options: argparse.Namespace) -> Path:
    """The folder that holds the register and the drop folder."""
    acts: Path = options.acts.resolve()
    return acts.parent


def _importer(sent: Sequence[Envoi], paths: Sequence[Path], options: argparse.Namespace) -> int:
    """Write the acts, then the table and what remains to be said; what was laid leaves last, when all is written."""
    done = _ecrire(sent, options)
    if options.depot and not done:
        print(f"Le dossier {options.dossier_depot.name}/ ne contient aucun fichier.")
    else:
        sys.stdout.write(_bilan(done, options))
    if not options.essai:
        taken = depot.a_oter(paths, done) if options.depot else ()
        if options.sortie:
            acts, rows = _separer(done)
            told = proposition.markdown([*acts, *bilan_tableaux.resumer(rows)], options.acts)
            depot.deposer(options.sortie, _projet(options), done, taken, told)
        depot.vider(paths if options.depot else (), taken)
    return int(any(one.refus for one in done) and not options.sortie)


def _separer(done: Sequence[Importe]) -> tuple[list[Importe], list[Importe]]:
    """The acts of documents, and the rows of tables."""
    rows = [any(map(est_tableau, one.origines)) for one in done]
    return [*compress(done, map(not_, rows))], [*compress(done, rows)]


def _bilan(done: Sequence[Importe], options: argparse.Namespace) -> str:
    """What is printed of documents, then of tables."""
    acts, rows = _separer(done)
    told = [bilan.texte(acts, essai=options.essai, racine=options.acts)] if acts or not rows else []
    return "\n".join([*told, *([bilan_tableaux.texte(rows, essai=options.essai, racine=options.acts)] if rows else [])])


def _ecrire(sent: Sequence[Envoi], options: argparse.Namespace) -> list[Importe]:
    """Import what was sent, one lot after the other."""
    done: list[Importe] = []
    sessions, suivi = Seances(), _Suivi(sum(len(one.fichiers) for one in sent))
    for one in sent:
        choix = Choix(
            options.acts,
            one.vers,
            essai=options.essai,
            remplacer=options.remplacer,
            individuel=options.individuel,
            depot=options.depot,
        )
        tables = [path for path in one.fichiers if est_tableau(path)]
        done += importer([path for path in one.fichiers if path not in tables], choix, suivi=suivi, seances=sessions)
        done += importer_tableaux(tables, choix, seances=sessions)
    return done


class _Suivi:
    """Tells on the error output how far a long import is."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.fait = 0

    def __call__(self, nom: str) -> None:
        """One more file is begun."""
        self.fait += 1
        if self.total > 1:
            print(f"[{self.fait}/{max(self.total, self.fait)}] {nom}", file=sys.stderr, flush=True)


def _dire_json(paths: Sequence[Path]) -> int:
    """One line for each file: an object, or the list of its acts."""
    refused = False
    with TemporaryDirectory() as travail:
        tables = [path for path in paths if est_tableau(path)]
        documents = lire_actes([path for path in paths if path not in tables], Path(travail))
        read = chain(documents, *map(lire_lignes, tables))
        for _, acts in groupby(read, key=lambda pair: (pair[0].nom, pair[0].origines)):
            said = []
            for entree, act in acts:
                refused = refused or bool(entree.refus)
                for sentence in entree.refus:
                    print(f"{entree.nom} : {sentence}", file=sys.stderr)
                said.append(_objet(entree, act))
            print(json.dumps(said[0] if len(said) == 1 else said, ensure_ascii=False))
    return int(refused)


def _objet(entree: Entree, read: Lu | None) -> dict[str, object]:
    """What is read of an act, for programs."""
    refused = [Question("fichier", sentence) for sentence in entree.refus]
    assembled = read.assemblage if read else Assemblage(assembler(entree.faits).valeurs, tuple(refused))
    said = {"fichier": entree.nom} | assembled.en_json()
    return said | {"conventions": [*_conventions(read)] if read else []}


def _conventions(read: Lu) -> Iterator[dict[str, object]]:
    for said, _ in read.conventions:
        parties = [{key: value or None for key, value in asdict(party).items()} for party in said.parties]
        clauses: dict[str, object] = {clause.cle: clause.valeur for clause in said.clauses}
        yield {"objet": said.objet, "parties": parties} | clauses


def _options(arguments: list[str] | None) -> argparse.Namespace:
    options = Options(
        prog="./scripts/importer",
        description="Du fichier tamponné à l'acte : lit ce que renvoie la préfecture, écrit les fichiers du registre.",
        epilog=_AIDE,
    )
    group = options.arguments
    group.add_argument(
        "fichiers", nargs="*", type=Path, metavar="FICHIER", help="PDF, texte, message @ctes, archive, dossier, CSV"
    )
    group.add_argument("--vers", type=Path, metavar="DOSSIER", help="dossier de la collectivité ou de la séance")
    group.add_argument("--essai", action="store_true", help="n'écrit rien : dit ce qui serait écrit et retiré du texte")
    group.add_argument("--remplacer", action="store_true", help="écrase les fichiers qui disent autre chose")
    group.add_argument(
        "--individuel", action="store_true", help="écrit aussi un acte individuel, comme brouillon (il sera public)"
    )
    group.add_argument("--json", action="store_true", help="donne ce qui est lu, une ligne par fichier ; n'écrit rien")
    group.add_argument("--depot", action="store_true", help="importe, puis vide, le dossier depot/")
    group.add_argument("--acts", type=Path, default=RACINE / "acts", metavar="DOSSIER", help="dossier des actes (acts)")
    group.add_argument(
        "--dossier-depot", type=Path, default=RACINE / "depot", metavar="DOSSIER", help="un autre dossier que depot/"
    )
    group.add_argument("--sortie", type=Path, metavar="DOSSIER", help="où laisser de quoi faire la demande de fusion")
    typed = options.lire(arguments)
    for first, second in _INCOMPATIBLES:
        if _donne(typed, first) and _donne(typed, second):
            options.error(f"argument {first}: not allowed with argument {second}")
    return typed


def _donne(options: argparse.Namespace, name: str) -> bool:
    """Whether an option was typed."""
    key = "fichiers" if name == "FICHIER" else name.removeprefix("--")
    return bool(vars(options)[key])


if __name__ == "__main__":
    sys.exit(main())
