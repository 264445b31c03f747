"""What the register already holds of a row: an act of the same number and day is never written a second time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ...adresses import slug
from ...nomenclature import TypeActe
from ...parcours import COLLECTIVITE, SEANCE
from ...source import Champs, SourceIllisible, read_source
from .deliberation import Deliberation

_SUFFIXES = (".md", ".yml", ".yaml")
_VOIX = ("pour", "contre", "abstention")


@dataclass(frozen=True, slots=True)
class Connu:
    """A délibération of the register."""

    chemin: Path
    champs: Champs


@dataclass(frozen=True, slots=True)
class Connus:
    """The délibérations of the register, read a year at a time, when a row asks for it."""

    annees: dict[Path, Mapping[tuple[str, str], Connu]] = field(default_factory=dict)

    def trouver(self, collectivite: Path, said: Deliberation) -> Connu | None:
        """The act of a row, when the register has it."""
        folder = collectivite / str(said.jour.year)
        if folder not in self.annees:
            self.annees[folder] = dict(_lire(folder))
        return self.annees[folder].get((slug(said.numero), said.jour.isoformat()))


def ecarts(known: Connu, said: Deliberation) -> Iterator[str]:
    """What the act in the register and the row say otherwise, where both say something."""
    votes, control = _objet(known.champs.get("votes")), _objet(known.champs.get("controle_legalite"))
    received = said.recu_le.isoformat() if said.recu_le else ""
    pairs = [("objet", known.champs.get("objet"), said.objet), ("recu_le", control.get("recu_le"), received)]
    pairs += [(key, votes.get(key), getattr(said.vote, key)) for key in _VOIX]
    for key, there, here in pairs:
        if there is not None and here not in {None, ""} and _plat(there) != _plat(here):
            yield f"« {key} » : le registre dit « {there} », le tableau dit « {here} ». Rien n'a été changé : vérifiez."


def _plat(value: object) -> str:
    return " ".join(str(value).split()).casefold()


def _objet(value: object) -> Champs:
    return value if isinstance(value, dict) else {}


def _lire(folder: Path) -> Iterator[tuple[tuple[str, str], Connu]]:
    """The délibérations of a year, by their number and their day; what cannot be read is passed over."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.suffix.lower() in _SUFFIXES and path.name not in {SEANCE, COLLECTIVITE} and path.is_file():
            champs = _champs(path)
            day = champs.get("date") or _champs(path.with_name(SEANCE)).get("date")
            if _est_deliberation(champs) and champs.get("numero") and day:
                yield (slug(str(champs["numero"])), str(day)), Connu(path, champs)


def _est_deliberation(champs: Champs) -> bool:
    try:
        return TypeActe(str(champs.get("type"))) is TypeActe.DELIBERATION
    except ValueError:
        return False


def _champs(path: Path) -> Champs:
    try:
        return read_source(path, path.parent).champs if path.is_file() else {}
    except SourceIllisible:
        return {}
