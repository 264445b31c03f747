"""The fingerprint of a published file: anyone can compute it again with ``sha256sum``."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from os import SEEK_END
from pathlib import Path

SOMMES = "SHA256SUMS"
"""The list of the fingerprints of a site, at its root."""

_EN_TETE = b"%PDF-"
_FIN = b"%%EOF"
_DERNIERS_OCTETS = 2048


@dataclass(frozen=True, slots=True)
class Empreinte:
    """SHA-256 in hexadecimal, and size in bytes."""

    sha256: str
    taille: int


def empreinte(path: Path) -> Empreinte:
    """The fingerprint of a file, read by blocks."""
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return Empreinte(digest, path.stat().st_size)


def sommes(empreintes: Mapping[str, str]) -> str:
    """The list of fingerprints, as ``sha256sum --check`` reads it at the root of the site.

    Args:
        empreintes: address → SHA-256.
    """
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(empreintes.items()))


def empreintes(racine: Path, connues: Mapping[str, str]) -> dict[str, str]:
    """The fingerprints of all the files of a folder but the list itself: address → SHA-256.

    Args:
        racine: the folder, such as a site that was built.
        connues: those of the files that need not be read again.
    """
    paths = {path.relative_to(racine).as_posix(): path for path in racine.rglob("*") if path.is_file()}
    return {name: connues.get(name) or empreinte(path).sha256 for name, path in paths.items() if name != SOMMES}


def sceau(octets: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(octets).hexdigest()


def est_pdf(path: Path) -> bool:
    """Whether a file begins and ends as a PDF does (ISO 32000-1, 7.5); a web page or a cut file does not."""
    with path.open("rb", buffering=0) as stream:
        head = stream.read(len(_EN_TETE))
        size = stream.seek(0, SEEK_END)
        stream.seek(max(0, size - _DERNIERS_OCTETS))
        return head == _EN_TETE and _FIN in stream.read()
