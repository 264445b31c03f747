"""The workshop: beside the host the same bytes, whatever it remembers, and never yesterday's site lost."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
from time import sleep

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from actes_fictifs import fabriquer
from outils import BASE, RACINE, empreintes, mkdocs, projet
from recueil.atelier import EnCours, FichierChange, Gabarits, Lot
from recueil.atelier.cles import Cles
from recueil.atelier.fabrique import Fabrique
from recueil.atelier.livraison import ouvrir as ouvrir_chantier
from recueil.atelier.memoire import Memoire
from recueil.atelier.retouche import retouche, retoucher, trace_seule
from recueil.ecrites import places_prises
from recueil.empreinte import sceau
from recueil.repartition import partager
from recueil.site import Copie

_UN = "acts/mairie/2026/2026-01-15/1.md"


def _construire(folder: Path, *, atelier: bool = True) -> dict[str, bytes]:
    """Build the project of a folder into its ``site/``; gives the files."""
    os.environ["ATELIER"] = str(atelier).lower()
    try:
        done = mkdocs(folder / "mkdocs.yml", folder / "site")
    finally:
        del os.environ["ATELIER"]
    assert done.returncode == 0, done.stderr
    return empreintes(folder / "site")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A project with a small register."""
    shutil.copytree(BASE / "acts", tmp_path / "acts")
    projet(tmp_path)
    return tmp_path


def _ses_pages(base: Path) -> None:
    """Give a project pages of its own."""
    shutil.copytree(RACINE / "pages", base / "pages")
    config = base / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace(f"docs_dir: {RACINE / 'pages'}", "docs_dir: pages"), encoding="utf-8")


def _a_neuf(folder: Path) -> dict[str, bytes]:
    """What a build makes that remembers nothing."""
    fresh = folder.with_name(f"{folder.name}-neuf")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(folder / "acts", fresh / "acts")
    projet(fresh)
    return _construire(fresh)


@pytest.mark.parametrize("register", ["tests/exemple", "tests/vie", "grand"])
def test_comme_l_hote(register: str, tmp_path: Path) -> None:
    """The host alone and the workshop give the same files, byte for byte; a large register is shared out."""
    if register == "grand":
        fabriquer(620, tmp_path / "acts")
    else:
        shutil.copytree(RACINE / register / "acts", tmp_path / "acts")
    projet(tmp_path)
    beside = _construire(tmp_path)
    shutil.rmtree(tmp_path / "site")
    assert _construire(tmp_path, atelier=False) == beside
    for home in (path.parent.name for path in (tmp_path / "acts").glob("*/collectivite.yml")):
        assert b"Aucun acte n'est encore" not in beside[f"{home}/index.html"] or register != "grand"
    assert max(len(page) for name, page in beside.items() if name.endswith(".html")) < 120_000


def test_seul_ce_qui_change_est_refait(base: Path) -> None:
    """An act changes: the site is that of a build from nothing, and the page of another act was not written again."""
    _construire(base)
    other = base / "site" / "mairie" / "2026" / "2" / "index.html"
    before = other.stat()
    path = base / _UN
    path.write_text(path.read_text(encoding="utf-8") + "\nUn mot de plus.\n", encoding="utf-8")
    assert _construire(base) == _a_neuf(base)
    assert (other.stat().st_ino, other.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert "Un mot de plus." in (base / "site/mairie/2026/1/index.html").read_text(encoding="utf-8")


def test_le_cadre_change_seul(base: Path) -> None:
    """A new name of the site is in the header of every page, and nothing else of them is drawn again by mistake."""
    _construire(base)
    config = base / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("- Séances:", "- Les séances:"), encoding="utf-8")
    again = _construire(base)
    shutil.rmtree(base / "site")
    assert _construire(base) == again
    assert "Les séances" in again["mairie/2026/1/index.html"].decode()


