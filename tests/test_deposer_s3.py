"""The files of the acts in a store that speaks S3, on a real server of this machine, moto."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar
from urllib.error import HTTPError

import pytest

import depot_s3
from deposer import main
from journal_outils import publier
from pieces import Piece, voulu
from recueil import build_registre
from serveur_s3 import SEAU, ServeurS3, chemin, servir_s3


@pytest.fixture(scope="module")
def s3() -> Iterator[ServeurS3]:
    """The server, started once."""
    with servir_s3() as server:
        yield server


@pytest.fixture
def actes(s3: ServeurS3, depot: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small register, recorded, whose files must be in an empty bucket."""
    s3.vider()
    settings = depot / "mairie/collectivite.yml"
    settings.write_text(f"{settings.read_text('utf-8')}documents: {s3.documents}\n", "utf-8")
    assert publier(depot).returncode == 0
    for name, value in (("DEPOT", s3.depot), ("DEPOT_CLE", "cle"), ("DEPOT_SECRET", "secret")):
        monkeypatch.setenv(f"RECUEIL_{name}", value)
    return depot


def _deposer(actes: Path, *options: str) -> int:
    return main(["--actes", str(actes), "--hate", "20", *options])


def _pieces(actes: Path) -> tuple[Piece, ...]:
    return voulu(build_registre(actes)).pieces


def test_depose_puis_rien(s3: ServeurS3, actes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sent, read back, read by the public, with the headers of a PDF that never changes; then nothing is sent."""
    assert _deposer(actes) == 0
    told = capsys.readouterr().out
    assert "déposé : 3" in told
    assert "Lu à son adresse publique : 3\u00a0fichiers." in told
    for piece in _pieces(actes):
        assert s3.demander("GET", chemin(piece.nom)) == piece.chemin.read_bytes()
        headers = s3.en_tetes(chemin(piece.nom))
        assert headers["content-type"] == "application/pdf"
        assert headers["cache-control"] == "public, max-age=3600"
        assert headers["content-disposition"] == f'inline; filename="{piece.titre}"'
    assert _deposer(actes) == 0
    assert "3\u00a0fichiers déjà là, déposé : 0" in capsys.readouterr().out


def test_un_objet_change_dans_le_depot(s3: ServeurS3, actes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A byte of one, another whose size differs: told, and not overwritten."""
    assert _deposer(actes) == 0
    first, second, _ = _pieces(actes)
    body = first.chemin.read_bytes()
    altered = body[:-1] + bytes([body[-1] ^ 1])
    s3.demander("PUT", chemin(first.nom), altered)
    s3.demander("PUT", chemin(second.nom), b"%PDF-")
    assert _deposer(actes) == 1
    told = capsys.readouterr().err
    assert f"{first.nom} : un autre fichier est déjà sous ce nom" in told
    assert f"{second.nom} : un autre fichier est déjà sous ce nom" in told
    assert s3.demander("GET", chemin(first.nom)) == altered


def test_la_moitie_manque(s3: ServeurS3, actes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What an interrupted run left is kept, what lacks is sent."""
    assert _deposer(actes) == 0
    s3.demander("DELETE", chemin(_pieces(actes)[1].nom))
    capsys.readouterr()
    assert _deposer(actes, "--essai") == 0
    assert "2\u00a0fichiers déjà là, à déposer : 1" in capsys.readouterr().out
    assert _deposer(actes) == 0
    assert "2\u00a0fichiers déjà là, déposé : 1" in capsys.readouterr().out


def test_mauvaise_cle(s3: ServeurS3, actes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is refused by the host, and said in French; the secret is never printed."""
    s3.exiger_une_cle(exiger=True)
    assert _deposer(actes) == 2
    told = capsys.readouterr()
    assert "cette clé n'existe pas chez cet hébergeur : vérifiez RECUEIL_DEPOT_CLE" in told.err
    assert "secret" not in told.err + told.out


def test_seau_inconnu(s3: ServeurS3, actes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same of a bucket that is not there."""
    assert _deposer(actes, "--vers", f"s3:{s3.url}inconnu") == 2
    assert "ce seau n'existe pas" in capsys.readouterr().err


def test_le_depot_ne_repond_pas(actes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A host that is not there."""
    assert _deposer(actes, "--vers", f"s3:http://127.0.0.1:9/{SEAU}") == 2
    assert "l'hébergeur ne répond pas" in capsys.readouterr().err


def test_un_seau_que_le_public_ne_lit_pas(s3: ServeurS3, actes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is deposited and cannot be read by all is not published."""
    s3.demander("DELETE", f"{SEAU}?policy")
    assert _deposer(actes) == 1
    told = capsys.readouterr().err
    assert told.count("reçu la réponse 403") == 3
    assert "que le dépôt peut être lu par tous" in told
    with pytest.raises(HTTPError):
        s3.demander("GET", chemin(_pieces(actes)[0].nom))


class _Simple(BaseHTTPRequestHandler):
    """A host of objects that does not know how to write only where nothing is."""

    recus: ClassVar[dict[str, bytes]] = {}

    def do_PUT(self) -> None:
        """Refuse a condition, take the rest."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        refused = "If-None-Match" in self.headers
        if not refused:
            self.recus[self.path] = body
        self.send_response(501 if refused else 200)
        self.send_header("ETag", '"1"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


def test_un_hebergeur_sans_ecriture_conditionnelle(actes: Path) -> None:
    """It is asked without: what is there was just looked at."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Simple)
    Thread(target=server.serve_forever, daemon=True).start()
    piece = _pieces(actes)[0]
    depot_s3.depot_s3(f"http://127.0.0.1:{server.server_port}/seau", "secret").poser(piece)
    server.shutdown()
    server.server_close()
    assert _Simple.recus == {f"/seau/{piece.nom}": piece.chemin.read_bytes()}


@pytest.mark.parametrize(
    ("hote", "region"),
    [
        ("s3.fr-par.scw.cloud", "fr-par"),
        ("s3.gra.io.cloud.ovh.net", "gra"),
        ("s3.eu-west-3.amazonaws.com", "eu-west-3"),
        ("s3.exemple.fr", "us-east-1"),
        ("127.0.0.1", "us-east-1"),
    ],
)
def test_region(hote: str, region: str) -> None:
    """The name of the host tells it, as those of most do."""
    assert depot_s3.region(hote) == region


@pytest.mark.parametrize("adresse", ["http://s3.exemple.fr/seau", "https://s3.exemple.fr/", "s3.exemple.fr/seau"])
def test_adresse_refusee(adresse: str, actes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In clear, without a bucket, without a protocol."""
    assert _deposer(actes, "--vers", f"s3:{adresse}") == 2
    assert "écrivez l'adresse de l'hébergeur puis le seau" in capsys.readouterr().err
