"""What is said at the end of an import: what was read, then, act by act, what remains to be done.

A terminal is for one person, who wants it short; a pull request holds all that was read, with its place.
"""

import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from textwrap import wrap

from ...nomenclature import Nature, TypeActe
from ..assemblage import dire
from ..demandes import nom
from ..faits import Fait, Source, Surete
from ..importer import Importe
from ..redaction.retraits import Retrait
from .fichiers import Sort

_SOURCES = {Source.TEXTE: "texte", Source.TAMPON: "tampon", Source.XML: "message @ctes"}
_SURETES = {Surete.SURE: "sûr", Surete.PROBABLE: "à relire", Surete.POSSIBLE: "à relire"}
DEJA = "Déjà importé, rien n'a changé."
_LARGEUR_MIN = 60
_LIE = "\u00a0"
_INSECABLE = re.compile(r"(?<=«) | (?=[»:;?!])")
"""The blanks of French punctuation, at which no line ends."""


def texte(importes: Sequence[Importe], *, essai: bool, racine: Path, largeur: int = 0) -> str:
    """The acts for a terminal, then what remains to be done for each, then the count."""
    width = max(largeur or shutil.get_terminal_size((100, 24)).columns, _LARGEUR_MIN)
    read = ["\n".join(_acte(one, width, essai=essai, racine=racine)) for one in importes]
    todo = ["\n".join(_reste(one, width)) for one in importes if [*taches(one)]]
    title = ["À vérifier"] if todo else []
    return "\n\n".join([*read, *title, *todo, compte(importes, essai=essai)]) + "\n"


def compte(importes: Sequence[Importe], *, essai: bool) -> str:
    """How many acts were imported, refused, and how much remains to be said."""
    written = sum(bool(one.sorts) and not one.deja for one in importes)
    again = sum(one.deja for one in importes)
    asked = sum(len(one.questions) for one in importes)
    counted = [
        _nombre(written, "acte", "à importer" if essai else "importé"),
        _nombre(again, "acte", "déjà importé"),
        _nombre(len(importes) - written - again, "fichier", "refusé"),
    ]
    return ", ".join([*filter(None, counted), _nombre(asked, "question", "à régler") or "aucune question"]) + "."


def _nombre(count: int, thing: str, done: str) -> str:
    many = "s" * (count > 1)
    return f"{count} {thing}{many} {done}{many if done[-1] == 'é' else ''}" if count else ""


def titre(one: Importe) -> str:
    """What an act is called: its kind and its number, or the name of its file."""
    if one.assemblage is None:
        return one.nom
    kind = _sorte(one.assemblage.texte("type_document")) or "Document"
    number = one.assemblage.texte("numero")
    return f"{kind} n° {number} ({one.nom})" if number else f"{kind} ({one.nom})"


def _acte(one: Importe, width: int, *, essai: bool, racine: Path) -> Iterator[str]:
    yield titre(one)
    if one.avis:
        yield from _plier(one.avis, width)
    yield from (line for refused in one.refus for line in _refus(refused, width, secret=one.secret))
    if one.deja:
        yield f"  {DEJA}"
    if one.deja or one.secret or (one.refus and not essai):
        return
    rows = [(nom(key), dire_valeur(key, fact), lu(fact)) for key, fact in valeurs(one)]
    wide = max((len(name) for name, _, _ in rows), default=0)
    for name, value, where in rows:
        told = f"{value} ({where})" if essai else value + " (à relire)" * where.endswith("à relire")
        yield from _plier(f"{name:<{wide}}  {told}", width, wide + 4)
    yield from (f"  {line}" for line in conventions(one))
    yield from (f"  Fichier {sort.value} : {chemin(path, racine)}" for path, sort in _ecrits(one, essai=essai))
    yield from (f"  Perdu : {lost}" for lost in one.perdus)
    yield from (f"  {line}" for line in _retraits(one.retraits, detail=essai))


def _reste(one: Importe, width: int) -> Iterator[str]:
    """What remains to be done for an act."""
    yield titre(one)
    yield from (line for task in taches(one) for line in _plier(f"- {task}", width, 4))


def taches(one: Importe) -> Iterator[str]:
    """What the rules found, and what is asked."""
    yield from map(str, one.anomalies)
    yield from (question.texte for question in one.questions)


def _refus(text: str, width: int, *, secret: bool) -> Iterator[str]:
    """A refusal, and the lines to copy or to compare that may follow it, as they are."""
    first, *lines = text.split("\n")
    yield from _plier(first if secret else f"REFUSÉ : {first}", width, 4)
    yield from (f"      {line}" for line in lines)


def _plier(text: str, width: int, retrait: int = 2) -> Iterator[str]:
    """A text on as many lines as it needs: nothing of it is cut off, and a long name of a file stays whole."""
    inside = " " * retrait
    whole = _INSECABLE.sub(_LIE, text)
    lines = wrap(whole, width, initial_indent="  ", subsequent_indent=inside, break_long_words=False)
    yield from (line.replace(_LIE, " ") for line in lines)


def valeurs(one: Importe) -> Iterable[tuple[str, Fait]]:
    """What was read of an act, unless it concerns one person: a summary may be public."""
    return one.assemblage.valeurs.items() if one.assemblage and not one.secret else ()


def dire_valeur(key: str, fact: Fait) -> str:
    """A value in the words of people."""
    said = dire(fact.valeur)
    if key == "type_document":
        return _sorte(said)
    return f"{said} ({Nature(said).libelle})" if key == "nature_actes" and said in {*Nature} else said


def _sorte(said: str) -> str:
    return TypeActe(said).libelle if said in {*TypeActe} else said.replace("_", " ").capitalize()


def lu(fact: Fait) -> str:
    """Where a value was read, and how sure it is."""
    where = "" if fact.source is Source.XML else f"page {fact.preuve.page}, ligne {fact.preuve.ligne}, "
    return f"{where}{_SOURCES[fact.source]}, {_SURETES[fact.surete]}"


def conventions(one: Importe) -> Iterator[str]:
    """The conventions joined to an act."""
    for said in one.conventions:
        parties = ", ".join(party.nom for party in said.parties) or "parties non lues"
        yield f"Convention : {said.objet} ({parties})"


def _ecrits(one: Importe, *, essai: bool) -> Iterator[tuple[Path, Sort]]:
    """The files that are new or changed; all of them when nothing is written."""
    yield from ((path, sort) for path, sort in one.sorts if essai or sort is not Sort.INCHANGE)


def _retraits(out: Sequence[Retrait], *, detail: bool) -> Iterator[str]:
    """What was taken out of the text: how much, or each piece with its place."""
    if detail:
        yield from (f"Retiré du texte : page {r.page}, ligne {r.ligne} ({r.raison}) : « {r.mots} »" for r in out)
    elif out:
        yield f"{retires(out)} : --essai les montre."


def retires(out: Sequence[Retrait]) -> str:
    """How many lines were taken out of the text, and why."""
    why = ", ".join(f"{reason} ({count})" for reason, count in Counter(r.raison for r in out).items())
    return f"{len(out)} ligne{'s' * (len(out) > 1)} retirée{'s' * (len(out) > 1)} du texte, {why}"


def chemin(path: Path, racine: Path) -> str:
    """A path as it is told to a person: from the project's folder."""
    try:
        return path.resolve().relative_to(racine.resolve().parent).as_posix()
    except ValueError:
        return path.as_posix()
