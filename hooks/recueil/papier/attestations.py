"""What a mayor or a president signs of an act: that it was online (CE 5 February 2014), that it is executory."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ..acte import Acte
from ..collectivite import Collectivite
from ..ecriture import jour
from ..nomenclature import Regime
from ..publies import Fiche
from .cadre import page
from .certificat import certificat_pdf
from .instants import local, moment
from .lettre import cadre, commun
from .pdf import pdf
from .refus import PapierImpossible

__all__ = ["Interruption", "Publication", "attestation_pdf", "certificat_pdf"]

_SANS_MISE_EN_LIGNE = "L'acte ne dit pas quel jour il a été mis en ligne : l'attestation ne peut pas être établie."
_SUR_PAPIER = "Cet acte a été publié sur papier : sa date de publication n'est pas celle d'une mise en ligne."
_TROP_TOT = "L'attestation ne peut pas s'arrêter le {0}, avant la mise en ligne du {1}."


class Interruption(NamedTuple):
    """A time when the act was not online; moments in ISO 8601, UTC."""

    du: str
    au: str | None
    """When it was seen again; None as long as it was not."""
    motif: str


@dataclass(frozen=True, slots=True)
class Publication:
    """What the journal and the probe know of an act that is online; moments in ISO 8601, UTC, to the second."""

    rang: int
    """The rank of its first line in the journal."""
    inscrit_le: str
    sceau: str
    """The SHA-256 of that line, in hexadecimal."""
    vu_le: str | None
    """The first moment when the look from outside had seen it online."""
    revu_le: str | None
    """The last moment when it read this act."""
    jusqu_au: date
    """The day up to which its presence online is certified."""
    interruptions: tuple[Interruption, ...] = ()
    """When it was not, oldest first."""
    fichiers: tuple[tuple[str, date], ...] = ()
    """SHA-256 of each file of today, and the day on which the journal first told it."""


def attestation_pdf(fiche: Fiche, publication: Publication, *, url: str) -> bytes:
    """The attestation that an act was online, for the mayor or the president to sign.

    Args:
        fiche: a public act.
        publication: what the journal and the probe know of it.
        url: the address of its page.

    Raises:
        PapierImpossible: its file gives no day on which it went online, or a later one; or see ``pdf``.
    """
    online = _en_ligne(fiche.acte, publication.jusqu_au)
    html = page(
        "attestation",
        cadre("Attestation de publication", fiche),
        **commun(fiche, url),
        du=jour(online),
        au=jour(publication.jusqu_au),
        sceau=publication.sceau,
        constats=tuple(_constats(fiche.collectivite, publication, online)),
        interruptions=tuple(_interruptions(fiche.collectivite, publication)),
        depuis={digest: jour(day) for digest, day in publication.fichiers},
        absentes=tuple(annexe.titre for annexe in fiche.acte.annexes if annexe.non_publiee),
    )
    return pdf(html, identifiant=f"attestation {fiche.adresse}", jour=publication.jusqu_au)


def _en_ligne(acte: Acte, end: date) -> date:
    """The day on which an act went online."""
    if acte.publie_le is None:
        raise PapierImpossible(_SANS_MISE_EN_LIGNE)
    if acte.regime is Regime.PAPIER:
        raise PapierImpossible(_SUR_PAPIER)
    if end < acte.publie_le:
        raise PapierImpossible(_TROP_TOT.format(jour(end), jour(acte.publie_le)))
    return acte.publie_le


def _constats(collectivite: Collectivite, known: Publication, online: date) -> Iterator[str]:
    """What the register found by itself, which the signer does not have to take on trust."""
    written = local(known.inscrit_le, collectivite).date()
    yield f"Inscrit au journal des mises en ligne le {moment(known.inscrit_le, collectivite)}, ligne {known.rang}."
    if written > online:
        yield (
            f"La mise en ligne du {jour(online)} est déclarée par la collectivité : "
            f"le journal la constate depuis le {jour(written)}."
        )
    if known.vu_le:
        yield f"Vu en ligne, conforme au journal, depuis l'extérieur, le {moment(known.vu_le, collectivite)}."
    else:
        yield "L'acte n'a pas encore été vu en ligne depuis l'extérieur."
    if known.revu_le and known.revu_le != known.vu_le:
        yield f"Revu en ligne, conforme au journal, pour la dernière fois le {moment(known.revu_le, collectivite)}."


def _interruptions(collectivite: Collectivite, known: Publication) -> Iterator[str]:
    for one in known.interruptions:
        start = moment(one.du, collectivite)
        lasted = f"Du {start} au {moment(one.au, collectivite)}" if one.au else f"Depuis le {start}, sans être revu"
        yield f"{lasted} : {one.motif}."
