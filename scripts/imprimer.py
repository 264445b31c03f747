"""Make the papers for the door of the town hall: the list of a session, a poster."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

RACINE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(RACINE / "hooks"), str(RACINE / "scripts")]

from adresse_site import adresse_site  # noqa: E402 (the path first)
from options import Options  # noqa: E402
from recueil import ActesInvalides, Registre, build_registre  # noqa: E402
from recueil.adresses import slug  # noqa: E402
from recueil.collectivite import Collectivite  # noqa: E402
from recueil.droit.assemblee import SEMAINE  # noqa: E402
from recueil.ecriture import compte, jour  # noqa: E402
from recueil.nomenclature import REFORME  # noqa: E402
from recueil.papier.affiche import affiche_acte_pdf, affiche_registre_pdf  # noqa: E402
from recueil.papier.refus import PapierImpossible  # noqa: E402
from recueil.papier.seance import NON_INDIQUE, lignes, liste_pdf  # noqa: E402
from recueil.publies import Fiche, SeancePubliee  # noqa: E402

_AIDE = """\
exemples :
  ./scripts/imprimer liste acts/scota/2026/2026-02-11       la liste des délibérations d'une séance, par son dossier
  ./scripts/imprimer liste scota/seances/2026-02-11/        la même, par l'adresse de sa page
  ./scripts/imprimer affiche scota                          l'affiche du registre d'une collectivité, par son dossier
  ./scripts/imprimer affiche acts/scota/2026/…/607.md       l'affiche d'un acte, par son fichier

Le PDF est écrit dans le dossier où vous êtes. L'adresse imprimée est celle du site (SITE_URL, sinon mkdocs.yml).

