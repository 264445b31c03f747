"""Why apart: WeasyPrint takes a second to load and needs libraries of the system; only a paper asks for it."""

import warnings
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit
from urllib.request import url2pathname

from weasyprint import HTML, Attachment
from weasyprint.urls import FatalURLFetchingError, URLFetcherResponse

from ..gabarits import THEME
from .piece import Piece
from .refus import PapierImpossible

_DESSIN = "data:image/svg+xml;charset=utf-8,"
"""A drawing that the template holds: the code to scan."""

_SORTES = {
    ".css": "text/css",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
}
"""Ending of a file → what it is: a style sheet of no known kind would be left out without a word."""

_OPTIONS = {"pdf_variant": "pdf/a-3b", "pdf_tags": True, "presentational_hints": True}
"""The last, for a list that starts at 3: otherwise the numbers of the act would change."""


class Lecteur:
    """Gives WeasyPrint the style sheet, the fonts and the pictures of the theme, and nothing from anywhere else."""

    _fail_on_errors = True
    """WeasyPrint's own name: what is refused stops the paper, instead of being left out of it without a word."""

    def __call__(self, url: str) -> Any:  # noqa: ANN401 (the library has no types)
        """The content at an address.

        Raises:
            ValueError: it is neither a file of the theme nor a drawing that the page holds.
        """
        if url.startswith(_DESSIN):
            drawing = unquote_to_bytes(url.removeprefix(_DESSIN))
            return URLFetcherResponse(url, drawing, {"Content-Type": "image/svg+xml"})
        path = _fichier(url)
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": _SORTES[path.suffix]})


def _fichier(url: str) -> Path:
    """The file of the theme that an address names; a symbolic link out of it is no file of the theme."""
    parts = urlsplit(url)
    if parts.scheme != "file" or parts.netloc:
        raise ValueError(f"not a file of this machine: {url[:200]}")
    path = Path(url2pathname(parts.path)).resolve()
    if not path.is_relative_to(THEME.resolve()):
        raise ValueError(f"outside the theme: {path}")
    if path.suffix not in _SORTES:
        raise ValueError(f"neither a style sheet, a font nor a picture: {path}")
    return path


def dessiner(html: str, identifiant: bytes, instant: datetime, pieces: Iterable[Piece]) -> bytes:
    """A PDF, tagged and meant to be PDF/A-3b, from a page.

    Args:
        html: the page, whole.
        identifiant: the identifier of the file (ISO 32000-1, 14.4).
        instant: its moment of creation, in UTC; no clock is read.
        pieces: the files to attach.

    Raises:
        PapierImpossible: the page asks for something that is not in the theme.
    """
    try:
        return _dessiner(html, identifiant, instant, pieces)
    except FatalURLFetchingError as error:
        raise PapierImpossible(f"Le modèle demande ce qu'il ne peut pas avoir : {error.__cause__ or error}.") from error


def _dessiner(html: str, identifiant: bytes, instant: datetime, pieces: Iterable[Piece]) -> bytes:
    laid = HTML(string=html, base_url=f"{THEME.as_uri()}/", url_fetcher=Lecteur()).render(**_OPTIONS)
    laid.metadata.created = laid.metadata.modified = instant.strftime("%Y-%m-%dT%H:%M:%SZ")
    joined = [_piece(one, instant) for one in pieces]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # the library lets go of its colour profile without closing it
        return bytes(laid.write_pdf(attachments=joined, pdf_identifier=identifiant, **_OPTIONS))


def _piece(piece: Piece, instant: datetime) -> Any:  # noqa: ANN401 (the library has no types)
    """A file to attach: « Data », what the page was made from (ISO 32000-2, 7.11.3)."""
    return Attachment(
        file_obj=BytesIO(piece.octets),
        name=piece.nom,
        description=piece.description,
        created=instant,
        modified=instant,
        url_fetcher=Lecteur(),
        relationship="Data",
    )
