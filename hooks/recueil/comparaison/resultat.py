"""What a comparison says, ready to be shown: the template counts and decides nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..ecriture import compte
from ..nomenclature import Liste

_COMPTE = re.compile(r"[^\W_]+(?:[-.,/][^\W_]+)*")


class Genre(Liste):
    """What becomes of some words of the model."""

    EGAL = "egal"
    AJOUTE = "ajoute"
    RETIRE = "retire"


class Sort(Liste):
    """What becomes of a part of the model, what a reader looks for first; the label goes with « partie »."""

    MODIFIE = "modifie", "modifiée"
    AJOUTE = "ajoute", "ajoutée"
    RETIRE = "retire", "retirée"
    IDENTIQUE = "identique", "identique"


@dataclass(frozen=True, slots=True)
class Morceau:
    """Words of one kind, with their blanks and punctuation; a blank between two kinds is « egal »."""

    genre: Genre
    texte: str

    @property
    def mots(self) -> int:
        """How many words: « e-administration » and « 2131-1 » are one, a comma is none."""
        return len(_COMPTE.findall(self.texte))


@dataclass(frozen=True, slots=True)
class ArticleCompare:
    """An article or any part under a heading, what stands before the first, or the signatures."""

    titre: str
    """Its heading in the convention; in the model, when it is removed."""
    titre_modele: str
    """Its heading in the model; empty when it is added."""
    ancre: str
    intitule: tuple[Morceau, ...]
    """The heading, compared; empty for a part that has none (« En-tête », « Signatures »)."""
    paragraphes: tuple[tuple[Morceau, ...], ...]

    @property
    def morceaux(self) -> Iterator[Morceau]:
        """All that it says, heading first."""
        yield from self.intitule
        for paragraph in self.paragraphes:
            yield from paragraph

    @property
    def sort(self) -> Sort:
        """Added when nothing comes from the model, removed when nothing is left of it."""
        kinds = {morceau.genre for morceau in self.morceaux}
        if kinds <= {Genre.EGAL}:
            return Sort.IDENTIQUE
        return Sort(kinds.pop().value) if len(kinds) == 1 else Sort.MODIFIE

    @property
    def identique(self) -> bool:
        """Whether nothing differs."""
        return self.sort is Sort.IDENTIQUE

    @property
    def ajoutes(self) -> int:
        """How many words the convention adds."""
        return sum(m.mots for m in self.morceaux if m.genre is Genre.AJOUTE)

    @property
    def retires(self) -> int:
        """How many words of the model it leaves out."""
        return sum(m.mots for m in self.morceaux if m.genre is Genre.RETIRE)

    @property
    def bilan(self) -> str:
        """« 12 mots ajoutés, 4 retirés »."""
        return _bilan(self.ajoutes, self.retires, identique=self.identique)


@dataclass(frozen=True, slots=True)
class Groupe:
    """The parts that share a fate."""

    sort: Sort
    articles: tuple[ArticleCompare, ...]

    @property
    def libelle(self) -> str:
        """« 3 parties modifiées »."""
        return compte(len(self.articles), f"partie {self.sort.libelle}", f"parties {self.sort.libelle}s")


@dataclass(frozen=True, slots=True)
class Comparaison:
    """A convention beside its model, in the order of the convention."""

    articles: tuple[ArticleCompare, ...]

    @property
    def identique(self) -> bool:
        """Whether nothing differs."""
        return all(article.identique for article in self.articles)

    @property
    def ajoutes(self) -> int:
        """How many words the convention adds."""
        return sum(article.ajoutes for article in self.articles)

    @property
    def retires(self) -> int:
        """How many words of the model it leaves out."""
        return sum(article.retires for article in self.articles)

    @property
    def bilan(self) -> str:
        """« 12 mots ajoutés, 4 retirés »."""
        return _bilan(self.ajoutes, self.retires, identique=self.identique)

    @property
    def groupes(self) -> tuple[Groupe, ...]:
        """The parts by fate; a fate that no part has is left out."""
        groups = (Groupe(sort, tuple(a for a in self.articles if a.sort is sort)) for sort in Sort)
        return tuple(group for group in groups if group.articles)


def _bilan(ajoutes: int, retires: int, *, identique: bool) -> str:
    if ajoutes and retires:
        return f"{compte(ajoutes, 'mot ajouté', 'mots ajoutés')}, {compte(retires, 'retiré')}"
    if ajoutes:
        return compte(ajoutes, "mot ajouté", "mots ajoutés")
    if retires:
        return compte(retires, "mot retiré", "mots retirés")
    return "aucune différence" if identique else "seule la ponctuation change"
