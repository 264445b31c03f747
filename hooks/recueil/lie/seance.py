"""A session as linked data: when and where an assembly met, and what came of it."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from ..ecriture import jour
from ..nomenclature import TypeActe
from ..publies import SeancePubliee
from . import autorites, lieux
from .ensemble import Ensemble
from .noeud import Noeud, noeud

_RECITS = frozenset({TypeActe.PROCES_VERBAL, TypeActe.LISTE_DELIBERATIONS})
"""What tells of the session, and was not decided by it."""


def seance(tenue: SeancePubliee, ensemble: Ensemble) -> Noeud:
    """A session and the acts that are public of it; a session is no document, and so is not its page."""
    held, url = tenue.seance, ensemble.url(tenue.adresse)
    told = [ensemble.url(f.adresse) for f in tenue.fiches if f.acte.type in _RECITS]
    decided = [ensemble.url(f.adresse) for f in tenue.fiches if f.acte.type not in _RECITS]
    return noeud(
        lieux.seance(url),
        "Event prov:Activity",
        {
            "name": f"{held.organe}, séance du {jour(held.date)}",
            "url": url,
            "startDate": held.date,
            "prov:startedAtTime": _debut(tenue),
            "location": held.lieu,
            "organizer": autorites.organe(tenue.collectivite, held.organe, ensemble),
            "workFeatured": decided,
            "recordedIn": told,
        },
    )


def _debut(tenue: SeancePubliee) -> str | None:
    """The moment of its opening, by the clocks of the authority."""
    hour = tenue.seance.heure
    if not hour:
        return None
    zone = ZoneInfo(tenue.collectivite.jours_feries.fuseau)
    return datetime.combine(tenue.seance.date, time.fromisoformat(hour), zone).isoformat()
