"""What proves the register: the journals line by line, their heads, and how anyone can check a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from .. import adresses
from ..collectivite import Collectivite
from ..journal.ligne import Evenement, Ligne
from ..journal.tenu import Journal
from ..publies import Fiche
from ..registre import Registre
from .page import Lien, Page, Pagination, tranches

_PAR_PAGE = 200


@dataclass(frozen=True, slots=True)
class LigneVue:
    """A line, with the act that it is about when its page is still of this site."""

    ligne: Ligne
    evenement: str
    inscrit_le: date
    """The day that it was for the authority."""
    fiche: Fiche | None
    sceau: str


@dataclass(frozen=True, slots=True)
class VueJournal:
    """A page of a journal, newest line first."""

    titre: str
    journal: Journal
    fichier: str
    lignes: tuple[LigneVue, ...]
    pagination: Pagination
    retour: Lien


@dataclass(frozen=True, slots=True)
class VuePreuve:
    """How to check, and the heads of the journals."""

    journaux: tuple[tuple[Journal, Lien], ...]
    empreintes: str
    fichiers: int


@dataclass(frozen=True, slots=True)
class Inscrit:
    """What the journal says of an act, on its page."""

    rang: int
    instant: str
    """ISO 8601, in UTC."""
    le: date
    """The day that it was for the authority."""
    sceau: str
    journal: Lien
    plus_tard: bool
    """Whether it was recorded after the day that it declares: imported from before the journal."""


def inscrit(fiche: Fiche, registre: Registre) -> Inscrit | None:
    """The first line of an act in the journal; None when its authority keeps none."""
    lines = registre.inscriptions(fiche)
    if not lines:
        return None
    first = lines[0]
    moment = datetime.fromisoformat(first.inscrit_le)
    local = _local(moment, fiche.collectivite)
    link = Lien(adresses.journal(fiche.collectivite), "journal des mises en ligne")
    return Inscrit(first.rang, first.inscrit_le, local, first.sceau, link, local > fiche.publicite)


def pages_preuve(registre: Registre) -> Iterator[Page]:
    """The page of the proof, and the journals."""
    links = tuple((one, Lien(adresses.journal(one.collectivite), one.collectivite.nom)) for one in registre.journaux)
    served = sum(len(fiche.servis) for fiche in registre.toutes)
    view = VuePreuve(links, adresses.EMPREINTES, served)
    yield Page(adresses.PREUVE, "actes/preuve.html", "Vérifier un fichier", view, registre.vies.vues_le)
    for journal in registre.journaux:
        yield from _journal(registre, journal)


def _journal(registre: Registre, journal: Journal) -> Iterator[Page]:
    known = {fiche.adresse: fiche for fiche in registre.fiches}
    lines = [_ligne(line, known.get(line.acte), journal.collectivite) for line in reversed(journal.chaine.lignes)]
    address, title = adresses.journal(journal.collectivite), f"Journal, {journal.collectivite.nom_court}"
    back = Lien(adresses.PREUVE, "Vérifier un fichier")
    for part in tranches(address, lines, _PAR_PAGE):
        file = f"{address}journal.jsonl"
        view = VueJournal(title, journal, file, part.elements, part.pagination, back)
        suffix = f" (page {part.numero})" if part.numero > 1 else ""
        yield Page(part.adresse, "actes/journal.html", title + suffix, view, registre.vies.vues_le)


def _ligne(line: Ligne, fiche: Fiche | None, authority: Collectivite) -> LigneVue:
    day = _local(datetime.fromisoformat(line.inscrit_le), authority)
    return LigneVue(line, Evenement(line.evenement).libelle, day, fiche, line.sceau)


def _local(moment: datetime, authority: Collectivite) -> date:
    return moment.astimezone(ZoneInfo(authority.jours_feries.fuseau)).date()
