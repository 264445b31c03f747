"""Put the files of the acts where they must be outside the site, before the pages that lead to them go online."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

RACINE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(RACINE / "hooks"), str(RACINE / "scripts")]

from depose import Bilan, deposer  # noqa: E402 (the path first)
from depots import ouvrir  # noqa: E402
from greffe import Refus  # noqa: E402
from options import CACHEE, Options  # noqa: E402
from pieces import Piece, Voulu, domiciles, retirees_de, voulu  # noqa: E402
from recueil import ActesInvalides, build_registre  # noqa: E402
from recueil.constat.reponse import OK  # noqa: E402
from recueil.ecriture import compte, taille  # noqa: E402
from visiteur import Rythme, Visiteur  # noqa: E402

DEPOT = "RECUEIL_DEPOT"
"""The variable of the environment that tells the store, or one line for each: « address=store »."""

_AIDE = """\
Les adresses sont celles de « documents », dans collectivite.yml. Le dépôt qui les sert est l'un de :
  s3:https://s3.exemple.fr/seau/dossier   clés dans RECUEIL_DEPOT_CLE et RECUEIL_DEPOT_SECRET
  github:ville/fichiers                   jeton dans RECUEIL_DEPOT_SECRET
  dossier:/srv/fichiers                   un dossier de cette machine
Il peut aussi être dans la variable RECUEIL_DEPOT. S'il y a plusieurs adresses, écrivez pour chacune ADRESSE=DÉPÔT.
Sans dépôt, rien n'est envoyé : les fichiers qui n'ont jamais été vus en ligne sont lus à leur adresse publique.

Rien n'est écrasé. Chaque fichier envoyé est relu dans le dépôt, puis à son adresse publique. Un brouillon n'est jamais
déposé. Une seconde exécution n'envoie que ce qui manque.

