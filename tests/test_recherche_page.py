"""The search in a real Chromium: words, numbers, facets, dates; by the keyboard, on a phone, without a script."""

import json
import os
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

import actes_fictifs
from outils import RACINE, attendre, servir
from recueil import build_registre
from recueil.plein_texte import indexer
from recueil.plein_texte.mots import RACINES, jetons, plier

_CHROMIUM = os.environ.get("CHROMIUM", shutil.which("chromium"))
pytestmark = pytest.mark.skipif(not _CHROMIUM, reason="Chromium manque : scripts/test le dit et échoue sous CI=true")

CIMETIERE = "Règlement du cimetière communal"
EXEMPLE = RACINE / "tests" / "exemple" / "acts"
TARIFS = "Tarifs de location de la salle polyvalente à compter du 1er mai 2025"


def _open(browser: Browser, url: str, **options: Any) -> Page:  # noqa: ANN401 (Playwright's own options)
    page = browser.new_context(**options).new_page()
    answer = page.goto(url)
    assert answer is not None
    assert answer.ok
    return page


@pytest.fixture
def page(navigateur: Browser, adresse: str) -> Iterator[Page]:
    """The page of the search; an error of its scripts fails the test."""
    opened = _open(navigateur, f"{adresse}recherche/")
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    opened.context.close()
    assert wrong == []


def _chercher(page: Page, demande: str) -> list[str]:
    """Type, press Enter, and give the titles of the results once they are told."""
    page.evaluate("document.querySelector('.rec-recherche__nombre').textContent = ''")
    page.get_by_label("Mots, numéro ou identifiant").fill(demande)
    page.keyboard.press("Enter")
    return _titres(page)


def _titres(page: Page) -> list[str]:
    said = "document.querySelector('.rec-recherche__nombre').textContent"
    attendre(page, f"{said} && !document.querySelector('.rec-resultats[aria-busy]')")
    return page.locator(".rec-resultats .rec-carte__objet").all_text_contents()


@pytest.mark.parametrize(
    ("demande", "premier"),
    [
        ("cimetière", CIMETIERE),
        ("cimetiere", CIMETIERE),
        ("CIMETIÈRES", CIMETIERE),
        ("l'Amicale", "Convention de mise à disposition de la salle polyvalente à l'Amicale des Essarts"),
        ("cimtière", CIMETIERE),
        ("cimeti", CIMETIERE),
        ("tarifs locations salles", TARIFS),
        ("règlement « cimetière communal »", CIMETIERE),
        ("ancienne scierie", "Acquisition de l'ancienne scierie, parcelle A 999"),
        ("2025-02", TARIFS),
        ("n° 2025-02", TARIFS),
        ("délibération n°2025/2", TARIFS),
        ("DCS-2026-01", "Remplacement de la conduite du chemin de la Conjecture"),
        ("099-219900016-20250320-2025_02-DE", TARIFS),
        ("099 219900016 20250320 2025 02 dé", TARIFS),
    ],
)
def test_ce_que_l_on_trouve_d_abord(page: Page, demande: str, premier: str) -> None:
    """Accents, plurals, elisions, slips, numbers and identifiers all lead to the act."""
    assert _chercher(page, demande)[0] == premier


def test_un_compte_est_exact(page: Page, exemple: Path) -> None:
    """The count is that of the acts that hold the word, read one by one."""
    said = [json.loads(path.read_text(encoding="utf-8")) for path in (exemple / "recherche/extraits").rglob("*.json")]
    texts = [plier(f"{one['intitule']} {one['objet']} {one['autour']} {one['texte']}") for one in said]
    held = sum("convention" in text for text in texts)
    assert 8 < held < len(texts)
    _chercher(page, "conventions")
    assert page.get_by_role("status").inner_text() == f"{held}\u00a0actes pour «\u00a0conventions\u00a0»"


