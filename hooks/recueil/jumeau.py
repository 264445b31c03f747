"""What the twin of an act's page is written from: the act, and all that the register knows of it, and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from . import adresses
from .acte import Acte
from .convention import Convention
from .droit.evenements import EtatActe
from .droit.vie import Subi, Vie
from .journal.ligne import Mouvement
from .nomenclature import Licence
from .pages.page import Reglages
from .publies import Fiche
from .registre import Registre
from .vies import Contrat


@dataclass(frozen=True, slots=True)
class Renvoyes:
    """The acts that a convention names, by their addresses; nothing for one that it does not name."""

    approuvee_par: str
    modele: str
    avenants: tuple[str, ...]
    reconduite_par: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Jumeau:
    """An act among the others; acts and pages by their addresses, which are empty where there is none."""

    fiche: Fiche
    site: str
    """The address of the site."""
    licence: Licence
    """Of the data."""
    modifie_le: date | None
    """The newest day on which something was said of it; none for a document that was never published."""
    permanente: str
    seance: str
    precedent: str
    suivant: str
    approuve: tuple[str, ...]
    """The conventions that it approves."""
    modifie: tuple[str, ...]
    """The conventions that it amends."""
    suivi_par: tuple[str, ...]
    """The conventions that follow it, as their model."""
    lignes: tuple[Mouvement, ...]
    """What the journal says of it."""
    vie: Vie
    etat: EtatActe | None
    """Its state on the newest day of the register."""
    cibles: tuple[str, ...]
    """What each of its links names."""
    subis: tuple[Subi, ...]
    renvoyes: Renvoyes | None
    """For a convention."""
    contrat: Contrat | None
    """For a convention that is public."""
    vu_le: date | None
    """The newest day of the register, for a convention: it may end on its own."""

    @property
    def reference(self) -> bool:
        """Whether it is a document shown for reference."""
        return self.fiche.acte.publicite is None

    def url(self, adresse: str) -> str | None:
        """The absolute address of a page or of a file, or nothing."""
        return adresses.absolue(self.site, adresse) if adresse else None

    def urls(self, pages: Iterable[str]) -> list[str]:
        """Those of some pages."""
        return [adresses.absolue(self.site, page) for page in pages]

    def url_de(self, acte: Acte | None) -> str | None:
        """That of the page of an act."""
        return self.url(adresses.acte(acte)) if acte else None


def jumeau(fiche: Fiche, registre: Registre, reglages: Reglages) -> Jumeau:
    """What the twin of an act is written from."""
    acte, vies = fiche.acte, registre.vies
    before, after = registre.voisins(fiche)
    seance = registre.seance_de(fiche)
    contract = acte if isinstance(acte, Convention) else None
    return Jumeau(
        fiche=fiche,
        site=reglages.site_url,
        licence=reglages.licence,
        modifie_le=max(vies.nouvelles(acte), default=None),
        permanente=registre.permanente(fiche),
        seance=seance.adresse if seance else "",
        precedent=before.adresse if before else "",
        suivant=after.adresse if after else "",
        approuve=_adresses(registre.approuve(fiche)),
        modifie=_adresses(registre.amende(fiche)),
        suivi_par=_adresses(registre.suivent(fiche)),
        lignes=registre.inscriptions(fiche),
        vie=vies.vie(acte),
        etat=vies.etat(acte),
        cibles=tuple(adresses.acte(fait.cible) if fait.cible else "" for fait in vies.faits(acte)),
        subis=vies.subis(acte),
        renvoyes=_renvoyes(contract, fiche, registre) if contract else None,
        contrat=vies.contrat(contract) if contract and contract.publicite else None,
        vu_le=vies.vues_le if contract else None,
    )


def _renvoyes(acte: Convention, fiche: Fiche, registre: Registre) -> Renvoyes:
    approved, model = (registre.cible(fiche, name) for name in (acte.approuvee_par, acte.modele))
    return Renvoyes(
        approuvee_par=approved.adresse if approved else "",
        modele=model.adresse if model else "",
        avenants=_adresses(registre.cible(fiche, name) for name in acte.avenants),
        reconduite_par=_adresses(registre.cible(fiche, name) for name in acte.reconduite_par),
    )


def _adresses(fiches: Iterable[Fiche | None]) -> tuple[str, ...]:
    return tuple(one.adresse for one in fiches if one)
