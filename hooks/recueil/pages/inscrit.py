"""What the journal says of an act, on its page: when it was recorded, when it was seen, and how long it must stay."""

from dataclasses import dataclass
from datetime import date

from .. import adresses
from ..collectivite import Collectivite
from ..droit.publicite import DureePublicite, duree_publicite
from ..journal.chaine import Chaine
from ..journal.continuite import Periode, interruptions
from ..journal.ligne import Mouvement
from ..publies import Fiche
from ..registre import Registre
from .journal import MOTIFS, jour_local
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
    instant: str
    """ISO 8601, in UTC."""
    le: date
    """The day that it was for the authority."""
    sceau: str
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
    cuts = tuple(_coupure(period, authority) for period in interruptions(chain, fiche.adresse))
    duration = duree_publicite(fiche.publicite, [(cut.du, cut.au) for cut in cuts])
    return Inscrit(
        rang=first.rang,
        instant=first.inscrit_le,
        le=local,
        sceau=first.sceau,
        journal=link,
        plus_tard=local > fiche.publicite,
        vu=_vu(first, chain, authority),
        duree=duration,
        coupures=tuple(cut for cut in cuts if cut.du <= duration.fin),
    )


def _vu(line: Mouvement, chain: Chaine, authority: Collectivite) -> Moment | None:
    seen = next((c for c in chain.constats if c.jusqu_a >= line.rang), None)
    return Moment(seen.inscrit_le, jour_local(seen.inscrit_le, authority)) if seen else None


def _coupure(period: Periode, authority: Collectivite) -> Coupure:
    end = jour_local(period.fin.isoformat(), authority) if period.revue else None
    return Coupure(jour_local(period.debut.isoformat(), authority), end, MOTIFS[period.manques[0].motif])
