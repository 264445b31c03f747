"""What is to be recorded: acts that are new, and those that are not what their last line says."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime

from ..publies import Fiche
from .chaine import Chaine
from .ligne import Evenement, Ligne
from .temoin import Temoin, temoin

Mouvement = tuple[Evenement, Temoin]


def a_inscrire(fiches: Iterable[Fiche], chaine: Chaine) -> tuple[Mouvement, ...]:
    """The movements that the journal does not know yet, in the order of the acts."""
    return tuple(_mouvements(fiches, chaine))


def _mouvements(fiches: Iterable[Fiche], chaine: Chaine) -> Iterator[Mouvement]:
    for fiche in fiches:
        now, last = temoin(fiche), chaine.dernieres.get(fiche.adresse)
        if last is None:
            yield Evenement.PUBLIE, now
        elif (last.fichiers, last.donnees) != (now.fichiers, now.donnees):
            yield _nature(fiche, now, last), now


def _nature(fiche: Fiche, now: Temoin, last: Ligne) -> Evenement:
    """What the change is, as the file of the act says it."""
    if fiche.acte.depublie:
        return Evenement.RETIRE if last.evenement != Evenement.RETIRE else Evenement.RECTIFIE
    replaced = fiche.acte.fichiers_remplaces
    if last.fichiers.keys() - now.fichiers.keys() or _change(now, last):
        return Evenement.OCCULTE if replaced and replaced[-1].motif.occulte else Evenement.RECTIFIE
    return Evenement.ANNEXE_AJOUTEE if now.fichiers.keys() - last.fichiers.keys() else Evenement.RECTIFIE


def _change(now: Temoin, last: Ligne) -> bool:
    """Whether a file that was served has other bytes."""
    return any(last.fichiers[name] != now.fichiers.get(name) for name in last.fichiers)


def instant(maintenant: datetime) -> str:
    """A moment as a line writes it."""
    return maintenant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def inscrire(mouvements: Sequence[Mouvement], chaine: Chaine, maintenant: datetime) -> tuple[Ligne, ...]:
    """The lines to add to a journal.

    Args:
        mouvements: what is to be recorded.
        chaine: the journal, which has no fault.
        maintenant: the moment, with its time zone; never before the last line, so that a clock set back is refused.

    Raises:
        ValueError: the moment is before the last line.
    """
    moment = instant(maintenant)
    if chaine.lignes and moment < chaine.lignes[-1].inscrit_le:
        raise ValueError(chaine.lignes[-1].inscrit_le)
    lines: list[Ligne] = []
    seal = chaine.tete
    for rang, (event, known) in enumerate(mouvements, start=len(chaine.lignes) + 1):
        line = Ligne(rang=rang, precedent=seal, inscrit_le=moment, evenement=event.value, **asdict(known))
        lines.append(line)
        seal = line.sceau
    return tuple(lines)
