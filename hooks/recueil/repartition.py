"""Sharing work between the processors of a machine: the same results in the same order, only sooner.

A process that helps starts from nothing (« spawn ») on every system: a fork of a program that has threads, as
``mkdocs serve`` has, may hang. It reads the code again, which takes a third of a second; so nobody is called for
little work, and the process that asks works too.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

_T = TypeVar("_T")
_R = TypeVar("_R")

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
