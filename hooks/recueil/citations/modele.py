"""What is known of a text that an act cites: the shapes that pages show, apart from how they are found."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

A = TypeVar("A")
"""What the caller calls an act: nothing is asked of it."""


class Sorte(StrEnum):
    """The kinds of texts that are recognised, in the order in which an index lists them."""

    CODE = "code"
    LOI = "loi"
    ORDONNANCE = "ordonnance"
    DECRET = "décret"
    DIRECTIVE = "directive"
    REGLEMENT = "règlement européen"
    ARRETE_MINISTERIEL = "arrêté ministériel"
    ARRETE_PREFECTORAL = "arrêté préfectoral"
    CIRCULAIRE = "circulaire"
    ARRETE = "arrêté"
    """Of an authority, or of an author that the words do not say."""
    DELIBERATION = "délibération"
    DECISION = "décision"

    @property
    def locale(self) -> bool:
        """Whether each authority numbers its own: the same words in two acts may mean two texts."""
        return self in {Sorte.ARRETE, Sorte.DELIBERATION, Sorte.DECISION}


@dataclass(frozen=True, slots=True)
class Texte:
    """A text that can be cited."""

    cle: str
    """The same for each spelling, and fit for an address: ``loi-84-53``."""
    sorte: Sorte
    titre: str
    """« Loi n° 84-53 du 26 janvier 1984 »: what the words say of it, in one form; a fault in a number stays."""
    numero: str = ""
    jour: date | None = None
    lien: str = ""
    """Its address on Légifrance, or nothing where none can be formed with certainty."""

    @property
    def reconnu(self) -> bool:
        """Whether the words are enough to know the text whoever cites it."""
        return not self.sorte.locale or bool(self.numero and self.jour)


@dataclass(frozen=True, slots=True)
class Citation:
    """A text that a « Vu » names, where it names it."""

    texte: Texte
    articles: tuple[str, ...]
    """« L2121-29 », « L2131-1 à L2131-3 », « L2121-29 et suivants », in the order of the words."""
    mots: str
    """The words that name the text, as the source has them, blanks aside: what ``Renvois.cites`` reads."""
    visa: str
    """The whole « Vu », blanks aside."""
    dans_un_titre: bool = False
    """Whether it belongs to the title of another text: « décret relatif aux centres institués par la loi … »."""


@dataclass(frozen=True, slots=True)
class ParArticle(Generic[A]):
    """An article, or a range of articles, and the acts that cite it."""

    nom: str
    actes: tuple[A, ...]


@dataclass(frozen=True, slots=True)
class Entree(Generic[A]):
    """A text of the index: the acts that cite it, and for each of its articles, those that cite this one."""

    texte: Texte
    actes: tuple[A, ...]
    articles: tuple[ParArticle[A], ...]
