"""From an act that was read to its files: the act, its session when it is new, its conventions, its PDF unchanged.

A draft never asks to be published: neither the act whose day was not read, nor the one that concerns a person.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...parcours import SEANCE
from ..assemblage import Assemblage
from ..contrats.conventions import Convention
from ..document import Document
from ..faits import Question
from ..lecture.organes import lire_organe
from ..lecture.signataires import lire_auteur
from ..redaction.publication import Propre
from ..redaction.retraits import Retrait
from . import fiches
from .entetes import Entete
from .fichiers import Prevu
from .lieux import Lieu
from .seances import Apport, Seances, apporter

PUBLICATION = ("affiche_le", "publie_le")
"""The keys by which an act asks to be published."""


@dataclass(frozen=True, slots=True)
class Lu:
    """An act that was read: what the files are made of."""

    assemblage: Assemblage
    document: Document
    texte: Propre | None
    """The text of the act; none when the document is a convention alone."""
    conventions: tuple[tuple[Convention, Propre], ...] = ()
    source: Path | None = None
    """The PDF to keep beside the act."""
    annexes: tuple[Path, ...] = ()
    """The PDF that were sent with it, in their order."""
    retraits: tuple[Retrait, ...] = ()
    """What was taken out of its values."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The files to write, and what remains to be asked."""

    prevus: tuple[Prevu, ...]
    gardes: tuple[Path, ...]
    """Files that exist and are kept."""
    apport: Apport | None = None
    """What the act brings to its session."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked of the session."""
        return self.apport.questions if self.apport else ()


def planifier(read: Lu, place: Lieu, seances: Seances, *, brouillon: bool = False) -> Plan:
    """What importing an act would write.

    Args:
        read: the act.
        place: where it goes.
        seances: the sessions planned by the acts imported before it, to which this one is added.
        brouillon: whether it must not ask to be published, whatever its stamps say.
    """
    files = [*_fichiers(read, place, publie=not (brouillon or place.sans_date))]
    if not place.en_seance:
        return Plan(tuple(files), ())
    path = place.dossier / SEANCE
    head = fiches.seance(read.assemblage, lire_organe(read.document.texte), place.jour)
    brought = apporter(read.assemblage, head, path, seances)
    if brought.prevu:
        return Plan((*files, brought.prevu), (), brought)
    return Plan(tuple(files), (path,), brought)


def _fichiers(read: Lu, place: Lieu, *, publie: bool) -> Iterator[Prevu]:
    """The files of the act itself; its annexes go with it, or with the first convention of a document that has none."""
    document = f"{place.nom}.pdf" if read.source else ""
    if read.source:
        yield Prevu(place.dossier / document, read.source)
    annexes = tuple(f"{place.nom}-annexe-{rank}.pdf" for rank, _ in enumerate(read.annexes, start=1))
    for name, path in zip(annexes, read.annexes, strict=True):
        yield Prevu(place.dossier / name, path)
    if read.texte:
        author = lire_auteur(read.assemblage.valeurs.get("signataire"), read.document)
        head = fiches.acte(read.assemblage, author, document, annexes, dans_sa_seance=place.en_seance)
        yield Prevu(place.dossier / f"{place.nom}.md", _markdown(head, read.texte.texte, publie=publie))
    joined = read.texte is not None
    for rank, (said, text) in enumerate(read.conventions, start=1):
        own = annexes if rank == 1 and not joined else ()
        head = fiches.convention(read.assemblage, said, document, own, jointe=joined)
        name = _nom_convention(place.nom, said, rank, jointe=joined)
        yield Prevu(place.dossier / f"{name}.md", _markdown(head, text.texte, publie=publie))


def _nom_convention(nom: str, said: Convention, rank: int, *, jointe: bool) -> str:
    """What the file of a convention is called: after its act, or after the document that it is; then its rank."""
    kind = f"-{'avenant' if said.avenant else 'convention'}" * jointe
    return f"{nom}{kind}{f'-{rank}' * (rank > 1)}"


def _markdown(head: Entete, text: str, *, publie: bool) -> bytes:
    written = head if publie else head.sans(*PUBLICATION)
    lines = "".join(f"{line}\n" for line in written.lignes())
    return f"---\n{lines}---\n\n{text}".encode()
