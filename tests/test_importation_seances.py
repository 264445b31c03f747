"""The session of several acts: completed, never changed, asked of once; and what is imported twice."""

from pathlib import Path

import pytest

from recueil.importation.importer import Importe, importer
from recueil.importation.sortie.bilan import texte
from recueil.importation.sortie.choix import Choix
from recueil.importation.sortie.fichiers import Sort
from registre_fictif import ACTE, champs, etat, ouvrir, poser

_SECOND = ACTE.replace("2026-07", "2026-08").replace("2026_07", "2026_08")
_MEMBRES = "Nombre de membres en exercice : 3\n\n"
_DOSSIER = "sainte-exemple/2026/2026-05-21"


@pytest.fixture
def acts(tmp_path: Path) -> Path:
    """A register with one authority and no act."""
    return ouvrir(tmp_path)


def _deux(acts: Path, tmp_path: Path, first: str, second: str, *, essai: bool = False) -> list[Importe]:
    paths = [poser(tmp_path, first, "a.txt"), poser(tmp_path, second, "b.txt")]
    return importer(paths, Choix(acts, essai=essai))


@pytest.mark.parametrize("essai", [False, True])
def test_le_second_acte_complete_la_seance(acts: Path, tmp_path: Path, *, essai: bool) -> None:
    """What the first does not say is added at the end; the lines that are there do not move; the summary says so."""
    first, second = told = _deux(acts, tmp_path, ACTE.replace(_MEMBRES, ""), _SECOND, essai=essai)
    assert [q.cle for q in first.questions if q.cle == "membres_en_exercice"]
    assert {path.name: sort for path, sort in second.sorts}["seance.yml"] is Sort.COMPLETE
    assert "Fichier complété : " in texte(told, essai=essai, racine=acts)
    assert not [found for found in second.anomalies if found.code == "CHAMP-01"]
    if not essai:
        assert champs(acts / _DOSSIER / "seance.yml")["membres_en_exercice"] == "3"


def test_une_seance_ecrite_a_la_main(acts: Path, tmp_path: Path) -> None:
    """Its comments and its order stay; a name that it counts elsewhere is not added to another list."""
    importer([poser(tmp_path)], Choix(acts))
    path = acts / _DOSSIER / "seance.yml"
    typed = "# à la main\ndate: 2026-05-21\nexcuses:\n  - Basile FICTIF"
    path.write_text(typed, encoding="utf-8")
    importer([poser(tmp_path, _SECOND)], Choix(acts))
    said = path.read_text("utf-8")
    assert said.startswith(f"{typed}\n")
    assert "presidence: Ambre EXEMPLE\n" in said
    assert "presents" not in said


def test_la_seance_n_est_demandee_qu_une_fois(acts: Path, tmp_path: Path) -> None:
    """Neither what no act says, nor what an act says otherwise, is asked again of the next one."""
    first, second = _deux(acts, tmp_path, ACTE.replace(_MEMBRES, ""), _SECOND.replace(_MEMBRES, ""))
    assert [q.cle for q in first.questions] == ["membres_en_exercice"]
    assert [q.cle for q in second.questions] == []
    third = _SECOND.replace("2026-08", "2026-09").replace("2026_08", "2026_09").replace("15/05", "14/05")
    fourth = third.replace("2026-09", "2026-10").replace("2026_09", "2026_10")
    asked = [[q.cle for q in one.questions] for one in _deux(acts, tmp_path, third, fourth)]
    assert asked == [["convocation"], []]


def test_une_seance_refusee_n_est_pas_retenue(acts: Path, tmp_path: Path) -> None:
    """When the first act is refused, the second makes the session that was not written."""
    folder = acts / _DOSSIER
    folder.mkdir(parents=True)
    (folder / "2026-07.md").write_text("---\ntype: autre\n---\n", encoding="utf-8")
    first, second = _deux(acts, tmp_path, ACTE, _SECOND)
    assert first.refus
    assert {path.name: sort for path, sort in second.sorts}["seance.yml"] is Sort.NOUVEAU
    assert (folder / "seance.yml").is_file()


def test_deja_importe(acts: Path, tmp_path: Path) -> None:
    """The summary says it in one line."""
    source = poser(tmp_path)
    importer([source], Choix(acts))
    said = texte(importer([source], Choix(acts)), essai=False, racine=acts)
    assert "  Déjà importé, rien n'a changé.\n" in said
    assert "1 acte déjà importé" in said


@pytest.mark.parametrize("essai", [False, True])
def test_les_differences_sont_montrees(acts: Path, tmp_path: Path, *, essai: bool) -> None:
    """A file that says something else is kept, and its lines are put beside those of the document."""
    source = poser(tmp_path)
    importer([source], Choix(acts))
    path = acts / _DOSSIER / "2026-07.md"
    path.write_text(path.read_text("utf-8").replace("objet: Tarifs de la cantine", "objet: Cantine"), "utf-8")
    before = etat(acts)
    (told,) = importer([source], Choix(acts, essai=essai))
    assert etat(acts) == before
    assert told.refus[0].splitlines()[1:] == [
        "2026-07.md (- : ce que dit le fichier ; + : ce que dit le document)",
        "- objet: Cantine",
        "+ objet: Tarifs de la cantine",
    ]


def test_les_differences_tiennent_en_vingt_lignes(acts: Path, tmp_path: Path) -> None:
    """A whole text is not printed again."""
    source = poser(tmp_path)
    importer([source], Choix(acts))
    path = acts / _DOSSIER / "2026-07.md"
    path.write_text(path.read_text("utf-8") + "Ligne\n" * 50, "utf-8")
    (told,) = importer([source], Choix(acts))
    assert len(told.refus[0].splitlines()) == 22
    assert told.refus[0].endswith("…")


def test_ce_que_remplacer_perd(acts: Path, tmp_path: Path) -> None:
    """What the clerk had typed is told before it is gone."""
    source = poser(tmp_path)
    importer([source], Choix(acts))
    path = acts / _DOSSIER / "2026-07.md"
    typed = path.read_text("utf-8").replace("objet: Tarifs de la cantine", "objet: Cantine\nmatiere: 7.10")
    path.write_text(typed.replace("approuve les tarifs", "approuve tout"), "utf-8")
    told = importer([source], Choix(acts, remplacer=True))
    assert told[0].perdus == (
        "2026-07.md : objet : « Cantine », remplacé par « Tarifs de la cantine »",
        "2026-07.md : matiere : « 7.10 »",
        "2026-07.md : ce qui avait été changé dans le texte",
    )
    assert "  Perdu : 2026-07.md : matiere : « 7.10 »\n" in texte(told, essai=False, racine=acts)
