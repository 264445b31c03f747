"""Reading a journal: each line in its form, in its place, sealing the one before; the first fault is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from .ligne import PREMIER, Ligne, lire_ligne


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
    def premieres(self) -> Mapping[str, Ligne]:
        """The first line of each act."""
        return {line.acte: line for line in reversed(self.lignes)}

    @cached_property
    def dernieres(self) -> Mapping[str, Ligne]:
        """The last line of each act."""
        return {line.acte: line for line in self.lignes}


def lire_chaine(octets: bytes) -> Chaine:
    """The lines of a journal, and what is wrong in the first that cannot be trusted."""
    lines: list[Ligne] = []
    seal, last = PREMIER, ""
    for written in octets.split(b"\n")[:-1] if octets else ():
        try:
            line = lire_ligne(written)
        except ValueError:
            return Chaine(tuple(lines), "cette ligne n'est pas celle qu'un journal écrit")
        if fault := _faute(line, len(lines) + 1, seal, last):
            return Chaine(tuple(lines), fault)
        lines.append(line)
        seal, last = line.sceau, line.inscrit_le
    cut = bool(octets) and not octets.endswith(b"\n")
    return Chaine(tuple(lines), "la dernière ligne est coupée" if cut else "")


def _faute(line: Ligne, rang: int, seal: str, last: str) -> str:
    """What is wrong with a line after those before it."""
    if line.rang != rang:
        return f"cette ligne porte le rang {line.rang}, et le rang {rang} est attendu"
    if line.precedent != seal:
        return "cette ligne ne scelle pas celle d'avant : l'une des deux a changé"
    if line.inscrit_le < last:
        return f"cette ligne est du {line.inscrit_le}, avant celle d'avant ({last})"
    return ""
