"""What the journal says of an act, on its page: when it was recorded, when it was seen, and how long it must stay."""

from dataclasses import dataclass
from datetime import date

from .. import adresses
from ..collectivite import Collectivite
from ..droit.publicite import DureePublicite, duree_publicite
from ..journal.absences import Absence, absences
from ..journal.chaine import Chaine
from ..journal.ligne import Constat
from ..journal.regles import DATE
from ..publies import Fiche
from ..registre import Registre
from .journal import MOTIFS, LigneVue, jour_local, ligne_vue
from .page import Lien


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment, and the day that it was for the authority."""

    instant: str
    """ISO 8601, in UTC."""
    le: date


@dataclass(frozen=True, slots=True)
class Coupure:
    """A time during which the site, or this act, was not seen online; days of the authority."""

    du: date
    au: date | None
    """The day on which it was seen again."""
    motif: str


@dataclass(frozen=True, slots=True)
class Inscrit:
    """What the journal says of an act, on its page."""

    rang: int
    le: date
    """The day on which the line was written, for the authority."""
    lignes: tuple[LigneVue, ...]
    """Everything that the journal says of the act, first to last."""
    declare: date | None
    """The day that it first declared, when it was found to be wrong."""
    motif: str
    """Why, as the act says it."""
    journal: Lien
    plus_tard: bool
    """Whether it was recorded after the day that it declares: imported from before the journal."""
    vu: Moment | None
    """The first time that it was seen online from outside."""
    duree: DureePublicite
    """How long it had to be online at least."""
    coupures: tuple[Coupure, ...]
    """The times when it was not seen, before the end of that."""


def inscrit(fiche: Fiche, registre: Registre) -> Inscrit | None:
    """The first line of an act in the journal; None when its authority keeps none."""
    lines, journal = registre.inscriptions(fiche), registre.journal(fiche.collectivite)
    if not (lines and journal):
        return None
    first, authority, chain = lines[0], fiche.collectivite, journal.chaine
    local = jour_local(first.inscrit_le, authority)
    link = Lien(adresses.journal(authority), "journal des mises en ligne")
    missing = tuple(absences(chain, fiche.adresse, authority))
    cuts = tuple(map(_coupure, missing))
    duration = duree_publicite(fiche.publicite, (one.jours for one in missing))
    return Inscrit(
        rang=first.rang,
        le=local,
        lignes=tuple(ligne_vue(line, registre, authority) for line in lines),
        declare=_declare(fiche, chain),
        motif=next((one.motif for one in fiche.acte.derogations if one.code == DATE.code), ""),
        journal=link,
        plus_tard=local > fiche.publicite,
        vu=_vu(chain.vu(first.rang), authority),
        duree=duration,
        coupures=tuple(cut for cut in cuts if cut.du <= duration.fin),
    )


def _declare(fiche: Fiche, chain: Chaine) -> date | None:
    told, now = chain.declare(fiche.adresse), fiche.acte.publie_le
    return date.fromisoformat(told) if told and now and told != now.isoformat() else None


def _vu(seen: Constat | None, authority: Collectivite) -> Moment | None:
    return Moment(seen.inscrit_le, jour_local(seen.inscrit_le, authority)) if seen else None


def _coupure(absence: Absence) -> Coupure:
    start, _ = absence.jours
    return Coupure(start, absence.fin.date() if absence.fin else None, MOTIFS[absence.motif])
