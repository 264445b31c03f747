"""All the files of the search, from the register: what is kept is read again, what changed is made again."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby
from pathlib import Path

from .. import adresses
from ..empreinte import sceau
from ..objets import ecrire
from ..publies import Fiche
from ..registre import Registre
from ..repartition import partager
from .analyse import Analyse, analyser, relire
from .annee import Annee, Bloc
from .document import Document, canonique, document, jour, mots_lus
from .facettes import Classement
from .lexique import lexique
from .mots import VIDES
from .numeros import numeros
from .reserve import Reserve
from .titres import titres

_COURTE = 8


def indexer(registre: Registre, reserve: Path) -> Iterator[tuple[str, str]]:
    """Address → content of every file of the search, all of public acts.

    Args:
        registre: the register.
        reserve: a folder that may be deleted at any time, where what was worked out is kept.
    """
    years = list(_annees(registre, reserve))
    for year in years:
        yield from ((adresses.recherche_index(year.dossier, name), text) for name, text in year.fichiers.items())
        yield from ((adresses.recherche_extraits(path), text) for path, text in year.extraits)
        yield adresses.recherche_titres(year.annee), titres([f for f in year.fiches if f.acte.publicite])
    folders, parts = {}, numeros(years)
    for name, files in (("numeros", parts), ("lexique", lexique(years))):
        folders[name] = f"{name}-{sceau(ecrire(dict(files)).encode())[:_COURTE]}"
        yield from ((adresses.recherche_index(folders[name], file), text) for file, text in files.items())
    yield adresses.RECHERCHE_SOMMAIRE, _sommaire(years, {**folders, "parts": len(parts)})


def _sommaire(years: list[Annee], autres: Mapping[str, object]) -> str:
    """The first thing that the browser asks for: it grows with the years, not with their acts."""
    newest_first = [year.sommaire() for year in reversed(years)]
    return ecrire({"vides": " ".join(sorted(VIDES)), **autres, "annees": newest_first})


def _annees(registre: Registre, reserve: Path) -> Iterator[Annee]:
    """The years, oldest first, each with its authorities in the order of their keys."""
    sorting = Classement(registre)
    ordered = sorted(registre.toutes, key=lambda f: (*_place(f), jour(f), f.adresse))
    parts = [(*place, tuple(fiches)) for place, fiches in groupby(ordered, key=_place)]
    found = partager(partial(_analyser, reserve), parts)
    blocks = [(year, Bloc(holder, fiches, *said)) for (year, holder, fiches), said in zip(parts, found, strict=True)]
    for year, held in groupby(blocks, key=lambda pair: pair[0]):
        yield Annee(year, tuple(block for _, block in held), sorting)


def _place(fiche: Fiche) -> tuple[int, str]:
    return adresses.annee(fiche.acte), fiche.collectivite.cle


def _analyser(reserve: Path, part: tuple[int, str, tuple[Fiche, ...]]) -> tuple[Analyse, str]:
    """The analysis of an authority's year, made now or before, with the fingerprint of what it was made from."""
    year, holder, fiches = part
    read = [document(fiche) for fiche in fiches]
    digest = sceau(canonique(read).encode())
    make = partial(_lire, read, fiches, Reserve(reserve / "pdf"))
    return relire(Reserve(reserve / "recherche").garder(f"{holder}-{year}.json", digest, make)), digest


def _lire(read: list[Document], fiches: tuple[Fiche, ...], textes: Reserve) -> str:
    paths = {f.document.empreinte.sha256: f.document.chemin for f in fiches if f.document}
    return analyser(read, [mots_lus(one, paths, textes) for one in read])
