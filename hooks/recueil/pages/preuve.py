"""What proves the register: the journals line by line, their heads, and how anyone can check a file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from types import MappingProxyType
from zoneinfo import ZoneInfo

from .. import adresses
from ..collectivite import Collectivite
from ..droit.publicite import DureePublicite, duree_publicite
from ..journal.chaine import Chaine
from ..journal.continuite import Periode, continuite, interruptions
from ..journal.controle import JOURNAL
from ..journal.ligne import Constat, Evenement, Identite, Interruption, Ligne, Mouvement
from ..journal.temoins import TEMOINS, TemoinExterieur, commandes, temoins
from ..journal.tenu import Journal
from ..publies import Fiche
from ..registre import Registre
from .page import Lien, Page, Pagination, tranches

_PAR_PAGE = 200

MOTIFS: Mapping[str, str] = MappingProxyType(
    {
        "injoignable": "le site ne répondait pas",
        "page_manquante": "des pages manquaient",
        "contenu_different": "des contenus n'étaient pas ceux qui ont été publiés",
    }
)
"""Why the site was not seen to be what it had to be."""


@dataclass(frozen=True, slots=True)
class LigneVue:
    """A line, with the act that it is about when its page is still of this site."""

    ligne: Ligne
    evenement: str
    inscrit_le: date
    """The day that it was for the authority."""
    fiche: Fiche | None
    precision: str
    """What it is about, when it is not a page of this site."""


@dataclass(frozen=True, slots=True)
class PeriodeVue:
    """A period of the looks from outside; days of the authority."""

    vue: str
    du: date
    au: date
    regards: int
    motif: str
    revue: bool


@dataclass(frozen=True, slots=True)
class VueJournal:
    """A page of a journal, newest line first."""

    titre: str
    journal: Journal
    fichier: str
    flux: str
    lignes: tuple[LigneVue, ...]
    """All but those that say that the site was seen."""
    periodes: tuple[PeriodeVue, ...]
    """What these say, newest first."""
    pagination: Pagination
    retour: Lien


@dataclass(frozen=True, slots=True)
class TemoinVu:
    """What others attest of a line: the files to have, and what to type."""

    libelle: str
    rang: int
    fichiers: tuple[Lien, ...]
    commandes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JournalSuivi:
    """A journal, and what is known of it from outside."""

    journal: Journal
    lien: Lien
    vu_le: date | None
    """The last day on which the site was seen to be what it had to be."""
    temoins: tuple[TemoinVu, ...]
    """The last of each kind."""


@dataclass(frozen=True, slots=True)
class VuePreuve:
    """How to check, and the heads of the journals."""

    journaux: tuple[JournalSuivi, ...]
    empreintes: str
    fichiers: int


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
    local = _local(datetime.fromisoformat(first.inscrit_le), authority)
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
    return Moment(seen.inscrit_le, _local(datetime.fromisoformat(seen.inscrit_le), authority)) if seen else None


def _coupure(period: Periode, authority: Collectivite) -> Coupure:
    end = _local(period.fin, authority) if period.revue else None
    return Coupure(_local(period.debut, authority), end, MOTIFS[period.manques[0].motif])


def pages_preuve(registre: Registre) -> Iterator[Page]:
    """The page of the proof, and the journals."""
    served = sum(len(fiche.servis) for fiche in registre.toutes)
    view = VuePreuve(tuple(map(_suivi, registre.journaux)), adresses.EMPREINTES, served)
    yield Page(adresses.PREUVE, "actes/preuve.html", "Vérifier un fichier", view, registre.vies.vues_le)
    for journal in registre.journaux:
        yield from _journal(registre, journal)


def _suivi(journal: Journal) -> JournalSuivi:
    authority, seen = journal.collectivite, journal.chaine.constats
    day = _local(datetime.fromisoformat(seen[-1].inscrit_le), authority) if seen else None
    return JournalSuivi(journal, Lien(adresses.journal(authority), authority.nom), day, _temoins(journal))


def _temoins(journal: Journal) -> tuple[TemoinVu, ...]:
    """The last signature and the last time stamp: each vouches for all the lines before it."""
    found = temoins(journal.chemin.parent / TEMOINS, journal.chaine)
    last = {one.genre: one for one in found if one.ligne}
    return tuple(_temoin(one, journal.collectivite) for one in last.values())


def _temoin(one: TemoinExterieur, authority: Collectivite) -> TemoinVu:
    paths = (one.chemin, *((one.appui,) if one.appui else ()))
    files = tuple(Lien(adresses.temoin(authority, path.name), path.name) for path in paths)
    journal = Lien(f"{adresses.journal(authority)}{JOURNAL}", JOURNAL)
    return TemoinVu(one.genre.libelle, one.rang, (journal, *files), commandes(one))


def _journal(registre: Registre, journal: Journal) -> Iterator[Page]:
    lines = lignes_recentes(journal, registre, len(journal.chaine.lignes))
    periods = tuple(_periode(p, journal.collectivite) for p in reversed(continuite(journal.chaine)))
    address, title = adresses.journal(journal.collectivite), f"Journal, {journal.collectivite.nom_court}"
    back = Lien(adresses.PREUVE, "Vérifier un fichier")
    file, feed = f"{address}{JOURNAL}", adresses.journal_flux(journal.collectivite)
    for part in tranches(address, lines, _PAR_PAGE):
        shown = periods if part.numero == 1 else ()
        view = VueJournal(title, journal, file, feed, part.elements, shown, part.pagination, back)
        suffix = f" (page {part.numero})" if part.numero > 1 else ""
        yield Page(part.adresse, "actes/journal.html", title + suffix, view, registre.vies.vues_le)


def _periode(period: Periode, authority: Collectivite) -> PeriodeVue:
    start, end = _local(period.debut, authority), _local(period.fin, authority)
    reason = MOTIFS[period.manques[0].motif] if period.manques else ""
    return PeriodeVue(period.vue.value, start, end, period.regards, reason, period.revue)


def lignes_recentes(journal: Journal, registre: Registre, nombre: int = _PAR_PAGE) -> tuple[LigneVue, ...]:
    """The last lines of a journal, newest first, but those that say that the site was seen."""
    told = (line for line in reversed(journal.chaine.lignes) if not isinstance(line, Constat))
    return tuple(_ligne(line, registre, journal.collectivite) for line in islice(told, nombre))


def _ligne(line: Ligne, registre: Registre, authority: Collectivite) -> LigneVue:
    day = _local(datetime.fromisoformat(line.inscrit_le), authority)
    fiche = registre.a_l_adresse(line.acte) if isinstance(line, Mouvement) else None
    return LigneVue(line, Evenement(line.evenement).libelle, day, fiche, _precision(line))


def _precision(line: Ligne) -> str:
    if isinstance(line, Identite):
        return f"{line.nom}, SIREN {line.siren}"
    if isinstance(line, Interruption):
        return MOTIFS[line.motif] + (f" ({line.nombre})" if line.nombre else "")
    return line.acte if isinstance(line, Mouvement) else ""


def _local(moment: datetime, authority: Collectivite) -> date:
    return moment.astimezone(ZoneInfo(authority.jours_feries.fuseau)).date()
