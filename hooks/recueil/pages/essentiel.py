"""What a citizen looks for first on the page of an act: was it adopted, is it in force, until when to contest it."""

from dataclasses import dataclass
from datetime import date

from ..droit.etat import Etat
from ..droit.evenements import EtatActe
from ..ecriture import compte, jour
from ..seance import Votes
from .contrats import VueContrat
from .devenir import Devenir


@dataclass(frozen=True, slots=True)
class Essentiel:
    """The answers of the first screen; an empty one is not shown."""

    vote: str
    en_vigueur: str
    """« Oui » or « Non »; empty when it takes a sentence."""
    precision: str
    """What follows that word, or the sentence."""
    contestable: date | None
    """The last day for the court, as a rule."""


def essentiel(votes: Votes | None, etat: Etat | None, devenir: Devenir, contrat: VueContrat | None) -> Essentiel:
    """Draw them from what the page tells at length further down."""
    word, more = ("", contrat.phrase) if contrat else _en_vigueur(etat, devenir)
    limit = etat.recours.contentieux.valeur if etat and not devenir.aneanti else None
    return Essentiel(vote(votes) if votes else "", word, more, limit.jusqu_au if limit else None)


def vote(votes: Votes) -> str:
    """« Adoptée : 27 pour, 2 abstentions »."""
    counted = (
        f"{votes.pour} pour" if votes.pour else "",
        f"{votes.contre} contre" if votes.contre else "",
        compte(votes.abstention, "abstention") if votes.abstention else "",
    )
    result = votes.resultat.libelle if votes.resultat else ""
    return " : ".join(filter(None, (result, ", ".join(filter(None, counted)))))


def _en_vigueur(etat: Etat | None, devenir: Devenir) -> tuple[str, str]:
    if etat is None:
        return "", ""
    if devenir.eteint and devenir.etat:
        return "Non", f", {devenir.etat.libelle.lower()}"
    since = etat.execution.le.valeur
    if since is None or etat.execution.rien:
        return "", etat.execution.phrase
    changed = ", modifié depuis" if devenir.etat is EtatActe.MODIFIE else ""
    return "Oui", f", depuis le {jour(since)}{changed}"
