"""Reading and checking the acts, on all the processors of the machine: what a register is made of, before any page.

What a folder says by itself is worked out elsewhere (``depouillement``); the rules between acts come after, here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from . import adresses
from .acte import Acte
from .anomalie import Anomalie, Severite, uniques
from .collectivite import Collectivite
from .controles import controler
from .controles.documents import numerises, pas_etablis
from .controles.poids import poids_du_site
from .depouillement import depouiller
from .journal.controle import controler as controler_journal
from .journal.etat_scelle import Exposition
from .journal.tenu import JOURNAL, Journal, lire_journal
from .parcours import visiter
from .ramassage import sans_ramassage
from .reserve import Reserve
from .seance import Seance


@dataclass(frozen=True, slots=True)
class Verification:
    """All that could be read, drafts included, and every finding, in the order of the files."""

    collectivites: tuple[Collectivite, ...]
    actes: tuple[Acte, ...]
    seances: tuple[Seance, ...]
    anomalies: tuple[Anomalie, ...]
    journaux: tuple[Journal, ...] = ()
    """Those that the authorities keep."""
    expositions: tuple[Exposition, ...] = field(default=(), compare=False)
    """The acts that are public and whole, as they are shown."""

    @property
    def bloque(self) -> bool:
        """Whether a finding stops the publication."""
        return any(a.bloque for a in self.anomalies)

    @property
    def brouillons(self) -> tuple[str, ...]:
        """Paths of the acts that are not public: told to the clerk, never to the site."""
        return tuple(a.origine.path for a in self.actes if not a.public)


def verifier(acts: Path, reserve: Path | None = None) -> Verification:
    """Read and check the acts of a folder.

    Args:
        acts: the folder, which holds one folder per authority.
        reserve: a folder that may be deleted at any time, where what was read is kept for the next time.
    """
    with sans_ramassage():
        visite = visiter(acts)
        parts = depouiller(visite.dossiers, Reserve(reserve / "lecture") if reserve else None)
        actes = tuple(acte for part in parts for acte in part.lecture.actes)
        seances = tuple(seance for part in parts for seance in part.lecture.seances)
        shown = tuple(one for part in parts for one in part.expositions)
        read = [*visite.anomalies, *(a for part in parts for a in part.lecture.anomalies)]
        complet = all(a.severite is not Severite.ERREUR for a in read)
        examens = chain.from_iterable(part.examens for part in parts)
        found = [*read, *controler(actes, examens, complet=complet)]
        journaux = tuple(filter(None, (lire_journal(acts / c.cle / JOURNAL, c) for c in visite.collectivites)))
        found += [one for journal in journaux for one in _journal(acts, journal, actes, shown)]
        found += poids_du_site(visite.collectivites, shown, journaux)
        anomalies = uniques([*found, *_ouvrir(_a_venir(actes, journaux))])
    return Verification(visite.collectivites, actes, seances, anomalies, journaux, shown)


def verifier_fichiers(acts: Path, chemins: Iterable[Path]) -> Verification:
    """Read and check the folders of some files alone: what they are to one another and to the rest is not looked at."""
    folders = {chemin.parent for chemin in chemins}
    visite = visiter(acts)
    parts = depouiller([d for d in visite.dossiers if d.chemin in folders])
    actes = tuple(acte for part in parts for acte in part.lecture.actes)
    seances = tuple(seance for part in parts for seance in part.lecture.seances)
    found = [a for part in parts for a in part.lecture.anomalies]
    found += controler(actes, chain.from_iterable(part.examens for part in parts), complet=False)
    anomalies = uniques([*visite.anomalies, *found, *_ouvrir(actes)])
    return Verification(visite.collectivites, actes, seances, anomalies)


def _journal(
    acts: Path, journal: Journal, actes: Sequence[Acte], expositions: Iterable[Exposition]
) -> Iterator[Anomalie]:
    """What the journal of an authority proves of its public acts whose files are there."""
    authority = journal.collectivite
    public = [a for a in actes if a.collectivite.cle == authority.cle and a.public and a.publicite]
    known = {adresses.acte(a) for a in public}
    known |= {adresses.seance(authority, a.seance.cle) for a in public if a.seance}
    shown = [one for one in expositions if one.fiche.collectivite.cle == authority.cle and one.fiche.acte.publicite]
    yield from controler_journal(journal, acts, shown, known)


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
