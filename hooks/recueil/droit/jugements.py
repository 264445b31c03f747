"""What courts did to an act: suspensions and how they end, annulments, and decisions that were themselves undone."""

from collections.abc import Iterator, Sequence

from ..acte import Acte
from ..devenir import Jugement
from ..ecriture import jour
from ..nomenclature import SensJugement
from .evenements import EtatActe, Evenement

_ANNULATION = "CE, Ass., 11 mai 2004, n° 255886, Association AC !"
_SUSPENSION = "CJA L521-1 et L554-1"
_ANNULENT = (SensJugement.ANNULATION, SensJugement.ANNULATION_PARTIELLE)
_AU_FOND = (*_ANNULENT, SensJugement.REJET)
"""What ends a suspension, which holds until the court rules on the request to annul (CJA L521-1)."""


def jugements(acte: Acte) -> Iterator[Evenement]:
    """The events that the rulings on an act make, in the order of their days."""
    suspended: set[str] = set()
    for ruling in tenus(acte):
        if ruling.sens is SensJugement.SUSPENSION:
            suspended.add(ruling.article or "")
            yield _suspension(ruling)
        ended = _reprises(ruling, suspended)
        suspended = set() if "" in ended else suspended - ended
        yield from (_reprise(ruling, part) for part in sorted(ended))
        if ruling.sens in _ANNULENT:
            yield _annulation(ruling)


def _reprises(ruling: Jugement, suspendues: set[str]) -> set[str]:
    """The parts of an act that have their effects again, « » being the whole: all, or the one that a judge names."""
    if ruling.sens is SensJugement.FIN_SUSPENSION:
        return {ruling.article} if ruling.article else _ensemble(suspendues) or {""}
    return _ensemble(suspendues) if ruling.sens in _AU_FOND else set()


def _ensemble(parties: set[str]) -> set[str]:
    return {""} if "" in parties else parties


def tenus(acte: Acte) -> Sequence[Jugement]:
    """The rulings that stand, by day: an appeal that annuls a judgment undoes the annulments before it."""
    rulings = sorted(acte.jugements, key=lambda ruling: ruling.date)
    undone = max((rank for rank, r in enumerate(rulings) if r.sens is SensJugement.INFIRMATION), default=-1)
    return [r for rank, r in enumerate(rulings) if rank > undone or r.sens not in _ANNULENT]


def annule(acte: Acte) -> bool:
    """Whether a court annulled the whole act from its origin."""
    return any(r.sens is SensJugement.ANNULATION and not r.article and not r.effet_le for r in tenus(acte))


def suspendu(acte: Acte) -> bool:
    """Whether the whole act is suspended by the last ruling that says so."""
    events = [e for e in jugements(acte) if e.entier and e.etat in {EtatActe.SUSPENDU, EtatActe.EXECUTOIRE}]
    return bool(events) and events[-1].etat is EtatActe.SUSPENDU


def _suspension(ruling: Jugement) -> Evenement:
    since = ruling.effet_le or ruling.date
    told = f"Suspendu à compter du {jour(since)}"
    return Evenement(EtatActe.SUSPENDU, since, told, _SUSPENSION, ruling.article or "", jugement=ruling)


def _reprise(ruling: Jugement, part: str) -> Evenement:
    since = ruling.date if ruling.sens in _AU_FOND else ruling.effet_le or ruling.date
    article = "CJA L521-4" if ruling.sens is SensJugement.FIN_SUSPENSION else "CJA L521-1"
    told = f"La suspension prend fin le {jour(since)}"
    return Evenement(EtatActe.EXECUTOIRE, since, told, article, part, jugement=ruling)


def _annulation(ruling: Jugement) -> Evenement:
    """An annulment is retroactive, unless the court sets the day of its effect."""
    since = ruling.effet_le or ruling.date
    partial = ruling.sens is SensJugement.ANNULATION_PARTIELLE
    where = ruling.article or ("une partie de l'acte" if partial else "")
    told = "Annulé en partie" if partial else "Annulé"
    when = f" à compter du {jour(since)}" if ruling.effet_le else ""
    return Evenement(EtatActe.ANNULE, since, told + when, _ANNULATION, where, jugement=ruling)
