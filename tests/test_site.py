"""The site from end to end: real builds of real registers, and what the files in it say and do not say."""

import gzip
import hashlib
import json
import re
import shutil
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import etree
from lxml import html as lxml_html

from outils import ACTES, BASE, RACINE, construire, empreintes, mkdocs, projet
from recueil import build_registre
from recueil.catalogue import FICHES
from recueil.fidelite import texte_visible

_MARQUE = "zygomatique"
_CHARGES = "//@src | //@srcset | //link[not(@rel='canonical')]/@href | //object/@data | //use/@href | //form/@action"


def _pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_rien_de_non_public(exemple: Path) -> None:
    """No byte, title, number or name of a draft or of a forgotten file is anywhere in the site."""
    for name, content in empreintes(exemple).items():
        assert _MARQUE not in name.lower()
        assert _MARQUE.encode() not in content.lower()
    assert _MARQUE.encode() not in gzip.decompress((exemple / "sitemap.xml.gz").read_bytes()).lower()
    assert not (exemple / "valmont" / "seances" / "2026-06-11").exists()


def test_chaque_fichier_vient_d_un_acte_public(exemple: Path) -> None:
    """Every PDF of the site is one that a public act names; none is missing."""
    registre = build_registre(RACINE / "tests" / "exemple" / "acts")
    named = {fichier.adresse: fichier.chemin.read_bytes() for f in registre.toutes for fichier in f.servis}
    served = {name: content for name, content in empreintes(exemple).items() if not name.endswith(_ECRITS)}
    assert served == named


_ECRITS = (
    ".html",
    ".csv",
    ".ttl",
    ".jsonld",
    ".json",
    ".xml",
    ".gz",
    ".css",
    ".map",
    ".svg",
    ".png",
    ".woff2",
    ".txt",
    ".ics",
    ".js",
    ".jsonl",
    "SHA256SUMS",
)

_SCRIPTS = {
    "en-vigueur": [b'<script src="../../assets/en-vigueur.js" defer></script>'],
    "preuve": [b'<script src="../assets/verifier.js" defer></script>'],
    "cadre": [b'<script type="module" src="../../assets/cadre.js"></script>'],
    "s-abonner": [b'<script type="module" src="../assets/abonner.js"></script>'],
    "recherche": [b'<script type="module" src="../assets/recherche/page.js"></script>'],
}

_D_UNE_LISTE = re.compile(rb'<script type="module" src="(?:\.\./)+assets/filtre\.js"></script>')
"""What a list of the register calls, to filter it while one types."""

_D_UN_ACTE = re.compile(rb'<script src="(?:\.\./)+assets/(verifier|dossier|gestes)\.js" defer></script>')
"""What the page of an act calls: to print and to quote it, and when it is recorded to check a file, and its dossier."""


def _acte(page: Path) -> bool:
    return page.name == "index.html" and page.with_name("index.json").is_file()


@pytest.mark.parametrize("nom", ["exemple", "reel", "vie"])
def test_deux_constructions_identiques(nom: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """Two builds of the same acts give the same bytes."""
    construire(nom, tmp_path / "encore")
    assert empreintes(tmp_path / "encore") == empreintes(request.getfixturevalue(nom))


@pytest.mark.parametrize("nom", ["exemple", "reel", "vie"])
def test_liens_internes(nom: str, request: pytest.FixtureRequest) -> None:
    """Every link of every page leads to a file of the site, and to an anchor that is there."""
    site: Path = request.getfixturevalue(nom)
    known = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}
    base = f"/{urlsplit(_base(site)).path.strip('/')}/".replace("//", "/")
    broken = [(str(page), link) for page in _pages(site) for link in _morts(page, site, base, known)]
    assert broken == []


def _base(site: Path) -> str:
    feed = etree.parse(site / "flux" / "actes.rss.xml")
    return str(feed.findtext("channel/link"))


