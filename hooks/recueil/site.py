"""Everything that the acts give to the site: pages, texts and copies, each at its one address, nothing written."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from . import adresses, donnees, flux
from .anomalie import ActesInvalides, Anomalie, Lieu
from .calendrier import calendrier, evenement
from .devenir_json import etats_json
from .dossier import service
from .dossier.temoins import utiles
from .echeances import echeances, par_convention, suivies
from .empreintes_json import empreintes_json
from .journal.tenu import JOURNAL
from .jumeau import jumeau
from .pages import build_pages
from .pages.conventions import partenaires
from .pages.journal import lignes_recentes
from .pages.page import Page, Reglages
from .plein_texte import indexer
from .registre import Registre


@dataclass(frozen=True, slots=True)
class Copie:
    """A file published as it is."""

    adresse: str
    chemin: Path
    sha256: str = ""
    """Its fingerprint, when it is known."""


@dataclass(frozen=True, slots=True)
class Ecrit:
    """A text that is written from a view: as long as this shows the same, so does the text."""

    composer: Callable[[], Any]
    ecrire: Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Texte:
    """A file that the engine writes."""

    adresse: str
    contenu: str | bytes | Callable[[], str | bytes] | Ecrit

    def octets(self) -> bytes:
        """What is served; what takes time is written when it is asked for."""
        content = self.contenu
        if isinstance(content, Ecrit):
            content = content.ecrire(content.composer())
        elif callable(content):
            content = content()
        return content.encode() if isinstance(content, str) else content


@dataclass(frozen=True, slots=True)
class Site:
    """The whole of what may be served; what is not here is not published."""

    registre: Registre
    pages: tuple[Page, ...]
    textes: tuple[Texte, ...]
    copies: tuple[Copie, ...]
    temoignes: frozenset[str] = frozenset()
    """The authorities whose journal has witnesses, by their keys."""

    @property
    def adresses(self) -> Iterator[str]:
        """Those of all the files that the acts give."""
        yield from (f"{page.adresse}index.html" for page in self.pages)
        yield from (text.adresse for text in self.textes)
        yield from (copy.adresse for copy in self.copies)

    @property
    def empreintes(self) -> Mapping[str, str]:
        """Address → SHA-256 of the files of the acts."""
        return {f.adresse: f.empreinte.sha256 for fiche in self.registre.toutes for f in fiche.servis}


def build_site(registre: Registre, reglages: Reglages) -> Site:
    """Render the register.

    Raises:
        ActesInvalides: two pages would have the same address.
    """
    pages = tuple(build_pages(registre, reglages))
    counts = Counter(page.adresse.lower() for page in pages) + Counter(reglages.pages_fixes)
    if doubled := sorted(address for address, count in counts.items() if count > 1):
        raise ActesInvalides(_double(address) for address in doubled)
    copies = [
        Copie(f.adresse, f.chemin, f.empreinte.sha256)
        for fiche in registre.toutes
        for f in fiche.servis
        if not f.ailleurs
    ]
    copies += [Copie(f"{adresses.journal(j.collectivite)}{JOURNAL}", j.chemin) for j in registre.journaux]
    copies += [Copie(*one) for one in service.copies(registre.journaux)]
    seen = frozenset(j.collectivite.cle for j in registre.journaux if utiles(j))
    return Site(registre, pages, tuple(_textes(registre, reglages)), tuple(copies), seen)


def avec_recherche(site: Site, reserve: Path) -> Site:
    """The same site, with the files that its search asks for; what takes time is kept in a folder."""
    return replace(site, textes=site.textes + tuple(Texte(*file) for file in indexer(site.registre, reserve)))


def _empreintes(registre: Registre) -> str:
    """The fingerprints of the files of acts that it has, as ``sha256sum --check`` reads them from its root."""
    served = (f for fiche in registre.toutes for f in fiche.servis if not f.ailleurs)
    lines = sorted((f.adresse, f.empreinte.sha256) for f in served)
    return "".join(f"{digest}  {address}\n" for address, digest in lines)


def _calendriers(registre: Registre, reglages: Reglages) -> Iterator[Texte]:
    """The days that count for conventions: a calendar and a feed of all, and of each partner that has any."""
    days = echeances(suivies(registre))
    if not days:
        return
    write = cache(partial(evenement, registre=registre, reglages=reglages))
    yield Texte(adresses.CALENDRIER, partial(calendrier, "Échéances des conventions", days, write))
    yield Texte(adresses.FLUX_ECHEANCES, flux.rss_echeances(days, registre, reglages, adresses.FLUX_ECHEANCES))
    by_convention = par_convention(days)
    for partner in partenaires(registre.conventions):
        own = sorted((d for f in partner.fiches for d in by_convention[f.adresse]), key=lambda day: day.jour)
        if own:
            title = f"Échéances des conventions : {partner.nom}"
            calendar = partial(calendrier, title, own, write)
            yield Texte(adresses.partenaire_calendrier(partner.adresse), calendar)
            feed = adresses.partenaire_flux(partner.adresse)
            yield Texte(feed, partial(flux.rss_echeances, own, registre, reglages, feed))


def _double(address: str) -> Anomalie:
    message = f"deux pages auraient l'adresse « {address} » : renommez l'un des dossiers ou des fichiers"
    return Anomalie(Lieu("acts"), "ADR-01", message, "CGCT L2131-1")


def _textes(registre: Registre, reglages: Reglages) -> Iterator[Texte]:
    for fiche in registre.toutes:
        compose = partial(jumeau, fiche, registre, reglages)
        yield Texte(adresses.json(fiche.adresse), Ecrit(compose, donnees.acte_json))
    yield from _calendriers(registre, reglages)
    yield Texte(adresses.EMPREINTES, _empreintes(registre))
    yield from (Texte(address, content) for address, content in empreintes_json(registre).items())
    yield Texte(adresses.ETATS, partial(etats_json, registre, reglages))
    for journal in registre.journaux:
        lines = lignes_recentes(journal, registre)
        yield Texte(adresses.journal_flux(journal.collectivite), flux.rss_journal(lines, journal, registre, reglages))
    for address, content in service.textes(registre.journaux, reglages.site_url):
        yield Texte(address, content)
    yield Texte(adresses.FLUX_RSS, flux.rss(registre, reglages))
    yield Texte(adresses.FLUX_ATOM, flux.atom(registre, reglages))
