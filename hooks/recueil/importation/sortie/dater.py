"""An act whose day was not read is a draft that waits for it: what the clerk is asked."""

import re
from datetime import date

from ...parcours import SEANCE
from ..faits import Question
from .choix import Choix
from .ecriture import Lu
from .lieux import Lieu

_MOIS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_JOUR = re.compile(
    rf"\b(?P<jour>\d{{1,2}})\s?(?:er)?\s(?P<mois>{'|'.join(_MOIS)})\s(?P<annee>(?:19|20)\d\d)\b"
    r"|\b(?P<j>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<a>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def jour_impossible(texte: str) -> str:
    """The first day of a text that no calendar has, as it is written; empty when there is none."""
    return next((" ".join(found[0].split()) for found in _JOUR.finditer(texte) if not _existe(found)), "")


def _existe(found: re.Match[str]) -> bool:
    month = _MOIS.index(found["mois"].lower()) + 1 if found["mois"] else int(found["m"])
    try:
        date(int(found["annee"] or found["a"]), month, int(found["jour"] or found["j"]))
    except ValueError:
        return False
    return True


def questions(read: Lu, place: Lieu, choix: Choix) -> tuple[Question, ...]:
    """What is asked of an act that has no date."""
    what = "de la séance" if place.en_seance else "de l'acte"
    wrong = jour_impossible(read.document.texte)
    why = f" (le document écrit « {wrong} », un jour qui n'existe pas)" if wrong else ""
    here = place.dossier.resolve().relative_to(place.racine.resolve().parent).as_posix()
    file = SEANCE if place.en_seance else f"{place.nom}.md"
    move = "renommez ce dossier comme celui d'une séance (« 2026/2026-05-21 »), " if place.en_seance else ""
    folder = f"{place.collectivite}/2026/2026-05-21"
    published = read.assemblage.texte("publie")
    publish = f"publie_le: {published}" if published else "publie_le"
    sentence = (
        f"Date {what} : elle n'a pas été lue{why}. L'acte est un brouillon dans « {here} » : écrivez sa date dans "
        f"« {file} », par exemple « date: 2026-05-21 », {move}puis écrivez « {publish} ». "
        f"{choix.conseils.dater.format(folder)}"
    )
    return (Question("seance" if place.en_seance else "date_acte", sentence.strip()),)
