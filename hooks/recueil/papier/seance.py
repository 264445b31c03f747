"""The list of the délibérations of a session, for the door of the town hall (CGCT L2121-25)."""

from dataclasses import dataclass

from ..ecriture import jour, jour_semaine
from ..nomenclature import TypeActe, TypeCollectivite
from ..publies import Fiche, SeancePubliee
from .adresse import courte
from .cadre import Cadre, page
from .pdf import pdf
from .qr import code
from .refus import PapierImpossible

NON_INDIQUE = "Non indiqué"
"""What the list says of a délibération whose result the register does not know."""

_SANS_DELIBERATION = "Cette séance n'a pas de délibération publiée : il n'y a pas de liste à afficher."
_SELON_LE_DEPARTEMENT = {TypeCollectivite.DEPARTEMENT, TypeCollectivite.REGION, TypeCollectivite.SM_OUVERT}
"""The authorities that the article on communes does not bind: the list cites none for them."""


@dataclass(frozen=True, slots=True)
class Ligne:
    """A délibération of the list."""

    numero: str
    objet: str
    resultat: str


def lignes(tenue: SeancePubliee) -> tuple[Ligne, ...]:
    """The délibérations of a session that the register publishes, in their order."""
    return tuple(_ligne(fiche) for fiche in tenue.fiches if fiche.acte.type is TypeActe.DELIBERATION)


def _ligne(fiche: Fiche) -> Ligne:
    acte = fiche.acte
    result = acte.votes.resultat if acte.votes else None
    return Ligne(acte.numero or "", acte.objet, result.libelle if result else NON_INDIQUE)


def liste_pdf(tenue: SeancePubliee, *, url: str) -> bytes:
    """The list to post: date of the session, objet of each délibération, whether it was approved or refused.

    Args:
        tenue: the session; an act that the register does not publish is not in the list.
        url: the address of the page of the session.

    Raises:
        PapierImpossible: it has no délibération; or see ``pdf``.
    """
    rows = lignes(tenue)
    if not rows:
        raise PapierImpossible(_SANS_DELIBERATION)
    html = page(
        "liste",
        _cadre(tenue),
        tenue=tenue,
        jour=jour_semaine(tenue.seance.date),
        lignes=rows,
        article="" if tenue.collectivite.type in _SELON_LE_DEPARTEMENT else "L2121-25",
        adresse=courte(url),
        code=code(url),
    )
    return pdf(html, identifiant=f"liste {tenue.adresse}", jour=max(fiche.publicite for fiche in tenue.fiches))


def _cadre(tenue: SeancePubliee) -> Cadre:
    held = f"{tenue.seance.organe}, séance du {jour(tenue.seance.date)}"
    return Cadre(
        titre=f"Liste des délibérations, {held}",
        auteur=tenue.collectivite.nom,
        courant=held,
        mention=tenue.collectivite.nom,
    )
