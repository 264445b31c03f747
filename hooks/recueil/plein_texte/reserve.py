"""What was worked out once and serves again: a folder that may be deleted, and of which nothing damaged is read."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..empreinte import sceau


@dataclass(frozen=True, slots=True)
class Reserve:
    """A folder of texts, each under a name, with what it was made from and its own fingerprint above it."""

    dossier: Path

    def a(self, nom: str, origine: str) -> bool:
        """Whether a text seems to be kept, made from the same; what is damaged is found when it is read."""
        with suppress(OSError), (self.dossier / nom).open("rb") as stream:
            return stream.readline().startswith(f"{origine} ".encode())
        return False

    def garder(self, nom: str, origine: str, faire: Callable[[], str]) -> str:
        """The text kept under a name, or made and kept when it is not there, damaged, or made from something else.

        Args:
            nom: the name of its file.
            origine: the fingerprint of all that the text depends on.
            faire: how to make it.
        """
        path = self.dossier / nom
        kept = _lire(path, origine)
        if kept is None:
            kept = faire()
            _ecrire(path, _tete(origine, kept) + kept)
        return kept


def _lire(path: Path, origine: str) -> str | None:
    """The text, when it is whole and made from the same; whatever else is found is as nothing."""
    with suppress(OSError, UnicodeDecodeError):
        head, _, text = path.read_bytes().decode().partition("\n")
        if f"{head}\n" == _tete(origine, text):
            return text
    return None


def _tete(origine: str, texte: str) -> str:
    return f"{origine} {sceau(texte.encode())}\n"


def _ecrire(path: Path, content: str) -> None:
    """Put a file in place at once; a disk that is full or read-only costs time at the next build, nothing else."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, fresh = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content.encode())
            Path(fresh).replace(path)
        except OSError:
            Path(fresh).unlink(missing_ok=True)
            raise
