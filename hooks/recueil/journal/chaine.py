"""Reading a journal: each line in its form, in its place, sealing the one before; the first fault is told."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from .continuite import Periode, continuite
from .ligne import PREMIER, Constat, Identite, Ligne, Mouvement, lire_ligne, mouvements


@dataclass(frozen=True)
class Chaine:
    """The lines of a journal up to its first fault."""

    lignes: tuple[Ligne, ...]
    faute: str = ""
    """What is wrong in the line that follows them, or nothing."""

    @property
    def tete(self) -> str:
        """The SHA-256 of the last line: whoever keeps it can tell whether anything before it was changed."""
        return self.lignes[-1].sceau if self.lignes else PREMIER

    @cached_property
    def premieres(self) -> Mapping[str, Mouvement]:
        """The first line of each act."""
        return {line.acte: line for line in mouvements(self.lignes[::-1])}

    @cached_property
    def dernieres(self) -> Mapping[str, Mouvement]:
        """The last line of each act."""
        return {line.acte: line for line in mouvements(self.lignes)}

    @cached_property
    def par_acte(self) -> Mapping[str, tuple[Mouvement, ...]]:
        """The lines of each act, first to last."""
        found: dict[str, list[Mouvement]] = defaultdict(list)
        for line in mouvements(self.lignes):
            found[line.acte].append(line)
        return {acte: tuple(lines) for acte, lines in found.items()}

    @cached_property
    def domiciles(self) -> Mapping[str, str]:
        """Where the files of each act live, as the journal said when it recorded the act first: "" is the site."""
        found, current = dict[str, str](), ""
        for line in self.lignes:
            if isinstance(line, Identite):
                current = line.documents
            elif isinstance(line, Mouvement):
                found.setdefault(line.acte, current)
        return found

    def servis(self, acte: str) -> Mapping[str, tuple[str, Mouvement]]:
        """The files that were ever served for an act: SHA-256 → name, and the line that first told it."""
        found: dict[str, tuple[str, Mouvement]] = {}
        for line in self.par_acte.get(acte, ()):
            for name, digest in line.fichiers.items():
                found.setdefault(digest, (name, line))
        return found

    def declare(self, acte: str) -> str:
        """The first day of going online that an act declared, ISO 8601, or nothing."""
        return next((line.publie_le for line in self.par_acte.get(acte, ()) if line.publie_le), "")

    def vu_la_derniere_fois(self, acte: str) -> Constat | None:
        """The last look that read an act."""
        ranks = {line.rang for line in self.par_acte.get(acte, ())}
        return next((look for look in reversed(self.constats) if not ranks.isdisjoint(look.lus)), None)

    @cached_property
    def identite(self) -> Identite | None:
        """Whose journal it is today."""
        return next((line for line in reversed(self.lignes) if isinstance(line, Identite)), None)

    @cached_property
    def constats(self) -> tuple[Constat, ...]:
        """When the site was seen to be what it had to be, first to last."""
        return tuple(line for line in self.lignes if isinstance(line, Constat))

    @cached_property
    def periodes(self) -> tuple[Periode, ...]:
        """What the looks from outside tell of the time between them."""
        return continuite(self.lignes)

    @cached_property
    def manques(self) -> tuple[Periode, ...]:
        """The periods during which something was not seen."""
        return tuple(period for period in self.periodes if period.manques)

    def vu(self, rang: int) -> Constat | None:
        """The first look that had seen the line of a rank online; None while nothing has."""
        index = bisect_left(self.constats, rang, key=lambda seen: seen.jusqu_a)
        return self.constats[index] if index < len(self.constats) else None

    @property
    def vu_jusqu_a(self) -> int:
        """Every act was seen online in its state up to this rank; 0 when the site was never looked at."""
        return self.constats[-1].jusqu_a if self.constats else 0


def lire_chaine(octets: bytes) -> Chaine:
    """The lines of a journal, and what is wrong in the first that cannot be trusted."""
    lines: list[Ligne] = []
    for written in octets.split(b"\n")[:-1] if octets else ():
        try:
            line = lire_ligne(written)
        except ValueError:
            return Chaine(tuple(lines), "cette ligne n'est pas celle qu'un journal écrit")
        if fault := _faute(line, lines):
            return Chaine(tuple(lines), fault)
        lines.append(line)
    cut = bool(octets) and not octets.endswith(b"\n")
    return Chaine(tuple(lines), "la dernière ligne est coupée" if cut else "")


def _faute(line: Ligne, before: list[Ligne]) -> str:
    """What is wrong with a line after those before it."""
    last = before[-1] if before else None
    if line.rang != len(before) + 1:
        return f"cette ligne porte le rang {line.rang}, et le rang {len(before) + 1} est attendu"
    if line.precedent != (last.sceau if last else PREMIER):
        return "cette ligne ne scelle pas celle d'avant : l'une des deux a changé"
    if last is None and not isinstance(line, Identite):
        return "la première ligne d'un journal dit de quelle collectivité il est"
    if last and line.inscrit_le < last.inscrit_le:
        return f"cette ligne est du {line.inscrit_le}, avant celle d'avant ({last.inscrit_le})"
    if isinstance(line, Constat) and not _vus(before) <= line.jusqu_a < line.rang:
        return f"cette ligne dit avoir vu jusqu'au rang {line.jusqu_a}, ce qui ne se peut pas ici"
    return ""


def _vus(before: list[Ligne]) -> int:
    """The rank up to which everything had been seen."""
    return next((line.jusqu_a for line in reversed(before) if isinstance(line, Constat)), 0)