code de sortie : 0 tout y est ; 1 quelque chose manque, n'est pas juste, ou les actes ne peuvent pas être publiés ;
2 une option n'est pas comprise, ou le dépôt ne répond pas
"""
_ATTENDRE = 60
"""Seconds during which a file that was just sent may take to be at its public address."""

_PLUSIEURS = "Il y a plusieurs adresses ({0}) : écrivez pour chacune ADRESSE=DÉPÔT."
_SANS_DEPOT = "{0} : aucun dépôt n'est donné, rien n'y est envoyé."
_INCONNUE = "« {0} » n'est l'adresse d'aucun fichier : celles du registre sont {1}."
_ATTENTE = "{0} : pas encore inscrit au journal, ses fichiers attendent. Lancez ./scripts/publier."
_ABSENT = "{0} : attendu l'empreinte {1}, reçu {2}."
_ENCORE = (
    "{0} : ce fichier a été retiré et s'y lit encore. Retirez-le chez votre hébergeur ; s'il n'y est plus, "
    "demandez-lui de vider son cache."
)
_INVISIBLES = "Vérifiez « documents » dans collectivite.yml, et que le dépôt peut être lu par tous."


def main(arguments: list[str] | None = None) -> int:
    """Deposit and check; 1 when something is missing or wrong, 2 when what is asked cannot be done."""
    options = _options(arguments)
    try:
        return _deposer(options)
    except ActesInvalides as error:
        print(error, file=sys.stderr)
        return 1
    except Refus as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"« {error.filename or options.actes} » ne peut pas être lu ou écrit : vérifiez-le.", file=sys.stderr)
    return 2


def _deposer(options: argparse.Namespace) -> int:
    """Each store in its turn; then what a reader gets."""
    wanted = voulu(build_registre(options.actes.resolve()))
    homes = domiciles(wanted)
    for path in wanted.en_attente:
        print(_ATTENTE.format(path), file=sys.stderr)
    if not homes:
        print("Aucun fichier n'est à déposer hors du site.")
        return 0
    stores = _depots(options.vers or os.environ.get(DEPOT, "").split("\n"), homes)
    found = [_un_depot(home, stores[home], wanted, essai=options.essai) for home in homes if home in stores]
    for home in homes:
        if home not in stores:
            print(_SANS_DEPOT.format(home))
    faults = [fault for one in found for fault in one.fautes]
    if not options.essai and not options.hors_ligne and not faults:
        faults += _lire_en_public(wanted, found, options.hate)
        faults += _encore_la(sorted(wanted.retirees), options.hate)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def _depots(lines: Iterable[str], homes: Sequence[str]) -> Mapping[str, str]:
    """The store of each home.

    Raises:
        Refus: one is told that serves no home, or nothing tells which home it serves.
    """
    found: dict[str, str] = {}
    for line in filter(None, (one.strip() for one in lines)):
        home, equal, store = line.partition("=") if "://" in line.partition("=")[0] else ("", "", line)
        if not equal or home.startswith(("s3:", "github:", "dossier:")):
            if len(homes) > 1:
                raise Refus(_PLUSIEURS.format(", ".join(homes)))
            home, store = homes[0], line
        if home.rstrip("/") + "/" not in homes:
            raise Refus(_INCONNUE.format(home, ", ".join(homes)))
        found[home.rstrip("/") + "/"] = store
    return found


def _un_depot(home: str, store: str, wanted: Voulu, *, essai: bool) -> Bilan:
    """What comes of one store, told as it comes."""
    pieces = [one for one in wanted.pieces if one.domicile == home]
    found = deposer(ouvrir(store), pieces, retirees_de(wanted, home), essai=essai)
    would = ("à déposer", "à retirer") if essai else ("déposé", "retiré")
    for one in found.deposes:
        print(f"{would[0]} : {one.nom} ({taille(one.taille)})")
    for name in found.retires:
        print(f"{would[1]} : {name}")
    told = f"{compte(len(found.presents), 'fichier déjà là', 'fichiers déjà là')}, {would[0]} : {len(found.deposes)}"
    print(f"{home} : {told}, {would[1]} : {len(found.retires)}, en faute : {len(found.fautes)}")
    return found


def _lire_en_public(wanted: Voulu, found: Iterable[Bilan], hate: float) -> Iterator[str]:
    """What is wrong, for a reader, with the files that were just sent or never seen online."""
    sent = {piece.adresse for one in found for piece in one.deposes}
    asked = [piece for piece in wanted.pieces if piece.adresse in sent or not piece.vue]
    missing = [*_absents(asked, hate)]
    yield from missing
    if missing:
        yield _INVISIBLES
    elif asked:
        print(f"Lu à son adresse publique : {compte(len(asked), 'fichier')}.")


def _encore_la(retirees: Iterable[str], hate: float) -> Iterator[str]:
    """Which of the files that must not be read any more still are."""
    visitor = Visiteur("", Rythme().presse(hate), 0)
    for address in retirees:
        if visitor.lire(address, "").statut == OK:
            yield _ENCORE.format(address)


def _absents(pieces: Iterable[Piece], hate: float) -> Iterator[str]:
    visitor = Visiteur("", Rythme().presse(hate), _ATTENDRE / hate)  # of no site: a host may lead to another
    for piece in pieces:
        answer = visitor.lire(piece.adresse, piece.sha256)
        if not answer.est(piece.sha256):
            yield _ABSENT.format(piece.adresse, piece.sha256, answer)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = Options(
        prog="./scripts/deposer",
        description="Met les fichiers des actes là où ils doivent être hors du site, et vérifie qu'ils y sont.",
        epilog=_AIDE,
    )
    group = parser.arguments
    group.add_argument("--vers", action="append", metavar="DÉPÔT", help="où déposer (RECUEIL_DEPOT sinon)")
    group.add_argument("--actes", type=Path, default=RACINE / "acts", metavar="DOSSIER", help="le dossier des actes")
    group.add_argument("--essai", action="store_true", help="n'écrit rien, dit ce qui serait fait")
    group.add_argument("--hors-ligne", action="store_true", help="ne lit rien à son adresse publique")
    group.add_argument("--hate", type=float, default=1, help=CACHEE)
    return parser.lire(arguments)


if __name__ == "__main__":
    sys.exit(main())
