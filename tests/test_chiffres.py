"""The figures of a register: cases that a jurist can read, what their page says, and what holds whatever the acts."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader, StrictUndefined
from lxml import html as lxml_html

from outils import RACINE
from recueil import Registre, build_registre
from recueil.chiffres import BANDES, ensemble, mediane, par_bande, releves
from recueil.ecriture import pourcentage
from recueil.gabarits import THEME, preparer
from recueil.matieres import MATIERES, theme
from recueil.pages.chiffres import VueChiffres, page_de, pages_chiffres
from recueil.pages.tableau import Tableau

_CAS = yaml.safe_load((RACINE / "tests" / "chiffres.yml").read_text(encoding="utf-8"))
_COLLECTIVITE = {"nom": "Sainte-Exemple", "type": "commune", "siren": "219900016", "departement": "099"}
_CONTROLE = ("recu_le", "envoye_le")
_DELAIS = st.dictionaries(st.integers(0, 400), st.integers(1, 9)).map(Counter)


def _dit(value: object) -> object:
    """A value of the case as a clerk types it."""
    return {True: "oui", False: "non"}.get(value, value) if isinstance(value, bool) else value


def _acte(said: Mapping[str, Any], numero: int) -> str:
    """The file of an act: what the case says, and what every act must have."""
    control = {key: said[key] for key in _CONTROLE if key in said}
    head = {"type": "deliberation", "objet": f"Objet {numero}", **{k: _dit(v) for k, v in said.items()}}
    head = {key: value for key, value in head.items() if key not in _CONTROLE}
    head |= {} if head["type"] == "convention" else {"numero": str(numero), "auteur": _AUTEUR}
    head |= {"controle_legalite": control} if control else {}
    return f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\n\nTexte.\n\nAmbre EXEMPLE\n"


_AUTEUR = {"prenom": "Ambre", "nom": "EXEMPLE", "qualite": "Maire"}


def _registre(case: Mapping[str, Any], folder: Path) -> Registre:
    """The register of a case: its acts alone, then those of its sessions."""
    home = folder / "acts" / "mairie"
    groups = [({}, case.get("actes", [])), *((dict(held), held["actes"]) for held in case.get("seances", []))]
    number = 0
    for rank, (held, acts) in enumerate(groups):
        place = home / "2026" / f"{rank}"
        place.mkdir(parents=True)
        if held:
            del held["actes"]
            session = yaml.safe_dump({"organe": "Conseil municipal", **held}, allow_unicode=True)
            (place / "seance.yml").write_text(session, encoding="utf-8")
        for said in acts:
            number += 1
            (place / f"{number}.md").write_text(_acte(said, number), encoding="utf-8")
    authority = _COLLECTIVITE | case.get("collectivite", {})
    (home / "collectivite.yml").write_text(yaml.safe_dump(authority), encoding="utf-8")
    return build_registre(folder / "acts")


def _lignes(table: Tableau) -> dict[str, int]:
    return {bar.libelle: int(bar.nombre) for bar in table.barres if bar.nombre != "0"}


def _comptes(view: VueChiffres) -> dict[str, object]:
    """All that a case may expect."""
    told: dict[str, object] = {
        "nombre": view.nombre,
        "annees": {int(year): n for year, n in _lignes(view.annees).items()},
        **{name: _lignes(getattr(view, name)) for name in ("sortes", "votes", "themes", "etats")},
        **{name: getattr(view, name) for name in ("deliberations", "decident")},
    }
    if view.delais:
        told |= {name: getattr(view.delais, name) for name in ("mediane", "vite", "inconnus")}
        told["delais"] = _lignes(view.delais.tableau)
    if view.presences:
        told |= {name: getattr(view.presences, name) for name in ("presents", "pouvoirs", "seances")}
        told["seances_inconnues"] = view.presences.inconnues
    return {name: value.replace("\u00a0", " ") if isinstance(value, str) else value for name, value in told.items()}


@pytest.fixture(scope="module")
def env() -> Environment:
    """The template of the figures, without the header and the footer of the site."""
    bare = DictLoader({"main.html": "{% block content %}{% endblock %}"})
    made = Environment(loader=ChoiceLoader([bare, FileSystemLoader(THEME)]), autoescape=True, undefined=StrictUndefined)
    preparer(made)
    made.filters["url"] = str
    return made


def _mots(env: Environment, view: object) -> str:
    """The words of the page, as they are read."""
    return " ".join(_dessiner(env, view).text_content().split())


def _dessiner(env: Environment, view: object) -> Any:  # noqa: ANN401 (lxml's own)
    drawn = env.get_template("actes/chiffres.html").render(vue=view).replace("</dt>", "</dt> ")
    return lxml_html.fromstring(f"<main>{drawn}</main>")


@pytest.mark.parametrize("case", _CAS, ids=[case["nom"] for case in _CAS])
def test_ce_qui_est_compte(case: Mapping[str, Any], env: Environment, tmp_path: Path) -> None:
    """Each case gives the numbers that a person would count, and says so in right sentences."""
    (page,) = pages_chiffres(_registre(case, tmp_path))
    assert isinstance(page.vue, VueChiffres)
    counted = _comptes(page.vue)
    assert {key: counted.get(key) for key in case["attendu"]} == case["attendu"]
    words = _mots(env, page.vue)
    assert [said for said in case.get("dit", []) if said not in words] == [], words
    assert [said for said in case.get("tait", []) if said in words] == []


@pytest.fixture(scope="module")
def exemple_lu() -> Registre:
    """The register of the fictional example, where two authorities publish in two ways."""
    return build_registre(RACINE / "tests" / "exemple" / "acts")


def test_l_ensemble_est_la_somme(exemple_lu: Registre) -> None:
    """Each act is counted once, with its authority and with all."""
    parts = releves(exemple_lu)
    whole = ensemble(parts)
    assert whole.nombre == len(exemple_lu.fiches) == whole.themes.total()
    assert [parts[c.cle].nombre for c in exemple_lu.collectivites] == [
        len(exemple_lu.actes_de(c)) for c in exemple_lu.collectivites
    ]
    assert whole.presences.total() == sum(bool(held.fiches) for held in exemple_lu.seances)


def test_une_page_par_collectivite(exemple_lu: Registre, env: Environment) -> None:
    """Several authorities have a page each, and the page of all leads there; one that is alone has that of all."""
    pages = {page.adresse: page for page in pages_chiffres(exemple_lu)}
    assert [*pages] == ["registre/chiffres/", "essarts/chiffres/", "valmont/chiffres/"]
    assert {page_de(exemple_lu, c) for c in exemple_lu.collectivites} == {*pages} - {"registre/chiffres/"}
    links = _dessiner(env, pages["registre/chiffres/"].vue).xpath("//nav//a/@href")
    assert links == ["essarts/chiffres/", "valmont/chiffres/"]


@pytest.mark.parametrize("path", ["registre/chiffres/", "valmont/chiffres/"])
def test_chaque_compte_est_un_tableau(exemple: Path, path: str) -> None:
    """A screen reader has a table with its title and its heads; the bars, as long as they must be, are not read."""
    tree = lxml_html.parse(exemple / path / "index.html").getroot()
    tables = tree.xpath("//main//table")
    assert len(tables) > 4
    for table in tables:
        assert len(table.xpath("./caption")) == 1
        assert [len(table.xpath(f".//th[@scope='{scope}']")) for scope in ("col", "row")] == [
            3,
            len(table.xpath("./tbody/tr")),
        ]
        widths = [float(width) for width in table.xpath(".//svg[@aria-hidden='true']/rect/@width")]
        counts = [int(cell.text_content()) for cell in table.xpath(".//tbody//td[1]")]
        assert widths == [pytest.approx(100 * count / sum(counts), abs=0.01) for count in counts]
    assert tree.xpath("//main//svg[not(@aria-hidden='true')]") == []


def test_les_chemins_y_menent(exemple: Path, reel: Path) -> None:
    """The register and the page of an authority lead to its figures."""
    for site, page, link in (
        (exemple, "registre", "chiffres/"),
        (exemple, "valmont", "chiffres/"),
        (reel, "scota", "../registre/chiffres/"),
    ):
        assert link in lxml_html.parse(site / page / "index.html").getroot().xpath("//main//a/@href")


@given(_DELAIS)
def test_la_mediane(delais: Counter[int]) -> None:
    """Half of the acts at least do not wait longer, half at least do not wait less; every delay is in one band."""
    middle, total = mediane(delais), delais.total()
    assert (middle is None) == (total == 0)
    if middle is not None:
        assert 2 * sum(n for days, n in delais.items() if days <= middle) >= total
        assert 2 * sum(n for days, n in delais.items() if days >= middle) >= total
    assert sum(n for _, n in par_bande(delais)) == total
    assert [first for first, _, _ in BANDES[1:]] == [(last or 0) + 1 for _, last, _ in BANDES[:-1]]


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_une_part_n_est_ni_rien_ni_tout(part: int, rest: int) -> None:
    """0 % is nothing, 100 % is all, and in between the nearest whole number."""
    said = pourcentage(part, part + rest).replace("\u00a0", " ")
    assert (said == "0 %") == (part == 0)
    assert said != "100 %"
    assert pourcentage(rest, rest).startswith("100")


@pytest.mark.parametrize(
    ("part", "total", "said"),
    [(0, 0, "0 %"), (1, 3, "33 %"), (1, 8, "13 %"), (1, 200, "moins de 1 %"), (199, 200, "plus de 99 %")],
)
def test_une_part(part: int, total: int, said: str) -> None:
    """A share is rounded, halves up."""
    assert pourcentage(part, total).replace("\u00a0", " ") == said


def test_chaque_matiere_a_des_mots_de_tous_les_jours() -> None:
    """No act is left without a theme by its code, however deep."""
    assert all(theme(code) and theme(f"{code}.3") == theme(code) for code in MATIERES if "." in code)
    assert (theme("7.10"), theme("7.1"), theme("7.5")) == (theme("7.1"), "Budget, impôts et emprunts", "Subventions")
