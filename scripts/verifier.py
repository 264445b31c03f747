"""Read and check the acts without building the site: for the clerk, the editor and the pull request."""

import argparse
import sys
from pathlib import Path

RACINE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(RACINE / "hooks"))

from recueil import ActesInvalides, build_registre  # noqa: E402 (the path first)
from recueil.anomalie import Anomalie, bilan, une_ligne  # noqa: E402


def main(arguments: list[str] | None = None) -> int:
    """Print every finding, then a count; 1 when an error forbids publication."""
    options = _options(arguments)
    if not options.actes.is_dir():
        print(f"Le dossier « {options.actes} » n'existe pas.", file=sys.stderr)
        return 2
    try:
        registre = build_registre(options.actes.resolve())
        found, drafts, status = registre.anomalies, registre.brouillons, 0
    except ActesInvalides as error:
        found, drafts, status = error.anomalies, (), 1
    for anomalie in found:
        print(anomalie)
    if options.format == "github":
        print("\n".join(map(en_annotation, found)))
    if drafts:
        print(f"En brouillon, non publiés : {une_ligne(', '.join(drafts))}")
    print(bilan(found))
    return status


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="verifier", description="Lit et contrôle les actes, sans construire le site.")
    parser.add_argument("actes", nargs="?", type=Path, default=RACINE / "acts", help="dossier des actes (acts)")
    parser.add_argument(
        "--format", choices=("texte", "github"), default="texte", help="texte, ou annotations de GitHub"
    )
    return parser.parse_args(arguments)


def en_annotation(anomalie: Anomalie) -> str:
    """The finding as a workflow command, which GitHub shows beside the line of the file."""
    level = {"erreur": "error", "avertissement": "warning"}[anomalie.severite]
    place = f"file={_propriete(anomalie.lieu.path)},line={anomalie.lieu.line},col={anomalie.lieu.column}"
    article = f" ({anomalie.reference})" if anomalie.reference else ""
    return f"::{level} {place},title={_propriete(anomalie.code)}::{_donnee(anomalie.message + article)}"


def _donnee(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _propriete(text: str) -> str:
    return _donnee(text).replace(":", "%3A").replace(",", "%2C")


if __name__ == "__main__":
    sys.exit(main())
