"""Putting acts online: which drafts are ready, how their file is dated, and the lines that the journal takes."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path

from ..acte import INDIVIDUEL, Acte
from ..convention import Convention

_PREVU = re.compile(r"^publier_le:.*\r?\n", re.MULTILINE)
_PUBLIE = re.compile(r"^publie_le:[ \t]*\r?\n", re.MULTILINE)
_TETE = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<tete>.*?\r?\n)---[ \t]*\r?$", re.DOTALL | re.MULTILINE)


def prets(actes: Iterable[Acte], maintenant: datetime, choisis: frozenset[Path]) -> tuple[Acte, ...]:
    """The drafts to put online: those that a person chose, and those whose planned day has come where they are."""
    return tuple(acte for acte in actes if _publiable(acte) and _pret(acte, maintenant, choisis))


def _publiable(acte: Acte) -> bool:
    """Whether its publication is a matter of a day: not an individual act, nor a document of reference."""
    reference = isinstance(acte, Convention) and acte.document_de_reference
    return acte.publie_le is None and not reference and (not acte.individuel or acte.deroge(INDIVIDUEL))


def _pret(acte: Acte, maintenant: datetime, choisis: frozenset[Path]) -> bool:
    planned = acte.publier_le
    return chemin(acte) in choisis or (planned is not None and planned <= jour_local(acte, maintenant))


def jour_local(acte: Acte, maintenant: datetime) -> date:
    """The day that it is for the authority of an act, wherever the program runs."""
    return acte.collectivite.ici(maintenant).date()


def chemin(acte: Acte) -> Path:
    """The file of an act."""
    return acte.dossier / acte.origine.path.rpartition("/")[2]


def dater(contenu: str, jour: date) -> str:
    """The file of an act with its day of publication, in the place of the planned one; nothing else changes.

    Raises:
        ValueError: the head of the file is not found.
    """
    line = f"publie_le: {jour.isoformat()}{_fin(contenu)}"
    if not contenu.lstrip("\ufeff").startswith("---"):  # a .yml, which is a head alone
        return _tete(contenu if contenu.endswith("\n") else f"{contenu}{_fin(contenu)}", line)
    head = _TETE.match(contenu)
    if head is None:
        raise ValueError(contenu[:20])
    start, end = head.span("tete")
    return contenu[:start] + _tete(contenu[start:end], line) + contenu[end:]


def _fin(contenu: str) -> str:
    """The line end of a file, which stays its own."""
    return "\r\n" if "\r\n" in contenu else "\n"


def _tete(head: str, line: str) -> str:
    """The day takes the place of the planned day, or of an empty « publie_le », or comes last."""
    bare = _PUBLIE.sub("", head)
    if _PREVU.search(bare):
        return _PREVU.sub(line, bare, count=1)
    return _PUBLIE.sub(line, head, count=1) if bare != head else head + line


def completer(contenu: str, rubriques: Mapping[str, str]) -> str:
    """The file of an act with more keys at the end of its head; nothing else changes.

    Raises:
        ValueError: the head of the file is not found.
    """
    lines = "".join(f"{key}: {value}{_fin(contenu)}" for key, value in rubriques.items())
    if not contenu.lstrip("\ufeff").startswith("---"):  # a .yml, which is a head alone
        return contenu + ("" if contenu.endswith("\n") or not lines else _fin(contenu)) + lines
    head = _TETE.match(contenu)
    if head is None:
        raise ValueError(contenu[:20])
    end = head.end("tete")
    return contenu[:end] + lines + contenu[end:]


def pdf_a_faire(acte: Acte, *, public: bool) -> str:
    """The name of the PDF that the register makes of an act: it has a text, and no PDF of its own; or nothing."""
    if not public or not acte.texte.strip() or acte.depublie or (acte.individuel and not acte.deroge(INDIVIDUEL)):
        return ""
    if acte.document is None:
        return f"{chemin(acte).stem}.pdf"
    return acte.document if acte.document_du_registre and not (acte.dossier / acte.document).exists() else ""
