"""What a person reads at the end: short on a terminal, complete in the pull request, and never too sure."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from recueil.importation.actes import lire_acte
from recueil.importation.document import document
from recueil.importation.faits import Surete
from recueil.importation.importer import Importe, importer
from recueil.importation.reception.entrees import Entree
from recueil.importation.refus import RefusError
from recueil.importation.sortie.bilan import texte
from recueil.importation.sortie.choix import Choix
from recueil.importation.sortie.proposition import markdown
from registre_fictif import ACTE, ouvrir, poser

_LONG = "Tarifs de la cantine, de la garderie, du transport, de la piscine et de la salle des fêtes de Sainte-Exemple"


@pytest.fixture
def acts(tmp_path: Path) -> Path:
    """A register with one authority and no act."""
    return ouvrir(tmp_path)


def test_pour_la_demande_de_fusion(acts: Path, tmp_path: Path) -> None:
    """Questions are a check-list; what the act says becomes neither layout nor a call to somebody."""
    text = ACTE.replace("Tarifs de la cantine", "Tarifs @ambre <b>").replace("Le Maire\n\nAmbre EXEMPLE", "")
    (told,) = importer([poser(tmp_path, text)], Choix(acts, essai=True))
    said = markdown([told], acts)
    assert "- [ ] Signataire : Qui a signé l'acte" in said
    assert "| Objet | `Tarifs @ambre <b>` |" in said
    assert said.count("<b>") == 1


def test_ni_appel_ni_lien(tmp_path: Path) -> None:
    """GitHub finds calls and addresses in the page that is made: only a break in them stops it."""
    words = "@ambre a@exemple.invalid #12 owner/repo#3 GH-4 https://exemple.invalid/5 www.exemple.invalid [a](b)"
    said = markdown([Importe(f"{words}.pdf", refus=(words,))], tmp_path)
    assert not re.search(r"@\w|#\d|gh-\d|://|www\.|&#64;", said, re.IGNORECASE)
    assert r"\[a\](b)" in said
    assert said.replace("\u200b", "").count("https://exemple.invalid/5") == 2


def test_les_constats_des_regles_sont_a_verifier(acts: Path, tmp_path: Path) -> None:
    """The findings that the terminal tells are in the pull request too, to be ticked."""
    text = ACTE.replace("Pour : 3", "Pour : 5")
    told = importer([poser(tmp_path, text)], Choix(acts, essai=True))
    assert "VOTE-02" in {found.code for found in told[0].anomalies}
    assert "- [ ] acts/sainte-exemple/2026/2026-05-21/2026-07.md:" in markdown(told, acts)
    assert "\\[VOTE-02\\]" in markdown(told, acts).partition("### À vérifier")[2]


def test_un_refus(tmp_path: Path) -> None:
    """A refusal is a thing to do; the lines to copy that follow it are given as they are."""
    one = Importe("acte.pdf", refus=("le PDF est protégé par un mot de passe.",))
    assert "- [ ] **Refusé** : le PDF est protégé" in markdown([replace(one)], tmp_path)
    copied = Importe("acte.pdf", refus=("créez le fichier :\nnom: *a*\n~~~~",))
    assert "  ~~~~~\n  nom: *a*\n  ~~~~\n  ~~~~~" in markdown([copied], tmp_path)


def test_sur_un_terminal(acts: Path, tmp_path: Path) -> None:
    """Nothing is cut off; no word of the program; what remains to be done comes at the end, act by act."""
    paths = [poser(tmp_path, ACTE.replace("Tarifs de la cantine", _LONG), "a.txt"), poser(tmp_path, ACTE, "b.txt")]
    told = importer(paths, Choix(acts, essai=True))
    said = texte(told, essai=False, racine=acts, largeur=70)
    assert max(len(line) for line in said.splitlines() if "acts/" not in line) <= 70
    assert _LONG in " ".join(said.split())
    assert "Sorte de document        Délibération\n" in said
    assert "deliberation" not in said.partition("Fichier")[0]
    assert "\n  4 lignes retirées du texte, tampon (4) : --essai les montre.\n" in said
    questions = said.partition("\nÀ vérifier\n")[2]
    assert "  - " not in said.partition("\nÀ vérifier\n")[0]
    assert questions.count("Délibération n° 2026-07") == len([one for one in told if one.questions or one.anomalies])
    detailed = texte(told, essai=True, racine=acts, largeur=200)
    assert "Numéro                   2026-07 (page 1, ligne 3, texte, sûr)" in detailed
    assert "(tampon) : « ID : 099-219900016-20260521-2026_07-DE »" in detailed


def test_rien_n_est_sur_d_une_page_numerisee() -> None:
    """What was recognised on a picture is to be read again, whatever reads it."""
    entree = Entree("scan.pdf", document("scan.pdf", [ACTE]), numerisees=frozenset({1}))
    read = lire_acte(entree).assemblage
    assert {fact.surete for fact in read.valeurs.values()} == {Surete.PROBABLE}
    assert "(à relire)" in texte([Importe("scan.pdf", read)], essai=False, racine=Path())
    printed = lire_acte(replace(entree, numerisees=frozenset())).assemblage
    assert Surete.SURE in {fact.surete for fact in printed.valeurs.values()}


_LIGNES = "Quotient Repas Garderie\nDe 0 à 600 € 1,00 € 0,45 €\nDe 601 à 900 € 2,85 € 0,60 €\nPlus 3,90 € 0,75 €\n"
_CROIX = "NOM Présent Absent\nEXEMPLE Ambre X\nFICTIF Basile X\nINVENTÉE Capucine X\n"
_BLANCS = "Poste      2025      2026\nVoirie     120       130\nÉcole      40        45\n"


@pytest.mark.parametrize("table", [_LIGNES, _CROIX, _BLANCS])
def test_un_tableau_est_demande(table: str) -> None:
    """A table that was read line by line is told with its page; its rows stay lines."""
    said = "Considérant que la commune doit fixer ces tarifs chaque année avant la rentrée, la Maire propose :"
    pages = [ACTE, f"{said}\n{table}de voter ces tarifs."]
    read = lire_acte(Entree("acte.pdf", document("acte.pdf", pages)))
    assert [q.texte for q in read.assemblage.questions if q.cle == "texte"] == [
        "Un tableau a été lu ligne à ligne (page 2) : vérifiez-le, ou refaites-le."
    ]
    assert read.texte
    rows = [" ".join(row.split()) for row in table.splitlines()[1:]]
    assert "\n".join(rows) in read.texte.texte


@pytest.mark.parametrize(
    "text", ["Le maire      L'adjoint\nAmbre EXEMPLE      Basile FICTIF", "Pour : 3\nContre : 0\n"]
)
def test_ce_qui_n_est_pas_un_tableau(text: str) -> None:
    """Two columns of signatures, or the figures of a vote, are no table."""
    read = lire_acte(Entree("acte.pdf", document("acte.pdf", [f"{ACTE}\n{text}"])))
    assert not [q for q in read.assemblage.questions if "tableau" in q.texte]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Commune de Sainte-Exemple\nConseil du 21 mai 2026 – Feuille de\nprésence\nAmbre EXEMPLE X",
            "feuille de présence",
        ),
        ("FEUILLE D'ÉMARGEMENT\nSéance du 21 mai 2026\nAmbre EXEMPLE", "FEUILLE D'ÉMARGEMENT"),
        ("Bonjour,\n\nveuillez trouver les photographies de la fête.", "ni sorte de document, ni numéro"),
    ],
)
def test_ce_qui_n_est_pas_un_acte(text: str, said: str) -> None:
    """An attendance sheet, or a text in which nothing of an act is read, is refused as such."""
    with pytest.raises(RefusError, match="ce n'est pas un acte") as refused:
        lire_acte(Entree("a.txt", document("a.txt", [text])))
    assert said.lower() in str(refused.value).lower()
