"""The page that checks a dossier, in a real Chromium: alone, offline, and right about each byte."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from dossier_fictif import (
    OBJET,
    PIEGE,
    alterer,
    autre,
    ecrire_lignes,
    faire,
    lignes,
    refaire,
    resommer,
    vivre,
)
from recueil.empreinte import sceau

_CHROMIUM = os.environ.get("CHROMIUM", shutil.which("chromium"))
pytestmark = pytest.mark.skipif(not _CHROMIUM, reason="Chromium manque : scripts/test le dit et échoue sous CI=true")

_JUMEAU = "acte/donnees.json"


@pytest.fixture(scope="module")
def archive(vie_inscrite: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier of an act that was put right."""
    return faire(vivre(tmp_path_factory.mktemp("dossier"), vie_inscrite))


@pytest.fixture
def deplie(archive: Path, tmp_path: Path) -> Path:
    """The same, unzipped, for a test to spoil."""
    with ZipFile(archive) as opened:
        opened.extractall(tmp_path / "deplie")
    return tmp_path / "deplie"


@pytest.fixture(scope="module")
def navigateur() -> Iterator[Browser]:
    """A headless Chromium, Debian's, which calls nobody by itself."""
    with sync_playwright() as tool:
        options = ["--no-sandbox", "--disable-background-networking"]
        browser = tool.chromium.launch(executable_path=_CHROMIUM, args=options)
        yield browser
        browser.close()


@pytest.fixture
def page(navigateur: Browser, archive: Path, tmp_path: Path) -> Iterator[Page]:
    """The page that checks, alone in a folder, on a machine without network; it asks nothing of anyone."""
    alone = tmp_path / "seule"
    alone.mkdir()
    with ZipFile(archive) as opened:
        opened.extract("VERIFIER.html", alone)
    context = navigateur.new_context(offline=True)
    opened_page, asked, wrong = context.new_page(), list[str](), list[str]()
    opened_page.on("request", lambda request: asked.append(request.url))
    opened_page.on("pageerror", lambda error: wrong.append(str(error)))
    opened_page.on("dialog", lambda dialog: wrong.append(dialog.message))
    opened_page.goto((alone / "VERIFIER.html").as_uri())
    yield opened_page
    context.close()
    assert wrong == []
    assert [url for url in asked if not url.startswith(("file:///", "data:", "blob:"))] == []


def _verdict(page: Page, folder: Path) -> str:
    """What the page says of a folder."""
    page.get_by_role("button", name="Recommencer").click()
    page.get_by_label("Le dossier").set_input_files(folder)
    page.locator("#verdict:not(:empty)", has_not_text="Vérification…").wait_for()
    return _dit(page, "#verdict")


def _dit(page: Page, where: str) -> str:
    return " ".join(page.locator(where).inner_text().replace("\xa0", " ").split())


def test_tout_est_conforme(page: Page, deplie: Path) -> None:
    """All the files, picked one by one, from a page that is alone."""
    page.get_by_label("Ou ses fichiers").set_input_files([p for p in sorted(deplie.rglob("*")) if p.is_file()])
    page.get_by_text("Tout est conforme").wait_for()
    assert page.get_by_text("NON CONFORME").count() == 0
    told = _dit(page, "#recit")
    assert OBJET in told
    assert "SIREN 219900024" in told
    assert "que cet extrait ne scelle pas" in told
    assert "Le site n'a pas été vu conforme ligne 28" in told
    assert "Rectifié (ligne 27)" in told
    assert "2 fois, du 2 juillet 2026 à 03:00:00 (temps universel) au 4 juillet 2026" in told
    assert "signature de la ligne 20" in _dit(page, "#points")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Enregistrer la ligne 20").click()
    assert waiting.value.path().read_bytes() == (deplie / "journal.jsonl").read_bytes().splitlines()[0]


def test_un_octet_change_dans_chaque_fichier(page: Page, deplie: Path, tmp_path: Path) -> None:
    """Each file in turn, the list of the sums among them: the page names it."""
    assert _verdict(page, deplie).startswith("Tout est conforme")
    for name in [p.relative_to(deplie).as_posix() for p in sorted(deplie.rglob("*")) if p.is_file()]:
        copy = Path(shutil.copytree(deplie, tmp_path / "autre" / name.replace("/", "-")))
        alterer(copy / name)
        told = _verdict(page, copy)
        assert told.startswith("Ce dossier n'est pas conforme. À regarder : ")
        assert name in told or name == "SHA256SUMS"  # one sign of a sum: the file that it is about is named
        (copy / name).unlink()
        assert name in _verdict(page, copy)


@pytest.mark.parametrize("nom", ["acte/2025-12.pdf", "acte/2025-12-initial.pdf"])
def test_un_pdf_change_et_ses_sommes_refaites(page: Page, deplie: Path, nom: str) -> None:
    """The journal still knows the one that was online."""
    alterer(deplie / nom)
    resommer(deplie)
    assert _verdict(page, deplie) == f"Ce dossier n'est pas conforme. À regarder : {nom}."


def _typer(twin: dict[str, Any]) -> None:
    twin["scelle"]["acte"]["numero"] += "b"


def _ecrire(twin: dict[str, Any]) -> None:
    twin["texte"] += "."


def _rappeler(twin: dict[str, Any]) -> None:
    twin["journal"][0]["publie_le"] = "2025-12-15"


