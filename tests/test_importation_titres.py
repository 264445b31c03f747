"""Numbers and titles without labels, and words that the scanner misreads: found where they stand, never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recueil.importation.document import document
from recueil.importation.faits import Surete
from recueil.importation.lecture.bruit import MOTS, redresser
from recueil.importation.lecture.lecteur_titre import lire_titre
from recueil.importation.lecture.zones import plier, preparer

_CORPS = "Monsieur le Maire expose le projet.\nLe conseil municipal, après en avoir délibéré, adopte."


def _lu(texte: str) -> dict[str, object]:
    """Kind, number and objet that would be written."""
    facts = lire_titre(preparer(document("acte.txt", [texte])))
    return {fact.cle: fact.valeur for fact in facts if fact.surete > Surete.POSSIBLE}


@pytest.mark.parametrize(
    ("lu", "ecrit"),
    [
        ("Date de convocatlon", "date de convocation"),
        ("Ie ConseiI Municlpal", "le conseil municipal"),
        ("Fait en I'Hôtel, Ie 9 juln", "fait en l'hotel, le 9 juin"),
        ("Envoyé 1e 10/06/2022", "envoye le 10/06/2022"),
        ("dé1ibérations", "deliberations"),
        ("Il est 10 h, l'IA et Irène", "il est 10 h, l'ia et irene"),
    ],
)
def test_the_words_of_labels_are_put_right(lu: str, ecrit: str) -> None:
    """What looks alike to the scanner is read as the label that it is; other words are left."""
    assert redresser(lu, plier(lu)) == ecrit


@given(st.text() | st.lists(st.sampled_from(MOTS.split())).map(" ".join))
def test_each_sign_keeps_its_place(texte: str) -> None:
    """An index means the same sign before and after."""
    assert len(redresser(texte, plier(texte))) == len(texte)


@pytest.mark.parametrize(
    ("ligne", "numero"),
    [
        ("2024-CP12-047", "2024-CP12-047"),
        ("URBA/2023/88", "URBA/2023/88"),
        ("26.AP.017", "26.AP.017"),
        ("Police de la circulation ARR 2026/031", "ARR 2026/031"),
        ("21.12.09 – MOTION POUR LA TRÉSORERIE", "21.12.09"),
        ("DÉCISION MUNICIPALE 2024/45", "2024/45"),
        (". ~ N° 2021 5 3", "2021 5 3"),
        ("RAPPORT N° 204\nDÉLIBÉRATION N° CP-2026-02-204", "CP-2026-02-204"),
        ("N° A 2026-15\nObjet : abrogation de l'arrêté n° A 2024-88", "A 2026-15"),
        ("DÉCISION n° 2024-D-19 DU 12 MARS 2024", "2024-D-19"),
        ("Communauté de Fictiville          DP 2023 – 87", "DP 2023 – 87"),
        ("DELIBERATION  2025 / 07 / 058", "2025 / 07 / 058"),
        ("2026 / 40", "2026 / 40"),
        ("029/19 :", "029/19"),
        ("2026/31 – Retrait de la délibération n° 2026/12 du 16 avril 2026", "2026/31"),
        ("Par délibération n° 2026/12 du 16 avril 2026, le conseil avait fixé les tarifs.", None),
        ("Année scolaire\n2023 / 2024", None),
        ("Registre des délibérations – feuillet n° 12", None),
        ("Séance du 13/12/2021", None),
        ("Année scolaire\n2023/2024", None),
        ("Date d'affichage de la délibération : 18 juin 2020", None),
    ],
)
def test_the_number_of_the_act(ligne: str, numero: str | None) -> None:
    """With a label or without one, and never that of another act."""
    assert _lu(f"VILLE DE SAINTE-EXEMPLE\n{ligne}\n{_CORPS}").get("numero") == numero


@pytest.mark.parametrize(
    ("haut", "objet"),
    [
        ("Tarifs de l'eau potable pour 2026", "Tarifs de l'eau potable pour 2026"),
        ("ACQUISITION D'UN TERRAIN\nLIEUDIT LES MIRAGES", "ACQUISITION D'UN TERRAIN LIEUDIT LES MIRAGES"),
        ("4.1 Personnel titulaire\nCréation de deux postes", "Création de deux postes"),
        ("RESSOURCES HUMAINES\nCréation de deux postes d'agent", "Création de deux postes d'agent"),
        ("Objet : Fermeture de l'école « Les Tilleuls »", "Fermeture de l'école « Les Tilleuls »"),
        ("Objet : Contrat avec l'association\n\n\n« LES TRÉTEAUX »", "Contrat avec l'association « LES TRÉTEAUX »"),
        ("Objet : « Cession du véhicule »", "Cession du véhicule"),
        ("Objet : Travaux – \nLot n° 3 – Menuiserie", "Travaux – Lot n° 3 – Menuiserie"),
        ("Objet : Tarifs de l’eau", "Tarifs de l’eau"),
        ("Objet : Débat budgétaire\n(budgets annexes)", "Débat budgétaire (budgets annexes)"),
        ("Ambre EXEMPLE, Basile FICTIF, Cyprien TEXTE", None),
        ("Mme Ambre EXEMPLE est élue secrétaire de séance", None),
        ("12, place de l'Invention 99140 FICTIVILLE", None),
        ("Affaire suivie par : Direction des services techniques", None),
    ],
)
def test_the_title_of_the_act(haut: str, objet: str | None) -> None:
    """Whole, as written; a roll, an address or a service is no title."""
    assert _lu(f"COMMUNE DE SAINTE-EXEMPLE\nSéance du 12 mars 2026\n\n{haut}\n\n{_CORPS}").get("objet") == objet


def test_two_titles_worth_the_same_are_not_chosen() -> None:
    """Which is the title cannot be known: nothing is written."""
    title = "Tarifs de la {} pour 2026\n\nSéance\n\n"
    assert "objet" not in _lu(title.format("cantine") + title.format("crèche"))


@pytest.mark.parametrize(
    ("tete", "objet"),
    [
        (
            "Délibération n° 2026-41 : CRÉATION D'UN EMPLOI\nD'ADJOINT À MI-TEMPS (17/35e)\nÀ COMPTER DU 1ER MAI 2026",
            "CRÉATION D'UN EMPLOI D'ADJOINT À MI-TEMPS (17/35e) À COMPTER DU 1ER MAI 2026",
        ),
        ("Objet : Tarifs à compter du 1\ner\nseptembre 2026", "Tarifs à compter du 1er septembre 2026"),
        ("Objet : Tarifs de la cantine Présents : 15 Ambre EXEMPLE", "Tarifs de la cantine"),
        ("Objet : " + "les tarifs de la cantine et " * 40, None),
    ],
)
def test_an_objet_is_whole_or_left_out(tete: str, objet: str | None) -> None:
    """It goes on over its lines, ends at a rubric, and is asked when it holds the whole act."""
    assert _lu(f"DÉLIBÉRATION DU CONSEIL MUNICIPAL\n{tete}\n{_CORPS}").get("objet") == objet


@pytest.mark.parametrize(
    ("titre", "objet"),
    [
        ("Arrêté municipal portant création d'une zone de rencontre", "portant création d'une zone de rencontre"),
        ("ARRÊTÉ PERMANENT\nRÉGLEMENTANT LE STATIONNEMENT\nRUE DU PUITS", "RÉGLEMENTANT LE STATIONNEMENT RUE DU PUITS"),
    ],
)
def test_the_objet_of_an_arrete_stands_by_its_kind(titre: str, objet: str) -> None:
    """On the line of its kind, or on the next."""
    assert _lu(f"COMMUNE DE SAINTE-EXEMPLE\n{titre}\nLe Maire de Sainte-Exemple,\nARRÊTE").get("objet") == objet


@pytest.mark.parametrize(
    "tete",
    [
        "CR du conseil municipal 3 mars 2024",
        "COMPTE RENDU\ndu CONSEIL MUNICIPAL de la COMMUNE de SAINTE-EXEMPLE",
        "Qui ont pris part à la délibération : 9\nCompte rendu\nconseil municipal du\n3 mars 2024",
        "Délibération du conseil\nOrdre du jour\n1. Adoption du compte rendu\nQuestions diverses\nLa séance est levée.",
    ],
)
def test_minutes_are_known(tete: str) -> None:
    """By their title, wherever it stands, or by what only minutes tell; they hold many votes, none of them theirs."""
    assert _lu(f"{tete}\n{_CORPS}") == {"type_document": "proces_verbal"}


@pytest.mark.parametrize("ligne", ["LOGO                        Convention 2024/ADS/09", "CONVENTION N° 2024/ADS/09"])
def test_the_number_of_a_convention(ligne: str) -> None:
    """After its kind, with a label or as a code."""
    text = f"{ligne}\n\nCONVENTION\n\nEntre la commune et le syndicat,"
    assert _lu(text).get("numero") == "2024/ADS/09"
