"""The dossier that the page of an act makes in the browser: the same as the program's, and nothing of it weighs."""

import io
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, sync_playwright

from dossier_fictif import ACTE, NOM, PAPIERS, construire, faire, vivre
from outils import RACINE, servir
from recueil.empreinte import empreinte

_CHROMIUM = os.environ.get("CHROMIUM", shutil.which("chromium"))
pytestmark = pytest.mark.skipif(not _CHROMIUM, reason="Chromium manque : scripts/test le dit et échoue sous CI=true")

_CLIENT_ZIP = "28c957c53d8e5290951d4b45ccff8ab8c9c37219da08b9d537bbdd595a75706d"
"""The SHA-256 of its index.js, as npm gives it."""


@pytest.fixture(scope="module")
def actes(vie_inscrite: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The acts of a project whose journal has lived; its site is beside them."""
    return construire(vivre(tmp_path_factory.mktemp("dossier"), vie_inscrite))


@pytest.fixture(scope="module")
def navigateur() -> Iterator[Browser]:
    """A headless Chromium, Debian's, which calls nobody by itself."""
    with sync_playwright() as tool:
        options = ["--no-sandbox", "--disable-background-networking"]
        browser = tool.chromium.launch(executable_path=_CHROMIUM, args=options)
        yield browser
        browser.close()


def test_la_bibliotheque_est_celle_de_npm() -> None:
    """The zip is made by client-zip 2.5.1, unchanged, with its licence beside it."""
    folder = RACINE / "theme_overrides" / "assets"
    assert empreinte(folder / "client-zip.js").sha256 == _CLIENT_ZIP
    assert "Copyright 2020 David Junger" in (folder / "client-zip.LICENCE-MIT.txt").read_text(encoding="utf-8")


def test_le_dossier_fait_dans_la_page(navigateur: Browser, actes: Path) -> None:
    """The same as the program's, but for what is signed by hand; the page that checks finds it right."""
    asked: list[str] = []
    with servir(actes.parent / "site") as base:
        page = navigateur.new_context(viewport={"width": 320, "height": 700}).new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(base + ACTE)
        assert not [url for url in asked if "client-zip" in url]
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Télécharger le dossier de preuve").click()
        assert waiting.value.suggested_filename == NOM
        content = waiting.value.path().read_bytes()
        page.get_by_text("Le dossier est téléchargé.").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        page.context.close()
    assert [url for url in asked if not url.startswith((base, "blob:"))] == []
    assert _contenu(io.BytesIO(content)) == _contenu(faire(actes))


def _contenu(archive: Path | io.BytesIO) -> list[tuple[str, bytes]]:
    """The files of a zip in their order, without the papers."""
    with ZipFile(archive) as opened:
        assert opened.testzip() is None
        read = [(name, opened.read(name)) for name in opened.namelist() if name not in PAPIERS]
    assert read[-1][0] == "SHA256SUMS"
    kept = [line for line in read[-1][1].splitlines() if line[66:].decode() not in PAPIERS]
    return [*read[:-1], ("SHA256SUMS", b"\n".join(kept))]


def test_une_partie_manque(navigateur: Browser, actes: Path) -> None:
    """What does not answer is said, and the parts are shown; without JavaScript they are there from the start."""
    with servir(actes.parent / "site") as base:
        page = navigateur.new_context().new_page()
        page.route("**/journal.jsonl", lambda route: route.abort())
        page.goto(base + ACTE)
        page.get_by_role("button", name="Télécharger le dossier de preuve").click()
        page.get_by_text("Le dossier n'a pas pu être fait").wait_for()
        assert page.get_by_role("link", name="Le journal", exact=True).is_visible()
        page.context.close()
        page = navigateur.new_context(java_script_enabled=False).new_page()
        page.goto(base + ACTE)
        assert not page.get_by_role("button", name="Télécharger le dossier de preuve").is_visible()
        links = page.locator(".rec-dossier__parties a")
        assert all(page.request.get(link.evaluate("a => a.href")).ok for link in links.all())
        page.context.close()
