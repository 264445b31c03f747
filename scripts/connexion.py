"""Connections to a site: cut when their time is over, read by blocks, and told in French when they fail."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import Message
from email.utils import parsedate_to_datetime
from functools import cached_property, partial
from hashlib import sha256
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from socket import SHUT_RDWR, gaierror, socket
from ssl import SSLContext, SSLError, create_default_context
from threading import Timer
from typing import Any
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request, UnknownHandler

from recueil.constat.reponse import OK, Reponse

ECHECS = (OSError, HTTPException, ValueError, zlib.error)
"""What a connection that fails raises; an answer that cannot be read may be an error of value."""

_BLOC = 1 << 16


class Prise:
    """The connection under way, which the end of its time cuts."""

    def __init__(self) -> None:
        self.socket: socket | None = None
        self.coupee = False

    def couper(self) -> None:
        """Put an end to it, whatever it is waiting for."""
        self.coupee = True
        if self.socket:
            with suppress(OSError):
                self.socket.shutdown(SHUT_RDWR)

    @contextmanager
    def bornee(self, secondes: float) -> Iterator[None]:
        """Cut what is not done within some seconds."""
        self.socket, self.coupee = None, False
        timer = Timer(secondes, self.couper)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()


class _Connexion(HTTPConnection):
    """A connection that is known to who may have to cut it."""

    def __init__(self, host: str, *, prise: Prise, **named: Any) -> None:  # noqa: ANN401 (those of the library)
        super().__init__(host, **named)
        self._prise = prise

    def connect(self) -> None:
        """Open it."""
        super().connect()
        self._prise.socket = self.sock
        if self._prise.coupee:
            raise TimeoutError


class _ConnexionSure(_Connexion, HTTPSConnection):
    """The same, over TLS."""


class _Ouvreur(HTTPHandler, HTTPSHandler):
    """Opens connections that can be cut; redirections and errors are answers as others."""

    def __init__(self, prise: Prise) -> None:
        super().__init__()
        self._prise = prise

    @cached_property
    def _tls(self) -> SSLContext:
        """Certificates are checked against those that the machine trusts; they are read once, when one comes."""
        return create_default_context()

    def http_open(self, req: Request) -> HTTPResponse:
        """Ask over HTTP."""
        return self.do_open(partial(_Connexion, prise=self._prise), req)

    def https_open(self, req: Request) -> HTTPResponse:
        """Ask over TLS."""
        return self.do_open(partial(_ConnexionSure, prise=self._prise, context=self._tls), req)


def ouvreur(prise: Prise) -> OpenerDirector:
    """Opens addresses, http and https alone, through the proxy of the machine when it has one; keeps no cookie."""
    director = OpenerDirector()
    for handler in (ProxyHandler(), UnknownHandler(), _Ouvreur(prise)):
        director.add_handler(handler)
    return director


def lire_reponse(answer: HTTPResponse, maximum: int, *, garder: bool) -> Reponse:
    """An answer, read by blocks.

    Raises:
        HTTPException: it ended before its end.
    """
    digest, kept, size = sha256(), bytearray(), 0
    for block in _blocs(answer) if answer.status == OK else ():
        size += len(block)
        if size > maximum:
            return Reponse(OK, dit=f"une réponse de plus de {maximum} octets")
        digest.update(block)
        kept += block if garder else b""
    return Reponse(answer.status, digest.hexdigest(), contenu=bytes(kept), patience=_patience(answer.headers))


def _blocs(answer: HTTPResponse) -> Iterator[bytes]:
    """The bytes of an answer, out of the compression that some hosts add without being asked."""
    packed = answer.headers.get("Content-Encoding", "").lower() in {"gzip", "x-gzip"}
    unpack = zlib.decompressobj(wbits=31) if packed else None
    while block := answer.read(_BLOC):
        yield unpack.decompress(block) if unpack else block
    if answer.length or (unpack and not unpack.eof):
        raise HTTPException


def _patience(headers: Message) -> float:
    """Seconds that « Retry-After » asks, told as such or as a date beside that of the answer (RFC 9110, 10.2.3)."""
    asked = headers.get("Retry-After", "")
    if asked.isascii() and asked.isdecimal():
        return float(asked[:6])
    with suppress(ValueError, TypeError):
        return max(0.0, (parsedate_to_datetime(asked) - parsedate_to_datetime(headers["Date"])).total_seconds())
    return 0


def pourquoi(error: BaseException) -> str:
    """Why there was no answer, in French."""
    cause = getattr(error, "reason", error)
    for kind, told in (
        (TimeoutError, "aucune réponse dans le délai"),
        (SSLError, "un certificat ou un chiffrement refusé"),
        (gaierror, "aucune réponse : ce nom n'existe pas, ou n'a pas pu être trouvé"),
        (ConnectionRefusedError, "une connexion refusée"),
        ((OSError, HTTPException), "une réponse coupée, ou qui n'en est pas une"),
    ):
        if isinstance(cause, kind):
            return told
    return "aucune réponse"
