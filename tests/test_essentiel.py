"""The first screen of an act, as a jurist would check it: its force, and the last day to contest it."""

from functools import cache

import pytest

from outils import RACINE
from recueil import build_registre
from recueil.droit.etat import etat
from recueil.ecriture import jour
from recueil.pages.contrats import contrat
from recueil.pages.devenir import devenir
from recueil.pages.essentiel import Essentiel, essentiel
from recueil.registre import Registre

_CAS = {
    "exemple valmont/2025/2025-01": ("Oui, depuis le 25 mars 2025", "26 mai 2025", ""),
    "exemple valmont/2025/2025-04": ("Sans objet : la proposition a été rejetée", "26 mai 2025", ""),
    "exemple valmont/conventions/poteaux-incendie-avenant-1": (
        "Oui, depuis le 23 février 2026 ; s'applique à compter du 1er mars 2026",
        "24 avril 2026",
        "",
    ),
    "exemple valmont/2026/arrete-2026-03": (
        "Pas encore exécutoire : la réception en préfecture manque (envoi du 10 mars 2026).",
        "12 mai 2026",
        "",
    ),
    "exemple valmont/2025/proces-verbal": ("", "", ""),
    "vie hypothese/2024/2024-01": ("Non : acte abrogé à compter du 1er septembre 2025", "15 avril 2024", ""),
    "vie hypothese/2024/2024-06": ("Non : acte annulé", "", ""),
    "vie hypothese/2025/2025-01": ("Non : acte retiré", "", ""),
    "vie hypothese/2025/2025-02": (
        "Oui, depuis le 11 février 2025 ; suspendu du 20 mars 2025 au 2 octobre 2025",
        "14 avril 2025",
        "",
    ),
    "vie hypothese/2025/2025-12": (
        "Oui, depuis le 16 décembre 2025",
        "17 février 2026",
        "le bon fichier n'est en ligne que depuis le 8 janvier 2026, la date peut être plus tardive",
    ),
    "vie hypothese/2025/2025-13": (
        "Oui, depuis le 16 décembre 2025",
        "17 février 2026",
        "le texte n'est plus en ligne depuis le 3 février 2026, la date peut être plus tardive",
    ),
    "vie hypothese/2025/2025-31": ("Non : il ne valait que jusqu'au 14 juillet 2025", "25 août 2025", ""),
}


@cache
def _registre(nom: str) -> Registre:
    return build_registre(RACINE / "tests" / nom / "acts")


def _essentiel(nom: str, adresse: str) -> Essentiel:
    registre = _registre(nom)
    fiche = next(one for one in registre.toutes if one.adresse == f"{adresse}/")
    return essentiel(fiche.acte, etat(fiche.acte), devenir(fiche, registre), contrat(fiche, registre))


@pytest.mark.parametrize("cas", _CAS)
def test_le_premier_ecran(cas: str) -> None:
    """Its force, the last day for the court, and why this day is not sure."""
    told = _essentiel(*cas.split(" ", 1))
    limit = jour(told.contestable) if told.contestable else ""
    assert (told.executoire + told.precision, limit, told.doute) == _CAS[cas]


def test_une_convention_dit_ou_elle_en_est() -> None:
    """From the newest day of the register, and what it does not know."""
    told = _essentiel("exemple", "valmont/conventions/poteaux-incendie")
    assert told.executoire == ""
    assert told.precision.startswith("Au 11 mars 2026, jour de la dernière nouvelle de ce registre : en cours")


def test_la_voix_du_president_est_dite() -> None:
    """Four for, four against, and adopted: the casting vote explains it (CGCT L2121-20)."""
    assert _essentiel("exemple", "valmont/2025/2025-08").vote == "Adoptée : 4 pour, 4 contre, par la voix du président"
