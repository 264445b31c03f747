"""What the tests share: a small right register to spoil, and the example site, built once."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from greffe import seul
from journal_outils import publier
from outils import BASE, construire, mkdocs, projet, servir
from vie_fictive import copier

settings.register_profile("recueil", deadline=None)  # a machine that is busy is no fault of what is tested
settings.load_profile("recueil")


@pytest.fixture
def depot(tmp_path: Path) -> Path:
    """A folder ``acts/`` with nothing wrong in it, made for one test."""
    return Path(shutil.copytree(BASE / "acts", tmp_path / "acts"))


@pytest.fixture
def inscrit(depot: Path) -> Path:
    """A register whose acts are recorded."""
    acts = depot
    assert publier(acts).returncode == 0
    return acts


@pytest.fixture(scope="session")
def exemple(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the fictional example, built strict."""
    folder = tmp_path_factory.mktemp("exemple") / "actes"  # the last folder of its address
    construire("exemple", folder)
    return folder


@pytest.fixture(scope="session")
def vie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the authority whose acts change, built strict."""
    folder = tmp_path_factory.mktemp("vie") / "devenirs"  # the last folder of its address
    construire("vie", folder)
    return folder


@pytest.fixture(scope="session")
def vie_inscrite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The acts of the authority whose acts change, recorded; made once for all the workers, not to be written to."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with seul(shared):
        if not (shared / "vie-inscrite").exists():
            fresh = tmp_path_factory.mktemp("vie")
            done = publier(copier(fresh), le="2026-07-01")
            assert done.returncode == 0, done.stderr
            (fresh / "acts").rename(shared / "vie-inscrite")
    return shared / "vie-inscrite"


@pytest.fixture(scope="session")
def projet_inscrit(vie_inscrite: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose acts are recorded in a journal, and its site."""
    root = tmp_path_factory.mktemp("preuve")
    shutil.copytree(vie_inscrite, root / "acts")
    done = mkdocs(projet(root), root / "site")
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture(scope="session")
def reel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real register, built strict."""
    folder = tmp_path_factory.mktemp("reel") / "site"
    construire("reel", folder)
    return folder


@pytest.fixture(scope="module")
def navigateur() -> Iterator[Browser]:
    """A headless Chromium, which calls nobody by itself."""
    path = os.environ.get("CHROMIUM", shutil.which("chromium"))
    if not path:
        pytest.skip("Chromium manque : scripts/test le dit et échoue sous CI=true")
    with sync_playwright() as tool:
        options = ["--no-sandbox", "--disable-background-networking"]
        browser = tool.chromium.launch(executable_path=path, args=options)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def adresse(exemple: Path) -> Iterator[str]:
    """The example site, served on this machine under the folder of its address."""
    with servir(exemple.parent) as base:
        yield f"{base}{exemple.name}/"
