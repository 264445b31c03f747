"""The ways in: the home page, the page of each authority and of its years, and the addresses of identifiers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .. import adresses, lie
from ..collectivite import Collectivite
from ..droit.publicite import FORMALITES, Formalite
from ..echeances import suivies
from ..lie import Noeud
from ..nomenclature import TypeActe
from ..publies import Fiche, SeancePubliee
from ..registre import Registre
from .chiffres import page_de
from .listes import Classement, Place, classer, liste
from .page import Lien, Page, Reglages
from .recit import Recit, recit
from .tables import au_registre
from .themes import themes

DERNIERS = 10
"""Acts shown on the page of an authority; half of them on the home page, which tells the newest session too."""


@dataclass(frozen=True, slots=True)
class VueAccueil:
    """The home page; the words above its lists are those of ``pages/index.md``."""

    collectivites: tuple[Lien, ...]
    derniers: tuple[Fiche, ...]
    nombre: int
    recit: Recit | None
    """The newest session."""
    themes: tuple[Lien, ...]
    """The subjects most spoken of."""
    annoncees: tuple[SeancePubliee, ...]
    """The sessions of which nothing else is public yet, first to come first."""
    conventions: int
    echeances: bool
    """Whether there is a page of the days that count for conventions."""


@dataclass(frozen=True, slots=True)
class VueCollectivite:
    """An authority."""

    collectivite: Collectivite
    formalite: Formalite
    """What its regime of publicity asks."""
    choix: Fiche | None
    """The délibération that chose this regime."""
    derniers: tuple[Fiche, ...]
    annees: tuple[Lien, ...]
    tables: tuple[tuple[str, Lien, Lien], ...]
    """For each year, the table by date and the table by objet."""
    seances: tuple[SeancePubliee, ...]
    conventions: int
    chiffres: str
    """The page of its figures."""
    lie: Noeud
    """The same as linked data."""


@dataclass(frozen=True, slots=True)
class VueRenvoi:
    """Where an identifier leads."""

    fiche: Fiche
    url: str


def page_accueil(registre: Registre, classes: Sequence[Classement]) -> Page:
    """The home page."""
    held = next((tenue for tenue in registre.seances if tenue.fiches), None)
    view = VueAccueil(
        collectivites=tuple(Lien(adresses.collectivite(c), c.nom) for c in registre.collectivites),
        derniers=registre.fiches[: DERNIERS // 2],
        nombre=len(registre.fiches),
        recit=recit(held) if held else None,
        themes=tuple(theme.entree for theme in themes(classes)),
        annoncees=tuple(tenue for tenue in reversed(registre.seances) if not tenue.fiches),
        conventions=len(registre.conventions),
        echeances=bool(suivies(registre)),
    )
    return Page("", "actes/accueil.html", "Accueil", view, registre.dernier_jour)


def pages_collectivites(ensemble: lie.Ensemble) -> Iterator[Page]:
    """The page of each authority, and the list of its acts year by year."""
    registre = ensemble.registre
    for authority in registre.collectivites:
        own = registre.actes_de(authority)
        by_year = classer(own, lambda f: (str(adresses.annee(f.acte)),) * 2)
        years = [(int(year), fiches) for (year, _), fiches in reversed(by_year.items())]
        home = adresses.collectivite(authority)
        back = Lien(home, authority.nom)
        newest = own[0].publicite if own else None
        feed = adresses.flux_de(adresses.facette("collectivites", authority.cle)) if own else ""
        view = _vue(authority, ensemble, own, years)
        yield Page(home, "actes/collectivite.html", authority.nom, view, newest, flux=feed)
        for year, fiches in years:
            here = Lien(f"{home}{year}/", f"Actes de {year}, {authority.nom_court}")
            yield from liste(Place(here, back), registre, fiches)


def _vue(
    authority: Collectivite, ensemble: lie.Ensemble, own: tuple[Fiche, ...], years: list[tuple[int, list[Fiche]]]
) -> VueCollectivite:
    home, registre = adresses.collectivite(authority), ensemble.registre
    return VueCollectivite(
        collectivite=authority,
        formalite=FORMALITES[authority.regime],
        choix=registre.choix_du_regime(authority),
        derniers=own[:DERNIERS],
        annees=tuple(Lien(f"{home}{year}/", str(year), len(fiches)) for year, fiches in years),
        tables=tuple(_tables(authority, year) for year, fiches in years if any(map(au_registre, fiches))),
        seances=registre.seances_de(authority)[:DERNIERS],
        conventions=sum(f.acte.type is TypeActe.CONVENTION for f in own),
        chiffres=page_de(registre, authority),
        lie=lie.collectivite(authority, ensemble),
    )


def _tables(authority: Collectivite, year: int) -> tuple[str, Lien, Lien]:
    by_date = Lien(adresses.table(authority, year, "dates"), f"Table chronologique {year}")
    by_object = Lien(adresses.table(authority, year, "objets"), f"Table par objet {year}")
    return str(year), by_date, by_object


def pages_identifiants(registre: Registre, reglages: Reglages) -> Iterator[Page]:
    """``/id/<identifier>/`` for every act that bears one of its own."""
    for fiche in registre.fiches:
        address = registre.permanente(fiche)
        if address != fiche.adresse:
            view = VueRenvoi(fiche, reglages.url(fiche.adresse))
            yield Page(address, "actes/renvoi.html", fiche.acte.intitule, view, fiche.publicite, plan=False)
