"""What is compared with Hugo is comparable: the same pages at the same addresses, saying the same words."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest

import mesurer
from mesure import hugo_temoin, processus
from mesure.campagne import Resultat
from mesure.processus import Passage
from mesure.sortes import ACTES, SEUL_HUGO, SEUL_RECUEIL, Compte, Contenu, contenu

VERSION = hugo_temoin.version()
COMPARABLE = VERSION.startswith("0.111.")
hugo = pytest.mark.skipif(not COMPARABLE, reason=f"Hugo de Debian 12 (0.111) manque ; ici : {VERSION or 'aucun'}")

_PROMIS = {"froid_sur_hugo", "un_acte_sur_hugo", "memoire_mo", "octets_par_acte"}
_BALISE = re.compile(r"<(script|style).*?</\1>|<[^>]*>", re.DOTALL)


@dataclass(frozen=True)
class Mesure:
    """What ``mesurer`` said, and where the sites are."""

    dit: Mapping[str, object]
    recueil: Path
    hugo: Path


@pytest.fixture(scope="module")
def mesure(tmp_path_factory: pytest.TempPathFactory) -> Mesure:
    """Sixty acts, measured as a person would have it."""
    folder = tmp_path_factory.mktemp("mesure")
    with pytest.MonkeyPatch.context() as patch:
        told: list[str] = []
        patch.setattr("builtins.print", lambda *said, **_: told.extend(map(str, said)))
        asked = ["--actes", "60", "--json", "--garder", str(folder)]
        assert mesurer.main(asked if COMPARABLE else [*asked, "--sans-hugo"]) == 0
    return Mesure(json.loads(told[-1]), folder / "60" / "projet" / "site", folder / "60" / "hugo" / "public")


def test_cles(mesure: Mesure) -> None:
    """One line of JSON holds what was promised; without Hugo the ratios are null and the rest is given."""
    assert mesure.dit.keys() >= _PROMIS
    assert mesure.dit["actes"] == 60
    given = {key for key in _PROMIS if mesure.dit[key] is not None}
    assert given == (_PROMIS if COMPARABLE else {"memoire_mo", "octets_par_acte"})
    assert all(isinstance(mesure.dit[key], int | float) for key in given)


def test_un_acte_est_leger(mesure: Mesure) -> None:
    """The page of an act stays under 30 kB of HTML."""
    heaviest = mesure.dit["octets_max_acte"]
    assert isinstance(heaviest, int)
    assert heaviest < 30_000


@hugo
def test_memes_pages(mesure: Mesure) -> None:
    """Every page of Recueil has one of Hugo at the same address; the act that was added came after Hugo."""
    own, other = _adresses(mesure.recueil), _adresses(mesure.hugo)
    assert {address for address in own - other if "bis1" not in address} == set()
    more = {address for address in other - own if not address.endswith("page/1/index.html")}
    assert more <= {"conventions/partenaires/index.html"}


@hugo
def test_memes_sortes(mesure: Mesure) -> None:
    """There are as many files of each kind, and they weigh about the same."""
    own, other = contenu(mesure.recueil), contenu(mesure.hugo)
    for name in {*own.sortes, *other.sortes} - {SEUL_HUGO, SEUL_RECUEIL}:
        assert abs(_nombre(own, name) - _nombre(other, name)) <= max(3, _nombre(own, name) // 20), name
    compared = own.octets - own.sortes[SEUL_RECUEIL].octets
    assert compared == pytest.approx(other.octets, rel=0.15)
    assert own.sortes[ACTES].octets == pytest.approx(other.sortes[ACTES].octets, rel=0.15)


@hugo
def test_memes_mots(mesure: Mesure) -> None:
    """The page of an act says by Hugo what it says by Recueil: all but one word in twenty, as a rule."""
    pages = [path for path in mesure.hugo.glob("*/*/*/index.html") if path.with_name("index.json").exists()]
    assert len(pages) > 50
    shared = {path: _part(mesure.recueil / path.relative_to(mesure.hugo), path) for path in pages}
    assert min(shared.values()) > 0.85, min(shared, key=lambda path: shared[path])
    assert median(shared.values()) > 0.95


@hugo
def test_donnees_lisibles(mesure: Mesure) -> None:
    """The twins and the feeds of Hugo are whole, not make-believe."""
    for path in mesure.hugo.rglob("index.json"):
        assert json.loads(path.read_text(encoding="utf-8"))["texte_html"]
    own, other = (site / "flux" / "actes.rss.xml" for site in (mesure.recueil, mesure.hugo))
    assert abs(_entrees(own) - _entrees(other)) <= 1


def test_sans_hugo(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where Hugo is missing, mesurer says what to install and gives the rest."""
    run, held = Passage(2.0, 1.5, 80), Contenu({ACTES: Compte(12, 12_000)}, 12, 2_000)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(mesurer, "mener", lambda *_, **__: Resultat(12, run, run, run, run, held, None, None))
    assert mesurer.main(["--actes", "12", "--json"]) == 0
    told = capsys.readouterr()
    assert "apt install hugo" in told.err
    last = json.loads(told.out.splitlines()[-1])
    assert last["froid_sur_hugo"] is last["un_acte_sur_hugo"] is None
    assert last["memoire_mo"] > 0


def test_memoire_de_tous(tmp_path: Path) -> None:
    """The memory of a child counts with that of its parent, not that of who measures, and what failed is told."""
    held = bytearray(b"\1" * 200_000_000)
    child = "import time; kept = bytearray(60_000_000); time.sleep(1.5)"
    parent = f"import subprocess, sys; kept = bytearray(60_000_000); subprocess.run([sys.executable, '-c', {child!r}])"
    run = processus.executer(["python3", "-c", parent], tmp_path, {})
    assert 115 < run.memoire_mo < 180 < len(held) // 1_000_000
    assert run.secondes > 1.5
    with pytest.raises(processus.Echec, match="perdu"):
        processus.executer(["python3", "-c", "raise SystemExit('perdu')"], tmp_path, {})


def _adresses(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def _nombre(held: Contenu, name: str) -> int:
    return held.sortes[name].fichiers if name in held.sortes else 0


def _mots(path: Path) -> Counter[str]:
    return Counter(re.findall(r"\w+", _BALISE.sub(" ", path.read_text(encoding="utf-8"))))


def _part(own: Path, other: Path) -> float:
    """The share of the words of a page that the other says too, as often."""
    said = _mots(own)
    return sum((said & _mots(other)).values()) / sum(said.values())


def _entrees(feed: Path) -> int:
    return feed.read_text(encoding="utf-8").count("<item>")
