"""A file that a PDF carries with it, so that the one who keeps the paper keeps its data too."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A file to attach; its kind is told by the ending of its name."""

    nom: str
    octets: bytes
    description: str
