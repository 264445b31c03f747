"""The files of the acts in the releases of another repository, on a server that answers as GitHub documents."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import depot_github
from deposer import main
from journal_outils import publier
from pieces import Piece, voulu
from recueil import build_registre
from serveur_github import JETON, GitHub, servir_github


@pytest.fixture
def github() -> Iterator[GitHub]:
    """An empty repository."""
    with servir_github() as server:
        yield server


@pytest.fixture
def actes(github: GitHub, depot: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small register, recorded, whose files must be there."""
    settings = depot / "mairie/collectivite.yml"
    settings.write_text(f"{settings.read_text('utf-8')}documents: {github.documents}\n", "utf-8")
    assert publier(depot).returncode == 0
    monkeypatch.setenv("RECUEIL_DEPOT", "github:ville/fichiers")
    monkeypatch.setenv("RECUEIL_DEPOT_SECRET", JETON)
    monkeypatch.setenv(depot_github.API, github.url)
    return depot


def _deposer(actes: Path, *options: str) -> int:
    return main(["--actes", str(actes), "--hate", "20", *options])


def _pieces(actes: Path) -> tuple[Piece, ...]:
    return voulu(build_registre(actes)).pieces


def _asset(github: GitHub, piece: Piece) -> int:
    tag, _, name = piece.nom.partition("/")
    known = github.nomme(tag, name)
    assert known is not None
    return known


@pytest.mark.parametrize("sans_empreinte", [False, True])
def test_depose_puis_rien(
    github: GitHub,
    actes: Path,
    capsys: pytest.CaptureFixture[str],
    sans_empreinte: bool,  # noqa: FBT001 (a case)
) -> None:
    """A release for each folder, an asset for each file; the token goes to the API and nowhere else."""
    github.sans_empreinte = sans_empreinte
    assert _deposer(actes) == 0
    assert sorted(github.versions.values()) == ["mairie-2026", "mairie-conventions"]
    for piece in _pieces(actes):
        assert github.fichiers[_asset(github, piece)]["contenu"] == piece.chemin.read_bytes()
    assert "Lu à son adresse publique : 3\u00a0fichiers." in capsys.readouterr().out
    github.demandes.clear()
    assert _deposer(actes) == 0
    assert {method for method, _ in github.demandes} == {"GET"}
    assert "3\u00a0fichiers déjà là, déposé : 0" in capsys.readouterr().out
    assert github.jetons_ailleurs == []


@pytest.mark.parametrize("sans_empreinte", [False, True])
def test_un_fichier_change(
    github: GitHub,
    actes: Path,
    capsys: pytest.CaptureFixture[str],
    sans_empreinte: bool,  # noqa: FBT001 (a case)
) -> None:
    """Someone replaced it by another of the same size: told, and left."""
    github.sans_empreinte = sans_empreinte
    assert _deposer(actes) == 0
    first, *_ = _pieces(actes)
    said = github.fichiers[_asset(github, first)]
    said["contenu"] = said["contenu"][:-1] + b"?"
    assert _deposer(actes) == 1
    assert f"{first.nom} : un autre fichier est déjà sous ce nom" in capsys.readouterr().err
    assert said["contenu"].endswith(b"?")


def test_un_envoi_coupe(github: GitHub, actes: Path) -> None:
    """What GitHub keeps of it is no file: it is taken away, and the file is sent again."""
    assert _deposer(actes) == 0
    first, *_ = _pieces(actes)
    github.fichiers[_asset(github, first)] |= {"state": "starter", "contenu": b""}
    assert _deposer(actes) == 0
    assert github.fichiers[_asset(github, first)]["contenu"] == first.chemin.read_bytes()


def test_plus_de_cent_fichiers(github: GitHub, actes: Path) -> None:
    """Lists come by pages."""
    assert _deposer(actes) == 0
    ours = [github.fichiers.pop(_asset(github, piece)) for piece in _pieces(actes)]
    github.fichiers |= {
        n: {"name": f"{n}.pdf", "state": "uploaded", "version": 1, "contenu": b"x"} for n in range(1, 151)
    }
    github.fichiers |= dict(enumerate(ours, start=1000))
    github.demandes.clear()
    assert _deposer(actes) == 0
    assert {method for method, _ in github.demandes} == {"GET"}


def test_un_fichier_occulte_est_retire(github: GitHub, actes: Path) -> None:
    """The page is emptied: its file leaves the release."""
    assert _deposer(actes) == 0
    first, *_ = _pieces(actes)
    path = actes / "mairie/2026/2026-01-15/1.md"
    said = "depublie:\n  le: 2026-02-05\n  motif: donnees_personnelles\n"
    path.write_text(path.read_text("utf-8").replace("document: 1.pdf\n", said, 1), "utf-8")
    done = publier(actes, le="2026-02-11")
    assert done.returncode == 0, done.stderr
    assert _deposer(actes) == 0
    assert github.nomme(*first.nom.split("/")) is None
    assert len(github.fichiers) == 2


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (401, "le jeton n'est pas admis"),
        (403, "n'a pas le droit d'écrire"),
        (404, "ce dépôt n'existe pas"),
        (429, "GitHub demande d'attendre"),
        (502, "GitHub répond par l'erreur 502"),
    ],
)
def test_github_refuse(github: GitHub, actes: Path, status: int, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It is said in French."""
    github.refus = status
    assert _deposer(actes) == 2
    assert told in capsys.readouterr().err


def test_github_ne_repond_pas(actes: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The same, of a host that is not there."""
    monkeypatch.setenv(depot_github.API, "http://127.0.0.1:9")
    assert _deposer(actes) == 2
    assert "GitHub ne répond pas (une connexion refusée)" in capsys.readouterr().err


def test_trop_de_fichiers(actes: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A release takes a thousand: it is told before anything is sent."""
    monkeypatch.setattr(depot_github, "PAR_VERSION", 1)
    assert _deposer(actes) == 2
    assert "« mairie-2026 » aurait 2 fichiers, et GitHub en prend 1 par version" in capsys.readouterr().err
