"""What is read of the people and the counts of an act where no wording helps: tables, quoted votes, signatures."""

import pytest

from recueil.importation.document import document
from recueil.importation.faits import Surete, Valeur
from recueil.importation.lecture.brouillage import corriger
from recueil.importation.lecture.lecteur import lire
from recueil.importation.lecture.tableaux import lire_tableaux
from recueil.importation.lecture.zones import preparer

TETE = "DELIBERATION DU CONSEIL MUNICIPAL\nSéance du 3 mars 2024\n"


def _lu(text: str) -> dict[str, Valeur]:
    """The values that would be written."""
    facts = [fact for fact in lire(document("acte.txt", [text])) if fact.surete > Surete.POSSIBLE]
    return {fact.cle: fact.valeur for fact in reversed(facts)}


@pytest.mark.parametrize(
    ("tableau", "lu"),
    [
        ("En exercice 15 présents 12 votants 14", {"membres_en_exercice": 15, "presents": 12, "votants": 14}),
        (
            "En exercice\nPrésents\nVotants\n15\n12\n14\n03/05/2024",
            {"membres_en_exercice": 15, "presents": 12, "votants": 14},
        ),
        ("15 12 3\nPrésents Votants Absents", {"presents": 15, "votants": 12, "absents": 3}),
        (
            "NOMBRE DE MEMBRES\nAfférents au\nConseil\nEn\nexercice\nQui ont pris part\nà la délibération\n19 18 15",
            {"membres_en_exercice": 18, "votants": 15},
        ),
        ("Présents\n18\nPouvoirs\n3\nVotants\n21", {"presents": 18, "pouvoirs": 3, "votants": 21}),
        ("POUR CONTRE ABSTENTIONS\n23 / /", {"pour": 23, "contre": 0, "abstention": 0}),
        ("Présents 18 / Absents 3 / Votants 20", {"presents": 18, "absents": 3, "votants": 20}),
        ("n° 4\nPrésents : 12\nAbsents : 2", {"presents": 12, "absents": 2}),
        ("VOTE POUR CONTRE ABSTENTION\n14 2 1\nPour copie conforme", {"pour": 14, "contre": 2, "abstention": 1}),
        ("Titulaires en exercice : 44\n31 PRÉSENTS dont 2 suppléants", {}),
        ("Présents Votants\n12", {}),
    ],
)
def test_tableau(tableau: str, lu: dict[str, int]) -> None:
    """Labels and numbers go together when each has its own, in whatever order; otherwise nothing is said."""
    assert {hit.cle: hit.valeur for hit in lire_tableaux(preparer(document("tableau", [tableau])))} == lu


@pytest.mark.parametrize(
    "citation",
    [
        "La commission Vie associative,\nréunie le 29 janvier 2024, a proposé par 4 voix pour et 1 contre une aide.",
        "Vu le règlement du fonds, approuvé par délibération n°\n2023-06, adopté par 30 voix pour et 3 contre ;",
        "Le bureau du 8 janvier s'est prononcé par 9 voix contre 1.",
        "Il rappelle que le conseil a voté en 2022 une subvention par 10 voix pour et 4 contre.",
        "Les avis (collège employeur : 6 pour ; comité technique : 4 pour, 2 contre) sont joints.",
        "Le budget se répartit ainsi (pour : 60 % de l'enveloppe, contre : 45 % aujourd'hui).",
    ],
)
def test_vote_des_autres(citation: str) -> None:
    """A vote that the act quotes is not its vote."""
    read = _lu(f"{TETE}{citation}\nLe conseil, après en avoir délibéré, à l'unanimité, approuve.\n")
    assert read.get("unanimite") is True
    assert not {"pour", "contre"} & set(read)


def test_vote_apres_la_deliberation() -> None:
    """Of two votes that contradict each other, the one that follows the debate is the act's."""
    text = f"{TETE}Un vœu a recueilli 3 voix pour.\nLe conseil, après en avoir délibéré, par 12 voix pour, approuve.\n"
    assert _lu(text)["pour"] == 12


@pytest.mark.parametrize(
    ("cases", "lu"),
    [
        ("Adopté à l'unanimité ☒ Adopté à la majorité ☐ Rejeté ☐", True),
        ("☐ à l'unanimité\n☒ à la majorité", False),
        ("[x] à l'unanimité [ ] à la majorité", True),
        ("☐ à l'unanimité ☐ à la majorité", None),
    ],
)
def test_cases(cases: str, lu: bool | None) -> None:  # noqa: FBT001 - the value that is read
    """Of two boxes, the ticked one counts, be it before its words or after."""
    assert _lu(f"{TETE}{cases}\n").get("unanimite") is lu


