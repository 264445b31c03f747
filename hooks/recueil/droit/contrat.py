"""When a contract is made: on the day of its last signature, which its publicity and its effect both suppose."""

from datetime import date

from ..convention import Convention
from ..ecriture import jour
from .calcul import Calcul, Etape

_ARTICLE = "CE, Ass., 4 avril 2014, n° 358994, Département de Tarn-et-Garonne"


def conclusion(acte: Convention) -> Calcul[date]:
    """The day when the last party signed; nothing when one of them is not known to have signed."""
    signed = [party.signe_le for party in acte.parties]
    days = [day for day in signed if isinstance(day, date)]
    if not days or len(days) < len(signed):
        return Calcul(None, (Etape("Le document ne dit pas quand toutes les parties l'ont signé.", _ARTICLE),))
    return Calcul(max(days), (Etape(f"La dernière signature est du {jour(max(days))}.", _ARTICLE),))
