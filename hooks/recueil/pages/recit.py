"""The newest session as one would tell it to a neighbour: who came, what was decided, by how many votes."""

from dataclasses import dataclass

from ..ecriture import compte
from ..nomenclature import Resultat, TypeActe
from ..publies import Fiche, SeancePubliee
from .essentiel import vote

DECISIONS = 6
"""Told on the home page; the page of the session has them all."""


@dataclass(frozen=True, slots=True)
class Recit:
    """A session that was held."""

    tenue: SeancePubliee
    phrase: str
    """« 9 membres présents sur 11 à l'ouverture. 6 délibérations publiées, toutes adoptées. »"""
    decisions: tuple[tuple[Fiche, str], ...]
    """The first ones, each with its vote."""
    reste: int
    """How many more there are."""


def recit(tenue: SeancePubliee) -> Recit:
    """Tell a session from its public acts."""
    decided = [f for f in tenue.fiches if f.acte.type is TypeActe.DELIBERATION] or list(tenue.fiches)
    told = tuple((f, vote(f.acte.votes) if f.acte.votes else "") for f in decided[:DECISIONS])
    sentences = (_presence(tenue), _bilan(decided))
    return Recit(tenue, " ".join(filter(None, sentences)), told, len(decided) - len(told))


def _presence(tenue: SeancePubliee) -> str:
    here, members = len(tenue.seance.presents), tenue.seance.membres_en_exercice
    if not here:
        return ""
    among = f" sur {members}" if members else ""
    return f"{compte(here, 'membre présent', 'membres présents')}{among} à l'ouverture."


def _bilan(decided: list[Fiche]) -> str:
    """How many were adopted, when each says what became of it."""
    told = compte(len(decided), "acte publié", "actes publiés")
    results = [f.acte.votes.resultat for f in decided if f.acte.votes and f.acte.votes.resultat]
    adopted = sum(result is Resultat.ADOPTEE for result in results)
    if len(results) < len(decided) or len(decided) < 2:
        return f"{told}."
    kind = compte(len(decided), "délibération publiée", "délibérations publiées")
    return f"{kind}, toutes adoptées." if adopted == len(decided) else f"{kind}, dont {adopted} adoptées."
