"""A poster for the door of the town hall: where the acts are read, in big letters and as a code to scan."""

from datetime import date

from ..collectivite import Collectivite
from ..ecriture import jour
from ..publies import Fiche
from .adresse import courte, morceaux, taille, taille_objet
from .cadre import Cadre, page
from .pdf import pdf
from .qr import code
from .refus import PapierImpossible
from .rubriques import mise_en_ligne

_SANS_JOUR = "Ce document n'a pas de jour de publication : il n'y a pas d'affiche à en faire."


def affiche_registre_pdf(collectivite: Collectivite, *, url: str, jour: date) -> bytes:
    """The poster of the register of an authority.

    Args:
        collectivite: the authority.
        url: the address of its page.
        jour: the day that the file bears, such as that of the newest act.

    Raises:
        PapierImpossible: see ``pdf``.
    """
    title = "Nos actes sont en ligne"
    frame = Cadre(f"{title}, {collectivite.nom}", collectivite.nom, collectivite.nom, collectivite.nom)
    html = page("affiche_registre", frame, titre=title, collectivite=collectivite, **_adresse(url))
    return pdf(html, identifiant=f"affiche {collectivite.cle}/", jour=jour)


def affiche_acte_pdf(fiche: Fiche, *, url: str) -> bytes:
    """The poster of an act.

    Args:
        fiche: a public act.
        url: the address of its page.

    Raises:
        PapierImpossible: it has no day of publication; or see ``pdf``.
    """
    acte, authority = fiche.acte, fiche.collectivite
    if acte.publicite is None:
        raise PapierImpossible(_SANS_JOUR)
    html = page(
        "affiche_acte",
        Cadre(acte.titre, authority.nom, acte.intitule, authority.nom),
        fiche=fiche,
        collectivite=authority,
        sorte=acte.intitule + (f" du {jour(acte.date)}" if acte.date else ""),
        corps=taille_objet(acte.objet),
        en_ligne=mise_en_ligne(acte),
        **_adresse(url),
    )
    return pdf(html, identifiant=f"affiche {fiche.adresse}", jour=acte.publicite)


def _adresse(url: str) -> dict[str, object]:
    """The address as the template writes it and draws it."""
    short = courte(url)
    return {"adresse": short, "morceaux": morceaux(short), "taille": taille(short), "code": code(url)}
