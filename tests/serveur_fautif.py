"""A real web server on this machine, that serves a site with the faults that a test asks, and counts what is asked."""

import gzip
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

Faute = Callable[["Requete"], None]
"""What answers in the place of the file."""


class _Muet(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing of a reader who is gone."""


class Serveur:
    """Serves a folder below a path of 127.0.0.1; it can be stopped, and started again at the same address."""

    def __init__(self, site: Path, chemin: str = "/") -> None:
        self.site, self.chemin, self.port = site, chemin, 0
        self.fautes: dict[str, Faute] = {}
        self.panne: Faute | None = None
        """What answers in the place of every file."""
        self.demandes: list[str] = []
        self.en_tetes: list[dict[str, str]] = []
        self._server: ThreadingHTTPServer | None = None

    @property
    def url(self) -> str:
        """The address of the site."""
        return f"http://127.0.0.1:{self.port}{self.chemin}"

    def demarrer(self) -> None:
        """Listen."""
        self._server = _Muet(("127.0.0.1", self.port), partial(Requete, self, directory=str(self.site)))
        self.port = self._server.server_port
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def arreter(self) -> None:
        """Refuse every connection."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def lues(self) -> list[str]:
        """What was asked since the last time, below the path of the site."""
        asked, self.demandes = self.demandes, []
        return asked


class Requete(SimpleHTTPRequestHandler):
    """A request, answered by the file or by the fault of its address."""

    def __init__(self, serveur: Serveur, *args: Any, **named: Any) -> None:  # noqa: ANN401 (those of the library)
        self.serveur = serveur
        super().__init__(*args, **named)

    def do_GET(self) -> None:
        """Answer."""
        name = self.path.removeprefix(self.serveur.chemin)
        self.serveur.demandes.append(name)
        self.serveur.en_tetes.append(dict(self.headers))
        fault = self.serveur.panne or self.serveur.fautes.get(name)
        if fault:
            fault(self)
        else:
            self.fichier(name)

    def fichier(self, name: str) -> None:
        """Send the file of the site at an address."""
        self.path = f"/{name}"
        super().do_GET()

    def octets(self, name: str) -> bytes:
        """The bytes of that file."""
        return (self.serveur.site / (f"{name}index.html" if name.endswith("/") or not name else name)).read_bytes()

    def repondre(self, status: int, body: bytes = b"", **headers: str) -> None:
        """Send an answer of one's own."""
        self.send_response_only(status)
        for key, value in ({"Content_Length": str(len(body))} | headers).items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@contextmanager
def servir_avec_fautes(site: Path, chemin: str = "/") -> Iterator[Serveur]:
    """A server that listens until the end of the test."""
    server = Serveur(site, chemin)
    server.demarrer()
    try:
        yield server
    finally:
        server.arreter()


def statut(code: int, **headers: str) -> Faute:
    """An answer with no content."""
    return lambda asked: asked.repondre(code, b"", **headers)


def un_octet_change(asked: Requete) -> None:
    """The file, one byte of which is another."""
    body = asked.octets(asked.path.removeprefix(asked.serveur.chemin))
    middle = len(body) // 2
    asked.repondre(200, body[:middle] + bytes([body[middle] ^ 1]) + body[middle + 1 :])


def contenu(body: bytes) -> Faute:
    """Another file."""
    return lambda asked: asked.repondre(200, body)


def vers(url: str) -> Faute:
    """A redirection."""
    return statut(302, Location=url)


def d_abord(*faults: Faute) -> Faute:
    """Faults one after the other, then the file."""
    left = list(faults)

    def answer(asked: Requete) -> None:
        fault = left.pop(0) if left else lambda one: one.fichier(one.path.removeprefix(one.serveur.chemin))
        fault(asked)

    return answer


def coupee(asked: Requete) -> None:
    """Half of the file, announced whole."""
    body = asked.octets(asked.path.removeprefix(asked.serveur.chemin))
    asked.repondre(200, body[: len(body) // 2], Content_Length=str(len(body)))


def compressee(asked: Requete) -> None:
    """The file, compressed without being asked."""
    packed = gzip.compress(asked.octets(asked.path.removeprefix(asked.serveur.chemin)))
    asked.repondre(200, packed, Content_Encoding="gzip")


def sans_fin(asked: Requete) -> None:
    """Bytes that never end, and never stop coming."""
    asked.send_response(200)
    asked.end_headers()
    try:
        while asked.serveur.port:
            asked.wfile.write(b"x" * 100)
            time.sleep(0.01)
    except OSError:
        asked.close_connection = True


def lente(secondes: float) -> Faute:
    """Nothing for some seconds."""

    def answer(asked: Requete) -> None:
        time.sleep(secondes)
        asked.fichier(asked.path.removeprefix(asked.serveur.chemin))

    return answer


def goutte_a_goutte(asked: Requete) -> None:
    """Headers that come one by one, for ever."""
    try:
        asked.wfile.write(b"HTTP/1.0 200 OK\r\n")
        while asked.serveur.port:
            asked.wfile.write(b"X: y\r\n")
            time.sleep(0.05)
    except OSError:
        asked.close_connection = True
