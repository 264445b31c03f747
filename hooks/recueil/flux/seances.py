"""The sessions, announced and held: a feed of all, and of each authority."""

from collections.abc import Iterator, Sequence
from functools import partial

from .. import adresses
from ..pages.seances import titre
from ..publies import SeancePubliee
from ..registre import Registre
from .article import Article, Resume, instant, modification
from .edition import Edition
from .fil import EPOQUE, Contenu, Fil

_DESCRIPTION = "Les séances annoncées et tenues, avec leurs actes."


def fils_seances(registre: Registre, edition: Edition) -> Iterator[Contenu]:
    """The feeds of sessions."""
    yield _fil(adresses.flux_seances(), f"Séances, {edition.editeur}", adresses.SEANCES, registre.seances, edition)
    for authority in registre.collectivites:
        title, page = f"Séances, {authority.nom}", adresses.seances(authority)
        yield _fil(adresses.flux_seances(authority), title, page, registre.seances_de(authority), edition)


def _fil(base: str, title: str, page: str, seances: Sequence[SeancePubliee], edition: Edition) -> Contenu:
    newest = max((one.modifiee_le for one in seances), default=None)
    fil = Fil(base, title, page, _DESCRIPTION, instant(newest) if newest else EPOQUE, edition)
    return Contenu(fil, tuple(partial(_article, one, edition) for one in seances))


def _article(tenue: SeancePubliee, edition: Edition) -> Article:
    url = edition.url(tenue.adresse)
    return Article(
        identite=url,
        permanente=url,
        titre=f"{titre(tenue)}, {tenue.collectivite.nom}",
        url=url,
        resume=Resume("flux/seance", tenue),
        publie=instant(tenue.publiee_le),
        modifie=modification(tenue.modifiee_le, url),
        rubriques=((adresses.slug(tenue.seance.organe), tenue.seance.organe),),
    )
