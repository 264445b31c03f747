"""One question to a server that a person named, within bounds: of time, of size, and nowhere else."""

from http.client import HTTPException, HTTPResponse
from time import monotonic, sleep
from typing import cast
from urllib import request
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

ATTENTE = 15
"""Seconds that an authority has to say something, and twice as much to say all."""

TAILLE_MAX = 100_000
"""Bytes: an answer with its chain of certificates has less than ten thousand."""

_TETES = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
_ESSAIS = 2


class SansReponse(Exception):  # noqa: N818 (the name says what a person is told)
    """An authority gave nothing that can be kept; its text, in French, says why."""


def hote(adresse: str) -> str:
    """The name of the machine of an address, which can be printed when the rest may hold a password."""
    try:
        return urlsplit(adresse).hostname or ""
    except ValueError:
        return ""


def demander(adresse: str, query: bytes) -> bytes:
    """The answer to a query, asked once more when there is none.

    Raises:
        SansReponse: there is none, or it is not one that can be read.
    """
    for left in reversed(range(_ESSAIS)):
        try:
            return _poster(adresse, query)
        except HTTPError as error:
            told = f"« {hote(adresse)} » répond par l'erreur {error.code}"
            if error.code < 400:
                raise SansReponse(f"« {hote(adresse)} » renvoie ailleurs, ce qui n'est pas suivi") from error
            if error.code < 500:
                raise SansReponse(told) from error
        except (URLError, HTTPException, OSError, ValueError):
            told = f"« {hote(adresse)} » ne répond pas"
        if left:
            sleep(1)
    raise SansReponse(told)


def _poster(adresse: str, query: bytes) -> bytes:
    """Send a query, and read an answer that is neither too long nor too slow."""
    limit = monotonic() + 2 * ATTENTE
    asked = request.Request(adresse, data=query, headers=_TETES, method="POST")  # noqa: S310 (only http is opened)
    content = b""
    with cast("HTTPResponse", _sans_detour().open(asked, timeout=ATTENTE)) as answer:
        while part := answer.read1(TAILLE_MAX + 1):
            content += part
            if len(content) > TAILLE_MAX:
                raise SansReponse(f"la réponse de « {hote(adresse)} » est trop grande pour un horodatage")
            if monotonic() > limit:
                raise TimeoutError
    return content


def _sans_detour() -> request.OpenerDirector:
    """What opens http and https and nothing else, and follows no other address."""
    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler,
        request.HTTPHandler,
        request.HTTPSHandler,
        request.HTTPDefaultErrorHandler,
        request.HTTPErrorProcessor,
    ):
        opener.add_handler(handler())
    return opener
