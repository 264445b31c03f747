"""Everything that the acts give to the site: pages, texts and copies, each at its one address, nothing written."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path

from . import adresses, api, donnees, lie
from .anomalie import ActesInvalides, Anomalie, Lieu
from .apercu import apercus
from .calendrier import calendrier, evenement, evenement_seance
from .devenir_json import etats_json
from .dossier import service
from .dossier.temoins import utiles
from .echeances import echeances, suivies
from .empreintes_json import empreintes_json
from .flux import Edition, flux
from .journal.tenu import JOURNAL
from .jumeau import jumeau
from .manieres import Ecrit, octets
from .pages import build_pages
from .pages.conventions import par_partenaire
from .pages.listes import Classement, classements
from .pages.page import Page, Reglages
from .plein_texte import indexer
from .registre import Registre
from .scdl import fichiers as tables
from .tenue import du_site


@dataclass(frozen=True, slots=True)
class Copie:
    """A file published as it is."""

    adresse: str
    chemin: Path
    sha256: str = ""
    """Its fingerprint, when it is known."""


@dataclass(frozen=True, slots=True)
class Texte:
    """A file that the engine writes."""

    adresse: str
    contenu: str | bytes | Callable[[], str | bytes]
    """What takes time is written when it is asked for, in one of the ways of ``manieres`` if it is to be spared."""

    def octets(self) -> bytes:
        """What is served."""
        return octets(self.contenu() if callable(self.contenu) else self.contenu)


@dataclass(frozen=True, slots=True)
class Site:
    """The whole of what may be served; what is not here is not published."""

    registre: Registre
    pages: tuple[Page, ...]
    textes: tuple[Texte, ...]
    copies: tuple[Copie, ...]
    temoignes: frozenset[str] = frozenset()
    """The authorities whose journal has witnesses, by their keys."""
    reglages: Reglages = field(default_factory=lambda: Reglages("", ""))
    """What the town chose."""
    hotes: tuple[str, ...] = ()
    """The other sites that have files of the acts: ``https://pdf.exemple.fr``."""

    @property
    def identite(self) -> tuple[str, str]:
        """The colour and the coat of arms of the town, or nothing: in the head of each page, hence plain texts."""
        chosen = self.reglages.options.identite
        return chosen.couleur or "", chosen.blason or ""

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
    classes = classements(registre)
    pages = tuple(build_pages(registre, classes, reglages))
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
    texts = (*_textes(registre, reglages), *_flux(registre, classes, reglages))
    return Site(registre, pages, texts, tuple(copies), seen, reglages, _hotes(registre))


def avec_recherche(site: Site, reserve: Path) -> Site:
    """The same site, with the files that its search asks for; what takes time is kept in a folder."""
    return replace(site, textes=site.textes + tuple(Texte(*file) for file in indexer(site.registre, reserve)))


def _hotes(registre: Registre) -> tuple[str, ...]:
    whole = {f.ailleurs for fiche in registre.toutes for f in fiche.servis if f.ailleurs}
    return tuple(sorted({"/".join(address.split("/")[:3]) for address in whole}))


def _empreintes(registre: Registre) -> str:
    """The fingerprints of the files of acts that it has, as ``sha256sum --check`` reads them from its root."""
    served = (f for fiche in registre.toutes for f in fiche.servis if not f.ailleurs)
    lines = sorted((f.adresse, f.empreinte.sha256) for f in served)
    return "".join(f"{digest}  {address}\n" for address, digest in lines)


def _calendriers(registre: Registre, reglages: Reglages) -> Iterator[Texte]:
    """The days that count for conventions, of all and of each partner that has any; and the sessions."""
    write = cache(partial(evenement, registre=registre, reglages=reglages))
    days = echeances(suivies(registre))
    if days:
        yield Texte(adresses.CALENDRIER, partial(calendrier, "Échéances des conventions", days, write))
    for partner, own in par_partenaire(registre, days):
        calendar = partial(calendrier, f"Échéances des conventions : {partner.nom}", own, write)
        yield Texte(adresses.partenaire_calendrier(partner.adresse), calendar)
    yield from _calendriers_des_seances(registre, reglages)


def _calendriers_des_seances(registre: Registre, reglages: Reglages) -> Iterator[Texte]:
    """Of all, and of each authority."""
    write = cache(partial(evenement_seance, reglages=reglages))
    named = [(adresses.flux_seances(), f"Séances, {reglages.site_name}", registre.seances)]
    named += [(adresses.flux_seances(c), f"Séances, {c.nom}", registre.seances_de(c)) for c in registre.collectivites]
    for base, title, held in named:
        if held:
            yield Texte(f"{base}.ics", partial(calendrier, title, held, write))


def _flux(registre: Registre, classes: Sequence[Classement], reglages: Reglages) -> Iterator[Texte]:
    rights = f"{reglages.licence.libelle}, {reglages.licence.url}"
    edition = Edition(reglages.site_url, reglages.site_name, rights, reglages.hub)
    for address, write in flux(registre, classes, edition):
        yield Texte(address, write)


def _double(address: str) -> Anomalie:
    message = f"deux pages auraient l'adresse « {address} » : renommez l'un des dossiers ou des fichiers"
    return Anomalie(Lieu("acts"), "ADR-01", message, "CGCT L2131-1")


def _textes(registre: Registre, reglages: Reglages) -> Iterator[Texte]:
    for fiche in registre.toutes:
        compose = partial(jumeau, fiche, registre, reglages)
        yield Texte(adresses.json(fiche.adresse), Ecrit(compose, donnees.acte_json))
    for address, image in apercus(registre, reglages.site_name, reglages.options.identite.couleur):
        yield Texte(address, image)
    yield from _calendriers(registre, reglages)
    for address, write in tables(registre, reglages):
        yield Texte(address, write)
    yield from (Texte(address, said) for address, said in du_site(registre, reglages))
    yield Texte(adresses.EMPREINTES, _empreintes(registre))
    yield from (Texte(address, content) for address, content in empreintes_json(registre).items())
    yield Texte(adresses.ETATS, partial(etats_json, registre, reglages))
    for address, make in (*lie.fichiers(registre, reglages), *api.fichiers(registre, reglages)):
        yield Texte(address, make)
    for address, content in service.textes(registre.journaux, reglages.site_url):
        yield Texte(address, content)
