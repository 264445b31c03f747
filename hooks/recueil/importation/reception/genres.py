"""Why: a name lies easily (« acte.pdf » that is a photograph), so what a file is comes from its first bytes."""

from dataclasses import dataclass
from enum import Enum, auto

DEBUT = 1024
"""How many bytes are enough to tell."""


class Genre(Enum):
    """What a file is."""

    VIDE = auto()
    PDF = auto()
    XML = auto()
    ZIP = auto()
    GZIP = auto()
    TAR = auto()
    BUREAU = auto()
    IMAGE = auto()
    TEXTE = auto()
    INCONNU = auto()


ARCHIVES = frozenset({Genre.ZIP, Genre.GZIP, Genre.TAR})


@dataclass(frozen=True, slots=True)
class Signature:
    """Bytes at a place, and what they tell."""

    octets: bytes
    place: int
    genre: Genre


SIGNATURES = (
    Signature(b"[Content_Types].xml", 30, Genre.BUREAU),
    Signature(b"_rels/", 30, Genre.BUREAU),
    Signature(b"docProps/", 30, Genre.BUREAU),
    Signature(b"mimetypeapplication/vnd.oasis", 30, Genre.BUREAU),
    Signature(b"\xd0\xcf\x11\xe0", 0, Genre.BUREAU),
    Signature(b"{\\rtf", 0, Genre.BUREAU),
    Signature(b"\xff\xd8\xff", 0, Genre.IMAGE),
    Signature(b"\x89PNG", 0, Genre.IMAGE),
    Signature(b"II*\x00", 0, Genre.IMAGE),
    Signature(b"MM\x00*", 0, Genre.IMAGE),
    Signature(b"GIF8", 0, Genre.IMAGE),
    Signature(b"PK\x03\x04", 0, Genre.ZIP),
    Signature(b"PK\x05\x06", 0, Genre.ZIP),
    Signature(b"\x1f\x8b", 0, Genre.GZIP),
    Signature(b"ustar", 257, Genre.TAR),
)
"""The first that matches wins: an office document is a zip too."""


def genre(debut: bytes) -> Genre:
    """What a file is, by its first bytes."""
    if not debut:
        return Genre.VIDE
    for sign in SIGNATURES:
        if debut.startswith(sign.octets, sign.place):
            return sign.genre
    if b"%PDF-" in debut:
        return Genre.PDF
    if b"\x00" in debut:
        return Genre.INCONNU
    return Genre.XML if debut.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") else Genre.TEXTE
