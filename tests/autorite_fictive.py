"""A time-stamping authority on this machine, with its own certificates: openssl makes its answers, as theirs do."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

_REGLAGES = """\
[tsa]
default_tsa = une
[une]
serial = {0}/serie
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
ess_cert_id_alg = sha256
[ext]
basicConstraints = critical,CA:FALSE
extendedKeyUsage = critical,timeStamping
[ca]
default_ca = ici
[ici]
database = {0}/index.txt
new_certs_dir = {0}
rand_serial = yes
default_md = sha256
policy = nom
[nom]
commonName = supplied
"""
_CLE = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")

Reponse = tuple[int, dict[str, str], bytes]
"""Status, heads, content."""


def lancer(*commande: str | Path, entree: bytes = b"", ici: Path | None = None) -> bytes:
    """What a command of the system prints; anything but success stops the test."""
    done = subprocess.run([*map(str, commande)], input=entree, capture_output=True, check=False, cwd=ici)
    assert done.returncode == 0, done.stderr
    return done.stdout


class Autorite:
    """An authority: the root that is trusted, and the certificate that dates."""

    def __init__(self, folder: Path, nom: str, duree: timedelta = timedelta(days=365)) -> None:
        self.folder, self.racine = folder, folder / "racine.pem"
        folder.mkdir()
        (folder / "serie").write_text("01\n")
        (folder / "index.txt").write_text("")
        (folder / "reglages").write_text(_REGLAGES.format(folder))
        key, request = folder / "racine.cle", folder / "horloge.csr"
        subject = ("-subj", f"/CN=Racine {nom}", "-days", "3650")
        lancer("openssl", "req", "-x509", *_CLE, "-keyout", key, "-out", self.racine, *subject)
        lancer("openssl", "req", *_CLE, "-keyout", folder / "horloge.cle", "-out", request, "-subj", f"/CN={nom}")
        self.fin = datetime.now(UTC) + duree
        end = ("-enddate", self.fin.strftime("%Y%m%d%H%M%SZ"), "-out", folder / "horloge.pem")
        signed = ("-config", folder / "reglages", "-extensions", "ext", "-cert", self.racine, "-keyfile", key)
        lancer("openssl", "ca", "-batch", "-notext", *signed, "-in", request, *end)

    def dater(self, query: bytes) -> bytes:
        """The answer to a query."""
        path = self.folder / "demande.tsq"
        path.write_bytes(query)
        signer = ("-signer", self.folder / "horloge.pem", "-inkey", self.folder / "horloge.cle", "-chain", self.racine)
        out = self.folder / "reponse.tsr"
        settings = ("-config", self.folder / "reglages", "-section", "une")
        lancer("openssl", "ts", "-reply", *settings, "-queryfile", path, *signer, "-out", out)
        return out.read_bytes()

    def repondre(self, query: bytes) -> Reponse:
        """The same, as it is sent."""
        return 200, {"Content-Type": "application/timestamp-reply"}, self.dater(query)


def question(sceau: str, folder: Path) -> bytes:
    """A query that no one asks any more for these bytes."""
    path = folder / "question.tsq"
    lancer("openssl", "ts", "-query", "-digest", sceau, "-sha256", "-cert", "-out", path)
    return path.read_bytes()


@contextmanager
def ecouter(repondre: Callable[[bytes], Reponse | None]) -> Iterator[tuple[str, list[bytes]]]:
    """Serve on a free port of this machine; gives the address, and the questions as they come.

    Args:
        repondre: what is answered; None hangs up without a word.
    """
    asked: list[bytes] = []

    class Guichet(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.rfile.read(int(self.headers["Content-Length"])))
            answer = repondre(asked[-1])
            if answer is None:
                self.close_connection = True
                return
            self.send_response(answer[0])
            for name, value in answer[1].items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer[2])

        def log_message(self, *_: object) -> None:
            """Say nothing of each request."""

        def handle(self) -> None:
            """A client that has read enough hangs up."""
            try:
                super().handle()
            except ConnectionError:
                self.close_connection = True

    server = ThreadingHTTPServer(("127.0.0.1", 0), Guichet)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/tsa", asked
    finally:
        server.shutdown()
        server.server_close()
