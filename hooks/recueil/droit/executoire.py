"""Whether an act is executory, since when, and why: its publicity and its reception by the préfet."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..acte import Acte
from ..convention import Convention
from ..ecriture import jour
from ..matieres import matiere_nationale
from ..nomenclature import Regime, Resultat, TypeActe
from .calcul import Calcul, Etape
from .contrat import conclusion
from .publicite import FORMALITES, entree_en_vigueur, formalite, par_urgence
from .textes import TEXTES
from .transmission import Devoir, au_nom_de_l_etat, devoir

_URBANISME = {
    "2.1": (
        "un document d'urbanisme entre en vigueur selon ses propres règles",
        "code de l'urbanisme L143-24, L153-23 et L153-24",
    ),
    "2.3": ("le droit de préemption s'exerce selon ses propres règles", "code de l'urbanisme R211-2 et suivants"),
}
"""Matières of the délibérations that a notice in a newspaper or a longer wait puts in force."""

RIEN_A_EXECUTER = {
    Resultat.REJETEE: "La proposition a été rejetée",
    Resultat.PRISE_ACTE: "L'assemblée a pris acte",
}
"""Results after which there is nothing to execute, and what they are in a sentence."""


class Statut(StrEnum):
    """What can be said of the executory character of an act; a missing date is never guessed."""

    EXECUTOIRE = "executoire"
    PAS_ENCORE = "pas_encore_executoire"
    NON_SOUMIS = "non_soumis_a_transmission"
    INDETERMINE = "indetermine"


@dataclass(frozen=True, slots=True)
class Execution:
    """The executory character of an act."""

    statut: Statut
    le: Calcul[date]
    """The day since when it is executory."""
    phrase: str
    """What the page says of it, in one sentence."""


def execution(acte: Acte) -> Execution:
    """The later of the two dates for an act to be sent, the day of its publicity for the others (CGCT L2131-1, I).

    An act sent without being bound to be keeps the day of its publicity. When its kind does not say whether it is to
    be sent, a reception makes it executory on the later date, which no reading of the law puts forward.
    """
    public, duty = entree_en_vigueur(acte), devoir(acte)
    steps = (*public.etapes, _etape(duty))
    if public.valeur is None:
        return _indetermine(steps, _manque(acte))
    if au_nom_de_l_etat(acte):
        return _indetermine(steps, duty.motif)
    if acte.type is TypeActe.DELIBERATION and acte.matiere and matiere_nationale(acte.matiere) in _URBANISME:
        reason, article = _URBANISME[matiere_nationale(acte.matiere)]
        return _indetermine((*steps, Etape(f"{reason[0].upper()}{reason[1:]}.", article)), f"{reason} ({article})")
    found = _du(acte, public.valeur, duty, steps)
    return _engage(acte, found, duty, steps) if isinstance(acte, Convention) else _sans_execution(acte, found)


def _du(acte: Acte, public: date, duty: Devoir, steps: tuple[Etape, ...]) -> Execution:
    if duty.du is False:
        return _non_soumis(acte, public, steps, duty)
    received = acte.controle_legalite.recu_le if acte.controle_legalite else None
    return _recu(acte, public, received, steps) if received else _sans_reception(acte, duty, steps)


def _engage(acte: Convention, found: Execution, duty: Devoir, steps: tuple[Etape, ...]) -> Execution:
    """A contract binds nobody before its last signature, whatever was published or received before."""
    signed = conclusion(acte)
    if found.le.valeur is None or (signed.valeur is not None and signed.valeur <= found.le.valeur):
        return found
    exempt = _dispense(duty) if duty.du is False else ""
    if signed.valeur is None:
        known = Statut.NON_SOUMIS if exempt else Statut.INDETERMINE
        told = f"{exempt}Indéterminé : le document ne dit pas quand toutes les parties l'ont signé."
        return Execution(known, Calcul(None, (*steps, *signed.etapes)), told)
    told = f"{exempt}Exécutoire depuis le {jour(signed.valeur)}, jour de la dernière signature."
    later = Etape(f"La plus tardive de ces dates est le {jour(signed.valeur)}.")
    return Execution(found.statut, Calcul(signed.valeur, (*steps, *signed.etapes, later)), told)


def _sans_execution(acte: Acte, found: Execution) -> Execution:
    """A proposal refused, a report heard: the délibération stands, and asks nothing of anybody."""
    result = acte.votes.resultat if acte.votes else None
    if result not in RIEN_A_EXECUTER:
        return found
    told = f"{RIEN_A_EXECUTER[result]} : il n'y a rien à exécuter. La délibération elle-même peut être contestée."
    return Execution(found.statut, found.le, told)


def _manque(acte: Acte) -> str:
    return f"la {FORMALITES[Regime.AFFICHAGE].nom if par_urgence(acte) else formalite(acte).nom} n'est pas indiquée"


def _etape(duty: Devoir) -> Etape:
    said = {
        True: f"Il doit être transmis au préfet : {duty.motif}.",
        False: f"Il n'est pas soumis à la transmission au préfet : {duty.motif}.",
        None: f"Transmission au préfet : {duty.motif}.",
    }
    return Etape(said[duty.du], duty.article)


def _recu(acte: Acte, public: date, received: date, steps: tuple[Etape, ...]) -> Execution:
    since = max(public, received)
    texts = TEXTES[acte.collectivite.type]
    later = Etape(f"La plus tardive des deux dates est le {jour(since)}.", texts.publicite)
    reception = Etape(f"La préfecture l'a reçu le {jour(received)}.", texts.transmission)
    phrase = (
        f"Exécutoire depuis le {jour(since)} : {_fait(acte)} le {jour(public)} "
        f"et reçu en préfecture le {jour(received)}."
    )
    return Execution(Statut.EXECUTOIRE, Calcul(since, (*steps, reception, later)), phrase)


def _fait(acte: Acte) -> str:
    """« affiché » in an emergency, « publié en ligne » otherwise: the formality that counted."""
    return "affiché en urgence" if par_urgence(acte) else formalite(acte).fait


def _non_soumis(acte: Acte, public: date, steps: tuple[Etape, ...], duty: Devoir) -> Execution:
    enough = Etape(f"Sa publicité suffit : il est exécutoire depuis le {jour(public)}.", duty.article)
    phrase = f"{_dispense(duty)}Exécutoire depuis le {jour(public)} : {_fait(acte)} ce jour-là."
    return Execution(Statut.NON_SOUMIS, Calcul(public, (*steps, enough)), phrase)


def _dispense(duty: Devoir) -> str:
    return f"Non soumis à transmission ({duty.motif}, {duty.article}). "


def _sans_reception(acte: Acte, duty: Devoir, steps: tuple[Etape, ...]) -> Execution:
    """Sent, or known to be due: the reception is awaited. Otherwise nothing can be said."""
    control, article = acte.controle_legalite, TEXTES[acte.collectivite.type].publicite
    if duty.du and control and (control.envoye_le or control.transmissible):
        sent = f" (envoi du {jour(control.envoye_le)})" if control.envoye_le else ""
        step = Etape("Il ne devient exécutoire qu'une fois reçu par le préfet.", article)
        phrase = f"Pas encore exécutoire : la réception en préfecture manque{sent}."
        return Execution(Statut.PAS_ENCORE, Calcul(None, (*steps, step)), phrase)
    if duty.du:
        return _indetermine(steps, "la date de réception en préfecture n'est pas indiquée")
    return _indetermine(steps, "le registre ne dit pas si cet acte devait être transmis au préfet")


def _indetermine(steps: tuple[Etape, ...], reason: str) -> Execution:
    return Execution(Statut.INDETERMINE, Calcul(None, steps), f"Indéterminé : {reason}.")
