"""The glossary: its words are in order and whole, every link to a word leads to it, and a wrong file is refused."""

import re
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from jinja2 import DictLoader, Environment
from lxml import html as lxml_html
from pydantic import ValidationError

from recueil.adresses import slug
from recueil.gabarits import THEME, preparer
from recueil.glossaire import ancre, glossaire, lire
from recueil.pages import devenir
from recueil.source import SourceIllisible

_EMPLOIS = re.compile(r"""g\.mot\(\s*["']([^"']+)["']""")
_ARTICLE = re.compile(
    r"(CGCT|CRPA|CJA|code de l'urbanisme) [LR]\d[\d-]*( (à|et) [LR]\d[\d-]*)*|code civil \d+|Conseil d'État, .* n° \d+"
)
_LIEN = re.compile(r'<a class="rec-mot" href="([^"]+)">')


def test_les_mots() -> None:
    """From 25 to 40 words, in the order of a French dictionary, each in one or two short sentences, once."""
    words = [word.mot for word in glossaire().values()]
    assert 25 <= len(words) == len(set(words)) <= 40
    assert [slug(word) for word in words] == sorted(slug(word) for word in words)
    assert words.index("Échéance") == words.index("Délibération") + 1
    for key, word in glossaire().items():
        assert 1 <= len(re.findall(r"[.](?= [A-ZÀÉ]|$)", word.definition)) <= 2, key
        assert all(_ARTICLE.fullmatch(one) for one in (word.article or "CGCT L2131-1").split(" ; ")), key
        assert "—" not in word.definition


def test_chaque_mot_employe_est_defini() -> None:
    """A template links to no word that is not there; some link to each of those that it needs most."""
    used = {key for path in THEME.rglob("*.html") for key in _EMPLOIS.findall(path.read_text(encoding="utf-8"))}
    assert used | set(devenir.MOTS.values()) <= set(glossaire())
    assert {"executoire", "quorum", "deliberation", "recours-gracieux"} <= used


def test_un_mot_inconnu_arrete_la_construction() -> None:
    """A link to a word that nobody defined is no link: it stops whoever draws the page."""
    env = Environment(loader=DictLoader({"page": "{{ 'executoir' | mot }}"}), autoescape=True)
    preparer(env)
    assert ancre("executoire") == "executoire"
    with pytest.raises(KeyError, match="executoir"):
        env.get_template("page").render()


@pytest.mark.parametrize("nom", ["exemple", "vie"])
def test_les_liens_menent_au_mot(nom: str, request: pytest.FixtureRequest) -> None:
    """Every link to a word leads to its definition; a page links to a word once, the first time."""
    site: Path = request.getfixturevalue(nom)
    page = lxml_html.parse(site / "comprendre" / "index.html").getroot()
    anchors = [str(anchor) for anchor in page.xpath("//dl//dfn/@id")]
    assert anchors == [*glossaire()]
    linking = 0
    for path in site.rglob("index.html"):
        here = f"/{path.relative_to(site).parent.as_posix()}/"
        found = [urldefrag(urljoin(here, link)) for link in _LIEN.findall(path.read_text(encoding="utf-8"))]
        assert {link.url for link in found} <= {"/comprendre/"}, path
        assert {link.fragment for link in found} <= set(anchors), path
        assert len(found) == len({link.fragment for link in found}), path
        linking += bool(found)
    assert linking > 5


def test_la_page(exemple: Path) -> None:
    """Its headings are in order, its letters lead to words, and an act of the register is its example."""
    tree = lxml_html.parse(exemple / "comprendre" / "index.html").getroot()
    assert [int(h.tag[1]) for h in tree.xpath("//main//h1 | //main//h2 | //main//h3")] == [1] + [2] * 7
    letters = [
        (a.text, str(a.get("href"))[1:]) for a in tree.xpath("//nav[@aria-label='Les mots, par première lettre']//a")
    ]
    assert letters == sorted(letters)
    assert all(slug(glossaire()[anchor].mot).upper().startswith(str(letter)) for letter, anchor in letters)
    assert {slug(word.mot)[0].upper() for word in glossaire().values()} == {letter for letter, _ in letters}
    assert any("/2026/" in str(link) for link in tree.xpath("//main//p[1]/a/@href"))
    footer = lxml_html.parse(exemple / "valmont" / "2025" / "2025-01" / "index.html").getroot()
    assert "../../../comprendre/" in footer.xpath("//footer//a/@href")


_BON = "mot: Exécutoire\n  definition: Qui peut être appliqué dès maintenant.\n"


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (f"executoire:\n  {_BON}  auteur: personne\n", ValidationError),
        ("executoire:\n  mot: Exécutoire\n", ValidationError),
        (f"Exécutoire:\n  {_BON}", ValidationError),
        ("executoire:\n  mot: Exécutoire\n  definition: qui peut être appliqué\n", ValidationError),
        (f"executoire:\n  mot: Exécutoire\n  definition: {'Trop long ' * 40}.\n", ValidationError),
        ("executoire: Qui peut être appliqué.\n", ValidationError),
        (f"executoire:\n  {_BON}executoire:\n  {_BON}", SourceIllisible),
        ("executoire\n", SourceIllisible),
    ],
)
def test_un_glossaire_faux_est_refuse(said: str, error: type[Exception], tmp_path: Path) -> None:
    """One wrong entry, and the whole is refused: no half glossary goes online."""
    path = tmp_path / "glossaire.yml"
    path.write_text(f"avenant:\n  mot: Avenant\n  definition: Accord qui change une convention.\n{said}", "utf-8")
    with pytest.raises(error):
        lire(path)


def test_un_bon_glossaire_est_lu(tmp_path: Path) -> None:
    """Accents and capitals do not change the order."""
    path = tmp_path / "glossaire.yml"
    path.write_text(
        f"executoire:\n  {_BON}avenant:\n  mot: avenant\n  definition: Accord de toutes les parties.\n", "utf-8"
    )
    assert [*lire(path)] == ["avenant", "executoire"]
