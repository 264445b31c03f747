"""The pages that a person writes beside the acts: to which of the register they link, and whose place they take."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

_LIEN = re.compile(r"[^\s()<>\"'\[\]#?]+\.[a-z]+\b")


def fichiers_lies(dossier: Path) -> Iterator[str]:
    """The sources of pages (``scota/2026/607/index.md``) and the files to which they may link."""
    for path in dossier.rglob("*.md"):
        home = path.parent.relative_to(dossier).as_posix()
        for link in _LIEN.findall(path.read_text(encoding="utf-8")):
            yield posixpath.normpath(posixpath.join(home, unquote(link)))


def places_prises(dossier: Path, adresses: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The files, but the words of the home page, at an address that the acts give: source and address.

    Args:
        dossier: where the pages are.
        adresses: those of the files that the acts give.
    """
    given = {address.lower() for address in adresses}
    for path in sorted(one for one in dossier.rglob("*") if one.is_file()):
        source = path.relative_to(dossier)
        page = source.parent if source.stem == "index" else source.with_suffix("")
        address = (page / "index.html" if source.suffix == ".md" else source).as_posix()
        if address.lower() in given and source.as_posix() != "index.md":
            yield source.as_posix(), address
