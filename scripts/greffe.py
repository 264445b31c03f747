"""What the programs that write have in common: one at a time, files whole or not at all, journals that only grow."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, time
from pathlib import Path

if sys.platform != "win32":
    import fcntl

from recueil.journal.chaine import Chaine
from recueil.journal.inscription import instant
from recueil.journal.ligne import Ligne, en_octets
from recueil.journal.tenu import lire

_EN_RETARD = "L'horloge est en retard : le journal a une ligne du {0}. Rien n'a été écrit."


class Refus(Exception):  # noqa: N818 (the name says what a person is told)
    """The work cannot be done; its text, in French, says why."""


@contextmanager
def seul(acts: Path) -> Iterator[None]:
    """Wait until no other run on this machine writes to this folder; a crash releases it."""
    if sys.platform == "win32":
        yield
        return
    folder = os.open(acts, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def moment(le: str) -> datetime:
    """The moment: that of the clock, or one of the past that the tests ask.

    Raises:
        Refus: it is not a date, or it is still to come.
    """
    now = datetime.now(UTC)
    if not le:
        return now
    try:
        read = datetime.fromisoformat(le)
    except (ValueError, OverflowError) as error:
        raise Refus(f"« {le} » n'est pas une date : écrivez 2026-05-27, ou 2026-05-27T10:00:00+02:00.") from error
    if len(le) == len(date.min.isoformat()):
        read = datetime.combine(read.date(), time(12), UTC)
    asked = read if read.tzinfo else read.replace(tzinfo=UTC)
    if asked > now:
        raise Refus(f"« {le} » n'est pas encore venu : rien ne s'inscrit d'avance.")
    return asked


def journal_sain(path: Path, maintenant: datetime) -> Chaine:
    """The lines of a journal that can go on; none when there is no journal yet.

    Raises:
        Refus: a line is at fault, or newer than the moment.
    """
    chain = lire(path) if path.exists() or path.is_symlink() else Chaine(())
    if chain.faute:
        raise Refus(f"{path}, ligne {len(chain.lignes) + 1} : {chain.faute}. Rien n'a été écrit.")
    if chain.lignes and instant(maintenant) < chain.lignes[-1].inscrit_le:
        raise Refus(_EN_RETARD.format(chain.lignes[-1].inscrit_le))
    return chain


def allonger(path: Path, chaine: Chaine, lignes: Iterable[Ligne]) -> None:
    """Write a journal with its new lines."""
    ecrire(path, en_octets((*chaine.lignes, *lignes)))


def ecrire(path: Path, content: bytes) -> None:
    """Write a file whole, or not at all, with the rights that it had: a crash leaves the one before."""
    hidden = path.with_name(f".{path.name}.{os.getpid()}.neuf")
    try:
        with hidden.open("wb") as file:
            if path.is_file():
                hidden.chmod(path.stat().st_mode & 0o777)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        hidden.replace(path)
        _graver(path.parent)
    finally:
        hidden.unlink(missing_ok=True)


def alerter(fichier: Path | None, code: int, texte: str) -> int:
    """The exit code; with a file, the alert is added there instead, so that what follows goes on and tells it last."""
    if fichier is None or not code:
        return code
    fichier.parent.mkdir(parents=True, exist_ok=True)
    with fichier.open("a", encoding="utf-8") as file:
        file.write(f"{texte}\n")
    return 0


def _graver(folder: Path) -> None:
    """Have the folder itself written on the disk, where the system knows how."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