def test_un_mot_qui_n_est_nulle_part(page: Page) -> None:
    """A slip is mended and said; what nothing resembles is said too, with what to do, and is never guessed."""
    _chercher(page, "cimtière")
    told = page.get_by_role("status").inner_text().replace("\u00a0", " ")
    assert told.startswith("« cimtière » n'est dans aucun acte : recherche faite avec « cimetière ». 1 acte")
    assert _chercher(page, "zygomatique") == []
    assert page.get_by_role("status").inner_text().startswith("Aucun acte")
    assert "vérifiez son orthographe" in page.locator(".rec-recherche__aide").inner_text()
    assert _chercher(page, "cimetière scierie") == []
    page.get_by_role("link", name="cimetière").click()
    assert _titres(page) == [CIMETIERE]


def test_une_phrase_entre_guillemets(page: Page) -> None:
    """Words that are in the act but do not follow one another are not the phrase."""
    assert CIMETIERE in _chercher(page, "communal cimetière")
    assert _chercher(page, '"communal cimetière"') == []
    assert CIMETIERE in _chercher(page, '"cimetière communal"')


def test_les_mots_sont_montres_dans_leur_phrase(page: Page) -> None:
    """The passage marks the words that were asked, as the act writes them, and holds no tag of the text."""
    _chercher(page, "secretaire scierie seance")
    marked = page.locator(".rec-carte__passage mark").all_text_contents()
    assert {"Secrétaire", "scierie"} <= set(marked)


def test_facettes_et_dates(page: Page) -> None:
    """A box that is ticked keeps its acts, with the counts of the others; dates cut; the address keeps it all."""
    assert len(_chercher(page, "convention")) > 5
    page.get_by_text("Affiner et trier").click()
    page.get_by_label("Essarts", exact=False).first.wait_for()
    box = page.locator("label[data-facette=annee]", has_text="2025")
    told = int(box.locator(".rec-nombre").inner_text().strip(" ()"))
    box.locator("input").check()
    attendre(page, "location.search.includes('annee=2025')")
    attendre(page, f"document.querySelector('.rec-recherche__nombre').textContent.startsWith('{told}\u00a0')")
    assert page.evaluate("document.activeElement.value") == "2025"
    assert page.locator("label[data-facette=annee]").count() > 1
    page.get_by_label("Acte du").fill("2025-07-01")
    page.get_by_label("Acte du").press("Tab")
    attendre(page, "location.search.includes('du=2025-07-01')")
    attendre(page, f"!document.querySelector('.rec-recherche__nombre').textContent.startsWith('{told}\u00a0')")
    dates = page.locator(".rec-resultats .rec-carte__faits").all_text_contents()
    assert dates
    assert all("juillet 2025" in one for one in dates)


def test_sans_mot_les_choix_suffisent(page: Page, adresse: str) -> None:
    """An address with a facet alone lists its acts, newest first; a partner and a state are facets too."""
    page.goto(f"{adresse}recherche/?type=arrete")
    assert _titres(page)[0] == CIMETIERE
    assert page.get_by_role("status").inner_text() == "3\u00a0actes"
    page.goto(f"{adresse}recherche/?tri=anciens&type=arrete")
    assert _titres(page)[-1] == CIMETIERE
    names = page.locator(".rec-affiner legend").all_text_contents()
    assert {"Année", "Sorte d'acte", "État"} <= set(names)


def test_l_adresse_se_partage_et_precedent_revient(page: Page, adresse: str) -> None:
    """What is shown is in the address; « back » gives each search again, and what was typed."""
    page.goto(f"{adresse}recherche/?q={quote('cimetière')}")
    assert _titres(page) == [CIMETIERE]
    _chercher(page, "scierie")
    assert page.url.endswith("?q=scierie")
    _chercher(page, "2025-02")
    page.go_back()
    page.get_by_role("link", name="scierie").first.wait_for()
    assert page.get_by_label("Mots, numéro ou identifiant").input_value() == "scierie"
    page.go_back()
    page.get_by_role("link", name="cimetière").first.wait_for()
    page.get_by_role("link", name="cimetière").first.click()
    page.wait_for_url("**/valmont/**")
    page.go_back()
    assert _titres(page) == [CIMETIERE]


