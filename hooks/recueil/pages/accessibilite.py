"""The declaration of accessibility, and the criteria one by one: what an audit found, or that there was none."""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from .. import adresses
from ..accessibilite import Critere, Referentiel, Statut, referentiel
from ..collectivite import Collectivite
from ..ecriture import pourcentage
from ..publies import Fiche
from ..registre import Registre
from ..reglages import Audit
from .page import Page, Reglages

_PEU = 10
"""Acts that are named one by one; more are only counted."""

_EXEMPTES_AVANT = date(2018, 9, 23)
"""Day before which a file need not be accessible (décret n° 2019-768)."""

_VALIDITE = relativedelta(years=3)
"""How long a declaration lasts (arrêté du 20 septembre 2019, annexe)."""


@dataclass(frozen=True, slots=True)
class Manques:
    """What the register knows to be out of reach for some readers."""

    numerises: int
    """Documents that are only pictures."""
    sans_texte: tuple[Fiche, ...]
    """Those whose page does not give the text either, when they are few."""
    nombre_sans_texte: int
    anciens: int
    """Files that the law exempts, for they are older than it."""
    criteres: tuple[Critere, ...]
    """Those that the software knows it does not meet."""


@dataclass(frozen=True, slots=True)
class VueAccessibilite:
    """The declaration (loi n° 2005-102, article 47; décret n° 2019-768)."""

    titre: str
    etat: str
    site: str
    url: str
    audit: Audit | None
    part: str
    """The share of the criteria that the audit found to be met."""
    a_refaire_le: date | None
    """Day on which the audit is too old."""
    bilan: tuple[tuple[Statut, int], ...]
    """What the software says of itself."""
    a_evaluer: int
    """Criteria that only a person can judge, and nobody did."""
    manques: Manques
    collectivites: tuple[Collectivite, ...]
    vue_le: date | None
    """Day of the last news of the register."""
    schema: str
    """The page where the town wrote its plan; nothing when it wrote none."""


@dataclass(frozen=True, slots=True)
class VueCriteres:
    """The 106 criteria."""

    titre: str
    referentiel: Referentiel
    bilan: tuple[tuple[Statut, int], ...]


def page_declaration(registre: Registre, reglages: Reglages) -> Page:
    """The declaration of accessibility."""
    audit, seen = reglages.audit, registre.vies.vues_le
    view = VueAccessibilite(
        titre=f"Accessibilité : {reglages.etat_accessibilite}",
        etat=reglages.etat_accessibilite,
        site=reglages.site_name,
        url=reglages.site_url,
        audit=audit,
        part=pourcentage(audit.conformes, audit.conformes + audit.non_conformes) if audit else "",
        a_refaire_le=audit.le + _VALIDITE if audit else None,
        bilan=tuple(referentiel().bilan.items()),
        a_evaluer=referentiel().bilan[Statut.A_EVALUER],
        manques=_manques(registre),
        collectivites=registre.collectivites,
        vue_le=seen,
        schema=adresses.SCHEMA_ACCESSIBILITE if adresses.SCHEMA_ACCESSIBILITE in reglages.pages_fixes else "",
    )
    told = "Ce que ce site fait pour les personnes handicapées, ce qui manque encore, à qui le dire et où se plaindre."
    return Page(adresses.ACCESSIBILITE, "actes/accessibilite.html", "Accessibilité", view, seen, description=told)


def page_criteres() -> Page:
    """The criteria; their words are those of the software, so no act dates it."""
    known = referentiel()
    view = VueCriteres("Les 106 critères d'accessibilité", known, tuple(known.bilan.items()))
    told = "Critère par critère, ce que le logiciel de ce registre sait de son accessibilité, et ce qui le prouve."
    return Page(adresses.CRITERES, "actes/criteres.html", view.titre, view, description=told)


def _manques(registre: Registre) -> Manques:
    scanned = [fiche for fiche in registre.toutes if fiche.document and fiche.acte.document_numerise]
    mute = tuple(fiche for fiche in scanned if not fiche.acte.texte.strip())
    return Manques(
        numerises=len(scanned),
        sans_texte=mute if len(mute) <= _PEU else (),
        nombre_sans_texte=len(mute),
        anciens=sum(len(fiche.servis) for fiche in registre.fiches if fiche.publicite < _EXEMPTES_AVANT),
        criteres=referentiel().de(Statut.NON_CONFORME),
    )
