"""Why: whatever the clerk gives (PDF, text, message, archive, folder), the readers get the same thing: an Entree.

What a file is comes from its first bytes, not from its name. Nothing that is refused stops the others.
"""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import mkdtemp

from ..cachets.tampons import lire_tampons
from ..document import Document, document
from ..faits import Fait, Question
from ..refus import RefusError
from .archives import Fichier, dossier, nom_lisible, ouvrir
from .decoupage import decouper, extraire
from .genres import ARCHIVES, DEBUT, Genre, genre
from .ocr import reconnaitre
from .pdf import couper_pdf, lire_pdf, pages_sans_texte
from .transmissions import Pli, ranger

TEXTE_MAX = 5_000_000
_LOURD = 10_000_000
"""A lot that holds such a file is read one file at a time, and else two: so 300 MB are enough."""

_REFUS = {
    Genre.VIDE: "le fichier est vide (0 octet) : téléchargez-le de nouveau, puis recommencez.",
    Genre.BUREAU: "c'est un document de bureau : enregistrez-le en PDF (Fichier, Exporter), puis recommencez.",
    Genre.IMAGE: "c'est une image : faites-en un PDF, puis recommencez.",
    Genre.PAGE_WEB: "ce n'est pas un acte, mais une page web : donnez le PDF que la préfecture a renvoyé.",
    Genre.COURRIEL: "ce n'est pas un acte, mais un courriel : enregistrez le PDF qui y est joint, et donnez-le.",
    Genre.INCONNU: "ce n'est ni un PDF, ni un texte, ni un message @ctes, ni une archive : vérifiez le fichier.",
}
_REGLAGE = "ce n'est pas un acte, mais un fichier de réglages ou de données : donnez le PDF de l'acte."
_REGLAGES = (".yml", ".yaml", ".json", ".toml", ".csv", ".log")
_GROS = f"le texte dépasse {TEXTE_MAX // 1_000_000} Mo, trop pour un acte : découpez-le."
_ABSENT = "le fichier n'existe pas ou ne peut pas être ouvert : vérifiez son nom et ses droits."
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


def lire_fichiers(paths: Iterable[Path], travail: Path) -> list[Entree]:
    """The acts of these files, archives and folders; what an archive holds is copied under ``travail``.

    Nothing is raised for a file: what cannot be read is an Entree without a document, with its refusal.
    """
    alone: list[Path] = []
    plain: list[Path] = []
    for path in paths:
        (alone if path.is_dir() or _genre(path) in ARCHIVES else plain).append(path)
    found = [entry for rang, path in enumerate(alone) for entry in _lot(path, travail / str(rang))]
    return found + list(_fichiers([Fichier(nom_lisible(path.name), path) for path in plain], travail))


def _lot(path: Path, travail: Path) -> Iterator[Entree]:
    """The acts of an archive or a folder, or its refusal."""
    travail.mkdir(parents=True, exist_ok=True)
    try:
        files = dossier(path) if path.is_dir() else ouvrir(path, travail)
    except RefusError as error:
        yield _refusee(nom_lisible(path.name), error)
        return
    entries = list(_fichiers(files, travail))
    yield from entries or [_refusee(nom_lisible(path.name), RefusError(_RIEN))]


def _fichiers(files: Sequence[Fichier], travail: Path) -> Iterator[Entree]:
    """The acts of files that came together: a message goes with its PDF, an annexe with its act."""
    rangees = ranger(files, [f for f in files if _genre(f.chemin) is Genre.XML])
    for nom, refus in rangees.refus:
        yield Entree(nom, refus=(refus,))
    heavy = any(pli.acte and _taille(pli.acte) > _LOURD for pli in rangees.plis)
    with ThreadPoolExecutor(1 if heavy else 2) as pool:
        entries = [entry for read in pool.map(lambda pli: list(_pli(pli, travail)), rangees.plis) for entry in read]
    yield from _par_tampon(entries)


def _par_tampon(entries: Sequence[Entree]) -> Iterator[Entree]:
    """A message without its file goes to the act that is stamped with its identifier."""
    lone = {cle: entry for entry in entries if entry.refus == (_SANS_ACTE,) and (cle := _id(entry.faits))}
    used = set()
    for entry in entries:
        stamped = _id(lire_tampons(entry.document).faits) if lone and entry.document and not entry.faits else None
        if stamped in lone:
            used.add(stamped)
            message = lone[stamped]
            yield replace(entry, faits=message.faits, questions=(*entry.questions, *message.questions))
        elif entry.document or entry not in lone.values():
            yield entry
    yield from (entry for cle, entry in lone.items() if cle not in used)


