"""The witnesses of a journal as they are handed over: with an act, and on the site; a name that is not known is not."""

from pathlib import Path

from .. import adresses
from ..empreinte import empreinte
from ..journal.temoins import AUTORITE, SIGNATAIRES, TEMOINS, appui, temoins
from ..journal.tenu import Journal


def utiles(journal: Journal, rang: int = 1) -> tuple[Path, ...]:
    """The witnesses of the lines from a rank on, and what they rest on; none when there is no such witness.

    Those of the lines before it are left out: they say nothing of what came later.
    """
    folder = journal.chemin.parent / TEMOINS
    found = [one.chemin for one in temoins(folder, journal.chaine) if one.ligne and one.rang >= rang]
    rests = [path for name in (AUTORITE, SIGNATAIRES) if (path := appui(folder, name))]
    return (*rests, *found) if found else ()


def adresse(journal: Journal, nom: str) -> str:
    """Where the site serves a witness: ``scota/journal/temoins/journal-12.sig``."""
    return adresses.temoin(journal.collectivite, nom)


def liste(journal: Journal) -> str:
    """The names of the witnesses with their fingerprints, as ``sha256sum --check`` reads them in their folder."""
    return "".join(f"{empreinte(path).sha256}  {path.name}\n" for path in utiles(journal))
