"""Have the last line of each journal signed, and dated by others; check, with tools that all have, what was."""

import argparse
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NoReturn

from pydantic import TypeAdapter, ValidationError

RACINE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(RACINE / "hooks"), str(RACINE / "scripts")]

from greffe import Refus, alerter, seul  # noqa: E402 (the path first)
from options import Options  # noqa: E402
from outillage import CLE, Avis, Verdict  # noqa: E402
from recueil.champs import Adresse  # noqa: E402
from recueil.collectivite import Collectivite  # noqa: E402
from recueil.ecriture import compte  # noqa: E402
from recueil.journal.chaine import Chaine  # noqa: E402
from recueil.journal.temoins import TEMOINS, inconnus, temoins  # noqa: E402
from recueil.journal.tenu import JOURNAL, lire  # noqa: E402
from recueil.parcours import visiter  # noqa: E402
from signature import cle_privee  # noqa: E402
from tete import Tete, avis, horodater, signer, tete  # noqa: E402

_AIDE = """\
La clé privée peut aussi être dans la variable RECUEIL_CLE : elle n'est écrite que le temps de signer, puis effacée.
L'adresse de l'autorité d'horodatage est « horodatage » dans collectivite.yml ; elle reçoit une empreinte, rien d'autre.
« --essai » fait tout, y compris la demande à l'autorité, et n'écrit rien.

code de sortie : 0 c'est fait, ou tout est juste ; 1 un témoin manque ou n'est pas vérifié ; 2 rien n'a pu être fait
"""


_ALERTE = "Un témoin du journal manque, ou n'est pas vérifié : ./scripts/temoigner --verifier dit lequel."


def main(arguments: list[str] | None = None) -> int:
    """Witness or check; 1 when a witness is missing or not right, 2 when what is asked cannot be done."""
    signal.signal(signal.SIGTERM, _arreter)
    options = _options(arguments)
    acts: Path = options.actes.resolve()
    try:
        with seul(acts):
            authorities = _collectivites(acts)
            if options.verifier:
                return _verifier(acts, authorities)
            return alerter(options.alarme, _temoigner(acts, authorities, options), _ALERTE)
    except Refus as error:
        print(error, file=sys.stderr)
        return alerter(options.alarme, 2, str(error))
    except OSError as error:
        print(
            f"« {error.filename or acts} » ne peut pas être lu ou écrit : vérifiez la place et les droits.",
            file=sys.stderr,
        )
    return 2


def _arreter(*_: object) -> NoReturn:
    """Leave as at the end of the work: the private key does not stay behind."""
    raise SystemExit(128 + signal.SIGTERM)


def _collectivites(acts: Path) -> tuple[Collectivite, ...]:
    found = visiter(acts)
    if blocking := [str(one) for one in found.anomalies if one.bloque]:
        raise Refus("\n".join([*blocking, "Rien n'a été écrit."]))
    return found.collectivites


def _temoigner(acts: Path, authorities: Iterable[Collectivite], options: argparse.Namespace) -> int:
    """Sign first, so that the key is there as briefly as can be, then ask for the time."""
    heads = [head for authority in authorities if (head := tete(acts, authority)) and not head.temoignee]
    asked = [(head, address) for head in heads if (address := _adresse(head, options.horodatage))]
    with cle_privee(_cle(acts, options.cle), os.environ.get(CLE, "")) as key:
        if not heads or (key is None and not asked):
            print("Aucune clé, aucune autorité d'horodatage, ou aucun journal : il n'y a rien à faire.")
        signed = [signer(head, key, essai=options.essai) for head in heads] if key else []
    dated = [horodater(head, address, essai=options.essai) for head, address in asked]
    return 0 if all([*signed, *dated]) else 1


def _adresse(head: Tete, demandee: str) -> str:
    """The authority to ask for the time: that of the command, or that of the settings."""
    if not demandee:
        return head.collectivite.horodatage or ""
    try:
        return TypeAdapter[str](Adresse).validate_python(demandee)
    except ValidationError as error:
        raise Refus("« --horodatage » attend une adresse entière : https://horodatage.exemple.fr/tsa.") from error


def _cle(acts: Path, asked: Path | None) -> Path | None:
    """The file of the private key that the command names."""
    if asked is not None and not asked.is_file():
        raise Refus(f"« {asked} » n'est pas un fichier : donnez celui de la clé privée.")
    if asked is not None and asked.resolve().is_relative_to(acts):
        raise Refus(f"« {asked} » est une clé privée, et ce dossier est public : mettez-la ailleurs et remplacez-la.")
    return asked


def _verifier(acts: Path, authorities: Iterable[Collectivite]) -> int:
    """Check every witness of the tree; 1 when one is not right."""
    found = [one for authority in authorities for one in _constats(acts, authority)]
    for path, seen in found:
        print(f"{path.relative_to(acts.parent).as_posix()} : {seen}")
    right = sum(seen.verdict.bon for _, seen in found)
    print(f"{compte(right, 'témoin juste', 'témoins justes')}, {compte(len(found) - right, 'défaut')}")
    return 0 if right == len(found) else 1


def _constats(acts: Path, authority: Collectivite) -> Iterator[tuple[Path, Avis]]:
    """What is said of each file of the witnesses of an authority, and of its journal when it has a fault."""
    path, folder = acts / authority.cle / JOURNAL, acts / authority.cle / TEMOINS
    chain = lire(path) if path.exists() or path.is_symlink() else Chaine(())
    if chain.faute:
        yield path, Avis(Verdict.FAUX, f"ligne {len(chain.lignes) + 1} : {chain.faute}")
    for one in temoins(folder, chain):
        yield one.chemin, avis(one)
    for stray in inconnus(folder):
        yield stray, Avis(Verdict.FAUX, "ce n'est pas un témoin, ni un vrai fichier sur lequel un témoin repose")


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = Options(
        prog="./scripts/temoigner",
        description="Fait signer et horodater la dernière ligne de chaque journal, et vérifie ce qui l'a été.",
        epilog=_AIDE,
    )
    group = parser.arguments
    group.add_argument("--actes", type=Path, default=RACINE / "acts", metavar="DOSSIER", help="le dossier des actes")
    group.add_argument("--cle", type=Path, metavar="FICHIER", help="la clé privée qui signe")
    group.add_argument("--horodatage", default="", metavar="ADRESSE", help="l'autorité d'horodatage à demander")
    group.add_argument("--alarme", type=Path, metavar="FICHIER", help="y écrit l'alerte et finit sans erreur")
    either = group.add_mutually_exclusive_group()
    either.add_argument("--essai", action="store_true", help="fait tout et n'écrit rien")
    either.add_argument("--verifier", action="store_true", help="vérifie tous les témoins, et ne fait rien d'autre")
    return parser.lire(arguments)


if __name__ == "__main__":
    sys.exit(main())
