"""Parts → one zip, the same bytes on every machine: nothing is compressed, and no clock is read."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from .contenu import Partie

_UNIX = 3
"""The system that the zip says it comes from, on every system: its files have rights that can be read."""

_DROITS = 0o100644 << 16
_PREMIERE_ANNEE = 1980
"""The first that a zip can write."""


def archive(parties: Iterable[Partie], instant: str) -> bytes:
    """A zip.

    Args:
        parties: its files, in their order.
        instant: the moment that all of them bear, in ISO 8601; the zip has no time zone and is given UTC.
    """
    moment = datetime.fromisoformat(instant)
    written = BytesIO()
    with ZipFile(written, "w", ZIP_STORED) as opened:
        for one in parties:
            opened.writestr(_entete(one.nom, moment), one.octets)
    return written.getvalue()


def _entete(name: str, moment: datetime) -> ZipInfo:
    day = (max(moment.year, _PREMIERE_ANNEE), moment.month, moment.day)
    header = ZipInfo(name, (*day, moment.hour, moment.minute, moment.second))
    header.create_system, header.external_attr = _UNIX, _DROITS
    return header
