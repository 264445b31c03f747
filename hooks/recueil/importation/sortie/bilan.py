"""The table at the end of an import: what was read, where and how sure; what was taken out; what remains to be said."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ...nomenclature import TypeActe
from ..assemblage import dire
from ..demandes import nom
from ..faits import Fait, Source, Surete
from ..importer import Importe
from ..redaction.retraits import Retrait
from .fichiers import Sort

_SOURCES = {Source.TEXTE: "texte", Source.TAMPON: "tampon", Source.XML: "message @ctes"}
_SURETES = {Surete.SURE: "sûr", Surete.PROBABLE: "probable", Surete.POSSIBLE: "possible"}
_LARGEUR = 70


def texte(importes: Sequence[Importe], *, essai: bool, racine: Path) -> str:
    """The table for a terminal, then the count."""
    parts = ["\n".join(_acte(one, essai=essai, racine=racine)) for one in importes]
    return "\n\n".join([*parts, compte(importes, essai=essai)]) + "\n"


def markdown(importes: Sequence[Importe], racine: Path) -> str:
    """The same for a pull request, with the questions as a check-list."""
    parts = ["\n".join(_fiche(one, racine)) for one in importes]
    return "\n\n".join([*parts, compte(importes, essai=False)]) + "\n"


def compte(importes: Sequence[Importe], *, essai: bool) -> str:
    """How many acts were imported, refused, and how much remains to be said."""
    good = [one for one in importes if one.sorts]
    asked = sum(len(one.questions) for one in importes)
    verb = "à importer" if essai else "importé"
    counted = [_nombre(len(good), "acte", verb), _nombre(len(importes) - len(good), "fichier", "refusé")]
    return ", ".join([*filter(None, counted), _nombre(asked, "question", "à régler") or "aucune question"]) + "."


def _nombre(count: int, thing: str, done: str) -> str:
    many = "s" * (count > 1)
    return f"{count} {thing}{many} {done}{many if done[-1] == 'é' else ''}" if count else ""


def titre(one: Importe) -> str:
    """What an act is called: its kind and its number, or the name of its file."""
    if one.assemblage is None:
        return one.nom
    said = one.assemblage.texte("type_document")
    kind = TypeActe(said).libelle if said in {*TypeActe} else said.capitalize() or "Document"
    number = one.assemblage.texte("numero")
    return f"{kind} n° {number} ({one.nom})" if number else f"{kind} ({one.nom})"


def _acte(one: Importe, *, essai: bool, racine: Path) -> Iterator[str]:
    yield titre(one)
    rows = [(nom(key), _court(dire(fact.valeur)), _lu(fact)) for key, fact in _valeurs(one)]
    wide = max((len(name) for name, _, _ in rows), default=0)
    far = max((len(value) for _, value, _ in rows), default=0)
    yield from (f"  {name:<{wide}}  {value:<{far}}  {where}" for name, value, where in rows)
    yield from (f"  {line}" for line in _conventions(one))
    yield from (f"  Fichier {sort.value} : {_chemin(path, racine)}" for path, sort in _ecrits(one, essai=essai))
    yield from (f"  Retiré du texte : {line}" for line in _retraits(one.retraits, detail=essai))
    yield from (f"  Règle : {found}" for found in one.anomalies)
    yield from (f"  REFUSÉ : {refused}" for refused in one.refus)
    yield from (f"  À vérifier : {question.texte}" for question in one.questions)


def _fiche(one: Importe, racine: Path) -> Iterator[str]:
    yield f"## {_sur(titre(one))}\n"
    if one.assemblage and one.assemblage.valeurs:
        yield from ("| Rubrique | Valeur | Lue |", "| --- | --- | --- |")
        yield from (f"| {nom(key)} | {_code(dire(fact.valeur))} | {_sur(_lu(fact))} |" for key, fact in _valeurs(one))
    yield from (f"\n{_sur(line)}" for line in _conventions(one))
    yield from (f"\nFichier {sort.value} : {_code(_chemin(path, racine))}" for path, sort in one.sorts)
    yield from (f"\nRetiré du texte : {_sur(line)}" for line in _retraits(one.retraits, detail=False))
    tasks = [*(f"**Refusé** : {_sur(refused)}" for refused in one.refus), *(_sur(q.texte) for q in one.questions)]
    if tasks:
        yield "\n### À vérifier\n"
        yield from (f"- [ ] {task}" for task in tasks)


def _valeurs(one: Importe) -> Iterable[tuple[str, Fait]]:
    return one.assemblage.valeurs.items() if one.assemblage else ()


def _lu(fact: Fait) -> str:
    where = "" if fact.source is Source.XML else f"page {fact.preuve.page}, ligne {fact.preuve.ligne}, "
    return f"{where}{_SOURCES[fact.source]}, {_SURETES[fact.surete]}"


def _conventions(one: Importe) -> Iterator[str]:
    for said in one.conventions:
        parties = ", ".join(party.nom for party in said.parties) or "parties non lues"
        yield f"Convention : {said.objet} ({parties})"


def _ecrits(one: Importe, *, essai: bool) -> Iterator[tuple[Path, Sort]]:
    """The files that are new or changed; all of them when nothing is written."""
    yield from ((path, sort) for path, sort in one.sorts if essai or sort is not Sort.INCHANGE)


def _retraits(out: Sequence[Retrait], *, detail: bool) -> Iterator[str]:
    """What was taken out of the text: the count of each reason, or each piece with its place."""
    if detail:
        yield from (f"page {r.page}, ligne {r.ligne} ({r.raison}) : « {_court(r.mots)} »" for r in out)
    elif out:
        yield ", ".join(f"{why} ({count})" for why, count in Counter(r.raison for r in out).items())


def _chemin(path: Path, racine: Path) -> str:
    try:
        return path.resolve().relative_to(racine.resolve().parent).as_posix()
    except ValueError:
        return path.as_posix()


def _court(text: str) -> str:
    return text if len(text) <= _LARGEUR else f"{text[: _LARGEUR - 1]}…"


def _code(text: str) -> str:
    """A value as it is: neither a mention nor a link nor layout, whatever it holds."""
    return f"`{text.replace('`', 'ˋ').replace('|', '¦')}`" if text else ""


def _sur(text: str) -> str:
    """A sentence that cannot become layout, a link or a call to somebody."""
    return re.sub(r"([\\`*_\[\]#|~])", r"\\\1", text).replace("<", "&lt;").replace("@", "&#64;")
