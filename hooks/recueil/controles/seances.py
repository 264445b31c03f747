"""Rules from one session to the next: proxies, the list of délibérations, the minutes."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from ..acte import Acte
from ..anomalie import Chemin, Severite
from ..droit.assemblee import SEMAINE
from ..ecriture import jour
from ..nomenclature import REFORME, Regime, TypeActe
from ..noms import cle
from ..seance import Seance
from .regle import regle_ensemble

Trouve = tuple[Acte, Chemin, str]

_BUREAU = re.compile(r"\bbureau\b|commission permanente", re.IGNORECASE)
"""Bodies that are not the assembly: L2121-25 asks them for no list."""

SEANCES_DE_SUITE = 3
"""Sessions in a row for which a proxy may serve (CGCT L2121-20)."""


def _par_organe(actes: Sequence[Acte]) -> Iterator[list[tuple[Seance, list[Acte]]]]:
    """The sessions of each assembly in the order of time, each with its public acts."""
    found: dict[tuple[str, str], dict[str, tuple[Seance, list[Acte]]]] = defaultdict(dict)
    for acte in actes:
        if acte.seance:
            sessions = found[acte.collectivite.cle, acte.seance.organe.lower()]
            sessions.setdefault(acte.seance.cle, (acte.seance, []))[1].append(acte)
    for sessions in found.values():
        yield sorted(sessions.values(), key=lambda held: (held[0].date, held[0].cle))


@regle_ensemble("POUVOIR-03", "CGCT L2121-20", severite=Severite.AVERTISSEMENT, derogeable=True)
def pouvoir_de_trois_seances(actes: Sequence[Acte]) -> Iterator[Trouve]:
    """Un pouvoir ne sert pas à plus de trois séances de suite, sauf maladie dûment constatée.

    Exemple : le même membre donne pouvoir au même collègue à quatre séances de suite.
    Correction : vérifiez les pouvoirs ; si un nouveau pouvoir a été écrit depuis, ou en cas de maladie, dites-le dans
        « derogations ».
    """
    for sessions in _par_organe(actes):
        runs: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = {}
        for seance, held in sessions:
            pairs = [(cle(p.mandant), cle(p.mandataire)) for p in seance.pouvoirs]
            runs = {pair: runs.get(pair, 0) + 1 for pair in pairs}
            for index, proxy in enumerate(seance.pouvoirs):
                if (count := runs[pairs[index]]) > SEANCES_DE_SUITE:
                    yield held[0], ("pouvoirs", index), _de_suite(proxy.mandant, proxy.mandataire, count)


def _de_suite(mandant: str, mandataire: str, count: int) -> str:
    return (
        f"« {mandant} » donne pouvoir à « {mandataire} » pour la {count}e séance de suite : "
        f"un pouvoir ne sert qu'à {SEANCES_DE_SUITE} séances"
    )


@regle_ensemble("LISTE-01", "CGCT L2121-25", severite=Severite.AVERTISSEMENT, derogeable=True)
def liste_dans_la_semaine(actes: Sequence[Acte]) -> Iterator[Trouve]:
    """La liste des délibérations examinées est mise en ligne dans la semaine qui suit la séance.

    Exemple : une séance du 11 février, et une liste ou des délibérations mises en ligne le 20.
    Correction : vérifiez la date de mise en ligne de la liste ; si elle a paru ailleurs dans la semaine, dites où dans
        « derogations ».
    """
    for sessions in _par_organe(actes):
        for seance, held in sessions:
            if seance.date >= REFORME and not _BUREAU.search(seance.organe):
                yield from _liste_tardive(held, seance.date + SEMAINE)


def _liste_tardive(held: Sequence[Acte], due: date) -> Iterator[Trouve]:
    """The first to be late, when nothing was there in time: neither the list, nor the page of the session."""
    lists = [a for a in held if a.type is TypeActe.LISTE_DELIBERATIONS]
    late = [a for a in lists or _deliberations(held) if (a.publicite or date.min) > due]
    if not late or (lists and len(late) < len(lists)):
        return
    acte = late[0]
    done = "affichée" if acte.par_affichage else "publiée" if acte.regime is Regime.PAPIER else "mise en ligne"
    what = f"la liste est {done}" if lists else f"la séance n'a pas de liste, et cette délibération est {done}"
    told = f"{what} le {jour(acte.publicite or due)}, après la semaine qui suit la séance"
    key = "affiche_le" if acte.par_affichage else "publie_le"
    yield acte, (key,), f"{told} : la liste des délibérations était due le {jour(due)}"


def _deliberations(held: Sequence[Acte]) -> list[Acte]:
    """Without a list, the page of the session is one, as soon as its délibérations are online."""
    return [a for a in held if a.type is TypeActe.DELIBERATION]


@regle_ensemble("PV-01", "CGCT L2121-15", severite=Severite.AVERTISSEMENT, derogeable=True)
def proces_verbal_dans_la_semaine(actes: Sequence[Acte]) -> Iterator[Trouve]:
    """Le procès-verbal est mis en ligne dans la semaine qui suit la séance où il a été arrêté : la suivante.

    Exemple : un procès-verbal arrêté le 11 mars et mis en ligne le 2 avril.
    Correction : vérifiez « publie_le » et « arrete_le » ; si la séance suivante ne l'a pas arrêté, écrivez dans
        « arrete_le » le jour où il l'a été.
    """
    for sessions in _par_organe(actes):
        for index, (_, held) in enumerate(sessions):
            following = sessions[index + 1][0].date if index + 1 < len(sessions) else None
            for acte in held:
                adopted = acte.arrete_le or following
                if acte.type is TypeActe.PROCES_VERBAL and adopted and adopted >= REFORME and acte.publie_le:
                    yield from _en_retard(acte, acte.publie_le, adopted)


def _en_retard(acte: Acte, online: date, adopted: date) -> Iterator[Trouve]:
    due = adopted + SEMAINE
    if online > due:
        yield (
            acte,
            ("publie_le",),
            f"procès-verbal arrêté le {jour(adopted)} et mis en ligne le {jour(online)} : il était dû le {jour(due)}",
        )