def test_en_tapant(page: Page) -> None:
    """Results come while one types, and the last word typed wins."""
    page.get_by_label("Mots, numéro ou identifiant").press_sequentially("scierie", delay=20)
    attendre(page, "document.querySelector('.rec-recherche__nombre').textContent.includes('scierie')")
    assert _titres(page)


def test_au_clavier_depuis_une_autre_page(navigateur: Browser, adresse: str) -> None:
    """From any page: Tab to the box of the header, type, Enter, then Tab to the first result and go."""
    page = _open(navigateur, f"{adresse}valmont/")
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "rec-chercher"
    page.keyboard.type("cimetière")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?q=*")
    assert _titres(page) == [CIMETIERE]
    page.get_by_label("Mots, numéro ou identifiant").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "rec-carte__lien"
    page.keyboard.press("Enter")
    page.wait_for_url("**/valmont/2026/arrete-2026-03/")
    page.context.close()


def test_plus_de_resultats_garde_le_foyer(page: Page) -> None:
    """The button adds ten, tells it, and the focus never falls back to the top of the page."""
    assert len(_chercher(page, "commune")) == 10
    more = page.get_by_role("button", name="Plus de résultats")
    more.focus()
    page.keyboard.press("Enter")
    attendre(page, "document.querySelectorAll('.rec-resultats li').length > 10")
    assert "sur" in page.get_by_role("status").inner_text()
    assert page.evaluate("document.activeElement !== document.body")


def test_des_fichiers_qui_manquent(page: Page) -> None:
    """When nothing can be read, the page says so and keeps its lists; when the site changed, it reads it anew."""
    page.route("**/recherche/index/**", lambda route: route.abort())
    _chercher(page, "cimetière")
    assert "n'a pas pu lire ses fichiers" in page.get_by_role("status").inner_text()
    page.unroute("**/recherche/index/**")
    assert _chercher(page, "cimetière") == [CIMETIERE]


def test_sans_javascript(navigateur: Browser, adresse: str) -> None:
    """Without a script the page says so, keeps what was typed from looking lost, and leads to every list."""
    page = _open(navigateur, f"{adresse}recherche/?q=cimetiere", java_script_enabled=False)
    assert "<noscript><p" in page.content()
    assert "aucun serveur ne peut chercher à sa place" in page.content()
    assert not page.get_by_text("Affiner et trier").is_visible()
    page.get_by_role("link", name="2026, Valmont-les-Essarts").click()
    assert page.get_by_role("link", name=CIMETIERE).is_visible()
    page.goto(f"{adresse}registre/annees/2025/")
    assert not page.locator(".rec-filtre").is_visible()
    assert page.locator(".rec-carte").count() > 10
    page.context.close()


def test_une_phrase_mal_ecrite(page: Page) -> None:
    """A slip inside quotes is mended there too; a phrase that is nowhere leads to its words, and is cited as typed."""
    assert _chercher(page, '"cimtière communal"') == [CIMETIERE]
    assert _chercher(page, '"communal cimetière"') == []
    assert page.get_by_role("status").inner_text() == 'Aucun acte pour "communal cimetière"'
    page.get_by_role("link", name="communal cimetière").click()
    assert CIMETIERE in _titres(page)


@pytest.mark.parametrize("demande", ["\U0001f600", "世界", "de la", "«»", "__", "<b>"])
def test_ce_qui_ne_se_cherche_pas(page: Page, demande: str) -> None:
    """Signs, other alphabets and words that every act holds: the page says what to add, and shows nothing else."""
    assert _chercher(page, demande) == []
    assert "un mot plus précis" in page.locator(".rec-recherche__aide").inner_text() or demande == "<b>"


