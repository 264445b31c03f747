"""What was read of a folder is kept: the same acts and findings; nothing damaged, foreign or stale is believed."""

import pickle
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from outils import RACINE
from recueil import depouillement, lectures, verifier
from recueil.anomalie import Severite
from recueil.empreinte import sceau
from recueil.parcours import Dossier, visiter
from recueil.publies import Fiche
from recueil.reserve import Reserve
from recueil.verification import Verification

_ACTE = "essarts/2026/2026-01-22/dcs-2026-01.md"


@pytest.fixture
def acts(tmp_path: Path) -> Path:
    """A register of two authorities."""
    return Path(shutil.copytree(RACINE / "tests" / "exemple" / "acts", tmp_path / "acts"))


@pytest.fixture
def lus(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders that were read, as they are."""
    found: list[str] = []
    read = depouillement._lire  # noqa: SLF001 (what is spied)

    def spy(dossiers: Sequence[Dossier]) -> object:
        found.extend(one.chemin.name for one in dossiers)
        return read(dossiers)

    monkeypatch.setattr(depouillement, "_lire", spy)
    return found


def _dit(found: Verification) -> tuple[object, ...]:
    shown = [(one.fiche.adresse, one.fiche.acte, one.fiche.fichiers, one.etat) for one in found.expositions]
    return found, shown


def _gardes(acts: Path) -> list[Path]:
    return sorted((acts.parent / "reserve" / "lecture").iterdir())


def test_ce_qui_est_garde_dit_la_meme_chose(acts: Path, lus: list[str]) -> None:
    """The second time nothing is read, and the acts, their files and the findings are the same."""
    alone = _dit(verifier(acts))
    assert _dit(verifier(acts, acts.parent / "reserve")) == alone
    lus.clear()
    assert _dit(verifier(acts, acts.parent / "reserve")) == alone
    assert lus == []


def test_les_anomalies_aussi(acts: Path, tmp_path: Path) -> None:
    """Warnings and errors are kept with their places."""
    act = acts / _ACTE
    act.write_text(act.read_text(encoding="utf-8").replace("type: ", "type: x"), encoding="utf-8")
    alone = verifier(acts)
    assert alone.bloque
    assert [verifier(acts, tmp_path / "reserve") for _ in range(2)] == [alone, alone]


def _un_mot(acts: Path) -> str:
    path = acts / _ACTE
    path.write_text(path.read_text(encoding="utf-8") + "\nUn mot.\n", encoding="utf-8")
    return "2026-01-22"


def _un_pdf(acts: Path) -> str:
    path = min(acts.rglob("*.pdf"))
    path.write_bytes(path.read_bytes() + b"\n")
    return path.parent.name


def _un_fichier_de_plus(acts: Path) -> str:
    ((acts / _ACTE).parent / "brouillon.txt").write_text("essai", encoding="utf-8")
    return "2026-01-22"


def _la_collectivite(acts: Path) -> str:
    path = acts / "essarts" / "collectivite.yml"
    path.write_text(path.read_text(encoding="utf-8") + "# relu\n", encoding="utf-8")
    return ""


@pytest.mark.parametrize("change", [_un_mot, _un_pdf, _un_fichier_de_plus, _la_collectivite])
def test_ce_qui_change_est_relu(change: Callable[[Path], str], acts: Path, lus: list[str]) -> None:
    """A word, a PDF, a file more: its folder is read again, alone; what an authority says of itself: all of its own."""
    verifier(acts, acts.parent / "reserve")
    folder = change(acts)
    every = [one.chemin.name for one in visiter(acts).dossiers if one.collectivite.cle == "essarts"]
    lus.clear()
    found = _dit(verifier(acts, acts.parent / "reserve"))
    assert lus == ([folder] if folder else every)
    assert found == _dit(verifier(acts))


class _Piege:
    """What a hostile file would have done while it is read."""

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (Path("piege"),)


def _scelle(path: Path, content: bytes) -> bytes:
    origin = path.read_bytes().split(b" ", 1)[0]
    return origin + b" " + sceau(content).encode() + b"\n" + content


_ABIMES: dict[str, Callable[[Path], bytes]] = {
    "vide": lambda _: b"",
    "coupé": lambda path: path.read_bytes()[:-1],
    "changé": lambda path: path.read_bytes().replace(b"Essarts", b"Essarst"),
    "d'un autre dossier": lambda path: b"x" + path.read_bytes()[1:],
    "qui n'est pas une lecture": lambda path: _scelle(path, pickle.dumps(["rien"])),
    "illisible": lambda path: _scelle(path, b"\x80\x05rien"),
    "qui appelle un programme": lambda path: _scelle(path, pickle.dumps(_Piege())),
    "qui change une classe": lambda path: _scelle(
        path, b"\x80\x04\x8c\x0frecueil.publies\x8c\x05Fiche\x93N}\x8c\x05rendu\x8c\x03pwns\x86b."
    ),
    "qui change une liste": lambda path: _scelle(
        path, b"\x80\x04\x8c\x10recueil.anomalie\x8c\x08Severite\x93N}\x8c\x06ERREUR\x8c\x03pwns\x86b."
    ),
    "qui passe par un module": lambda path: _scelle(path, b"\x80\x04\x8c\x10recueil.lectures\x8c\x09os.getcwd\x93)R."),
}


@pytest.mark.parametrize("damage", _ABIMES)
def test_rien_d_abime_n_est_cru(
    damage: str, acts: Path, lus: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stands in the place of what was kept, the acts are read again, and no program is run."""
    monkeypatch.chdir(tmp_path)
    alone = _dit(verifier(acts, tmp_path / "reserve"))
    for path in _gardes(acts):
        path.write_bytes(_ABIMES[damage](path))
    lus.clear()
    assert _dit(verifier(acts, tmp_path / "reserve")) == alone
    assert lus == [one.chemin.name for one in visiter(acts).dossiers]
    assert not (tmp_path / "piege").exists()
    assert callable(Fiche.rendu)
    assert [one.name for one in Severite] == ["ERREUR", "AVERTISSEMENT"]
    assert isinstance(Severite.ERREUR, Severite)


def test_une_autre_version_relit_tout(acts: Path, lus: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version of the engine understood is nothing to this one."""
    verifier(acts, acts.parent / "reserve")
    monkeypatch.setattr(lectures, "signature", lambda: "autre")
    lus.clear()
    verifier(acts, acts.parent / "reserve")
    assert lus == [one.chemin.name for one in visiter(acts).dossiers]


def test_ce_qui_a_disparu_n_est_pas_garde(acts: Path) -> None:
    """Nothing stays of a folder that is gone: it may have held what had to be hidden."""
    verifier(acts, acts.parent / "reserve")
    before = _gardes(acts)
    shutil.rmtree((acts / _ACTE).parent)
    verifier(acts, acts.parent / "reserve")
    assert len(_gardes(acts)) == len(before) - 1


def test_ce_qui_change_pendant_la_lecture_n_est_pas_garde(acts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is saved while it is read, then put back: what was read in between is not kept."""
    path, read = acts / _ACTE, depouillement._lire  # noqa: SLF001 (what is spied)
    before, alone = path.read_bytes(), _dit(verifier(acts))

    def save(dossiers: Sequence[Dossier]) -> object:
        path.write_bytes(before + b"\nAutre.\n")
        return read(dossiers)

    with monkeypatch.context() as patch:
        patch.setattr(depouillement, "_lire", save)
        verifier(acts, acts.parent / "reserve")
    path.write_bytes(before)
    assert _dit(verifier(acts, acts.parent / "reserve")) == alone


def test_un_disque_en_lecture_seule(acts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be kept, nothing is lost either."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError

    alone = _dit(verifier(acts))
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    assert _dit(verifier(acts, acts.parent / "reserve")) == alone
    Reserve(acts.parent / "absente").oublier(sauf=())
