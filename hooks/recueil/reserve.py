"""What was worked out once and serves again: a folder that may be deleted, and of which nothing damaged is read."""

import os
import tempfile
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from .empreinte import sceau


@dataclass(frozen=True, slots=True)
class Reserve:
    """A folder of contents, each under a name, with what it was made from and its own fingerprint above it."""

    dossier: Path

    def lire(self, nom: str, origine: str) -> bytes | None:
        """What is kept under a name, when it is whole and made from the same; whatever else is found is as nothing.

        Args:
            nom: the name of its file.
            origine: the fingerprint of all that it depends on.
        """
        with suppress(OSError):
            head, _, content = (self.dossier / nom).read_bytes().partition(b"\n")
            if head == _tete(origine, content):
                return content
        return None

    def a(self, nom: str, origine: str) -> bool:
        """Whether something seems to be kept, made from the same; what is damaged is found when it is read."""
        with suppress(OSError), (self.dossier / nom).open("rb") as stream:
            return stream.readline().startswith(f"{origine} ".encode())
        return False

    def texte(self, nom: str, origine: str, faire: Callable[[], str]) -> str:
        """The text that is kept under a name, or that is made now, and kept."""
        kept = self.lire(nom, origine)
        if kept is not None:
            return kept.decode()
        made = faire()
        self.garder(nom, origine, made.encode())
        return made

    def garder(self, nom: str, origine: str, contenu: bytes) -> None:
        """Keep something; a disk that is full or read-only costs time at the next build, nothing else."""
        with suppress(OSError):
            self.dossier.mkdir(parents=True, exist_ok=True)
            handle, fresh = tempfile.mkstemp(prefix=f".{nom}.", dir=self.dossier)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(_tete(origine, contenu) + b"\n" + contenu)
                Path(fresh).replace(self.dossier / nom)
            except OSError:
                Path(fresh).unlink(missing_ok=True)
                raise

    def oublier(self, sauf: Collection[str]) -> None:
        """Take away what serves no more: it may hold what was hidden since."""
        kept = [*self.dossier.iterdir()] if self.dossier.is_dir() else []
        for path in (one for one in kept if one.name not in sauf):
            with suppress(OSError):
                path.unlink()


def _tete(origine: str, contenu: bytes) -> bytes:
    return f"{origine} {sceau(contenu)}".encode()
