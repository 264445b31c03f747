"""What a column of a table of ours is: told once, it makes the cells, the schema and the documentation."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from ..nomenclature import TypeActe
from .cellules import Valeur
from .vue import Vue

JOINT = " | "
"""What parts the values of a cell that holds several."""


class Genre(Enum):
    """The type of a column in Table Schema, and the format where it has one."""

    TEXTE = "string", ""
    ADRESSE = "string", "uri"
    JOUR = "date", ""
    ENTIER = "integer", ""
    OUI_NON = "boolean", ""


@dataclass(frozen=True, slots=True)
class Colonne:
    """A column: its name, what it means, and how its value is read of an act."""

    nom: str
    titre: str
    description: str
    lire: Callable[[Vue], Valeur]
    genre: Genre = Genre.TEXTE
    requis: bool = False
    unique: bool = False
    motif: str = ""
    """The form of its values, as a regular expression."""
    valeurs: tuple[str, ...] = ()
    """All the values that it can have, when the list is closed."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of acts."""

    nom: str
    titre: str
    description: str
    types: frozenset[TypeActe]
    """The kinds of acts that are in it."""
    colonnes: tuple[Colonne, ...]
