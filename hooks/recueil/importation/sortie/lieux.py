"""Where an act goes in the register: in its authority, the folder of its session, or that of its kind in the year.

An act whose day was not read waits, as a draft, in a folder of its own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...adresses import slug
from ...parcours import SEANCE
from ...source import SourceIllisible, read_source
from ..assemblage import Assemblage, dire
from ..faits import Question
from ..refus import RefusError
from .choix import Choix
from .collectivites import trouver

_DOSSIERS: Mapping[str, str] = {"arrete": "arretes", "decision": "decisions", "convention": "conventions"}
"""What is not decided in a session has its own folder in the year."""

_PREFIXES: Mapping[str, str] = {"arrete": "arrete-", "decision": "decision-"}
_NOMS: Mapping[str, str] = {"proces_verbal": "proces-verbal", "liste_deliberations": "liste-deliberations"}
A_DATER = "a-dater"
_JOUR = re.compile(r"\d{4}-\d{2}-\d{2}")
_ANNEE = re.compile(r"\d{4}")
"""The folder of a year is that of no session: the act goes to its own in it."""


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
    jour: str = ""
    """The day of the session, as ``seance.yml`` writes it; empty when it is not known."""
    sans_date: bool = False
    """Whether the act waits for its date: it must not ask to be published."""
    questions: tuple[Question, ...] = ()

    @property
    def collectivite(self) -> str:
        """The folder of its authority."""
        return self.dossier.resolve().relative_to(self.racine.resolve()).parts[0]


def situer(read: Assemblage, nom: str, choix: Choix) -> Lieu:
    """Where an act goes.

    Args:
        read: what was read of it.
        nom: the name of its file, for an act without a number.
        choix: the folder that the clerk gives: that of the authority, or that of the session.

    Raises:
        RefusError: the authority is not known, or the folder is that of another; the sentence says what to do.
    """
    authority, asked = trouver(read, choix)
    kind = read.texte("type_document")
    name, session = _nom(read, kind, nom), kind not in _DOSSIERS
    if choix.vers and choix.vers.resolve() != authority.resolve() and not _ANNEE.fullmatch(choix.vers.name):
        day = _jour_du_dossier(choix.vers) or read.texte("seance")
        if session:
            _verifier_seance(read, choix.vers, authority, choix)
        return Lieu(authority.parent, choix.vers, name, session, day, questions=asked)
    when = read.valeur("seance" if session else "date_acte") or read.valeur("seance")
    if not isinstance(when, date):
        folder = authority / A_DATER / name if session else authority / A_DATER
        return Lieu(authority.parent, folder, name, session, sans_date=True, questions=asked)
    folder = authority / str(when.year) / _DOSSIERS.get(kind, when.isoformat())
    return Lieu(authority.parent, folder, name, session, read.texte("seance"), questions=asked)


def _verifier_seance(read: Assemblage, folder: Path, authority: Path, choix: Choix) -> None:
    """Refuse a folder that is that of another session."""
    told, held = read.valeur("seance"), _jour_du_dossier(folder)
    if not isinstance(told, date) or not held or told.isoformat() == held:
        return
    where = "depot" if choix.depot else choix.racine.name
    right = f"{where}/{authority.name}/{told.year}/{told.isoformat()}"
    raise RefusError(
        f"la séance de l'acte est celle du {dire(told)}, et « {folder.name} » est le dossier de celle du "
        f"{dire(date.fromisoformat(held))} : rien n'a été écrit. {choix.conseils.autre_seance.format(right)}"
    )


def _jour_du_dossier(folder: Path) -> str:
    """The day of the session of a folder: that of its ``seance.yml``, or else its name; empty when it has none."""
    said = ""
    try:
        if (folder / SEANCE).is_file():
            said = str(read_source(folder / SEANCE, folder).champs.get("date") or "")
    except SourceIllisible:
        said = ""
    for day in (said, folder.name):
        if _JOUR.fullmatch(day):
            try:
                return date.fromisoformat(day).isoformat()
            except ValueError:
                continue
    return ""


def _nom(read: Assemblage, kind: str, nom: str) -> str:
    number = slug(read.texte("numero"))
    if number:
        return f"{_PREFIXES.get(kind, '')}{number}"
    return _NOMS.get(kind, "") or slug(nom.rsplit(".", 1)[0])[:80].strip("-") or "acte"
