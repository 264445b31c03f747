"""Pictures of every kind of page, to be compared with those that were looked at and accepted.

From the root: ``./scripts/vues`` compares and writes a report to look at; ``./scripts/vues --accepter`` takes the
pictures of today as the right ones. The folder ``tests/vues`` holds them, at half size.
"""

import argparse
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from PIL import Image, ImageChops
from playwright.sync_api import Browser, BrowserContext, Route, sync_playwright

from outils import RACINE, construire, servir
from test_navigateur import PAGES

ACCEPTEES = RACINE / "tests" / "vues"
RAPPORT = RACINE / "vues"
MANIERES = tuple(product((1280, 320), ("light", "dark")))
"""Widths in pixels, and schemes."""

_HAUTEURS = {1280: 1100, 320: 1400}
_LE_TEMPS_D_UN_SCRIPT = 60
"""Milliseconds in which the scripts of a page have shown their boxes."""

_ECART = 48
"""Levels of 255 under which two pixels are the same: another machine smooths letters otherwise."""

TOLERANCE = 0.004
"""Share of the pixels of a picture that may differ: a word moved is more, a letter smoothed is less."""


@dataclass(frozen=True, slots=True)
class Vue:
    """A picture of a page, and the one that was accepted."""

    nom: str
    maintenant: Image.Image
    acceptee: Image.Image | None

    @property
    def ecart(self) -> float:
        """The share of the pixels that differ; 1 when there is nothing to compare, or another size."""
        if self.acceptee is None or self.acceptee.size != self.maintenant.size:
            return 1.0
        histogram = self._difference.histogram()
        return sum(histogram[_ECART:]) / sum(histogram)

    @property
    def change(self) -> bool:
        """Whether a person should look at it."""
        return self.ecart > TOLERANCE

    @property
    def _difference(self) -> Image.Image:
        assert self.acceptee is not None
        return ImageChops.difference(self.acceptee.convert("L"), self.maintenant.convert("L"))

    def difference(self) -> Image.Image | None:
        """What differs, in black on white."""
        if self.acceptee is None or self.acceptee.size != self.maintenant.size:
            return None
        return self._difference.point(lambda level: 0 if level >= _ECART else 255)


@contextmanager
def navigateur() -> Iterator[Browser]:
    """A headless Chromium, Debian's, that smooths letters as little as it can depend on the machine."""
    path = os.environ.get("CHROMIUM", shutil.which("chromium"))
    options = ["--no-sandbox", "--font-render-hinting=none", "--disable-lcd-text", "--hide-scrollbars"]
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=path, args=options)
        yield browser
        browser.close()


def photographier(browser: Browser, adresse: str, largeur: int, mode: str) -> Iterator[Vue]:
    """The pictures of all kinds of pages in one manner.

    Args:
        browser: the browser.
        adresse: the address of the example site.
        largeur: in pixels.
        mode: ``light`` or ``dark``.
    """
    size = {"width": largeur, "height": _HAUTEURS[largeur]}
    context = browser.new_context(
        viewport=size,  # type: ignore[arg-type]  # two whole numbers
        color_scheme=mode,  # type: ignore[arg-type]  # one of the two
        device_scale_factor=0.5,
        reduced_motion="reduce",
    )
    context.route("**/assets/recueil.css", attendre_les_polices)
    for nom, page in PAGES.items():
        full = f"{nom}-{largeur}-{mode}"
        accepted = ACCEPTEES / f"{full}.webp"
        kept = Image.open(accepted).convert("RGB") if accepted.is_file() else None
        yield Vue(full, _prendre(context, adresse + page), kept)
    context.close()


def attendre_les_polices(route: Route) -> None:
    """A page does without its fonts when they come late: what is compared is always drawn with them."""
    sheet = route.fetch()
    route.fulfill(response=sheet, body=sheet.text().replace("font-display: optional", "font-display: block"))


def _prendre(context: BrowserContext, url: str) -> Image.Image:
    page = context.new_page()
    page.goto(url)
    page.wait_for_timeout(_LE_TEMPS_D_UN_SCRIPT)
    page.evaluate("document.fonts.ready")
    page.evaluate("document.getAnimations().forEach((une) => une.finish())")
    taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    return taken


def toutes() -> Iterator[Vue]:
    """The pictures of the example site, built for this."""
    with tempfile.TemporaryDirectory() as folder, navigateur() as browser:
        site = Path(folder) / "actes"
        construire("exemple", site)
        with servir(site.parent) as base:
            for largeur, mode in MANIERES:
                yield from photographier(browser, f"{base}{site.name}/", largeur, mode)


def _rapporter(vues: list[Vue]) -> None:
    """Write the page where a person compares, what changed first."""
    shutil.rmtree(RAPPORT, ignore_errors=True)
    RAPPORT.mkdir()
    shown = []
    for vue in sorted(vues, key=lambda one: -one.ecart):
        images = {"maintenant": vue.maintenant, "acceptee": vue.acceptee, "difference": vue.difference()}
        for kind, image in images.items():
            if image:
                image.save(RAPPORT / f"{vue.nom}-{kind}.webp", lossless=True)
        shown.append((vue, [kind for kind, image in images.items() if image]))
    template = Environment(loader=FileSystemLoader(ACCEPTEES), autoescape=True).get_template("rapport.html")
    (RAPPORT / "index.html").write_text(template.render(vues=shown), encoding="utf-8")


def _accepter(vues: list[Vue]) -> None:
    for old in ACCEPTEES.glob("*.webp"):
        if old.stem not in {vue.nom for vue in vues}:
            old.unlink()
    for vue in vues:
        if vue.change:
            vue.maintenant.save(ACCEPTEES / f"{vue.nom}.webp", lossless=True, method=6)


def main(argv: list[str]) -> int:
    """Compare, or accept."""
    parser = argparse.ArgumentParser(description="Compare les pages à celles qui ont été regardées et acceptées.")
    parser.add_argument("--accepter", action="store_true", help="prend les pages d'aujourd'hui pour les bonnes")
    asked = parser.parse_args(argv)
    vues = list(toutes())
    changed = [vue for vue in vues if vue.change]
    _rapporter(vues)
    print(f"{len(vues)} vues, {len(changed)} changées : ouvrez {RAPPORT / 'index.html'}")
    if asked.accepter:
        _accepter(vues)
        print(f"Acceptées : elles sont dans {ACCEPTEES.relative_to(RACINE)}.")
        return 0
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
