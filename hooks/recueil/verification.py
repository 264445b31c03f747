"""Reading and checking the acts, on all the processors of the machine: what a register is made of, before any page.

A folder is read and its acts examined wherever there is a processor for it; the rules between acts come after, here.
"""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from . import adresses
from .acte import Acte
from .anomalie import Anomalie, Severite, uniques
from .collectivite import Collectivite
from .controles import controler, examiner
from .controles.documents import numerises, pas_etablis
from .controles.poids import poids_du_site
from .journal.controle import controler as controler_journal
from .journal.tenu import JOURNAL, Journal, lire_journal
from .lecture import Lecture, lire
from .parcours import Dossier, visiter
from .publies import exposer
from .repartition import repartir
from .seance import Seance

_SEUL = 500
"""As many acts are read here in less time than another process takes to start."""

_PAR_PART = 100


@dataclass(frozen=True, slots=True)
class Verification:
    """All that could be read, drafts included, and every finding, in the order of the files."""

    collectivites: tuple[Collectivite, ...]
    actes: tuple[Acte, ...]
    seances: tuple[Seance, ...]
    anomalies: tuple[Anomalie, ...]
    journaux: tuple[Journal, ...] = ()
    """Those that the authorities keep."""

    @property
    def bloque(self) -> bool:
        """Whether a finding stops the publication."""
        return any(a.bloque for a in self.anomalies)

    @property
    def brouillons(self) -> tuple[str, ...]:
        """Paths of the acts that are not public: told to the clerk, never to the site."""
        return tuple(a.origine.path for a in self.actes if not a.public)


def verifier(acts: Path) -> Verification:
    """Read and check the acts of a folder, which holds one folder per authority."""
    with _sans_ramasse_miettes():
        visite = visiter(acts)
        parts = repartir(_lire_et_examiner, [*_parts(visite.dossiers)])
        actes = tuple(acte for lecture, _ in parts for acte in lecture.actes)
        seances = tuple(seance for lecture, _ in parts for seance in lecture.seances)
        read = [*visite.anomalies, *(a for lecture, _ in parts for a in lecture.anomalies)]
        complet = all(a.severite is not Severite.ERREUR for a in read)
        examens = chain.from_iterable(examens for _, examens in parts)
        found = [*read, *controler(actes, examens, complet=complet)]
        journaux = tuple(filter(None, (lire_journal(acts / c.cle / JOURNAL, c) for c in visite.collectivites)))
        found += [one for journal in journaux for one in _journal(acts, journal, actes)]
        found += poids_du_site(visite.collectivites, actes, journaux)
        anomalies = uniques([*found, *_ouvrir(_a_venir(actes, journaux))])
    return Verification(visite.collectivites, actes, seances, anomalies, journaux)


def verifier_fichiers(acts: Path, chemins: Iterable[Path]) -> Verification:
    """Read and check the folders of some files alone: what they are to one another and to the rest is not looked at."""
    folders = {chemin.parent for chemin in chemins}
    visite = visiter(acts)
    lecture, examens = _lire_et_examiner([d for d in visite.dossiers if d.chemin in folders])
    found = controler(lecture.actes, examens, complet=False)
    opened = _ouvrir(a for a in lecture.actes if a.dossier in folders)
    anomalies = uniques([*visite.anomalies, *lecture.anomalies, *found, *opened])
    return Verification(visite.collectivites, lecture.actes, lecture.seances, anomalies)


def _journal(acts: Path, journal: Journal, actes: Sequence[Acte]) -> Iterator[Anomalie]:
    """What the journal of an authority proves of its public acts whose files are there."""
    authority = journal.collectivite
    public = [a for a in actes if a.collectivite.cle == authority.cle and a.public and a.publicite]
    known = {adresses.acte(a) for a in public}
    known |= {adresses.seance(authority, a.seance.cle) for a in public if a.seance}
    yield from controler_journal(journal, acts, [exposer(a) for a in public if _entier(a)], known)


def _ouvrir(actes: Iterable[Acte]) -> Iterator[Anomalie]:
    """What is found by opening the PDFs of some acts; in a draft it only warns."""
    for acte in actes:
        found = (*numerises([acte]), *pas_etablis([acte]))
        yield from found if acte.public else (replace(a, severite=Severite.AVERTISSEMENT) for a in found)


def _a_venir(actes: Iterable[Acte], journaux: Iterable[Journal]) -> Iterator[Acte]:
    """Those that are not online yet: drafts, and acts that the journal of their authority does not know."""
    known = {journal.collectivite.cle: journal.chaine.premieres for journal in journaux}
    for acte in actes:
        if not acte.public or adresses.acte(acte) not in known.get(acte.collectivite.cle, {adresses.acte(acte)}):
            yield acte


def _entier(acte: Acte) -> bool:
    """Whether the files that it names are there; those that are not are told by another rule."""
    names = [name for name, _ in acte.fichiers] + [old.fichier for old in acte.fichiers_remplaces if old.fichier]
    return all((acte.dossier / name).is_file() for name in names)


def _lire_et_examiner(dossiers: Sequence[Dossier]) -> tuple[Lecture, list[tuple[Anomalie, ...]]]:
    """What each folder says by itself: its acts, and for each what its own rules find in it."""
    with _sans_ramasse_miettes():
        lecture = lire(dossiers)
        return lecture, [examiner(acte) for acte in lecture.actes]


def _parts(dossiers: Sequence[Dossier]) -> Iterator[tuple[Dossier, ...]]:
    """Folders by groups of some hundreds of files; a register of less is not divided."""
    group: list[Dossier] = []
    divided = sum(len(d.fichiers) for d in dossiers) > _SEUL
    for dossier in dossiers:
        group.append(dossier)
        if divided and sum(len(d.fichiers) for d in group) >= _PAR_PART:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


@contextmanager
def _sans_ramasse_miettes() -> Iterator[None]:
    """Spare the search for cycles: what is read has none, and the search through it takes a third of the time."""
    active = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if active:
            gc.enable()
