"""The way of an import, from files to acts: read, assemble, clean, plan, check, write; one act after the other.

What is wrong with one file is told and does not stop the others.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ..anomalie import Anomalie
from ..source import Champs
from .assemblage import Assemblage, assembler
from .cachets.tampons import lire_tampons
from .contrats.conventions import Convention, lire_conventions
from .document import Document, document
from .faits import Fait, Question
from .lecture.lecteur import lire
from .reception.entrees import Entree, lire_fichiers
from .redaction.publication import Propre, depouiller, publier
from .redaction.retraits import Retrait
from .refus import RefusError
from .sortie.constats import controler
from .sortie.ecriture import Lu, planifier
from .sortie.fichiers import Sort, ecrire, juger
from .sortie.lieux import situer, verifier_siren

Suivi = Callable[[str], None]
"""Told the name of each act as it is begun."""

_PDF = b"%PDF-"
_ANNEXE = "ce document est une annexe : rangez son PDF à côté de l'acte, et nommez-le dans sa rubrique « annexes »."
_TITRES = "Annexes : quel est le titre de chacune ? Écrivez-le dans « annexes », à la place d'« Annexe 1 »."
_AUTRE_ANNEXE = "Annexes : « {0} » n'est pas un PDF. Faites-en un PDF, rangez-le à côté de l'acte et nommez-le."
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


def lire_actes(paths: Iterable[Path], travail: Path) -> Iterator[tuple[Entree, Lu | None]]:
    """The acts of some files, as they are read; what is refused comes without anything read."""
    for entree in lire_fichiers(paths, travail):
        try:
            yield entree, (_lire(entree) if entree.document else None)
        except RefusError as error:
            yield replace(entree, refus=(*entree.refus, str(error))), None


def importer(
    paths: Iterable[Path],
    racine: Path,
    *,
    vers: Path | None = None,
    essai: bool = False,
    remplacer: bool = False,
    suivi: Suivi = lambda _: None,
) -> list[Importe]:
    """Import files into a register.

    Args:
        paths: PDF, texts, messages of @ctes, archives, folders.
        racine: the folder of all the acts.
        vers: the folder of the authority or of the session; guessed when it is not given.
        essai: tell what would be written, and write nothing.
        remplacer: write over files that say something else.
        suivi: told of each act.
    """
    sessions: dict[Path, Champs] = {}
    done = []
    with TemporaryDirectory() as travail:
        for entree, read in lire_actes(paths, Path(travail)):
            suivi(entree.nom)
            if read is None:
                done.append(Importe(entree.nom, refus=entree.refus))
                continue
            done.append(_ecrire(entree, read, racine, vers, sessions, essai=essai, remplacer=remplacer))
    return done


def _ecrire(  # noqa: PLR0913 (what the clerk asked for, as it was asked)
    entree: Entree,
    read: Lu,
    racine: Path,
    vers: Path | None,
    sessions: dict[Path, Champs],
    *,
    essai: bool,
    remplacer: bool,
) -> Importe:
    """Write one act, or say why not."""
    told = Importe(
        entree.nom,
        read.assemblage,
        tuple(said for said, _ in read.conventions),
        read.assemblage.questions,
        tuple(out for text in _textes(read) for out in text.retraits),
        refus=entree.refus,
    )
    if read.assemblage.valeur("type_document") == "annexe":
        return replace(told, refus=(*told.refus, _ANNEXE))
    try:
        place = situer(read.assemblage, entree.nom, racine, vers)
        asked = verifier_siren(read.assemblage, place) if vers else ()
        plan = planifier(read, place, sessions)
        fates = juger(plan.prevus, place.racine, remplacer=remplacer)
        found = controler(plan, place)
        if not essai:
            ecrire(plan.prevus, fates)
    except RefusError as error:
        return replace(told, refus=(*told.refus, str(error)))
    except OSError as error:
        return replace(told, refus=(*told.refus, _ECRITURE.format(error.strerror)))
    sorts = (*fates.items(), *((path, Sort.GARDE) for path in plan.gardes))
    return replace(told, sorts=sorts, anomalies=found, questions=(*told.questions, *plan.questions, *asked))


def _lire(entree: Entree) -> Lu:
    """All that is read of one act."""
    whole = entree.document or document(entree.nom, [])
    stamps = lire_tampons(whole)
    bare = depouiller(whole, stamps.etendues)
    conventions = lire_conventions(bare)
    own = _avant(bare, conventions)
    facts = [*entree.faits, *stamps.faits, *(lire(own) if own else _lire_convention(bare, conventions[0]))]
    questions = [*entree.questions, *stamps.questions]
    annexes = tuple(annexe.chemin for annexe in entree.annexes if _est_pdf(annexe.chemin))
    questions += [Question("annexes", _TITRES)] if annexes else []
    questions += [
        Question("annexes", _AUTRE_ANNEXE.format(annexe.nom))
        for annexe in entree.annexes
        if not _est_pdf(annexe.chemin)
    ]
    read = assembler(facts, questions)
    titles = (read.texte("objet"),)
    end = _place(bare, conventions[0].debut) if conventions else None
    text = publier(whole, stamps.etendues, fin=end, titres=titles) if own else None
    joined = tuple((said, _texte_convention(whole, bare, stamps.etendues, said)) for said in conventions)
    return Lu(_avec_doutes(read, text, joined), bare, text, joined, _pdf(entree), annexes)


def _avant(whole: Document, conventions: tuple[Convention, ...]) -> Document | None:
    """The act without the conventions joined to it; nothing when the document begins with one."""
    if not conventions:
        return whole
    before = whole.texte[: conventions[0].debut]
    return document(whole.nom, before.split("\f")) if before.strip() else None


def _lire_convention(whole: Document, said: Convention) -> Iterator[Fait]:
    """What a document that is a convention says: what it is and its title are known, the rest is read."""
    found = whole.texte.find(said.objet[:20], said.debut)
    proof = replace(whole.preuve(max(found, said.debut), max(found, said.debut)), mots=said.objet)
    kind = [fact for fact in lire(whole) if fact.cle == "type_document" and fact.valeur in {"convention", "annexe"}]
    yield from kind or [Fait("type_document", "convention", proof)]
    yield Fait("objet", said.objet, proof)
    yield from (fact for fact in lire(whole) if fact.cle not in {"type_document", "objet"})


def _texte_convention(whole: Document, bare: Document, spans: Iterable[tuple[int, int]], said: Convention) -> Propre:
    start = _place(bare, said.debut) or (1, 1)
    return publier(whole, spans, debut=start, fin=_place(bare, said.fin))


def _place(whole: Document, at: int | None) -> tuple[int, int] | None:
    if at is None or at >= len(whole.texte):
        return None
    proof = whole.preuve(at, at)
    return proof.page, proof.ligne


def _avec_doutes(read: Assemblage, text: Propre | None, joined: Iterable[tuple[Convention, Propre]]) -> Assemblage:
    """The same, with a question when the page could not be proved to say the words of the act."""
    texts = [*([text] if text else []), *(text for _, text in joined)]
    if all(text.fidele for text in texts):
        return read
    asked = Question("texte", "Texte : la page ne dirait pas exactement les mots du document. Relisez-le en entier.")
    return replace(read, questions=(*read.questions, asked))


def _textes(read: Lu) -> Iterator[Propre]:
    yield from [read.texte] if read.texte else []
    yield from (text for _, text in read.conventions)


def _pdf(entree: Entree) -> Path | None:
    """The file of the act, when it is a PDF: it is kept unchanged."""
    file = entree.fichier
    return file.chemin if file and _est_pdf(file.chemin) else None


def _est_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return _PDF in file.read(1024)
