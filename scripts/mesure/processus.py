"""Runs a program as a person would, and says what it took: time, processor, and the memory of all its processes.

Memory is looked at twenty times a second, less often when looking takes long. It is the sum of the proportional shares
(PSS) of the processes of the session: memory that two share is counted once, where the sum of RSS would count it twice
and the largest RSS would leave the others out. The largest RSS, which the kernel keeps by itself, is said only where
nothing could be looked at: it counts as the program's own what the process that starts it holds.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

_PERIODE = 0.05
_PART_DU_TEMPS = 50
"""A look takes a fiftieth of the time at most."""

_ATTENTE = 0.5
"""Seconds between two looks, at most."""


class Echec(Exception):  # noqa: N818 (the house says faults in French)
    """A program that is measured did not succeed: what it said."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What one run of a program took."""

    secondes: float
    cpu: float
    """Seconds of processor, all processes together."""
    memoire_mo: int


def executer(commande: Sequence[str | Path], dossier: Path, environnement: Mapping[str, str]) -> Passage:
    """Run a program to its end.

    Raises:
        Echec: it failed.
    """
    os.sync()  # what an earlier run left to write is not this one's
    _relire(dossier)
    start = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(  # noqa: S603 (our own commands)
            [str(word) for word in commande],
            cwd=dossier,
            env={**os.environ, **environnement},
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        with _Guet(process.pid) as watched:
            _, status, usage = os.wait4(process.pid, 0)
            elapsed = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise Echec(f"{commande[0]} : code {process.returncode}\n{said.read().decode(errors='replace')[-4000:]}")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    peak = watched.plus_haut // 1024 or usage.ru_maxrss // unit
    return Passage(elapsed, usage.ru_utime + usage.ru_stime, peak)


def _relire(dossier: Path) -> None:
    """Have all the files of a folder in the memory of the system: no disk is measured, for one program or the other."""
    for base, _, names in os.walk(dossier):
        for name in names:
            (Path(base) / name).read_bytes()


class _Guet(threading.Thread):
    """Looks at the memory of a session until its leader ends."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.plus_haut = 0
        """In kB."""
        self._session = session
        self._fini = threading.Event()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._fini.set()
        self.join()

    def run(self) -> None:
        """Look, then wait in proportion to what looking took."""
        pause = _PERIODE
        while not self._fini.wait(pause):
            start = time.perf_counter()
            self.plus_haut = max(self.plus_haut, sum(map(_pss, _processus(self._session))))
            pause = min(_ATTENTE, max(_PERIODE, _PART_DU_TEMPS * (time.perf_counter() - start)))


def _processus(session: int) -> Iterator[Path]:
    """The processes of a session, where the system tells them (Linux)."""
    for path in Path("/proc").glob("[0-9]*"):
        try:
            after_name = (path / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        if after_name[3] == str(session):
            yield path


def _pss(process: Path) -> int:
    """Its share of the memory, in kB; nothing when it has just ended."""
    try:
        told = (process / "smaps_rollup").read_text(encoding="utf-8")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:")), 0)
