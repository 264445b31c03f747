"""A server that answers as GitHub documents its releases and their assets (REST API, 2022-11-28)."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

JETON = "ghp_essai"


class GitHub:
    """A repository, as it stands on the server."""

    def __init__(self) -> None:
        self.versions: dict[int, str] = {}
        self.fichiers: dict[int, dict[str, Any]] = {}
        """Identifier → name, state, release, content."""
        self.demandes: list[tuple[str, str]] = []
        self.refus: int = 0
        """A status that answers everything."""
        self.sans_empreinte = False
        self.jetons_ailleurs: list[str] = []
        """The tokens that came with a request for bytes, which need none."""
        self.port = 0

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def documents(self) -> str:
        """Where the public reads the files."""
        return f"{self.url}/ville/fichiers/releases/download/"

    def dire_version(self, known: int) -> dict[str, Any]:
        """A release, as the API tells it."""
        upload = f"{self.url}/uploads/{known}/assets{{?name,label}}"
        return {"id": known, "tag_name": self.versions[known], "draft": False, "upload_url": upload}

    def dire_fichier(self, known: int) -> dict[str, Any]:
        """An asset, as the API tells it."""
        said = self.fichiers[known]
        digest = None if self.sans_empreinte else f"sha256:{sha256(said['contenu']).hexdigest()}"
        return {
            "id": known,
            "name": said["name"],
            "state": said["state"],
            "size": len(said["contenu"]),
            "digest": digest,
        }

    def nomme(self, tag: str, name: str) -> int | None:
        """The identifier of an asset."""
        found = (k for k, f in self.fichiers.items() if f["name"] == name and self.versions[f["version"]] == tag)
        return next(found, None)


class _Requete(BaseHTTPRequestHandler):
    def __init__(self, github: GitHub, *args: Any, **named: Any) -> None:  # noqa: ANN401 (those of the library)
        self.github = github
        super().__init__(*args, **named)

    def _repondre(self, status: int, said: object = None, **headers: str) -> None:
        body = said if isinstance(said, bytes) else b"" if said is None else json.dumps(said).encode()
        self.send_response(status)
        for key, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def _traiter(self) -> None:
        size = int(self.headers.get("Content-Length", "0"))
        body, parts = self.rfile.read(size), urlsplit(self.path)
        self.github.demandes.append((self.command, parts.path))
        if parts.path.startswith(("/octets/", "/ville/")):
            self._public(parts.path)
        elif self.github.refus:
            self._repondre(self.github.refus, {"message": "no"})
        elif self.headers.get("Authorization") != f"Bearer {JETON}":
            self._repondre(401, {"message": "Bad credentials"})
        else:
            self._api(parts.path, parse_qs(parts.query), body)

    do_GET = do_POST = do_DELETE = _traiter  # noqa: N815 (the names of the library)

    def _public(self, path: str) -> None:
        """Bytes are elsewhere than the API: a release leads there, as it does on GitHub."""
        if self.headers.get("Authorization"):
            self.github.jetons_ailleurs.append(self.headers["Authorization"])
        if path.startswith("/octets/"):
            return self._repondre(200, self.github.fichiers[int(path.rpartition("/")[2])]["contenu"])
        *_, tag, name = path.split("/")
        known = self.github.nomme(tag, name)
        if known is None:
            return self._repondre(404)
        other = self.github.url.replace("127.0.0.1", "localhost")
        return self._repondre(302, Location=f"{other}/octets/{known}")

    def _api(self, path: str, asked: dict[str, list[str]], body: bytes) -> None:
        github, start = self.github, "/repos/ville/fichiers/releases"
        page = slice(100 * (int(asked.get("page", ["1"])[0]) - 1), 100 * int(asked.get("page", ["1"])[0]))
        if path == start and self.command == "GET":
            return self._repondre(200, [github.dire_version(one) for one in [*github.versions][page]])
        if path == start:
            return self._creer(json.loads(body)["tag_name"])
        if found := re.fullmatch(rf"{start}/(\d+)/assets", path):
            own = [k for k, one in github.fichiers.items() if one["version"] == int(found[1])]
            return self._repondre(200, [github.dire_fichier(one) for one in own[page]])
        if found := re.fullmatch(r"/uploads/(\d+)/assets", path):
            return self._recevoir(int(found[1]), asked["name"][0], body)
        if found := re.fullmatch(rf"{start}/assets/(\d+)", path):
            return self._fichier(int(found[1]))
        return self._repondre(404, {"message": "Not Found"})

    def _creer(self, tag: str) -> None:
        known = len(self.github.versions) + 1
        if tag in self.github.versions.values():
            return self._repondre(422, {"message": "already_exists"})
        self.github.versions[known] = tag
        return self._repondre(201, self.github.dire_version(known))

    def _recevoir(self, version: int, name: str, body: bytes) -> None:
        if self.github.nomme(self.github.versions[version], name) is not None:
            return self._repondre(422, {"message": "already_exists"})
        known = len(self.github.demandes) + 1000
        self.github.fichiers[known] = {"name": name, "state": "uploaded", "version": version, "contenu": body}
        return self._repondre(201, self.github.dire_fichier(known))

    def _fichier(self, known: int) -> None:
        if self.command == "DELETE":
            self.github.fichiers.pop(known)
            return self._repondre(204)
        if self.headers["Accept"] != "application/octet-stream":
            return self._repondre(200, self.github.dire_fichier(known))
        return self._repondre(302, Location=f"{self.github.url.replace('127.0.0.1', 'localhost')}/octets/{known}")

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@contextmanager
def servir_github() -> Iterator[GitHub]:
    """A server until the end of the test."""
    github = GitHub()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Requete, github))
    github.port = server.server_port
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield github
    finally:
        server.shutdown()
        server.server_close()
