"""An individual act is notified to a person and is not published: it is known here, and kept out of what is public.

CGCT L2131-1. Its nature in the @ctes identifier says it, or the words by which it is notified.
"""

import re

from ..assemblage import Assemblage
from ..document import Document
from ..faits import INDIVIDUEL
from .choix import Choix
from .collectivites import identifiant

_LUI = r"(?:à\s+l'\s*(?:intéress|agent|administr)|au\s+salarié|à\s+la\s+salariée)"
_SIGNE = re.compile(rf"^\W{{0,6}}notifiée?\s(?:le\b[^\n]{{0,30}}?)?{_LUI}", re.IGNORECASE | re.MULTILINE)
"""What the person signs at the foot of an act that concerns nobody else."""

_NOTIFIE = re.compile(rf"\bnotifiée?\s[^.;\n]{{0,40}}?{_LUI}", re.IGNORECASE)
_DELEGATION = re.compile(r"\bdélégation\b", re.IGNORECASE)
"""An arrêté that gives a delegation is notified to whoever receives it, and published all the same."""

_COLLECTIFS = frozenset({"deliberation", "proces_verbal", "liste_deliberations", "convention"})

PHRASE = "Acte individuel : il se notifie à la personne et ne se publie pas (CGCT L2131-1)."
_RETIRER = (
    "Retirez son fichier du dépôt public, où tous peuvent le lire, et prévenez la personne qui tient le dépôt : "
    "l'historique garde ce qui a été effacé."
)
_NE_PAS_METTRE = (
    "Retirez son fichier du dépôt public s'il y est : tous peuvent lire « acts » et « depot », et leur historique "
    "garde ce qui a été effacé."
)


def individuel(read: Assemblage, document: Document) -> bool:
    """Whether an act concerns one person."""
    found = identifiant(read)
    nature = read.texte("nature_actes") or (found.nature if found else "")
    if nature == "AI" or any(question.cle == INDIVIDUEL for question in read.questions):
        return True
    if read.texte("type_document") in _COLLECTIFS or _DELEGATION.search(read.texte("objet")):
        return False
    return bool(_SIGNE.search(document.texte) or (not nature and _NOTIFIE.search(document.texte)))


def refus(choix: Choix) -> str:
    """Why it is not written, and what to do."""
    leave = _RETIRER if choix.depot else _NE_PAS_METTRE
    return f"{PHRASE} {leave} {choix.conseils.individuel}"


def avis(choix: Choix) -> str:
    """What is told when it is written all the same."""
    return f"{PHRASE} {_RETIRER if choix.depot else _NE_PAS_METTRE} Il est écrit comme brouillon, à votre demande."
