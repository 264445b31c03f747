"""The image that a social network shows of an act: its own words, drawn at build, asked of nobody (Open Graph)."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from PIL import Image, ImageColor, ImageDraw, ImageFont

from . import adresses
from .couleurs import Couleur
from .gabarits import THEME
from .manieres import Ecrit
from .publies import Fiche
from .registre import Registre

APERCUS = 1_000
"""Acts that have one, the newest: those that people share. Drawing one takes seven thousandths of a second."""

_LARGEUR, _HAUTEUR, _MARGE, _BANDEAU = 1200, 630, 70, 100
_TAILLES = (64, 54, 46, 40)
"""Of the objet, in pixels: the largest in which it fits."""

_BAS = 520
"""Where the objet ends at the latest, and the name of the authority comes."""

_TEINTE = Couleur("#1d4e4a")
_PALETTE = ("#ffffff", "#1b2425", "#4a5759")
_POLICE = "atkinson-hyperlegible-latin-{}-normal.woff2"


@dataclass(frozen=True, slots=True)
class Apercu:
    """What the image of an act says."""

    site: str
    intitule: str
    objet: str
    collectivite: str
    couleur: Couleur


def apercus(registre: Registre, site: str, couleur: Couleur | None) -> Iterator[tuple[str, Ecrit[bytes]]]:
    """Address and content of the image of each act that has one.

    Args:
        registre: the register.
        site: the name of the site.
        couleur: that of the town, if it chose one.
    """
    for fiche in illustrees(registre):
        yield adresses.apercu(fiche.adresse), Ecrit(partial(_apercu, fiche, site, couleur or _TEINTE), dessiner)


def illustrees(registre: Registre) -> Iterable[Fiche]:
    """The acts that have one: the newest that search engines may name."""
    return (fiche for fiche in registre.fiches[:APERCUS] if not fiche.acte.non_indexe)


def _apercu(fiche: Fiche, site: str, couleur: Couleur) -> Apercu:
    title = "" if fiche.acte.objet_suffit else fiche.acte.intitule
    return Apercu(site, title, fiche.acte.objet, fiche.collectivite.nom, couleur)


def dessiner(vue: Apercu) -> bytes:
    """The image: a PNG of 1200 by 630 pixels in four colours."""
    image = Image.new("P", (_LARGEUR, _HAUTEUR), 0)
    image.putpalette([canal for colour in (*_PALETTE, vue.couleur) for canal in ImageColor.getrgb(colour)])
    draw = ImageDraw.Draw(image)
    draw.fontmode = "1"
    draw.rectangle((0, 0, _LARGEUR, _BANDEAU), fill=3)
    draw.text((_MARGE, 32), _tenir(vue.site, 32), font=_police(700, 32), fill=0)
    draw.text((_MARGE, 150), vue.intitule, font=_police(700, 36), fill=2)
    size, lines = _composer(vue.objet)
    draw.multiline_text((_MARGE, 205), "\n".join(lines), font=_police(700, size), fill=1, spacing=size // 4)
    draw.text((_MARGE, _BAS + 25), _tenir(vue.collectivite, 34), font=_police(400, 34), fill=2)
    written = io.BytesIO()
    image.save(written, "PNG", bits=2)
    return written.getvalue()


def _composer(objet: str) -> tuple[int, list[str]]:
    """The size and the lines of the objet; the smallest size, and a cut, when it is very long."""
    for size in _TAILLES:
        lines, room = _lignes(objet, size), (_BAS - 205) // (size + size // 4)
        if len(lines) <= room:
            return size, lines
    return size, [*lines[: room - 1], f"{lines[room - 1].rstrip(' ,;:.')}…"]


def _lignes(text: str, size: int) -> list[str]:
    lines, font = [""], _police(700, size)
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > _LARGEUR - 2 * _MARGE:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _tenir(text: str, size: int) -> str:
    """The text, cut where the image ends."""
    font = _police(700, size)
    while font.getlength(text) > _LARGEUR - 2 * _MARGE:
        text = f"{text[:-2].rstrip()}…"
    return text


@cache
def _police(graisse: int, taille: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(THEME / "assets" / "polices" / _POLICE.format(graisse)), taille)
