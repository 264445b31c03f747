"""Every page of the example, as a screen reader walks it: its language, titles, regions, lists, tables, links."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement
from tinyhtml5.parser import HTMLParser

from outils import RACINE
from recueil.ecriture import insecable
from test_navigateur import PAGES

_ASSETS = RACINE / "theme_overrides" / "assets"
_MEDIAS = "//object | //embed | //canvas | //video | //audio | //iframe | //map | //area | //*[@role='img']"
_REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers")
_APPARENCE = "//font | //center | //big | //tt | //strike | //s | //u | //basefont | //blink | //marquee | //@style"
_ATTRIBUTS = "//@align | //@bgcolor | //@border | //@cellpadding | //@cellspacing | //@color | //@valign | //@hspace"
_VAGUES = frozenset({"ici", "cliquez ici", "lire", "lire la suite", "en savoir plus", "suite", "lien", "plus", "voir"})
_FRANCAIS = frozenset({"le", "la", "les", "de", "des", "du", "et", "un", "une", "à", "par", "sur", "pour", "ce", "est"})


@pytest.fixture(scope="module")
def pages(exemple: Path) -> dict[str, HtmlElement]:
    """Every page by its address; not those that only lead to another."""
    found = {path.relative_to(exemple).as_posix(): _lue(path) for path in sorted(exemple.rglob("*.html"))}
    return {name: page for name, page in found.items() if not page.xpath("//meta[@http-equiv='refresh']")}


@pytest.fixture(scope="module")
def entieres(pages: dict[str, HtmlElement]) -> dict[str, HtmlElement]:
    """Those that have a header and a footer: not the small ones that other sites show."""
    return {name: page for name, page in pages.items() if not name.startswith("cadre/")}


def _lue(path: Path) -> HtmlElement:
    tree: HtmlElement = html.fromstring(path.read_bytes())
    return tree


def _dit(element: HtmlElement) -> str:
    """What is read of an element: its words, or the name that it bears."""
    shown = "".join(element.xpath(".//text()[not(ancestor::*[@aria-hidden='true'])]"))
    return " ".join((element.get("aria-label") or shown).split())


def test_document(exemple: Path, entieres: dict[str, HtmlElement]) -> None:
    """A page says its kind, its language and its title; no two have the same, and it ends with that of the site."""
    titles = Counter(_dit(page.xpath("//title")[0]) for page in entieres.values())
    assert [title for title, count in titles.items() if count > 1] == []
    for name, page in entieres.items():
        assert (exemple / name).read_text("utf-8").lstrip().lower().startswith("<!doctype html>"), name
        assert page.xpath("/html/@lang") == ["fr"], name
        assert _dit(page.xpath("//title")[0]).endswith("Registre d'exemple"), name


def test_langue(pages: dict[str, HtmlElement]) -> None:
    """The pages are in French, as they say; no passage is said to be in another language."""
    for name, page in pages.items():
        words = re.findall(r"[a-zà-ÿ]+", page.xpath("string(//main)").lower())
        assert len(words) < 60 or sum(word in _FRANCAIS for word in words) / len(words) > 0.1, name
        assert page.xpath("//body//@lang") == [], name


def test_html_valide(exemple: Path) -> None:
    """Read as browsers do, a page has no fault; a name is borne once, and what is referred to is there."""
    for path in sorted(exemple.rglob("*.html")):
        parser = HTMLParser(namespace_html_elements=False)
        parser.parse(path.read_text(encoding="utf-8"))
        assert parser.errors == [], path
        page = _lue(path)
        assert [id_ for id_, count in Counter(page.xpath("//@id")).items() if count > 1] == [], path
        assert {one for name in _REFERENCES for said in page.xpath(f"//@{name}") for one in said.split()} <= {
            *page.xpath("//@id")
        }, path
        assert page.xpath("//form[@action='']") == [], path
        assert page.xpath("//*[self::div or self::span or self::p or self::pre][@aria-label][not(@role)]") == [], path


def test_apparence(pages: dict[str, HtmlElement]) -> None:
    """Styles dress the pages: no tag or attribute is for looks, no paragraph is empty, no word is spaced out."""
    for name, page in pages.items():
        assert page.xpath(_APPARENCE) == [], name
        assert page.xpath(_ATTRIBUTS) == [], name
        assert page.xpath("//main//*[self::p or self::li][not(normalize-space()) and not(*) and not(@role)]") == [], (
            name
        )
        assert [text for text in page.xpath("//p//text()") if re.search(r"\b\w(?:[ \u00a0]\w){4,}\b", text)] == [], name


def test_titres(pages: dict[str, HtmlElement]) -> None:
    """One first heading, no level skipped, none empty; no paragraph that is wholly strong stands for a heading."""
    for name, page in pages.items():
        headings = page.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")
        levels = [int(one.tag[1]) for one in headings]
        assert (levels[0], levels.count(1)) == (1, 1), name
        assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == [], name
        assert all(map(_dit, headings)), name
        assert list(_faux_titres(page)) == [], name


def _faux_titres(page: HtmlElement) -> Iterator[str]:
    """Paragraphs of the register, not of an act, that are only strong words and name no list."""
    named = {*page.xpath("//@aria-labelledby")}
    for strong in page.xpath("//main//p[not(ancestor::*[@class='rec-texte'])]/strong"):
        whole = strong.getparent()
        if _dit(strong) == _dit(whole) and whole.get("id") not in named:
            yield _dit(strong)


def test_l_accueil_dit_de_qui_est_le_registre(pages: dict[str, HtmlElement]) -> None:
    """Without a title of its own, the home page bears the name of the register, and what it publishes."""
    (title,) = pages["index.html"].xpath("//h1")
    assert _dit(title) == "Registre d'exemple"
    assert _dit(title.getnext()) == "Deux collectivités inventées, pour les tests et la démonstration."


def test_regions(entieres: dict[str, HtmlElement]) -> None:
    """Header, main and footer once, in that order; every navigation has a name of its own."""
    for name, page in entieres.items():
        assert [one.tag for one in page.xpath("//header | //main | //footer")] == ["header", "main", "footer"], name
        assert (
            page.xpath(
                "//body//*[normalize-space(text())][not(ancestor-or-self::*[self::header or self::main or "
                "self::footer])]"
            )
            == []
        ), name
        zones = page.xpath("//nav | //form[@role='search'] | //aside")
        names = [zone.get("aria-label") or zone.get("aria-labelledby") for zone in zones]
        assert all(names), name
        assert len(names) == len(set(names)), name
        assert all(section.xpath("./h2 | ./h3 | ./h1 | ./p") for section in page.xpath("//section")), name


def test_listes(pages: dict[str, HtmlElement]) -> None:
    """Lists hold items and nothing else; none is empty, but where a script will write; terms go with values."""
    for name, page in pages.items():
        assert page.xpath("//ul/*[not(self::li)] | //ol/*[not(self::li)] | //li[not(parent::ul or parent::ol)]") == []
        empty = page.xpath("//ul[not(li)] | //ol[not(li)]")
        assert [one for one in empty if one.get("hidden") is None and not one.get("aria-label")] == [], name
        for group in page.xpath("//dl/div"):
            assert (group[0].tag, group[-1].tag) == ("dt", "dd"), name
        assert page.xpath("//dl/*[not(self::div or self::dt or self::dd)]") == [], name


def test_tableaux(pages: dict[str, HtmlElement]) -> None:
    """A table of the register has a title and says which way its headers go; one of an act has a line of headers."""
    for name, page in pages.items():
        for table in page.xpath("//table"):
            rows = table.xpath(".//tr")
            assert {cell.tag for cell in rows[0] if _dit(cell)} == {"th"}, name
            assert {len(row) for row in rows} == {len(rows[0])}, name
            assert table.xpath(".//@colspan | .//@rowspan | .//table") == [], name
            assert {index for row in rows[1:] for index, cell in enumerate(row) if cell.tag == "th"} <= {0}, name
            assert all(cell.get("scope") for cell in table.xpath(".//th")), name
            if not table.xpath("ancestor::*[@class='rec-texte']"):
                assert _dit(table.xpath("./caption")[0]), name


def test_lignes_des_tableaux_d_un_acte(pages: dict[str, HtmlElement]) -> None:
    """What names a line of figures is its header, and leads to each of them."""
    figures = "//*[@class='rec-texte']//tr[td[2]][not(td[position() > 1][not(contains(@class, 'rec-droite'))])]"
    rows = [row for page in pages.values() for row in page.xpath(figures)]
    assert rows
    assert [row for row in rows if row[0].tag != "th"] == []


def test_liens(pages: dict[str, HtmlElement]) -> None:
    """A link has a name that says more than « ici »; in a page, one name leads to one place; what is seen is said.

    The line where it stands, of a list or of a table, is part of what a link says.
    """
    for name, page in pages.items():
        places = defaultdict(set)
        for link in page.xpath("//a[@href]"):
            said = _dit(link).lower().removeprefix("← ")
            assert said, name
            assert said not in _VAGUES, (name, said)
            assert " ".join(link.text_content().split()).lower().removeprefix("← ") in said, (name, said)
            if link.xpath("ancestor::main"):
                places[said, *map(_dit, link.xpath("ancestor::*[self::li or self::tr]"))].add(link.get("href"))
        assert {said: found for said, found in places.items() if len(found) > 1} == {}, name


def test_ni_image_ni_cadre_ni_son(pages: dict[str, HtmlElement]) -> None:
    """No film, sound or frame; images and drawings only adorn, and are hidden from screen readers."""
    for name, page in pages.items():
        assert page.xpath(_MEDIAS) == [], name
        assert page.xpath("//img[not(@alt='')] | //input[@type='image'] | //main//img") == [], name
        for drawing in page.xpath("//svg"):
            assert (drawing.get("aria-hidden"), drawing.get("focusable")) == ("true", "false"), name
            assert drawing.xpath(".//title | .//text()[normalize-space()]") == [], name


def test_navigation(entieres: dict[str, HtmlElement]) -> None:
    """The same menu and the same search on every page, in the same order; the menu says where one is."""
    menus = {tuple(map(_dit, page.xpath("//header//nav//a"))) for page in entieres.values()}
    feet = {tuple(map(_dit, page.xpath("//footer//nav//a"))) for page in entieres.values()}
    assert (len(menus), len(feet)) == (1, 1)
    for name, page in entieres.items():
        assert len(page.xpath("//form[@role='search']//input[@name='q'][@type='search']")) == 1, name
        current = page.xpath("//header//a[@aria-current='page']/@href")
        assert current in ([], ["./"]), name
        for mark in page.xpath("//main//*[@aria-current]"):
            assert mark.tag == "span", name


@cache
def _scripts() -> str:
    ours = [path for path in _ASSETS.rglob("*.js") if path.name not in {"client-zip.js", "minisearch.js"}]
    return "\n".join(path.read_text(encoding="utf-8") for path in ours)


def test_scripts(exemple: Path) -> None:
    """No script listens to a key, to a press or to a movement, opens a window, or changes a page after a time."""
    forbidden = r"key(down|up|press)|mouse(down|over|enter)|pointer(down|over)|touchstart|device(motion|orientation)"
    assert re.findall(rf"{forbidden}|window\.open|setInterval|alert\(|accessKey", _scripts()) == []
    for path in exemple.rglob("*.html"):
        page = _lue(path)
        assert page.xpath("//@accesskey | //*[@target='_blank'] | //@autofocus | //@onclick") == [], path
        if page.xpath("//meta[@http-equiv='refresh']"):
            assert path.relative_to(exemple).parts[0] == "id"


def test_les_sortes_de_pages(entieres: dict[str, HtmlElement]) -> None:
    """The kinds of pages that are opened in a browser are all among those that are read here."""
    known = {f"{address}index.html" if not address.endswith(".html") else address for address in PAGES.values()}
    assert {one for one in known if not one.startswith("cadre/")} <= set(entieres)


def test_les_phrases_du_site_gardent_leurs_signes(pages: dict[str, HtmlElement]) -> None:
    """No line begins with « : », « ; » or « » » in what the templates say; the words of an act are left as typed."""
    said = "//h2//text() | //summary//text() | //caption//text() | //label//text() | //dt//text() | //footer//text()"
    for name, page in pages.items():
        sentences = page.xpath(said) + page.xpath("//*[contains(@class, 'rec-effet')]//text()")
        kept = [text for text in sentences if not text.getparent().xpath("ancestor-or-self::*[@class='rec-texte']")]
        assert [text for text in kept if insecable(text) != text] == [], name


_DANS_UNE_AUTRE = frozenset(
    {"p.mouvements", "p.faits", "e.tribunal", "e.gracieux", "c.conditions", "d.anciens", "d.lien_vu"}
)
"""Parts that a component shows in its place."""

_AILLEURS = frozenset({"p.entete", "p.preuve", "p.dossier", "c.reference"})
"""The title of a page, of which there is one; what needs a journal, or is not an act: their own pages show them."""


def test_chaque_composant_est_montre(exemple: Path) -> None:
    """The living page shows each macro that draws something of an act; none of its examples is empty."""
    shown = (RACINE / "theme_overrides" / "composants.html").read_text(encoding="utf-8")
    for letter, name in {"p": "parties", "e": "effet", "c": "convention", "d": "devenir"}.items():
        text = (RACINE / "theme_overrides/actes/macros" / f"{name}.html").read_text(encoding="utf-8")
        drawn = re.findall(r"{% macro (\w+)\([^)]*\) %}\n", text)
        missing = {f"{letter}.{one}" for one in drawn if f"{letter}.{one}(" not in shown}
        assert missing <= _DANS_UNE_AUTRE | _AILLEURS, missing
    page = _lue(exemple / "composants.html")
    for section in page.xpath("//article/section"):
        assert len([part for part in section if _dit(part)]) > 2, _dit(section[0])
