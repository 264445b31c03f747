"""The fields of the pages: each has its words beside it, none does anything by itself, what happens is announced."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement
from playwright.sync_api import Browser, Page

from outils import RACINE, attendre
from test_navigateur import PAGES

_ASSETS = RACINE / "theme_overrides" / "assets"
_AVEC_CHAMPS = ("accueil", "recherche", "registre", "en-vigueur", "abonnement", "preuve", "cadre-recherche")
_CHAMPS = "input, select, textarea"
_ETIQUETTES = """all => all.filter((un) => un.checkVisibility()).map((un) => {
    const [place, dite] = [un, un.labels[0]].map((une) => une.getBoundingClientRect());
    const [x, y] = [["left", "right"], ["top", "bottom"]].map(([bas, haut]) =>
        Math.max(0, place[bas] - dite[haut], dite[bas] - place[haut]));
    return [un.name || un.id, un.labels.length, un.labels[0].textContent.split(/\\s+/).filter(Boolean).join(" "), x, y];
})"""
_SEULS = """all => all.filter((un) => un.checkVisibility() && un.matches("[type=checkbox], [type=radio], [type=date]"))
    .filter((un) => un.form.querySelectorAll(`[type=${un.type}]`).length > 1)
    .filter((un) => !un.closest("fieldset")?.querySelector(":scope > legend")?.textContent.trim())
    .map((un) => un.outerHTML)"""


@pytest.fixture(scope="module")
def onglet(navigateur: Browser) -> Iterator[Page]:
    """One window for all the tests, in which a page may write to the clipboard."""
    context = navigateur.new_context(viewport={"width": 1280, "height": 900}, locale="fr-FR")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def _ouvrir(page: Page, adresse: str, nom: str) -> Page:
    """A page with all its fields: those of the search come when it is refined."""
    page.goto(adresse + PAGES[nom])
    if nom == "recherche":
        page.get_by_text("Affiner et trier").click()
        page.locator("fieldset [type=checkbox]").first.wait_for()
    return page


def test_etiquettes(onglet: Page, adresse: str) -> None:
    """Each field has one label, beside it or over it; from page to page, the same field has the same one."""
    told = defaultdict(set)
    for nom in _AVEC_CHAMPS:
        for name, count, label, x, y in _ouvrir(onglet, adresse, nom).eval_on_selector_all(_CHAMPS, _ETIQUETTES):
            assert (count, bool(label)) == (1, True), (nom, name)
            assert max(x, y) <= 24, (nom, name, x, y)
            told[name].add(label)
    assert {name for name in ("q", "du", "au", "tri") if len(told[name]) != 1} == set()


def test_groupes(onglet: Page, adresse: str) -> None:
    """Boxes and dates that go together are a group that has a name; so are the choices of a long list."""
    for nom in _AVEC_CHAMPS:
        page = _ouvrir(onglet, adresse, nom)
        assert page.eval_on_selector_all(_CHAMPS, _SEULS) == [], nom
        for choices in page.locator("select").all():
            grouped = choices.locator("optgroup").evaluate_all("all => all.every((un) => un.label)")
            count = choices.locator("option").count()
            assert count <= 10 or (grouped and choices.locator("optgroup option").count() == count), nom


def test_rien_ne_bouge_sans_demande(onglet: Page, adresse: str) -> None:
    """To write, to choose or to tick leaves one on the same page, in the same field."""
    for nom in _AVEC_CHAMPS:
        page = _ouvrir(onglet, adresse, nom)
        for rank in range(min(8, page.locator(_CHAMPS).count())):
            field = page.locator(_CHAMPS).nth(rank)
            if not field.is_visible() or field.get_attribute("type") == "file":
                continue
            before, said = page.url.partition("?")[0], _dit(page, field.evaluate_handle("un => un"))
            field.focus()
            page.keyboard.press("Space" if field.get_attribute("type") == "checkbox" else "ArrowDown")
            page.keyboard.type("2")
            page.wait_for_timeout(60)
            assert page.url.partition("?")[0] == before, (nom, said)
            assert _dit(page, page.evaluate_handle("document.activeElement")) == said, nom


def _dit(page: Page, champ: object) -> list[str]:
    """Which field it is; the boxes of the search are made anew when one is ticked."""
    found: list[str] = page.evaluate("un => [un.tagName, un.name, un.type, un.id]", champ)
    return found


_MESSAGES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "recherche": (".rec-recherche__nombre", lambda page: page.keyboard.type("salle")),
    "registre": (".rec-filtre__nombre", lambda page: page.keyboard.type("salle")),
    "en-vigueur": ("#etats-nombre", lambda page: page.keyboard.press("Enter")),
    "abonnement": (".rec-abonner [role=status]", lambda page: page.keyboard.press("Enter")),
    "acte": (".rec-gestes [role=status]", lambda page: page.keyboard.press("Enter")),
}
_OU = {
    "recherche": "#rec-q",
    "registre": "#rec-filtre",
    "en-vigueur": ".rec-date button",
    "abonnement": ".rec-abonner button",
    "acte": "[data-geste=citer]",
}


@pytest.mark.parametrize("nom", _MESSAGES)
def test_les_messages_sont_annonces(onglet: Page, adresse: str, nom: str) -> None:
    """What happened is said in a place that screen readers watch from the start, and the focus stays where it was."""
    onglet.goto(adresse + PAGES[nom])
    place, act = _MESSAGES[nom]
    assert onglet.locator(place).get_attribute("role") == "status"
    assert onglet.locator(place).evaluate("un => [un.checkVisibility(), un.textContent.trim()]") == [True, ""]
    onglet.locator(_OU[nom]).focus()
    act(onglet)
    attendre(onglet, f"document.querySelector('{place}').textContent.trim()")
    assert onglet.evaluate("un => document.activeElement.matches(un)", _OU[nom])


def test_une_date_trop_tardive(onglet: Page, adresse: str) -> None:
    """A day after the last of the register is refused, and the last possible one is said."""
    onglet.goto(adresse + PAGES["en-vigueur"])
    field = onglet.get_by_label("Actes en vigueur le")
    field.fill("2999-12-31")
    onglet.get_by_role("button", name="Voir").click()
    last = field.get_attribute("max") or ""
    assert last[:4] in field.evaluate("un => un.validationMessage")
    assert onglet.locator("#etats-nombre").inner_text() == ""


def _lue(path: Path) -> HtmlElement:
    tree: HtmlElement = html.fromstring(path.read_bytes())
    return tree


def test_rien_n_est_envoye(exemple: Path) -> None:
    """No form sends anything but a search, no field asks for a name or an address, no script writes to a server."""
    for path in exemple.rglob("*.html"):
        page = _lue(path)
        assert set(page.xpath("//form/@method")) <= {"get"}, path
        assert set(page.xpath("//input[@name]/@name")) <= {"q", "du", "au"}, path
        assert set(page.xpath("//input/@type")) <= {"search", "date", "text", "file"}, path
        assert page.xpath("//textarea | //input[@type='text'][not(@readonly)] | //@required") == [], path
    ours = [path for path in _ASSETS.rglob("*.js") if path.name not in {"client-zip.js", "minisearch.js"}]
    code = "\n".join(path.read_text(encoding="utf-8") for path in ours)
    assert re.findall(r"method\s*:|XMLHttpRequest|sendBeacon|WebSocket|localStorage|document\.cookie", code) == []
