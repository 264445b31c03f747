"""Puts what was made where the site is, at the very end: until then, and if anything fails, yesterday's site stands."""

import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..empreinte import empreintes, sceau
from ..repartition import partager

_PAR_PART = 1000
"""Files that a processor moves at a time."""


@dataclass(frozen=True, slots=True)
class Chantier:
    """What is being built, beside the site: what the host writes, and what is made without it."""

    site: Path

    @property
    def hote(self) -> Path:
        """The folder of the host, laid out as the site is."""
        return self._dossier / "hote"

    @property
    def memoire(self) -> Path:
        """The file in which a build leaves a note for the next one."""
        return self.site.with_name(f".{self.site.name}.memoire")

    @property
    def _dossier(self) -> Path:
        return self.site.with_name(f".{self.site.name}.chantier")

    @property
    def _neufs(self) -> Path:
        """The files that are made without the host: in one folder, for one per page takes longer than the page."""
        return self._dossier / "neufs"

    def ouvrir(self) -> None:
        """Make room; what another build left when it was stopped goes."""
        self.abandonner()
        self._neufs.mkdir(parents=True)

    def poser(self, adresse: str, contenu: bytes) -> None:
        """Put a file aside until the delivery."""
        self._place(adresse).write_bytes(contenu)

    def copier(self, adresse: str, chemin: Path) -> None:
        """The same for a file that is published as it is."""
        shutil.copyfile(chemin, self._place(adresse))

    def empreintes(self) -> dict[str, str]:
        """Address → SHA-256 of what the host wrote."""
        return empreintes(self.hote, {})

    def livrer(self, neufs: Iterable[str], attendus: Collection[str]) -> None:
        """Bring what is new or changed into the site, and take out of it all that is not expected there.

        Args:
            neufs: the addresses of what was put aside.
            attendus: those of all the files of the site; its hidden files are left alone, as the host does.
        """
        for path in (one for one in self.hote.rglob("*") if one.is_file()):
            _deplacer(path, self.site / path.relative_to(self.hote), self.site)
        aside = [*neufs]
        partager(self._amener, [aside[start : start + _PAR_PART] for start in range(0, len(aside), _PAR_PART)])
        self.abandonner()
        expected = frozenset(attendus)
        _purger(self.site, "", expected, frozenset(_dossiers(expected)))

    def abandonner(self) -> None:
        """Leave the site as it is, and nothing beside it."""
        shutil.rmtree(self._dossier, ignore_errors=True)

    def _amener(self, adresses: Iterable[str]) -> None:
        for address in adresses:
            _deplacer(self._place(address), self.site / address, self.site)

    def _place(self, adresse: str) -> Path:
        return self._neufs / sceau(adresse.encode())


def _deplacer(path: Path, place: Path, site: Path) -> None:
    """Replace a file at once: who reads it sees the one or the other, whole."""
    try:
        path.replace(place)
    except OSError:  # its folder is not there, or what is there is not what it should be
        _degager(place, site)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(path, place)


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
            if f"{address}/" in dossiers:
                _purger(Path(entry), f"{address}/", attendus, dossiers)
            elif entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry)
            elif address not in attendus:
                Path(entry).unlink()
