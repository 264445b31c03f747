"""The style sheet of the theme loses what no page can use, and no element of any page looks different."""

from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from outils import servir
from photographe import attendre_les_polices
from recueil.feuille import classes_de, reduire
from test_navigateur import PAGES

_THEME = Path(str(files("material"))) / "templates" / "assets" / "stylesheets"
_STYLES = """async () => {
  await document.fonts.ready;
  document.querySelectorAll("details").forEach((un) => { un.open = true; });
  await new Promise((suite) => requestAnimationFrame(() => requestAnimationFrame(suite)));
  document.getAnimations().forEach((une) => une.finish());
  const dit = (un, quoi) => {
    const style = getComputedStyle(un, quoi);
    const noms = [...style].filter((nom) => !nom.startsWith("--"));
    return noms.map((nom) => `${nom}:${style.getPropertyValue(nom)}`).join(";");
  };
  const la = (un, quoi) => quoi === "::marker" ? getComputedStyle(un).display === "list-item"
    : !quoi || !["none", "normal"].includes(getComputedStyle(un, quoi).content);
  const parts = ["", "::before", "::after", "::marker"];
  return [...document.querySelectorAll("*")].flatMap((un) =>
    parts.map((quoi) => `${un.tagName} ${un.className} ${quoi} ${la(un, quoi) ? dit(un, quoi) : "rien"}`));
}"""


def test_les_regles_utiles_restent() -> None:
    """A class that is borne, an element, a condition, a variable used through another: kept; the rest goes."""
    css = """
    :root{--a:1px;--b:var(--a);--inutile:url("data:image/svg+xml;charset=utf-8,<svg/>")}
    .borne,.autre{margin:var(--b)!important}
    .autre .borne{color:red}
    p:not(.autre){color:blue}
    [data-md-color-scheme=slate] p{color:green}
    @media print{.autre{color:red}}
    @media screen{.borne:hover::after{content:"a,b}"}}
    @font-face{font-family:x}
    """
    assert reduire(css, {"borne"}) == (
        ":root{--a:1px;--b:var(--a)}.borne{margin:var(--b)!important}p:not(.autre){color:blue}"
        '@media screen{.borne:hover::after{content:"a,b}"}}@font-face{font-family:x}'
    )


def test_une_variable_d_une_autre_feuille_reste() -> None:
    """The style sheet of the register uses variables of the theme."""
    assert reduire(":root{--a:1px;--b:2px}", set(), ["p{margin:var( --b , 3px)}"]) == ":root{--b:2px}"


def test_les_classes_d_un_gabarit() -> None:
    """Those of every branch, whatever stands between."""
    found = classes_de('<p class="un {% if vue.x %}deux{% endif %}" id="trois"><b class="rec-{{ y }} quatre">')
    assert {"un", "deux", "quatre"} <= found
    assert "trois" not in found


def _styles(browser: Browser, url: str, whole: str | None, **options: object) -> list[str]:
    """The computed style of every element, with the style sheet of the site or with another."""
    page: Page = browser.new_context(reduced_motion="reduce", **options).new_page()  # type: ignore[arg-type]

    def answer(route: Route) -> None:
        route.fulfill(body=whole, content_type="text/css") if whole else route.continue_()

    page.route("**/stylesheets/main.*.min.css", answer)
    page.route("**/assets/recueil.css", attendre_les_polices)
    page.goto(url, wait_until="networkidle")
    found: list[str] = page.evaluate(_STYLES)
    page.context.close()
    return found


@pytest.mark.parametrize("nom", ["accueil", "acte", "registre", "a-propos"])
def test_rien_ne_change_a_l_oeil(nom: str, navigateur: Browser, exemple: Path) -> None:
    """Every property of every element is the same with the whole style sheet: wide, on a phone, dark."""
    whole = next(_THEME.glob("main.*.min.css")).read_text(encoding="utf-8")
    with servir(exemple.parent) as base:
        url = f"{base}{exemple.name}/{PAGES.get(nom, f'{nom}/')}"
        for width, scheme in ((1280, "light"), (320, "dark")):
            size = {"width": width, "height": 900}
            options = {"viewport": size, "color_scheme": scheme}
            reduced, full = (_styles(navigateur, url, css, **options) for css in (None, whole))
            assert len(reduced) == len(full)
            assert [pair for pair in zip(reduced, full, strict=True) if pair[0] != pair[1]] == []


def test_une_premiere_visite_est_legere(exemple: Path) -> None:
    """What a first visit of an act fetches, uncompressed: the page, its styles, two fonts, the icon."""
    page = exemple / PAGES["acte"] / "index.html"
    shared = [*exemple.glob("assets/stylesheets/*.css"), exemple / "assets/recueil.css", exemple / "assets/sceau.svg"]
    fonts = [path for path in exemple.glob("assets/polices/*.woff2") if "italic" not in path.name]
    assert len(fonts) == 2
    assert sum(path.stat().st_size for path in [page, *shared, *fonts]) <= 120_000
