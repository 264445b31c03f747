"""Rules on what acts do to one another: in which order, and once."""

from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from .. import adresses
from ..acte import Acte
from ..anomalie import Chemin, Severite
from ..droit.jugements import annule
from ..ecriture import jour
from ..nomenclature import NatureLien
from ..renvois import Ensemble
from .regle import Constat, regle, regle_ensemble

Trouve = tuple[Acte, Chemin, str]

_APRES = frozenset(NatureLien) - {NatureLien.APPROUVE}
"""What can only be done to an act that exists already; a convention may be dated after the act that approves it."""

_RETROACTIFS = {NatureLien.RETIRE, NatureLien.RECTIFIE, NatureLien.APPLIQUE, NatureLien.APPROUVE}


def liens(actes: Ensemble) -> Iterator[tuple[Acte, int, NatureLien, Acte]]:
    """Every link between two acts of the register, with its place in its list."""
    for acte in actes:
        for index, lien in enumerate(acte.liens):
            found = None if lien.exterieur else actes.renvois.cible(acte, lien.acte)
            if found:
                yield acte, index, lien.nature, found


@regle_ensemble("LIEN-04", "CRPA L240-1")
def pas_de_cercle(actes: Ensemble) -> Iterator[Trouve]:
    """Un acte ne met pas fin à lui-même, ni directement ni par d'autres.

    Exemple : la délibération 1 abroge la 2, qui abroge la 1.
    Correction : retirez celui des liens qui est faux ; l'acte le plus récent touche le plus ancien.
    """
    ends = [link for link in liens(actes) if link[2].met_fin]
    named = {adresses.acte(acte): acte for acte, *_, cible in ends for acte in (acte, cible)}
    for circle in _cercles([(adresses.acte(acte), adresses.acte(cible)) for acte, _, _, cible in ends]):
        told = " → ".join(named[address].intitule for address in circle)
        steps = set(pairwise(circle))
        for acte, index, nature, cible in ends:
            if (adresses.acte(acte), adresses.acte(cible)) in steps:
                sentence = f"ces actes se mettent fin l'un à l'autre, en cercle : {told} ; retirez le lien qui est faux"
                yield acte, ("liens", index, nature.value), sentence


def _cercles(steps: Iterable[tuple[str, str]]) -> Iterator[list[str]]:
    """The circles among these steps, each once, from the one who acts to the one who is touched."""
    left = set(steps)
    while True:
        graph = TopologicalSorter[str]()
        for start, end in sorted(left):
            graph.add(end, start)
        try:
            graph.prepare()
        except CycleError as error:
            circle: list[str] = error.args[1]
            yield circle
            left -= set(pairwise(circle))
        else:
            return


@regle_ensemble("LIEN-05", "CRPA L240-1", derogeable=True)
def touche_un_acte_anterieur(actes: Ensemble) -> Iterator[Trouve]:
    """Un acte n'agit que sur un acte déjà adopté.

    Exemple : une délibération de février qui abroge une délibération de mars.
    Correction : vérifiez le nom de l'acte visé et les deux dates.
    """
    for acte, index, nature, cible in liens(actes):
        if nature in _APRES and acte.date and cible.date and cible.date > acte.date:
            told = (
                f"l'acte du {jour(acte.date)} {nature.libelle.lower()} « {cible.intitule} », "
                f"qui n'est adopté que le {jour(cible.date)} : vérifiez l'acte visé et les dates"
            )
            yield acte, ("liens", index, nature.value), told


@regle_ensemble("LIEN-06", "CRPA L240-1", severite=Severite.AVERTISSEMENT, derogeable=True)
def une_seule_fin(actes: Ensemble) -> Iterator[Trouve]:
    """Un acte prend fin une seule fois.

    Exemple : deux délibérations abrogent le même règlement en entier.
    Correction : si l'une n'en abroge qu'un article, nommez-le dans « article » ; sinon retirez l'un des liens.
    """
    first: dict[str, Acte] = {}
    for acte, index, nature, cible in liens(actes):
        if nature.met_fin and not acte.liens[index].article and not annule(acte):
            before = first.setdefault(adresses.acte(cible), acte)
            if before is not acte:
                told = f"« {before.intitule} » met déjà fin à « {cible.intitule} » : retirez l'un des liens"
                yield acte, ("liens", index, nature.value), told


@regle("LIEN-07", "CE, Ass., 25 juin 1948, n° 94511", severite=Severite.AVERTISSEMENT, derogeable=True)
def effet_pour_l_avenir(acte: Acte) -> Iterator[Constat]:
    """Un acte ne modifie et n'abroge que pour l'avenir : son effet ne précède pas son adoption.

    Exemple : une délibération du 11 février qui abroge à compter du 1er janvier.
    Correction : vérifiez « effet_le » ; pour faire disparaître un acte du passé, le verbe est « retire ».
    """
    for index, lien in enumerate(acte.liens):
        if lien.effet_le and acte.date and lien.effet_le < acte.date and lien.nature not in _RETROACTIFS:
            told = f"l'effet serait du {jour(lien.effet_le)}, avant l'adoption le {jour(acte.date)}"
            yield ("liens", index, "effet_le"), told


@regle("LIEN-08", "CRPA L240-1")
def retrait_sans_date_d_effet(acte: Acte) -> Iterator[Constat]:
    """Un retrait vaut depuis l'origine de l'acte retiré : il n'a pas de date d'effet.

    Exemple : « retire: 2026-03 » avec « effet_le: 2026-06-01 ».
    Correction : supprimez « effet_le », ou écrivez « abroge » si l'acte ne disparaît que pour l'avenir.
    """
    for index, lien in enumerate(acte.liens):
        if lien.nature is NatureLien.RETIRE and lien.effet_le:
            told = "un retrait n'a pas de date d'effet : supprimez-la, ou écrivez « abroge »"
            yield ("liens", index, "effet_le"), told
