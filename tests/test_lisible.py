"""Every kind of page as people set their screen: large, spaced, forced colours, no style, no movement, narrow."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tinycss2
from playwright.sync_api import Browser, Page, ViewportSize

from test_navigateur import PAGES

_OUTILS = """() => {
    const rgb = (dit) => (dit.match(/[\\d.]+/g) ?? []).map(Number);
    const part = (un) => (un <= 0.04045 ? un / 12.92 : ((un + 0.055) / 1.055) ** 2.4);
    const clarte = (dit) => {
        const [r, v, b] = rgb(dit).map((un) => part(un / 255));
        return 0.2126 * r + 0.7152 * v + 0.0722 * b;
    };
    window.fond = (un) => {
        const dit = getComputedStyle(un).backgroundColor;
        return rgb(dit)[3] === 0 && un.parentElement ? fond(un.parentElement) : dit;
    };
    window.contraste = (un, autre) => {
        const [bas, haut] = [clarte(un), clarte(autre)].sort((a, b) => a - b);
        return (haut + 0.05) / (bas + 0.05);
    };
    window.tout = () => [...document.body.querySelectorAll("*")];
    window.vus = () => tout().filter((un) => un.checkVisibility());
    window.nomme = (un) => `${un.tagName} ${un.getAttribute("class")} ${un.textContent.trim().slice(0, 40)}`;
    window.parle = (un) => [...un.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    window.coupes = () => vus().filter((un) => {
        const { overflowX, overflowY, clipPath } = getComputedStyle(un);
        if (clipPath !== "none" || un.closest(".rec-cache, svg, math, select")) return false;
        const x = overflowX !== "visible" && overflowX !== "auto" && un.scrollWidth > un.clientWidth + 1;
        const y = overflowY !== "visible" && overflowY !== "auto" && un.scrollHeight > un.clientHeight + 1;
        return un.clientWidth > 0 && !un.matches("input") && (x || y);
    }).map(nomme);
    window.mots = () => document.body.innerText.split(/\\s+/).filter(Boolean);
}"""

_LARGE: ViewportSize = {"width": 1280, "height": 900}

_ESPACE = """() => {
    const feuille = new CSSStyleSheet();
    feuille.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [feuille];
}"""


@pytest.fixture(scope="module")
def onglet(navigateur: Browser) -> Iterator[Page]:
    """One window for all the pages."""
    opened = navigateur.new_context(viewport=_LARGE).new_page()
    yield opened
    opened.context.close()


@pytest.fixture(scope="module", params=PAGES)
def page(onglet: Page, adresse: str, request: pytest.FixtureRequest) -> Page:
    """Each kind of page, opened once for all the tests; each leaves it as it was."""
    onglet.goto(adresse + PAGES[request.param])
    onglet.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true; })")
    onglet.wait_for_load_state("networkidle" if request.param == "recherche" else "load")
    onglet.evaluate(_OUTILS)
    return onglet


def _rien(page: Page, dit: str) -> None:
    """What JavaScript finds wrong is nothing."""
    found: Any = page.evaluate(dit)
    assert found == []


def test_fenetre_etroite(page: Page) -> None:
    """Zoomed four times, standing or lying, a page says the same and scrolls one way."""
    said = page.evaluate("mots()")
    for width, height in ((320, 256), (320, 640), (640, 320)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("mots()") == said
        _rien(page, "coupes()")
    page.set_viewport_size(_LARGE)


def test_menu_a_sa_place(page: Page) -> None:
    """The menu is under the name of the site, at its left, on every page that has one."""
    place = (
        "(un) => (({ left, top, bottom }) => [left, top, bottom])(document.querySelector(un).getBoundingClientRect())"
    )
    if page.locator("header").count():
        (left, _, bottom), (menu, top, _) = (page.evaluate(place, one) for one in (".rec-entete__nom", "header nav"))
        assert left == menu
        assert 0 <= top - bottom <= 16


def test_texte_grossi(page: Page) -> None:
    """Letters twice as large, in a window that stays as it is, are neither cut nor out of sight."""
    page.evaluate("document.documentElement.style.fontSize = '250%'")  # Material begins at 125 %
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    _rien(page, "coupes()")
    page.evaluate("document.documentElement.style.fontSize = ''")


def test_texte_espace(page: Page) -> None:
    """Lines, words and letters further apart are neither cut nor out of sight."""
    page.evaluate(_ESPACE)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        _rien(page, "coupes()")
    page.evaluate("document.adoptedStyleSheets = []")
    page.set_viewport_size(_LARGE)


def test_sans_feuille_de_style(page: Page) -> None:
    """Without a style sheet nothing that was seen is missing, and with them nothing is out of its order."""
    reordered = "flexDirection.includes('reverse') || s.order !== '0' || s.float !== 'none'"
    _rien(page, f"vus().filter((un) => {{ const s = getComputedStyle(un); return s.{reordered}; }}).map(nomme)")
    said = page.evaluate("mots()")
    page.evaluate("for (const une of document.styleSheets) une.disabled = true")
    bare = page.evaluate("mots()")
    page.evaluate("for (const une of document.styleSheets) une.disabled = false")
    following = iter(bare)
    assert [word for word in said if word not in following] == []


def test_couleurs_forcees(page: Page) -> None:
    """With the colours of the reader, words are seen, fields and buttons have a border, nothing keeps its own."""
    page.emulate_media(forced_colors="active")
    _rien(page, "tout().filter((un) => getComputedStyle(un).forcedColorAdjust === 'none').map(nomme)")
    _rien(page, "vus().filter(parle).filter((un) => contraste(getComputedStyle(un).color, fond(un)) < 4.5).map(nomme)")
    fields = "vus().filter((un) => un.matches('button, select, input:not([type=checkbox], [type=file])'))"
    _rien(page, f"{fields}.filter((un) => parseFloat(getComputedStyle(un).borderBottomWidth) < 1).map(nomme)")
    page.emulate_media(forced_colors="none")


def test_sans_mouvement(page: Page) -> None:
    """Nothing moves by itself; nothing moves at all for who asked it."""
    _rien(page, "tout().filter((un) => getComputedStyle(un).animationName !== 'none').map(nomme)")
    page.emulate_media(reduced_motion="reduce")
    _rien(page, "tout().filter((un) => parseFloat(getComputedStyle(un).transitionDuration) > 0.001).map(nomme)")
    _rien(page, "tout().filter((un) => getComputedStyle(un).scrollBehavior === 'smooth').map(nomme)")
    page.emulate_media(reduced_motion="no-preference")


def test_contraste_des_commandes(page: Page) -> None:
    """The border of a field, or the ground of a button, stands out from what is around it, light and dark."""
    told = """vus().filter((un) => un.matches("button, select, input:not([type=checkbox], [type=file])"))
        .filter((un) => {
            const { borderBottomColor, backgroundColor } = getComputedStyle(un);
            const autour = fond(un.parentElement);
            return contraste(borderBottomColor, autour) < 3 && contraste(backgroundColor, autour) < 3;
        }).map(nomme)"""
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        _rien(page, told)


def test_rien_par_la_couleur_seule(page: Page) -> None:
    """A link in a text is underlined; each colour of a vote has its name beside; what is added or taken has a sign."""
    lines = (
        "[un, ...un.querySelectorAll('*')].some((une) => getComputedStyle(une).textDecorationLine.includes('under'))"
    )
    _rien(page, f"[...document.querySelectorAll('main a')].filter((un) => un.checkVisibility() && !{lines}).map(nomme)")
    _rien(page, "[...document.querySelectorAll('[class^=rec-pastille]')].filter((un) => !un.innerText.trim())")
    signs = "!getComputedStyle(un, '::before').content.startsWith('\"[')"
    _rien(page, f"[...document.querySelectorAll('main ins, main del')].filter((un) => {signs}).map(nomme)")


def test_contenus_caches(page: Page) -> None:
    """What is not shown is told to nobody; what is only for the ears is named so; what is only for the eyes is mute."""
    kept = "script, noscript, template, [hidden], [hidden] *, select *, svg *, details:not([open]) *, .rec-courant"
    _rien(page, f"tout().filter((un) => !un.checkVisibility() && !un.matches('{kept}')).map(nomme)")
    deaf = "[...document.querySelectorAll('[aria-hidden=true]')]"
    _rien(page, f"{deaf}.filter((un) => un.querySelector('a, button, input, [tabindex]')).map(nomme)")
    _rien(page, f"{deaf}.filter((un) => un.checkVisibility() && /[a-z0-9]/i.test(un.textContent)).map(nomme)")
    clipped = "vus().filter((un) => getComputedStyle(un).clipPath !== 'none' && !un.matches('.rec-cache'))"
    _rien(page, f"{clipped}.map(nomme)")


def test_couleurs_declarees(page: Page) -> None:
    """The page has a colour for its words and one for its ground: a browser's own never mix with them."""
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        drawn = page.evaluate("['color', 'backgroundColor'].map((un) => getComputedStyle(document.body)[un])")
        assert all(colour.startswith("rgb(") for colour in drawn)
    fields = "vus().filter((un) => un.matches('button, select, input:not([type=checkbox], [type=file])'))"
    _rien(page, f"{fields}.filter((un) => getComputedStyle(un).backgroundColor === 'rgba(0, 0, 0, 0)').map(nomme)")


_SANS_CONTENU = {"top", "outline", "outline-color", "outline-offset", "color", "background-color", "box-shadow"} | {
    *("text-decoration", "text-decoration-style", "text-decoration-thickness", "text-underline-offset"),
    "scrollbar-color",
}
"""What the mouse and the focus may change: nothing of it shows or hides a word."""


def test_rien_au_survol(exemple: Path) -> None:
    """The mouse and the focus change colours and lines; nothing appears but the link that skips the menu."""
    for sheet in exemple.rglob("*.css"):
        for rule in tinycss2.parse_stylesheet(sheet.read_text(encoding="utf-8"), skip_comments=True):
            if rule.type != "qualified-rule":
                continue
            selector = tinycss2.serialize(rule.prelude)
            if ":hover" in selector or ":focus" in selector.replace(":not(.focus-visible)", ""):
                said = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
                names = {one.name for one in said if one.type == "declaration"}
                assert {one for one in names if not one.startswith("-")} <= _SANS_CONTENU, (sheet.name, selector)
