"""What each folder says by itself: read and examined wherever there is a processor for it, or kept since last time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from .acte import Acte
from .anomalie import Anomalie
from .controles import examiner
from .journal.etat_scelle import Exposition, exposition
from .lecture import Lecture, lire
from .lectures import Lectures, origines
from .parcours import Dossier
from .ramassage import sans_ramassage
from .repartition import repartir
from .reserve import Reserve

_SEUL = 500
"""As many acts are read here in less time than another process takes to start."""

_PAR_PART = 100


@dataclass(frozen=True, slots=True)
class Depouille:
    """A folder: its acts, drafts included, and what is known of each whatever the others say."""

    lecture: Lecture
    examens: tuple[tuple[Anomalie, ...], ...]
    """For each act, what its own rules find."""
    expositions: tuple[Exposition, ...]
    """Of the acts that are public and have all their files."""


def depouiller(dossiers: Sequence[Dossier], reserve: Reserve | None = None) -> list[Depouille]:
    """Read and examine folders.

    Args:
        dossiers: the folders.
        reserve: where what was read is kept: what did not change is not read again.
    """
    kept = Lectures(reserve, origines(dossiers)) if reserve else None
    known = {one.chemin: read for one in dossiers if kept and isinstance(read := kept.reprendre(one), Depouille)}
    missing = [one for one in dossiers if one.chemin not in known]
    for one, read in zip(missing, chain.from_iterable(repartir(_lire, [*_parts(missing)])), strict=True):
        known[one.chemin] = read
        if kept:
            kept.garder(one, read)
    if kept:
        kept.oublier(sauf=dossiers)
    return [known[one.chemin] for one in dossiers]


def _lire(dossiers: Sequence[Dossier]) -> list[Depouille]:
    with sans_ramassage():
        return [_depouille(lire([one])) for one in dossiers]


def _depouille(lecture: Lecture) -> Depouille:
    shown = tuple(exposition(acte) for acte in lecture.actes if acte.public and _entier(acte))
    return Depouille(lecture, tuple(map(examiner, lecture.actes)), shown)


def _entier(acte: Acte) -> bool:
    """Whether the files that it names are there; those that are not are told by a rule."""
    names = [name for name, _ in acte.fichiers] + [old.fichier for old in acte.fichiers_remplaces if old.fichier]
    return all((acte.dossier / name).is_file() for name in names)


def _parts(dossiers: Sequence[Dossier]) -> Iterator[tuple[Dossier, ...]]:
    """Folders by groups of some hundreds of files; a register of less is not divided."""
    group: list[Dossier] = []
    divided = sum(len(d.fichiers) for d in dossiers) > _SEUL
    for dossier in dossiers:
        group.append(dossier)
        if divided and sum(len(d.fichiers) for d in group) >= _PAR_PART:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)
