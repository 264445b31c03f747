"""The text of the pull request: all that was read with its place, the findings, and the questions as a check-list.

Whatever a deposited file holds, it becomes neither layout, nor a link, nor a call to somebody.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..demandes import nom
from ..importer import Importe
from .bilan import DEJA, chemin, compte, conventions, dire_valeur, lu, retires, taches, titre, valeurs

_COUPURE = "\u200b"
_APPELS = re.compile(r"[@#]|:(?=//)|\bwww(?=\.)|\bgh(?=-\d)", re.IGNORECASE)
"""What begins a call to somebody, to another discussion, or a link."""


def markdown(importes: Sequence[Importe], racine: Path) -> str:
    """The acts, then the count."""
    parts = ["\n".join(_fiche(one, racine)) for one in importes]
    return "\n\n".join([*parts, compte(importes, essai=False)]) + "\n"


def _fiche(one: Importe, racine: Path) -> Iterator[str]:
    yield f"## {_sur(titre(one))}\n"
    if one.secret:
        yield from (f"- [ ] {_sur(refused)}" for refused in one.refus)
        return
    yield from [f"**{_sur(one.avis)}**\n"] if one.avis else []
    yield from [f"{DEJA}\n"] if one.deja else []
    if not one.refus and (rows := [*valeurs(one)]):
        yield from ("| Rubrique | Valeur | Lue |", "| --- | --- | --- |")
        yield from (f"| {nom(key)} | {_code(dire_valeur(key, fact))} | {_sur(lu(fact))} |" for key, fact in rows)
    yield from (f"\n{_sur(line)}" for line in conventions(one))
    yield from (f"\nFichier {sort.value} : {_code(chemin(path, racine))}" for path, sort in one.sorts)
    yield from (f"\nPerdu : {_sur(lost)}" for lost in one.perdus)
    yield from [f"\n{_sur(retires(one.retraits))}."] if one.retraits else []
    tasks = [*map(_refus, one.refus), *(f"- [ ] {_sur(task)}" for task in taches(one))]
    if tasks:
        yield "\n### À vérifier\n"
        yield from tasks


def _refus(text: str) -> str:
    """A refusal as a thing to do, with the lines to copy or to compare that may follow it."""
    first, *lines = text.split("\n")
    told = [f"- [ ] **Refusé** : {_sur(first)}"]
    if any(lines):
        fence = "~" * max(3, *(len(run) + 1 for line in lines for run in re.findall("~+", line)), 3)
        told += ["", *(f"  {line}" for line in (fence, *lines, fence)), ""]
    return "\n".join(told)


def _code(text: str) -> str:
    """A value as it is: neither a mention nor a link nor layout, whatever it holds."""
    return f"`{text.replace('`', 'ˋ').replace('|', '¦')}`" if text else ""


def _sur(text: str) -> str:
    """A sentence that cannot become layout, a link or a call to somebody.

    GitHub looks for « @somebody », « #12 » and addresses in the page that is made, where an escaped sign is the sign
    again: only a break that has no width, put after it, stops that.
    """
    broken = _APPELS.sub(lambda m: f"{m[0]}{_COUPURE}", text)
    return re.sub(r"([\\`*_\[\]#|~])", r"\\\1", broken).replace("<", "&lt;")
