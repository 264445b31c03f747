"""Every kind of page without a mouse: where the focus goes, in which order, if one sees it, and what Enter does."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page

from test_navigateur import PAGES

_SUIVRE = """() => {
    const rgb = (dit) => dit.match(/[\\d.]+/g).map(Number);
    const part = (un) => (un <= 0.04045 ? un / 12.92 : ((un + 0.055) / 1.055) ** 2.4);
    const clarte = (dit) => {
        const [r, v, b] = rgb(dit).map((un) => part(un / 255));
        return 0.2126 * r + 0.7152 * v + 0.0722 * b;
    };
    const fond = (un) => {
        const dit = getComputedStyle(un).backgroundColor;
        return rgb(dit)[3] === 0 && un.parentElement ? fond(un.parentElement) : dit;
    };
    const contraste = (un, autre) => {
        const [bas, haut] = [clarte(un), clarte(autre)].sort((a, b) => a - b);
        return (haut + 0.05) / (bas + 0.05);
    };
    const vus = "a[href], button, input, select, textarea, summary, [tabindex='0']";
    window.atteignables = [...document.querySelectorAll(vus)].filter((un) => un.checkVisibility() && !un.disabled);
    window.suivi = [];
    addEventListener("focusin", ({ target }) => {
        const style = getComputedStyle(target);
        const place = target.getBoundingClientRect();
        suivi.push({
            rang: atteignables.indexOf(target),
            trait: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
            contraste: contraste(style.outlineColor, fond(target.parentElement)),
            visible: place.width > 0 && place.height > 0 && place.left >= 0,
            dit: target.outerHTML.slice(0, 120),
        });
    });
    return [atteignables.length, atteignables.filter((un) => un.type === "date").length];
}"""


@dataclass(frozen=True, slots=True)
class Pas:
    """What receives the focus when a key is pressed."""

    rang: int
    trait: float
    contraste: float
    visible: bool
    dit: str


@dataclass(frozen=True, slots=True)
class Parcours:
    """A page gone through with a key, and back."""

    nom: str
    nombre: int
    aller: list[Pas]
    retour: list[Pas]


@pytest.fixture(scope="module")
def onglet(navigateur: Browser) -> Iterator[Page]:
    """One window for all the pages."""
    opened = navigateur.new_context(color_scheme="light").new_page()
    yield opened
    opened.context.close()


@pytest.fixture(scope="module", params=PAGES)
def parcours(onglet: Page, adresse: str, request: pytest.FixtureRequest) -> Parcours:
    """Each kind of page, gone through once for all the tests."""
    onglet.goto(adresse + PAGES[request.param])
    count, dates = onglet.evaluate(_SUIVRE)
    there = _marcher(onglet, "Tab", count + 4 * dates)
    onglet.evaluate("atteignables.at(-1).focus()")
    back = _marcher(onglet, "Shift+Tab", count + 4 * dates - 1) if request.param in _ALLER_ET_RETOUR else []
    return Parcours(request.param, count, there, back)


_ALLER_ET_RETOUR = ("accueil", "en-vigueur", "recherche", "integration", "preuve", "cadre")
"""Kinds of pages that hold every kind of field: gone through backwards too."""


def _marcher(page: Page, touche: str, fois: int) -> list[Pas]:
    """Hold a key down: twice as fast as pressing it so many times."""
    page.evaluate("suivi.length = 0")
    *held, key = touche.split("+")
    for one in held:
        page.keyboard.down(one)
    for _ in range(fois):
        page.keyboard.down(key)
    for one in (key, *held):
        page.keyboard.up(one)
    return [Pas(**pas) for pas in page.evaluate("suivi")]


def test_lien_d_evitement(parcours: Parcours) -> None:
    """The first key shows a link to the contents; the small pages for other sites have nothing to skip."""
    first = parcours.aller[0]
    assert first.visible
    assert parcours.nom.startswith("cadre") or 'href="#contenu"' in first.dit


def test_ordre(parcours: Parcours) -> None:
    """The key goes to everything, in the order of the page, and back the same way: no element keeps it.

    The days of a date are stops within one field.
    """
    ranks = [*range(parcours.nombre)]
    assert [pas.rang for pas in parcours.aller][: parcours.nombre] == ranks
    assert [pas.rang for pas in parcours.retour][: parcours.nombre - 1] in ([], ranks[-2::-1])


def test_focus_visible(parcours: Parcours) -> None:
    """A line of two pixels at least surrounds what has the focus, and stands out from what is around it."""
    for pas in parcours.aller:
        assert pas.visible, pas
        assert pas.trait >= 2, pas
        assert pas.contraste >= 3, pas


@pytest.mark.parametrize("nom", ["acte", "abonnement", "regles"])
def test_les_replis(onglet: Page, adresse: str, nom: str) -> None:
    """Enter opens what is folded; the key then goes through what it holds, in its place."""
    onglet.goto(adresse + PAGES[nom])
    folds = onglet.locator("details > summary")
    closed = [rank for rank in range(folds.count()) if not _ouvert(folds.nth(rank))]
    assert closed
    for rank in closed:
        folds.nth(rank).focus()
        onglet.keyboard.press("Enter")
        assert _ouvert(folds.nth(rank))
    held = onglet.evaluate("document.querySelectorAll('details[open] a').length")
    onglet.evaluate("document.activeElement.blur()")
    count, _ = onglet.evaluate(_SUIVRE)
    onglet.locator(".rec-evitement").focus()
    reached = _marcher(onglet, "Tab", count - 1)
    assert [pas.rang for pas in reached] == [*range(1, count)]
    assert sum(pas.dit.startswith("<a ") for pas in reached) > held


def _ouvert(titre: Locator) -> bool:
    return bool(titre.evaluate("un => un.parentElement.open"))


def test_les_commandes(onglet: Page, adresse: str) -> None:
    """Every command of a script answers to the keyboard: a day, a feed to copy, a list to filter, a box to tick."""
    onglet.goto(adresse + PAGES["en-vigueur"])
    onglet.get_by_label("Actes en vigueur le").focus()
    onglet.keyboard.press("Enter")
    onglet.locator("#etats li").first.wait_for()
    onglet.goto(adresse + PAGES["abonnement"])
    onglet.locator(".rec-abonner select").focus()
    first = onglet.locator(".rec-abonner input").input_value()
    onglet.keyboard.press("ArrowDown")
    assert onglet.locator(".rec-abonner input").input_value() != first
    onglet.goto(adresse + PAGES["registre"])
    onglet.locator("#rec-filtre").focus()
    onglet.keyboard.type("salle")
    onglet.locator(".rec-filtre__liste li").first.wait_for()
    onglet.goto(adresse + PAGES["recherche"])
    onglet.locator(".rec-affiner > summary").focus()
    onglet.keyboard.press("Enter")
    onglet.locator("fieldset [type=checkbox]").first.focus()
    onglet.keyboard.press("Space")
    onglet.wait_for_url("**/recherche/?*")
    onglet.goto(adresse + PAGES["preuve"])
    assert onglet.get_by_label("Fichier à vérifier").evaluate("un => [un.tabIndex, un.checkVisibility()]") == [0, True]
