"""The days that count in the life of conventions: notices, renewals, decisions to take, ends; in the order of time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from uuid import NAMESPACE_URL, uuid5

from .convention import Convention
from .droit.durees import apres_mois
from .droit.evenements import FINS, EtatActe
from .droit.terme import Mode, Situation, Terme
from .nomenclature import Liste
from .publies import Fiche
from .registre import Registre
from .vies import Contrat


class Genre(Liste):
    """What happens on the day."""

    PREAVIS = "preavis", "Dernier jour pour dénoncer"
    DECISION = "decision", "Dernier jour pour décider la reconduction"
    RECONDUCTION = "reconduction", "Début d'une nouvelle période"
    FIN = "fin", "Dernier jour"
    RESILIATION = "resiliation", "Dernier jour, après résiliation"


@dataclass(frozen=True, slots=True)
class Echeance:
    """A day that counts for a convention."""

    jour: date
    genre: Genre
    fiche: Fiche
    rang: int
    """The number of the period, which tells two notices of one convention apart."""

    @property
    def intitule(self) -> str:
        """« Dernier jour pour dénoncer : Convention pour l'entretien des fontaines »."""
        return f"{self.genre.libelle} : {self.fiche.acte.objet}"

    def identite(self, url: str) -> str:
        """What names the day of a convention for ever, whatever the date becomes; ``url`` is that of its page."""
        return str(uuid5(NAMESPACE_URL, f"{url}#{self.genre.value}-{self.rang}"))


@dataclass(frozen=True, slots=True)
class Suivie:
    """A convention of the register with what is computed of it."""

    fiche: Fiche
    acte: Convention
    contrat: Contrat
    etat: EtatActe | None
    """What a court or another act made of it."""

    @property
    def terme(self) -> Terme:
        """Its time."""
        return self.contrat.terme

    @property
    def eteinte(self) -> bool:
        """Whether a court or another act put an end to it."""
        return self.etat in FINS and self.etat is not EtatActe.EXPIRE

    def situation(self, au: date) -> Situation:
        """Where it stands on a day."""
        return Situation.PRIVEE if self.eteinte else self.terme.situation(au)


def suivies(registre: Registre) -> tuple[Suivie, ...]:
    """The conventions of a register, with their life."""
    return tuple(
        Suivie(fiche, fiche.acte, registre.vies.contrat(fiche.acte), registre.vies.etat(fiche.acte))
        for fiche in registre.conventions
        if isinstance(fiche.acte, Convention)
    )


def echeances(conventions: Iterable[Suivie]) -> tuple[Echeance, ...]:
    """All the days that count, past and to come."""
    found = [day for followed in conventions if not followed.eteinte for day in _echeances(followed)]
    return tuple(sorted(found, key=lambda e: (e.jour, e.fiche.adresse, e.genre)))


def entre(days: Iterable[Echeance], debut: date, mois: int) -> tuple[Echeance, ...]:
    """Those of the months that follow a day."""
    return tuple(day for day in days if debut <= day.jour <= apres_mois(debut, mois))


def par_convention(days: Iterable[Echeance]) -> dict[str, list[Echeance]]:
    """The days of each convention, by the address of its page."""
    found: dict[str, list[Echeance]] = defaultdict(list)
    for day in days:
        found[day.fiche.adresse].append(day)
    return found


def _echeances(followed: Suivie) -> Iterator[Echeance]:
    early = followed.terme.resiliee_le
    for jour, genre, rang in _jours(followed.terme):
        if early is None or jour < early:
            yield Echeance(jour, genre, followed.fiche, rang)
    if early:
        yield Echeance(early, Genre.RESILIATION, followed.fiche, 0)


def _jours(terme: Terme) -> Iterator[tuple[date, Genre, int]]:
    """Each day with its kind and the number of its period."""
    for period, after in zip_longest(terme.periodes, terme.periodes[1:]):
        if not period.certaine:
            return
        if period.preavis:
            yield period.preavis, Genre.PREAVIS, period.rang
        if period.rang and period.debut:
            yield period.debut, Genre.RECONDUCTION, period.rang
        if after and after.mode is Mode.POSSIBLE:
            yield period.fin, Genre.DECISION, period.rang
        if not (after and after.certaine) and not terme.sans_limite:
            yield period.fin, Genre.FIN, 0  # one end, whatever the number of renewals: its name does not change
