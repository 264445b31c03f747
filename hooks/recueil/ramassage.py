"""Python's search for cycles, put off: what a build holds has none, and looking costs a part of its time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def sans_ramassage() -> Iterator[None]:
    """Look for no cycle until the end of some work, in the copies of this process neither."""
    active = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if active:
            gc.enable()


def suspendre() -> None:
    """Look for no cycle until ``reprendre``: what an earlier build left is looked through once."""
    gc.unfreeze()
    gc.collect()
    gc.disable()


def reprendre() -> None:
    """Look for cycles again, but not in what is held now: a program that ends would look through all of it first."""
    gc.freeze()
    gc.enable()
