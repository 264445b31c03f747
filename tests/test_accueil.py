"""The home page: the search first, the newest session told, subjects in everyday words, and no way to nowhere."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from outils import RACINE, mkdocs, projet
from recueil import build_registre
from recueil.matieres import MATIERES, theme
from recueil.pages.essentiel import vote
from recueil.pages.listes import classements
from recueil.pages.recit import recit
from recueil.pages.themes import themes
from recueil.seance import Votes

_EXEMPLE = build_registre(RACINE / "tests" / "exemple" / "acts")


@pytest.mark.parametrize(
    ("voix", "dit"),
    [
        ({"pour": 27, "contre": 0, "abstention": 2, "resultat": "adoptee"}, "Adoptée : 27 pour, 2\u00a0abstentions"),
        ({"pour": 35, "contre": 0, "abstention": 0, "resultat": "adoptee"}, "Adoptée : 35 pour"),
        (
            {"pour": 4, "contre": 7, "abstention": 0, "resultat": "rejetee"},
            "Rejetée : 4 pour, 7 contre",
        ),
        ({"pour": 5, "contre": 2, "abstention": 0}, "5 pour, 2 contre"),
        ({"resultat": "prise_acte"}, "Sans vote : il en est pris acte"),
    ],
)
def test_un_vote_en_une_ligne(voix: dict[str, object], dit: str) -> None:
    """The result, then the votes that there were."""
    assert vote(Votes.model_validate(voix)) == dit


def test_la_derniere_seance_est_racontee() -> None:
    """Who came, what was decided, in the order of the session."""
    newest = next(tenue for tenue in _EXEMPLE.seances if tenue.fiches)
    told = recit(newest)
    assert told.phrase == "9\u00a0membres présents sur 11 à l'ouverture. 4\u00a0actes publiés."
    assert [fiche.acte.numero for fiche, _ in told.decisions] == ["2026-01", "2026-02", "2026-03", "2026-04"]
    assert told.decisions[0][1] == "Adoptée : 9 pour"
    assert told.reste == 0


def test_une_longue_seance_n_est_pas_racontee_en_entier() -> None:
    """Six decisions are told, and how many more there are; all were adopted, which is said."""
    newest = next(tenue for tenue in _EXEMPLE.seances if tenue.fiches)
    first = next(f for f in newest.fiches if f.acte.votes and f.acte.votes.pour)
    told = recit(replace(newest, fiches=(first,) * 9))
    assert (len(told.decisions), told.reste) == (6, 3)
    assert told.phrase.endswith("9\u00a0délibérations publiées, toutes adoptées.")


def test_chaque_matiere_a_un_theme() -> None:
    """No act is left without a subject because of its matière; a subject is no word of the nomenclature."""
    assert all(theme(code) for code in MATIERES)
    assert theme("7.5.1") == theme("7.5") == "Subventions"


def test_les_themes_comptent_chaque_acte_une_fois() -> None:
    """Those that say their matière; the subject most spoken of first; a subject with one list leads to it."""
    found = themes(classements(_EXEMPLE))
    assert sum(one.nombre for one in found) == sum(bool(f.acte.matiere) for f in _EXEMPLE.fiches)
    assert [one.nombre for one in found] == sorted((one.nombre for one in found), reverse=True)
    assert {one.entree.adresse.partition("#")[0] for one in found if len(one.liens) > 1} == {"registre/themes/"}


def test_un_registre_vide_ne_mene_nulle_part_ou_il_n_y_a_rien(tmp_path: Path) -> None:
    """Before the first act: every link of the home page leads somewhere, and nothing is told of a session."""
    (tmp_path / "acts" / "valmont").mkdir(parents=True)
    source = RACINE / "tests" / "exemple" / "acts" / "valmont" / "collectivite.yml"
    (tmp_path / "acts" / "valmont" / "collectivite.yml").write_bytes(source.read_bytes())
    done = mkdocs(projet(tmp_path), tmp_path / "site")
    assert done.returncode == 0, done.stderr
    home = html.fromstring((tmp_path / "site" / "index.html").read_bytes())
    links: list[str] = home.xpath("//main//a/@href")  # type: ignore[assignment]  # attributes
    missing = [link for link in links if not (tmp_path / "site" / link.partition("#")[0] / "index.html").is_file()]
    assert missing == []
    assert "La dernière séance" not in " ".join(map(str, home.itertext()))
