"""Puts a few bytes in the place of as many others in a served page: each act that is recorded changes all the footers.

The system writes what lies in one block at once, as it renames a file at once: who reads the page sees the one or the
other. What this cannot promise of is written again whole (``retouche`` gives None).
"""

import os
import stat
from dataclasses import dataclass
from functools import lru_cache

_BLOC = 4096
"""Bytes that the system writes together."""


@dataclass(frozen=True, slots=True)
class Retouche:
    """What is to be written, and where, in a file that nothing has touched."""

    debut: int
    """The first byte that changes, from 0."""
    octets: bytes
    trace: str
    """What the system said of the file before it was read."""


def dit(said: os.stat_result) -> str:
    """What the system says of a file: its moments, its size, its place on the disk; whatever touches it changes one."""
    return f"{said.st_mtime_ns} {said.st_ctime_ns} {said.st_size} {said.st_ino}"


def trace_seule(path: str) -> str:
    """What is said of a file that has this name alone; nothing of another, which is not ours to retouch."""
    if os.name == "nt":
        return ""
    try:
        said = os.lstat(path)
    except OSError:
        return ""
    return dit(said) if stat.S_ISREG(said.st_mode) and said.st_nlink == 1 else ""


def retouche(page: bytes, avant: bytes, apres: bytes, trace: str) -> Retouche | None:
    """What makes of a page that ends with some bytes one that ends with others; None when it is not done in place.

    Args:
        page: its bytes, as they are served.
        avant: what it bears, once.
        apres: what it is to bear instead.
        trace: what the system said of it before it was read.
    """
    start, end = _ecart(avant, apres)
    place = page.rfind(avant) + start
    last = place + end - start - 1
    if not trace or len(avant) != len(apres) or place < start or place // _BLOC != last // _BLOC:
        return None
    return Retouche(place, apres[start:end], trace)


def retoucher(path: str, retouche: Retouche) -> bool:
    """Write it, unless something touched the file meanwhile; whether it is done."""
    try:
        handle = os.open(path, os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return False
    try:
        intact = dit(os.fstat(handle)) == retouche.trace
        return intact and os.pwrite(handle, retouche.octets, retouche.debut) == len(retouche.octets)
    finally:
        os.close(handle)


@lru_cache(maxsize=256)
def _ecart(avant: bytes, apres: bytes) -> tuple[int, int]:
    """From which byte to which two texts differ."""
    others = [rank for rank, (old, new) in enumerate(zip(avant, apres, strict=False)) if old != new]
    return (others[0], others[-1] + 1) if others else (0, 0)
