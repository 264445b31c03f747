"""A server that answers as the national data portal documents its API: sets, files, the key of an account."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

CLE = "cle-d-essai"
ORGANISATION = "ville-imaginaire"


class Portail:
    """What the portal holds."""

    def __init__(self) -> None:
        self.jeux: dict[str, dict[str, Any]] = {}
        self.demandes: list[tuple[str, str]] = []
        self.refus = 0
        """A status that answers everything."""
        self.port = 0

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}/api/1"

    @property
    def ecrites(self) -> list[tuple[str, str]]:
        """What was asked to be written."""
        return [one for one in self.demandes if one[0] != "GET"]


class _Requete(BaseHTTPRequestHandler):
    def __init__(self, portail: Portail, *args: Any, **named: Any) -> None:  # noqa: ANN401 (those of the library)
        self.portail = portail
        super().__init__(*args, **named)

    def _repondre(self, status: int, said: object) -> None:
        body = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _traiter(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = urlsplit(self.path)
        self.portail.demandes.append((self.command, parts.path))
        if self.portail.refus:
            self._repondre(self.portail.refus, {"message": "no"})
        elif self.command != "GET" and self.headers.get("X-API-KEY") != CLE:
            self._repondre(401, {"message": "Invalid API Key"})
        else:
            said = json.loads(body) if body else {}
            self._api(parts.path.removeprefix("/api/1"), said, parse_qs(parts.query))

    do_GET = do_POST = do_PUT = _traiter  # noqa: N815 (the names of the library)

    def _api(self, path: str, said: dict[str, Any], asked: dict[str, list[str]]) -> None:
        sets = self.portail.jeux
        if path == f"/organizations/{ORGANISATION}/datasets/":
            page, size = int(asked["page"][0]), int(asked["page_size"][0])
            shown = [*sets.values()][(page - 1) * size : page * size]
            return self._repondre(200, {"data": shown, "page": page, "page_size": size, "total": len(sets)})
        if path == "/datasets/" and said.get("title") and said.get("description"):
            known = f"jeu{len(sets)}"
            sets[known] = {**said, "id": known, "resources": []}
            return self._repondre(201, sets[known])
        if found := re.fullmatch(r"/datasets/(\w+)/(resources/(?:(\w+)/)?)?", path):
            return self._un_jeu(found, said)
        return self._repondre(404, {"message": "Not Found"})

    def _un_jeu(self, found: re.Match[str], said: dict[str, Any]) -> None:
        one = self.portail.jeux.get(found[1])
        if one is None:
            return self._repondre(404, {"message": "Not Found"})
        if not found[2]:
            one |= said
        elif self.command == "POST":
            one["resources"].append({**said, "id": f"r{len(one['resources'])}"})
        else:
            file = next(file for file in one["resources"] if file["id"] == found[3])
            file |= said
        return self._repondre(200, one)

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@contextmanager
def servir_portail() -> Iterator[Portail]:
    """A portal until the end of the test."""
    portal = Portail()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Requete, portal))
    portal.port = server.server_port
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield portal
    finally:
        server.shutdown()
        server.server_close()