def _morts(page: Path, site: Path, base: str, known: set[str]) -> list[str]:
    """The links of a page that lead nowhere; the page « not found » is served from the root."""
    tree = lxml_html.parse(page).getroot()
    here = base + page.relative_to(site).as_posix().removesuffix("index.html")
    anchors = set(tree.xpath("//@id"))
    dead = []
    for link in {*tree.xpath("//a/@href"), *tree.xpath("//link/@href"), *tree.xpath("//script/@src")}:
        target = urlsplit(urljoin(here, link))
        if target.scheme or target.netloc:
            continue
        path = target.path.removeprefix(base)
        found = path in known or f"{path.rstrip('/')}/index.html".lstrip("/") in known
        if not found or (target.path == here and target.fragment and target.fragment not in anchors):
            dead.append(link)
    return dead


@pytest.mark.parametrize("nom", ["exemple", "reel", "vie"])
def test_rien_d_ailleurs_et_aucun_script(nom: str, request: pytest.FixtureRequest) -> None:
    """Nothing is loaded from elsewhere, no page holds a script or a style of its own; few call one."""
    site: Path = request.getfixturevalue(nom)
    for page in _pages(site):
        if page.name == "VERIFIER.html":  # whole in one file, to be read from a disk: see test_dossier_page.py
            continue
        content = page.read_bytes()
        scripts = re.findall(rb'<script(?! type="application/ld\+json">).*?</script>', content, re.DOTALL)
        if scripts and _acte(page):
            called = [found[1] for one in scripts if (found := _D_UN_ACTE.fullmatch(one))]
            assert called in ([b"gestes"], [b"verifier", b"dossier", b"gestes"]), (page, scripts)
        elif b'class="rec-filtre"' in content:
            assert [_D_UNE_LISTE.fullmatch(one) is not None for one in scripts] == [True], page
        else:
            scripts = [one for one in scripts if page.name != "composants.html" or b"gestes" not in one]
            kind = "cadre" if "cadre" in page.relative_to(site).parts else page.parent.name
            assert [one.replace(b"../../../", b"../../") for one in scripts] == _SCRIPTS.get(kind, []), page
        assert b"<style" not in content, page
        loaded: list[str] = lxml_html.fromstring(content).xpath(_CHARGES)  # type: ignore[assignment]  # text nodes
        assert [address for address in loaded if urlsplit(address).netloc] == [], page
    styles = b"".join(p.read_bytes() for p in site.rglob("*.css"))
    assert not re.search(rb"url\([\"']?https?:|@import", styles)


@pytest.mark.parametrize("nom", ["exemple", "reel", "vie"])
def test_une_page_dit_les_mots_de_sa_source(nom: str, request: pytest.FixtureRequest) -> None:
    """The text in the page, as written to disk, is that of the act, word for word."""
    site: Path = request.getfixturevalue(nom)
    registre = build_registre(ACTES if nom == "reel" else RACINE / "tests" / nom / "acts")
    for fiche in registre.toutes:
        tree = lxml_html.parse(site / fiche.adresse / "index.html").getroot()
        shown = [lxml_html.tostring(n, encoding="unicode") for n in tree.xpath("//div[@class='rec-texte']")]
        expected = texte_visible(fiche.rendu().html).split()
        assert texte_visible("".join(shown)).split() == expected


def test_jumeau_json(exemple: Path) -> None:
    """Each page of an act has its twin, whose file is served with the size it tells."""
    twin = json.loads((exemple / "valmont/2025/2025-01/index.json").read_text(encoding="utf-8"))
    document = twin["document"]
    served = exemple / document["url"].removeprefix("https://exemple.example/actes/")
    assert (twin["type"], twin["publie_le"]) == ("deliberation", "2025-03-25")
    assert served.stat().st_size == document["taille"]
    assert hashlib.sha256(served.read_bytes()).hexdigest() == document["sha256"]


def test_renvoi_de_l_identifiant(exemple: Path) -> None:
    """The address by @ctes identifier leads to the act, and to the act alone."""
    page = lxml_html.parse(exemple / "id/099-219900016-20250320-2025_01-BF/index.html").getroot()
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://exemple.example/actes/valmont/2025/2025-01/"]
    assert page.xpath("//a/@href") == ["../../valmont/2025/2025-01/"]
    assert "url=../../valmont/2025/2025-01/" in page.xpath("//meta[@http-equiv='refresh']/@content")[0]


