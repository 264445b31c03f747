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
    """The files of the act itself."""
    document = f"{place.nom}.pdf" if read.source else ""
    if read.source:
        yield Prevu(place.dossier / document, read.source)
    if read.texte:
        author = lire_auteur(read.assemblage.valeurs.get("signataire"), read.document)
        joined_files = tuple(f"{place.nom}-annexe-{rank}.pdf" for rank, _ in enumerate(read.annexes, start=1))
        for name, path in zip(joined_files, read.annexes, strict=True):
            yield Prevu(place.dossier / name, path)
        head = fiches.acte(read.assemblage, author, document, joined_files, dans_sa_seance=place.en_seance)
        yield Prevu(place.dossier / f"{place.nom}.md", _markdown(head, read.texte.texte, publie=publie))
    for rank, (said, text) in enumerate(read.conventions, start=1):
        joined = read.texte is not None
        name = f"{place.nom}-{'avenant' if said.avenant else 'convention'}{f'-{rank}' * (rank > 1)}"
        head = fiches.convention(read.assemblage, said, document, jointe=joined)
        yield Prevu(place.dossier / f"{name if joined else place.nom}.md", _markdown(head, text.texte, publie=publie))


def _markdown(head: Entete, text: str, *, publie: bool) -> bytes:
    written = head if publie else head.sans(*PUBLICATION)
    lines = "".join(f"{line}\n" for line in written.lignes())
    return f"---\n{lines}---\n\n{text}".encode()
