"""An individual act never goes online by accident: neither its text, nor its PDF, nor the summary of what it says."""

from pathlib import Path

import pytest

from recueil.importation.importer import importer
from recueil.importation.sortie.bilan import texte
from recueil.importation.sortie.choix import Choix
from recueil.importation.sortie.proposition import markdown
from registre_fictif import champs, etat, ouvrir, poser

_PHRASE = "Acte individuel : il se notifie à la personne et ne se publie pas (CGCT L2131-1). Retirez son fichier du"
_ARRETE = """\
COMMUNE DE SAINTE-EXEMPLE

ARRÊTÉ N° 2026-22

Objet : Congé de longue maladie de Madame Flora FICTIVE

Article 1er : Madame Flora FICTIVE est placée en congé de longue maladie.

Fait à Sainte-Exemple, le 3 juin 2026

Le Maire

Ambre EXEMPLE

Publié le 04/06/2026
ID : 099-219900016-20260603-2026_22-AI
"""
_NOTIFIE = _ARRETE.replace("-AI", "-AR").replace("Publié le 04/06/2026", "Notifié à l'intéressée le : ")


@pytest.fixture
def acts(tmp_path: Path) -> Path:
    """A register with one authority and no act."""
    return ouvrir(tmp_path)


@pytest.mark.parametrize("text", [_ARRETE, _NOTIFIE, _NOTIFIE.replace("l'intéressée", "l'agent")])
@pytest.mark.parametrize("depot", [False, True])
def test_un_acte_individuel_n_est_pas_ecrit(acts: Path, tmp_path: Path, text: str, *, depot: bool) -> None:
    """By its nature or by the words of its notification; the summaries say what to do, and name nobody."""
    before = etat(acts)
    told = importer([poser(tmp_path, text)], Choix(acts, depot=depot))
    assert etat(acts) == before
    for said in (texte(told, essai=False, racine=acts, largeur=9999), markdown(told, acts)):
        assert "FICTIVE" not in said
        assert "jour l'acte est-il mis en ligne" not in said
        assert next(line for line in said.splitlines()[1:] if line).lstrip("- []").startswith(_PHRASE)
        assert ("--individuel" in said) is not depot


def test_demande_il_reste_un_brouillon(acts: Path, tmp_path: Path) -> None:
    """When it is asked for, it does not ask to be published, whatever its stamp says, and the sentence comes first."""
    (done,) = told = importer([poser(tmp_path, _ARRETE)], Choix(acts, individuel=True))
    assert not done.refus
    assert "publie_le" not in champs(acts / "sainte-exemple/2026/arretes/arrete-2026-22.md")
    assert texte(told, essai=False, racine=acts).splitlines()[1].startswith("  Acte individuel : ")
    assert markdown(told, acts).splitlines()[2].startswith("**Acte individuel : ")


@pytest.mark.parametrize(
    "text",
    [
        _ARRETE.replace("-AI", "-AR"),
        _ARRETE.replace("-AI", "-AR")
        .replace("Congé", "Délégation de fonctions, après congé")
        .replace("Fait à", "Le présent arrêté est notifié à l'intéressé.\n\nFait à"),
        _ARRETE.replace("-AI", "-AR").replace("Fait à", "Le présent arrêté sera notifié à l'intéressé.\n\nFait à"),
    ],
)
def test_un_acte_reglementaire_est_ecrit(acts: Path, tmp_path: Path, text: str) -> None:
    """A delegation is notified and published; so is an act that was sent as regulatory."""
    (done,) = importer([poser(tmp_path, text)], Choix(acts))
    assert not done.refus
