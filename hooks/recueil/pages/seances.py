"""The sessions: the list of them, and for each its acts, its attendance and the list of L2121-25."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from .. import adresses, lie
from ..droit.assemblee import SEMAINE
from ..ecriture import jour
from ..lie import Noeud
from ..nomenclature import TypeActe
from ..publies import Fiche, SeancePubliee
from .acte import Assemblee, assemblee
from .page import Lien, Page, Pagination, tranches


@dataclass(frozen=True, slots=True)
class VueSeance:
    """A session."""

    tenue: SeancePubliee
    assemblee: Assemblee
    deliberations: tuple[Fiche, ...]
    """The list that CGCT L2121-25 asks for."""
    liste_due: date
    """Last day to put it online."""
    autres: tuple[Fiche, ...]
    """Minutes and other documents of the session."""
    conventions: tuple[Fiche, ...]
    """Conventions that its acts approve."""
    lie: Noeud
    """The same as linked data."""


@dataclass(frozen=True, slots=True)
class VueSeances:
    """A list of sessions."""

    titre: str
    seances: tuple[SeancePubliee, ...]
    pagination: Pagination
    retour: Lien | None
    calendrier: str
    """Their iCalendar file; nothing when there is none."""


def pages_seances(ensemble: lie.Ensemble) -> Iterator[Page]:
    """The page of each session, and the lists of them: all, and by authority."""
    registre = ensemble.registre
    for tenue in registre.seances:
        view = _vue(tenue, ensemble)
        yield Page(tenue.adresse, "actes/seance.html", titre(tenue), view, tenue.modifiee_le)
    back = Lien(adresses.REGISTRE, "Registre des actes")
    yield from _liste(adresses.SEANCES, "Séances", registre.seances, back, adresses.flux_seances())
    for authority in registre.collectivites:
        own = registre.seances_de(authority)
        address = adresses.seances(authority)
        link = Lien(adresses.collectivite(authority), authority.nom)
        yield from _liste(address, f"Séances, {authority.nom_court}", own, link, adresses.flux_seances(authority))


def titre(tenue: SeancePubliee) -> str:
    """« Comité syndical, séance du 11 février 2026 »."""
    return f"{tenue.seance.organe}, séance du {jour(tenue.seance.date)}"


def _vue(tenue: SeancePubliee, ensemble: lie.Ensemble) -> VueSeance:
    decided = tuple(f for f in tenue.fiches if f.acte.type is TypeActe.DELIBERATION)
    return VueSeance(
        tenue=tenue,
        assemblee=assemblee(tenue.seance),
        deliberations=decided,
        liste_due=tenue.seance.date + SEMAINE,
        autres=tuple(f for f in tenue.fiches if f.acte.type is not TypeActe.DELIBERATION),
        conventions=tuple(c for f in tenue.fiches for c in ensemble.registre.approuve(f)),
        lie=lie.seance(tenue, ensemble),
    )


def _liste(address: str, title: str, seances: Sequence[SeancePubliee], back: Lien, flux: str) -> Iterator[Page]:
    newest = max((tenue.modifiee_le for tenue in seances), default=None)
    for part in tranches(address, seances):
        view = VueSeances(title, part.elements, part.pagination, back, f"{flux}.ics" if seances else "")
        yield Page(part.adresse, "actes/seances.html", title + part.suffixe, view, newest, flux=flux)
