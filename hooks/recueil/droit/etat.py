"""What the law says of an act, gathered: its executory character and the ways to contest it."""

from dataclasses import dataclass

from ..acte import Acte
from .executoire import Execution, execution
from .publicite import formalite, publicite
from .recours import Recours, recours
from .transmission import decide


@dataclass(frozen=True, slots=True)
class Etat:
    """The state of an act in law."""

    base: str | None
    """The key whose day starts the time to contest the act: ``publie_le``, ``affiche_le``, ``notifie_le``."""
    execution: Execution
    recours: Recours


def etat(acte: Acte) -> Etat | None:
    """What the law says of an act; None for minutes, lists, models and reference documents, which decide nothing."""
    if not decide(acte):
        return None
    base = formalite(acte).champ if publicite(acte).valeur else None
    return Etat(base, execution(acte), recours(acte))
