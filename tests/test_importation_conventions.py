"""What is read of a convention joined to an act: only what it says, and « inconnu » for what it leaves blank."""

import pytest

from recueil.importation.contrats.clauses import CLAUSES, Clause
from recueil.importation.contrats.conventions import lire_conventions
from recueil.importation.contrats.lecture_clauses import lire_clauses
from recueil.importation.contrats.parties import FORMES, Forme, Partie, lire_partie
from recueil.importation.document import document

_ACTE = """\
COMMUNE DE SAINTE-EXEMPLE

Convention pour les repas de la cantine

Le conseil municipal, après en avoir délibéré, approuve la convention.

Le Maire

Ambre EXEMPLE
"""
_CONVENTION = """\
SYNDICAT SCOLAIRE DU VAL-MODÈLE

CONVENTION

CONVENTION POUR LES REPAS DE LA CANTINE

Entre

Le Syndicat scolaire du Val-Modèle, ci-après désigné par le sigle « SSVM », dont le siège est situé 4 chemin des
Écoliers, 99002 VAL-MODÈLE, représenté par Monsieur Aristide FANTAISIE, Président du Syndicat dûment autorisé par
délibération du 3 mai 2026.

Et

La collectivité de _____, dont le siège est situé _____, représentée par Ambre Exemple, autorisée par délibération
en date du _____

Vu le code général des collectivités territoriales,

Article 1 : durée

La convention est conclue pour une durée d'un an du ..... au ....., renouvelable deux fois par tacite reconduction.

Article 2 : litiges

Tout litige est porté devant le Tribunal administratif de Valmont-Ville.

Le Maire,

Ambre EXEMPLE
"""


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda c: f"{c.cle}: {c.exemple}")
def test_chaque_clause_sur_son_exemple(clause: Clause) -> None:
    """Every line of the table reads its own example."""
    assert {said.valeur for said in lire_clauses(clause.exemple) if said.cle == clause.cle} == {clause.attendu}


@pytest.mark.parametrize("forme", FORMES, ids=lambda f: f"{f.cle}: {f.exemple}")
def test_chaque_forme_de_partie_sur_son_exemple(forme: Forme) -> None:
    """Every line of the table of parties reads its own example."""
    assert lire_partie(forme.exemple)[forme.cle].lower() == forme.attendu.lower()


@pytest.mark.parametrize("pages", [(_ACTE, _CONVENTION), (f"{_ACTE}\n\n\n{_CONVENTION}",)], ids=["pages", "texte"])
def test_convention_jointe(pages: tuple[str, ...]) -> None:
    """A convention joined to its délibération starts with its letterhead, on a new page or after a wide blank."""
    read = document("acte.pdf", pages)
    (found,) = lire_conventions(read)
    assert read.texte[found.debut :].strip().startswith("SYNDICAT SCOLAIRE")
    assert found.objet == "CONVENTION POUR LES REPAS DE LA CANTINE"
    assert found.parties == (
        Partie(
            "Syndicat scolaire du Val-Modèle",
            "SSVM",
            "4 chemin des Écoliers, 99002 VAL-MODÈLE",
            "Aristide FANTAISIE",
            "Président du Syndicat",
            "délibération du 3 mai 2026",
        ),
        Partie("La collectivité de _____", "", "inconnu", "Ambre EXEMPLE", "Maire", "inconnu"),
    )


def test_clauses_de_la_convention() -> None:
    """What is said is read, what is blank is « inconnu », what is not mentioned is left out."""
    (found,) = lire_conventions(document("acte.pdf", [_ACTE, _CONVENTION]))
    said = {clause.cle: clause.valeur for clause in found.clauses if clause.cle != "terme"}
    assert said == {
        "debut": "inconnu",
        "fin": "inconnu",
        "duree": "1 an",
        "reconduction": "tacite",
        "nombre_reconductions": "2",
        "juridiction": "Tribunal administratif de Valmont-Ville",
    }


def test_une_deliberation_seule_n_a_pas_de_convention() -> None:
    """The title of a délibération that speaks of a convention opens none."""
    assert lire_conventions(document("acte.pdf", [_ACTE])) == ()


def test_deux_dates_qui_se_contredisent() -> None:
    """When a convention gives two last days, neither is kept."""
    text = "valable jusqu'au 31 décembre 2027. Elle prendra fin le 30 juin 2028."
    assert not [said for said in lire_clauses(text) if said.cle == "fin"]


_PAGE = """\
CONVENTION{titre}

Entre

La commune de Sainte-Exemple, représentée par son Maire, Madame Ambre EXEMPLE, d'une part,

Et

L'association « Les Ailes
d'Exemple », association régie par la loi du
1
er
juillet 1901, dont le siège est 4 rue des Nuages à Sainte-Exemple, représentée par sa présidente, Lou FICTIF,

Article 1 – Durée
La présente convention est conclue pour une durée de trois ans à compter du 1
er
septembre 2026. Elle est renouvelable une fois par tacite
reconduction, sauf préavis
de trois mois.

Fait à Sainte-Exemple, en deux exemplaires, le 24 juin 2026
"""


@pytest.mark.parametrize("titre", ["", " DE MISE À DISPOSITION DE LA SALLE DES\nFÊTES"])
@pytest.mark.parametrize("avant", [[], [_ACTE]], ids=["seule", "jointe"])
def test_la_meme_lecture_seule_ou_jointe(avant: list[str], titre: str) -> None:
    """On a page of its own, without any « Annexe » before it, and whatever the lines that the page cuts."""
    pages = [*avant, _PAGE.format(titre=titre)]
    (found,) = lire_conventions(document("acte.pdf", pages))
    assert found.parties[1].nom == "Association « Les Ailes d'Exemple »"
    assert found.parties[1].siege == "4 rue des Nuages à Sainte-Exemple"
    assert {clause.cle: clause.valeur for clause in found.clauses} == {
        "debut": "2026-09-01",
        "duree": "3 ans",
        "reconduction": "tacite",
        "nombre_reconductions": "1",
        "preavis": "3 mois",
        "signe_le": "2026-06-24",
        "terme": "pour une durée de trois ans à compter du 1er septembre 2026",
    }
