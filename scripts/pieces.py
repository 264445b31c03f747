"""The files that must live outside the site: those of the acts that the journals know, where they said."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from recueil import Registre
from recueil.journal.domicile import gardes, retires
from recueil.journal.tenu import Journal
from recueil.publies import Fiche


@dataclass(frozen=True, slots=True)
class Piece:
    """A file to deposit."""

    adresse: str
    """Whole: where a reader finds it."""
    domicile: str
    """The beginning of it, which stands for the store."""
    chemin: Path
    sha256: str
    taille: int
    titre: str
    """The name under which a reader keeps it."""
    vue: bool
    """Whether it was already seen online from outside, as its journal says."""

    @property
    def nom(self) -> str:
        """Its name in the store: « scota-2026/607-607-0123456789abcdef.pdf »."""
        return self.adresse.removeprefix(self.domicile)


@dataclass(frozen=True, slots=True)
class Voulu:
    """What a register asks of a store."""

    pieces: tuple[Piece, ...]
    retirees: frozenset[str]
    """Whole addresses of what was served and must not be any more."""
    en_attente: tuple[str, ...]
    """Acts that the journal does not know yet."""


def voulu(registre: Registre) -> Voulu:
    """What must be in the stores, and what must leave them; nothing of a draft."""
    known = [(fiche, journal) for fiche in registre.fiches if (journal := _journal(registre, fiche))]
    found = {one.adresse: one for fiche, journal in known for one in _pieces(fiche, journal)}
    gone = {address for fiche, journal in known for address in retires(fiche, journal.chaine)}
    waiting = (f.acte.origine.path for f in registre.fiches if not registre.inscriptions(f) and _ailleurs(f))
    return Voulu(tuple(found[name] for name in sorted(found)), frozenset(gone - found.keys()), tuple(sorted(waiting)))


def domiciles(demande: Voulu) -> tuple[str, ...]:
    """The beginnings of the addresses, one for each store."""
    return tuple(sorted({one.domicile for one in demande.pieces} | {_domicile(one) for one in demande.retirees}))


def retirees_de(demande: Voulu, domicile: str) -> Iterator[str]:
    """The names, in a store, of what must leave it."""
    return (one.removeprefix(domicile) for one in sorted(demande.retirees) if _domicile(one) == domicile)


def _ailleurs(fiche: Fiche) -> bool:
    return any(file.ailleurs for file in fiche.servis)


def _journal(registre: Registre, fiche: Fiche) -> Journal | None:
    return registre.journal(fiche.collectivite) if registre.inscriptions(fiche) else None


def _pieces(fiche: Fiche, journal: Journal) -> Iterator[Piece]:
    """The files of an act under each address that they have or had."""
    last = journal.chaine.dernieres[fiche.adresse].rang
    seen = last <= journal.chaine.vu_jusqu_a
    files = {file.empreinte.sha256: file for file in fiche.servis}
    today = [(file.ailleurs, file.empreinte.sha256) for file in fiche.servis if file.ailleurs]
    for address, digest in dict((*gardes(fiche, journal.chaine).items(), *today)).items():
        file = files[digest]
        title = f"{fiche.adresse.strip('/').replace('/', '-')}-{file.servi_sous}"
        yield Piece(address, _domicile(address), file.chemin, digest, file.empreinte.taille, title, seen)


def _domicile(address: str) -> str:
    """What comes before the folder and the name."""
    return f"{address.rsplit('/', 2)[0]}/"
