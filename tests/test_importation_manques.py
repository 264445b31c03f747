"""What is asked of a vote that is not wholly known, and of an act that concerns one person."""

import pytest

from recueil.importation.assemblage import Assemblage, assembler
from recueil.importation.document import Preuve, document
from recueil.importation.faits import INDIVIDUEL, VOTE, Fait
from recueil.importation.lecture.lecteur import lire

_TETE = "COMMUNE DE SAINTE-EXEMPLE\nDélibération n° 2026-30\nSéance du 18 juin 2026\nObjet : Tarifs de la cantine\n"
_ARRETE = "COMMUNE DE SAINTE-EXEMPLE\nARRÊTÉ n° 2026-50\nObjet : Permission de voirie\nLe Maire,\nARRÊTE\n"


def _lu(text: str) -> Assemblage:
    return assembler(lire(document("acte.txt", [text])))


@pytest.mark.parametrize(
    ("phrase", "manque"),
    [
        ("Par 5 voix pour, 5 voix contre, la voix du Maire étant prépondérante, ADOPTE.", "abstention resultat"),
        ("Le Conseil, par 2 voix pour, 7 voix contre et 1 abstention, REJETTE la proposition.", "resultat"),
        ("Le Conseil, à la majorité (contre : M. LEURRE), APPROUVE.", "pour contre abstention resultat"),
        ("Le Conseil municipal, par neuf voix pour et une abstention, APPROUVE.", "contre resultat"),
        ("Il est procédé au vote à bulletin secret. Suffrages exprimés : 9.", "pour contre abstention resultat"),
        ("VOTE : Pour : 8 - Contre : 1 - Abstention : 1 - Ne prend pas part au vote : 1", "nppv"),
        ("Le Conseil municipal, à l'unanimité moins une voix, APPROUVE.", "pour contre abstention resultat"),
        ("Par 9 voix POUR, le Conseil APPROUVE.", "contre abstention resultat"),
        ("Le Conseil municipal décide à l'unanimité d'ajourner ce point.", "pour contre abstention resultat"),
        ("Le Conseil municipal, à l'unanimité, REJETTE la proposition.", "pour contre abstention resultat"),
        ("Le Conseil municipal, à l'unanimité des suffrages exprimés (9 pour), APPROUVE.", "contre abstention"),
    ],
)
def test_vote_a_completer(phrase: str, manque: str) -> None:
    """One question, with the words of the act and the keys to fill."""
    read = _lu(f"{_TETE}{phrase}\n")
    (asked,) = [question.texte for question in read.questions if question.cle == VOTE]
    assert f"« {phrase} » (page 1, ligne 5)" in asked
    assert asked.endswith(f"complétez {', '.join(f'« {key} »' for key in manque.split())} dans « votes ».")
    assert not {"pour", "contre", "abstention", "unanimite"} & {question.cle for question in read.questions}


@pytest.mark.parametrize(
    "phrase",
    [
        "Le Conseil municipal, après en avoir délibéré, à l'unanimité, APPROUVE.",
        "Pour : 10   Contre : 0   Abstention : 0",
        "Le Conseil municipal PREND ACTE de la présentation du rapport.",
        "Le Conseil municipal, à l'unanimité, RETIRE la délibération n° 2026-12.",
    ],
)
def test_vote_connu(phrase: str) -> None:
    """Nothing is asked of a vote that is known, nor of an act without one."""
    assert VOTE not in {question.cle for question in _lu(f"{_TETE}{phrase}\n").questions}


@pytest.mark.parametrize("phrase", ["décide à l'unanimité d'ajourner ce point.", "REJETTE, à l'unanimité, la demande."])
def test_l_unanimite_d_ajourner_n_adopte_rien(phrase: str) -> None:
    """The unanimity of a refusal is not that of an adoption."""
    assert _lu(f"{_TETE}Le Conseil municipal {phrase}\n").valeur("unanimite") is None


def test_le_vote_d_une_deliberation_citee() -> None:
    """The votes and the receipt of an act that this one withdraws are not its own."""
    read = _lu(
        "COMMUNE DE SAINTE-EXEMPLE\nCONSEIL MUNICIPAL\nSÉANCE DU JEUDI 18 JUIN 2026\n"
        "2026/31 – Retrait de la délibération n° 2026/12 du 16 avril 2026\n"
        "Par délibération n° 2026/12 du 16 avril 2026, adoptée par 7 voix pour et 3 contre, le conseil avait fixé les"
        " tarifs.\nLe Conseil municipal, après en avoir délibéré, à l'unanimité, RETIRE la délibération n° 2026/12.\n"
    )
    assert read.valeur("numero") == "2026/31"
    assert read.valeur("objet") == "Retrait de la délibération n° 2026/12 du 16 avril 2026"
    assert (read.valeur("pour"), read.valeur("contre"), read.valeur("unanimite")) == (None, None, True)


def test_acte_individuel() -> None:
    """An act that was notified, or sent as individual, is not asked when it goes online."""
    read = _lu(f"{_ARRETE}Notifié à l'intéressé le 9 juin 2026\n")
    keys = [question.cle for question in read.questions]
    assert INDIVIDUEL in keys
    assert "publie" not in keys
    here = Preuve(1, 1, "")
    sent = assembler([Fait("nature_actes", "AI", here), Fait("type_document", "arrete", here)])
    (asked,) = [question.texte for question in sent.questions if question.cle == INDIVIDUEL]
    assert asked.startswith("Acte individuel : il se notifie")


@pytest.mark.parametrize(
    "text",
    [
        _ARRETE,
        f"{_ARRETE}Notifié à l'intéressé le :\n",
        f"{_ARRETE}Publié le 10 juin 2026\nNotifié à l'intéressé le 9 juin 2026\n",
        _ARRETE.replace("Permission de voirie", "Délégation de fonctions") + "Notifié à l'intéressé le 9 juin 2026\n",
    ],
)
def test_acte_qui_n_est_pas_individuel(text: str) -> None:
    """An act that is published, that gives a delegation, or whose notification is only to be filled."""
    assert INDIVIDUEL not in {question.cle for question in _lu(text).questions}


def test_les_comptes_impossibles_sont_demandes() -> None:
    """One member present, fewer votes than proxies: misread figures, which are asked."""
    read = _lu(f"{_TETE}En exercice : 11\nPrésents : 1\nVotants : 1\nPouvoirs : 2\n")
    assert (read.valeur("presents"), read.valeur("votants"), read.valeur("pouvoirs")) == (None, None, 2)
