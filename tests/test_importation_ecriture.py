"""The files of an import: in their place, quoted when they must be, all or nothing, and never twice."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fichiers_fictifs import message, nom
from pdf_fictif import ecrire_pdf, pdf
from recueil.importation.document import Preuve, document
from recueil.importation.faits import Fait, Surete
from recueil.importation.importer import importer
from recueil.importation.lecture.organes import ORGANES, Organe, lire_organe
from recueil.importation.lecture.signataires import QUALITES, Qualite, lire_auteur, lire_qualite, separer
from recueil.importation.sortie.choix import Choix
from recueil.importation.sortie.entetes import entete, scalaire
from recueil.importation.sortie.fichiers import Sort
from recueil.source import read_source
from registre_fictif import ACTE, champs, etat, ouvrir, poser


@pytest.fixture
def acts(tmp_path: Path) -> Path:
    """A register with one authority and no act."""
    return ouvrir(tmp_path)


def test_un_acte_et_sa_seance(acts: Path, tmp_path: Path) -> None:
    """The act goes to the folder of its authority, its year and its session, which is made with it."""
    (done,) = importer([poser(tmp_path)], Choix(acts))
    assert done.refus == ()
    folder = acts / "sainte-exemple" / "2026" / "2026-05-21"
    assert champs(folder / "2026-07.md") == {
        "type": "deliberation",
        "numero": "2026-07",
        "objet": "Tarifs de la cantine",
        "auteur": {"prenom": "Ambre", "nom": "EXEMPLE", "qualite": "Maire"},
        "publie_le": "2026-05-27",
        "controle_legalite": {
            "id": "099-219900016-20260521-2026_07-DE",
            "envoye_le": "2026-05-26",
            "recu_le": "2026-05-26",
        },
        "votes": {"pour": "3", "contre": "0", "abstention": "0", "resultat": "adoptee"},
    }
    session = champs(folder / "seance.yml")
    assert session["organe"] == "Conseil municipal"
    assert session["presents"] == ["Ambre EXEMPLE", "Basile FICTIF", "Capucine INVENTÉE"]
    text = read_source(folder / "2026-07.md", acts).texte
    assert "préfecture" not in text
    assert text.strip().endswith("Ambre EXEMPLE")
    assert {a.code for a in done.anomalies if a.bloque} == set()


def test_noms_mal_lus(acts: Path, tmp_path: Path) -> None:
    """Names that are not as many as the act states were misread: they are asked, not written."""
    text = ACTE.replace("Présents : 3", "Présents : 2").replace("Votants : 3", "Votants : 2")
    (told,) = importer([poser(tmp_path, text)], Choix(acts))
    assert "presents" not in champs(acts / "sainte-exemple" / "2026" / "2026-05-21" / "seance.yml")
    assert [q.texte for q in told.questions if q.cle == "liste_presents"] == [
        "Noms des présents : 3 lus, et l'acte en dit 2 : écrivez-les dans « seance.yml »."
    ]


def test_deux_fois_ne_change_rien(acts: Path, tmp_path: Path) -> None:
    """A second import of the same file leaves the same bytes, and says so."""
    source = poser(tmp_path)
    importer([source], Choix(acts))
    before = etat(acts)
    (again,) = importer([source], Choix(acts))
    assert etat(acts) == before
    assert {sort for _, sort in again.sorts} == {Sort.INCHANGE, Sort.GARDE}
    assert not [q for q in again.questions if "seance.yml" in q.texte]


def test_essai_n_ecrit_rien(acts: Path, tmp_path: Path) -> None:
    """A trial tells what would be written, and writes nothing."""
    before = etat(acts)
    (told,) = importer([poser(tmp_path)], Choix(acts, essai=True))
    assert etat(acts) == before
    assert [path.name for path, sort in told.sorts if sort is Sort.NOUVEAU] == ["2026-07.md", "seance.yml"]


def test_jamais_ecrase_sans_le_dire(acts: Path, tmp_path: Path) -> None:
    """An act that was changed by hand is not written over; with « remplacer » it is, its session never."""
    source = poser(tmp_path)
    importer([source], Choix(acts))
    folder = acts / "sainte-exemple" / "2026" / "2026-05-21"
    act, session = folder / "2026-07.md", folder / "seance.yml"
    act.write_text(act.read_text("utf-8").replace("cantine", "garderie"), "utf-8")
    session.write_text(session.read_text("utf-8").replace("2026-05-15", "2026-05-14"), "utf-8")
    before = etat(acts)
    (refused,) = importer([source], Choix(acts))
    assert "--remplacer" in refused.refus[0]
    assert etat(acts) == before
    (done,) = importer([source], Choix(acts, remplacer=True))
    assert "cantine" in act.read_text("utf-8")
    assert "2026-05-14" in session.read_text("utf-8")
    (question,) = [q for q in done.questions if q.cle == "convocation"]
    assert "« 2026-05-14 »" in question.texte
    assert "« 2026-05-15 »" in question.texte


def test_le_pdf_est_garde_inchange(acts: Path, tmp_path: Path) -> None:
    """The PDF lies beside the act, byte for byte, and the act names it."""
    source = tmp_path / "recu.pdf"
    source.write_bytes(ecrire_pdf(ACTE))
    (told,) = importer([source], Choix(acts))
    assert told.refus == ()
    folder = acts / "sainte-exemple" / "2026" / "2026-05-21"
    assert (folder / "2026-07.pdf").read_bytes() == source.read_bytes()
    assert champs(folder / "2026-07.md")["document"] == "2026-07.pdf"
    assert [a.code for a in told.anomalies if a.bloque] == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Tarifs de la cantine", "Tarifs de la cantine"),
        ("062", "062"),
        ("2026-07", "2026-07"),
        ("-5", "-5"),
        ("Cantine : tarifs", '"Cantine : tarifs"'),
        ("Lot #3", '"Lot #3"'),
        ("« Cantine »", "« Cantine »"),
        ('"Cantine"', '"\\"Cantine\\""'),
        ("[occulté]", '"[occulté]"'),
        ("- tarifs", '"- tarifs"'),
        ("!urgent", '"!urgent"'),
        ("L'acte n° 3:", '"L\'acte n° 3:"'),
        ("deux\nlignes", "deux lignes"),
    ],
)
def test_guillemets(text: str, written: str) -> None:
    """Quotes are put exactly when the value would be read otherwise."""
    assert scalaire(text) == written


_TEXTES = st.text(max_size=20) | st.text("ab :#\u200e\u202e\x00\x85\ue000\ud800\ufffe\n", max_size=8)


@given(st.lists(_TEXTES, min_size=1, max_size=4), _TEXTES)
def test_ce_qui_est_ecrit_est_relu(tmp_path_factory: pytest.TempPathFactory, texts: list[str], key: str) -> None:
    """Whatever the words, the reader of the engine reads back what was written, without the signs nobody can see."""
    pairs = entete((key, texts[-1]))
    head = entete(("date", "2026-05-21"), ("objet", texts[0]), ("presents", tuple(texts)), ("pouvoirs", pairs))
    folder = tmp_path_factory.mktemp("entete")
    path = folder / "seance.yml"
    path.write_text("\n".join(head.lignes()) + "\n", encoding="utf-8")
    assert read_source(path, folder).champs == head.champs()
    shutil.rmtree(folder)


@pytest.mark.parametrize("organe", ORGANES, ids=lambda o: o.exemple)
def test_chaque_assemblee_sur_son_exemple(organe: Organe) -> None:
    """Every line of the table of assemblies reads its example."""
    assert lire_organe(organe.exemple) == organe.nom


@pytest.mark.parametrize("qualite", QUALITES, ids=lambda q: q.exemple)
def test_chaque_qualite_sur_son_exemple(qualite: Qualite) -> None:
    """Every line of the table of qualities reads its example."""
    assert lire_qualite(qualite.exemple) == qualite.attendu


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ambre EXEMPLE", ("Ambre", "EXEMPLE")),
        ("Madame Ambre DE L'EXEMPLE", ("Ambre", "DE L'EXEMPLE")),
        ("Jean-Luc FICTIF-ESSAI", ("Jean-Luc", "FICTIF-ESSAI")),
        ("Ambre Exemple", ("Ambre", "Exemple")),
        ("Ambre de la Maquette", ("", "")),
        ("EXEMPLE", ("", "")),
        ("AMBRE EXEMPLE", ("", "")),
    ],
)
def test_prenom_et_nom(name: str, parts: tuple[str, str]) -> None:
    """First name and name are told apart only when capitals, or the number of words, leave no doubt."""
    assert separer(name) == parts


def test_qualite_pres_de_la_signature() -> None:
    """The quality is the one that stands over the name, not one cited in the body."""
    read = document(
        "acte.txt", ["Le Président du Syndicat\n\nvu le projet,\n\ndécide.\n\nLe Maire,\n\nAmbre EXEMPLE\n"]
    )
    fact = Fait("signataire", "Ambre EXEMPLE", Preuve(1, 9, "Ambre EXEMPLE"), surete=Surete.SURE)
    assert lire_auteur(fact, read).qualite == "Maire"
    assert not lire_auteur(None, read).entier


def test_le_jour_de_la_seance_n_est_jamais_celui_de_l_identifiant(acts: Path, tmp_path: Path) -> None:
    """The date of the identifier is what an agent ticked; the folder is that of the session."""
    text = ACTE.replace("-20260521-2026_07", "-20260526-2026_07")
    (told,) = importer([poser(tmp_path, text)], Choix(acts))
    assert told.assemblage is not None
    assert told.assemblage.valeur("seance") == date(2026, 5, 21)
    assert (acts / "sainte-exemple" / "2026" / "2026-05-21" / "2026-07.md").is_file()


_CONVENTION = """\
CONVENTION DE MISE À DISPOSITION {0}