def test_des_signes_hostiles_ne_sont_que_du_texte(navigateur: Browser, hostile: str) -> None:
    """Tags, names that JavaScript keeps for itself, a word of a thousand letters: found, and shown as they are."""
    page = _open(navigateur, f"{hostile}recherche/")
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    for demande in ("z" * 300, "constructor", "__proto__", "toString"):
        assert _BALISE in _chercher(page, demande), demande
    assert "<script>alert(1)</script>" in page.locator(".rec-resultats").inner_text()
    assert page.locator(".rec-resultats :is(img, script)").count() == 0
    page.goto(f"{hostile}recherche/?au=2030-01-01")
    assert len(_titres(page)) == 1
    page.goto(f"{hostile}recherche/?annee=0")
    assert _titres(page) == ["Modèle sans âge"]
    page.goto(f"{hostile}recherche/?q={'mot%20' * 5_000}")
    _titres(page)
    assert len(page.get_by_label("Mots, numéro ou identifiant").input_value()) <= 300
    page.context.close()
    assert wrong == []


def test_le_site_change_pendant_que_la_page_est_ouverte(page: Page) -> None:
    """Extracts that are no longer there: the summary is read again, and the search made anew."""
    _chercher(page, "scierie")
    summaries: list[str] = []
    page.on("request", lambda request: summaries.append(request.url) if "sommaire" in request.url else None)
    page.route("**/extraits/**", lambda route: route.fulfill(status=404) if not summaries else route.continue_())
    assert _chercher(page, "cimetière") == [CIMETIERE]
    assert len(summaries) == 1


def test_plus_de_resultats_qui_ne_viennent_pas(page: Page) -> None:
    """When the next ones cannot be read, the page says so and keeps those that it shows."""
    assert len(_chercher(page, "commune")) == 10
    page.route("**/extraits/**", lambda route: route.abort())
    page.get_by_role("button", name="Plus de résultats").click()
    attendre(page, "document.querySelector('.rec-recherche__nombre').textContent.includes('pas pu lire')")
    assert page.locator(".rec-resultats li").count() == 10


def test_en_tapant_on_voit_les_premiers(page: Page) -> None:
    """While one types, the first three; Enter gives ten. An identifier that is not whole is not searched key by key."""
    page.get_by_label("Mots, numéro ou identifiant").press_sequentially("commune", delay=20)
    attendre(page, "document.querySelector('.rec-recherche__nombre').textContent.includes('commune')")
    assert page.locator(".rec-resultats li").count() == 3
    assert len(_chercher(page, "commune")) == 10
    script = """async (dits) => {
        const { inacheve } = await import("../assets/recherche/numeros.js");
        return dits.map(inacheve);
    }"""
    whole = ["607", "2019-0147", "20190147", "n° 2019-147", "099-219900016-20250320-2025_02-DE"]
    begun = ["099-2199", "099 219900016", "0992199000", "099-219900016-20250320-2025_02-"]
    assert page.evaluate(script, whole + begun) == [False] * len(whole) + [True] * len(begun)


def test_une_date_au_clavier_ne_cherche_qu_une_fois(page: Page) -> None:
    """The year of a date goes through 0002 and 0020: only the whole one is searched, and kept to come back to."""
    _chercher(page, "convention")
    page.get_by_text("Affiner et trier").click()
    page.locator(".rec-affiner legend").first.wait_for()
    before = page.evaluate("history.length")
    page.get_by_label("Acte du").focus()
    page.keyboard.type("01012025", delay=30)
    attendre(page, "location.search.includes('du=2025-01-01')")
    assert page.evaluate("history.length") == before + 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("demande", ["", "?q=zygomatique", "?q=cimetière&type=deliberation", "?q=2025-02"])
