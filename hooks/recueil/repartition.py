"""Sharing work between the processors of a machine: the same results in the same order, only sooner.

``repartir`` starts each helper from nothing (« spawn ») on every system: it reads the code again, which takes a third
of a second, and is sent its share. ``partager`` copies the process that asks (« fork »), which needs none of that, but
hangs a program that has threads, as ``mkdocs serve`` has: it is done only where there are none. Nobody is called for
little work, and the process that asks works too.
"""

import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext
from pathlib import Path
from typing import Any, TypeVar

_T = TypeVar("_T")
_R = TypeVar("_R")

_OCTETS = 4
"""Of a rank."""

_AU_PLUS = 4
"""Processes in all: each takes some 70 MB."""


def repartir(travail: Callable[[_T], _R], parts: Sequence[_T]) -> list[_R]:
    """What a function of a module gives for each part, in the order of the parts.

    Args:
        travail: a pure function, known by its module and name, whose argument and result can be pickled.
        parts: what to give it; a single part is worked on here.
    """
    helpers = min(aides(), len(parts) - 1)
    if helpers < 1:
        return [travail(part) for part in parts]
    try:
        with _importable(), ProcessPoolExecutor(helpers, get_context("spawn")) as pool:
            return _ensemble(travail, parts, [pool.submit(travail, part) for part in parts])
    except (OSError, BrokenProcessPool):  # a system that allows no other process, or a program that is no module
        return [travail(part) for part in parts]


def partager(travail: Callable[[_T], _R], parts: Sequence[_T]) -> list[_R]:
    """What a function gives for each part, in their order; the processes that help know all that this one knows.

    They begin as copies of this one, so that nothing large is sent to them: where a system or a program does not allow
    it safely, the work is done here.

    Args:
        travail: any function, a closure too, whose results can be pickled.
        parts: what to give it, in shares that take a tenth of a second or more.
    """
    helpers = min(aides(), len(parts) - 1) if _copiable() else 0
    if helpers < 1:
        return [travail(part) for part in parts]
    with _rangs(len(parts)) as ranks:
        mine = partial(_a_son_tour, travail, parts, ranks)
        with _engages(get_context("fork"), mine, helpers) as helping:
            found = dict(mine(aide_de=0))
            for answers in helping:
                found.update(_reponse(answers))
    return [found[i] if i in found else travail(part) for i, part in enumerate(parts)]


def _copiable() -> bool:
    """Whether this process may be copied: a copy of one that has threads may wait for ever for one that it lacks."""
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def _rangs(nombre: int) -> Iterator[int]:
    """The ranks of some parts in a file of which processes share the place: each takes the next, none holds a lock."""
    with tempfile.TemporaryFile() as stream:
        stream.write(b"".join(rank.to_bytes(_OCTETS) for rank in range(nombre)))
        stream.flush()
        stream.seek(0)
        yield stream.fileno()


def _a_son_tour(travail: Callable[[_T], _R], parts: Sequence[_T], rangs: int, *, aide_de: int) -> list[tuple[int, _R]]:
    """Work on the next part that nobody has begun, until there is none.

    One that helps leaves a part that fails: whoever asked works on it again, and is told why. It stops when nobody
    waits for it any more.
    """
    done: list[tuple[int, _R]] = []
    while (taken := os.read(rangs, _OCTETS)) and aide_de in {0, os.getppid()}:
        index = int.from_bytes(taken)
        try:
            done.append((index, travail(parts[index])))
        except Exception:
            if not aide_de:
                raise
    return done


@contextmanager
def _engages(fork: ForkContext, travail: Callable[..., object], nombre: int) -> Iterator[list[Connection]]:
    """Copies of this process at work, and where each will answer; none is left behind."""
    pipes = [fork.Pipe(duplex=False) for _ in range(nombre)]
    here = os.getpid()
    copies = [fork.Process(target=_repondre, args=(travail, here, entry), daemon=True) for _, entry in pipes]
    for copy, (_, entry) in zip(copies, pipes, strict=True):
        copy.start()
        entry.close()
    try:
        yield [answers for answers, _ in pipes]
    finally:
        for copy in copies:
            copy.terminate()
            copy.join()


def _repondre(travail: Callable[..., object], demandeur: int, entree: Connection) -> None:
    entree.send(travail(aide_de=demandeur))


def _reponse(reponses: Connection) -> list[tuple[int, Any]]:
    """What a copy found; nothing when it was stopped, and its parts are worked on here."""
    try:
        found: list[tuple[int, Any]] = reponses.recv()
    except (EOFError, OSError):
        return []
    return found


def aides() -> int:
    """How many processes may help this one on this machine."""
    return min(os.cpu_count() or 1, _AU_PLUS) - 1


def _ensemble(travail: Callable[[_T], _R], parts: Sequence[_T], asked: Sequence[Future[_R]]) -> list[_R]:
    """Work from the end on whatever no helper has begun, while they work from the beginning."""
    here = {i: travail(parts[i]) for i in reversed(range(len(parts))) if asked[i].cancel()}
    return [here[i] if i in here else future.result() for i, future in enumerate(asked)]


@contextmanager
def _importable() -> Iterator[None]:
    """Let helpers find this package: MkDocs forgets the folder of a hook once it is loaded."""
    folder, before = str(Path(__file__).resolve().parent.parent), list(sys.path)
    sys.path.insert(0, folder)
    try:
        yield
    finally:
        sys.path[:] = before
