"""What a convention changes in the model that it follows: whoever knows the model reads the differences alone.

Words and punctuation are compared. Blanks, line ends, signs of layout, bullets, and the shapes of quotation marks,
apostrophes and dashes are not differences. What is said is shown as typed, one line of the source after another.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from operator import attrgetter

from ..texte import ancre
from .ecarts import comparer_mots
from .lecture import Section, sections
from .resultat import ArticleCompare, Comparaison, Genre, Groupe, Morceau, Sort

__all__ = ["ArticleCompare", "Comparaison", "Genre", "Groupe", "Morceau", "Sort", "comparer"]

_VIDE = Section("", (), ())
_TROP_DE_PARTIES = 100
"""Beyond so many parts without counterpart, which resembles which is not looked for."""

_PROCHES = 0.6


def comparer(modele: str, convention: str) -> Comparaison:
    """Compare the texts of a model and of a convention that follows it, part by part."""
    before, after = sections(modele), sections(convention)
    couples = [(m, c) for m, c in _couples(before, after) if m.intitule or m.mots or c.intitule or c.mots]
    names = Counter[str]()
    return Comparaison(tuple(_article(m, c, names) for m, c in couples))


def _article(modele: Section, convention: Section, names: Counter[str]) -> ArticleCompare:
    title = convention.titre or modele.titre
    anchor = ancre(title)
    names[anchor] += 1
    return ArticleCompare(
        titre=title,
        titre_modele=modele.titre,
        ancre=anchor if names[anchor] == 1 else f"{anchor}_{names[anchor] - 1}",
        intitule=tuple(m for line in comparer_mots(modele.intitule, convention.intitule) for m in line),
        paragraphes=comparer_mots(modele.mots, convention.mots),
    )


def _couples(modele: Sequence[Section], convention: Sequence[Section]) -> Iterator[tuple[Section, Section]]:
    """The parts two by two, in the order of the convention; what is removed comes after what it followed."""
    pairs = _paires(modele, convention)
    removed, last = defaultdict[int, list[Section]](list), 0
    for i, section in enumerate(modele):
        last = pairs.get(i, last)
        if i not in pairs:
            removed[last].append(section)
    origins = {j: modele[i] for i, j in pairs.items()}
    for j, section in enumerate(convention):
        yield origins.get(j, _VIDE), section
        yield from ((lost, _VIDE) for lost in removed[j])


def _paires(modele: Sequence[Section], convention: Sequence[Section]) -> dict[int, int]:
    """Which part of the model became which of the convention: by heading, by number, then by resemblance."""
    pairs: dict[int, int] = {}
    for key in map(attrgetter, ("entier", "nom", "numero")):
        _apparier(pairs, [*map(key, modele)], [*map(key, convention)])
    left = [i for i in range(len(modele)) if i not in pairs and modele[i].mots]
    right = [j for j in sorted({*range(len(convention))} - {*pairs.values()}) if convention[j].mots]
    if len(left) + len(right) <= _TROP_DE_PARTIES:
        scores = [(_ressemblance(modele[i], convention[j]), -i, -j) for i in left for j in right]
        for score, i, j in sorted(scores, reverse=True):
            if score >= _PROCHES and -i not in pairs and -j not in pairs.values():
                pairs[-i] = -j
    return pairs


def _apparier(pairs: dict[int, int], modele: Sequence[str], convention: Sequence[str]) -> None:
    """Add the pairs of the same key, the first with the first: « Article 6 » may come twice."""
    free, taken = defaultdict[str, deque[int]](deque), {*pairs.values()}
    for j, key in enumerate(convention):
        if key and j not in taken:
            free[key].append(j)
    for i, key in enumerate(modele):
        if i not in pairs and free[key]:
            pairs[i] = free[key].popleft()


def _ressemblance(modele: Section, convention: Section) -> float:
    """How many words two parts share, whatever their order."""
    before, after = ([mot.cle for mot in section.mots] for section in (modele, convention))
    return SequenceMatcher(None, before, after, autojunk=False).quick_ratio()
