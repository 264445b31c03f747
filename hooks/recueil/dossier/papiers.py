"""What a mayor or a president may sign and join: the attestation and the certificate, as of the head of the journal."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial

from ..collectivite import Collectivite
from ..journal.absences import absences
from ..journal.chaine import Chaine
from ..journal.inscription import instant
from ..journal.ligne import Mouvement
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
    first, seen, last = chain.lignes[rang - 1], chain.vu(rang), chain.vu_la_derniere_fois(fiche.adresse)
    return Publication(
        rang=rang,
        inscrit_le=first.inscrit_le,
        sceau=first.sceau,
        vu_le=seen.inscrit_le if seen else None,
        revu_le=last.inscrit_le if last else None,
        jusqu_au=_jour((last or chain.lignes[-1]).inscrit_le, journal),
        fichiers=tuple(_fichiers(chain, fiche, journal)),
        interruptions=tuple(sorted((*_coupures(chain, fiche, authority), *_retraits(chain.par_acte[fiche.adresse])))),
    )


def _coupures(chain: Chaine, fiche: Fiche, authority: Collectivite) -> Iterator[Interruption]:
    """When the act was not seen."""
    for cut in absences(chain, fiche.adresse, authority):
        yield Interruption(instant(cut.debut), instant(cut.fin) if cut.fin else None, MOTIFS[cut.motif])


def _retraits(lines: Sequence[Mouvement]) -> Iterator[Interruption]:
    """When its words and its files were taken away."""
    gone = ""
    for line in lines:
        if line.evenement == "retire":
            gone = line.inscrit_le
        elif gone:
            yield Interruption(gone, line.inscrit_le, "texte et fichiers retirés par la collectivité")
            gone = ""


def _fichiers(chain: Chaine, fiche: Fiche, journal: Journal) -> Iterator[tuple[str, date]]:
    """The fingerprint of each file of today, and the day on which the journal first told it."""
    served = chain.servis(fiche.adresse)
    for file in fiche.fichiers:
        _, line = served[file.empreinte.sha256]
        yield file.empreinte.sha256, _jour(line.inscrit_le, journal)


def _jour(moment: str, journal: Journal) -> date:
    """The day that it was for the authority, at a moment in UTC."""
    return journal.collectivite.ici(datetime.fromisoformat(moment)).date()