def test_axe_sur_les_autres_etats(navigateur: Browser, adresse: str, demande: str, scheme: str) -> None:
    """Nothing asked, nothing found, everything left out by a choice, an exact number: on a phone and at 200 %."""
    for width in (320, 640):
        size = {"width": width, "height": 450}
        page = _open(navigateur, f"{adresse}recherche/{demande}", viewport=size, color_scheme=scheme)
        if demande:
            _titres(page)
        _sans_faute(page, width)
        page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_sur_des_resultats(navigateur: Browser, adresse: str, width: int, scheme: str) -> None:
    """Results, facets and the filter of a list: axe finds nothing, and nothing overflows."""
    size = {"width": width, "height": 900}
    page = _open(navigateur, f"{adresse}recherche/?q=convention&type=convention", viewport=size, color_scheme=scheme)
    _titres(page)
    page.locator(".rec-affiner legend").first.wait_for()
    _sans_faute(page, width)
    page.goto(f"{adresse}registre/annees/2025/")
    page.locator(".rec-filtre input").fill("scierie")
    page.locator(".rec-filtre__liste li").first.wait_for()
    _sans_faute(page, width)
    page.context.close()


def _sans_faute(page: Page, width: int) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_rien_n_est_demande_avant_que_l_on_cherche(navigateur: Browser, adresse: str) -> None:
    """A page, the page of the search and a list ask for no index, no title and no library until one types."""
    page = navigateur.new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(adresse)))
    for path in ("", "recherche/", "registre/annees/2025/"):
        page.goto(adresse + path, wait_until="networkidle")
    assert not [url for url in asked if (url.startswith("recherche/") and url.endswith(".json")) or "minisearch" in url]
    page.locator(".rec-filtre input").fill("scirie")
    page.locator(".rec-filtre__liste li").first.wait_for()
    assert page.locator(".rec-filtre__liste .rec-carte__objet").first.inner_text().startswith("Acquisition")
    assert [url for url in asked if "minisearch" in url]
    assert not page.locator(".rec-entiere").is_visible()
    page.locator(".rec-filtre input").fill("")
    page.locator(".rec-entiere").wait_for()
    page.context.close()


def test_la_page_et_le_moteur_coupent_les_mots_de_meme(page: Page) -> None:
    """Every word of the example, and a few harder ones, is cut in the same way in Python and in JavaScript."""
    hard = "Œuvres d’été, n° 2019-147 : 4 500 m², ½, ÉLUES, aux eaux, l'«Hôtel», naïve, 1er, AB-12, ﬁn, ça, I\u0301d"
    texts = [hard, *(path.read_text(encoding="utf-8") for path in sorted(EXEMPLE.rglob("*.md")))]
    mine = [[[*RACINES[token]] for token in jetons(text)] for text in texts]
    script = """async (texts) => {
        const { jetons, racines } = await import("../assets/recherche/mots.js");
        const { vides } = await (await fetch("sommaire.json")).json();
        const vide = new Set(vides.split(" "));
        return texts.map((text) => jetons(text.normalize("NFC")).map(([token]) => racines(token, vide)));
    }"""
    assert page.evaluate(script, texts) == mine


class _Compteur(SimpleHTTPRequestHandler):
    """A plain server of files, without compression, that counts what it sends."""

    envoyes: list[int]

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""

    def copyfile(self, source: Any, outputfile: Any) -> None:  # noqa: ANN401 (the library's own types)
        content = source.read()
        self.envoyes.append(len(content))
        outputfile.write(content)


_BALISE = "<img src=x onerror=alert(1)> & l'objet"
_HOSTILE = """---
type: modele_convention
document_de_reference: oui
objet: {objet}
adresse: {adresse}
parties:
  - nom: Commune de Valmont-les-Essarts
    siren: 219900016
    representant: Ambre EXEMPLE
    qualite: Maire
  - nom: L'association _____
    qualite: inconnu
    signe_le: inconnu
---

{texte}
"""


