"""The page that explains feeds to somebody who never used one, and gives the address of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from .. import adresses
from ..echeances import Echeance, echeances, suivies
from ..registre import Registre
from .conventions import par_partenaire, partenaires
from .listes import Classement
from .page import Lien, Page
from .themes import themes


@dataclass(frozen=True, slots=True)
class GroupeDeFlux:
    """Feeds of one sort; the address of each is without the ending of its format."""

    titre: str
    liens: tuple[Lien, ...]


@dataclass(frozen=True, slots=True)
class VueAbonnement:
    """All the feeds, by what they tell."""

    groupes: tuple[GroupeDeFlux, ...]
    agendas: tuple[Lien, ...]
    """The iCalendar files."""


def page_abonnement(registre: Registre, classes: Sequence[Classement]) -> Page:
    """The page « S'abonner »."""
    days = echeances(suivies(registre))
    sorted_by = [GroupeDeFlux(f"Par {one.facette.titre.lower()}", _flux_de(one)) for one in classes]
    subjects = GroupeDeFlux("Par thème", tuple(one.flux for one in themes(classes)))
    groups = (GroupeDeFlux("L'essentiel", _essentiel(registre, days)), subjects, *sorted_by, *_autres(registre, days))
    view = VueAbonnement(tuple(group for group in groups if group.liens), _agendas(registre, days))
    return Page(adresses.ABONNEMENT, "actes/abonnement.html", "S'abonner", view, registre.dernier_jour)


def _flux_de(classement: Classement) -> tuple[Lien, ...]:
    return tuple(Lien(adresses.flux_de(link.adresse), link.libelle, link.nombre) for link, _ in classement.listes)


def _essentiel(registre: Registre, jours: Sequence[Echeance]) -> tuple[Lien, ...]:
    found = [
        Lien(adresses.FLUX_ACTES, "Tous les actes", len(registre.fiches)),
        Lien(adresses.FLUX_MOUVEMENTS, "Les actes modifiés, abrogés, retirés ou annulés"),
        Lien(adresses.flux_seances(), "Les séances, annoncées et tenues"),
    ]
    if jours:
        found.append(Lien(adresses.FLUX_ECHEANCES, "Les échéances des conventions"))
    return tuple(found)


def _autres(registre: Registre, jours: Sequence[Echeance]) -> list[GroupeDeFlux]:
    """What few people follow."""
    partners = partenaires(registre.conventions)
    return [
        GroupeDeFlux(
            "Par partenaire", tuple(Lien(adresses.flux_de(p.adresse), p.nom, len(p.fiches)) for p in partners)
        ),
        GroupeDeFlux(
            "Les séances d'une collectivité",
            tuple(Lien(adresses.flux_seances(c), c.nom) for c in registre.collectivites),
        ),
        GroupeDeFlux(
            "Les échéances avec un partenaire",
            tuple(Lien(adresses.partenaire_flux(p.adresse), p.nom) for p, _ in par_partenaire(registre, jours)),
        ),
        GroupeDeFlux(
            "Le journal d'une collectivité",
            tuple(Lien(adresses.flux_journal(j.collectivite), j.collectivite.nom) for j in registre.journaux),
        ),
    ]


def _agendas(registre: Registre, jours: Sequence[Echeance]) -> tuple[Lien, ...]:
    found = [Lien(f"{adresses.flux_seances()}.ics", "Les séances")] if registre.seances else []
    if jours:
        found.append(Lien(adresses.CALENDRIER, "Les échéances des conventions"))
    return tuple(found)
