"""Colours that everybody can read: how much two of them stand out, and the nearest that stands out enough."""

from typing import NewType

Couleur = NewType("Couleur", str)
"""``#rrggbb``, in lower case."""

BLANC = Couleur("#ffffff")
NOIR = Couleur("#000000")

_CLAIR_DOUX, _NUIT, _NUIT_DOUCE = Couleur("#f1f5f4"), Couleur("#12191a"), Couleur("#1c2627")
"""Behind a quiet text, in the light; behind the page, and a quiet text, in the dark (``recueil.css``)."""

LISIBLE = 4.5
"""The least contrast between a text and what is behind it (WCAG 2.2, 1.4.3; RGAA 3.2)."""


def contraste(une: Couleur, autre: Couleur) -> float:
    """From 1 (the same) to 21 (black on white), as WCAG 2.2 counts it."""
    dark, light = sorted((_luminance(une), _luminance(autre)))
    return (light + 0.05) / (dark + 0.05)


def lisible_sur(couleur: Couleur, fond: Couleur, vers: Couleur) -> Couleur:
    """The colour, led towards another by steps of a hundredth until it can be read on a background.

    Raises:
        ValueError: even the other one cannot be read on it.
    """
    for step in range(101):
        mixed = melange(couleur, vers, step / 100)
        if contraste(mixed, fond) >= LISIBLE:
            return mixed
    raise ValueError(f"{vers} ne se lit pas sur {fond}")


def melange(une: Couleur, autre: Couleur, part: float) -> Couleur:
    """A colour with a share of another: 0 is the first, 1 the second."""
    pairs = zip(_canaux(une), _canaux(autre), strict=True)
    return Couleur("#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs))


def habits(couleur: Couleur) -> str:
    """The style sheet that dresses the site in the colour of a town: its header and its links, light and dark."""
    dark = melange(couleur, _NUIT, 0.35)
    light = _variables(couleur, lisible_sur(couleur, _CLAIR_DOUX, NOIR))
    night = _variables(dark, lisible_sur(couleur, _NUIT_DOUCE, BLANC))
    return f"{light}@media (prefers-color-scheme:dark){{{night}}}"


def _variables(teinte: Couleur, lien: Couleur) -> str:
    return f":root{{--rec-teinte:{teinte};--rec-lien:{lien}}}"


def _canaux(couleur: Couleur) -> tuple[int, ...]:
    return tuple(bytes.fromhex(couleur.removeprefix("#")))


def _luminance(couleur: Couleur) -> float:
    red, green, blue = (_lineaire(canal / 255) for canal in _canaux(couleur))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _lineaire(canal: float) -> float:
    return canal / 12.92 if canal <= 0.04045 else ((canal + 0.055) / 1.055) ** 2.4
