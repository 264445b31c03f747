"""The catalogue of all the rules, by subject, and the tables of GUIDE.md that are made from it."""

import re

from .controles import FAMILLES as _CONTROLES
from .fiche import Famille, Fiche
from .journal.regles import FAMILLE as JOURNAL
from .regles_lecture import LECTURE

FAMILLES: tuple[Famille, ...] = (
    Famille("lecture", "Lecture des fichiers", tuple(LECTURE.values())),
    *_CONTROLES,
    JOURNAL,
)
"""All the rules, in the order in which they are applied."""

FICHES: tuple[Fiche, ...] = tuple(fiche for famille in FAMILLES for fiche in famille.fiches)
"""All the rules, without their subjects."""

DEBUT = "<!-- Règles : écrites par scripts/catalogue.py d'après le code ; ne les changez pas ici. -->"
FIN = "<!-- Fin des règles. -->"

_COLONNES = ("Code", "Ce que la règle demande", "Exemple de faute", "Article", "Comment corriger", "Déroger")
_CITE = re.compile(r"« ([^\s»]+|\w+: [^»]+) »")
_SIGNES = re.compile(r"[\\`*_<&\[\]]")


def inserer(guide: str) -> str:
    """The guide with its tables made anew, between the two comments.

    Raises:
        ValueError: one of the comments is missing.
    """
    before, begin, rest = guide.partition(DEBUT)
    _, end, after = rest.partition(FIN)
    if not (begin and end):
        raise ValueError(f"GUIDE.md doit contenir « {DEBUT} » puis « {FIN} »")
    return f"{before}{begin}\n\n{tables()}\n{end}{after}"


def tables() -> str:
    """One heading and one table in Markdown for each subject."""
    return "\n".join(_table(famille) for famille in FAMILLES)


def _table(famille: Famille) -> str:
    rows = [_COLONNES, tuple("---" for _ in _COLONNES), *map(_cellules, famille.fiches)]
    return f"### {famille.titre}\n\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _cellules(fiche: Fiche) -> tuple[str, ...]:
    warning = "" if fiche.bloque else " *Avertissement.*"
    return (
        f"`{fiche.code}`",
        markdown(fiche.enonce) + warning,
        markdown(fiche.exemple),
        markdown(fiche.reference),
        markdown(fiche.correction),
        "oui" if fiche.derogeable else "non",
    )


def markdown(texte: str) -> str:
    """A sentence in a cell: what is quoted and is typed as it stands becomes code, nothing else is a sign."""
    parts = _CITE.split(texte)
    told = (f"`{part}`" if index % 2 else _SIGNES.sub(r"\\\g<0>", part) for index, part in enumerate(parts))
    return "".join(told).replace("|", "\\|")
