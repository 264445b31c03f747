"""Why: whatever the clerk gives (PDF, text, message, archive, folder), the readers get the same thing: an Entree.

What a file is comes from its first bytes, not from its name. Nothing that is refused stops the others. Acts come one
after the other as they are read, so that a long import holds few of them at once.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from ..cachets.tampons import lire_tampons
from ..document import Document
from ..faits import Fait, Question
from ..refus import RefusError
from .archives import Fichier, dossier, nom_lisible, ouvrir
from .decoupage import decouper, extraire
from .documents import dossier_neuf, genre_de, lire_document, place, taille
from .genres import ARCHIVES, Genre
from .pdf import couper_pdf
from .transmissions import Pli, ranger

Suivi = Callable[[str], None]
"""Told the name of each file as it is begun."""

_LOURD = 10_000_000
"""A lot that holds such a file is read one file at a time, and else two: so 300 MB are enough."""

_SANS_ACTE = "le message @ctes est donné sans le PDF de son acte : donnez les deux ensemble."
_COUPE = (
    "PDF : il est tiré des pages {0} à {1} de « {2} ». Ouvrez-le, vérifiez qu'il est entier, et gardez le fichier reçu."
)
_ENTIER = (
    "PDF : « {0} » contient plusieurs actes et n'a pas pu être découpé (il est peut-être signé). "
    "Remplacez-le, à côté de chaque acte, par le PDF de cet acte seul."
)
_RIEN = "l'archive ou le dossier ne contient aucun acte : vérifiez que c'est le bon."


@dataclass(frozen=True, slots=True)
class Entree:
    """One act as it came, or what is refused of a file."""

    nom: str
    document: Document | None = None
    fichier: Fichier | None = None
    """The file of the act, to keep beside it."""
    pages: range | None = None
    """Its pages in the file, from 0, when the file holds several acts."""
    faits: tuple[Fait, ...] = ()
    """What the messages of @ctes say."""
    annexes: tuple[Fichier, ...] = ()
    refus: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    numerisees: frozenset[int] = frozenset()
    """The pages, from 1, whose text was recognised on a picture."""
    origines: tuple[Path, ...] = ()
    """What the clerk gave and this comes from: the act, its messages and its annexes, or the archive of them."""


def lire_fichiers(paths: Iterable[Path], travail: Path, suivi: Suivi = lambda _: None) -> Iterator[Entree]:
    """The acts of these files, archives and folders; what an archive holds is copied under ``travail``.

    Nothing is raised for a file: what cannot be read is an Entree without a document, with its refusal.
    """
    alone: list[Path] = []
    plain: list[Path] = []
    for path in paths:
        (alone if path.is_dir() or genre_de(path) in ARCHIVES else plain).append(path)
    for path in alone:
        yield from _lot(path, travail, suivi)
    yield from _fichiers([Fichier(nom_lisible(path.name), path) for path in plain], travail, suivi)


def _lot(path: Path, travail: Path, suivi: Suivi) -> Iterator[Entree]:
    """The acts of an archive or a folder, or its refusal."""
    empty = True
    try:
        for entree in _contenu(path, travail, suivi):
            empty = False
            yield entree
    except RefusError as error:
        suivi(nom_lisible(path.name))
        yield _refusee(path, error)
        return
    if empty:
        yield _refusee(path, RefusError(_RIEN))


def _contenu(path: Path, travail: Path, suivi: Suivi) -> Iterator[Entree]:
    """The acts of an archive; or those of a folder, then those of each archive in it, which is a lot of its own."""
    if not path.is_dir():
        yield from _fichiers(ouvrir(path, dossier_neuf(travail)), travail, suivi)
        return
    files = dossier(path)
    packed = [file for file in files if genre_de(file.chemin) in ARCHIVES]
    yield from _fichiers([file for file in files if file not in packed], travail, suivi)
    for file in packed:
        yield from _lot(file.chemin, travail, suivi)


def _fichiers(files: Sequence[Fichier], travail: Path, suivi: Suivi) -> Iterator[Entree]:
    """The acts of files that came together: a message goes with its PDF, an annexe with its act."""
    rangees = ranger(files, [f for f in files if genre_de(f.chemin) is Genre.XML])
    for file, refus in rangees.refus:
        yield Entree(file.nom, refus=(refus,), origines=(file.donne,))
    heavy = any(pli.acte and taille(pli.acte) > _LOURD for pli in rangees.plis)
    lone = [_sans_acte(pli) for pli in rangees.plis if pli.acte is None]
    with ThreadPoolExecutor(1 if heavy else 2) as pool:
        yield from _par_tampon(_lus(pool, rangees.plis, travail, suivi), lone)


def _lus(pool: ThreadPoolExecutor, plis: Iterable[Pli], travail: Path, suivi: Suivi) -> Iterator[Entree]:
    """The acts of files in their order; no more than two files are read ahead of the act that is being written."""
    ahead: deque[Future[list[Entree]]] = deque()
    for pli in plis:
        if pli.acte is None:
            continue
        suivi(pli.nom)
        ahead.append(pool.submit(_pli, pli, pli.acte, travail))
        if len(ahead) > 1:
            yield from ahead.popleft().result()
    for waited in ahead:
        yield from waited.result()


def _par_tampon(entries: Iterable[Entree], lone: Sequence[Entree]) -> Iterator[Entree]:
    """A message without its file goes to the act that is stamped with its identifier."""
    messages = {cle: entry for entry in lone if (cle := _id(entry.faits))}
    used = set()
    for entry in entries:
        stamped = _id(lire_tampons(entry.document).faits) if messages and entry.document and not entry.faits else None
        if stamped in messages:
            used.add(stamped)
            yield _joindre(entry, messages[stamped])
        else:
            yield entry
    yield from (entry for entry in lone if _id(entry.faits) not in used or entry not in messages.values())


def _joindre(entree: Entree, message: Entree) -> Entree:
    """An act with the message that says its identifier."""
    asked, given = (*entree.questions, *message.questions), (*entree.origines, *message.origines)
    return replace(entree, faits=message.faits, questions=asked, origines=given)


def _id(facts: Iterable[Fait]) -> str | None:
    """The identifier that facts say."""
    return next((str(fact.valeur) for fact in facts if fact.cle == "id"), None)


def _sans_acte(pli: Pli) -> Entree:
    refused = (_SANS_ACTE,)
    return Entree(pli.nom, None, None, None, pli.faits, pli.annexes, refused, pli.questions, origines=pli.origines)


def _pli(pli: Pli, acte: Fichier, travail: Path) -> list[Entree]:
    """The acts of one file, with what its message says."""
    try:
        lu, asked, pictures = lire_document(acte, travail)
    except RefusError as error:
        return [Entree(pli.nom, None, None, None, pli.faits, pli.annexes, (str(error),), origines=pli.origines)]
    questions = (*pli.questions, *asked)
    whole = Entree(pli.nom, lu, acte, None, pli.faits, pli.annexes, (), questions, pictures, pli.origines)
    parts = [range(len(lu.pages))] if pli.faits else decouper(lu)
    return [whole] if len(parts) == 1 else [_partie(whole, lu, acte, pages, travail) for pages in parts]


def _partie(whole: Entree, lu: Document, acte: Fichier, pages: range, travail: Path) -> Entree:
    """One of the acts of a file."""
    own = frozenset(page - pages.start for page in whole.numerisees if page - 1 in pages)
    part = replace(whole, document=extraire(lu, pages), pages=pages, numerisees=own)
    return _coupee(part, acte, pages, travail) if genre_de(acte.chemin) is Genre.PDF else part


def _coupee(entree: Entree, acte: Fichier, pages: range, travail: Path) -> Entree:
    """The same act with a PDF of its own pages, or else with the whole one, and what a person must do about it."""
    copy = place(travail)
    if couper_pdf(acte.chemin, pages, copy):
        asked, kept = _COUPE.format(pages.start + 1, pages.stop, entree.nom), Fichier(acte.nom, copy, acte.donne)
    else:
        asked, kept = _ENTIER.format(entree.nom), acte
    return replace(entree, fichier=kept, questions=(*entree.questions, Question("document", asked)))


def _refusee(path: Path, error: RefusError) -> Entree:
    return Entree(nom_lisible(path.name), refus=(str(error),), origines=(path,))
