"""Why: a transmission comes back as an archive or a folder; its files are taken out without trusting any of it.

The limits, all tested: 200 members, 300 MB once unpacked, a hundredfold swelling, archives two deep. Each file gets a
number for a name on the disk; the name that it bore is only shown, and used to know what it is.
"""

import gzip
import io
import re
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from ..refus import RefusError
from .genres import ARCHIVES, DEBUT, Genre, genre

ARCHIVE_MAX = 150_000_000
MEMBRES_MAX = 200
OCTETS_MAX = 300_000_000
TAUX_MAX = 100
TAUX_DES = 10_000_000
"""The swelling is measured from this size on: a small text may well shrink a hundred times."""
PROFONDEUR_MAX = 2

_BLOC = 1 << 16
_ENTETE_MAX = 1 << 20
_FIN_ZIP, _ZIP64 = b"PK\x05\x06", b"PK\x06\x07"
_METHODES = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""The others are no zip that a platform gives, and give whole blocks of any size to what reads them piece by piece."""

_ABIMEE = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, struct.error),
    *(EOFError, OSError, ValueError, IndexError, NotImplementedError),
)
"""What the libraries raise of an archive that is damaged."""

_DANGEREUX = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\x00")

_REFUS = {
    "gros": f"l'archive dépasse {ARCHIVE_MAX // 1_000_000} Mo : donnez les PDF un par un.",
    "membres": f"l'archive contient plus de {MEMBRES_MAX} fichiers : donnez une transmission à la fois.",
    "bombe": "l'archive se décompresse en une masse de données anormale : elle n'est pas ouverte.",
    "chemin": "l'archive contient un chemin dangereux ({0}) : elle n'est pas ouverte ; demandez-en une autre.",
    "lien": "l'archive contient un lien ou un fichier spécial ({0}) : elle n'est pas ouverte ; demandez-en une autre.",
    "chiffre": "l'archive est protégée par un mot de passe : ouvrez-la, puis donnez les fichiers qu'elle contient.",
    "methode": "l'archive est compressée d'une façon rare : ouvrez-la, puis donnez les fichiers qu'elle contient.",
    "abime": "l'archive est abîmée ou incomplète : téléchargez-la de nouveau, puis recommencez.",
    "profonde": "l'archive contient des archives dans des archives : ouvrez-la, puis donnez les fichiers un par un.",
}


@dataclass(frozen=True, slots=True)
class Fichier:
    """A file to read: the name that it bears, for people, and where it is."""

    nom: str
    chemin: Path
    archive: Path | None = None
    """What the clerk gave, when this was taken out of it."""

    @property
    def donne(self) -> Path:
        """What the clerk gave, and that holds this: itself, or an archive."""
        return self.archive or self.chemin


class Lisible(Protocol):
    """What is read piece by piece."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes."""


@dataclass(slots=True)
class Budget:
    """What may still be taken out of an archive and of those that it holds."""

    dossier: Path
    archive: Path
    taille: int
    """Of the archive, in bytes."""
    octets: int = 0
    pris: list[Path] = field(default_factory=list)

    def prendre(self, nom: str, source: Lisible) -> Fichier:
        """Copy one member to the working folder, in small pieces, within the limits."""
        path = self.dossier / f"{len(self.pris):04}"
        self.pris.append(path)
        if len(self.pris) > MEMBRES_MAX:
            raise RefusError(_REFUS["membres"])
        with path.open("wb") as copy:
            while block := source.read(_BLOC):
                self.compter(len(block))
                copy.write(block)
        return Fichier(nom_lisible(nom), path, self.archive)

    def compter(self, octets: int) -> None:
        """Refuse what swells too much."""
        self.octets += octets
        swollen = self.octets > TAUX_DES and self.octets > TAUX_MAX * self.taille
        if self.octets > OCTETS_MAX or swollen:
            raise RefusError(_REFUS["bombe"])


def nom_lisible(nom: str) -> str:
    """The last part of a name, without the signs that no screen shows."""
    last = re.split(r"[/\\]", nom.rstrip("/\\"))[-1]
    return "".join(c if c.isprintable() else "_" for c in last)[:200] or "sans nom"


