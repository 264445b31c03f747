"""Read and check the acts without building the site: for the clerk, the editor, the pull request and other programs."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

RACINE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(RACINE / "hooks"), str(RACINE / "scripts")]

from adresse_site import adresse_site  # noqa: E402 (the path first)
from options import Options  # noqa: E402
from recueil import verifier  # noqa: E402 (the path first)
from recueil.anomalie import Anomalie, Severite  # noqa: E402
from recueil.controles.documents import pdf_du_registre_fait  # noqa: E402
from recueil.journal.controle import continuer  # noqa: E402
from recueil.journal.regles import REPARABLES  # noqa: E402
from recueil.rapport import en_json, github, lire_json, nouvelles, texte  # noqa: E402
from recueil.sarif import en_sarif  # noqa: E402

FORMATS = ("texte", "github", "json", "sarif")
_COLLECTIVITE = "collectivite.yml"
_FAITS_EN_LIGNE = REPARABLES | {pdf_du_registre_fait.fiche.code}
"""What going online settles by itself."""

_AIDE = """\
formats :
  texte    une ligne par anomalie, puis les dérogations et leur motif, les brouillons, le compte
  github   le même texte, puis une annotation par anomalie ; une dérogation n'est pas annotée
  json     un objet pour les programmes, et pour une comparaison avec --avant
  sarif    SARIF 2.1.0 ; l'adresse des règles est celle du site (SITE_URL, sinon mkdocs.yml)

comparaison :
  --avant CHEMIN ne donne que ce que le changement ajoute. Une anomalie est connue quand le fichier, la règle, le
  message (sans les numéros de ligne), la gravité et le fait d'être couverte ou non par une dérogation sont les mêmes.
  Un fichier déplacé est un autre fichier : ses anomalies sont nouvelles.
  Ce que la mise en ligne fera d'elle-même (inscrire le changement, faire un PDF) n'est qu'un avertissement.

code de sortie :
  0   aucune erreur parmi les anomalies données
  1   une erreur au moins : les actes ne peuvent pas être publiés
  2   une option n'est pas comprise, ou un chemin manque ou ne peut pas être lu
"""


class Refus(Exception):  # noqa: N818 (the name says what a person is told)
    """The work cannot be done; its text, in French, says why."""


def main(arguments: list[str] | None = None) -> int:
    """Print every finding in the form asked for; 1 when an error is among them, 2 when a path cannot be read."""
    options = _options(arguments)
    if isinstance(sys.stdout, TextIOWrapper):  # the same bytes on every machine
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        found, drafts, note = _constater(options.actes, options.avant)
    except Refus as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"« {error.filename} » ne peut pas être lu : vérifiez vos droits sur ce fichier.", file=sys.stderr)
        return 2
    _ecrire(options.format, found, drafts, note)
    return int(any(a.bloque for a in found))


def _constater(actes: Path, avant: Path | None) -> tuple[tuple[Anomalie, ...], tuple[str, ...], str]:
    """The findings to list, the drafts, and how many findings were known before, if there is a before."""
    found, drafts = _controler(actes)
    if avant is None:
        return found, drafts, ""
    added = tuple(map(_voulu, nouvelles(found, _avant(avant, actes.resolve().name))))
    rewritten = tuple(continuer(_dossier(avant, actes.resolve().name).resolve(), actes.resolve()))
    return (*added, *rewritten), drafts, _note(len(found) - len(added))


def _voulu(anomalie: Anomalie) -> Anomalie:
    """What a change does to an act that is recorded is what one asks: its line is written when it goes online."""
    return replace(anomalie, severite=Severite.AVERTISSEMENT) if anomalie.code in _FAITS_EN_LIGNE else anomalie


def _controler(actes: Path) -> tuple[tuple[Anomalie, ...], tuple[str, ...]]:
    """Every finding of a folder of acts, and its drafts."""
    if not actes.is_dir():
        raise Refus(f"Le dossier « {actes} » n'existe pas.")
    for _ in os.walk(actes, onerror=_arreter):
        pass  # a folder that cannot be opened would be left out without a word
    read = verifier(actes.resolve())
    return read.anomalies, read.brouillons


def _arreter(error: OSError) -> NoReturn:
    raise error


def _avant(chemin: Path, nom: str) -> Iterable[Anomalie]:
    """The findings known before: those of a folder of acts, or of the project that holds it, or of a report."""
    if chemin.is_dir():
        return _controler(_dossier(chemin, nom))[0]
    try:
        return lire_json(chemin.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise Refus(f"« {chemin} » n'existe pas : donnez un dossier d'actes ou un rapport en JSON.") from error
    except ValueError as error:
        raise Refus(f"« {chemin} » n'est pas un rapport fait par ./scripts/verifier --format json.") from error


def _dossier(chemin: Path, nom: str) -> Path:
    """The folder of acts that is meant: itself, or that of a project."""
    within = chemin / nom
    return within if within.is_dir() and not (within / _COLLECTIVITE).is_file() else chemin


def _note(known: int) -> str:
    if not known:
        return "Comparé à l'état d'avant : rien n'était déjà connu."
    return f"Comparé à l'état d'avant : {known} déjà connue{'s' * (known > 1)}, non redonnée{'s' * (known > 1)}."


def _ecrire(forme: str, found: Iterable[Anomalie], drafts: tuple[str, ...], note: str) -> None:
    """The report on the standard output; beside it, the note that has no place in a file for programs."""
    forms: dict[str, Callable[[], str]] = {
        "texte": lambda: texte(found, drafts, note),
        "github": lambda: github(found, drafts, note),
        "json": lambda: en_json(found, drafts),
        "sarif": lambda: en_sarif(found, adresse_site(RACINE)),
    }
    sys.stdout.write(forms[forme]())
    if note and forme in {"json", "sarif"}:
        print(note, file=sys.stderr)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    options = Options(
        prog="./scripts/verifier",
        description="Lit et contrôle les actes, sans construire le site.",
        epilog=_AIDE,
    )
    group = options.arguments
    group.add_argument(
        "actes", nargs="?", type=Path, default=RACINE / "acts", metavar="DOSSIER", help="dossier des actes (acts)"
    )
    group.add_argument("--format", choices=FORMATS, default="texte", help="forme du rapport (texte)")
    group.add_argument(
        "--avant", type=Path, metavar="CHEMIN", help="état d'avant : dossier d'actes, ou rapport en JSON"
    )
    return options.lire(arguments)


if __name__ == "__main__":
    sys.exit(main())
