"""From an act that was read to its files: the act, its session when it is new, its conventions, its PDF unchanged.

An existing ``seance.yml`` is kept as it is: what an act says otherwise is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...noms import cle as cle_nom
from ...parcours import SEANCE
from ...source import Champs, SourceIllisible, read_source
from ..assemblage import Assemblage
from ..contrats.conventions import Convention
from ..demandes import nom
from ..document import Document
from ..faits import Question
from ..lecture.organes import lire_organe
from ..lecture.signataires import lire_auteur
from ..redaction.publication import Propre
from . import fiches
from .entetes import Entete
from .fichiers import Prevu
from .lieux import Lieu

_PERSONNES = frozenset({"presidence", "secretaire"})
_CLES_SEANCE = {"presidence": "president", "presents": "liste_presents", "date": "seance"}


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
    questions: tuple[Question, ...]


def planifier(read: Lu, place: Lieu, seances: dict[Path, Champs]) -> Plan:
    """What importing an act would write.

    Args:
        read: the act.
        place: where it goes.
        seances: the sessions planned by the acts imported before it, to which this one is added.
    """
    kept: list[Path] = []
    asked: list[Question] = []
    files = [*_fichiers(read, place)]
    if place.en_seance:
        path = place.dossier / SEANCE
        head = fiches.seance(read.assemblage, lire_organe(read.document.texte))
        held = seances.get(path) or _lue(path)
        if held is None:
            files.append(Prevu(path, _yaml(head).encode()))
            seances[path] = head.champs()
            asked += _noms_manquants(read.assemblage)
        else:
            kept.append(path)
            asked += _desaccords(head.champs(), held)
    return Plan(tuple(files), tuple(kept), tuple(asked))


def _fichiers(read: Lu, place: Lieu) -> Iterator[Prevu]:
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
        yield Prevu(place.dossier / f"{place.nom}.md", _markdown(head, read.texte.texte))
    for rank, (said, text) in enumerate(read.conventions, start=1):
        joined = read.texte is not None
        name = f"{place.nom}-{'avenant' if said.avenant else 'convention'}{f'-{rank}' * (rank > 1)}"
        head = fiches.convention(read.assemblage, said, document, jointe=joined)
        yield Prevu(place.dossier / f"{name if joined else place.nom}.md", _markdown(head, text.texte))


def _markdown(head: Entete, text: str) -> bytes:
    return f"---\n{_yaml(head)}---\n\n{text}".encode()


def _yaml(head: Entete) -> str:
    return "".join(f"{line}\n" for line in head.lignes())


def _lue(path: Path) -> Champs | None:
    """The session that a folder already has."""
    try:
        return read_source(path, path.parent).champs if path.is_file() else None
    except SourceIllisible:
        return {}


def _noms_manquants(read: Assemblage) -> Iterator[Question]:
    for key, names, stated in fiches.desaccords(read):
        sentence = f"{nom(f'liste_{key}')} : {names} lus, et l'acte en dit {stated} : écrivez-les dans « {SEANCE} »."
        yield Question(f"liste_{key}", sentence)


def _desaccords(said: Champs, held: Champs) -> Iterator[Question]:
    """A question for each thing that the session in the register tells otherwise than this act."""
    for key, value in said.items():
        there = held.get(key)
        if there is not None and _comparable(key, there) != _comparable(key, value):
            label = nom(_CLES_SEANCE.get(key, key))
            sentence = (
                f"{label} : « {SEANCE} » dit « {_dire(there)} », cet acte dit « {_dire(value)} ». "
                f"« {SEANCE} » n'a pas été changé : vérifiez."
            )
            yield Question(_CLES_SEANCE.get(key, key), sentence)


def _comparable(key: str, value: object) -> object:
    """What makes two tellings the same: persons whatever the spelling, lists whatever the order."""
    if isinstance(value, dict):
        return {cle_nom(str(giver)): cle_nom(str(bearer)) for giver, bearer in value.items()}
    if isinstance(value, list):
        return {cle_nom(str(item)) for item in value}
    return cle_nom(str(value)) if key in _PERSONNES else str(value).casefold()


def _dire(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{giver} → {bearer}" for giver, bearer in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
