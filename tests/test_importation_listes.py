"""Who was there, away, represented: each name whole and once, and nothing written of a list that is not sure."""

import pytest

from recueil.importation.assemblage import Assemblage, assembler
from recueil.importation.document import document
from recueil.importation.faits import LISTES
from recueil.importation.lecture.lecteur import lire

_TETE = "COMMUNE DE SAINTE-EXEMPLE\nDélibération n° 2026-30\nSéance du 18 juin 2026\n"
_SUITE = "\nObjet : Tarifs de la cantine\nLe Conseil municipal, à l'unanimité, DÉCIDE.\n"
_TROIS = "Présents : M. Basile FICTIF, Maire, Mmes Ambre EXEMPLE, Zoé LUBIE.\n"


def _lu(text: str) -> Assemblage:
    return assembler(lire(document("acte.txt", [f"{_TETE}{text}{_SUITE}"])))


def _listes(text: str) -> dict[str, object]:
    """What would be written, without the prefix of the keys."""
    read = _lu(text)
    return {key.removeprefix("liste_"): read.valeur(key) for key in LISTES if read.valeur(key) is not None}


@pytest.mark.parametrize(
    ("text", "lues"),
    [
        (
            "Étaient présents :\nBasile FICTIF\nAmbre EXEMPLE\nÉtait excusé : Paul LEURRE\nÉtait absente : Jo RÉCIT\n",
            {
                "presents": ("Basile FICTIF", "Ambre EXEMPLE"),
                "excuses": ("Paul LEURRE",),
                "absents": ("Jo RÉCIT",),
            },
        ),
        (
            "Absents excusés : Mme Irène MAQUETTE (pouvoir à Mme\nAmbre EXEMPLE), M. Paul LEURRE\n",
            {
                "excuses": ("Irène MAQUETTE", "Paul LEURRE"),
                "pouvoirs": (("Irène MAQUETTE", "Ambre EXEMPLE"),),
            },
        ),
        (
            "Étaient absents : Mme MAQUETTE Irène, qui a donné pouvoir à Mme EXEMPLE Ambre, M. TÉMOIN (excusé).\n",
            {
                "excuses": ("TÉMOIN",),
                "absents": ("Irène MAQUETTE",),
                "pouvoirs": (("Irène MAQUETTE", "Ambre EXEMPLE"),),
            },
        ),
        (
            "Absents excusés : Mme Irène MAQUETTE , M. Paul\nLEURRE ayant donné procuration à M. Bruno PATRON.\n",
            {"excuses": ("Irène MAQUETTE", "Paul LEURRE"), "pouvoirs": (("Paul LEURRE", "Bruno PATRON"),)},
        ),
        (
            "Excusés :\nM. Paul LEURRE, donne pouvoir à Mme Zoé LUBIE\nMme Lise RÉCIT, donne pouvoir à M. Jo CONTE\n",
            {
                "excuses": ("Paul LEURRE", "Lise RÉCIT"),
                "pouvoirs": (("Paul LEURRE", "Zoé LUBIE"), ("Lise RÉCIT", "Jo CONTE")),
            },
        ),
        (
            "Présents : M. Basile FICTIF, Mme Nadège MIRAGE-\nLUBIE, M. Jean-\nNoël CONTE\n",
            {"presents": ("Basile FICTIF", "Nadège MIRAGE-LUBIE", "Jean-Noël CONTE")},
        ),
        (
            "PRÉSENTS : MM. FICTIF – CONTE – Mmes ÉCHO – LUBIE\nABSENTS : M. ODE – Mme PATRON (pouvoir à Mme LUBIE)\n",
            {
                "presents": ("FICTIF", "CONTE", "ÉCHO", "LUBIE"),
                "absents": ("ODE", "PATRON"),
                "pouvoirs": (("PATRON", "LUBIE"),),
            },
        ),
        (
            "Présents : Mme Ambre EXEMPLE (porteuse du pouvoir de M. Paul LEURRE), M. Jo CONTE\n",
            {"presents": ("Ambre EXEMPLE", "Jo CONTE"), "pouvoirs": (("Paul LEURRE", "Ambre EXEMPLE"),)},
        ),
        (
            "Présents : Mme Ambre EXEMPLE, suppléante de M. Paul LEURRE, M. Jo CONTE\n",
            {"presents": ("Ambre EXEMPLE", "Jo CONTE")},
        ),
        (
            "Présents :\nNORD : M. Jo CONTE, Mme Zoé LUBIE (Amis, Secours FICTIF)\nSUD : M. Al PATRON -- Lou RÉCIT\n",
            {"presents": ("Jo CONTE", "Zoé LUBIE", "Al PATRON", "Lou RÉCIT")},
        ),
        (
            "       Présent    Excusé    Pouvoir à\nZoé ÉCHO   X\nJo CONTE   X\nAl PATRON            X      Zoé ÉCHO\n",
            {
                "presents": ("Zoé ÉCHO", "Jo CONTE"),
                "excuses": ("Al PATRON",),
                "pouvoirs": (("Al PATRON", "Zoé ÉCHO"),),
            },
        ),
        (
            "Absent : M. Basile FICTIF\nMadame le Maire rappelle que le CDG propose une aide.\n",
            {"absents": ("Basile FICTIF",)},
        ),
    ],
)
def test_listes(text: str, lues: dict[str, object]) -> None:
    """Lines that cut a name or a proxy are joined, and each rubric ends where another begins."""
    assert _listes(text) == lues


