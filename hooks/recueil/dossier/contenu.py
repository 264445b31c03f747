"""The parts of a dossier: what the site serves for an act, and what its journal says from its first line on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .. import donnees
from ..empreinte import SOMMES, sceau
from ..journal.ligne import Ligne, en_octets
from ..journal.temoins import TEMOINS
from ..journal.tenu import Journal
from ..jumeau import jumeau
from ..pages.page import Reglages
from ..publies import Fiche
from ..registre import Registre
from .gabarits import LISEZ_MOI, VERIFICATEUR, lisez_moi, verificateur
from .temoins import utiles

ACTE = "acte"
"""The folder of what the site serves for the act."""


class PasInscrit(Exception):  # noqa: N818 (the name says what a person is told)
    """The journal does not know the act: nothing can be proved of it."""


@dataclass(frozen=True, slots=True)
class Partie:
    """A file of a dossier, under its name in it."""

    nom: str
    octets: bytes


def nom(fiche: Fiche) -> str:
    """The name of a dossier: ``dossier-scota-2026-607.zip``."""
    return f"dossier-{fiche.adresse.strip('/').replace('/', '-')}.zip"


def journal_de(fiche: Fiche, registre: Registre) -> tuple[Journal, int]:
    """The journal that tells of an act, and the rank of the first line that does.

    Raises:
        PasInscrit: none does.
    """
    lines, journal = registre.inscriptions(fiche), registre.journal(fiche.collectivite)
    if not (lines and journal):
        raise PasInscrit(fiche.adresse)
    return journal, lines[0].rang


def parties(fiche: Fiche, registre: Registre, reglages: Reglages, papiers: Iterable[Partie] = ()) -> tuple[Partie, ...]:
    """The parts of the dossier of an act, in the order in which they are put together.

    Args:
        fiche: the act.
        registre: the whole register, which its data name.
        reglages: those of the site that serves it.
        papiers: what its author may sign, such as an attestation.

    Raises:
        PasInscrit: the journal does not know the act.
    """
    journal, rang = journal_de(fiche, registre)
    twin = donnees.acte_json(jumeau(fiche, registre, reglages)).encode()
    found = (
        Partie(LISEZ_MOI, lisez_moi(reglages.site_url)),
        Partie(VERIFICATEUR, verificateur()),
        *papiers,
        Partie(f"{ACTE}/donnees.json", twin),
        *(Partie(f"{ACTE}/{f.adresse.rpartition('/')[2]}", f.chemin.read_bytes()) for f in fiche.servis),
        *_journal(journal.chaine.lignes, rang),
        *(Partie(f"{TEMOINS}/{path.name}", path.read_bytes()) for path in utiles(journal, rang)),
    )
    return (*found, Partie(SOMMES, sommes(found)))


def _journal(lignes: tuple[Ligne, ...], rang: int) -> Iterator[Partie]:
    """The lines from a rank to the head, and apart the first of all, which says whose journal it is."""
    if rang > 1:
        yield Partie("journal-debut.jsonl", _octets(lignes[:1]))
    yield Partie("journal.jsonl", _octets(lignes[rang - 1 :]))


def _octets(lignes: Iterable[Ligne]) -> bytes:
    return en_octets(lignes)


def sommes(parties: Iterable[Partie]) -> bytes:
    """The fingerprints of parts, as ``sha256sum --check`` reads them."""
    return "".join(f"{sceau(one.octets)}  {one.nom}\n" for one in parties).encode()
