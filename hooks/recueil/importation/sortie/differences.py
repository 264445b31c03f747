"""What a file of the register and the document say otherwise: shown before anything is written over."""

import difflib
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from ...source import Source, SourceIllisible, read_source
from .fichiers import Prevu

LIGNES_MAX = 20
_LARGEUR = 110
_LEGENDE = "(- : ce que dit le fichier ; + : ce que dit le document)"


def montrer(prevus: Sequence[Prevu]) -> str:
    """The first differences, line by line, under the name of each file."""
    lines = [*islice(chain.from_iterable(map(_fichier, prevus)), LIGNES_MAX + 1)]
    more = ["…"] * (len(lines) > LIGNES_MAX)
    return "\n".join([*lines[:LIGNES_MAX], *more])


def _fichier(prevu: Prevu) -> Iterator[str]:
    if isinstance(prevu.contenu, Path):
        yield f"{prevu.chemin.name} : ce n'est pas le même PDF"
        return
    before, after = (_lignes(content) for content in (prevu.chemin.read_bytes(), prevu.contenu))
    yield f"{prevu.chemin.name} {_LEGENDE}"
    for line in islice(difflib.unified_diff(before, after, n=0, lineterm=""), 2, None):
        if not line.startswith("@@"):
            yield f"{line[0]} {_court(line[1:].strip())}"


def _lignes(content: bytes) -> list[str]:
    return [line for line in content.decode("utf-8", "replace").splitlines() if line.strip()]


def _court(line: str) -> str:
    return line if len(line) <= _LARGEUR else f"{line[: _LARGEUR - 1]}…"


def pertes(prevu: Prevu) -> Iterator[str]:
    """What the clerk had typed in a file, that writing over it loses."""
    name = prevu.chemin.name
    if isinstance(prevu.contenu, Path):
        yield f"{name} : le PDF qui était là"
        return
    old, new = relire(name, prevu.chemin.read_bytes()), relire(name, prevu.contenu)
    if old is None or new is None:
        yield f"{name} : tout le fichier, que le registre ne pouvait pas lire"
        return
    kept = dict(_plat(new.champs))
    for key, value in _plat(old.champs):
        if kept.get(key) != value:
            instead = f", remplacé par « {_court(kept[key])} »" if key in kept else ""
            yield f"{name} : {key} : « {_court(value)} »{instead}"
    if old.texte.strip() != new.texte.strip():
        yield f"{name} : ce qui avait été changé dans le texte"


def relire(name: str, content: bytes) -> Source | None:
    """What the engine reads of a file that is not in its place; nothing when it cannot."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        try:
            return read_source(path, path.parent)
        except SourceIllisible:
            return None


def _plat(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """The values that a head holds, each with the way to it."""
    if isinstance(value, dict):
        for name, inside in value.items():
            yield from _plat(inside, f"{key}.{name}" if key else str(name))
    elif isinstance(value, list):
        for rank, inside in enumerate(value, start=1):
            yield from _plat(inside, f"{key} {rank}")
    elif value is not None:
        yield key, str(value)
