"""The way of an import, from files to acts: read, assemble, clean, plan, check, write; one act after the other.

What is wrong with one file is told and does not stop the others.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ..anomalie import Anomalie
from .actes import lire_acte
from .assemblage import Assemblage
from .contrats.conventions import Convention
from .faits import INDIVIDUEL, Question
from .reception.entrees import Entree, Suivi, lire_fichiers
from .redaction.publication import Propre
from .redaction.retraits import Retrait
from .refus import RefusError
from .sortie import dater, individuels
from .sortie.choix import Choix
from .sortie.constats import controler
from .sortie.differences import pertes
from .sortie.ecriture import Lu, Plan, planifier
from .sortie.fichiers import Sort, ecrire, raison
from .sortie.jugement import juger
from .sortie.lieux import Lieu, situer
from .sortie.seances import Seances

_ANNEXE = "ce document est une annexe : rangez son PDF à côté de l'acte, et nommez-le dans sa rubrique « annexes »."
_ECRITURE = "les fichiers n'ont pas pu être écrits ({0}) : rien n'a changé. Vérifiez la place et les droits."


@dataclass(frozen=True, slots=True)
class Importe:
    """What became of one act, or why nothing did."""

    nom: str
    assemblage: Assemblage | None = None
    conventions: tuple[Convention, ...] = ()
    questions: tuple[Question, ...] = ()
    retraits: tuple[Retrait, ...] = ()
    sorts: tuple[tuple[Path, Sort], ...] = ()
    anomalies: tuple[Anomalie, ...] = ()
    refus: tuple[str, ...] = ()
    avis: str = ""
    """What is said before anything else: that the act concerns one person."""
    secret: bool = False
    """Whether what was read must not be shown either: the summary of a drop folder is public too."""
    perdus: tuple[str, ...] = ()
    """What the clerk had typed, and which the files written over no longer say."""
    origines: tuple[Path, ...] = ()
    """What the clerk gave and this comes from."""
    laisses: tuple[Path, ...] = ()
    """What she gave and was written nowhere, though the act was."""

    @property
    def deja(self) -> bool:
        """Whether it was imported before, and nothing changes."""
        return bool(self.sorts) and all(sort in {Sort.INCHANGE, Sort.GARDE} for _, sort in self.sorts)


def lire_actes(
    paths: Iterable[Path], travail: Path, suivi: Suivi = lambda _: None
) -> Iterator[tuple[Entree, Lu | None]]:
    """The acts of some files, as they are read; what is refused comes without anything read."""
    for entree in lire_fichiers(paths, travail, suivi):
        try:
            yield entree, (lire_acte(entree) if entree.document else None)
        except RefusError as error:
            yield replace(entree, refus=(*entree.refus, str(error))), None


def importer(
    paths: Iterable[Path], choix: Choix, *, suivi: Suivi = lambda _: None, seances: Seances | None = None
) -> list[Importe]:
    """Import files into a register.

    Args:
        paths: PDF, texts, messages of @ctes, archives, folders.
        choix: where, and what the clerk asked for.
        suivi: told of each file.
        seances: the sessions that an import before this one made, when they belong together.
    """
    sessions = Seances() if seances is None else seances
    with TemporaryDirectory() as travail:
        acts = lire_actes(paths, Path(travail), suivi)
        return [_importer(entree, read, choix, sessions) for entree, read in acts]


def _importer(entree: Entree, read: Lu | None, choix: Choix, seances: Seances) -> Importe:
    """Write one act, or say why not."""
    told = Importe(entree.nom, refus=entree.refus, origines=entree.origines)
    if read is None:
        return told
    alone = individuels.individuel(read.assemblage, read.document)
    if alone and not choix.individuel:
        return replace(told, assemblage=read.assemblage, refus=(individuels.refus(choix),), secret=True)
    told = _dire(told, entree, read)
    return _ecrire(_discret(told, choix) if alone else told, read, choix, seances)


def _dire(told: Importe, entree: Entree, read: Lu) -> Importe:
    """The same with all that was read."""
    return replace(
        told,
        assemblage=read.assemblage,
        conventions=tuple(said for said, _ in read.conventions),
        questions=read.assemblage.questions,
        retraits=(*read.retraits, *(out for text in _textes(read) for out in text.retraits)),
        laisses=tuple(file.donne for file in entree.annexes if file.chemin not in read.annexes),
    )


def _ecrire(told: Importe, read: Lu, choix: Choix, seances: Seances) -> Importe:
    """Write an act that may be, or say why not."""
    if read.assemblage.valeur("type_document") == "annexe":
        return replace(told, refus=(*told.refus, _ANNEXE))
    try:
        return _planifier(told, read, choix, seances)
    except RefusError as error:
        return replace(told, refus=(*told.refus, str(error)), questions=())
    except OSError as error:
        return replace(told, refus=(*told.refus, _ECRITURE.format(raison(error))))


def _discret(told: Importe, choix: Choix) -> Importe:
    """An individual act that is asked for: it is a draft, and nobody asks for the day of its publication."""
    asked = tuple(question for question in told.questions if question.cle not in {"publie", INDIVIDUEL})
    return replace(told, questions=asked, avis=individuels.avis(choix))


def _planifier(told: Importe, read: Lu, choix: Choix, seances: Seances) -> Importe:
    """Plan, judge, check, then write."""
    place = situer(read.assemblage, told.nom, choix)
    plan = planifier(read, place, seances, brouillon=bool(told.avis))
    fates = juger(plan.prevus, place.racine, remplacer=choix.remplacer, conseils=choix.conseils)
    lost = tuple(line for p in plan.prevus if fates[p.chemin] is Sort.REMPLACE for line in pertes(p))
    found = controler(plan, place)
    if not choix.essai:
        ecrire(plan.prevus, fates)
    seances.retenir(plan.apport.tenue if plan.apport else None)
    sorts = (*fates.items(), *((path, Sort.GARDE) for path in plan.gardes))
    asked = tuple(_questions(told, read, plan, place, choix))
    return replace(told, sorts=sorts, anomalies=found, perdus=lost, questions=asked)


def _questions(told: Importe, read: Lu, plan: Plan, place: Lieu, choix: Choix) -> Iterator[Question]:
    """What is asked, without what the session already says, and the day of an act that has none said at length."""
    known = plan.apport.sues if plan.apport else frozenset()
    undated = dater.questions(read, place, choix) if place.sans_date else ()
    known |= {question.cle for question in undated} | ({"publie"} if undated else frozenset())
    yield from place.questions
    yield from undated
    yield from (q for q in told.questions if q.preuve is not None or q.cle not in known)
    yield from plan.questions


def _textes(read: Lu) -> Iterator[Propre]:
    yield from [read.texte] if read.texte else []
    yield from (text for _, text in read.conventions)
