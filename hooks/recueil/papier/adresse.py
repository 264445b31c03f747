"""What a poster writes in big letters: as big as the length allows, on one page."""

_ADRESSES = ((24, "grande"), (34, "moyenne"), (41, "modeste"), (90, "petite"))
"""Longest address, in letters → the size at which it holds on one line of a poster."""

_OBJETS = ((90, "grande"), (220, "moyenne"), (480, "petite"))
"""Longest objet → the size at which it leaves room for the rest."""


def courte(url: str) -> str:
    """The address that a person types: « actes.example.org/valmont »; « http:// » stays where it is needed."""
    return url.removeprefix("https://").rstrip("/")


def taille(adresse: str) -> str:
    """The size in which a poster writes it."""
    return next((name for longest, name in _ADRESSES if len(adresse) <= longest), "infime")


def taille_objet(objet: str) -> str:
    """The size in which a poster writes what an act is about."""
    return next((name for longest, name in _OBJETS if len(objet) <= longest), "minime")


def morceaux(adresse: str) -> tuple[str, ...]:
    """Where a long address may go to the next line: after each bar."""
    parts = adresse.split("/")
    return (*(f"{part}/" for part in parts[:-1]), parts[-1])
