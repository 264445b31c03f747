"""What a mayor or a president may sign and join: the attestation and the certificate, as of the head of the journal."""

from datetime import date, datetime
from functools import partial

from ..journal.absences import absences
from ..journal.inscription import instant
from ..journal.tenu import Journal
from ..pages.journal import MOTIFS
from ..pages.page import Reglages
from ..papier.attestations import Interruption, Publication, attestation_pdf, certificat_pdf
from ..papier.refus import PapierImpossible
from ..publies import Fiche
from ..registre import Registre
from .contenu import Partie, journal_de

_RETIRE = "Le texte et les fichiers de cet acte ont été retirés : il n'est plus en ligne en entier."


def papiers(fiche: Fiche, registre: Registre, reglages: Reglages) -> tuple[tuple[Partie, ...], tuple[str, ...]]:
    """The papers that can be made of an act, and why the others cannot; nothing in them depends on the day of today.

    Raises:
        PasInscrit: the journal does not know the act.
    """
    journal, rang = journal_de(fiche, registre)
    url, life = reglages.url(fiche.adresse), registre.vies.vie(fiche.acte)
    head = _jour(journal.chaine.lignes[-1].inscrit_le, journal)
    wanted = {
        "attestation.pdf": partial(_attestation, fiche, publication(fiche, journal, rang), url),
        "certificat.pdf": partial(certificat_pdf, fiche, jour=head, url=url, devenir=life),
    }
    made, refused = [], []
    for name, make in wanted.items():
        try:
            made.append(Partie(name, make()))
        except PapierImpossible as error:
            refused.append(f"Sans « {name} ». {error}")
    return tuple(made), tuple(refused)


def _attestation(fiche: Fiche, known: Publication, url: str) -> bytes:
    """The attestation of an act whose words and files are online."""
    if fiche.acte.depublie:
        raise PapierImpossible(_RETIRE)
    return attestation_pdf(fiche, known, url=url)


def publication(fiche: Fiche, journal: Journal, rang: int) -> Publication:
    """What the journal knows of an act that is online, up to the last look from outside, or else up to its head."""
    chain, authority = journal.chaine, journal.collectivite
    first, seen, last = chain.lignes[rang - 1], chain.vu(rang), chain.constats[-1] if chain.constats else None
    return Publication(
        rang=rang,
        inscrit_le=first.inscrit_le,
        sceau=first.sceau,
        vu_le=seen.inscrit_le if seen else None,
        site_vu_le=last.inscrit_le if seen and last else None,
        jusqu_au=_jour((last if seen and last else chain.lignes[-1]).inscrit_le, journal),
        interruptions=tuple(
            Interruption(instant(cut.debut), instant(cut.fin) if cut.fin else None, MOTIFS[cut.motif])
            for cut in absences(chain, fiche.adresse, authority)
        ),
    )


def _jour(moment: str, journal: Journal) -> date:
    """The day that it was for the authority, at a moment in UTC."""
    return journal.collectivite.ici(datetime.fromisoformat(moment)).date()