@pytest.mark.parametrize(
    ("text", "cle"),
    [
        ("Présents : tous les membres en exercice, sauf M. Paul LEURRE, excusé.\n", "liste_presents"),
        ("Présents : l'ensemble des conseillers\n", "liste_presents"),
        ("Présents : Denis FICTIF - Philippe CONTE - PATRON - Zoé LUBIE\n", "liste_presents"),
        ("Présents : M. Jo CONTE, Mme Zoé LUBIE et seize autres conseillers.\n", "liste_presents"),
        ("NOM Prénom Présent Absent Pouvoir à\nLUBIE Zoé X\nCONTE Jo X\nPATRON Al X LUBIE Zoé\n", "liste_presents"),
        (f"{_TROIS}Excusés : Mme Zoé LUBIE, M. Paul LEURRE\n", "liste_presents"),
        (f"{_TROIS}Excusés : Mme Zoé LUBIE, M. Paul LEURRE\n", "liste_excuses"),
        (f"{_TROIS}Pouvoirs : Mme Zoé LUBIE à Mme Ambre EXEMPLE\n", "liste_pouvoirs"),
        ("Excusés : Jo CONTE, Al PATRON ayant respectivement donné pouvoir à Zoé LUBIE, Lou RÉCIT\n", "liste_pouvoirs"),
        (f"{_TROIS}Excusés : M. Jo CONTE, M. Al PATRON\nPouvoirs : M. Jo CONTE à M. Al PATRON\n", "liste_pouvoirs"),
    ],
)
def test_une_liste_douteuse_est_demandee(text: str, cle: str) -> None:
    """Not read whole, or contradicted by another: it is not written, and the clerk is asked."""
    read = _lu(text)
    assert read.valeur(cle) is None
    assert any(question.cle == cle for question in read.questions)


def test_les_noms_que_l_acte_compte() -> None:
    """An act that counts those present and names nobody: who was there is asked, once."""
    read = _lu("Membres en exercice : 11 – Présents : 8 – Pouvoirs : 2\n")
    asked = [question.texte for question in read.questions if question.cle.startswith("liste_")]
    assert asked == ["Noms : Qui était présent, excusé, représenté ?"]
    read = _lu(f"{_TROIS}Pouvoirs : 2\n")
    (proxies,) = [question.texte for question in read.questions if question.cle == "liste_pouvoirs"]
    assert proxies.startswith("Noms des pouvoirs : l'acte en compte 2.")
