"""The page for who opens an act for the first time: what it is, how it is made and read, and the words of the law."""

from collections.abc import Mapping
from dataclasses import dataclass

from .. import adresses
from ..glossaire import Mot, glossaire
from ..nomenclature import TypeActe
from ..publies import Fiche
from ..registre import Registre
from .page import Page


@dataclass(frozen=True, slots=True)
class VueComprendre:
    """What an act is, and the glossary."""

    titre: str
    mots: tuple[tuple[str, Mot], ...]
    """Each word with its anchor, in alphabetical order."""
    lettres: tuple[tuple[str, str], ...]
    """Each first letter, with the anchor of its first word."""
    exemple: Fiche | None
    """The newest délibération whose vote and text are on its page."""


def page_comprendre(registre: Registre) -> Page:
    """The page; no act dates it."""
    voted = (f for f in registre.fiches if f.acte.type is TypeActe.DELIBERATION and f.acte.votes)
    example = next((f for f in voted if f.acte.octets_texte.strip()), None)
    words = glossaire()
    view = VueComprendre("Comprendre un acte", tuple(words.items()), _lettres(words), example)
    told = f"Ce qu'est une délibération, comment la lire et la contester, et {len(words)} mots du droit expliqués."
    return Page(adresses.COMPRENDRE, "actes/comprendre.html", view.titre, view, description=told)


def _lettres(mots: Mapping[str, Mot]) -> tuple[tuple[str, str], ...]:
    first: dict[str, str] = {}
    for key, word in mots.items():
        first.setdefault(adresses.slug(word.mot)[0].upper(), key)
    return tuple(first.items())
