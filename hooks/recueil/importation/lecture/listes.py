"""Why: a person can be at one place only; lists that contradict each other, or that were not read whole, are asked."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...noms import cle as cle_nom
from ..faits import Fait, Surete
from .noms import Nom
from .zones import Lecture

_PRESENCES = ("liste_presents", "liste_excuses", "liste_absents")


@dataclass(slots=True)
class Listes:
    """What is gathered on the way."""

    noms: dict[str, list[Nom]] = field(default_factory=dict)
    pouvoirs: list[tuple[Nom, Nom]] = field(default_factory=list)
    partielles: dict[str, tuple[int, int]] = field(default_factory=dict)
    """The lists of which words were not understood, and where."""

    def ajoute(self, cle: str, nom: Nom) -> None:
        """One name, once."""
        known = self.noms.setdefault(cle, [])
        if nom.valeur not in {n.valeur for n in known}:
            known.append(nom)

    def pouvoir(self, donne: Nom, porte: Nom) -> None:
        """One proxy, once."""
        if donne.valeur not in {d.valeur for d, _ in self.pouvoirs} and donne.valeur != porte.valeur:
            self.pouvoirs.append((donne, porte))

    def partielle(self, cle: str, debut: int, fin: int) -> None:
        """Words of this list were not understood."""
        self.partielles.setdefault(cle, (debut, fin))


def faits_des_listes(lecture: Lecture, listes: Listes) -> Iterator[Fait]:
    """Each list with the words from its first name to its last; only possible when something is wrong with it."""
    doubtful = {*listes.partielles, *_contradictoires(listes)}
    for cle, names in listes.noms.items():
        proof = lecture.document.preuve(min(n.debut for n in names), max(n.fin for n in names))
        whole = Surete.SURE if all(n.entier for n in names) else Surete.PROBABLE
        yield Fait(cle, tuple(n.valeur for n in names), proof, surete=Surete.POSSIBLE if cle in doubtful else whole)
    if listes.pouvoirs:
        proof = lecture.document.preuve(listes.pouvoirs[0][0].debut, listes.pouvoirs[-1][1].fin)
        sure = Surete.POSSIBLE if "liste_pouvoirs" in doubtful else Surete.SURE
        yield Fait("liste_pouvoirs", tuple((d.valeur, p.valeur) for d, p in listes.pouvoirs), proof, surete=sure)
    for cle, place in listes.partielles.items():
        if not listes.noms.get(cle) and not (cle == "liste_pouvoirs" and listes.pouvoirs):
            yield Fait(cle, (), lecture.document.preuve(*place), surete=Surete.POSSIBLE)


def _contradictoires(listes: Listes) -> set[str]:
    """The lists that put someone at two places: there and away, giving a proxy while there, bearing one while away."""
    where: dict[tuple[str, ...], set[str]] = {}
    for cle in _PRESENCES:
        for nom in listes.noms.get(cle, []):
            where.setdefault(cle_nom(nom.valeur), set()).add(cle)
    found = {cle for places in where.values() if len(places) > 1 for cle in places}
    for donne, porte in listes.pouvoirs:
        twice = where.get(cle_nom(donne.valeur), set()) & {"liste_presents"}
        twice |= where.get(cle_nom(porte.valeur), set()) & {"liste_excuses", "liste_absents"}
        found |= {*twice, "liste_pouvoirs"} if twice else set()
    return found
