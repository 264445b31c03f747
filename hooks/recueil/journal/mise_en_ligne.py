"""Putting acts online: which drafts are ready, how their file is dated, and the lines that the journal takes."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from ..acte import Acte

_PREVU = re.compile(r"^publier_le:.*\n", re.MULTILINE)
_PUBLIE = re.compile(r"^publie_le:[ \t]*$\n?", re.MULTILINE)
_TETE = re.compile(r"\A---\n(?P<tete>.*?\n)---$", re.DOTALL | re.MULTILINE)


def prets(actes: Iterable[Acte], maintenant: datetime, choisis: frozenset[Path]) -> tuple[Acte, ...]:
    """The drafts to put online: those that a person chose, and those whose planned day has come where they are."""
    return tuple(acte for acte in actes if acte.publie_le is None and _pret(acte, maintenant, choisis))


def _pret(acte: Acte, maintenant: datetime, choisis: frozenset[Path]) -> bool:
    planned = acte.publier_le
    return chemin(acte) in choisis or (planned is not None and planned <= jour_local(acte, maintenant))


def jour_local(acte: Acte, maintenant: datetime) -> date:
    """The day that it is for the authority of an act, wherever the program runs."""
    return maintenant.astimezone(ZoneInfo(acte.collectivite.jours_feries.fuseau)).date()


def chemin(acte: Acte) -> Path:
    """The file of an act."""
    return acte.dossier / acte.origine.path.rpartition("/")[2]


def dater(contenu: str, jour: date) -> str:
    """The file of an act with its day of publication, in the place of the planned one; nothing else changes.

    Raises:
        ValueError: the head of the file is not found.
    """
    line = f"publie_le: {jour.isoformat()}\n"
    if not contenu.startswith("---\n"):  # a .yml, which is a head alone
        return _tete(contenu if contenu.endswith("\n") else f"{contenu}\n", line)
    head = _TETE.match(contenu)
    if head is None:
        raise ValueError(contenu[:20])
    start, end = head.span("tete")
    return contenu[:start] + _tete(contenu[start:end], line) + contenu[end:]


def _tete(head: str, line: str) -> str:
    """The day takes the place of the planned day, or of an empty « publie_le », or comes last."""
    bare = _PUBLIE.sub("", head)
    if _PREVU.search(bare):
        return _PREVU.sub(line, bare, count=1)
    return _PUBLIE.sub(line, head, count=1) if bare != head else head + line