_ABIMEES: dict[str, Callable[[bytes], bytes]] = {
    "vide": lambda _: b"",
    "coupée": lambda noted: noted[: len(noted) // 2],
    "d'une autre forme": lambda noted: noted.replace(b"memoire-2", b"memoire-1", 1),
    "changée": lambda noted: noted.replace(b"/index.html", b"/index.htm", 1),
}


@pytest.mark.parametrize("damage", [*_ABIMEES, "absente"])
def test_une_memoire_abimee_ne_change_rien(damage: str, base: Path) -> None:
    """The note of the last build is lost, cut, of another version: the same bytes."""
    first = _construire(base)
    note = base / ".site.memoire"
    noted = note.read_bytes()
    assert json.loads(noted.partition(b"\n")[2])[1]
    note.unlink() if damage == "absente" else note.write_bytes(_ABIMEES[damage](noted))
    assert _construire(base) == first


def test_un_site_altere_est_repare(base: Path) -> None:
    """A page that was changed, one that was lost, a file that nobody names, a folder in the place of a page: mended."""
    first = _construire(base)
    site = base / "site"
    (site / "mairie/2026/1/index.html").write_bytes(b"altered")
    (site / "mairie/2026/2/index.html").unlink()
    (site / "mairie/secret").mkdir()
    (site / "mairie/secret/brouillon.pdf").write_bytes(b"%PDF-")
    (site / "404.html").unlink()
    (site / "404.html").mkdir()
    assert _construire(base) == first
    assert not (site / "mairie/secret").exists()


def test_une_memoire_qui_ment_ne_passe_pas(base: Path) -> None:
    """A page of the last build that bears the words of another is drawn again, whatever the note says of it."""
    first = _construire(base)
    one, two = (base / f"site/mairie/2026/{n}/index.html" for n in (1, 2))
    one.write_bytes(two.read_bytes())
    assert _construire(base) == first


def test_une_page_alteree_en_cachette(base: Path) -> None:
    """As many bytes, and the day of the change set back: the system still tells that the page was touched."""
    first = _construire(base)
    page = base / "site/mairie/2026/1/index.html"
    told, content = page.stat(), page.read_bytes()
    page.write_bytes(content.replace(b"e", b"a"))
    os.utime(page, ns=(told.st_atime_ns, told.st_mtime_ns))
    assert _construire(base) == first


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('site_url: !ENV [SITE_URL, "https://recueil.example/"]', "site_url: https://autre.example/"),
        ("site_description: ", "site_description: Autre "),
    ],
    ids=["adresse", "description"],
)
def test_un_reglage_change(old: str, new: str, base: Path) -> None:
    """Whatever changes in the settings, the site is that of a build from nothing."""
    _construire(base)
    config = base / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert old in text
    config.write_text(text.replace(old, new), encoding="utf-8")
    again = _construire(base)
    shutil.rmtree(base / "site")
    assert _construire(base) == again


def test_nul_ne_prend_la_place_d_un_acte(base: Path) -> None:
    """A file that a person puts at the address of an act is refused, and named; nothing is built."""
    _ses_pages(base)
    path = base / "pages" / "mairie" / "2026" / "1" / "index.json"
    path.parent.mkdir(parents=True)
    path.write_text("autre", encoding="utf-8")
    with pytest.raises(AssertionError, match=re.escape("« mairie/2026/1/index.json » prend l'adresse")):
        _construire(base)
    assert not (base / "site").exists()


def test_les_places_prises(tmp_path: Path) -> None:
    """As the host would serve them, and whatever the case; the words of the home page are in their place."""
    given = ["index.html", "m/1/index.html", "m/2/index.html", "m/1/1.pdf", "m/1/index.json"]
    written = ["index.md", "m/1/index.md", "m/2.md", "M/1/1.PDF", "m/1/index.json", "m/3.md", "m/1/2.pdf"]
    for name in written:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [source for source, _ in places_prises(tmp_path, given)] == sorted(written[1:5])


def test_une_page_ecrite_peut_renvoyer_a_un_acte(base: Path) -> None:
    """By its source, as MkDocs asks, and to any file by its address; the host and the workshop give the same."""
    _ses_pages(base)
    page = base / "pages" / "a-propos.md"
    files = ["mairie/2026/1/1.pdf", "mairie/2026/1/index.json", "flux/actes.rss.xml", "donnees/etats.json"]
    links = "".join(f"[Fichier]({name}#debut)\n" for name in files)
    page.write_text(f"# À propos\n\n[Un acte](mairie/2026/1/index.md)\n{links}", encoding="utf-8")
    beside = _construire(base)
    assert b'href="../mairie/2026/1/"' in beside["a-propos/index.html"]
    assert all(f'href="../{name}#debut"'.encode() in beside["a-propos/index.html"] for name in files)
    shutil.rmtree(base / "site")
    assert _construire(base, atelier=False) == beside


def test_un_fichier_qui_change_pendant_la_construction(tmp_path: Path) -> None:
    """What is served is what was read and checked, or nothing is."""
    path = tmp_path / "1.pdf"
    path.write_bytes(b"autre")
    begun = ouvrir_chantier(tmp_path / "site")
    gabarits = Gabarits(Environment(), {}, {}, "https://exemple.fr/")  # noqa: S701 (no template)
    lot = Lot((), (), (Copie("m/1.pdf", path, sceau(b"un")),))
    with pytest.raises(FichierChange, match="a changé pendant la construction"):
        Fabrique(begun, gabarits, Cles(b""), Memoire()).fabriquer(lot)
    begun.abandonner()


