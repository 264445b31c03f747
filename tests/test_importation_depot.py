"""The drop folder keeps all that was not imported, and loses nothing when something fails."""

import json
from pathlib import Path

import pytest

from fichiers_fictifs import CORPS, TAMPON, archive_tar, archive_zip, message, nom
from importer import main
from pdf_fictif import pdf
from recueil.importation.sortie import depot
from registre_fictif import ACTE, etat, ouvrir

_AUTRE = ACTE.replace("2026-07", "2026-08").replace("2026_07", "2026_08")
_LU = pdf([f"{TAMPON}\nDélibération n° 607\nSéance du 11 février 2026\nObjet : Tarif de la salle\n{CORPS}"])


@pytest.fixture
def projet(tmp_path: Path) -> Path:
    """A project with a register of one authority and a drop folder."""
    acts = ouvrir(tmp_path)
    (acts.parent / "depot").mkdir()
    return acts.parent


def _importer(projet: Path, *arguments: str | Path, laid: Path | None = None) -> int:
    where = ["--acts", projet / "acts", "--dossier-depot", laid or projet / "depot"]
    return main([*map(str, (*arguments, *where))])


def _deposer(projet: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        path = projet / "depot" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


_BON, _VIDE = ACTE.encode(), b""


_LONG = "é" * 100 + ".pdf"
_WORD = b"PK\x03\x04" + bytes(26) + b"_rels/"
_PAQUETS: dict[str, tuple[dict[str, bytes], set[str]]] = {
    "tar": ({"envoi.tar": archive_tar({"acte.txt": _BON, "vide.pdf": _VIDE})}, {"envoi.tar"}),
    "sans suffixe": ({"envoi": archive_zip({"vide.pdf": _VIDE}), "acte.txt": _BON}, {"envoi"}),
    "message": ({nom(0): message("Acte"), nom(1): _LU[:-400]}, {nom(0), nom(1)}),
    "annexe": ({nom(0): message("Acte"), nom(1): _LU[:-400], nom(2): _LU}, {nom(0), nom(1), nom(2)}),
    "message seul": ({"recu.xml": message()}, {"recu.xml"}),
    "noms étranges": ({"vide\u202e.pdf": _VIDE, _LONG: _VIDE}, {"vide\u202e.pdf", _LONG}),
    "deux archives": ({"a.zip": archive_zip({"acte.txt": _BON}), "b.zip": archive_zip({"b.pdf": _VIDE})}, {"b.zip"}),
    "un même nom": ({"a.zip": archive_zip({"acte.pdf": _BON}), "acte.pdf": _VIDE}, {"acte.pdf"}),
    "dossier": ({"lot/acte.txt": _BON, "lot/vide.pdf": _VIDE, "lot/.cache": b"x"}, {"lot/vide.pdf", "lot/.cache"}),
    "archive du dossier": ({"lot/a.zip": archive_zip({"a.txt": _BON}), "lot/b/c.zip": b"PK\x03\x04"}, {"lot/b/c.zip"}),
    "dossier vidé": ({"lot/sous/acte.txt": _BON}, set()),
    "annexe non écrite": ({nom(0): message("Acte"), nom(1): _LU, nom(2): _WORD}, {nom(2)}),
    "tout": ({nom(1): _LU, "acte.txt": _BON}, set()),
}
"""What is laid, and what stays."""


@pytest.mark.parametrize(("files", "stay"), _PAQUETS.values(), ids=_PAQUETS)
def test_ce_qui_n_est_pas_importe_reste(projet: Path, files: dict[str, bytes], stay: set[str]) -> None:
    """Whatever its name, and whatever was laid with it; the rest goes away, its empty folders too."""
    _deposer(projet, files)
    _importer(projet, "--depot", "--sortie", projet / "sortie")
    assert set(etat(projet / "depot")) == stay
    assert [path for path in (projet / "depot").rglob("*") if path.is_dir() and not any(path.iterdir())] == []
    changes = json.loads((projet / "sortie" / "changements.json").read_text("utf-8"))
    gone = {f"depot/{name}" for name in files} - {f"depot/{name}" for name in stay}
    assert set(changes["otes"]) == gone


def test_rien_n_est_ote_quand_la_proposition_echoue(projet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was laid is taken away last: a failure before that loses nothing."""
    _deposer(projet, {"acte.txt": _BON})

    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(depot, "deposer", fail)
    with pytest.raises(OSError, match=r"^$"):
        _importer(projet, "--depot", "--sortie", projet / "sortie")
    assert (projet / "depot" / "acte.txt").is_file()


def test_un_depot_hors_du_projet(projet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is refused before anything is read: its files could not be told in the pull request."""
    away = tmp_path / "ailleurs"
    away.mkdir()
    (away / "acte.txt").write_bytes(_BON)
    before = etat(projet)
    assert _importer(projet, "--depot", "--sortie", projet / "sortie", laid=away) == 2
    assert "est hors du projet : donnez un dossier de «" in capsys.readouterr().err
    assert etat(projet) == before
    assert (away / "acte.txt").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["acte.txt", "--depot"], "« FICHIER » ne va pas avec « --depot »"),
        (["--vers", "acts/autre", "--depot"], "« --vers » ne va pas avec « --depot »"),
        (["--json", "--depot"], "« --json » ne va pas avec « --depot »"),
        (["acte.txt", "--json", "--sortie", "sortie"], "« --json » ne va pas avec « --sortie »"),
        (["acte.txt", "--json", "--vers", "acts/autre"], "« --json » ne va pas avec « --vers »"),
    ],
)
def test_options_qui_ne_vont_pas_ensemble(
    projet: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    """None is passed over without a word."""
    with pytest.raises(SystemExit) as stopped:
        _importer(projet, *arguments)
    assert stopped.value.code == 2
    assert said in capsys.readouterr().err


def test_json_deux_fichiers_d_un_meme_nom(projet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line each: a program reads as many lines as it gave files."""
    _deposer(projet, {"a/acte.txt": _BON, "b/acte.txt": _AUTRE.encode()})
    assert _importer(projet, projet / "depot/a/acte.txt", projet / "depot/b/acte.txt", "--json") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["numero"] for line in lines] == ["2026-07", "2026-08"]
