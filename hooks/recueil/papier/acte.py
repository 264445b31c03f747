"""The PDF of an act that has none: the text of the act, with what R2131-1 asks a published act to bear."""

from datetime import date
from textwrap import shorten

from ..ecriture import jour
from ..publies import Fiche
from .cadre import Cadre, page
from .formules import lineaires
from .pdf import DONNEES, pdf
from .piece import Piece
from .refus import PapierImpossible
from .rubriques import mise_en_ligne, rubriques

MENTION = "PDF établi par le registre à partir du texte de l'acte"
"""On the first page and at the foot of each: it is not what the author signed."""

_COURANT_MAX = 95
"""Letters that hold on the line at the top of a page."""

_SANS_JOUR = "Ce document n'a pas de jour de publication : le registre n'en fait pas un PDF."
_SANS_TEXTE = "Le registre n'a pas le texte de cet acte : il ne peut pas en faire un PDF."


def acte_pdf(fiche: Fiche, donnees: bytes, *, etabli_le: date | None = None, url: str = "") -> bytes:
    """The PDF of an act, from the HTML of its page.

    Args:
        fiche: a public act, with its text.
        donnees: its data as JSON, attached as they are.
        etabli_le: the day on which the paper is made, when it is not that of the publication.
        url: the address of its page, to be printed.

    Raises:
        PapierImpossible: it has no day of publication, or no text; or see ``pdf``.
    """
    day = _jour(fiche)
    html = page(
        "acte",
        _cadre(fiche),
        fiche=fiche,
        en_ligne=mise_en_ligne(fiche.acte),
        etabli_le=jour(etabli_le) if etabli_le and etabli_le != day else "",
        rubriques=tuple(rubriques(fiche)),
        texte=lineaires(fiche.rendu().html),
        url=url,
    )
    joined = Piece(DONNEES, donnees, "Données de l'acte, pour les programmes")
    return pdf(html, identifiant=fiche.adresse, jour=day, pieces=(joined,))


def _jour(fiche: Fiche) -> date:
    """The day of the file: that of its publication."""
    if fiche.acte.publicite is None:
        raise PapierImpossible(_SANS_JOUR)
    if not fiche.acte.texte.strip():
        raise PapierImpossible(_SANS_TEXTE)
    return fiche.acte.publicite


def _cadre(fiche: Fiche) -> Cadre:
    acte, author = fiche.acte, fiche.acte.auteur
    return Cadre(
        titre=acte.titre,
        auteur=f"{author}, {author.qualite}" if author else fiche.collectivite.nom,
        courant=shorten(f"{fiche.collectivite.nom_court}, {acte.titre}", _COURANT_MAX, placeholder="…"),
        mention=MENTION,
    )
