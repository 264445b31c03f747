"""What the site says of its accessibility: nothing without a proof that exists, nothing that only an audit may say."""

import ast
import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement
from pydantic import ValidationError

from outils import BASE, RACINE, mkdocs, projet
from recueil import build_registre
from recueil.accessibilite import Statut, lire, referentiel
from recueil.accessibilite.criteres import FICHIER
from recueil.pages.accessibilite import VueAccessibilite, page_declaration
from recueil.pages.page import Reglages
from recueil.reglages import options

_AUDIT = {"le": "2026-03-12", "par": "un cabinet", "conformes": "40", "non_conformes": "40", "non_applicables": "26"}
_ECARTS = ["Les plans des permis ne sont que des images.", "Deux tableaux du budget n'ont pas de titres"]
_SANS_AUDIT = "Accessibilité\u00a0: non conforme"


def _vue(acts: Path, audit: object = None) -> VueAccessibilite:
    settings = Reglages("https://x.example/", "Registre", options=options({"audit": audit}, RACINE / "pages"))
    view = page_declaration(build_registre(acts), settings).vue
    assert isinstance(view, VueAccessibilite)
    return view


def test_106_criteres_et_leurs_preuves() -> None:
    """106 criteria in thirteen themes; every test that is named as a proof is in this folder."""
    known = referentiel()
    assert (len(known.themes), len(known.criteres), sum(known.bilan.values())) == (13, 106, 106)
    named = {essai for critere in known.criteres for essai in critere.essais}
    assert named <= {f"{path.name}::{name}" for path in (RACINE / "tests").glob("test_*.py") for name in _essais(path)}
    assert all(critere.explication for critere in known.de(Statut.NON_APPLICABLE))


def _essais(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}


def _sans_preuve(text: str) -> str:
    return re.sub(r"(?<=moyen: automatique\n)        essais: .*\n", "", text, count=1)


def _sans_motif(text: str) -> str:
    return text.replace("        explication: Aucune image n'a de légende.\n", "")


@pytest.mark.parametrize(
    ("change", "dit"),
    [
        (_sans_preuve, "3.2 : nommez l'essai"),
        (_sans_motif, "1.9 : dites pourquoi"),
        (lambda text: text.replace('numero: "13.12"', 'numero: "13.13"'), "106 critères"),
        (lambda text: text.replace("  - numero: 13\n", "  - numero: 14\n"), "treize thèmes"),
        (lambda text: text.replace("moyen: automatique", "moyen: sans_objet", 1), "ne va pas avec « conforme »"),
        (lambda text: text.replace("test_lisible.py::test_sans_mouvement", "un essai", 1), "String should match"),
        (lambda text: text.replace("statut: a_evaluer", "statut: presque", 1), "Input should be"),
    ],
)
def test_ce_qui_est_faux_est_refuse(change: Callable[[str], str], dit: str, tmp_path: Path) -> None:
    """A criterion without a proof or a reason, one that is missing, a word that is not one of ours: all is refused."""
    said = FICHIER.read_text(encoding="utf-8")
    assert change(said) != said
    (tmp_path / "criteres.yml").write_text(change(said), encoding="utf-8")
    with pytest.raises(ValidationError, match=dit):
        lire(tmp_path / "criteres.yml")


def test_sans_audit(exemple: Path) -> None:
    """Nobody made an audit: the page, and the foot of every page, say that the site does not conform."""
    page = _page(exemple / "accessibilite/index.html")
    assert page.xpath("string(//h1)") == _SANS_AUDIT
    assert "aucun audit n'a encore été fait" in _dit(page)
    assert "75342 Paris CEDEX 07" in _dit(page)
    assert {"mailto:mairie@valmont-les-essarts.example.org", "mailto:eaux@essarts.example.org"} <= {
        *page.xpath("//section[@aria-labelledby='contact']//a/@href")
    }
    for path in exemple.rglob("*.html"):
        assert _page(path).xpath("//footer//a[starts-with(., 'Accessibilité')]/text()") in ([_SANS_AUDIT], []), path


def _page(path: Path) -> HtmlElement:
    tree: HtmlElement = html.fromstring(path.read_bytes())
    return tree