@pytest.mark.parametrize(
    ("changer", "nom"),
    [
        (_typer, "mots saisis (« scelle »)"),
        (_ecrire, "texte de l'acte (« texte »)"),
        (_rappeler, "lignes du journal (« journal »)"),
    ],
)
def test_des_donnees_changees(page: Page, deplie: Path, changer: Callable[[dict[str, Any]], None], nom: str) -> None:
    """What was typed, what the act says, what the journal says of it: each is told apart."""
    twin = json.loads((deplie / _JUMEAU).read_text(encoding="utf-8"))
    changer(twin)
    (deplie / _JUMEAU).write_text(json.dumps(twin, ensure_ascii=False), encoding="utf-8")
    resommer(deplie)
    assert _verdict(page, deplie) == f"Ce dossier n'est pas conforme. À regarder : {_JUMEAU} : {nom}."


@pytest.mark.parametrize("place", [0, 2, 6, 7])
def test_chaque_champ_d_une_ligne(page: Page, deplie: Path, place: int) -> None:
    """Of the first line of the act, of another act, of a look, of its correction: the next one betrays the change."""
    said = lignes(deplie)
    for field in said[place]:
        changed = [dict(one) for one in said]
        changed[place][field] = autre(changed[place][field])
        ecrire_lignes(deplie / "journal.jsonl", changed)
        resommer(deplie)
        told, rank = _verdict(page, deplie), said[place]["rang"]
        assert "journal.jsonl : " in told, field
        if field != "rang":
            assert f"la ligne {rank + 1} ne scelle pas la ligne {rank}" in _dit(page, "#points"), field


@pytest.mark.parametrize(
    ("defaire", "dit"),
    [
        (lambda said: said[:3] + said[4:], "après la ligne 22 vient la ligne 24"),
        (lambda said: [*said[:2], said[3], said[2], *said[4:]], "après la ligne 21 vient la ligne 23"),
        (lambda said: said[1:], "le début de l'extrait manque"),
        (lambda said: said[1:], "la ligne 20 n'est pas celle de journal.jsonl"),
        (lambda said: [*said, said[0]], "la ligne 20 est datée d'avant la ligne 29"),
        (lambda _: [], "absent, vide ou illisible"),
    ],
)
def test_des_lignes_deplacees(
    page: Page, deplie: Path, defaire: Callable[[list[dict[str, Any]]], list[dict[str, Any]]], dit: str
) -> None:
    """Removed, swapped, repeated: the page says where."""
    ecrire_lignes(deplie / "journal.jsonl", defaire(lignes(deplie)))
    resommer(deplie)
    assert "journal.jsonl" in _verdict(page, deplie)
    assert dit in _dit(page, "#points")


def test_un_journal_refait_tout_entier(page: Page, deplie: Path) -> None:
    """The page cannot know, and says so; a seal that was kept can. What is written in it is never markup."""
    kept = sceau((deplie / "journal.jsonl").read_bytes().splitlines()[-1])
    refaire(deplie)
    assert _verdict(page, deplie).startswith("Tout est conforme")
    assert _dit(page, "#recit").count(PIEGE) == 2
    page.get_by_label("Sceau gardé").fill(kept)
    page.get_by_role("button", name="Comparer").click()
    assert _dit(page, "#reponse").startswith("Inconnu : ")
    (deplie / "acte" / "<img src=x onerror=alert(1)>.pdf").write_bytes(b"%PDF-")
    assert "acte/<img src=x onerror=alert(1)>.pdf" in _verdict(page, deplie)
    assert page.locator("main script, main img").count() == 0


def test_un_autre_debut(page: Page, deplie: Path) -> None:
    """The journal of another authority is no beginning of this one."""
    path = deplie / "journal-debut.jsonl"
    ecrire_lignes(path, [json.loads(path.read_bytes()) | {"cle": "ailleurs"}])
    resommer(deplie)
    assert _verdict(page, deplie) == "Ce dossier n'est pas conforme. À regarder : journal-debut.jsonl."


def test_comparer_un_sceau(page: Page, deplie: Path) -> None:
    """As it is found in a feed, cut in two by a letter, or unknown; with the keyboard alone."""
    lines = (deplie / "journal.jsonl").read_bytes().splitlines()
    seal, before = sceau(lines[3]), json.loads(lines[0])["precedent"]
    _verdict(page, deplie)
    for typed, told in (
        (f"Journal, ligne 23 : {seal}.", "Ce sceau est celui de la ligne 23, du 1er juillet 2026"),
        (f" {seal[:30].upper()} {seal[30:]}", "Ce sceau est celui de la ligne 23"),
        (before, "Ce sceau est celui de la ligne 19, juste avant"),
        (sceau((deplie / "journal-debut.jsonl").read_bytes()[:-1]), "celui de la ligne 1,"),
        ("f" * 64, "Inconnu : "),
        ("bonjour", "Ce n'est pas un sceau"),
    ):
        page.get_by_label("Sceau gardé").fill(typed)
        page.get_by_label("Sceau gardé").press("Enter")
        assert _dit(page, "#reponse").startswith(told) or told in _dit(page, "#reponse")


def test_sans_de_quoi_calculer(navigateur: Browser, deplie: Path) -> None:
    """A browser that computes no fingerprint says so, and how to do without it."""
    context = navigateur.new_context(offline=True)
    context.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined })")
    page = context.new_page()
    page.goto((deplie / "VERIFIER.html").as_uri())
    assert page.get_by_text("sha256sum -c SHA256SUMS").is_visible()
    assert not page.get_by_label("Le dossier").is_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_accessible(navigateur: Browser, deplie: Path, width: int, scheme: str) -> None:
    """Before and after, right and wrong: axe finds nothing, and nothing is cut off."""
    size = {"width": width, "height": 800}
    page = navigateur.new_context(viewport=size, color_scheme=scheme, offline=True).new_page()  # type: ignore[arg-type]
    page.goto((deplie / "VERIFIER.html").as_uri())
    for spoiled in (False, True):
        if spoiled:
            alterer(deplie / "acte/2025-12.pdf")
        _verdict(page, deplie)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()
