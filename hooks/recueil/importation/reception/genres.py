"""Why: a name lies easily (« acte.pdf » that is a photograph), so what a file is comes from its first bytes."""

import re
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
    PAGE_WEB = auto()
    COURRIEL = auto()
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


_PAGE_WEB = re.compile(rb"<(?:!doctype html|html|head|meta|title|body|style|script|div|p|table)\b", re.IGNORECASE)
_COURRIEL = re.compile(
    rb"(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|ARC-[\w-]+|DKIM-Signature|X-[\w-]+): "
    rb"|(?:From|To|Subject|Date): [^\n]*\n(?:[^\n]+\n){0,9}(?:From|To|Subject|MIME-Version|Message-ID): ",
    re.IGNORECASE,
)
"""The lines that begin a mail."""


_FORMES = ((_PAGE_WEB, Genre.PAGE_WEB), (_COURRIEL, Genre.COURRIEL), (re.compile(rb"<"), Genre.XML))


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
    text = debut.removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((kind for form, kind in _FORMES if form.match(text)), Genre.TEXTE)
