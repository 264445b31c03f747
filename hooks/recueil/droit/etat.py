"""What the law says of an act, gathered: its executory character and the ways to contest it."""

from dataclasses import dataclass
from datetime import date

from ..acte import Acte
from .calcul import Calcul
from .delais import Delai
from .executoire import Execution, execution
from .publicite import formalite, publicite
from .recours import Recours, recours
from .transmission import au_nom_de_l_etat, decide


@dataclass(frozen=True, slots=True)
class Etat:
    """The state of an act in law."""

    base: str | None
    """The key whose day starts the time to contest the act: ``publie_le``, ``affiche_le``, ``notifie_le``."""
    publicite: Calcul[date]
    """That day."""
    execution: Execution
    recours: Recours
    etat: bool
    """Whether the act is taken in the name of the State, whose préfet may change it."""

    @property
    def explications(self) -> tuple[tuple[str, Calcul[date] | Calcul[Delai]], ...]:
        """What a reader may want to follow step by step, with its title."""
        told: list[tuple[str, Calcul[date] | Calcul[Delai]]] = [
            ("Caractère exécutoire", self.execution.le),
            ("Recours devant le tribunal", self.recours.contentieux),
        ]
        if self.recours.urbanisme:
            told.append(("Recours gracieux", self.recours.gracieux))
        if self.recours.defere.valeur:
            told.append(("Saisine du tribunal par le préfet", self.recours.defere))
        return tuple(told)


def etat(acte: Acte) -> Etat | None:
    """What the law says of an act; None for minutes, lists, models and reference documents, which decide nothing."""
    if not decide(acte):
        return None
    public = publicite(acte)
    base = formalite(acte).champ if public.valeur else None
    return Etat(base, public, execution(acte), recours(acte), au_nom_de_l_etat(acte))
