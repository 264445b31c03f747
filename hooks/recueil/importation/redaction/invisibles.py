"""The signs that nobody can see leave the values too: the engine refuses a file that holds one."""

from collections.abc import Iterable
from dataclasses import replace

from ...source import INVISIBLES
from ..faits import Fait, Source, Valeur
from .retraits import Retrait, nommer


def propre(text: str) -> str:
    """A text on one line, without the signs that nobody can see."""
    return " ".join(INVISIBLES.sub("", " ".join(text.split())).split())


def nettoyer(faits: Iterable[Fait]) -> tuple[list[Fait], tuple[Retrait, ...]]:
    """The facts without these signs, and what is told as taken out of messages; out of a text, it is told with it."""
    clean, out = [], []
    for fact in faits:
        value = _net(fact.valeur)
        if value != fact.valeur and fact.source is Source.XML:
            out.append(Retrait(fact.preuve.page, fact.preuve.ligne, nommer(str(fact.valeur)), "signe illisible"))
        clean.append(replace(fact, valeur=value))
    return clean, tuple(out)


def _net(value: Valeur) -> Valeur:
    if isinstance(value, str):
        return propre(value) if INVISIBLES.search(value) else value
    if isinstance(value, tuple):
        pairs = tuple((propre(pair[0]), propre(pair[1])) for pair in value if isinstance(pair, tuple))
        return pairs or tuple(propre(item) for item in value if isinstance(item, str))
    return value