code de sortie : 0 c'est fait ; 1 une erreur dans les actes, ou un papier qui ne peut pas être fait ; 2 une option ou
un nom n'est pas compris
"""

_A_COMPLETER = (
    "La liste compte {0}, celles que le registre publie. La loi demande toutes celles qui ont été examinées : "
    "ajoutez à la main celles qui manquent."
)
_SANS_RESULTAT = "Résultat non indiqué : {0}. Ajoutez « votes » et son « resultat » dans le fichier de l'acte."


class Refus(Exception):  # noqa: N818 (the name says what a person is told)
    """What is asked is not understood; the text, in French, says why."""


def main(arguments: list[str] | None = None) -> int:
    """Make one paper; 1 when the acts or the paper prevent it, 2 when what is asked is not understood."""
    options = _options(arguments)
    try:
        return _imprimer(options)
    except Refus as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"« {error.filename} » ne peut pas être lu ou écrit : vérifiez vos droits.", file=sys.stderr)
        return 2
    except (ActesInvalides, PapierImpossible) as error:
        print(error, file=sys.stderr)
        return 1


def _imprimer(options: argparse.Namespace) -> int:
    acts: Path = options.actes.resolve()
    if not acts.is_dir():
        raise Refus(f"Le dossier « {options.actes} » n'existe pas.")
    site = adresse_site(RACINE)
    if not site:
        raise Refus("L'adresse du site manque : écrivez « site_url » dans mkdocs.yml, ou donnez SITE_URL.")
    register = build_registre(acts)
    make: Callable[[Registre, str, str], tuple[str, bytes]] = _liste if options.papier == "liste" else _affiche
    name, content = make(register, options.quoi or "", site)
    _ecrire(options.sortie or Path(f"{name}.pdf"), content, acts)
    return 0


def _ecrire(path: Path, content: bytes, acts: Path) -> None:
    """Write the paper; never among the acts, where it could take the place of a signed file."""
    if path.suffix.lower() != ".pdf" or path.resolve().is_relative_to(acts):
        raise Refus(f"« {path} » : donnez un nom qui finit par .pdf, hors du dossier des actes.")
    path.write_bytes(content)
    print(f"Écrit : {path}")


def _liste(registre: Registre, quoi: str, site: str) -> tuple[str, bytes]:
    """The list of a session, and what a clerk must look at before it is posted."""
    tenue = _seance(registre, quoi)
    made = liste_pdf(tenue, url=f"{site}{tenue.adresse}")
    rows = lignes(tenue)
    print(f"À afficher et à mettre en ligne au plus tard le {jour(tenue.seance.date + SEMAINE)}.")
    print(_A_COMPLETER.format(compte(len(rows), "délibération")))
    if unknown := [row.numero for row in rows if row.resultat == NON_INDIQUE]:
        print(_SANS_RESULTAT.format(", ".join(unknown)))
    return slug(f"liste {tenue.adresse.replace('/seances/', '/')}"), made


def _affiche(registre: Registre, quoi: str, site: str) -> tuple[str, bytes]:
    """The poster of an act, or of the register of an authority."""
    fiche = _fiche(registre, quoi)
    if fiche:
        return slug(f"affiche {fiche.adresse}"), affiche_acte_pdf(fiche, url=f"{site}{fiche.adresse}")
    authority = _collectivite(registre, quoi)
    newest = registre.dernier_jour or REFORME
    made = affiche_registre_pdf(authority, url=f"{site}{authority.cle}/", jour=newest)
    return f"affiche-{authority.cle}", made


def _seance(registre: Registre, quoi: str) -> SeancePubliee:
    """The session that is meant: by its folder, or by the address of its page, with or without that of the site."""
    wanted = _parties(quoi)
    for tenue in registre.seances:
        folders = {fiche.acte.dossier.resolve() for fiche in tenue.fiches}
        if (quoi and Path(quoi).resolve() in folders) or _finit(wanted, _parties(tenue.adresse)):
            return tenue
    known = ", ".join(tenue.adresse for tenue in registre.seances[:5])
    told = f"« {quoi} » n'est pas une séance du registre. " if quoi else ""
    raise Refus(f"{told}Dites quelle séance, par son dossier ou par son adresse : {known}")


def _fiche(registre: Registre, quoi: str) -> Fiche | None:
    """The act that is meant, by its file or by the address of its page."""
    path, wanted = Path(quoi).resolve(), _parties(quoi)
    for fiche in registre.fiches:
        own = fiche.acte.dossier.resolve() / fiche.acte.origine.path.rpartition("/")[2]
        if path == own or _finit(wanted, _parties(fiche.adresse)):
            return fiche
    if path.is_file():
        raise Refus(f"« {quoi} » n'est pas un acte publié du registre : un brouillon n'a pas d'affiche.")
    return None


def _collectivite(registre: Registre, quoi: str) -> Collectivite:
    """The authority that is meant, by the name of its folder; the only one when none is named."""
    known = {one.cle: one for one in registre.collectivites}
    name = (_parties(quoi) or [""])[-1]
    if not quoi and len(known) == 1:
        return next(iter(known.values()))
    if name not in known:
        told = f"« {quoi} » n'est ni une collectivité ni un acte du registre. " if quoi else ""
        raise Refus(f"{told}Dites laquelle : {', '.join(sorted(known))}.")
    return known[name]


def _parties(adresse: str) -> list[str]:
    return [part for part in urlsplit(adresse).path.split("/") if part]


def _finit(wanted: Sequence[str], address: Sequence[str]) -> bool:
    """Whether an address is the one that is asked for, even with the folder of the site before it."""
    return bool(address) and list(wanted[-len(address) :]) == list(address)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    options = Options(
        prog="./scripts/imprimer",
        description="Fait les papiers à afficher à la porte : la liste d'une séance, une affiche.",
        epilog=_AIDE,
    )
    group = options.arguments
    group.add_argument("papier", choices=("liste", "affiche"), help="ce qu'il faut faire")
    group.add_argument("quoi", nargs="?", metavar="QUOI", help="la séance, l'acte ou la collectivité")
    group.add_argument("--sortie", type=Path, metavar="FICHIER", help="où écrire le PDF")
    group.add_argument(
        "--actes", type=Path, default=RACINE / "acts", metavar="DOSSIER", help="le dossier des actes (acts)"
    )
    return options.lire(arguments)


if __name__ == "__main__":
    sys.exit(main())
