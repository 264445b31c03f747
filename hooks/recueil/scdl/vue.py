"""What a line of a table is read from: an act, and what the law and the register say of it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from .. import adresses
from ..collectivite import Collectivite
from ..convention import Convention
from ..droit.etat import Etat, etat
from ..droit.evenements import EtatActe
from ..pages.page import Reglages
from ..publies import Fiche
from ..registre import Registre
from ..vies import Contrat


@dataclass(frozen=True, eq=False)
class Vue:
    """An act among the others, whose addresses are absolute: a line says nothing that is not read here."""

    fiche: Fiche
    etat: EtatActe | None
    vu_le: date | None
    """The newest day of the register, on which it has that state."""
    contrat: Contrat | None
    """For a convention."""
    site_url: str
    permanente: str
    approuvee_par: str
    """The page of the act that approves a convention."""

    @cached_property
    def droit(self) -> Etat | None:
        """What the law says of it; None for what decides nothing."""
        return etat(self.fiche.acte)

    @property
    def collectivite(self) -> Collectivite:
        """The authority."""
        return self.fiche.collectivite

    def url(self, adresse: str) -> str | None:
        """The absolute address of a page or a file, or nothing."""
        return adresses.absolue(self.site_url, adresse) if adresse else None


def vue(fiche: Fiche, registre: Registre, reglages: Reglages) -> Vue:
    """What a line is read from."""
    acte, vies = fiche.acte, registre.vies
    contract = vies.contrat(acte) if isinstance(acte, Convention) else None
    approval = registre.fiche(contract.approbation) if contract else None
    return Vue(
        fiche=fiche,
        etat=vies.etat(acte),
        vu_le=vies.vues_le,
        contrat=contract,
        site_url=reglages.site_url,
        permanente=registre.permanente(fiche),
        approuvee_par=approval.adresse if approval else "",
    )
