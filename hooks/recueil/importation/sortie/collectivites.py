"""Whose an act is: the authority whose SIREN its identifier bears, that of the folder given, or the only one."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ...identifiant import Identifiant, lire_identifiant
from ...parcours import COLLECTIVITE
from ...source import SourceIllisible, read_source
from ..assemblage import Assemblage
from ..faits import Question
from ..refus import RefusError
from .choix import Choix

_DEPARTEMENT_INCONNU = "les trois chiffres, par exemple 062"
_SIREN_INCONNU = "ses neuf chiffres"
_COMMUNE = "21"
"""What the SIREN of a commune begins with."""


def collectivites(racine: Path) -> Iterator[tuple[str, Path]]:
    """The SIREN and the folder of each authority; no SIREN when it cannot be read."""
    for path in sorted(racine.glob(f"*/{COLLECTIVITE}")):
        yield _siren(path), path.parent


def trouver(read: Assemblage, choix: Choix) -> tuple[Path, tuple[Question, ...]]:
    """The folder of the authority of an act, and what is asked of it.

    Raises:
        RefusError: it is not known, or is not the one that was given; the sentence says what to do.
    """
    if choix.vers:
        return _donnee(read, choix, choix.vers), ()
    known = [*collectivites(choix.racine)]
    found = identifiant(read)
    if found:
        return _du_siren(found, known, choix), ()
    if len(known) == 1:
        return known[0][1], (_seule(known[0][1]),)
    if not known:
        raise RefusError(_nouvelle(None, choix, "ma-collectivite"))
    names = ", ".join(folder.name for _, folder in known)
    advice = choix.conseils.quel_dossier.format(known[0][1].name)
    raise RefusError(f"l'acte n'a pas d'identifiant @ctes, et il y a plusieurs collectivités ({names}) : {advice}")


def _du_siren(found: Identifiant, known: Iterable[tuple[str, Path]], choix: Choix) -> Path:
    """The one authority that has the SIREN of an identifier."""
    named = [folder for siren, folder in known if siren == found.siren]
    if not named:
        raise RefusError(_nouvelle(found, choix, "ma-collectivite"))
    if len(named) > 1:
        names = " et ".join(f"« {folder.name} »" for folder in named)
        raise RefusError(
            f"les dossiers {names} ont le même SIREN ({found.siren}), et l'acte ne peut être que de l'un d'eux : "
            f"corrigez « siren » dans celui de leurs « {COLLECTIVITE} » qui se trompe, {choix.conseils.recommencer}."
        )
    return named[0]


def identifiant(read: Assemblage) -> Identifiant | None:
    """The identifier of an act, when it has one."""
    try:
        return lire_identifiant(read.texte("id"))
    except ValueError:
        return None


def _donnee(read: Assemblage, choix: Choix, vers: Path) -> Path:
    """The authority of the folder that the clerk gave, unless the act is that of another."""
    found = identifiant(read)
    folder = next((f for f in (vers, *vers.parents) if (f / COLLECTIVITE).is_file()), None)
    if folder is None:
        raise RefusError(_nouvelle(found, choix, _nom_donne(vers, choix.racine)))
    held = _siren(folder / COLLECTIVITE)
    if found and held and found.siren != held:
        raise RefusError(
            f"l'identifiant @ctes de l'acte porte le SIREN {found.siren}, et « {folder.name} » a le SIREN {held} : "
            f"rien n'a été écrit. {choix.conseils.autre_dossier}"
        )
    return folder


def _nom_donne(vers: Path, racine: Path) -> str:
    """The folder of an authority that is still to be made, as the clerk named it."""
    try:
        return vers.resolve().relative_to(racine.resolve()).parts[0]
    except (ValueError, IndexError):
        return "ma-collectivite"


def _siren(path: Path) -> str:
    try:
        return "".join(str(read_source(path, path.parent).champs.get("siren") or "").split())
    except SourceIllisible:
        return ""


def _seule(folder: Path) -> Question:
    sentence = (
        f"Collectivité : l'acte n'a pas d'identifiant @ctes ; il est rangé dans « {folder.name} », la seule du "
        "registre. Est-ce bien la sienne ?"
    )
    return Question("id", sentence)


def _nouvelle(found: Identifiant | None, choix: Choix, name: str) -> str:
    """What to write for an authority that the register does not know, ready to be copied."""
    what = f"n'a le SIREN {found.siren}" if found else f"n'est décrite dans « {name} »"
    commune = found is not None and found.siren.startswith(_COMMUNE)
    lines = (
        f"nom: {'Commune de … (complétez)' if commune else '… (complétez)'}",
        f"type: {'commune' if commune else '… (commune, epci_fp, syndicat_communes : voir le guide, partie 3)'}",
        f"siren: {found.siren if found else _SIREN_INCONNU}",
        f"departement: {found.departement if found else _DEPARTEMENT_INCONNU}",
    )
    return (
        f"aucune collectivité de « {choix.racine.name} » {what}. Si c'est la vôtre, créez le fichier "
        f"« {choix.racine.name}/{name}/{COLLECTIVITE} » avec les lignes qui suivent, {choix.conseils.recommencer}. "
        "Sinon, ce fichier n'est pas à vous.\n" + "\n".join(lines)
    )
