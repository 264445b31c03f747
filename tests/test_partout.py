"""A page wherever it is read: on paper, in a browser of words only, and when an act is out of measure."""

import os
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser

from outils import RACINE, mkdocs, projet, servir

_CHROMIUM = os.environ.get("CHROMIUM", shutil.which("chromium"))
_W3M = shutil.which("w3m")
_VALMONT = RACINE / "tests" / "exemple" / "acts" / "valmont"
_LONG = "Approbation du protocole de coopération intercommunale pour l'entretien des chemins " * 11
_MOT = "Intercommunalisationdéconcentrationnelle" * 2

_SEANCE = """\
organe: Conseil communautaire
date: 2025-03-20
convocation: 2025-03-14
membres_en_exercice: 300
presidence: Prénom1 MEMBRE-NUMÉRO-1
presents:
"""
_TETE = """\
---
type: deliberation
numero: {numero}
objet: {objet}
auteur: {{prenom: Ambre, nom: EXEMPLE, qualite: Présidente}}
publie_le: 2025-03-25
controle_legalite: {{transmissible: oui, envoye_le: 2025-03-24, recu_le: 2025-03-24}}
votes: {{pour: 300, contre: 0, abstention: 0, resultat: adoptee}}
---

Le conseil approuve.
"""
_CONVENTION = """\
---
type: convention
objet: Convention aux deux cents articles
publie_le: 2025-07-03
date: 2025-07-02
debut: 2025-08-01
duree: 3 ans
controle_legalite: {transmissible: oui, envoye_le: 2025-07-03, recu_le: 2025-07-03}
parties:
  - {nom: Commune de Valmont-les-Essarts, representant: Ambre EXEMPLE, qualite: Maire, signe_le: 2025-07-02}
  - {nom: Syndicat des eaux, representant: Aristide FANTAISIE, qualite: Président, signe_le: 2025-07-02}
---

"""


@pytest.fixture(scope="module")
def demesure(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose acts are out of measure, each in its way."""
    folder = tmp_path_factory.mktemp("demesure")
    session = folder / "acts" / "valmont" / "2025" / "2025-03-20"
    session.mkdir(parents=True)
    shutil.copy(_VALMONT / "collectivite.yml", session.parents[1])
    members = "".join(f"  - Prénom{n} MEMBRE-NUMÉRO-{n}\n" for n in range(1, 301))
    (session / "seance.yml").write_text(_SEANCE + members, encoding="utf-8")
    for numero, objet in (("2025-01", _LONG.strip()), ("2025-02", _MOT)):
        (session / f"{numero}.md").write_text(_TETE.format(numero=numero, objet=objet), encoding="utf-8")
    articles = "\n\n".join(f"## Article {n} : ce qu'il dit\n\nLes parties en conviennent." for n in range(1, 201))
    (session.parent / "geante.md").write_text(_CONVENTION + articles, encoding="utf-8")
    done = mkdocs(projet(folder), folder / "site")
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.mark.skipif(not _CHROMIUM, reason="Chromium manque : scripts/test le dit et échoue sous CI=true")
@pytest.mark.parametrize("page", ["", "valmont/2025/2025-01/", "valmont/2025/2025-02/", "valmont/conventions/geante/"])
def test_tout_tient_sur_un_telephone(navigateur: Browser, demesure: Path, page: str) -> None:
    """A title of a thousand signs, a word of eighty, three hundred members, two hundred articles: nothing is cut."""
    with servir(demesure) as base:
        opened = navigateur.new_context(viewport={"width": 320, "height": 640}).new_page()
        opened.goto(base + page)
        opened.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true; })")
        assert opened.evaluate("document.documentElement.scrollWidth") <= 320
        opened.context.close()


def test_rien_ne_manque_a_un_acte_demesure(demesure: Path) -> None:
    """The three hundred names, the two hundred articles and their anchors are there."""
    act = (demesure / "valmont/2025/2025-01/index.html").read_text(encoding="utf-8")
    assert act.count("MEMBRE-NUMÉRO-") >= 300
    assert _LONG.strip() in act.replace("&#39;", "'")
    giant = (demesure / "valmont/conventions/geante/index.html").read_text(encoding="utf-8")
    assert giant.count("ce qu'il dit") + giant.count("ce qu&#39;il dit") >= 400
    assert 'href="#article-200' in giant


@pytest.mark.skipif(not _CHROMIUM, reason="Chromium manque : scripts/test le dit et échoue sous CI=true")
def test_sur_le_papier(navigateur: Browser, exemple: Path, tmp_path: Path) -> None:
    """On A4, each sheet names the act and itself; no menu, no button; what is folded on the screen is there."""
    with servir(exemple.parent) as base:
        page = navigateur.new_page()
        page.goto(f"{base}{exemple.name}/valmont/2025/2025-01/")
        page.pdf(path=str(tmp_path / "acte.pdf"), prefer_css_page_size=True)
    printed = pypdfium2.PdfDocument(tmp_path / "acte.pdf")
    sheets = [sheet.get_textpage().get_text_bounded() for sheet in printed]
    assert [round(side) for side in printed[0].get_size()] == [595, 842]
    for rank, sheet in enumerate(sheets, start=1):
        assert f"page {rank} sur {len(sheets)}" in sheet
        assert "Délibération n° 2025-01 du 20 mars 2025, Commune de Valmont-les-Essarts" in sheet
    whole = "\n".join(sheets)
    assert "Capucine INVENTÉE" in whole
    assert not any(word in whole for word in ("Chercher", "Aller au contenu", "Imprimer cette page", "Signaler"))


def _mots(page: Path) -> str:
    done = subprocess.run(
        [str(_W3M), "-dump", "-cols", "80", "-O", "UTF-8", "-T", "text/html", str(page)],
        capture_output=True,
        text=True,
        check=True,
    )
    return " ".join(done.stdout.split())


@pytest.mark.skipif(not _W3M, reason="w3m manque : scripts/test le dit et échoue sous CI=true")
def test_en_mots_seuls(exemple: Path) -> None:
    """A browser that knows neither styles nor scripts gives the answers first, then the text, then the rest."""
    told = _mots(exemple / "valmont/2025/2025-01/index.html")
    order = (
        *("Approbation du compte administratif 2024", "Conseil municipal, 20 mars 2025", "Basile FICTIF"),
        *("Adoptée : 7 pour", "Oui, depuis le 25 mars 2025", "jusqu'au 26 mai 2025", "Télécharger la délibération"),
        *("Texte intégral", "Vu le code général des collectivités territoriales", "Membres en exercice", "Citer"),
    )
    places = [told.find(words) for words in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)


@pytest.mark.skipif(not _W3M, reason="w3m manque : scripts/test le dit et échoue sous CI=true")
def test_l_accueil_en_mots_seuls(exemple: Path) -> None:
    """The home page leads to the acts without styles nor scripts."""
    told = _mots(exemple / "index.html")
    assert all(words in told for words in ("Chercher un acte", "La dernière séance", "Par thème", "Tous les actes"))