def test_page_des_regles(exemple: Path) -> None:
    """Each rule has its place in the page, under the code that messages bear; « À propos » leads there."""
    tree = lxml_html.parse(exemple / "regles/index.html").getroot()
    anchors = [str(anchor) for anchor in tree.xpath("//h3/@id")]
    assert anchors == [fiche.ancre for fiche in FICHES]
    for fiche, heading, facts in zip(
        FICHES, tree.xpath("//h3"), tree.xpath("//h3/following-sibling::dl[1]"), strict=True
    ):
        told = " ".join(f"{heading.text_content()} {facts.text_content()}".split())
        for said in (fiche.code, fiche.enonce, fiche.exemple, fiche.correction, fiche.reference):
            assert " ".join(said.split()) in told
    assert [int(h.tag[1]) for h in tree.xpath("//h1 | //h2 | //h3")][:3] == [1, 2, 3]
    about = lxml_html.parse(exemple / "a-propos/index.html").getroot()
    assert "../regles/" in about.xpath("//main//a/@href")


def test_la_politique_de_chaque_page(exemple: Path) -> None:
    """Each page says first that it takes nothing from elsewhere and runs nothing but files of its site; no page hides.

    Those that only lead to another have nothing to run.
    """
    said = "default-src 'self';img-src 'self' data:;object-src 'none';form-action 'self';base-uri 'none'"
    for path in exemple.rglob("*.html"):
        page = lxml_html.parse(path).getroot()
        if page.xpath("//meta[@http-equiv='refresh']"):
            continue
        policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert (policy, page.xpath("//@style | //style | //script[not(@src) and @type!='application/ld+json']")) == (
            [said],
            [],
        )
    assert (exemple / "robots.txt").read_text("utf-8").splitlines()[:2] == ["User-agent: *", "Disallow:"]


def test_plan_du_site(exemple: Path) -> None:
    """The sitemap gives each page once, its true day of change, and no redirection."""
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    tree = etree.parse(exemple / "sitemap.xml")
    urls = {url.findtext("s:loc", None, names): url.findtext("s:lastmod", None, names) for url in tree.getroot()}
    assert len(urls) == len(tree.getroot())
    assert not any("/id/" in str(loc) or "404" in str(loc) for loc in urls)
    twin = json.loads((exemple / "valmont/2025/2025-01/index.json").read_text(encoding="utf-8"))
    assert urls[twin["url"]] == twin["publie_le"]


def test_une_faute_laisse_le_site_d_hier(tmp_path: Path) -> None:
    """A bad act stops the build with every finding, before yesterday's site is touched."""
    shutil.copytree(BASE / "acts", tmp_path / "acts")
    config, site = projet(tmp_path), tmp_path / "site"
    assert mkdocs(config, site).returncode == 0
    before = empreintes(site)
    act = tmp_path / "acts/mairie/2026/2026-01-15/1.md"
    act.write_text(act.read_text(encoding="utf-8").replace("2026-01-20", "2026-02-30"), encoding="utf-8")
    (tmp_path / "acts/mairie/2026/2026-01-15/2.pdf").unlink()
    done = mkdocs(config, site)
    assert done.returncode == 1
    assert "1.md:10:1: [CHAMP-05]" in done.stderr
    assert done.stderr.count("[DOC-01]") == 2
    assert "3 erreurs (3 fichiers)" in done.stderr
    assert "Traceback" not in done.stderr
    assert empreintes(site) == before


def test_registre_vide(tmp_path: Path) -> None:
    """An authority with nothing published yet has a whole site."""
    shutil.copytree(BASE / "acts", tmp_path / "acts", ignore=lambda _, names: {n for n in names if n.endswith(".md")})
    done = mkdocs(projet(tmp_path), tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert "Aucun acte" in (tmp_path / "site/index.html").read_text(encoding="utf-8")


def test_un_autre_hote_construit_le_meme_site(reel: Path, tmp_path: Path) -> None:
    """ProperDocs, the fork that outlives MkDocs 1, builds the same files from the same hook."""
    construire("reel", tmp_path / "site", "properdocs")
    same, other = empreintes(reel), empreintes(tmp_path / "site")
    assert set(same) == set(other)
    assert {name for name in same if same[name] != other[name]} == set()
