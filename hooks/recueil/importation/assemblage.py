"""One value for each key, out of all that was read: the surest source decides, and a disagreement is a question.

Nothing is chosen by chance: two readings that are worth the same and differ leave the key without a value.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from .demandes import nom
from .faits import CLES, INDICES, LISTES, Fait, Question, Source, Surete, Valeur
from .manques import QUI, manquantes

_COMME_ECRIT = frozenset({"numero", "objet", "president", "secretaire", "signataire"})
"""Keys told as the act writes them, when another source says the same with fewer signs."""

_SOURCES = {Source.XML: "le message @ctes", Source.TAMPON: "le tampon", Source.TEXTE: "le texte"}


@dataclass(frozen=True, slots=True)
class Assemblage:
    """What is known of an act, each value with its proof, and what only a person can say."""

    valeurs: Mapping[str, Fait]
    questions: tuple[Question, ...]

    def valeur(self, cle: str) -> Valeur | None:
        """The value of a key, when there is one."""
        return self.valeurs[cle].valeur if cle in self.valeurs else None

    def texte(self, cle: str) -> str:
        """The value of a key as text; empty when there is none."""
        found = self.valeur(cle)
        return found.isoformat() if isinstance(found, date) else "" if found is None else str(found)

    def en_json(self) -> dict[str, object]:
        """The object of ``--json``: every key, null when not said, with the proofs and the questions."""
        said: dict[str, object] = {key: _simple(self.valeur(key)) for key in CLES}
        said["preuves"] = {key: _preuve(fact) for key, fact in self.valeurs.items() if key in CLES}
        said["questions"] = [_question(question) for question in self.questions]
        return said


def assembler(faits: Iterable[Fait], questions: Iterable[Question] = ()) -> Assemblage:
    """One value a key: XML beats stamp, stamp beats text; within a source the surest, then the first.

    Args:
        faits: all that was read, in the order of the document.
        questions: what the readers already ask.
    """
    found: dict[str, list[Fait]] = defaultdict(list)
    hints: dict[str, Fait] = {}
    for fact in faits:
        if fact.cle in INDICES:
            hints.setdefault(fact.cle, fact)
        else:
            found[fact.cle].append(fact)
    asked = [*questions]
    values = {}
    for key, facts in found.items():
        chosen, doubts = _choisir(key, facts)
        asked += doubts
        if chosen is not None:
            values[key] = chosen
    ordered = {key: values[key] for key in (*CLES, *found) if key in values}
    return Assemblage(MappingProxyType(ordered), _uniques(manquantes(ordered, hints, asked)))


def _choisir(key: str, facts: Sequence[Fait]) -> tuple[Fait | None, list[Question]]:
    """The fact to keep, if one is worth more than those that contradict it."""
    sure = [fact for fact in facts if fact.surete is not Surete.POSSIBLE]
    if not sure:
        return None, [_confirmer(key, facts[0])]
    best = max(sure, key=_rang)
    others = [fact for fact in sure if _cle(fact.valeur) != _cle(best.valeur)]
    equal = [fact for fact in others if _rang(fact) == _rang(best)]
    if equal:
        return None, [_departager(key, best, equal[0])]
    doubts = [_contredit(key, best, other) for other in _premiers(others) if other.source is not best.source]
    return _ecrit(key, best, sure), doubts


def _rang(fact: Fait) -> tuple[int, int]:
    """What a fact is worth; @ctes holds a number of its own, which gives way to the one that the act bears."""
    of_its_own = fact.cle == "numero" and fact.source is Source.XML
    return (0 if of_its_own else fact.source), fact.surete


def _ecrit(key: str, best: Fait, sure: Iterable[Fait]) -> Fait:
    """The same value as the text of the act writes it: « 2024/37 », where a message can only hold « 2024_37 »."""
    if key not in _COMME_ECRIT:
        return best
    same = (f for f in sure if f.source is Source.TEXTE and _cle(f.valeur) == _cle(best.valeur))
    return next(same, best)


def _premiers(facts: Iterable[Fait]) -> Iterator[Fait]:
    """The first fact of each value."""
    seen = set()
    for fact in facts:
        if (value := _cle(fact.valeur)) not in seen:
            seen.add(value)
            yield fact


def _cle(value: Valeur) -> object:
    """What makes two values the same: not the capitals, the blanks or the signs between words."""
    if isinstance(value, str):
        return "".join(sign for sign in value.casefold() if sign.isalnum())
    return value


def _confirmer(key: str, fact: Fait) -> Question:
    if key in LISTES and not fact.valeur:
        return Question(key, f"{nom(key)} : le texte dit « {fact.preuve.mots} » {_lieu(fact)}. {QUI}", fact.preuve)
    return Question(key, f"{nom(key)} : est-ce « {dire(fact.valeur)} » ? {_lieu(fact)}", fact.preuve)


def _departager(key: str, first: Fait, second: Fait) -> Question:
    sentence = (
        f"{nom(key)} : le document dit « {dire(first.valeur)} » {_lieu(first)} "
        f"et « {dire(second.valeur)} » {_lieu(second)} : lequel est le bon ?"
    )
    return Question(key, sentence, first.preuve)


def _contredit(key: str, kept: Fait, other: Fait) -> Question:
    sentence = (
        f"{nom(key)} : {_SOURCES[kept.source]} dit « {dire(kept.valeur)} » {_lieu(kept)}, "
        f"{_SOURCES[other.source]} dit « {dire(other.valeur)} » {_lieu(other)}. Le premier a été gardé : vérifiez."
    )
    return Question(key, sentence, other.preuve)


def _lieu(fact: Fait) -> str:
    if fact.source is Source.XML:
        return "(message @ctes)"
    return f"(page {fact.preuve.page}, ligne {fact.preuve.ligne})"


def _uniques(questions: Iterable[Question]) -> tuple[Question, ...]:
    return tuple({(q.cle, q.texte): q for q in questions}.values())


def dire(value: Valeur) -> str:
    """A value as a person reads it."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, tuple):
        return ", ".join(item if isinstance(item, str) else " → ".join(item) for item in value)
    return str(value)


def _simple(value: Valeur | None) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [item if isinstance(item, str) else list(item) for item in value]
    return value


def _preuve(fact: Fait) -> dict[str, object]:
    proof = fact.preuve
    place = {"page": proof.page, "ligne": proof.ligne, "mots": proof.mots}
    return {**place, "source": fact.source.name.lower(), "surete": fact.surete.name.lower()}


def _question(question: Question) -> dict[str, object]:
    proof = question.preuve
    said: dict[str, object] = {"cle": question.cle, "texte": question.texte}
    return said | {"page": proof.page if proof else None, "ligne": proof.ligne if proof else None}
