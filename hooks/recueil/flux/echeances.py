"""The days that count for conventions, over the twelve months that follow the newest news: of all, of each partner."""

from collections.abc import Iterable, Iterator
from functools import partial

from .. import adresses
from ..echeances import Echeance, echeances, entre, suivies
from ..ecriture import jour
from ..pages.conventions import par_partenaire
from ..registre import Registre
from .article import Article, Resume, instant, modification
from .edition import Edition
from .fil import EPOQUE, Contenu, Fil

_MOIS = 12
_DESCRIPTION = "Les jours qui comptent dans la vie des conventions."


def fils_echeances(registre: Registre, edition: Edition) -> Iterator[Contenu]:
    """The feeds of these days."""
    days = echeances(suivies(registre))
    if not days:
        return
    title = f"Échéances des conventions, {edition.editeur}"
    yield _contenu(adresses.FLUX_ECHEANCES, title, adresses.ECHEANCES, days, registre, edition)
    for partner, own in par_partenaire(registre, days):
        base, title = adresses.partenaire_flux(partner.adresse), f"Échéances des conventions : {partner.nom}"
        yield _contenu(base, title, partner.adresse, own, registre, edition)


def _contenu(
    base: str, titre: str, page: str, jours: Iterable[Echeance], registre: Registre, edition: Edition
) -> Contenu:
    """First to last."""
    seen = registre.vies.vues_le
    fil = Fil(base, titre, page, _DESCRIPTION, instant(seen) if seen else EPOQUE, edition)
    shown = entre(jours, seen, _MOIS) if seen else ()
    return Contenu(fil, tuple(partial(_article, day, registre, edition) for day in shown), archive=False)


def _article(day: Echeance, registre: Registre, edition: Edition) -> Article:
    url = edition.url(day.fiche.adresse)
    identity = f"urn:uuid:{day.identite(url)}"
    said = instant(max(registre.vies.nouvelles(day.fiche.acte)))
    return Article(
        identite=identity,
        permanente=identity,
        titre=f"{jour(day.jour)} : {day.intitule}",
        url=url,
        resume=Resume("flux/echeance", day),
        publie=said,
        modifie=modification(said.date(), identity),
        rubriques=((day.genre.value, day.genre.libelle),),
    )
