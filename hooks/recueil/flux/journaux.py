"""The journal of an authority, newest line first: whoever reads it keeps a copy of the seals."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from .. import adresses
from ..journal.tenu import Journal
from ..pages.journal import LigneVue
from .article import Article, Resume
from .edition import Edition
from .fil import EPOQUE, Contenu, Fil

_DESCRIPTION = "Chaque mise en ligne et chaque constat, avec son sceau."


def fil_journal(lignes: Sequence[LigneVue], journal: Journal, edition: Edition) -> Contenu:
    """The feed of a journal; its lines are in its file, and need no archive."""
    authority = journal.collectivite
    page, title = adresses.journal(authority), f"Journal des mises en ligne, {authority.nom}"
    newest = max((datetime.fromisoformat(vue.ligne.inscrit_le) for vue in lignes), default=EPOQUE)
    fil = Fil(adresses.flux_journal(authority), title, page, _DESCRIPTION, newest, edition)
    return Contenu(fil, tuple(partial(_article, vue, page, edition) for vue in lignes), archive=False)


def _article(vue: LigneVue, page: str, edition: Edition) -> Article:
    moment, identity = datetime.fromisoformat(vue.ligne.inscrit_le), f"urn:sha256:{vue.ligne.sceau}"
    return Article(
        identite=identity,
        permanente=identity,
        titre=f"{vue.evenement} : {vue.fiche.acte.titre if vue.fiche else vue.precision}",
        url=edition.url(vue.fiche.adresse if vue.fiche else page),
        resume=Resume("flux/journal", vue.ligne),
        publie=moment,
        modifie=moment + timedelta(microseconds=vue.ligne.rang),  # of the lines of one second, each has its own
        rubriques=((vue.ligne.evenement, vue.evenement),),
    )
