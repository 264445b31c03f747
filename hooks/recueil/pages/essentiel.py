"""What a citizen looks for first on the page of an act: was it adopted, may it be applied, until when to contest it."""

from dataclasses import dataclass
from datetime import date

from ..acte import Acte
from ..convention import Convention
from ..droit.etat import Etat
from ..droit.evenements import EtatActe
from ..droit.executoire import RIEN_A_EXECUTER
from ..ecriture import compte, jour
from ..nomenclature import MotifRemplacement, Resultat
from ..seance import Votes
from .contrats import VueContrat
from .devenir import Devenir
from .inscrit import Inscrit

_INCOMPLET = frozenset({MotifRemplacement.FICHIER_ILLISIBLE, MotifRemplacement.AUTRE_FICHIER})
"""Grounds that say that the act was not whole online until its file was replaced (CGCT R2131-1)."""


@dataclass(frozen=True, slots=True)
class Essentiel:
    """The answers of the first screen; an empty one is not shown."""

    vote: str
    executoire: str
    """« Oui », « Non » or « Sans objet »; empty when it takes a sentence."""
    precision: str
    """What follows that word, or the sentence."""
    contestable: date | None
    """The last day for the court, as a rule."""
    doute: str
    """Why this day is not sure, beside what is true of every act."""
    attestee: date | None = None
    """Since when the journal bears witness of the publication, when the day of it is only declared."""


def essentiel(
    acte: Acte, etat: Etat | None, devenir: Devenir, contrat: VueContrat | None, inscrit: Inscrit | None = None
) -> Essentiel:
    """Draw them from what the page tells at length further down."""
    word, more = ("", contrat.phrase) if contrat else _executoire(acte, etat, devenir)
    limit = etat.recours.contentieux.valeur if etat and not devenir.aneanti else None
    told = vote(acte.votes) if acte.votes else ""
    doubt = _doute(acte, inscrit) if limit else ""
    since = inscrit.le if inscrit and inscrit.plus_tard else None
    return Essentiel(told, word, more, limit.jusqu_au if limit else None, doubt, since)


def vote(votes: Votes) -> str:
    """« Adoptée : 27 pour, 2 abstentions », « Sans vote : il en est pris acte »."""
    if votes.resultat is Resultat.PRISE_ACTE and not votes.compte:
        return f"Sans vote : {votes.resultat.libelle[0].lower()}{votes.resultat.libelle[1:]}"
    counted = (
        f"{votes.pour} pour" if votes.pour else "",
        f"{votes.contre} contre" if votes.contre else "",
        compte(votes.abstention, "abstention") if votes.abstention else "",
        "par la voix du président" if votes.voix_preponderante else "",
    )
    result = votes.resultat.libelle if votes.resultat else ""
    return " : ".join(filter(None, (result, ", ".join(filter(None, counted)))))


def _executoire(acte: Acte, etat: Etat | None, devenir: Devenir) -> tuple[str, str]:
    result = acte.votes.resultat if acte.votes else None
    if etat is None:
        return "", ""
    if devenir.eteint and devenir.etat:
        return "Non", _fini(acte, devenir, devenir.etat)
    if result in RIEN_A_EXECUTER:
        said = RIEN_A_EXECUTER[result]
        return "Sans objet", f" : {said[0].lower()}{said[1:]}"
    since = etat.execution.le.valeur
    if since is None:
        return "", etat.execution.phrase
    until = f" et jusqu'au {jour(acte.effet_jusqu_au)}" if acte.effet_jusqu_au else _plus_tard(acte, since)
    changed = " ; modifié depuis" if devenir.etat is EtatActe.MODIFIE else ""
    return "Oui", f", depuis le {jour(since)}{until}{_suspendu(devenir)}{changed}"


def _fini(acte: Acte, devenir: Devenir, etat: EtatActe) -> str:
    if etat is EtatActe.EXPIRE and acte.effet_jusqu_au:
        return f" : il ne valait que jusqu'au {jour(acte.effet_jusqu_au)}"
    phrases = [one.evenement.phrase for one in devenir.avis if one.grave and one.evenement.etat is etat]
    told = phrases[-1] if phrases else etat.libelle
    return f" : acte {told[0].lower()}{told[1:]}"


def _plus_tard(acte: Acte, since: date) -> str:
    """An amendment may apply after it became executory."""
    begins = acte.debut if isinstance(acte, Convention) else None
    return f" ; s'applique à compter du {jour(begins)}" if isinstance(begins, date) and begins > since else ""


def _suspendu(devenir: Devenir) -> str:
    """When a court held it back, once this is over."""
    events = [one.evenement for one in devenir.avis if one.grave and one.evenement.jugement and one.evenement.le]
    starts = [event.le for event in events if event.etat is EtatActe.SUSPENDU and event.le]
    ends = [event.le for event in events if event.etat is EtatActe.EXECUTOIRE and event.le]
    return "".join(f" ; suspendu du {jour(start)} au {jour(end)}" for start, end in zip(starts, ends, strict=False))


def _doute(acte: Acte, inscrit: Inscrit | None) -> str:
    """The act was not whole online, or not for long, or this is not proved: the register cannot say that time ran."""
    if acte.depublie:
        return f"le texte n'est plus en ligne depuis le {jour(acte.depublie.le)}, la date peut être plus tardive"
    replaced = [f.remplace_le for f in acte.fichiers_remplaces if f.motif in _INCOMPLET and not f.annexe]
    if replaced:
        return f"le bon fichier n'est en ligne que depuis le {jour(max(replaced))}, la date peut être plus tardive"
    return "la date peut être plus tardive" if inscrit and inscrit.plus_tard else ""