@pytest.fixture(scope="module")
def hostile(exemple: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The search of an authority with two documents, one of which says what a program could stumble on."""
    folder = tmp_path_factory.mktemp("hostile")
    acts = folder / "acts" / "valmont"
    (acts / "references").mkdir(parents=True)
    shutil.copy(EXEMPLE / "valmont" / "collectivite.yml", acts)
    said = f"constructor __proto__ hasOwnProperty toString \U0001f600 {'z' * 1000} {'z' * 300}"
    for name, objet, text in (("hostile", "Titre à remplacer", said), ("sans-age", "Modèle sans âge", "Un mot.")):
        content = _HOSTILE.format(objet=objet, adresse=name, texte=f"## Article 1\n\n{text}")
        if name == "hostile":
            content = content.replace("document_de_reference: oui\n", "date: 2025-01-05\npublie_le: 2025-01-06\n")
        (acts / "references" / f"{name}.md").write_text(content, encoding="utf-8")
    site = _indexer(folder, exemple)
    for path in (site / "recherche/extraits").rglob("*.json"):  # the checks refuse tags in a file: as if they had not
        shown = path.read_text(encoding="utf-8").replace("Titre à remplacer", _BALISE)
        path.write_text(shown.replace("hasOwnProperty", "<script>alert(1)</script>"), encoding="utf-8")
    with servir(site) as base:
        yield base


@pytest.fixture(scope="module")
def dix_ans(exemple: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The search of a thousand invented acts over ten years, in the pages of the example."""
    folder = tmp_path_factory.mktemp("dix-ans")
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(actes_fictifs, "_PAR_AN", 100)
        changed.setattr(actes_fictifs, "_ENTRE_SEANCES", (85, 95))
        actes_fictifs.fabriquer(1000, folder / "acts")
    return _indexer(folder, exemple)


def _indexer(folder: Path, exemple: Path) -> Path:
    """The search of the acts of a folder, in the pages of the example."""
    shutil.copytree(exemple / "assets", folder / "site/assets")
    (folder / "site/recherche").mkdir()
    shutil.copy(exemple / "recherche/index.html", folder / "site/recherche")
    for address, content in indexer(build_registre(folder / "acts"), folder / "reserve"):
        path = folder / "site" / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder / "site"


def test_ce_que_coute_une_recherche(navigateur: Browser, dix_ans: Path) -> None:
    """Over ten years, a search asks for less than 250 kB with its scripts, on a server that compresses nothing."""
    sent: list[int] = []
    handler = type("_Serveur", (_Compteur,), {"envoyes": sent})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(dix_ans)))
    Thread(target=server.serve_forever, daemon=True).start()
    scripts = sum(path.stat().st_size for path in (dix_ans / "assets/recherche").glob("*.js"))
    try:
        for demande in ("délibérations", "subvention école rénovation", '"conseil municipal"', "déclasement", "2019-2"):
            page = _open(navigateur, f"http://127.0.0.1:{server.server_port}/recherche/")
            page.wait_for_load_state("networkidle")
            sent.clear()
            _chercher(page, demande)
            assert scripts + sum(sent) < 250_000, demande
            page.context.close()
    finally:
        server.shutdown()
        server.server_close()


_GLISSE = """() => { window.glisse = 0; new PerformanceObserver((vus) => vus.getEntries().forEach((un) => {
  window.glisse += un.value; })).observe({ type: "layout-shift", buffered: true }); }"""


def test_rien_ne_glisse_sous_le_doigt(navigateur: Browser, adresse: str) -> None:
    """The results take their place before what is below them is shown: nothing moves that one was about to press."""
    page = navigateur.new_context(viewport={"width": 412, "height": 823}).new_page()
    page.goto(f"{adresse}recherche/?q=scierie")
    page.locator(".rec-resultats .rec-carte").first.wait_for()
    page.evaluate(_GLISSE)
    page.wait_for_function("!document.querySelector('.rec-attend')")
    page.wait_for_timeout(200)
    assert page.evaluate("window.glisse") < 0.1
    page.context.close()
