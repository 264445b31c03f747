"""Make the « dossier de preuve » of an act: one zip that a judge opens without this project and without network."""

import argparse
import sys
from pathlib import Path

RACINE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(RACINE / "hooks"), str(RACINE / "scripts")]

from adresse_site import adresse_site  # noqa: E402 (the path first)
from greffe import Refus, ecrire  # noqa: E402
from options import Options  # noqa: E402
from recueil import ActesInvalides, Registre, build_registre  # noqa: E402
from recueil.dossier.archive import archive  # noqa: E402
from recueil.dossier.choix import trouver  # noqa: E402
from recueil.dossier.contenu import PasInscrit, journal_de, nom, parties  # noqa: E402
from recueil.dossier.papiers import papiers  # noqa: E402
from recueil.ecriture import compte, taille  # noqa: E402
from recueil.pages.page import Reglages  # noqa: E402
from recueil.publies import Fiche  # noqa: E402

_AIDE = """\
ACTE est le fichier de l'acte (acts/scota/2026/2026-02-11/607.md), l'adresse de sa page (scota/2026/607) ou son
identifiant @ctes. Le dossier est le même à chaque fois, tant que ni l'acte ni le journal ne changent.

code de sortie : 0 c'est fait ; 1 les actes ne peuvent pas être publiés ; 2 une option ou l'acte n'est pas compris
"""
_INTROUVABLE = (
    "« {0} » n'est pas un acte public : donnez son fichier, l'adresse de sa page ou son identifiant @ctes. "
    "Un brouillon n'a pas de dossier."
)
_PAS_INSCRIT = (
    "« {0} » n'est pas inscrit au journal des mises en ligne : lancez « ./scripts/publier », mettez le site en ligne, "
    "puis recommencez."
)
_SANS_ADRESSE = "mkdocs.yml : « site_url » manque : écrivez l'adresse publique du site, avec https://"


def main(arguments: list[str] | None = None) -> int:
    """Write the zip; 1 when the acts are at fault, 2 when what is asked is not understood."""
    options = _options(arguments)
    try:
        _faire(options.acte, options.actes.resolve(), options.sortie)
    except ActesInvalides as error:
        print(error, file=sys.stderr)
        return 1
    except Refus as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"« {error.filename} » ne peut pas être lu ou écrit : vérifiez la place et les droits.", file=sys.stderr)
        return 2
    return 0


def _faire(nomme: str, acts: Path, sortie: Path | None) -> None:
    """Read everything, as the site does: the data of an act name others."""
    url = adresse_site(RACINE)
    if not url:
        raise Refus(_SANS_ADRESSE)
    registre = build_registre(acts)
    fiche = trouver(registre, nomme, url)
    if fiche is None:
        raise Refus(_INTROUVABLE.format(nomme))
    try:
        _ecrire(fiche, registre, Reglages(url, ""), sortie)
    except PasInscrit as error:
        raise Refus(_PAS_INSCRIT.format(fiche.adresse)) from error


def _ecrire(fiche: Fiche, registre: Registre, reglages: Reglages, sortie: Path | None) -> None:
    """Put the parts together, under the moment of the last line, and say what is missing."""
    journal, _ = journal_de(fiche, registre)
    made, refused = papiers(fiche, registre, reglages)
    found = parties(fiche, registre, reglages, made)
    content = archive(found, journal.chaine.lignes[-1].inscrit_le)
    target = _cible(sortie, nom(fiche))
    ecrire(target, content)
    print(f"{target} : {compte(len(found), 'fichier')}, {taille(len(content))}")
    for told in refused:
        print(told, file=sys.stderr)


def _cible(sortie: Path | None, name: str) -> Path:
    """The file to write: the one that is asked, or one of this name in the folder that is asked, or here."""
    if sortie is None or sortie.is_dir():
        return (sortie or Path()) / name
    return sortie


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = Options(
        prog="./scripts/dossier",
        description="Fait le dossier de preuve d'un acte : un fichier .zip qui se vérifie sans ce site.",
        epilog=_AIDE,
    )
    group = parser.arguments
    group.add_argument("acte", metavar="ACTE", help="fichier, adresse ou identifiant @ctes de l'acte")
    group.add_argument("--sortie", type=Path, metavar="FICHIER", help="fichier .zip à écrire, ou son dossier")
    group.add_argument("--actes", type=Path, default=RACINE / "acts", metavar="DOSSIER", help="le dossier des actes")
    return parser.lire(arguments)


if __name__ == "__main__":
    sys.exit(main())
