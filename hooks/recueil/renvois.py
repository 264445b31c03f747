"""How an act names another: by the end of its address, « 607 », « 2026/607 » or « scota/2026/607 »."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from . import adresses
from .acte import Acte
from .anomalie import Chemin
from .convention import Convention

_NUMERO = re.compile(r"n°\s*(\S+)")


class Renvois:
    """Finds the acts that others name, without the case or the accents that the clerk may have typed."""

    def __init__(self, actes: Sequence[Acte]) -> None:
        self._par_nom: dict[str, list[Acte]] = defaultdict(list)
        for acte in actes:
            for name in _noms(adresses.acte(acte)):
                self._par_nom[name].append(acte)

    def trouve(self, depuis: Acte, nom: str) -> tuple[Acte, ...]:
        """The acts of the same authority that a name may mean; those of another are named with its folder."""
        found = self._par_nom.get(_normal(nom)) or self._par_nom.get(adresses.slug(nom), [])
        folder = _normal(nom).split("/")[0]
        return tuple(a for a in found if a.collectivite.cle in {depuis.collectivite.cle, folder})

    def cible(self, depuis: Acte, nom: str | None) -> Acte | None:
        """The one act that a checked name means."""
        found = self.trouve(depuis, nom) if nom else ()
        return found[0] if found else None

    def cites(self, depuis: Acte, phrase: str) -> tuple[Acte, ...]:
        """The acts that a sentence cites: by a name alone, or as « délibération n° 2022-06 du 16 juin 2022 »."""
        return tuple(a for name in (phrase, *_NUMERO.findall(phrase)) for a in self.trouve(depuis, name))

    @staticmethod
    def nommes(acte: Acte) -> Iterator[tuple[Chemin, str]]:
        """Every name that an act gives, with its place."""
        for index, lien in enumerate(acte.liens):
            if not lien.exterieur:
                yield ("liens", index, lien.nature.value), lien.acte
        if isinstance(acte, Convention):
            if acte.approuvee_par:
                yield ("approuvee_par",), acte.approuvee_par
            if acte.modele:
                yield ("modele",), acte.modele
            for index, name in enumerate(acte.avenants):
                yield ("avenants", index), name
            for index, name in enumerate(acte.reconduite_par):
                yield ("reconduite_par", index), name


class Ensemble(tuple[Acte, ...]):  # noqa: SLOT001 (what is made once is kept in it)
    """Acts of which each may name another."""

    @cached_property
    def renvois(self) -> Renvois:
        """What their names mean among them."""
        return Renvois(self)


def _noms(address: str) -> Iterator[str]:
    """``scota/2026/607/`` is named by itself and by each of its ends."""
    steps = address.rstrip("/").split("/")
    for start in range(len(steps)):
        yield "/".join(steps[start:])


def _normal(nom: str) -> str:
    return "/".join(adresses.slug(step) for step in nom.split("/"))
