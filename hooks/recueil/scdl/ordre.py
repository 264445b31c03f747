"""The order of the lines of a table: the same at each build, so that a new act is a new line and no other moves."""

from collections.abc import Iterable
from datetime import date

from ..ordre import rang
from ..publies import Fiche


def anciennes(fiches: Iterable[Fiche]) -> list[Fiche]:
    """Oldest first by their date, then by their number; the address settles what is left."""
    return sorted(fiches, key=_cle)


def _cle(fiche: Fiche) -> tuple[date, tuple[object, ...], str]:
    return fiche.acte.date or fiche.publicite, rang(fiche.acte.numero or ""), fiche.adresse