def _id(facts: Iterable[Fait]) -> str | None:
    """The identifier that facts say."""
    return next((str(fact.valeur) for fact in facts if fact.cle == "id"), None)


def _pli(pli: Pli, travail: Path) -> Iterator[Entree]:
    """The acts of one file, with what its message says."""
    if pli.acte is None:
        yield Entree(pli.nom, faits=pli.faits, annexes=pli.annexes, refus=(_SANS_ACTE,), questions=pli.questions)
        return
    try:
        lu, asked, pictures = _document(pli.acte, travail)
    except RefusError as error:
        yield replace(_refusee(pli.nom, error), faits=pli.faits, annexes=pli.annexes)
        return
    parts = [range(len(lu.pages))] if pli.faits else decouper(lu)
    whole = Entree(pli.nom, lu, pli.acte, None, pli.faits, pli.annexes, (), (*pli.questions, *asked), pictures)
    if len(parts) == 1:
        yield whole
        return
    for pages in parts:
        own = frozenset(page - pages.start for page in pictures if page - 1 in pages)
        part = replace(whole, document=extraire(lu, pages), pages=pages, numerisees=own)
        yield _coupee(part, pages, travail) if _genre(pli.acte.chemin) is Genre.PDF else part


def _coupee(entree: Entree, pages: range, travail: Path) -> Entree:
    """The same act with a PDF of its own pages, or else with the whole one, and what a person must do about it."""
    whole = entree.fichier
    if whole is None:
        return entree
    copy = _place(travail)
    if couper_pdf(whole.chemin, pages, copy):
        asked, kept = _COUPE.format(pages.start + 1, pages.stop, entree.nom), Fichier(whole.nom, copy)
    else:
        asked, kept = _ENTIER.format(entree.nom), whole
    return replace(entree, fichier=kept, questions=(*entree.questions, Question("document", asked)))


def _document(fichier: Fichier, travail: Path) -> tuple[Document, tuple[Question, ...], frozenset[int]]:
    """The document of a file, what a person must say of it, and the pages that were recognised on a picture."""
    if not fichier.chemin.is_file():
        raise RefusError(_ABSENT)
    kind = _genre(fichier.chemin)
    if kind in _REFUS:
        raise RefusError(_REFUS[kind])
    if kind is not Genre.PDF:
        return _texte(fichier), (), frozenset()
    lu = replace(lire_pdf(fichier.chemin), nom=fichier.nom)
    pictures = pages_sans_texte(lu)
    if not pictures:
        return lu, (), frozenset()
    try:
        read = _reconnu(fichier, lu, pictures, travail)
    except RefusError as error:
        if len(pictures) == len(lu.pages):
            raise
        return lu, (Question("texte", f"Pages sans texte ({_liste(pictures)}) : {error}"),), frozenset()
    asked = Question("texte", f"Pages numérisées ({_liste(pictures)}) : relisez le texte et les chiffres reconnus.")
    return read, (asked,), frozenset(pictures)


def _reconnu(fichier: Fichier, lu: Document, pictures: tuple[int, ...], travail: Path) -> Document:
    """The document in which the pictures have the text that was recognised."""
    read = lire_pdf(reconnaitre(fichier.chemin, pictures, _place(travail)))
    return document(lu.nom, [read.pages[i] if i + 1 in pictures else page for i, page in enumerate(lu.pages)])


def _place(travail: Path) -> Path:
    """A file to write that no other act has, whatever their names."""
    travail.mkdir(parents=True, exist_ok=True)
    return Path(mkdtemp(dir=travail)) / "acte.pdf"


def _texte(fichier: Fichier) -> Document:
    """The document of a plain file, in the encoding of today or in that of old Windows."""
    if fichier.nom.lower().endswith(_REGLAGES):
        raise RefusError(_REGLAGE)
    if _taille(fichier) > TEXTE_MAX:
        raise RefusError(_GROS)
    content = fichier.chemin.read_bytes()
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return document(fichier.nom, content.decode(encoding).split("\f"))
        except UnicodeDecodeError:
            continue
    raise RefusError(_REFUS[Genre.INCONNU])


def _genre(path: Path) -> Genre:
    """What a file is; a file that cannot be opened is told later, as any refusal."""
    try:
        with path.open("rb") as file:
            return genre(file.read(DEBUT))
    except OSError:
        return Genre.INCONNU


def _taille(fichier: Fichier) -> int:
    return fichier.chemin.stat().st_size if fichier.chemin.is_file() else 0


def _liste(pages: tuple[int, ...]) -> str:
    return ", ".join(map(str, pages))


def _refusee(nom: str, error: RefusError) -> Entree:
    return Entree(nom, refus=(str(error),))
