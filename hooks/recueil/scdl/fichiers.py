"""Every file of open data, each at three levels: all the register, an authority, a year of it.

A file exists as soon as an act of its kind is public, even if none can be in it: whoever gathers it every night finds
it at the same address for ever.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from .. import adresses
from ..colonnes_scdl import COLONNES
from ..manieres import Ecrit
from ..nomenclature import TypeActe
from ..pages.page import Reglages
from ..publies import Fiche
from ..registre import Registre
from . import national
from .cellules import ligne
from .colonnes import Table
from .ordre import anciennes
from .schema import schema
from .tables import TABLES
from .vue import Vue, vue

Fichier = tuple[str, Callable[[], bytes]]
"""An address, and what is served there, written when it is asked for."""


@dataclass(frozen=True, slots=True)
class Feuille:
    """A table at its three levels."""

    dossier: str
    nom: str
    entete: tuple[str, ...]
    fiches: tuple[Fiche, ...]
    """The acts of its kinds, oldest first."""
    vue: Callable[[Fiche], Any]
    """What a line is read from."""
    ligne: Callable[[Any], bytes]
    """Nothing for an act that it leaves out."""

    def niveaux(self) -> Iterator[Fichier]:
        """The files."""
        for level, held in _ranger(self.fiches).items():
            yield f"{self.dossier}{level}{self.nom}.csv", Ecrit(partial(self._vues, held), self._octets)

    def _vues(self, held: Sequence[Fiche]) -> list[Any]:
        return [*map(self.vue, held)]

    def _octets(self, vues: Iterable[Any]) -> bytes:
        return ligne(self.entete) + b"".join(map(self.ligne, vues))


def fichiers(registre: Registre, reglages: Reglages) -> Iterator[Fichier]:
    """All the tables and their schemas: addresses, and what is served there."""
    yield from _national(registre, reglages).niveaux()
    for table in TABLES:
        leaf = _enrichie(table, registre, reglages)
        yield from leaf.niveaux()
        if leaf.fiches:
            yield f"{adresses.SCHEMAS_DES_TABLES}{table.nom}.schema.json", partial(_schema, table, reglages)


def _national(registre: Registre, reglages: Reglages) -> Feuille:
    @cache
    def write(fiche: Fiche) -> bytes:
        return b"" if any(national.manques(fiche)) else ligne(national.valeurs(fiche, reglages))

    held = _de(registre, frozenset({TypeActe.DELIBERATION}))
    return Feuille(adresses.SCDL, "deliberations", COLONNES, held, lambda fiche: fiche, write)


def _enrichie(table: Table, registre: Registre, reglages: Reglages) -> Feuille:
    @cache
    def write(seen: Vue) -> bytes:
        return ligne(column.lire(seen) for column in table.colonnes)

    names = tuple(column.nom for column in table.colonnes)
    seen = cache(partial(vue, registre=registre, reglages=reglages))
    return Feuille(adresses.TABLES, table.nom, names, _de(registre, table.types), seen, write)


def _de(registre: Registre, types: frozenset[TypeActe]) -> tuple[Fiche, ...]:
    return tuple(anciennes(fiche for fiche in registre.fiches if fiche.acte.type in types))


def _ranger(fiches: Sequence[Fiche]) -> Mapping[str, list[Fiche]]:
    """The acts of each level, by its folder."""
    found: dict[str, list[Fiche]] = defaultdict(list)
    for fiche in fiches:
        authority = fiche.collectivite.cle
        for level in ("", f"{authority}/", f"{authority}/{adresses.annee(fiche.acte)}/"):
            found[level].append(fiche)
    return dict(sorted(found.items()))


def _schema(table: Table, reglages: Reglages) -> bytes:
    address, data = f"{adresses.SCHEMAS_DES_TABLES}{table.nom}.schema.json", f"{adresses.TABLES}{table.nom}.csv"
    return schema(table, address, data, reglages).encode()
