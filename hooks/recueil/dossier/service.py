"""What the site serves so that a dossier can be put together in a browser: no more than it would serve anyway."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from .. import adresses
from ..empreinte import SOMMES
from ..journal.tenu import Journal
from .gabarits import LISEZ_MOI, VERIFICATEUR, lisez_moi, verificateur
from .temoins import adresse, liste, utiles


def textes(journaux: Sequence[Journal], site_url: str) -> Iterator[tuple[str, bytes]]:
    """Addresses and contents: the two files that are in every dossier, and the lists of the witnesses."""
    if not journaux:
        return
    yield f"{adresses.PREUVE}{LISEZ_MOI}", lisez_moi(site_url)
    yield f"{adresses.PREUVE}{VERIFICATEUR}", verificateur()
    for journal in journaux:
        if told := liste(journal):
            yield adresse(journal, SOMMES), told.encode()


def copies(journaux: Sequence[Journal]) -> Iterator[tuple[str, Path]]:
    """Addresses and files: the witnesses of the journals."""
    for journal in journaux:
        for path in utiles(journal):
            yield adresse(journal, path.name), path
