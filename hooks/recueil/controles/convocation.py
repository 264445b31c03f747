"""Rules on the convocation: in time, counted in clear days."""

from collections.abc import Iterator

from ..acte import Acte
from ..anomalie import Severite
from ..droit.convocation import URGENCE, preavis
from ..droit.delais import jours_francs
from ..ecriture import compte, jour
from .regle import Constat, regle


@regle("CONVOC-01", "CGCT L2121-11, L2121-12 et L5211-1", severite=Severite.AVERTISSEMENT, derogeable=True)
def convocation_a_temps(acte: Acte) -> Iterator[Constat]:
    """La convocation part assez tôt : 3 jours francs sous 3 500 habitants, 5 au-delà et dans les groupements.

    Exemple : une convocation du 12 janvier pour une séance du 15, dans une commune de 400 habitants : 2 jours francs.
    Correction : vérifiez les deux dates ; en cas d'urgence, écrivez « convocation_urgence: oui » (1 jour franc) ;
        après le renouvellement du conseil municipal, 3 jours suffisent partout : dites-le dans « derogations ».
    """
    seance = acte.seance
    if seance is None or seance.convocation is None or seance.convocation > seance.date:
        return
    lines, left = preavis(acte.collectivite, seance.date), jours_francs(seance.convocation, seance.date)
    needed = URGENCE if seance.convocation_urgence and lines else min((line.jours for line in lines), default=0)
    most = needed if seance.convocation_urgence else max((line.jours for line in lines), default=0)
    dates = f"entre la convocation du {jour(seance.convocation)} et la séance du {jour(seance.date)}"
    if left < needed:
        yield ("convocation",), f"{_francs(left)} {dates} : il en faut {needed}"
    elif left < most:
        yield (
            ("convocation",),
            (
                f"{_francs(left)} {dates} : il en faut {most} à partir de 3 500 habitants ; "
                "indiquez « population » dans « collectivite.yml »"
            ),
        )


def _francs(count: int) -> str:
    return compte(max(count, 0), "jour franc", "jours francs")