Entre

La commune de Sainte-Exemple, représentée par son Maire, Madame Ambre EXEMPLE, d'une part,

Et

L'association « Les Ailes d'Exemple », représentée par sa présidente, Lou FICTIF,

Article 1 – Durée
La présente convention est conclue pour une durée de trois ans à compter du 1er septembre 2026.

Fait à Sainte-Exemple, en deux exemplaires, le 24 juin 2026
"""


def test_deux_conventions_seules_et_leur_annexe(acts: Path, tmp_path: Path) -> None:
    """Each has its file, and the annexe that came with them goes with the first."""
    names = [f"99_CC-099-219900016-20260624-12-CC-1-1_{rank}.pdf" for rank in (1, 2)]
    pages = [_CONVENTION.format(what) for what in ("DE LA SALLE", "DU STADE")]
    (tmp_path / names[0]).write_bytes(pdf(pages))
    (tmp_path / names[1]).write_bytes(pdf(["Plan de la salle\n" * 9]))
    (done,) = importer([tmp_path / name for name in names], Choix(acts))
    assert not done.refus
    first, second = sorted(acts.rglob("*.md"), key=lambda path: len(path.name))
    assert second.stem == f"{first.stem}-2"
    (annexe,) = acts.rglob("*-annexe-1.pdf")
    assert annexe.read_bytes() == (tmp_path / names[1]).read_bytes()
    assert champs(first)["annexes"] == [{"titre": "Annexe 1", "fichier": annexe.name}]
    assert "annexes" not in champs(second)
    assert [champs(path)["objet"] for path in (first, second)] == [page.partition("\n")[0] for page in pages]


def test_un_signe_invisible_d_un_message(acts: Path, tmp_path: Path) -> None:
    """It leaves the value, which the engine would refuse, and is told with its place."""
    text = ACTE.replace("2026-07", "607").replace("2026_07", "607").replace("20260521", "20260211")
    (tmp_path / nom(1)).write_bytes(ecrire_pdf(text))
    (tmp_path / nom(0)).write_bytes(message("Acte", "Tarif &#x200E;de la&#x202F;salle"))
    (done,) = importer([tmp_path / nom(rank) for rank in (0, 1)], Choix(acts))
    assert not done.refus
    (path,) = acts.rglob("607.md")
    assert champs(path)["objet"] == "Tarif de la salle"
    told = [out for out in done.retraits if out.raison == "signe illisible"]
    assert [out.mots.partition(" dans ")[0] for out in told] == ["U+200E"]
