"""What was read of a folder, kept for the next time: as it was, or not at all."""

import io
import os
import pickle
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path, PurePath
from typing import Any

from .empreinte import empreinte, sceau
from .moteur import signature
from .parcours import COLLECTIVITE, Dossier
from .repartition import partager
from .reserve import Reserve
from .source import relative

_SEUL = 2000
"""As many files are read here in less time than another process takes to start."""


@dataclass(frozen=True, slots=True)
class Lectures:
    """What was read of folders; of one of which a byte changed since, nothing."""

    reserve: Reserve
    origines: Mapping[Path, str]
    """Folder → the fingerprint of all that it says; nothing for one that cannot be read."""

    def reprendre(self, dossier: Dossier) -> object:
        """What was kept of a folder, or None."""
        origin = self.origines[dossier.chemin]
        content = self.reserve.lire(_nom(dossier), origin) if origin else None
        return _relu(content) if content else None

    def garder(self, dossier: Dossier, lu: object) -> None:
        """Keep what was read of a folder."""
        origin = self.origines[dossier.chemin]
        if origin and origin == _origine(dossier):  # nothing changed while it was read
            self.reserve.garder(_nom(dossier), origin, pickle.dumps(lu, protocol=5))

    def oublier(self, sauf: Iterable[Dossier]) -> None:
        """Keep nothing of other folders."""
        self.reserve.oublier(frozenset(map(_nom, sauf)))


def origines(dossiers: Sequence[Dossier]) -> dict[Path, str]:
    """Folder → the fingerprint of all that it says."""
    found = (
        partager(_origine, dossiers) if sum(len(one.fichiers) for one in dossiers) > _SEUL else map(_origine, dossiers)
    )
    return {one.chemin: origin for one, origin in zip(dossiers, found, strict=True)}


def _nom(dossier: Dossier) -> str:
    return sceau(relative(dossier.chemin, dossier.racine).encode())


def _origine(dossier: Dossier) -> str:
    """The fingerprint of all that a folder says: its files, its authority, where it is, and who reads it."""
    home = dossier.racine / dossier.collectivite.cle / COLLECTIVITE
    try:
        with os.scandir(dossier.chemin) as entries:
            files = sorted((entry.name, empreinte(Path(entry)).sha256 if entry.is_file() else "") for entry in entries)
        return sceau(repr((signature(), str(dossier.chemin), dossier.fichiers, empreinte(home).sha256, files)).encode())
    except OSError:  # what cannot be read is told by its rule, each time
        return ""


def _relu(garde: bytes) -> object:
    try:
        return _Relecteur(io.BytesIO(garde)).load()
    except Exception:  # noqa: BLE001 (whatever is wrong with it, the acts are read again)
        return None


_MODULES = {"recueil", "datetime", "pathlib"}
_VALEURS = (date, Enum, PurePath)
"""Made by a call. They are not given as classes, of which a file could change what they do; a record is, because it
says itself what a file may set in it.
"""


class _Relecteur(pickle.Unpickler):
    """Reads what was kept, and makes nothing but records of this engine, days and paths: no file can do more."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 (what pickle gives)
        """The class of a record."""
        known = module.partition(".")[0] in _MODULES and "." not in name
        found = super().find_class(module, name) if known else None
        if isinstance(found, type) and issubclass(found, _VALEURS):
            return _appel(found)
        if isinstance(found, type) and found.__module__.startswith("recueil.") and hasattr(found, "__setstate__"):
            return found
        raise pickle.UnpicklingError(name)


def _appel(kind: type) -> Callable[..., object]:
    def make(*said: object) -> object:
        return kind(*said)

    return make
