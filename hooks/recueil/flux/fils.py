"""Which feeds there are: of all acts, of each way to sort them, of what they become, of sessions, of days to come."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from .. import adresses
from ..matieres import theme
from ..pages.conventions import partenaires
from ..pages.journal import lignes_recentes
from ..pages.listes import Classement
from ..pages.themes import themes
from ..publies import Fiche
from ..registre import Registre
from .article import Article, instant
from .echeances import fils_echeances
from .edition import Edition
from .fil import EPOQUE, Contenu, Fil
from .journaux import fil_journal
from .mouvements import fil_mouvements
from .seances import fils_seances

_Ecrire = Callable[[Fiche], Article]
_DESCRIPTION = "Les actes publiés, avec leurs dates, leur auteur et leurs fichiers."


def fils(registre: Registre, classes: Sequence[Classement], edition: Edition, ecrire: _Ecrire) -> Iterator[Contenu]:
    """Every feed of the site.

    Args:
        registre: the register.
        classes: the same, sorted in each way.
        edition: who publishes.
        ecrire: the article of an act, written once for all the feeds that hold it.
    """
    yield from fils_actes(registre, classes, edition, ecrire)
    yield fil_mouvements(registre, edition)
    yield from fils_seances(registre, edition)
    yield from fils_echeances(registre, edition)
    for journal in registre.journaux:
        yield fil_journal(lignes_recentes(journal, registre), journal, edition)


def fils_actes(
    registre: Registre, classes: Sequence[Classement], edition: Edition, ecrire: _Ecrire
) -> Iterator[Contenu]:
    """The feeds of acts: all, then by authority, kind, nature, matière, body and year, by theme, then by partner."""
    made = partial(_fil, edition=edition, ecrire=ecrire)
    yield made(adresses.FLUX_ACTES, "Tous les actes", "", registre.fiches)
    for classement in classes:
        for lien, fiches in classement.listes:
            title = f"{classement.facette.titre} : {lien.libelle}"
            yield made(adresses.flux_de(lien.adresse), title, lien.adresse, fiches)
    for one in themes(classes):
        held = [f for f in registre.fiches if f.acte.matiere and theme(f.acte.matiere) == one.titre]
        feed = made(one.flux.adresse, f"Thème : {one.titre}", one.entree.adresse, held)
        yield replace(feed, archive=False)  # the archives of its matières have it all
    for partner in partenaires(registre.conventions):
        title = f"Conventions : {partner.nom}"
        yield made(adresses.flux_de(partner.adresse), title, partner.adresse, partner.fiches)


def _fil(base: str, titre: str, page: str, fiches: Sequence[Fiche], *, edition: Edition, ecrire: _Ecrire) -> Contenu:
    newest = max((fiche.publicite for fiche in fiches), default=None)
    fil = Fil(base, f"{titre}, {edition.editeur}", page, _DESCRIPTION, instant(newest) if newest else EPOQUE, edition)
    return Contenu(fil, tuple(partial(ecrire, fiche) for fiche in fiches))
