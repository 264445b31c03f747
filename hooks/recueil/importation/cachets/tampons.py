"""Why: the stamp of the prefecture proves when the act was received; it is read, then taken out of the text.

The facts are those of the authority of the first pages. What another authority stamped on a joined document is left
where it is, and a person is asked. A mention certified by hand gives its dates and stays in the text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ..document import Document
from ..faits import Fait, Question, Source, Surete
from .avis import matiere, objet, pages_avis
from .degats import abime
from .identifiants import IdLu
from .marques import Marque, marques
from .mentions import MentionLue, mentions
from .propre import Choix, choisir, questions_id

_ECART = 200
"""Between two pieces of a stamp that words of the act part, at most."""

_VIDE = 4
"""Pieces that make a stamp even when none is filled."""

DATES = {"envoye": "l'envoi", "recu": "la réception", "publie": "la publication", "affiche": "l'affichage"}
"""The dates of a stamp, and how a question names them."""


@dataclass(frozen=True, slots=True)
class Tampons:
    """What the stamps of a document say, the spans of ``texte`` that they hold, and what a person must say."""

    faits: tuple[Fait, ...] = ()
    etendues: tuple[tuple[int, int], ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class _Bloc:
    """One stamp at one place."""

    marques: tuple[Marque, ...]

    @property
    def identifiant(self) -> IdLu | None:
        return next((m.identifiant for m in self.marques if m.identifiant), None)


def lire_tampons(document: Document) -> Tampons:
    """The facts of the stamps A to F of a document that holds one act."""
    blocks = list(_blocs(document.texte))
    choix = choisir([lu for block in blocks if (lu := block.identifiant)], net=not abime(document.texte))
    own = [m for block in _siens(blocks, choix) for m in block.marques]
    by_hand = _a_la_main(document.texte, blocks)
    facts = [*_faits_id(document, choix), *_faits_dates(document, own, by_hand)]
    asked = [replace(q, preuve=document.preuve(lu.debut, lu.fin)) for q, lu in questions_id(choix)]
    facts, doubts = _ordonner(facts)
    receipts = pages_avis(document, own)
    facts.extend((*matiere(document, receipts), *objet(document, receipts)))
    pieces = [(m.debut, m.fin) for m in own if not any(a <= m.debut < b for a, b in receipts)]
    spans = _fondre(document.texte, sorted([*receipts, *pieces]))
    return Tampons(tuple(facts), tuple(spans), (*asked, *_desaccords(document, own, by_hand), *doubts))


def identifiants_par_page(document: Document) -> tuple[IdLu | None, ...]:
    """The identifier stamped on each page."""
    pages = document.texte.split("\f")
    return tuple(next((lu for block in _blocs(page) if (lu := block.identifiant)), None) for page in pages)


def _blocs(texte: str) -> Iterator[_Bloc]:
    """The stamps, each made of pieces that are near, of one page, and said once."""
    pieces: list[Marque] = []
    for mark in marques(texte):
        if pieces and _rompt(texte, pieces, mark):
            yield from _bloc(pieces)
            pieces = []
        pieces.append(mark)
    yield from _bloc(pieces)


def _rompt(texte: str, pieces: list[Marque], mark: Marque) -> bool:
    """Whether this piece starts another stamp."""
    between = texte[pieces[-1].fin : mark.debut]
    again = mark.cle is not None and any(m.cle == mark.cle for m in pieces)
    return again or len(between) > _ECART or "\f" in between


def _bloc(pieces: list[Marque]) -> Iterator[_Bloc]:
    """The stamp of these pieces, without those of another kind; nothing when none is a stamp by itself."""
    strong = [m for m in pieces if m.fort]
    if not any(m.cle for m in strong) and not (strong and len(pieces) >= _VIDE):
        return
    kinds = set("".join(m.familles for m in strong)) or {"A", "E"}
    yield _Bloc(tuple(m for m in pieces if m.cle == "id" or kinds & set(m.familles)))


def _a_la_main(texte: str, blocks: Iterable[_Bloc]) -> list[MentionLue]:
    """The mentions that are not the words of a stamp, of the act or of another."""
    stamped = {m.debut for block in blocks for m in block.marques}
    return mentions(texte, stamped)


def _siens(blocks: Iterable[_Bloc], choix: Choix) -> Iterator[_Bloc]:
    """The stamps of the act; one without an identifier goes with the one before it."""
    own = True
    for block in blocks:
        if lu := block.identifiant:
            own = choix.sien(lu)
        if own:
            yield block


def _faits_id(document: Document, choix: Choix) -> Iterator[Fait]:
    """The identifier, and the nature that it ends with."""
    if lu := choix.retenu:
        preuve = document.preuve(lu.debut, lu.fin)
        yield Fait("id", lu.texte, preuve, Source.TAMPON, choix.surete)
        yield Fait("nature_actes", lu.nature, preuve, Source.TAMPON, choix.surete)


def _faits_dates(document: Document, own: list[Marque], by_hand: list[MentionLue]) -> Iterator[Fait]:
    """A fact for each date: that of the stamps, or that certified by hand when no stamp says it."""
    for cle in DATES:
        said = [m for m in own if m.cle == cle and m.valeur]
        if said:
            yield _majorite(document, cle, said)
        elif first := next((m for m in by_hand if m.cle == cle), None):
            sure = Surete.PROBABLE if len({m.valeur for m in by_hand if m.cle == cle}) == 1 else Surete.POSSIBLE
            yield Fait(cle, first.valeur, document.preuve(first.debut, first.fin), Source.TAMPON, sure)


def _majorite(document: Document, cle: str, said: list[Marque]) -> Fait:
    """The date that most stamps give; sure when no other gives another."""
    value, count = Counter(m.valeur for m in said).most_common(1)[0]
    mark = max((m for m in said if m.valeur == value), key=lambda m: m.surete)
    sure = mark.surete if count == len(said) else Surete.PROBABLE if 2 * count > len(said) else Surete.POSSIBLE
    return Fait(cle, value or "", document.preuve(mark.debut, mark.fin), Source.TAMPON, sure)


def _desaccords(document: Document, own: list[Marque], by_hand: list[MentionLue]) -> Iterator[Question]:
    """A question for each date that the stamps, or stamp and hand, do not say alike; one for a date not legible."""
    for cle, nom in DATES.items():
        labels = [m for m in own if m.cle == cle]
        days = {m.valeur for m in labels if m.valeur}
        both = days | {m.valeur for m in by_hand if m.cle == cle}
        if len(both) > 1:
            listed = ", ".join(sorted(f"{day:%d/%m/%Y}" for day in both))
            yield Question(cle, f"La date de {nom} est écrite de plusieurs façons ({listed}) : laquelle est la bonne ?")
        elif labels and not both and cle in {"envoye", "recu"}:
            where = document.preuve(labels[0].debut, labels[0].fin)
            yield Question(cle, f"Le tampon ne donne pas de date lisible pour {nom} : quelle est-elle ?", where)


def _ordonner(facts: list[Fait]) -> tuple[list[Fait], list[Question]]:
    """Nothing is received before it is sent: if so, one of the two dates is misread, and neither is sure."""
    days = {fact.cle: fact.valeur for fact in facts}
    sent, received = days.get("envoye"), days.get("recu")
    if not (isinstance(sent, date) and isinstance(received, date) and received < sent):
        return facts, []
    doubted = [replace(f, surete=Surete.POSSIBLE) if f.cle in {"envoye", "recu"} else f for f in facts]
    asked = (
        f"L'acte serait reçu le {received:%d/%m/%Y} avant d'être envoyé le {sent:%d/%m/%Y} : corrigez l'une des dates."
    )
    return doubted, [Question("recu", asked)]


def _fondre(texte: str, pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans of the stamps, joined when only blanks part them."""
    start = end = -1
    for debut, fin in pieces:
        if start >= 0 and texte[end:debut].strip(" :\n"):
            yield start, end
            start = debut
        start, end = (start if start >= 0 else debut), max(end, fin)
    if start >= 0:
        yield start, end
