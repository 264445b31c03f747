"""A real server that speaks S3, on this machine, in a process of its own: moto, whose bucket is read by all."""

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from outils import RACINE

_SERVEUR = RACINE / ".venv-s3" / "bin" / "moto_server"
SEAU = "actes"
_LISIBLE = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:*Object", "Resource": f"arn:aws:s3:::{SEAU}/*"}],
}


@dataclass
class ServeurS3:
    """The server, and what a person at the host of the store could do."""

    port: int

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}/"

    @property
    def documents(self) -> str:
        """Where the public reads the files: the key « documents » of the authority."""
        return f"{self.url}{SEAU}/registre/"

    @property
    def depot(self) -> str:
        """The store, as a person writes it."""
        return f"s3:{self.url}{SEAU}/registre"

    def demander(self, method: str, path: str, body: bytes = b"", kind: str = "application/octet-stream") -> bytes:
        """Ask it something, without a key."""
        asked = Request(self.url + path, data=body, method=method, headers={"Content-Type": kind})  # noqa: S310 (ours)
        with urlopen(asked, timeout=90) as answer:  # noqa: S310 (ours)
            return bytes(answer.read())

    def en_tetes(self, path: str) -> dict[str, str]:
        """What the public is told of a file."""
        with urlopen(self.url + path, timeout=90) as answer:  # noqa: S310 (ours)
            return {key.lower(): value for key, value in answer.headers.items()}

    def vider(self) -> None:
        """Begin again, with an empty bucket that all may read."""
        self.demander("POST", "moto-api/reset")
        self.exiger_une_cle(exiger=False)
        self.demander("PUT", SEAU)
        self.demander("PUT", f"{SEAU}?policy", json.dumps(_LISIBLE).encode())

    def exiger_une_cle(self, *, exiger: bool) -> None:
        """Whether keys are checked; none is known."""
        self.demander("POST", "moto-api/reset-auth", b"0" if exiger else b"1000000", "text/plain")


@contextmanager
def servir_s3() -> Iterator[ServeurS3]:
    """A server until the end of the tests."""
    if not _SERVEUR.exists():
        pytest.skip("le serveur S3 des essais n'est pas installé (./scripts/test le fait)")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(_SERVEUR), "-H", "127.0.0.1", "-p", str(port)]
    environment = {**os.environ, "INITIAL_NO_AUTH_ACTION_COUNT": "1000000"}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment) as server:
        try:
            _attendre(port)
            yield ServeurS3(port)
        finally:
            server.terminate()


def _attendre(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("le serveur S3 des essais ne démarre pas")


def chemin(nom: str) -> str:
    """The path of an object of the store."""
    return f"{SEAU}/registre/{nom}"


def pdf(folder: Path) -> list[Path]:
    """The PDFs of a folder."""
    return sorted(folder.rglob("*.pdf"))
