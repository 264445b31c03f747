"""The conventions by what is known of their time: in force, ending soon, month by month, unknown, unsigned."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from .. import adresses
from ..droit.terme import TERMINEES, Situation
from ..echeances import Echeance, Suivie, echeances, entre, suivies
from ..ecriture import jour, mois
from ..registre import Registre
from .page import Lien, Page, Pagination, tranches

SIX_MOIS, DOUZE_MOIS = 6, 12
_PAR_PAGE = 200
"""Days of the calendar on a page: a line each."""


@dataclass(frozen=True, slots=True)
class Mois:
    """A month of the calendar, with its days that count."""

    titre: str
    jours: tuple[Echeance, ...]


@dataclass(frozen=True, slots=True)
class VueEcheances:
    """The calendar, as seen from the newest day of the register."""

    vue_le: date | None
    six: tuple[Echeance, ...]
    douze: tuple[Echeance, ...]
    """Those of the second half of the year."""
    mois: tuple[Mois, ...]
    passes: tuple[Echeance, ...]
    retour: Lien
    nombre_passes: int
    """How many days are past, on all the pages."""
    pagination: Pagination
    calendrier: str = adresses.CALENDRIER


@dataclass(frozen=True, slots=True)
class VueSuivi:
    """Conventions that have something in common, with their situation."""

    titre: str
    explication: str
    lignes: tuple[tuple[Suivie, str], ...]
    retour: Lien
    pagination: Pagination


@dataclass(frozen=True, slots=True)
class Liste:
    """A list of conventions: how it is named, why, and what belongs to it on a day."""

    nom: str
    titre: str
    explication: str
    garde: Callable[[Suivie, date], bool]


_EN_COURS = {Situation.EN_COURS, Situation.SANS_TERME, Situation.RENOUVELEE}

LISTES = (
    Liste(
        "en-cours",
        "Conventions en cours",
        "Leur dernier jour n'est pas passé, ou elles se renouvellent seules.",
        lambda followed, au: followed.situation(au) in _EN_COURS,
    ),
    Liste(
        "a-venir",
        "Conventions à venir",
        "Leur premier jour n'est pas encore arrivé.",
        lambda followed, au: followed.situation(au) is Situation.A_VENIR,
    ),
    Liste(
        "terminees",
        "Conventions terminées",
        "Leur dernier jour est passé, elles ont été résiliées, ou un juge les a annulées.",
        lambda followed, au: followed.situation(au) in {*TERMINEES, Situation.PRIVEE},
    ),
    Liste(
        "terme-inconnu",
        "Conventions dont le terme n'est pas connu",
        "Le document ne permet pas de calculer leur dernier jour.",
        lambda followed, au: followed.situation(au) is Situation.INDETERMINEE,
    ),
    Liste(
        "signature-inconnue",
        "Conventions dont une signature n'est pas connue",
        "Le document ne dit pas quel jour chaque partie l'a signé.",
        lambda followed, _: not followed.contrat.signee,
    ),
    Liste(
        "sans-deliberation",
        "Conventions sans leur délibération",
        "Le registre ne nomme aucun acte qui les approuve.",
        lambda followed, _: followed.contrat.approbation is None,
    ),
)


def pages_echeances(registre: Registre) -> Iterator[Page]:
    """The calendar and the lists; none when the register has no convention."""
    followed, seen = suivies(registre), registre.vies.vues_le
    if not followed or seen is None:
        return
    back = Lien(adresses.CONVENTIONS, "Toutes les conventions")
    yield from _calendrier(followed, seen, back)
    for wanted in LISTES:
        kept = tuple((one, _situation(one, seen)) for one in followed if wanted.garde(one, seen))
        for part in tranches(adresses.suivi(wanted.nom), kept):
            view = VueSuivi(wanted.titre, wanted.explication, part.elements, back, part.pagination)
            yield Page(part.adresse, "actes/suivi.html", wanted.titre + part.suffixe, view, seen)


def liens_suivi(registre: Registre) -> tuple[Lien, ...]:
    """The lists, with how many conventions each holds, for the page of all conventions."""
    followed, seen = suivies(registre), registre.vies.vues_le
    if not followed or seen is None:
        return ()
    lists = (
        Lien(adresses.suivi(one.nom), one.titre, sum(one.garde(each, seen) for each in followed)) for one in LISTES
    )
    return Lien(adresses.ECHEANCES, "Échéances, mois par mois"), *lists


def _calendrier(followed: Sequence[Suivie], seen: date, back: Lien) -> Iterator[Page]:
    """The days to come, month by month, then those that are past; on the first page, those of the year."""
    days = echeances(followed)
    six = entre(days, seen, SIX_MOIS)
    year = entre(days, seen, DOUZE_MOIS)[len(six) :]
    past = [day for day in days if day.jour < seen]
    to_come = [day for day in days if day.jour >= seen]
    feed = adresses.FLUX_ECHEANCES if days else ""
    for part in tranches(adresses.ECHEANCES, [*to_come, *past], _PAR_PAGE):
        near = (six, year) if part.numero == 1 else ((), ())
        months = _mois(day for day in part.elements if day.jour >= seen)
        gone = tuple(day for day in part.elements if day.jour < seen)
        view = VueEcheances(seen, *near, months, gone, back, len(past), part.pagination)
        yield Page(
            part.adresse, "actes/echeances.html", "Échéances des conventions" + part.suffixe, view, seen, flux=feed
        )


def _mois(days: Iterable[Echeance]) -> tuple[Mois, ...]:
    return tuple(Mois(mois(first), tuple(group)) for first, group in groupby(days, lambda d: d.jour.replace(day=1)))


def _situation(one: Suivie, seen: date) -> str:
    """« En cours, jusqu'au 31 décembre 2026 »."""
    where, end = one.situation(seen), one.terme.prochaine_fin(seen)
    unsigned = "" if one.contrat.signee or where in TERMINEES else " (signature inconnue)"
    if end is None or where is Situation.PRIVEE:
        return where.libelle + unsigned
    if where is Situation.EN_COURS:
        return f"{where.libelle}, jusqu'au {jour(end)}{unsigned}"
    return f"{where.libelle}, {jour(end)}{unsigned}"
