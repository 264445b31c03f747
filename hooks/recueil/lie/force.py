"""Whether an act is in force, in the words of ELI; nothing where the register cannot tell."""

from datetime import date

from ..acte import Acte
from ..droit.evenements import FINS, EtatActe
from ..droit.executoire import RIEN_A_EXECUTER, Statut, execution
from ..droit.transmission import decide
from ..droit.vie import Vie, retabli
from ..registre import Registre
from .noeud import Dire

_TERMES = {
    "InForce": "InForce-inForce",
    "PartiallyInForce": "InForce-partiallyInForce",
    "NotInForce": "InForce-notInForce",
}
"""schema.org → ELI."""


def force(acte: Acte, registre: Registre) -> dict[str, Dire]:
    """The force of an act on the newest day of the register: a build knows no other."""
    said = _force(acte, registre)
    if not said:
        return {}
    return {
        "legislationLegalForce": f"https://schema.org/{said}",
        "eli:in_force": f"http://data.europa.eu/eli/ontology#{_TERMES[said]}",
    }


def _force(acte: Acte, registre: Registre) -> str:
    seen, state = registre.vies.vues_le, registre.vies.etat(acte)
    if seen is None or state is None or not decide(acte):
        return ""
    if acte.votes and acte.votes.resultat in RIEN_A_EXECUTER:
        return ""  # the délibération stands, and puts nothing in force
    if state is EtatActe.PUBLIE:
        return "NotInForce" if execution(acte).statut is Statut.PAS_ENCORE else ""
    if not state.en_vigueur:
        return "NotInForce"
    return "PartiallyInForce" if _en_partie(registre.vies.vie(acte), seen) else "InForce"


def _en_partie(vie: Vie, seen: date) -> bool:
    """Whether a part of the act has lost its effects, and not the rest."""
    past = [e for e in vie.evenements if e.le is not None and e.le <= seen]
    lost = (e for e in past if e.portee and e.etat in {*FINS, EtatActe.SUSPENDU})
    return any(not retabli(e, past) for e in lost)


def depuis(acte: Acte, registre: Registre) -> date | None:
    """The day since which an act is executory; nothing for one that is held never to have existed.

    That of a convention is not before the first day for which it binds.
    """
    life = registre.vies.vie(acte)
    born = (e.le for e in life.evenements if e.etat is EtatActe.EXECUTOIRE and e.jugement is None)
    return None if life.aneanti else next(born, None)


def jusqu_a(acte: Acte, registre: Registre) -> date | None:
    """The day from which an act is known to be in force no more; for what is retroactive, nothing: it never was."""
    life, seen = registre.vies.vie(acte), registre.vies.vues_le
    if seen is None or life.aneanti:
        return None
    return next((day for day, state in life.etats if state in FINS and day <= seen), None)
