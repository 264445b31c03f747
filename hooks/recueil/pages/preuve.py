"""What proves the register: how anyone can check a file, the heads of the journals, and what others attest of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .. import adresses
from ..collectivite import Collectivite
from ..journal.temoins import TEMOINS, TemoinExterieur, commandes, temoins
from ..journal.tenu import JOURNAL, Journal
from ..registre import Registre
from .journal import jour_local, pages_journal
from .page import Lien, Page


@dataclass(frozen=True, slots=True)
class TemoinVu:
    """What others attest of a line: the files to have, and what to type."""

    libelle: str
    rang: int
    fichiers: tuple[Lien, ...]
    commandes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JournalSuivi:
    """A journal, and what is known of it from outside."""

    journal: Journal
    lien: Lien
    vu_le: date | None
    """The last day on which the site was seen to be what it had to be."""
    temoins: tuple[TemoinVu, ...]
    """The last of each kind."""


@dataclass(frozen=True, slots=True)
class VuePreuve:
    """How to check, and the heads of the journals."""

    journaux: tuple[JournalSuivi, ...]
    empreintes: str
    fichiers: int
    ailleurs: str
    """The list of the files that live outside the site, or nothing."""
    fichiers_ailleurs: int


def pages_preuve(registre: Registre) -> Iterator[Page]:
    """The page of the proof, and the journals."""
    served = [bool(file.ailleurs) for fiche in registre.toutes for file in fiche.servis]
    away = served.count(True)
    elsewhere = adresses.EMPREINTES_AILLEURS if away else ""
    followed = tuple(map(_suivi, registre.journaux))
    view = VuePreuve(followed, adresses.EMPREINTES, len(served) - away, elsewhere, away)
    yield Page(adresses.PREUVE, "actes/preuve.html", "Vérifier un fichier", view, registre.vies.vues_le)
    for journal in registre.journaux:
        yield from pages_journal(registre, journal)


def _suivi(journal: Journal) -> JournalSuivi:
    authority, seen = journal.collectivite, journal.chaine.constats
    day = jour_local(seen[-1].inscrit_le, authority) if seen else None
    return JournalSuivi(journal, Lien(adresses.journal(authority), authority.nom), day, _temoins(journal))


def _temoins(journal: Journal) -> tuple[TemoinVu, ...]:
    """The last signature and the last time stamp: each vouches for all the lines before it."""
    found = temoins(journal.chemin.parent / TEMOINS, journal.chaine)
    last = {one.genre: one for one in found if one.ligne}
    return tuple(_temoin(one, journal.collectivite) for one in last.values())


def _temoin(one: TemoinExterieur, authority: Collectivite) -> TemoinVu:
    paths = (one.chemin, *((one.appui,) if one.appui else ()))
    files = tuple(Lien(adresses.temoin(authority, path.name), path.name) for path in paths)
    journal = Lien(f"{adresses.journal(authority)}{JOURNAL}", JOURNAL)
    return TemoinVu(one.genre.libelle, one.rang, (journal, *files), commandes(one))
