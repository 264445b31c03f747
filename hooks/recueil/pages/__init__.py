"""The register as pages: what each shows, in the order in which a visitor meets them."""

from collections.abc import Iterator, Sequence

from ..lie import Ensemble
from ..registre import Registre
from .abonnement import page_abonnement
from .accessibilite import page_criteres, page_declaration
from .accueil import page_accueil, pages_collectivites, pages_identifiants
from .acte import pages_actes
from .chiffres import pages_chiffres
from .comprendre import page_comprendre
from .conventions import pages_conventions
from .donnees_ouvertes import page_donnees
from .echeances import pages_echeances
from .en_vigueur import pages_en_vigueur
from .integration import pages_integration
from .listes import Classement, pages_registre
from .mentions import page_mentions
from .modeles import pages_differences
from .page import Page, Reglages
from .preuve import pages_preuve
from .recherche import page_recherche
from .regles import page_regles
from .seances import pages_seances
from .tables import pages_tables
from .textes_cites import pages_textes_cites
from .themes import page_themes


def build_pages(registre: Registre, classes: Sequence[Classement], reglages: Reglages) -> Iterator[Page]:
    """Every page that the acts give, each at its one address.

    Args:
        registre: the register.
        classes: the same, sorted in each way.
        reglages: the settings of the site.
    """
    yield page_accueil(registre, classes)
    whole = Ensemble(registre, reglages)
    yield from pages_collectivites(whole)
    yield from pages_registre(registre, classes)
    yield from pages_tables(registre)
    yield from page_themes(registre, classes)
    yield from pages_seances(whole)
    yield from pages_actes(whole, reglages)
    yield from pages_conventions(registre)
    yield from pages_echeances(registre)
    yield from pages_differences(registre)
    yield from pages_en_vigueur(registre)
    yield from pages_textes_cites(registre)
    yield from pages_identifiants(registre, reglages)
    yield from pages_preuve(registre)
    yield from pages_chiffres(registre)
    yield page_regles()
    yield page_comprendre(registre)
    yield page_abonnement(registre, classes)
    yield from pages_integration(registre, reglages)
    yield page_donnees(registre, reglages)
    yield page_mentions(registre, reglages)
    yield page_declaration(registre, reglages)
    yield page_criteres()
    yield page_recherche(registre, classes)
