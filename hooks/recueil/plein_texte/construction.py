"""All the files of the search, from the register: what is kept is read again, what changed is made again."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path

from .. import adresses
from ..empreinte import sceau
from ..objets import ecrire
from ..publies import Fiche
from ..registre import Registre
from ..repartition import partager
from .analyse import analyser, relire
from .annee import COURTE, Annee, Bloc
from .assemblage import assembler, reprendre
from .document import canonique, document, jour, mots_lus
from .facettes import Classement
from .lexique import Lexique
from .mots import VIDES
from .numeros import Numeros
from .reserve import Reserve
from .titres import titres

_Part = tuple[str, tuple[Fiche, ...]]
"""An authority and its acts of a year, in the order of their day."""


def indexer(registre: Registre, reserve: Path) -> Iterator[tuple[str, str]]:
    """Address → content of every file of the search, all of public acts.

    Args:
        registre: the register.
        reserve: a folder that may be deleted at any time, where what was worked out is kept.
    """
    lexicon, numbers, told = Lexique(), Numeros(), []
    for year in _annees(registre, reserve):
        yield from ((adresses.recherche_index(year.dossier, name), text) for name, text in year.fichiers.items())
        yield from ((adresses.recherche_extraits(path), text) for path, text in year.extraits)
        yield adresses.recherche_titres(year.annee), titres([f for f in year.fiches if f.acte.publicite])
        lexicon.lire(year)
        numbers.lire(year)
        told.append(year.sommaire())
    others: dict[str, object] = {}
    for name, files in (("numeros", numbers.fichiers()), ("lexique", lexicon.fichiers())):
        folder = f"{name}-{sceau(ecrire(dict(files)).encode())[:COURTE]}"
        others |= {name: folder, f"{name}_parts": len(files)}
        yield from ((adresses.recherche_index(folder, file), text) for file, text in files.items())
    yield adresses.RECHERCHE_SOMMAIRE, ecrire({"vides": " ".join(sorted(VIDES)), **others, "annees": told[::-1]})


def _annees(registre: Registre, reserve: Path) -> Iterator[Annee]:
    """The years, oldest first, each with its authorities in the order of their keys; one alone is in memory."""
    sorting = Classement(registre)
    ordered = sorted(registre.toutes, key=lambda f: (*_place(f), jour(f), f.adresse))
    years = [(year, _parts(held)) for year, held in groupby(ordered, key=lambda f: _place(f)[0])]
    found = partager(partial(_preparer, Reserve(reserve / "recherche"), Reserve(reserve / "pdf")), years)
    for (year, parts), digests in zip(years, found, strict=True):
        blocks = [Bloc(holder, fiches, digest) for (holder, fiches), digest in zip(parts, digests, strict=True)]
        kept = _assembler(Reserve(reserve / "recherche"), Reserve(reserve / "pdf"), year, blocks)
        yield Annee(year, blocks, reprendre(kept), sorting)


def _place(fiche: Fiche) -> tuple[int, str]:
    return adresses.annee(fiche.acte), fiche.collectivite.cle


def _parts(fiches: Iterable[Fiche]) -> list[_Part]:
    return [(holder, tuple(held)) for holder, held in groupby(fiches, key=lambda f: f.collectivite.cle)]


def _preparer(reserve: Reserve, textes: Reserve, annee: tuple[int, list[_Part]]) -> list[str]:
    """Have a year kept, on whichever processor; the fingerprint of what was read of each authority."""
    year, parts = annee
    digests = [_empreinte(fiches) for _, fiches in parts]
    blocks = [Bloc(holder, fiches, digest) for (holder, fiches), digest in zip(parts, digests, strict=True)]
    _assembler(reserve, textes, year, blocks)
    return digests


def _empreinte(fiches: Sequence[Fiche]) -> str:
    return sceau(canonique([document(fiche) for fiche in fiches]).encode())


def _assembler(reserve: Reserve, textes: Reserve, annee: int, blocs: Sequence[Bloc]) -> str:
    """A year made now or before; of one that changed, the authorities that did not are not read again."""
    origin = sceau(" ".join(bloc.dossier + bloc.empreinte for bloc in blocs).encode())

    def make() -> str:
        kept = (reserve.garder(f"{b.collectivite}-{annee}.json", b.empreinte, partial(_lire, textes, b)) for b in blocs)
        return assembler([relire(one) for one in kept])

    return reserve.garder(f"{annee}.json", origin, make)


def _lire(textes: Reserve, bloc: Bloc) -> str:
    read = [document(fiche) for fiche in bloc.fiches]
    paths = {f.document.empreinte.sha256: f.document.chemin for f in bloc.fiches if f.document}
    return analyser(read, [mots_lus(one, paths, textes) for one in read])
