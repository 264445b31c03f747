"""Where an act goes in the register: its authority by the SIREN of its identifier, its folder by its session."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...adresses import slug
from ...identifiant import lire_identifiant
from ...parcours import COLLECTIVITE
from ...source import SourceIllisible, read_source
from ..assemblage import Assemblage
from ..faits import Question
from ..refus import RefusError

_DOSSIERS: Mapping[str, str] = {"arrete": "arretes", "decision": "decisions", "convention": "conventions"}
"""What is not decided in a session has its own folder in the year."""

_PREFIXES: Mapping[str, str] = {"arrete": "arrete-", "decision": "decision-"}
_NOMS: Mapping[str, str] = {"proces_verbal": "proces-verbal", "liste_deliberations": "liste-deliberations"}


@dataclass(frozen=True, slots=True)
class Lieu:
    """Where the files of an act go."""

    racine: Path
    """The folder of all the acts."""
    dossier: Path
    nom: str
    """What the names of its files begin with."""
    en_seance: bool
    """Whether its folder is that of a session."""


def collectivites(racine: Path) -> dict[str, Path]:
    """The folder of each authority, by its SIREN."""
    found = {}
    for path in sorted(racine.glob(f"*/{COLLECTIVITE}")):
        try:
            siren = str(read_source(path, racine).champs.get("siren", "")).replace(" ", "")
        except SourceIllisible:
            continue
        found[siren] = path.parent
    return found


def situer(assembled: Assemblage, nom: str, racine: Path, vers: Path | None) -> Lieu:
    """Where an act goes.

    Args:
        assembled: what was read of it.
        nom: the name of its file, for an act without a number.
        racine: the folder of all the acts.
        vers: the folder that the clerk gives: that of the authority, or that of the session.

    Raises:
        RefusError: the authority or the day is not known; the sentence says what to give.
    """
    authority = _collectivite(vers) if vers else _par_siren(assembled, racine)
    kind = assembled.texte("type_document")
    given = vers if vers and vers.resolve() != authority.resolve() else None
    folder = given or authority / _sous_dossier(assembled, kind)
    return Lieu(authority.parent, folder, _nom(assembled, kind, nom), kind not in _DOSSIERS)


def siren(assembled: Assemblage) -> str:
    """The SIREN of the identifier; empty when there is none."""
    try:
        return lire_identifiant(assembled.texte("id")).siren
    except ValueError:
        return ""


def verifier_siren(assembled: Assemblage, place: Lieu) -> tuple[Question, ...]:
    """A question when the identifier is that of another authority than the folder."""
    number = siren(assembled)
    known = collectivites(place.racine.resolve()).items()
    holder = next((held for held, folder in known if place.dossier.resolve().is_relative_to(folder)), "")
    if not number or not holder or number == holder:
        return ()
    sentence = f"Identifiant @ctes : son SIREN est {number}, et celui du dossier est {holder}. Est-ce le bon dossier ?"
    return (Question("id", sentence),)


def _collectivite(vers: Path) -> Path:
    """The folder of the authority to which a folder belongs."""
    for folder in (vers, *vers.parents):
        if (folder / COLLECTIVITE).is_file():
            return folder
    raise RefusError(f"« {vers} » n'est dans le dossier d'aucune collectivité : donnez par exemple --vers acts/mairie.")


def _par_siren(assembled: Assemblage, racine: Path) -> Path:
    known = collectivites(racine)
    number = siren(assembled)
    if number in known:
        return known[number]
    if number:
        raise RefusError(f"Aucune collectivité de « {racine.name} » n'a le SIREN {number} : donnez --vers acts/…")
    raise RefusError("L'acte n'a pas d'identifiant @ctes : dites de quelle collectivité il est, avec --vers acts/…")


def _sous_dossier(assembled: Assemblage, kind: str) -> Path:
    day = assembled.valeur("date_acte" if kind in _DOSSIERS else "seance") or assembled.valeur("seance")
    if not isinstance(day, date):
        what = "de l'acte" if kind in _DOSSIERS else "de la séance"
        raise RefusError(
            f"Le jour {what} n'a pas été lu : donnez son dossier, par exemple --vers acts/…/2026/2026-05-21."
        )
    return Path(str(day.year), _DOSSIERS.get(kind, day.isoformat()))


def _nom(assembled: Assemblage, kind: str, nom: str) -> str:
    number = slug(assembled.texte("numero"))
    if number:
        return f"{_PREFIXES.get(kind, '')}{number}"
    return _NOMS.get(kind, "") or slug(nom.rsplit(".", 1)[0])[:80].strip("-") or "acte"
