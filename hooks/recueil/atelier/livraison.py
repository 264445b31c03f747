"""Puts what was made where the site is, at the very end: until then, and if anything fails, yesterday's site stands."""

import errno
import glob
import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ..empreinte import empreintes, sceau
from ..repartition import partager
from .retouche import Retouche, retoucher

try:
    import fcntl
except ModuleNotFoundError:  # Windows
    fcntl = None  # type: ignore[assignment]

_VERROU = "verrou"
_NEUFS = "neufs"
"""The files made without the host: in one folder, for one per page takes longer than the page."""

_PAR_PART = 1000
"""Files that a processor moves at a time."""


class FichierChange(Exception):  # noqa: N818 (the name says what a clerk is told)
    """A file is not any more the one that was read and checked."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(f"« {chemin} » a changé pendant la construction : construisez de nouveau le site")


class EnCours(Exception):  # noqa: N818 (the name says what a clerk is told)
    """Another build of the same site is under way."""

    def __init__(self, site: Path) -> None:
        super().__init__(f"une autre construction de « {site} » est en cours : attendez qu'elle finisse")


@dataclass(frozen=True, slots=True)
class Chantier:
    """What is being built, beside the site: what the host writes, and what is made without it."""

    site: Path
    dossier: Path
    """A folder of its own, beside the site: a build that was stopped may still write in another."""
    verrou: BinaryIO
    """Held as long as it is under way."""

    @property
    def hote(self) -> Path:
        """The folder of the host, laid out as the site is."""
        return self.dossier / "hote"

    @property
    def memoire(self) -> Path:
        """The file in which a build leaves a note for the next one."""
        return self.site.with_name(f".{self.site.name}.memoire")

    def poser(self, adresse: str, contenu: bytes) -> None:
        """Put a file aside until the delivery."""
        with open(self._place(adresse), "wb") as stream:  # noqa: PTH123 (a name: no object for each of thousands)
            if contenu and hasattr(os, "posix_fallocate"):
                os.posix_fallocate(stream.fileno(), 0, len(contenu))  # room on the disk, or the delivery waits for it
            stream.write(contenu)

    def empreintes(self) -> dict[str, str]:
        """Address → SHA-256 of what the host wrote."""
        return empreintes(self.hote, {})

    def livrer(self, neufs: Iterable[str], retouches: Mapping[str, Retouche], attendus: Collection[str]) -> None:
        """Bring what is new or changed into the site, and take out of it all that is not expected there.

        Args:
            neufs: the addresses of what was put aside.
            retouches: address → what changes of a file that is there.
            attendus: those of all the files of the site; its hidden files are left alone, as the host does.

        Raises:
            FichierChange: something touched the site meanwhile; the next build mends it.
        """
        for path in (one for one in self.hote.rglob("*") if one.is_file()):
            _deplacer(path, self.site / path.relative_to(self.hote), self.site)
        aside = [*neufs]
        partager(self._amener, [aside[start : start + _PAR_PART] for start in range(0, len(aside), _PAR_PART)])
        touched = [address for address, one in retouches.items() if not retoucher(f"{self.site}/{address}", one)]
        self.abandonner()
        expected = frozenset(attendus)
        _purger(self.site, "", expected, frozenset(_dossiers(expected)))
        if touched:
            raise FichierChange(self.site / touched[0])

    def abandonner(self) -> None:
        """Leave the site as it is, and nothing beside it."""
        self.verrou.close()
        shutil.rmtree(self.dossier, ignore_errors=True)

    def oublier(self) -> None:
        """Leave no note either: the site is one of those that are shown while somebody writes."""
        self.abandonner()
        self.memoire.unlink(missing_ok=True)

    def _amener(self, adresses: Iterable[str]) -> None:
        for address in adresses:
            aside = self._place(address)
            try:
                os.replace(aside, f"{self.site}/{address}")  # noqa: PTH105 (names: no object for each of thousands)
            except OSError:
                _deplacer(Path(aside), self.site / address, self.site)

    def _place(self, adresse: str) -> str:
        return f"{self.dossier}/{_NEUFS}/{sceau(adresse.encode())}"


def ouvrir(site: Path) -> Chantier:
    """Make room for a build; what others left when they were stopped goes.

    Raises:
        EnCours: another build of this site is under way.
    """
    for left in site.parent.glob(f".{glob.escape(site.name)}.chantier-*"):
        with suppress(FileNotFoundError), (left / _VERROU).open("ab") as lock:
            _prendre(lock, site)
        shutil.rmtree(left, ignore_errors=True)
    site.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{site.name}.chantier-", dir=site.parent))
    (folder / _NEUFS).mkdir()
    lock = (folder / _VERROU).open("xb")
    _prendre(lock, site)
    return Chantier(site, folder, lock)


def _prendre(lock: BinaryIO, site: Path) -> None:
    """Hold a lock, where the system knows of them; it is given back when the program ends, however it ends."""
    try:
        if fcntl:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise EnCours(site) from error


def _deplacer(path: Path, place: Path, site: Path) -> None:
    """Replace a file at once: who reads it sees the one or the other, whole."""
    try:
        path.replace(place)
    except (FileNotFoundError, FileExistsError, IsADirectoryError, NotADirectoryError, PermissionError):
        _degager(place, site)  # its folder is not there, or what is there is not what it should be
        place.parent.mkdir(parents=True, exist_ok=True)
        path.replace(place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _deplacer_loin(path, place, site)


def _deplacer_loin(path: Path, place: Path, site: Path) -> None:
    """The same when the site is on another disk."""
    _degager(place, site)
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{path.name}")
    shutil.copyfile(path, beside)
    beside.replace(place)


def _degager(place: Path, site: Path) -> None:
    """Take away a folder that stands where a file goes, and a file that stands where a folder goes."""
    if place.is_dir():
        shutil.rmtree(place)
    for parent in place.parents:
        if site in parent.parents and parent.is_file():
            parent.unlink()


def _dossiers(adresses: Iterable[str]) -> Iterator[str]:
    """The folders that some files are in, each with its closing slash."""
    for address in adresses:
        end = address.rfind("/")
        while end > 0:
            yield address[: end + 1]
            end = address.rfind("/", 0, end)


def _purger(dossier: Path, ici: str, attendus: frozenset[str], dossiers: frozenset[str]) -> None:
    with os.scandir(dossier) as entries:
        for entry in entries:
            address = f"{ici}{entry.name}"
            if address.startswith("."):
                continue
            if entry.is_symlink() and f"{address}/" in dossiers:
                continue  # what it leads to is not the site's to empty
            if f"{address}/" in dossiers:
                _purger(Path(entry), f"{address}/", attendus, dossiers)
            elif entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry)
            elif address not in attendus:
                Path(entry).unlink()
