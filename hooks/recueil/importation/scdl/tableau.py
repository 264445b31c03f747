"""A national table of délibérations, whatever spreadsheet saved it: its rows by the names of the national columns."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from ...colonnes_scdl import COLONNES
from ..reception.genres import ARCHIVES, DEBUT, Genre, genre
from ..refus import RefusError
from .rangees import Brute, rangees

_SEPARATEURS = (",", ";", "\t", "|")
_ANNONCE = re.compile(r"sep=(.)\n", re.IGNORECASE)
"""The line by which Excel announces the separator."""

_INDISPENSABLES = ("DELIB_ID", "DELIB_DATE", "DELIB_OBJET")
_SANS_RUBRIQUE = ("BUDGET_ANNEE", "BUDGET_NOM", "PREF_ID")
"""National columns that the register has no place for."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CLASSEUR = (
    "ce fichier est un classeur, et non un tableau en texte : ouvrez-le dans votre tableur, puis enregistrez-le au "
    "format CSV (UTF-8)."
)
_PAS_UN_TABLEAU = (
    "ce n'est pas un tableau SCDL de délibérations : sa première ligne doit nommer ses colonnes, et il y manque {0}."
)
_DOCUMENTS = (
    "DELIB_URL donne l'adresse de documents, que ce programme ne va pas chercher : téléchargez chaque PDF, rangez-le à "
    "côté de l'acte et nommez-le dans « document »."
)
_TAILLE_MAX = 50_000_000


@dataclass(frozen=True, slots=True)
class Rangee:
    """A row: its cells by the names of their columns, or why it has none."""

    ligne: int
    rang: int
    cellules: Mapping[str, str]
    """Those that are not empty."""
    refus: str = ""


@dataclass(frozen=True, slots=True)
class Tableau:
    """A table that was read."""

    nom: str
    rangees: tuple[Rangee, ...]
    avis: tuple[str, ...]
    """What is said of the whole file."""


def lire_tableau(path: Path) -> Tableau:
    """The table of a file.

    Raises:
        RefusError: it is no text, or no table of délibérations; the sentence says what to do.
    """
    text, told = _decoder(path)
    announced = _ANNONCE.match(text)
    head = text[announced.end() if announced else 0 :].lstrip("\n").partition("\n")[0]
    separator = announced[1] if announced else max(_SEPARATEURS, key=lambda sign: _reconnues(head, sign))
    rows = rangees(text, separator, len(_entete(head, separator)))
    names = _noms(next((row.cellules for row in rows if _remplie(row) and not (announced and row.ligne == 1)), ()))
    kept = tuple(row for row in (_rangee(one, names) for one in rows) if row)
    return Tableau(path.name, kept, (*told, *_avis(names), *_documents(kept)))


def _remplie(row: Brute) -> bool:
    return any(map(str.strip, row.cellules))


def _decoder(path: Path) -> tuple[str, tuple[str, ...]]:
    """The text of a file with one sign at the end of each line, and what is said of its encoding."""
    if path.stat().st_size > _TAILLE_MAX:
        raise RefusError("ce fichier pèse plus de 50 Mo : ce n'est pas un tableau de délibérations.")
    text, told = _lire(path.read_bytes())
    return text.replace("\r\n", "\n").replace("\r", "\n"), (told,) if told else ()


def _lire(content: bytes) -> tuple[str, str]:
    """The text, and what is said of its encoding."""
    if content.startswith(_UTF16):
        return _texte(content, "utf-16"), "il est enregistré en UTF-16 : il a été lu ainsi."
    if (kind := genre(content[:DEBUT])) is not Genre.TEXTE:
        raise RefusError(_refus(kind))
    try:
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        told = "il n'est pas enregistré en UTF-8 : il a été lu comme un fichier de Windows. Vérifiez les accents."
        return _texte(content, "cp1252"), told


def _refus(kind: Genre) -> str:
    if kind is Genre.VIDE:
        return "ce fichier est vide."
    return _CLASSEUR if kind in {Genre.BUREAU, *ARCHIVES} else "ce fichier n'est pas un tableau : vérifiez son nom."


def _texte(content: bytes, encodage: str) -> str:
    try:
        return content.decode(encodage)
    except UnicodeDecodeError as error:
        sentence = "ses accents ne peuvent pas être lus : enregistrez-le de nouveau au format CSV (UTF-8)."
        raise RefusError(sentence) from error


def _entete(head: str, separator: str) -> tuple[str, ...]:
    return next(rangees(head, separator)).cellules


def _reconnues(head: str, separator: str) -> int:
    return len({*map(nom_colonne, _entete(head, separator))} & {*COLONNES})


def nom_colonne(cellule: str) -> str:
    """The national name that a cell of the first line means: capitals, accents and signs do not make another."""
    plain = unicodedata.normalize("NFD", cellule).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Z0-9]+", "_", plain.upper()).strip("_")


def _noms(cellules: Sequence[str]) -> tuple[str, ...]:
    """The names of the columns, in the order of the file.

    Raises:
        RefusError: one that is needed is missing, or two have the same name.
    """
    names = tuple(map(nom_colonne, cellules))
    if missing := [name for name in _INDISPENSABLES if name not in names]:
        raise RefusError(_PAS_UN_TABLEAU.format(", ".join(f"« {name} »" for name in missing)))
    counts = Counter(name for name in names if name in COLONNES)
    if twice := [name for name, count in counts.items() if count > 1]:
        raise RefusError(f"la colonne « {twice[0]} » y est deux fois : gardez la bonne.")
    return names


def _avis(names: Sequence[str]) -> Iterator[str]:
    """The columns that are passed over."""
    if others := [name for name in names if name and name not in COLONNES]:
        yield f"colonnes que le registre ne connaît pas, et qui sont laissées : {', '.join(others)}."
    if lost := [name for name in _SANS_RUBRIQUE if name in names]:
        yield f"colonnes pour lesquelles un acte n'a pas de rubrique, et qui sont laissées : {', '.join(lost)}."


def _documents(rows: Sequence[Rangee]) -> Iterator[str]:
    """What the table leads to and does not hold."""
    if any("DELIB_URL" in row.cellules for row in rows):
        yield _DOCUMENTS


def _rangee(row: Brute, names: Sequence[str]) -> Rangee | None:
    """A row by its names; nothing for an empty one."""
    if row.illisible:
        why = (
            "ses guillemets ne se referment pas, ou sont mal placés : dans une cellule, un guillemet s'écrit deux fois."
        )
        return Rangee(row.ligne, row.rang, MappingProxyType({}), why)
    if not _remplie(row):
        return None
    if len(row.cellules) < len(names) or any(map(str.strip, row.cellules[len(names) :])):
        return Rangee(row.ligne, row.rang, MappingProxyType({}), _largeur(len(row.cellules), len(names)))
    pairs = zip(names, row.cellules, strict=False)
    known = {name: cell for name, cell in pairs if name in COLONNES and cell.strip()}
    return Rangee(row.ligne, row.rang, MappingProxyType(known))


def _largeur(found: int, wanted: int) -> str:
    why = (
        "un séparateur est dans une cellule sans guillemets"
        if found > wanted
        else "elle est coupée, ou il y manque des séparateurs"
    )
    return f"elle a {found} cellule{'s' * (found > 1)} pour {wanted} colonnes : {why}."
