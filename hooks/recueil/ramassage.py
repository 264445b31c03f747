"""Python's search for cycles, put off: what is read of acts has none, and looking costs a part of the time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def sans_ramassage() -> Iterator[None]:
    """Look for no cycle until the end of some work."""
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
    """Look for cycles again, for drawing pages makes some, but not in what is held now.

    A copy of this process would be given a place of its own for all that is looked through, and a program that ends
    looks through all that it holds.
    """
    gc.freeze()
    gc.enable()
