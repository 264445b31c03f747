"""What is said at the end of the import of a table: a line for each defect, a line for each folder, then the count.

A table may have thousands of rows: what is the same for many of them is told once, with their lines.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..faits import Question
from ..importer import Importe
from ..sortie.bilan import chemin
from ..sortie.fichiers import ECRITS, Sort

_LIGNES = 8
"""Lines that are named of what many have in common."""

_REFUSEE = "REFUSÉE : "
_MANQUANTE = "CHAMP-01"
"""What every draft lacks is told once, at the end."""

_BROUILLON = (
    "Ce sont des brouillons : rien n'est en ligne. Chacun attend son auteur, son PDF ou son texte, puis « publie_le »."
)


def texte(importes: Sequence[Importe], *, essai: bool, racine: Path) -> str:
    """The rows for a terminal."""
    return "".join(f"{line}\n" for line in _lignes(importes, essai=essai, racine=racine))


def _lignes(importes: Sequence[Importe], *, essai: bool, racine: Path) -> Iterator[str]:
    yield from _defauts(importes)
    for folder, count in sorted(_dossiers(importes).items()):
        done = "à écrire" if essai else f"écrit{'s' * (count > 1)}"
        yield f"{count} brouillon{'s' * (count > 1)} {done} dans « {chemin(folder, racine)} »."
    yield compte(importes, essai=essai)
    if any(_ecrit(one) for one in importes):
        yield _BROUILLON


def resumer(importes: Sequence[Importe]) -> list[Importe]:
    """The same in one piece for each file, for a pull request, which has room for no more."""
    files = list(dict.fromkeys(one.origines for one in importes))
    return [_resume([one for one in importes if one.origines == file]) for file in files]


def _resume(importes: Sequence[Importe]) -> Importe:
    refused: list[str] = []
    asked: list[str] = []
    for line in _defauts(importes):
        (refused if f" : {_REFUSEE}" in line else asked).append(line)
    name = importes[0].nom.partition(":")[0]
    questions = tuple(Question("tableau", line) for line in asked)
    told = f"{compte(importes, essai=False)} {_BROUILLON}"
    return Importe(name, refus=tuple(refused), questions=questions, avis=told, origines=importes[0].origines)


def compte(importes: Iterable[Importe], *, essai: bool) -> str:
    """How many rows were written, known, refused."""
    rows = [one for one in importes if ":" in one.nom]
    written = sum(_ecrit(one) for one in rows)
    refused = sum(bool(one.refus) for one in rows)
    known = len(rows) - written - refused
    done = "à écrire" if essai else f"écrit{'s' * (written > 1)}"
    return (
        f"{len(rows)} ligne{'s' * (len(rows) > 1)} : {written} brouillon{'s' * (written > 1)} {done}, "
        f"{known} déjà au registre, {refused} refusée{'s' * (refused > 1)}."
    )


def _ecrit(one: Importe) -> bool:
    return any(fate in ECRITS for _, fate in one.sorts)


def _dossiers(importes: Iterable[Importe]) -> Counter[Path]:
    """How many acts each folder receives."""
    new = (path for one in importes for path, fate in one.sorts if fate is Sort.NOUVEAU and path.suffix == ".md")
    return Counter(path.parent for path in new)


def _defauts(importes: Iterable[Importe]) -> Iterator[str]:
    """Each defect with its line, in the order of the file; what several rows share is told at the first."""
    held: dict[str, list[str]] = defaultdict(list)
    for one in importes:
        for sentence in _phrases(one):
            held[sentence].append(one.nom)
    for sentence, names in held.items():
        yield f"{names[0]} : {sentence}{_de_meme(names[1:])}"


def _de_meme(names: Sequence[str]) -> str:
    if not names:
        return ""
    lines = [name.rpartition(":")[2] for name in names[:_LIGNES]]
    more = f" et {len(names) - _LIGNES} autres" if len(names) > _LIGNES else ""
    return f" (de même {'lignes' if len(names) > 1 else 'ligne'} {', '.join(lines)}{more})"


def _phrases(one: Importe) -> Iterator[str]:
    """What is said of a row: why it is refused, what was undone, what is asked, what the rules of the register find."""
    yield from (f"{_REFUSEE}{sentence}" for sentence in one.refus)
    yield from [one.avis] if one.avis else []
    yield from (question.texte for question in one.questions)
    yield from (f"{found.message} ({found.code})" for found in one.anomalies if found.code != _MANQUANTE)
