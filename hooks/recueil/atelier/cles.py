"""The key of a page: the digest of all that it shows; as long as it does not change, neither does the page."""

import io
import pickle
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from enum import Enum
from operator import attrgetter
from pathlib import PurePath
from typing import Any, get_type_hints

from pydantic import BaseModel

from ..acte import Acte
from ..anomalie import Origine
from ..collectivite import Collectivite
from ..convention import Convention
from ..empreinte import sceau
from ..flux.article import Article
from ..publies import Fiche, SeancePubliee
from ..scdl.vue import Vue
from ..seance import Seance

_PARTAGES = frozenset({Acte, Article, Collectivite, Convention, Fiche, Seance, SeancePubliee, Vue})
"""What many views hold: written once, then named by its digest."""

_Ecrit = tuple[Callable[..., Any], tuple[object, ...]]
"""What pickle asks for what is no plain value: a function and its arguments."""

_Ecrire = Callable[[Any], _Ecrit]


@dataclass(slots=True)
class Cles:
    """Makes keys; remembers what it has written."""

    commun: bytes
    """What every page of the build depends on, beside its view."""
    _connus: dict[int, tuple[object, bytes]] = field(default_factory=dict)
    _manieres: "_Manieres" = field(init=False)

    def __post_init__(self) -> None:
        self._manieres = _Manieres(self)

    def cle(self, *elements: object) -> str:
        """The key of what shows these elements; empty when one of them cannot be written, and is never the same."""
        try:
            return sceau(self.commun + self._ecrire(elements))
        except (TypeError, AttributeError, pickle.PicklingError):
            return ""

    def empreinte(self, partage: object) -> bytes:
        """The digest of something that many views hold."""
        known = self._connus.get(id(partage))
        if known is None:
            digest = sceau(self._ecrire(_DITS[type(partage)](partage))).encode()
            known = self._connus[id(partage)] = (partage, digest)  # kept alive, or another could take its place
        return known[1]

    def _ecrire(self, element: object) -> bytes:
        stream = io.BytesIO()
        writer = pickle.Pickler(stream, protocol=5)
        writer.fast = True  # by value: whether two equal things are one and the same says nothing
        writer.dispatch_table = self._manieres
        writer.dump(element)
        return stream.getvalue()


class _Manieres(dict[type[Any], _Ecrire]):
    """How each class is written, worked out when it is first met: never read again, only digested."""

    def __init__(self, cles: Cles) -> None:
        super().__init__()
        self._cles = cles

    def __missing__(self, kind: type[Any]) -> _Ecrire:
        self[kind] = found = self._partage if kind in _PARTAGES else _maniere(kind)
        return found

    def _partage(self, element: object) -> _Ecrit:
        return bytes, (self._cles.empreinte(element),)


def _maniere(kind: type[Any]) -> _Ecrire:
    if issubclass(kind, Enum):
        return lambda element: (str, (kind.__name__, element.value))
    if issubclass(kind, date):
        return lambda element: (str, (element.isoformat(),))
    if issubclass(kind, PurePath):
        return lambda element: (str, (element.name,))
    if kind is Origine:
        return lambda element: (str, (element.path,))
    if issubclass(kind, BaseModel) or is_dataclass(kind):
        said = _dit(kind)
        return lambda element: (str, said(element))
    raise KeyError(kind)


def _dit(kind: type[Any]) -> Callable[[Any], tuple[object, ...]]:
    """How to have the name of a record and its values."""
    model = issubclass(kind, BaseModel)
    types = {name: one.annotation for name, one in kind.model_fields.items()} if model else get_type_hints(kind)
    names = [*types] if model else [one.name for one in fields(kind)]
    if unordered := [name for name in names if "set[" in str(types[name])]:
        raise TypeError(f"{kind.__name__}: {unordered} would not be written in one order by all processes")
    return attrgetter("__class__.__name__", *names)


_DITS = {kind: _dit(kind) for kind in _PARTAGES}


def commun(elements: Iterable[object]) -> bytes:
    """The digest of what all the pages depend on."""
    return sceau("\0".join(map(repr, elements)).encode()).encode()
