"""What a town shows of its acts on its own site, in a real Chromium: from another origin, and from a file."""

import os
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from lxml import html as lxml_html
from playwright.sync_api import Browser, FrameLocator, Page, expect, sync_playwright

from outils import servir

_CHROMIUM = os.environ.get("CHROMIUM", shutil.which("chromium"))
pytestmark = pytest.mark.skipif(not _CHROMIUM, reason="Chromium manque : scripts/test le dit et échoue sous CI=true")

_SITE = "https://exemple.example/actes/"
_AUTRE = "<!doctype html><html lang='fr'><title>La commune</title><h1>La commune</h1>{}<p>Fin de la page</p></html>"


@pytest.fixture(scope="module")
def navigateur() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def adresse(exemple: Path) -> Iterator[str]:
    """The site of the register."""
    with servir(exemple.parent) as base:
        yield f"{base}{exemple.name}/"


@pytest.fixture(scope="module")
def extraits(exemple: Path, adresse: str) -> dict[str, str]:
    """What the page gives to copy, by its name, with the address at which the register is served here."""
    page = lxml_html.parse(exemple / "integrer/index.html").getroot()
    told = {block.get("aria-label"): block.text_content() for block in page.xpath("//pre")}
    return {name: unescape(text).replace(_SITE, adresse) for name, text in told.items()}


def _ouvrir(navigateur: Browser, url: str, width: int = 1000) -> Page:
    page = navigateur.new_context(viewport={"width": width, "height": 800}).new_page()
    page.goto(url)
    return page


def _cadre(page: Page, titre: str) -> FrameLocator:
    return page.frame_locator(f'iframe[title^="{titre}"]')


@pytest.mark.parametrize("width", [320, 1000])
@pytest.mark.parametrize("origine", ["autre", "fichier"])
def test_derniers_actes(
    origine: str, width: int, navigateur: Browser, extraits: dict[str, str], tmp_path: Path
) -> None:
    """On the page of another site, or in a file, the acts are shown whole, at their height, and nothing is kept."""
    home = tmp_path / "commune.html"
    script = next(text for name, text in extraits.items() if name.startswith("Script, Derniers actes, "))
    home.write_text(_AUTRE.format(script), encoding="utf-8")
    with servir(tmp_path) as base:
        page = _ouvrir(navigateur, home.as_uri() if origine == "fichier" else f"{base}commune.html", width)
        frame = _cadre(page, "Derniers actes")
        expect(frame.locator("li.rec-carte").first).to_be_visible()
        page.wait_for_function("document.querySelector('iframe').offsetHeight !== 480")
        needed = frame.locator("body").evaluate("body => [body.scrollHeight, document.documentElement.scrollWidth]")
        shown = page.evaluate("[document.querySelector('iframe').offsetHeight, document.documentElement.scrollWidth]")
        assert abs(shown[0] - needed[0]) <= 2
        assert max(needed[1], shown[1]) <= width
        assert page.context.cookies() == []
        page.context.close()


def test_un_lien_ouvre_la_page_de_l_acte(
    navigateur: Browser, extraits: dict[str, str], adresse: str, tmp_path: Path
) -> None:
    """The link leaves the small page: it would not hold an act."""
    (tmp_path / "commune.html").write_text(_AUTRE.format(extraits["Cadre, Derniers actes publiés"]), encoding="utf-8")
    with servir(tmp_path) as base:
        page = _ouvrir(navigateur, f"{base}commune.html")
        _cadre(page, "Derniers actes").locator("li.rec-carte a").first.click()
        page.wait_for_url(f"{adresse}**")
        assert page.locator("h1").count() == 1
        page.context.close()


def test_chercher_depuis_un_autre_site(
    navigateur: Browser, extraits: dict[str, str], adresse: str, tmp_path: Path
) -> None:
    """What is typed in the small box is searched in the register."""
    (tmp_path / "commune.html").write_text(_AUTRE.format(extraits["Cadre, Chercher un acte"]), encoding="utf-8")
    with servir(tmp_path) as base:
        page = _ouvrir(navigateur, f"{base}commune.html")
        box = _cadre(page, "Chercher un acte").locator("input")
        box.fill("eau")
        box.press("Enter")
        page.wait_for_url(f"{adresse}recherche/?q=eau")
        page.context.close()


def test_sans_javascript(navigateur: Browser, adresse: str) -> None:
    """The small pages say the same without any script."""
    page = navigateur.new_context(java_script_enabled=False).new_page()
    page.goto(f"{adresse}cadre/actes/")
    assert page.locator("li.rec-carte").count() > 0
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    page.context.close()


def test_chaque_extrait_montre_ce_qu_il_dit(exemple: Path) -> None:
    """Each thing to copy leads to a small page of the site, under its title, or one that outlives a session."""
    page = lxml_html.parse(exemple / "integrer/index.html").getroot()
    blocks = [lxml_html.fromstring(block.text_content()) for block in page.xpath("//pre")]
    frames = [block for block in blocks if block.tag == "iframe"]
    assert len(frames) * 2 == len(blocks)
    for frame in frames:
        small = lxml_html.parse(exemple / str(frame.get("src")).removeprefix(_SITE) / "index.html").getroot()
        title, _, whose = str(frame.get("title")).partition(", ")
        shown = small.xpath("//h1")[0].text_content()
        assert shown == frame.get("title") or (title == "Dernière séance" and shown.endswith(f", {whose}"))
