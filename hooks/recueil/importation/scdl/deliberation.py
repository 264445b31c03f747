"""A row that was read: one délibération, with what was told and is asked of it."""

from dataclasses import dataclass, field
from datetime import date

from ..refus import RefusError
from . import cellules
from .matieres import lire_matiere
from .tableau import Rangee
from .votes import Vote, lire_vote

_OBLIGATOIRES = ("DELIB_ID", "DELIB_DATE", "DELIB_OBJET")


@dataclass(frozen=True, slots=True)
class Deliberation:
    """What a row says."""

    ligne: int = field(compare=False)
    rang: int = field(compare=False)
    collectivite: str
    siret: str
    """Empty when the cell cannot be trusted."""
    defaut_siret: str
    """Why it cannot."""
    numero: str
    jour: date
    objet: str
    matiere: str
    recu_le: date | None
    vote: Vote
    url: str
    avis: tuple[str, ...] = field(compare=False)
    """What a spreadsheet did, and was undone."""
    questions: tuple[str, ...] = field(compare=False)


def lire_deliberation(row: Rangee) -> Deliberation:
    """What a row says.

    Raises:
        RefusError: it cannot be known; the sentence says what was found and what to do.
    """
    if row.refus:
        raise RefusError(row.refus)
    said = row.cellules
    if missing := [name for name in _OBLIGATOIRES if name not in said]:
        raise RefusError(f"{', '.join(missing)} : rien n'est écrit, et il le faut.")
    notes: list[str] = []
    siret, wrong = _siret(said.get("COLL_SIRET", ""), notes)
    day = cellules.jour("DELIB_DATE", said["DELIB_DATE"], notes.append)
    code, nom = said.get("DELIB_MATIERE_CODE", ""), said.get("DELIB_MATIERE_NOM", "")
    matiere, asked = lire_matiere(code, nom, notes.append)
    received, late = _reception(said.get("PREF_DATE", ""), day, notes)
    vote = lire_vote(said, notes.append)
    return Deliberation(
        ligne=row.ligne,
        rang=row.rang,
        collectivite=cellules.texte("COLL_NOM", said.get("COLL_NOM", ""), notes.append),
        siret=siret,
        defaut_siret=wrong,
        numero=cellules.numero(said["DELIB_ID"], notes.append),
        jour=day,
        objet=cellules.texte("DELIB_OBJET", said["DELIB_OBJET"], notes.append),
        matiere=matiere,
        recu_le=received,
        vote=vote,
        url=cellules.texte("DELIB_URL", said.get("DELIB_URL", ""), notes.append),
        avis=tuple(notes),
        questions=tuple(filter(None, (asked, late, *vote.questions))),
    )


def _siret(cell: str, notes: list[str]) -> tuple[str, str]:
    """The SIRET, or why it cannot be trusted: the folder that the clerk gives may stand for it."""
    if not cell:
        return "", "COLL_SIRET : rien n'est écrit."
    try:
        return cellules.siret(cell, notes.append), ""
    except RefusError as error:
        return "", str(error)


def _reception(cell: str, day: date, notes: list[str]) -> tuple[date | None, str]:
    """The day of reception, unless it is before the adoption."""
    received = cellules.jour("PREF_DATE", cell, notes.append) if cell else None
    if received is None or received >= day:
        return received, ""
    told = f"{received:%d/%m/%Y}"
    return None, f"Réception : PREF_DATE dit {told}, avant la séance du {day:%d/%m/%Y} : écrivez « recu_le »."
