"""Where an act goes: never to another authority or session, and to a draft that waits when its day is not known."""

from pathlib import Path

import pytest

from recueil.importation.importer import Importe, importer
from recueil.importation.sortie.choix import Choix
from recueil.importation.sortie.dater import jour_impossible
from recueil.verification import verifier
from registre_fictif import ACTE, champs, etat, ouvrir, poser

_AUTRE = "219900024"
_SANS_ID = ACTE.partition("ID : ")[0]
_SANS_DATE = ACTE.replace("Séance du 21 mai 2026", "Séance du 31 juin 2026")


@pytest.fixture
def acts(tmp_path: Path) -> Path:
    """A register with one authority and no act."""
    return ouvrir(tmp_path)


def _refuse(told: list[Importe], acts: Path, before: dict[str, bytes]) -> str:
    """The only refusal; nothing was written."""
    (one,) = told
    assert etat(acts) == before
    (said,) = one.refus
    return said


def test_une_collectivite_nouvelle(acts: Path, tmp_path: Path) -> None:
    """The clerk is given the file to make, with the SIREN of the act."""
    source = poser(tmp_path, ACTE.replace("219900016", _AUTRE))
    said = _refuse(importer([source], Choix(acts)), acts, etat(acts))
    assert "« acts/ma-collectivite/collectivite.yml »" in said
    assert said.splitlines()[1:] == [
        "nom: Commune de … (complétez)",
        "type: commune",
        f"siren: {_AUTRE}",
        "departement: 099",
    ]


def test_vers_un_dossier_sans_collectivite(acts: Path, tmp_path: Path) -> None:
    """The folder that she named is the one to make; without an identifier, the SIREN is hers to write."""
    choix = Choix(acts, vers=acts / "bourg-simule")
    said = _refuse(importer([poser(tmp_path)], choix), acts, etat(acts))
    assert "« acts/bourg-simule/collectivite.yml »" in said
    assert "siren: 219900016" in said
    alone = _refuse(importer([poser(tmp_path, _SANS_ID)], choix), acts, etat(acts))
    assert "siren: ses neuf chiffres" in alone


def test_vers_une_autre_collectivite(acts: Path, tmp_path: Path) -> None:
    """An act of another SIREN is not written there; an act without one is."""
    ouvrir(tmp_path, "autre", _AUTRE)
    choix = Choix(acts, vers=acts / "autre")
    said = _refuse(importer([poser(tmp_path)], choix), acts, etat(acts))
    assert "SIREN 219900016, et « autre » a le SIREN 219900024 : rien n'a été écrit. Retirez --vers" in said
    (done,) = importer([poser(tmp_path, _SANS_ID)], choix)
    assert not done.refus
    assert (acts / "autre/2026/2026-05-21/2026-07.md").is_file()


def test_vers_une_autre_seance(acts: Path, tmp_path: Path) -> None:
    """The folder of another session is refused, by its name or by its own file; that of this one is taken."""
    other = acts / "sainte-exemple/2026/2026-05-22"
    said = _refuse(importer([poser(tmp_path)], Choix(acts, vers=other)), acts, etat(acts))
    assert "celle du 21/05/2026, et « 2026-05-22 » est le dossier de celle du 22/05/2026" in said
    assert "Donnez --vers acts/sainte-exemple/2026/2026-05-21" in said
    named = acts / "sainte-exemple/budget"
    named.mkdir()
    (named / "seance.yml").write_text("date: 2026-04-09\n", encoding="utf-8")
    assert "09/04/2026" in _refuse(importer([poser(tmp_path)], Choix(acts, vers=named)), acts, etat(acts))
    (done,) = importer([poser(tmp_path)], Choix(acts, vers=acts / "sainte-exemple/2026/2026-05-21"))
    assert not done.refus


def test_le_dossier_donne_la_date_de_la_seance(acts: Path, tmp_path: Path) -> None:
    """When the act does not say its day, the folder that the clerk gave says it."""
    folder = acts / "sainte-exemple/2026/2026-05-21"
    (done,) = importer([poser(tmp_path, _SANS_DATE)], Choix(acts, vers=folder))
    assert not done.refus
    assert champs(folder / "seance.yml")["date"] == "2026-05-21"


