"""The index of a year: the analyses of its authorities end to end, cut into small files that are asked for by word."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from ..empreinte import sceau
from ..objets import ecrire
from ..publies import Fiche
from .analyse import Analyse, Mot
from .codage import coder
from .facettes import Classement

_TRANCHE, _TRANCHE_PLACES = 2_000, 4_000
"""Signs after which a file of words ends: a rare word costs that much, a common one what it weighs."""

_COURTE = 8
"""Signs of a fingerprint in an address: enough to tell two states of one year apart."""


@dataclass(frozen=True, slots=True)
class Bloc:
    """The acts of an authority in a year."""

    collectivite: str
    fiches: Sequence[Fiche]
    """In the order of the analysis."""
    analyse: Analyse
    empreinte: str

    @property
    def dossier(self) -> str:
        """Where its extracts are."""
        return f"{self.collectivite}-{self.empreinte[:_COURTE]}"


@dataclass(frozen=True)
class Annee:
    """All the acts of a year: an act is known by its rank, blocks end to end."""

    annee: int
    blocs: Sequence[Bloc]
    classement: Classement

    @cached_property
    def fichiers(self) -> Mapping[str, str]:
        """Name → content of the files that the browser asks for."""
        words, parts = self._mots, self._parts
        found = {
            f"mots-{n}.json": ecrire({w: [words[w][0], words[w][1]] for w in part}) for n, part in enumerate(parts)
        }
        found |= {f"places-{n}.json": ecrire({w: words[w][2] for w in part}) for n, part in enumerate(parts)}
        return found | {"facettes.json": ecrire(self.classement.facettes(self.fiches))}

    @cached_property
    def _mots(self) -> Mapping[str, tuple[str, str, str]]:
        return _reunir(self.blocs)

    @cached_property
    def _parts(self) -> Sequence[Sequence[str]]:
        return tuple(_tranches(self._mots))

    @cached_property
    def fiches(self) -> tuple[Fiche, ...]:
        """Its acts, by rank."""
        return tuple(fiche for bloc in self.blocs for fiche in bloc.fiches)

    @cached_property
    def dossier(self) -> str:
        """Where its files are: another state of the year has another address, so that no two are ever mixed."""
        return f"{self.annee}-{sceau(ecrire(dict(self.fichiers)).encode())[:_COURTE]}"

    @property
    def extraits(self) -> Iterator[tuple[str, str]]:
        """Address under the folder of the year → content, for each act."""
        for bloc in self.blocs:
            for name, content in bloc.analyse.extraits.items():
                yield f"{self.annee}/{bloc.dossier}/{name}", content

    def sommaire(self) -> dict[str, object]:
        """What the browser must know of a year before it asks for anything else of it."""
        return {
            "annee": self.annee,
            "dossier": self.dossier,
            "nombre": len(self.fiches),
            "blocs": [[bloc.collectivite, len(bloc.fiches), bloc.dossier] for bloc in self.blocs],
            "fins": self.classement.fins(self.fiches),
            "bornes": " ".join(_bornes(self._parts)),
        }


def _reunir(blocs: Sequence[Bloc]) -> dict[str, tuple[str, str, str]]:
    """For each word, in order: its acts, their weights and its places, in the whole year."""
    starts = [0, *accumulate(len(bloc.fiches) for bloc in blocs)]
    found: dict[str, list[tuple[int, Mot]]] = {}
    for start, bloc in zip(starts, blocs, strict=False):
        for word, at in bloc.analyse.mots.items():
            found.setdefault(word, []).append((start, at))
    return {word: _bout_a_bout(found[word]) for word in sorted(found)}


def _bout_a_bout(parts: Sequence[tuple[int, Mot]]) -> tuple[str, str, str]:
    """One list: only the first act of a part is told anew, by how far it is from the last act of the part before."""
    first_ranks = [start + at.premier for start, at in parts]
    last_ranks = [-1, *(start + at.dernier for start, at in parts)]
    gaps = (coder([first - last - 1]) for first, last in zip(first_ranks, last_ranks, strict=False))
    acts = "".join(f"{gap}{at.ecarts}" for gap, (_, at) in zip(gaps, parts, strict=True))
    return acts, "".join(at.poids for _, at in parts), "".join(at.places for _, at in parts)


def _tranches(words: Mapping[str, tuple[str, str, str]]) -> Iterator[list[str]]:
    """The words in their order, a few for each file."""
    part: list[str] = []
    size = places = 0
    for word, (acts, weights, at) in words.items():
        part.append(word)
        size += len(word) + len(acts) + len(weights)
        places += len(word) + len(at)
        if size > _TRANCHE or places > _TRANCHE_PLACES:
            yield part
            part, size, places = [], 0, 0
    if part:
        yield part


def _bornes(parts: Sequence[Sequence[str]]) -> Iterator[str]:
    """For each file but the first, the shortest beginning that is after all the words of the file before."""
    for before, after in pairwise(parts):
        yield next(after[0][:n] for n in range(1, len(after[0]) + 1) if after[0][:n] > before[-1])
