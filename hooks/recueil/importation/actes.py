"""All that is read of one act: its stamps, its conventions, its text, then one value for each key."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from .assemblage import Assemblage, assembler
from .cachets.tampons import lire_tampons
from .contrats.conventions import Convention, lire_conventions
from .document import Document, document
from .faits import Fait, Question, Source, Surete
from .lecture.lecteur import lire
from .reception.entrees import Entree
from .reception.etrangers import refuser_un_etranger
from .redaction.invisibles import nettoyer
from .redaction.publication import Propre, depouiller, publier
from .redaction.rangees import pages_de_tableaux
from .sortie.ecriture import Lu

_PDF = b"%PDF-"
_TITRES = "Annexes : quel est le titre de chacune ? Écrivez-le dans « annexes », à la place d'« Annexe 1 »."
_AUTRE_ANNEXE = (
    "Annexes : « {0} » n'est pas un PDF. Faites-en un PDF, rangez-le à côté de l'acte et nommez-le. "
    "Le fichier reçu n'a été ni copié ni effacé."
)
_TABLEAU = "Un tableau a été lu ligne à ligne ({0}) : vérifiez-le, ou refaites-le."


def lire_acte(entree: Entree) -> Lu:
    """All that is read of one act.

    Raises:
        RefusError: it is no act, or no text of one.
    """
    whole = entree.document or document(entree.nom, [])
    stamps = lire_tampons(whole)
    bare = depouiller(whole, stamps.etendues)
    conventions = lire_conventions(bare)
    own = _avant(bare, conventions)
    said = lire(own) if own else _lire_convention(bare, conventions[0])
    facts, out = nettoyer([*entree.faits, *stamps.faits, *said])
    if not conventions:
        refuser_un_etranger(bare, facts)
    annexes = tuple(annexe.chemin for annexe in entree.annexes if _est_pdf(annexe.chemin))
    read = _moins_sur(assembler(facts, [*entree.questions, *stamps.questions, *_demander(entree, bare)]), entree)
    end = _place(bare, conventions[0].debut) if conventions else None
    text = publier(whole, stamps.etendues, fin=end, titres=(read.texte("objet"),)) if own else None
    joined = tuple((one, _texte_convention(whole, bare, stamps.etendues, one)) for one in conventions)
    return Lu(_avec_doutes(read, text, joined), bare, text, joined, _pdf(entree), annexes, out)


def _demander(entree: Entree, bare: Document) -> Iterator[Question]:
    """What a person must say of the files and of the tables."""
    if any(_est_pdf(annexe.chemin) for annexe in entree.annexes):
        yield Question("annexes", _TITRES)
    for annexe in entree.annexes:
        if not _est_pdf(annexe.chemin):
            yield Question("annexes", _AUTRE_ANNEXE.format(annexe.nom))
    if pages := pages_de_tableaux(bare):
        told = ", ".join(map(str, pages))
        yield Question("texte", _TABLEAU.format(f"page{'s' * (len(pages) > 1)} {told}"))


def _moins_sur(read: Assemblage, entree: Entree) -> Assemblage:
    """The same, nothing being sure of what was recognised on a picture."""
    lowered = {
        key: replace(fact, surete=min(fact.surete, Surete.PROBABLE))
        if fact.source is not Source.XML and fact.preuve.page in entree.numerisees
        else fact
        for key, fact in read.valeurs.items()
    }
    return replace(read, valeurs=lowered)


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


def _pdf(entree: Entree) -> Path | None:
    """The file of the act, when it is a PDF: it is kept unchanged."""
    file = entree.fichier
    return file.chemin if file and _est_pdf(file.chemin) else None


def _est_pdf(path: Path) -> bool:
    """Whether a file is a PDF."""
    with path.open("rb") as file:
        return _PDF in file.read(1024)
