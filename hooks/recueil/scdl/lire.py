"""How the values of columns are read of an act, where it takes more than a name: what is not said is ``None``."""

from collections.abc import Callable
from datetime import date

from ..champs import INCONNU
from ..convention import Partie
from ..droit.assemblee import Salle, salle
from ..droit.contrat import conclusion
from ..publies import Fichier
from .cellules import Valeur
from .colonnes import JOINT
from .vue import Vue

Lecteur = Callable[[Vue], Valeur]


def acte(nom: str) -> Lecteur:
    """A key of the act."""
    return lambda vue: _texte(getattr(vue.fiche.acte, nom))


def collectivite(nom: str) -> Lecteur:
    """A key of the authority."""
    return lambda vue: _texte(getattr(vue.collectivite, nom))


def auteur(nom: str) -> Lecteur:
    """A key of who signed."""
    return _de(lambda vue: vue.fiche.acte.auteur, nom)


def controle(nom: str) -> Lecteur:
    """A key of the sending to the prefecture."""
    return _de(lambda vue: vue.fiche.acte.controle_legalite, nom)


def votes(nom: str) -> Lecteur:
    """A key of the vote; blank and void ballots are figures only where the votes were counted."""
    return lambda vue: _texte(getattr(vue.fiche.acte.votes, nom)) if _compte(vue, nom) else None


def seance(nom: str) -> Lecteur:
    """A key of the session."""
    return _de(lambda vue: vue.fiche.acte.seance, nom)


def presence(compter: Callable[[Salle], int]) -> Lecteur:
    """A count of the room when the act came up; none when its members are not listed."""

    def read(vue: Vue) -> Valeur:
        held = vue.fiche.acte.seance
        return compter(salle(held, vue.fiche.acte.numero)) if held and held.presents else None

    return read


def document(lire: Callable[[Fichier], str | int]) -> Lecteur:
    """What is said of the PDF of the act itself."""
    return lambda vue: lire(vue.fiche.document) if vue.fiche.document else None


def actuel(nom: str) -> Lecteur:
    """A condition of a convention, as its amendments left it."""
    return lambda vue: _texte(getattr(vue.contrat.actuel, nom)) if vue.contrat else None


def executoire_le(vue: Vue) -> Valeur:
    """The day since when it is executory."""
    return vue.droit.execution.le.valeur if vue.droit else None


def executoire_statut(vue: Vue) -> Valeur:
    """What can be said of its executory character."""
    return vue.droit.execution.statut.value if vue.droit else None


def recours_jusqu_au(vue: Vue) -> Valeur:
    """The last day to bring it before the court."""
    limit = vue.droit.recours.contentieux.valeur if vue.droit else None
    return limit.jusqu_au if limit else None


def nature(vue: Vue) -> Valeur:
    """The nature that was ticked on sending."""
    control = vue.fiche.acte.controle_legalite
    return control.nature_cochee.value if control and control.nature_cochee else None


def parties(lire: Callable[[Partie], str | None]) -> Lecteur:
    """Something of each party of a convention, in their order; « inconnu » for that of which it is not known."""

    def read(vue: Vue) -> Valeur:
        known = vue.contrat.acte.parties if vue.contrat else ()
        return JOINT.join(lire(party) or INCONNU for party in known) or None

    return read


def signee_le(vue: Vue) -> Valeur:
    """The day of the last signature, when all are known."""
    return conclusion(vue.contrat.acte).valeur if vue.contrat else None


def fin_calculee(vue: Vue) -> Valeur:
    """The last day of the first term, written or counted."""
    return vue.contrat.terme.fin.valeur if vue.contrat else None


def situation(vue: Vue) -> Valeur:
    """Where a convention stands on the newest day of the register."""
    return vue.contrat.terme.situation(vue.vu_le).value if vue.contrat and vue.vu_le else None


def _compte(vue: Vue, nom: str) -> bool:
    held = vue.fiche.acte.votes
    return held is not None and (held.compte or nom in {"scrutin", "resultat"})


def _de(porteur: Callable[[Vue], object], nom: str) -> Lecteur:
    """A key of a record that an act may not have."""

    def read(vue: Vue) -> Valeur:
        held = porteur(vue)
        return _texte(getattr(held, nom)) if held else None

    return read


def _texte(valeur: object) -> Valeur:
    """What a cell can hold: a member of a closed list is its value, as it is typed."""
    if valeur is None or isinstance(valeur, bool | int | date):
        return valeur
    return str(getattr(valeur, "value", valeur))