@pytest.mark.parametrize(
    "signature",
    [
        "En mairie, le Maire,\nBasile FICTIF",
        "Pour copie conforme      Le Maire,\n(cachet)      B. ~ _ / .\nBasile FICTIF",
        "          Le Maire,\n       ~—~\n              ._ Basile FICTIF  ~",
        "Pour le Maire absent, l'Adjoint suppléant\nBasile FICTIF",
        "La secrétaire de séance, Le Président,\nAmbre EXEMPLE Basile FICTIF",
        "Le Maire de Sainte-Exemple Le secrétaire de séance\nBasile FICTIF Cyprien TEXTE",
        "La secrétaire            Le Maire\nAmbre EXEMPLE\n                         Basile FICTIF",
        "La secrétaire Ambre EXEMPLE Le Maire Basile FICTIF",
        "Le Président du Centre Intercommunal\nd'Action Sociale de Fictiville,\nBasile FICTIF",
        "Le Maire, Conseiller départemental,\nBasile FICTIF",
        "Signé électroniquement par : Basile FICTIF\nQualité : Maire",
        "Le Maire,\nBasile FICTIF\nDestinataires :\nM. le Maire de Fictiville\nLou COPIE",
        "Pour le Maire et par délégation,\nL'adjoint délégué, Basile FICTIF\nCertifié exécutoire\nLe Maire, Lou COPIE",
        "Certifié exécutoire compte tenu de la publication le 25/06/2026\nLe Maire, Basile FICTIF",
        "Pour le Président et par délégation,\nLe chef de l'agence routière,\n\nBasile FICTIF",
    ],
)
def test_signataire(signature: str) -> None:
    """Who signs is found past seals and noise, and is neither the secretary nor who receives a copy."""
    assert _lu(f"{TETE}Le conseil décide.\nFait à Sainte-Exemple.\n{signature}\n")["signataire"] == "Basile FICTIF"


@pytest.mark.parametrize(
    ("fin", "lu"),
    [
        ("Le Maire      Le président\nBasile FICTIF", "Basile FICTIF"),
        ("L'occupant              Le Maire\n(Lu et approuvé)        Basile FICTIF", "Basile FICTIF"),
        ("Pour l'Association, Pour la commune,\nAmbre EXEMPLE", None),
    ],
)
def test_signataire_de_convention(fin: str, lu: str | None) -> None:
    """Who signs a convention is whom the authority says represents it, when named again under the text."""
    text = (
        "CONVENTION\nEntre la commune de Sainte-Exemple, représentée par son maire en\nexercice, M. Basile FICTIF,\n"
        f"et l'association des Amis imaginaires,\nIl est convenu ce qui suit.\nFait à Sainte-Exemple\n{fin}\n"
    )
    assert _lu(text).get("signataire") == lu


@pytest.mark.parametrize(
    ("tete", "lu"),
    [
        ("sous la présidence de Madame\nPouvoirs : 5 Ambre EXEMPLE, Présidente.", "Ambre EXEMPLE"),
        ("s'est réuni sous la présidence de Madame Ambre\nEXEMPLE, Maire.", "Ambre EXEMPLE"),
        ("sous la présidence de Mme Ambre de\nLA FICTION, présidente", "Ambre de LA FICTION"),
        ("sous la présidence de M. FICTIF, Maire\nPrésents : M. Basile FICTIF, Mme Ambre EXEMPLE", "Basile FICTIF"),
        ("sous la présidence de M. le Maire\nPrésents : M. Basile FICTIF, Maire, Mme Ambre EXEMPLE", "Basile FICTIF"),
        ("sous la présidence de M. le Maire\nPrésents : M. Basile FICTIF, Mme Ambre EXEMPLE", None),
    ],
)
def test_president(tete: str, lu: str | None) -> None:
    """Who presides is named whole, even cut by a line or a column; a function alone names nobody."""
    assert _lu(f"{TETE}{tete}\nLe conseil, après en avoir délibéré, décide.\n").get("president") == lu


def test_brouillage() -> None:
    """What a scanner misreads is set right without moving a sign."""
    text = "VlLLE, conseiI, Ie maire, l5 votants, Paul et Isabelle"
    assert corriger(text) == "VILLE, conseil, le maire, 15 votants, Paul et Isabelle"
    assert len(corriger(text)) == len(text)


def test_une_rubrique_ne_signe_pas() -> None:
    """« Président de séance : » is of the heading."""
    assert "signataire" not in _lu(f"{TETE}Le conseil décide.\n• Président de séance : Basile FICTIF, Maire ;\n")
