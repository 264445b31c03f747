"""The key of a page: the digest of all that it shows; as long as it does not change, neither does the page."""

import io
import pickle
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from pydantic import BaseModel

from ..acte import Acte
from ..anomalie import Origine
from ..collectivite import Collectivite
from ..convention import Convention
from ..empreinte import sceau
from ..publies import Fiche, SeancePubliee
from ..seance import Seance

_PARTAGES = frozenset({Acte, Collectivite, Convention, Fiche, Seance, SeancePubliee})
"""What many views hold: written once, then named by its digest."""


@dataclass(slots=True)
class Cles:
    """Makes keys; remembers what it has written."""

    commun: bytes
    """What every page of the build depends on, beside its view."""
    _connus: dict[int, tuple[object, bytes]] = field(default_factory=dict)

    def cle(self, *elements: object) -> str:
        """The key of what shows these elements; empty when one of them cannot be written, and is never the same."""
        try:
            return sceau(self.commun + self._ecrire(elements, None))
        except (TypeError, AttributeError, pickle.PicklingError):
            return ""

    def empreinte(self, partage: object) -> bytes:
        """The digest of something that many views hold."""
        known = self._connus.get(id(partage))
        if known is None:
            digest = sceau(self._ecrire(partage, partage)).encode()
            known = self._connus[id(partage)] = (partage, digest)  # kept alive, or another could take its place
        return known[1]

    def _ecrire(self, element: object, sujet: object) -> bytes:
        stream = io.BytesIO()
        writer = _Plume(stream, self, sujet)
        writer.fast = True  # by value: whether two equal things are one and the same says nothing
        writer.dump(element)
        return stream.getvalue()


class _Plume(pickle.Pickler):
    """Writes a view: never read again, only digested."""

    def __init__(self, stream: io.BytesIO, cles: Cles, sujet: object) -> None:
        super().__init__(stream, protocol=5)
        self._cles = cles
        self._sujet = sujet

    def reducer_override(self, element: Any) -> Any:  # noqa: ANN401 (what pickle gives)
        """How to write what is not a plain value."""
        kind = type(element)
        if kind in _PARTAGES and element is not self._sujet:
            return bytes, (self._cles.empreinte(element),)
        if isinstance(element, BaseModel):
            said = tuple(_ordonne(getattr(element, name)) for name in kind.model_fields)
            return str, (kind.__name__, said)
        if kind is Origine:
            return str, (element.path,)
        if isinstance(element, PurePath):
            return str, (element.name,)
        return NotImplemented


def _ordonne(value: object) -> object:
    """A set in one order, whatever that of this process."""
    return sorted(value) if isinstance(value, set | frozenset) else value


def commun(elements: Iterable[object]) -> bytes:
    """The digest of what all the pages depend on."""
    return sceau("\0".join(map(repr, elements)).encode()).encode()