def ouvrir(path: Path, dossier: Path) -> list[Fichier]:
    """The files of an archive, copied to a folder that is empty; archives in it are opened too.

    Raises:
        RefusError: it is damaged, dangerous or too big; nothing of it is to be used.
    """
    size = path.stat().st_size
    if size > ARCHIVE_MAX:
        raise RefusError(_REFUS["gros"])
    try:
        return list(_membres(path, Budget(dossier, path, size), 1))
    except _ABIMEE as e:
        raise RefusError(_REFUS["abime"]) from e
    except RuntimeError as error:
        raise RefusError(_REFUS["chiffre"]) from error


def _membres(path: Path, budget: Budget, profondeur: int) -> Iterator[Fichier]:
    """The files of an archive, and of those inside it."""
    if profondeur > PROFONDEUR_MAX:
        raise RefusError(_REFUS["profonde"])
    for fichier in _fichiers(path, budget):
        if _genre(fichier.chemin) in ARCHIVES:
            yield from _membres(fichier.chemin, budget, profondeur + 1)
        else:
            yield fichier


def _genre(path: Path) -> Genre:
    with path.open("rb") as file:
        return genre(file.read(DEBUT))


def _fichiers(path: Path, budget: Budget) -> Iterator[Fichier]:
    """The files of one archive."""
    kind = _genre(path)
    if kind is Genre.ZIP:
        yield from _zip(path, budget)
    elif kind is Genre.GZIP:
        with gzip.open(path) as packed:
            yield from _tar(budget.prendre(path.name, packed).chemin, budget)
    else:
        yield from _tar(path, budget)


def _zip(path: Path, budget: Budget) -> Iterator[Fichier]:
    """The files of a zip, whose table is measured before it is read."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - (1 << 16) - 22))
        end = file.read()
    at = end.rfind(_FIN_ZIP)
    if at < 0 or len(end) < at + 22:
        raise RefusError(_REFUS["abime"])
    if _ZIP64 in end[max(0, at - 20) : at] or int.from_bytes(end[at + 12 : at + 16], "little") > _ENTETE_MAX:
        raise RefusError(_REFUS["membres"])
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            kind = stat.S_IFMT(info.external_attr >> 16)
            _verifier(info.filename, special=kind not in {0, stat.S_IFREG, stat.S_IFDIR})
            if info.compress_type not in _METHODES:
                raise RefusError(_REFUS["methode"])
            if not info.is_dir():
                with archive.open(info) as source:
                    yield budget.prendre(info.filename, source)


class _Borne(io.FileIO):
    """A file that is never read in one big piece, as a header that lies about its size would have it."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or not 0 <= size <= _ENTETE_MAX:
            raise RefusError(_REFUS["bombe"])
        return super().read(size) or b""


def _tar(path: Path, budget: Budget) -> Iterator[Fichier]:
    """The files of a tar."""
    with _Borne(path) as file, tarfile.open(fileobj=file, mode="r:") as archive:
        for info in archive:
            _verifier(info.name, special=not (info.isreg() or info.isdir()))
            if source := archive.extractfile(info):
                yield budget.prendre(info.name, source)


def _verifier(nom: str, *, special: bool) -> None:
    """Refuse a member that would be written elsewhere, or that is no plain file."""
    if _DANGEREUX.search(nom):
        raise RefusError(_REFUS["chemin"].format(nom_lisible(nom)))
    if special:
        raise RefusError(_REFUS["lien"].format(nom_lisible(nom)))


def dossier(path: Path) -> list[Fichier]:
    """The files of a folder and of its folders; links are not followed, hidden files not read."""
    found: list[Fichier] = []
    for inner in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in inner.relative_to(path).parts)
        if hidden or inner.is_symlink() or not inner.is_file():
            continue
        found.append(Fichier(nom_lisible(inner.name), inner))
        if len(found) > MEMBRES_MAX:
            raise RefusError(f"le dossier contient plus de {MEMBRES_MAX} fichiers : donnez-les en plusieurs fois.")
    return found
