"""The session of an act: made by the first, completed by the next ones where it says nothing, never changed.

What is asked of a session is asked once, not for each of its acts.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from ...noms import cle as cle_nom
from ...parcours import SEANCE
from ...source import Champs
from ..assemblage import Assemblage
from ..demandes import nom
from ..faits import Question
from . import fiches
from .differences import relire
from .entetes import Entete, entete
from .fichiers import Prevu

_PERSONNES = frozenset({"presidence", "secretaire"})
_LISTES = ("presents", "excuses", "absents", "pouvoirs")
_CLES = {"presidence": "president", "date": "seance"} | {key: f"liste_{key}" for key in _LISTES}
"""The keys of a session that have another name where they are read."""


@dataclass(frozen=True, slots=True)
class Tenue:
    """A session, as its file says or will say it."""

    chemin: Path
    contenu: bytes
    champs: Champs
    nouvelle: bool = False
    """Whether an act of this import makes it."""
    posees: frozenset[str] = frozenset()
    """What was already asked of it."""


@dataclass(slots=True)
class Seances:
    """The sessions that the acts imported so far have made, completed or asked of."""

    tenues: dict[Path, Tenue] = field(default_factory=dict)

    def tenue(self, path: Path) -> Tenue | None:
        """A session, when it exists or is about to."""
        if path in self.tenues or not path.is_file():
            return self.tenues.get(path)
        content = path.read_bytes()
        source = relire(SEANCE, content)
        return Tenue(path, content, source.champs if source else {})

    def retenir(self, tenue: Tenue | None) -> None:
        """An act was written, or would be: its session is known to the next ones."""
        if tenue:
            self.tenues[tenue.chemin] = tenue


@dataclass(frozen=True, slots=True)
class Apport:
    """What an act brings to its session."""

    tenue: Tenue
    prevu: Prevu | None
    """The file to write; none when it stays as it is."""
    questions: tuple[Question, ...]
    sues: frozenset[str]
    """The keys that need not be asked of the act: the session says them, or another act asked."""


def apporter(read: Assemblage, head: Entete, path: Path, seances: Seances) -> Apport:
    """What an act brings to its session."""
    held = seances.tenue(path)
    if held is None:
        place_to_date = "" if "date" in head.champs() else "date:\n"
        content = (place_to_date + "".join(f"{line}\n" for line in head.lignes())).encode()
        new = Tenue(path, content, head.champs(), nouvelle=True)
        return _apport(new, Prevu(path, content), [*_noms_manquants(read)], read)
    full = _completee(head, held)
    asked = [*_desaccords(head.champs(), held.champs)]
    return _apport(full, Prevu(path, full.contenu, complete=True) if full is not held else None, asked, read)


def _apport(tenue: Tenue, prevu: Prevu | None, asked: Iterable[Question], read: Assemblage) -> Apport:
    """The same, each question asked once a session."""
    fresh = tuple(question for question in asked if question.texte not in tenue.posees)
    said = {_CLES.get(key, key) for key in tenue.champs}
    missing = {q.cle for q in read.questions if q.preuve is None and q.cle in _DE_SEANCE}
    known = frozenset(key for key in missing if key in said or key in tenue.posees)
    told = tenue.posees | missing | {question.texte for question in fresh}
    return Apport(replace(tenue, posees=frozenset(told)), prevu, fresh, known)


_DE_SEANCE = frozenset({"convocation", "membres_en_exercice", "president", "secretaire"} | {*_CLES.values()}) - {
    "seance"
}
"""What is asked of an act and belongs to its session."""


def _completee(head: Entete, held: Tenue) -> Tenue:
    """The session with what this act says and it does not; the same object when there is nothing to add."""
    added = [(key, value) for key, value in head.rubriques if value and key not in held.champs]
    if not held.champs or not (added := [pair for pair in added if not _contredit(pair[0], head, held.champs)]):
        return held
    block = entete(*added)
    end = b"" if held.contenu.endswith(b"\n") else b"\n"
    content = held.contenu + end + "".join(f"{line}\n" for line in block.lignes()).encode()
    read = relire(SEANCE, content)
    if read is None or read.champs != held.champs | block.champs():
        return held
    return replace(held, contenu=content, champs=read.champs)


def _contredit(key: str, head: Entete, held: Champs) -> bool:
    """Whether a list of names holds somebody whom the session already counts elsewhere."""
    if key not in _LISTES:
        return False
    there = {cle_nom(name) for other in _LISTES for name in _noms(held.get(other))}
    return any(cle_nom(name) in there for name in _noms(head.champs().get(key)))


def _noms(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list | dict) else []


def _noms_manquants(read: Assemblage) -> Iterator[Question]:
    for key, names, stated in fiches.desaccords(read):
        sentence = f"{nom(f'liste_{key}')} : {names} lus, et l'acte en dit {stated} : écrivez-les dans « {SEANCE} »."
        yield Question(f"liste_{key}", sentence)


def _desaccords(said: Champs, held: Champs) -> Iterator[Question]:
    """A question for each thing that the session in the register tells otherwise than this act."""
    for key, value in said.items():
        there = held.get(key)
        if there is not None and _comparable(key, there) != _comparable(key, value):
            label = nom(_CLES.get(key, key))
            sentence = (
                f"{label} : « {SEANCE} » dit « {_dire(there)} », cet acte dit « {_dire(value)} ». "
                f"« {SEANCE} » n'a pas été changé : vérifiez."
            )
            yield Question(_CLES.get(key, key), sentence)


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