def test_une_seule_construction_a_la_fois(tmp_path: Path) -> None:
    """A second one is refused, as long as the first holds its folder; what a dead one left goes."""
    first = ouvrir_chantier(tmp_path / "site")
    with pytest.raises(EnCours, match="en cours"):
        ouvrir_chantier(tmp_path / "site")
    first.verrou.close()
    second = ouvrir_chantier(tmp_path / "site")
    assert [*tmp_path.iterdir()] == [second.dossier]
    second.abandonner()


def test_un_acte_qui_n_est_plus_public_quitte_le_site(base: Path) -> None:
    """Made a draft again, its page, its twin and its files are gone."""
    _construire(base)
    path = base / _UN
    path.write_text(path.read_text(encoding="utf-8").replace("publie_le:", "publier_le:"), encoding="utf-8")
    assert not [name for name in _construire(base) if name.startswith("mairie/2026/1/")]


@pytest.mark.parametrize(
    ("where", "old", "new"),
    [
        (_UN, "type: deliberation", "type: deliberatoin"),
        ("mkdocs.yml", "- À propos: a-propos.md", "- À propos: absente.md"),
    ],
    ids=["acte", "menu"],
)
def test_une_erreur_laisse_le_site_d_hier(where: str, old: str, new: str, base: Path) -> None:
    """A fault in an act, a warning of the host in a strict build: yesterday's site stands, nothing lies beside it."""
    first = _construire(base)
    path = base / where
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert mkdocs(base / "mkdocs.yml", base / "site").returncode != 0
    assert empreintes(base / "site") == first
    assert not [*base.glob(".site.chantier*")]


