"""What all papers have in common: a title, who speaks, what each page repeats, and facts under their names."""

from dataclasses import dataclass

from ..gabarits import remplir


@dataclass(frozen=True, slots=True)
class Cadre:
    """What a PDF says of itself, and what each of its pages repeats."""

    titre: str
    auteur: str
    courant: str
    """At the top of each page but the first."""
    mention: str
    """At the bottom of each page."""


@dataclass(frozen=True, slots=True)
class Rubrique:
    """A fact under its name; each of its lines is a sentence or less."""

    nom: str
    lignes: tuple[str, ...]


def page(gabarit: str, cadre: Cadre, **vue: object) -> str:
    """The HTML of a paper, from its template and what it prints."""
    return remplir(f"papier/{gabarit}", {"cadre": cadre, **vue})