def _dit(page: HtmlElement) -> str:
    return " ".join(page.xpath("string(//main)").replace("\u00a0", " ").split())


def test_les_criteres_un_par_un(exemple: Path) -> None:
    """The page gives the 106 criteria, each with its state and its proofs, in a table for each theme."""
    page = _page(exemple / "accessibilite/criteres/index.html")
    rows = page.xpath("//table[contains(@class, 'rec-criteres')]/tbody/tr")
    assert [row.xpath("string(th)").split()[0] for row in rows] == [c.numero for c in referentiel().criteres]
    assert [row.xpath("string(td[1])") for row in rows] == [c.statut.libelle for c in referentiel().criteres]
    assert page.xpath("//tbody//code/text()") == [e for c in referentiel().criteres for e in c.essais]


def test_un_audit(tmp_path: Path) -> None:
    """An audit in the settings changes the declaration and the foot of every page."""
    config = projet(tmp_path)
    told = "".join(f"    {key}: {value}\n" for key, value in _AUDIT.items())
    told += f"    ecarts: {json.dumps(_ECARTS)}\n    derogations: [Les actes d'avant 2010]\n"
    config.write_text(config.read_text("utf-8").replace("\nextra:\n", f"\nextra:\n  audit:\n{told}"), "utf-8")
    (tmp_path / "acts").symlink_to(BASE / "acts")
    done = mkdocs(config, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    page = _page(tmp_path / "site/accessibilite/index.html")
    assert page.xpath("string(//h1)") == "Accessibilité\u00a0: partiellement conforme"
    for said in (
        "12 mars 2026 par un cabinet",
        "50 % des critères",
        "40 critères ne sont pas respectés",
        "12 mars 2029",
        *(f"{one.rstrip('.')}." for one in _ECARTS),
        "Les actes d'avant 2010.",
    ):
        assert said in _dit(page)
    feet = {one for path in (tmp_path / "site").rglob("index.html") for one in _page(path).xpath("//footer//a/text()")}
    assert {one for one in feet if one.startswith("Accessibilité")} == {"Accessibilité\u00a0: partiellement conforme"}


@pytest.mark.parametrize(
    ("conformes", "etat", "part"),
    [
        (80, "totalement conforme", "100 %"),
        (79, "partiellement conforme", "99 %"),
        (40, "partiellement conforme", "50 %"),
        (39, "non conforme", "49 %"),
    ],
)
def test_l_etat_et_la_part(conformes: int, etat: str, part: str, depot: Path) -> None:
    """The state is that of the law, and its share is never rounded to the whole."""
    view = _vue(depot, _AUDIT | {"conformes": str(conformes), "non_conformes": str(80 - conformes)})
    assert (view.etat, view.part.replace("\u00a0", " ")) == (etat, part)


def test_le_schema_de_la_commune(depot: Path) -> None:
    """The declaration leads to the plan of the town when it wrote one."""
    page = partial(page_declaration, build_registre(depot))
    schemas = [page(Reglages("https://x.example/", "Registre", pages_fixes=frozenset(p))).vue for p in _PAGES_ECRITES]
    assert [view.schema for view in schemas if isinstance(view, VueAccessibilite)] == ["", "schema-accessibilite/"]


_PAGES_ECRITES = ((), ("schema-accessibilite/", "a-propos/"))


def test_les_pdf_numerises(depot: Path) -> None:
    """An act whose document is a mere picture is counted; it is named when its page does not give the text either."""
    assert (_vue(depot).manques.numerises, _vue(depot).manques.sans_texte) == (0, ())
    act = depot / "mairie/2026/2026-01-15/1.md"
    head, _, text = act.read_text("utf-8").removeprefix("---\n").partition("\n---\n")
    act.write_text(f"---\n{head}\ndocument_numerise: oui\n---\n{text}", "utf-8")
    assert (_vue(depot).manques.numerises, _vue(depot).manques.nombre_sans_texte) == (1, 0)
    act.unlink()
    act.with_suffix(".yml").write_text(f"{head}\ndocument_numerise: oui\n", "utf-8")
    assert [fiche.acte.numero for fiche in _vue(depot).manques.sans_texte] == ["1"]