@pytest.mark.parametrize("register", ["acts", "tests/vie/acts"])
def test_les_cles_sont_les_memes_partout(register: str) -> None:
    """A key says nothing of the process that made it: two orders of hashing give the same, for every page."""
    program = """
import sys
from pathlib import Path
from recueil import build_registre
from recueil.atelier.cles import Cles
from recueil.pages.page import Reglages
from recueil.site import Ecrit, build_site
site = build_site(build_registre(Path(sys.argv[1])), Reglages("https://exemple.fr/", "Registre"))
keys = Cles(b"")
for page in site.pages:
    print(page.adresse, keys.cle(page.template, page.meta(), page.montrer()))
for text in site.textes:
    if isinstance(text.contenu, Ecrit):
        print(text.adresse, keys.cle(text.contenu.composer()))
"""
    told = [
        subprocess.run(
            [sys.executable, "-c", program, str(RACINE / register)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(RACINE / "hooks")},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1]
    assert "/index.json " in told[0]
    assert all(len(line.split(" ")[-1]) == 64 for line in told[0].splitlines())


def test_une_copie_tuee_pendant_qu_elle_repond(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half an answer is no answer: the work is done here."""
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    parent = os.getpid()

    def work(number: int) -> bytes:
        if os.getpid() != parent:
            Timer(0.5, os._exit, (1,)).start()
        sleep(0.05)
        return bytes([number]) * 10_000_000

    assert [one[:1] for one in partager(work, range(4))] == [bytes([n]) for n in range(4)]


def test_une_copie_sans_personne_s_arrete(tmp_path: Path) -> None:
    """The program that asked is killed: what helps it begins nothing more."""
    program = """
import sys, time
from pathlib import Path
from recueil.repartition import partager
def work(number):
    time.sleep(0.1)
    (Path(sys.argv[1]) / str(number)).touch()
partager(work, range(200))
"""
    environment = {**os.environ, "PYTHONPATH": str(RACINE / "hooks")}
    asked = subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], env=environment)
    while not [*tmp_path.iterdir()]:
        sleep(0.05)
    asked.kill()
    asked.wait()
    sleep(0.5)
    done = len([*tmp_path.iterdir()])
    sleep(0.5)
    assert len([*tmp_path.iterdir()]) == done < 200


def test_une_copie_qui_s_arrete_est_remplacee(tmp_path: Path) -> None:
    """A process that helps is killed, or fails: its share is worked on here, and a real fault is told here."""
    parent = os.getpid()

    def work(part: int) -> int:
        if os.getpid() != parent and part % 2:
            os._exit(9)
        return part * 2

    assert partager(work, list(range(20))) == [n * 2 for n in range(20)]

    def faulty(part: int) -> int:
        return 1 // (part - 13)

    with pytest.raises(ZeroDivisionError):
        partager(faulty, list(range(20)))
    assert not list(tmp_path.iterdir())


def _publier(folder: Path) -> None:
    """Record the acts of a project in their journals."""
    command = [
        sys.executable,
        str(RACINE / "scripts/publier.py"),
        "--actes",
        str(folder / "acts"),
        "--le",
        "2026-11-20",
    ]
    subprocess.run(command, check=True, capture_output=True)


def test_le_pied_est_change_sur_place(base: Path) -> None:
    """An act is recorded: the footer of pages says so, in the same file, unless this has another name elsewhere."""
    _publier(base)
    before = _construire(base)
    linked = "mairie/conventions/2-convention/index.html"
    os.link(base / "site" / linked, base / "ailleurs.html")
    places = {name: (base / "site" / name).stat().st_ino for name in before}
    path = base / _UN
    path.write_text(path.read_text(encoding="utf-8") + "\nUn mot de plus.\n", encoding="utf-8")
    _publier(base)
    after = _construire(base)
    assert after == _a_neuf(base)
    changed = {name for name in before.keys() & after.keys() if before[name] != after[name]}
    in_place = {name for name in changed if (base / "site" / name).stat().st_ino == places[name]}
    assert linked in changed - in_place
    assert any(name.startswith("registre/") for name in in_place), "a list bears the same lines, and another footer"
    assert (base / "ailleurs.html").read_bytes() == before[linked]


@given(st.binary(max_size=9000), st.binary(min_size=1, max_size=300), st.binary(max_size=50), st.data())
def test_une_retouche(debut: bytes, avant: bytes, fin: bytes, data: st.DataObject) -> None:
    """Whatever the page, what is written in place makes of it the one that would be written whole."""
    after = data.draw(st.binary(min_size=len(avant), max_size=len(avant)))
    page = debut + avant + fin
    with TemporaryDirectory() as folder:
        path = f"{folder}/page"
        Path(path).write_bytes(page)
        if touch := retouche(page, avant, after, trace_seule(path)):
            assert retoucher(path, touch)
            place = page.rfind(avant)
            assert Path(path).read_bytes() == page[:place] + after + page[place + len(avant) :]
            assert touch.debut // 4096 == max(touch.debut + len(touch.octets) - 1, touch.debut) // 4096


@pytest.mark.parametrize(
    ("page", "avant", "apres"),
    [
        (b"x" * 4094 + b"abcd", b"abcd", b"efgh"),
        (b"abcd", b"abcd", b"abcde"),
        (b"abcd", b"zzzz", b"efgh"),
    ],
    ids=["à cheval sur deux blocs", "plus long", "absent"],
)
def test_sans_retouche(page: bytes, avant: bytes, apres: bytes) -> None:
    """What the system does not write at once is written again whole."""
    assert retouche(page, avant, apres, "une trace") is None
    assert retouche(b"abcd", b"abcd", b"abcx", "") is None


@pytest.mark.parametrize("fate", ["changée", "lien", "partie"])
def test_une_page_touchee_n_est_pas_retouchee(fate: str, tmp_path: Path) -> None:
    """Something touched the site while it was built: that file is left, all the rest is delivered, and it is told."""
    begun = ouvrir_chantier(tmp_path / "site")
    begun.site.mkdir()
    page = begun.site / "page.html"
    page.write_bytes(b"avant")
    touch = retouche(b"avant", b"avant", b"apres", trace_seule(str(page)))
    assert touch
    page.unlink()
    if fate == "changée":
        page.write_bytes(b"autre")
    elif fate == "lien":
        (tmp_path / "autre.html").write_bytes(b"avant")
        page.symlink_to(tmp_path / "autre.html")
    begun.poser("deux.html", b"deux")
    with pytest.raises(FichierChange, match=r"page\.html"):
        begun.livrer(["deux.html"], {"page.html": touch}, {"page.html", "deux.html"})
    assert (begun.site / "deux.html").read_bytes() == b"deux"
    assert fate != "lien" or (tmp_path / "autre.html").read_bytes() == b"avant"


def test_les_donnees_liees_d_une_annee_sont_gardees(tmp_path: Path) -> None:
    """What is put together from the pages of a year is made again when one of them changes, and only then."""
    shutil.copytree(RACINE / "tests/vie/acts", tmp_path / "acts")
    projet(tmp_path)
    before = _construire(tmp_path)
    names = [name for name in before if name.startswith("donnees/lie/")]
    places = {name: (tmp_path / "site" / name).stat().st_ino for name in names}
    path = tmp_path / "acts/hypothese/2025/arretes/2025-31.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("objet: ", "objet: Autre ", 1), encoding="utf-8")
    after = _construire(tmp_path)
    assert after == _a_neuf(tmp_path)
    changed = {name for name in names if after[name] != before[name]}
    assert changed == {"donnees/lie/hypothese/2025.ttl"} < {*names}
    assert {name for name in names if (tmp_path / "site" / name).stat().st_ino != places[name]} == changed


def test_rien_n_est_refait_par_hasard(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sets are not in the same order in two runs of Python: nothing that a page is made from depends on it."""
    pages = ("mairie/2026/1/index.html", "registre/annees/2026/index.html")
    monkeypatch.setenv("PYTHONHASHSEED", "1")
    _construire(base)
    places = [(base / "site" / page).stat().st_ino for page in pages]
    for seed in ("2", "3"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        _construire(base)
        assert [(base / "site" / page).stat().st_ino for page in pages] == places
