"""Every kind of page in a real Chromium: accessible, whole on a phone, and silent towards the rest of the world."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from outils import servir

_CHROMIUM = os.environ.get("CHROMIUM", shutil.which("chromium"))
pytestmark = pytest.mark.skipif(not _CHROMIUM, reason="Chromium manque : scripts/test le dit et échoue sous CI=true")

PAGES = {
    "accueil": "",
    "registre": "registre/",
    "classement": "registre/annees/",
    "annee": "registre/annees/2025/",
    "collectivite": "valmont/",
    "acte": "valmont/2025/2025-01/",
    "acte-annexe": "valmont/2025/2025-02/",
    "acte-formule": "valmont/2025/2025-03/",
    "convention": "valmont/conventions/poteaux-incendie/",
    "modele": "valmont/conventions/modele-salle-polyvalente/",
    "conventions": "conventions/",
    "seance": "valmont/seances/2025-03-20/",
    "seances": "registre/seances/",
    "table": "valmont/tables/2025/dates/",
    "table-objet": "valmont/tables/2025/objets/",
    "abonnement": "s-abonner/",
    "integration": "integrer/",
    "donnees": "donnees/",
    "cadre": "cadre/actes/valmont/",
    "cadre-seance": "cadre/seances/valmont/",
    "cadre-recherche": "cadre/recherche/",
    "a-propos": "a-propos/",
    "regles": "regles/",
    "accessibilite": "accessibilite/",
    "criteres": "accessibilite/criteres/",
    "mentions": "mentions-legales/",
    "introuvable": "404.html",
    "composants": "composants.html",
    "preuve": "preuve/",
    "recherche": "recherche/",
    "echeances": "conventions/echeances/",
    "suivi": "conventions/en-cours/",
    "differences": "valmont/conventions/salle-polyvalente-amicale/differences/",
    "en-vigueur": "registre/en-vigueur/",
    "en-vigueur-annee": "registre/en-vigueur/2025/",
    "textes-cites": "registre/textes-cites/",
    "texte-cite": "registre/textes-cites/code-general-des-collectivites-territoriales/",
    "comprendre": "comprendre/",
    "chiffres": "registre/chiffres/",
    "chiffres-collectivite": "valmont/chiffres/",
}

CHANGEANTES = (
    "hypothese/2024/2024-01/",
    "hypothese/2024/2024-06/",
    "hypothese/2025/2025-05/",
    "hypothese/2025/2025-11/",
    "hypothese/2025/2025-13/",
    "hypothese/conventions/entretien-des-fontaines/",
    "hypothese/conventions/fourniture-d-eau/",
)
"""Acts that were changed, judged, replaced or emptied, on their own site."""


_LE_TEMPS_D_UNE_COULEUR = 200
"""Milliseconds that links take to change colour, and more."""


def _open(browser: Browser, url: str, **options: Any) -> Page:  # noqa: ANN401 (Playwright's own options)
    page = browser.new_context(**options).new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None)
    answer = page.goto(url)
    assert answer is not None
    assert answer.ok
    assert refused == []
    return page


def _sans_reproche(page: Page) -> None:
    """Axe finds nothing, narrow and light, wide and dark, and all of it fits in the width.

    Colours do not depend on the width, nor places on the colours: each is judged in both its states.
    """
    page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true; })")
    for width, scheme in ((320, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of the two
        page.wait_for_timeout(_LE_TEMPS_D_UNE_COULEUR)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{width} {scheme}\n{found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (width, scheme)
    page.context.close()


@pytest.mark.parametrize("nom", PAGES)
def test_axe(navigateur: Browser, adresse: str, nom: str) -> None:
    """Axe finds nothing on any kind of page, which asks nothing of any other site, and of which no file is missing."""
    page = navigateur.new_context().new_page()
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda answer: failed.append(answer.url) if not answer.ok else None)
    page.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)
    page.goto(adresse + PAGES[nom])
    _sans_reproche(page)
    assert [url for url in asked if not url.startswith(adresse)] == []
    assert failed == []


@pytest.mark.parametrize("nom", ["accueil", "acte", "cadre", "introuvable"])
def test_rien_d_autre_que_les_fichiers_du_site(navigateur: Browser, adresse: str, nom: str) -> None:
    """What would be slipped into a page is not run, not shown, and tells nobody anything."""
    page = _open(navigateur, adresse + PAGES[nom])
    tried = """() => {
        const script = document.createElement("script");
        script.textContent = "window.execute = true";
        const style = document.createElement("style");
        style.textContent = "body { display: none }";
        document.body.append(script, style);
        return [Boolean(window.execute), getComputedStyle(document.body).display];
    }"""
    executed, shown = page.evaluate(tried)
    assert (executed, shown != "none") == (False, True)
    assert page.evaluate("fetch('http://127.0.0.1:9/').then(() => 'dit', (error) => error.name)") == "TypeError"
    assert (
        page.evaluate("addEventListener('securitypolicyviolation', (e) => (window.refus = e.violatedDirective))")
        is None
    )
    page.evaluate("fetch('http://127.0.0.1:9/').catch(() => {})")
    assert page.evaluate("window.refus") == "connect-src"
    page.context.close()


@pytest.mark.parametrize("path", CHANGEANTES)
def test_axe_sur_ce_qui_change(navigateur: Browser, vie: Path, path: str) -> None:
    """Warnings, replaced files and periods of conventions are as accessible as the rest."""
    with servir(vie.parent) as base:
        _sans_reproche(_open(navigateur, f"{base}{vie.name}/{path}"))


@pytest.mark.parametrize("path", ["preuve/", "hypothese/journal/", "hypothese/2024/2024-01/"])
def test_les_empreintes_tiennent_sur_un_telephone(navigateur: Browser, projet_inscrit: Path, path: str) -> None:
    """A seal is sixty-four signs without a blank: it breaks where the screen ends, in the footer too."""
    with servir(projet_inscrit / "site") as base:
        page = _open(navigateur, base + path, viewport={"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        page.context.close()


def test_les_actes_en_vigueur_un_jour_choisi(navigateur: Browser, vie: Path) -> None:
    """With JavaScript, any day; its answer is that of the page of the year, which needs none."""
    with servir(vie.parent) as base:
        page = _open(navigateur, f"{base}{vie.name}/registre/en-vigueur/")
        page.get_by_label("Actes en vigueur le").fill("2025-12-31")
        page.get_by_role("button", name="Voir").click()
        page.locator("#etats li").first.wait_for()
        named = page.locator("#etats a").all_text_contents()
        page.goto(f"{base}{vie.name}/registre/en-vigueur/2025/")
        assert page.locator("tbody tr").count() == len(named)
        page.context.close()


def test_verifier_un_fichier(navigateur: Browser, adresse: str, exemple: Path, tmp_path: Path) -> None:
    """The file that is published is known, with its act; the same with one byte more is not; nothing is sent."""
    page = _open(navigateur, f"{adresse}preuve/")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.method} {request.url}"))
    page.get_by_label("Fichier à vérifier").set_input_files(exemple / "valmont/2025/2025-01/2025-01.pdf")
    page.get_by_text("Identique au fichier que ce registre publie, en ligne depuis le").wait_for()
    assert page.locator(".rec-verdict a").get_attribute("href") == "../valmont/2025/2025-01/"
    other = tmp_path / "autre.pdf"
    other.write_bytes((exemple / "valmont/2025/2025-01/2025-01.pdf").read_bytes() + b" ")
    page.get_by_label("Fichier à vérifier").set_input_files(other)
    page.get_by_text("Inconnu").wait_for()
    assert {line.split()[0] for line in sent} == {"GET"}
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_sur_la_preuve(scheme: str, width: int, navigateur: Browser, projet_inscrit: Path) -> None:
    """The pages of a register whose journal is kept: how to check, the journal, and an act with its dossier."""
    with servir(projet_inscrit / "site") as base:
        for name in ("preuve/", "hypothese/journal/", "hypothese/2025/2025-12/"):
            page = _open(navigateur, base + name, viewport={"width": width, "height": 900}, color_scheme=scheme)
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.context.close()


def test_verifier_un_fichier_remplace(navigateur: Browser, projet_inscrit: Path) -> None:
    """On the page of the act itself: the file that another replaced is told, with its days; so is a dropped file."""
    with servir(projet_inscrit / "site") as base:
        page = _open(navigateur, f"{base}hypothese/2025/2025-12/")
        old = projet_inscrit / "acts/hypothese/2025/2025-12-11/2025-12-initial.pdf"
        page.get_by_label("Fichier à vérifier").set_input_files(old)
        page.get_by_text("Remplacé : ce fichier a été celui de l'acte du").wait_for()
        titles = [page.locator(place).inner_text().split() for place in (".rec-verdict a", "h1")]
        assert titles[0] == titles[1]
        dropped = """form => {
            const data = new DataTransfer();
            data.items.add(new File(["autre"], "autre.pdf"));
            form.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
        }"""
        page.locator(".rec-verifier").evaluate(dropped)
        page.get_by_text("Inconnu").wait_for()
        page.context.close()


@pytest.mark.parametrize("nom", PAGES)
def test_sur_un_telephone(navigateur: Browser, adresse: str, nom: str) -> None:
    """On a phone, what a page says needs no JavaScript."""
    size = {"width": 320, "height": 640}
    page = _open(navigateur, adresse + PAGES[nom], viewport=size, java_script_enabled=False)
    assert page.locator("h1").count() == 1
    assert page.locator("main").is_visible()
    page.context.close()


def test_au_clavier(navigateur: Browser, adresse: str) -> None:
    """The first key leads past the menu, and the attendance opens with the keyboard."""
    page = _open(navigateur, adresse + PAGES["acte"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Aller au contenu"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "contenu"
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details").first.get_attribute("open") is not None
    page.context.close()


def test_telecharger(navigateur: Browser, adresse: str, exemple: Path) -> None:
    """The official file is downloaded whole, under its name."""
    page = _open(navigateur, adresse + PAGES["acte"])
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Télécharger").first.click()
    got = waiting.value
    assert got.path().read_bytes() == (exemple / PAGES["acte"] / got.suggested_filename).read_bytes()
    page.context.close()


def test_imprime(navigateur: Browser, adresse: str) -> None:
    """Printed, a page keeps the act and drops the menus."""
    page = _open(navigateur, adresse + PAGES["acte"])
    page.emulate_media(media="print")
    assert page.locator(".rec-texte").is_visible()
    assert not page.get_by_role("navigation", name="Navigation principale").is_visible()
    page.context.close()
