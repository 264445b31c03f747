"""The criteria of the RGAA 4.1 as ``criteres.yml`` tells them: none is said to be met without a proof."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints, model_validator

from ..champs import Entier, Libelle
from ..modele import Modele
from ..nomenclature import Liste
from ..source import read_source

FICHIER = Path(__file__).with_name("criteres.yml")

_PAR_THEME = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)
"""How many criteria each of the thirteen themes has: 106 in all."""


class Statut(Liste):
    """What is known of a criterion, for the pages that the software makes."""

    CONFORME = "conforme", "Conforme"
    NON_CONFORME = "non_conforme", "Non conforme"
    NON_APPLICABLE = "non_applicable", "Sans objet"
    A_EVALUER = "a_evaluer", "À évaluer par une personne"


class Moyen(Liste):
    """How it is known."""

    AUTOMATIQUE = "automatique", "Mesuré par un outil"
    ESSAI = "essai", "Essayé par un programme"
    MAIN = "main", "Regardé par une personne"
    SANS_OBJET = "sans_objet", "Rien de tel dans les pages"


_Essai = Annotated[str, StringConstraints(pattern=r"^test_[a-z_]+\.py::test_[a-z0-9_]+$")]
_Numero = Annotated[str, StringConstraints(pattern=r"^[1-9]\d?\.[1-9]\d?$")]
_MOYENS: Mapping[Statut, set[Moyen | None]] = {
    Statut.CONFORME: {Moyen.AUTOMATIQUE, Moyen.ESSAI, Moyen.MAIN},
    Statut.NON_CONFORME: {Moyen.AUTOMATIQUE, Moyen.ESSAI, Moyen.MAIN},
    Statut.NON_APPLICABLE: {Moyen.SANS_OBJET},
    Statut.A_EVALUER: {None},
}


class Critere(Modele):
    """A criterion, in our words, and what proves what is said of it."""

    numero: _Numero
    resume: Libelle
    statut: Statut
    moyen: Moyen | None = None
    essais: tuple[_Essai, ...] = ()
    """The tests that show it: file and function."""
    explication: Libelle | None = None
    """Why it does not apply, what is missing, or what the tests look at."""

    @model_validator(mode="after")
    def _prouve(self) -> "Critere":
        if self.moyen not in _MOYENS[self.statut]:
            raise ValueError(f"{self.numero} : le moyen « {self.moyen} » ne va pas avec « {self.statut} »")
        if self.moyen in {Moyen.AUTOMATIQUE, Moyen.ESSAI} and not self.essais:
            raise ValueError(f"{self.numero} : nommez l'essai qui le montre")
        if not self.explication and (self.statut is not Statut.CONFORME or self.moyen is Moyen.MAIN):
            raise ValueError(f"{self.numero} : dites pourquoi, ou qui l'a regardé et quand")
        return self


class Theme(Modele):
    """One of the thirteen themes."""

    numero: Entier
    libelle: Libelle
    criteres: tuple[Critere, ...]

    @property
    def bilan(self) -> Mapping[Statut, int]:
        """How many criteria have each status."""
        return _bilan(self.criteres)


class Referentiel(Modele):
    """All the criteria; one that is missing or out of its place has the whole refused."""

    themes: tuple[Theme, ...]

    @model_validator(mode="after")
    def _entier(self) -> "Referentiel":
        expected = [f"{t}.{c}" for t, count in enumerate(_PAR_THEME, start=1) for c in range(1, count + 1)]
        if [theme.numero for theme in self.themes] != [*range(1, len(_PAR_THEME) + 1)]:
            raise ValueError("les treize thèmes du RGAA sont attendus, dans leur ordre")
        if [critere.numero for critere in self.criteres] != expected:
            raise ValueError("les 106 critères du RGAA sont attendus, dans leur ordre")
        return self

    @property
    def criteres(self) -> tuple[Critere, ...]:
        """Those of all the themes."""
        return tuple(critere for theme in self.themes for critere in theme.criteres)

    @property
    def bilan(self) -> Mapping[Statut, int]:
        """How many criteria have each status."""
        return _bilan(self.criteres)

    def de(self, statut: Statut) -> tuple[Critere, ...]:
        """Those that have a status."""
        return tuple(critere for critere in self.criteres if critere.statut is statut)


def _bilan(criteres: tuple[Critere, ...]) -> Mapping[Statut, int]:
    counts = Counter(critere.statut for critere in criteres)
    return {statut: counts[statut] for statut in Statut}


def lire(fichier: Path = FICHIER) -> Referentiel:
    """The criteria and what is known of them.

    Raises:
        ValidationError: a part is wrong, and the whole is refused.
        SourceIllisible: it is no YAML, or a key is written twice.
    """
    return Referentiel.model_validate(read_source(fichier, fichier.parent).champs)


@cache
def referentiel() -> Referentiel:
    """Those of the engine, read once."""
    return lire()