def test_la_seule_collectivite(acts: Path, tmp_path: Path) -> None:
    """Without an identifier, the only authority of the register is taken, and asked; with two, it is refused."""
    (done,) = importer([poser(tmp_path, _SANS_ID)], Choix(acts, essai=True))
    (asked,) = [q.texte for q in done.questions if q.texte.startswith("Collectivité")]
    assert asked.endswith("il est rangé dans « sainte-exemple », la seule du registre. Est-ce bien la sienne ?")
    ouvrir(tmp_path, "autre", _AUTRE)
    said = _refuse(importer([poser(tmp_path, _SANS_ID)], Choix(acts)), acts, etat(acts))
    assert said.endswith("avec --vers acts/autre.")


def test_sans_identifiant_ni_siren(acts: Path, tmp_path: Path) -> None:
    """An act without an identifier is not that of the authority whose file bears no SIREN."""
    ouvrir(tmp_path, "autre", "")
    said = _refuse(importer([poser(tmp_path, _SANS_ID)], Choix(acts)), acts, etat(acts))
    assert "il y a plusieurs collectivités (autre, sainte-exemple)" in said


def test_deux_dossiers_d_un_meme_siren(acts: Path, tmp_path: Path) -> None:
    """Neither is taken by chance; the folder that the clerk gives is."""
    ouvrir(tmp_path, "autre", "219900016")
    said = _refuse(importer([poser(tmp_path)], Choix(acts)), acts, etat(acts))
    assert said.startswith("les dossiers « autre » et « sainte-exemple » ont le même SIREN (219900016)")
    (done,) = importer([poser(tmp_path)], Choix(acts, vers=acts / "autre"))
    assert not done.refus


def test_une_seance_sans_date(acts: Path, tmp_path: Path) -> None:
    """It is a draft apart, which does not ask to be published; the impossible day is quoted, the site stands."""
    (done,) = importer([poser(tmp_path, _SANS_DATE)], Choix(acts))
    assert not done.refus
    folder = acts / "sainte-exemple/a-dater/2026-07"
    assert not {"date", "publie_le"} & {*champs(folder / "2026-07.md")}
    assert champs(folder / "seance.yml")["presidence"] == "Ambre EXEMPLE"
    assert (folder / "seance.yml").read_text("utf-8").startswith("date:\n")
    assert importer([poser(tmp_path, _SANS_DATE)], Choix(acts))[0].deja
    assert not [found for found in verifier(acts.resolve()).anomalies if found.bloque]
    (asked,) = [q.texte for q in done.questions if q.cle == "seance"]
    assert "(le document écrit « 31 juin 2026 », un jour qui n'existe pas)" in asked
    assert "« publie_le: 2026-05-27 »" in asked


def test_un_arrete_sans_date(acts: Path, tmp_path: Path) -> None:
    """It waits in the folder of those that have none, without a session."""
    text = (
        "COMMUNE DE SAINTE-EXEMPLE\n\nARRÊTÉ N° 2026-12\n\nObjet : Circulation rue de l'Invention\n\n"
        "Article 1er : La rue est fermée.\n\nLe Maire\n\nAmbre EXEMPLE\n\nID : 099-219900016-20260521-2026_12-AR\n"
    )
    (done,) = importer([poser(tmp_path, text)], Choix(acts))
    assert [path.relative_to(acts).as_posix() for path, _ in done.sorts] == ["sainte-exemple/a-dater/arrete-2026-12.md"]
    assert not [found for found in verifier(acts.resolve()).anomalies if found.bloque]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("le 31 juin 2026", "31 juin 2026"),
        ("le 29/02/2026", "29/02/2026"),
        ("le 12/13/2026 ou le 1er mai 2026", "12/13/2026"),
        ("le 1 er avril 2026, le 28.02.2026", ""),
        ("ID : 099-219900016-20260231-1-DE", ""),
    ],
)
def test_jour_impossible(text: str, said: str) -> None:
    """Only a day that no calendar has is quoted."""
    assert jour_impossible(text) == said
