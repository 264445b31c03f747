"""The journal of an authority as pages: its movements line by line, and what the looks from outside tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import islice
from types import MappingProxyType
from zoneinfo import ZoneInfo

from .. import adresses
from ..collectivite import Collectivite
from ..journal.continuite import Periode
from ..journal.ligne import Constat, Evenement, Identite, Interruption, Ligne, Mouvement
from ..journal.tenu import JOURNAL, Journal
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
    declare_le: date | None
    """The day that the act declares, when it is recorded later."""


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
    nombre: int
    """How many lines the journal has."""
    fichier: str
    lignes: tuple[LigneVue, ...]
    """All but those that say that the site was seen."""
    periodes: tuple[PeriodeVue, ...]
    """What these say, newest first."""
    pagination: Pagination
    retour: Lien


def pages_journal(registre: Registre, journal: Journal) -> Iterator[Page]:
    """The pages of a journal."""
    lines = lignes_recentes(journal, registre, len(journal.chaine.lignes))
    periods = tuple(_periode(p, journal.collectivite) for p in reversed(journal.chaine.periodes))
    address, title = adresses.journal(journal.collectivite), f"Journal, {journal.collectivite.nom_court}"
    back = Lien(adresses.PREUVE, "Vérifier un fichier")
    file, feed = f"{address}{JOURNAL}", adresses.flux_journal(journal.collectivite)
    for part in tranches(address, lines, _PAR_PAGE):
        shown = periods if part.numero == 1 else ()
        view = VueJournal(title, len(journal.chaine.lignes), file, part.elements, shown, part.pagination, back)
        yield Page(part.adresse, "actes/journal.html", title + part.suffixe, view, registre.vies.vues_le, flux=feed)


def _periode(period: Periode, authority: Collectivite) -> PeriodeVue:
    start, end = jour_local(period.debut.isoformat(), authority), jour_local(period.fin.isoformat(), authority)
    reason = MOTIFS[period.manques[0].motif] if period.manques else ""
    return PeriodeVue(period.vue.value, start, end, period.regards, reason, period.revue)


def lignes_recentes(journal: Journal, registre: Registre, nombre: int = _PAR_PAGE) -> tuple[LigneVue, ...]:
    """The last lines of a journal, newest first, but those that say that the site was seen."""
    told = (line for line in reversed(journal.chaine.lignes) if not isinstance(line, Constat))
    return tuple(ligne_vue(line, registre, journal.collectivite) for line in islice(told, nombre))


def ligne_vue(line: Ligne, registre: Registre, authority: Collectivite) -> LigneVue:
    """A line, with what a reader needs to understand it."""
    day = jour_local(line.inscrit_le, authority)
    fiche = registre.a_l_adresse(line.acte) if isinstance(line, Mouvement) else None
    return LigneVue(line, Evenement(line.evenement).libelle, day, fiche, _precision(line), _declare(line, day))


def _declare(line: Ligne, day: date) -> date | None:
    if not isinstance(line, Mouvement) or line.evenement != Evenement.PUBLIE.value:
        return None
    declared = date.fromisoformat(line.publie_le) if line.publie_le else day
    return declared if declared < day else None


def _precision(line: Ligne) -> str:
    if isinstance(line, Identite):
        elsewhere = f", fichiers des actes inscrits ensuite : {line.documents}" if line.documents else ""
        return f"{line.nom}, SIREN {line.siren}{elsewhere}"
    if isinstance(line, Interruption):
        return MOTIFS[line.motif] + (f" ({line.nombre})" if line.nombre else "")
    return line.acte if isinstance(line, Mouvement) else ""


def jour_local(instant: str, authority: Collectivite) -> date:
    """The day that a moment of the journal was for an authority."""
    return _jour(instant, authority.jours_feries.fuseau)


@lru_cache(maxsize=1024)
def _jour(instant: str, fuseau: str) -> date:
    """Many lines are written at the same moment."""
    return datetime.fromisoformat(instant).astimezone(ZoneInfo(fuseau)).date()
