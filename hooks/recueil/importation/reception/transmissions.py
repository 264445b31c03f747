"""Why: a transmission is several files (message, act, annexes, receipt); here, which go together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..faits import Fait, Question
from ..refus import RefusError
from .actes_xml import OCTETS_MAX, Message, NomActes, est_enveloppe, lire_message, lire_nom
from .archives import Fichier


@dataclass(frozen=True, slots=True)
class Pli:
    """One act: its file, what its messages say, its annexes."""

    nom: str
    acte: Fichier | None
    faits: tuple[Fait, ...] = ()
    annexes: tuple[Fichier, ...] = ()
    questions: tuple[Question, ...] = ()
    messages: tuple[Fichier, ...] = ()

    @property
    def origines(self) -> tuple[Path, ...]:
        """What the clerk gave and all of it comes from."""
        files = (*([self.acte] if self.acte else []), *self.messages, *self.annexes)
        return tuple(dict.fromkeys(file.donne for file in files))


@dataclass(frozen=True, slots=True)
class Recu:
    """A message, the name that it is told by, and the files that say it: the act and its receipt are one."""

    nom: str
    message: Message
    fichiers: tuple[Fichier, ...]


@dataclass(frozen=True, slots=True)
class Rangement:
    """The acts of a lot, and the files refused, each with its sentence."""

    plis: tuple[Pli, ...]
    refus: tuple[tuple[Fichier, str], ...] = ()


def ranger(files: Sequence[Fichier], xml: Sequence[Fichier]) -> Rangement:
    """Put together the files of each act; a file that nothing claims is an act by itself."""
    messages, refused = _messages(xml)
    others = [f for f in files if f not in xml]
    said = [_pli(received, others, seul=len(messages) == 1) for received in messages]
    taken = {f for pli in said for f in (pli.acte, *pli.annexes) if f}
    return Rangement((*said, *_par_nom([f for f in others if f not in taken])), tuple(refused))


def _messages(xml: Sequence[Fichier]) -> tuple[list[Recu], list[tuple[Fichier, str]]]:
    """The messages, the act and its receipt made one, and what is refused; an envelope says nothing."""
    found: dict[str, Recu] = {}
    refused: list[tuple[Fichier, str]] = []
    for file in xml:
        try:
            message = _lire(file)
        except RefusError as error:
            refused.append((file, str(error)))
            continue
        if message is not None:
            key, new = message.acte or message.id or file.nom, Recu(file.nom, message, (file,))
            found[key] = _ajouter(found[key], new) if key in found else new
    return list(found.values()), refused


def _ajouter(first: Recu, second: Recu) -> Recu:
    return Recu(first.nom, _reunir(first.message, second.message), (*first.fichiers, *second.fichiers))


def _lire(file: Fichier) -> Message | None:
    """The message of a file; nothing for an envelope."""
    with file.chemin.open("rb") as opened:
        content = opened.read(OCTETS_MAX + 1)
    return None if est_enveloppe(content) else lire_message(content)


def _reunir(first: Message, second: Message) -> Message:
    """Two messages on one act: the facts of both, each said once."""
    known = {(fact.cle, fact.valeur) for fact in first.faits}
    added = tuple(fact for fact in second.faits if (fact.cle, fact.valeur) not in known)
    asked = (*first.questions, *(q for q in second.questions if q not in first.questions))
    return replace(first, faits=(*first.faits, *added), id=first.id or second.id, questions=asked)


def _pli(received: Recu, files: Sequence[Fichier], *, seul: bool) -> Pli:
    """The files that a message names, by the name in full or by the identifier and the rank in it."""
    message = received.message
    acte = next((f for f in files if f.nom == message.acte), None) or _du_rang(message, files, seul=seul)
    named = {(name.id, name.rang) for a in message.annexes if (name := lire_nom(a))}
    annexes = tuple(f for f in files if f.nom in message.annexes or _cle(lire_nom(f.nom)) in named)
    told = acte.nom if acte else received.nom
    return Pli(told, acte, message.faits, annexes, message.questions, received.fichiers)


def _du_rang(message: Message, files: Sequence[Fichier], *, seul: bool) -> Fichier | None:
    """The file of rank 1 of the identifier; or, when one file came with one message, that file."""
    for file in files:
        if message.id and _cle(lire_nom(file.nom)) == (message.id, 1):
            return file
    return files[0] if seul and len(files) == 1 and lire_nom(files[0].nom) is None else None


def _cle(name: NomActes | None) -> tuple[str, int] | None:
    return (name.id, name.rang) if name else None


def _par_nom(files: Iterable[Fichier]) -> Iterator[Pli]:
    """Files without a message: those whose names bear one identifier are one act and its annexes."""
    groups: dict[str, list[Fichier]] = {}
    for file in files:
        name = lire_nom(file.nom)
        groups.setdefault(name.id if name else str(file.chemin), []).append(file)
    for group in groups.values():
        ranked = sorted(group, key=_rang)
        if _rang(ranked[0]) <= 1:
            yield Pli(ranked[0].nom, ranked[0], annexes=tuple(ranked[1:]))
        else:
            yield from (Pli(file.nom, file) for file in ranked)


def _rang(file: Fichier) -> int:
    name = lire_nom(file.nom)
    return name.rang if name else 1
