"""The addresses of the interface; the number of its version is in each, and what is written there keeps its form."""

RACINE = "donnees/v1/"
SCHEMAS = f"{RACINE}schemas/"
OPENAPI = f"{RACINE}openapi.json"
ANNEES = f"{RACINE}actes.json"
COLLECTIVITES = f"{RACINE}collectivites.json"


def page(nom: str, numero: int = 1) -> str:
    """A page of a list: ``donnees/v1/actes/2026.json``, then ``donnees/v1/actes/2026/2.json``."""
    return f"{RACINE}{nom}.json" if numero == 1 else f"{RACINE}{nom}/{numero}.json"


def actes(annee: int) -> str:
    """The list of the acts of a year."""
    return f"actes/{annee}"
