"""Tell the national data portal of the data of the register: its sets, and the addresses of their files."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

RACINE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(RACINE / "hooks"), str(RACINE / "scripts")]

from adresse_site import adresse_site, licence_site  # noqa: E402 (the path first)
from options import Options  # noqa: E402
from portail import API, IDENTIFIANT, EchecPortail, Portail  # noqa: E402
from recueil import ActesInvalides, build_registre  # noqa: E402
from recueil.lie import JeuDeDonnees, Ressource, jeux  # noqa: E402
from recueil.nomenclature import Licence  # noqa: E402

CLE, ADRESSE = "DATAGOUV_CLE", "DATAGOUV_API"
_LICENCES = {Licence.LO: "lov2", Licence.ODBL: "odc-odbl"}
_FREQUENCE = "irregular"
_AIDE = """\
Sans « --envoyer », rien n'est envoyé : le programme dit ce qu'il ferait. Les fichiers restent sur votre site ; le
portail en garde l'adresse, et les relit de lui-même. Ce que d'autres y ont mis n'est jamais touché, et rien n'y est
supprimé.

variables :
  DATAGOUV_CLE   la clé de votre compte data.gouv.fr (page « Mon compte », « Clé d'API »), pour envoyer
  SITE_URL       l'adresse du site, si elle n'est pas dans mkdocs.yml

code de sortie : 0 c'est fait, ou il n'y a rien à faire ; 1 une erreur dans les actes, ou le portail a refusé ; 2 une
option n'est pas comprise
"""


class Refus(Exception):  # noqa: N818 (the name says what a person is told)
    """What is asked is not understood; the text, in French, says why."""


def main(arguments: list[str] | None = None) -> int:
    """Tell what would be pushed, or push it."""
    options = _options(arguments)
    try:
        return _pousser(options)
    except Refus as error:
        print(error, file=sys.stderr)
        return 2
    except EchecPortail as error:
        print(f"Le portail n'a pas fait ce qui était demandé : {error}.", file=sys.stderr)
    except ActesInvalides as error:
        print(error, file=sys.stderr)
    return 1


def _pousser(options: argparse.Namespace) -> int:
    site, key = adresse_site(RACINE), os.environ.get(CLE, "")
    if not site:
        raise Refus("L'adresse du site manque : écrivez « site_url » dans mkdocs.yml.")
    if options.envoyer and not key:
        raise Refus(f"La clé manque : donnez-la dans la variable {CLE}. Rien n'est envoyé.")
    sets = _choisis([*jeux(build_registre(options.actes))], options.jeu)
    portal = Portail(options.organisation, key if options.envoyer else "", os.environ.get(ADRESSE) or API)
    known = portal.jeux()
    for one in sets:
        _jeu(portal, one, site, known.get(_identifiant(one.id, site)), envoyer=options.envoyer)
    if not options.envoyer:
        print("Rien n'a été envoyé. Pour envoyer : ajoutez --envoyer.")
    return 0


def _choisis(sets: list[JeuDeDonnees], noms: list[str]) -> list[JeuDeDonnees]:
    known = [one.id for one in sets]
    if unknown := [name for name in noms if name not in known]:
        raise Refus(f"Le jeu « {unknown[0]} » n'existe pas : écrivez l'un de {', '.join(known)}.")
    return [one for one in sets if not noms or one.id in noms]


def _jeu(portal: Portail, jeu: JeuDeDonnees, site: str, known: Mapping[str, Any] | None, *, envoyer: bool) -> None:
    """Create a set, or bring it up to date; then its files."""
    said = _dit(jeu, site)
    print(f"{'Mettre à jour' if known else 'Créer'} : {jeu.titre} ({jeu.id})")
    if envoyer and known:
        portal.modifier(str(known["id"]), said)
    there = known or (portal.creer(said) if envoyer else {"id": "", "resources": []})
    held = {(one.get("extras") or {}).get(IDENTIFIANT): one for one in there.get("resources") or ()}
    for name, file in _ressources(jeu, site):
        found = held.get(name)
        print(f"  {'=' if found else '+'} {file['url']}")
        if envoyer and found:
            portal.corriger(str(there["id"]), str(found["id"]), file)
        elif envoyer:
            portal.ajouter(str(there["id"]), file)
    _de_trop(held.items(), {name for name, _ in _ressources(jeu, site)})


def _de_trop(held: Iterable[tuple[str | None, Mapping[str, Any]]], wanted: set[str]) -> None:
    """Name what was pushed once and is not in the set any more: a person takes it away."""
    for name, one in held:
        if name and name not in wanted:
            print(f"  ? {one.get('url')} n'est plus dans ce jeu : retirez-le sur le portail s'il ne sert plus.")


def _identifiant(nom: str, site: str) -> str:
    return f"{site}#{nom}"


def _dit(jeu: JeuDeDonnees, site: str) -> dict[str, Any]:
    """A set, in the words of the portal."""
    return {
        "title": jeu.titre,
        "description": f"{jeu.description}\n\nSource : {site}",
        "license": _LICENCES[Licence(licence_site(RACINE) or Licence.LO)],
        "frequency": _FREQUENCE,
        "tags": [word.replace(" ", "-") for word in jeu.mots_cles],
        "extras": {IDENTIFIANT: _identifiant(jeu.id, site)},
    }


def _ressources(jeu: JeuDeDonnees, site: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for file in jeu.ressources:
        name = _identifiant(f"{jeu.id}/{file.id}", site)
        yield name, _ressource(file, site) | {"extras": {IDENTIFIANT: name}}


def _ressource(file: Ressource, site: str) -> dict[str, Any]:
    """A file that stays where it is, in the words of the portal."""
    said: dict[str, Any] = {
        "title": file.titre,
        "description": file.description,
        "type": "main",
        "filetype": "remote",
        "url": f"{site}{file.adresse}",
        "format": Path(file.adresse).suffix.lstrip(".") or "txt",
        "mime": file.type,
    }
    return said | ({"schema": {"url": file.schema}} if file.schema else {})


def _options(arguments: list[str] | None) -> argparse.Namespace:
    options = Options(
        prog="./scripts/pousser",
        description="Déclare les données du registre sur data.gouv.fr.",
        epilog=_AIDE,
    )
    add = options.arguments.add_argument
    add("--organisation", required=True, metavar="NOM", help="votre organisation sur le portail")
    add("--jeu", action="append", default=[], metavar="NOM", help="ce jeu seulement ; peut être répété")
    add("--envoyer", action="store_true", help="envoyer ; sans elle, dire seulement")
    add("--actes", type=Path, default=RACINE / "acts", metavar="DOSSIER", help="le dossier des actes (acts)")
    return options.lire(arguments)


if __name__ == "__main__":
    sys.exit(main())
