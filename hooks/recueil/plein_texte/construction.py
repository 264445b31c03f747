"""All the files of the search, from the register: what is kept is read again, what changed is made again."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path

from .. import adresses
from ..empreinte import sceau
from ..objets import ecrire
from ..publies import Fiche
from ..ramassage import sans_ramassage
from ..registre import Registre
from ..repartition import partager
from ..reserve import Reserve
from .analyse import analyser, relire
from .assemblage import assembler, reprendre
from .document import canonique, document, jour, mots_lus, pdf_lu
from .facettes import Classement
from .lexique import Lexique
from .lot import COURTE, Bloc, Lot
from .mots import VIDES
from .numeros import Numeros
from .titres import titres

_SEULES = 2
"""The newest years, which still change, have an index each; the others go by windows of years."""

_FENETRE = 5
"""Years that are over, in one index: a word is asked for once for all of them."""


def indexer(registre: Registre, reserve: Path) -> Iterator[tuple[str, str]]:
    """Address → content of every file of the search, all of public acts.

    Args:
        registre: the register.
        reserve: a folder that may be deleted at any time, where what was worked out is kept.
    """
    lexicon, numbers, told = Lexique(), Numeros(), []
    for lot in _lots(registre, reserve):
        yield from ((adresses.recherche_index(lot.dossier, name), text) for name, text in lot.fichiers.items())
        yield from ((adresses.recherche_extraits(path), text) for path, text in lot.extraits)
        lexicon.lire(lot)
        numbers.lire(lot)
        told.append(lot.sommaire())
    yield from _titres(registre)
    others: dict[str, object] = {}
    for name, files in (("numeros", numbers.fichiers()), ("lexique", lexicon.fichiers())):
        folder = f"{name}-{sceau(ecrire(dict(files)).encode())[:COURTE]}"
        others |= {name: folder, f"{name}_parts": len(files)}
        yield from ((adresses.recherche_index(folder, file), text) for file, text in files.items())
    yield adresses.RECHERCHE_SOMMAIRE, ecrire({"vides": " ".join(sorted(VIDES)), **others, "lots": told[::-1]})


def _lots(registre: Registre, reserve: Path) -> Iterator[Lot]:
    """Oldest first; the words of one alone are in memory."""
    sorting = Classement(registre)
    ordered = sorted(registre.toutes, key=lambda f: (*_place(f), jour(f), f.adresse))
    parts = [(*place, tuple(held)) for place, held in groupby(ordered, key=_place)]
    kept, texts = Reserve(reserve / "recherche"), Reserve(reserve / "pdf")
    blocks = partager(partial(_preparer, kept, texts), parts)
    newest, windows = max((block.annee for block in blocks), default=0), []
    for start, held in groupby(blocks, key=lambda block: _debut(block.annee, newest)):
        together = list(held)
        windows.append(start)
        yield Lot(start, together, reprendre(_assembler(kept, texts, start, together)), sorting)
    kept.oublier({*(f"{block.nom}.json" for block in blocks), *map(_nom, windows)})
    texts.oublier({*filter(None, map(pdf_lu, registre.toutes))})


def _place(fiche: Fiche) -> tuple[int, str]:
    return adresses.annee(fiche.acte), fiche.collectivite.cle


def _debut(year: int, newest: int) -> int:
    """The first year of its index: itself while it changes, then that of its window."""
    return year if year > newest - _SEULES else year - year % _FENETRE


def _preparer(reserve: Reserve, textes: Reserve, part: tuple[int, str, tuple[Fiche, ...]]) -> Bloc:
    """Have the analysis of a year of an authority kept, on whichever processor."""
    year, holder, fiches = part
    read = [document(fiche) for fiche in fiches]
    block = Bloc(year, holder, fiches, sceau(canonique(read).encode()))
    if not reserve.a(f"{block.nom}.json", block.empreinte):
        _analyser(reserve, textes, block)
    return block


def _analyser(reserve: Reserve, textes: Reserve, bloc: Bloc) -> str:
    return reserve.texte(f"{bloc.nom}.json", bloc.empreinte, partial(_lire, textes, bloc))


def _assembler(reserve: Reserve, textes: Reserve, debut: int, blocs: Sequence[Bloc]) -> str:
    """An index made now or before; of one that changed, the years that did not are not read again."""
    origin = sceau(" ".join(f"{bloc.nom} {bloc.empreinte}" for bloc in blocs).encode())
    make = partial(_reunir, reserve, textes, blocs)
    return reserve.texte(_nom(debut), origin, make)


def _nom(debut: int) -> str:
    return f"depuis-{debut}.json"


def _reunir(reserve: Reserve, textes: Reserve, blocs: Sequence[Bloc]) -> str:
    with sans_ramassage():
        return assembler([relire(_analyser(reserve, textes, bloc)) for bloc in blocs])


def _lire(textes: Reserve, bloc: Bloc) -> str:
    read = [document(fiche) for fiche in bloc.fiches]
    paths = {f.document.empreinte.sha256: f.document.chemin for f in bloc.fiches if f.document}
    with sans_ramassage():
        return analyser(read, [mots_lus(one, paths, textes) for one in read])


def _titres(registre: Registre) -> Iterator[tuple[str, str]]:
    """Of each year, for the lists of the register."""
    ordered = sorted(registre.fiches, key=lambda f: (adresses.annee(f.acte), jour(f), f.adresse))
    for year, held in groupby(ordered, key=lambda f: adresses.annee(f.acte)):
        yield adresses.recherche_titres(year), titres(list(held))
