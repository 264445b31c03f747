"""The feeds as pages of Hugo: each names the pages that it tells of, newest first, and a template writes it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from .jumeaux import Objet

_FORMES = {".rss.xml": "filrss", ".atom.xml": "filatom", ".json": "filjson"}
_AUTREMENT = re.compile(r"actes\.(rss|atom)\.xml|(echeances|partenaires/[^/]+|journaux/[^/]+)\.rss\.xml")
"""Those that the pages of Hugo give by themselves: the home page, those of the partners, the journals."""

_LIEN = re.compile(r'<link href="([^"]+)" rel="alternate" type="text/html"/>')


def fils(site: Path, racine: str) -> Iterator[tuple[str, Objet, str]]:
    """A page per file of a feed."""
    flux = site / "flux"
    for rank, path in enumerate(sorted(flux.rglob("*"))):
        name = path.relative_to(flux).as_posix()
        form = next((output for ending, output in _FORMES.items() if name.endswith(ending)), "")
        if form and not _AUTREMENT.fullmatch(name):
            head: Objet = {"title": f"Flux {name}", "type": "fil", "outputs": [form], "url": f"/flux/{name}"}
            head |= {"pages": [url.removeprefix(racine).strip("/") for url in _pages(path)]}
            yield f"flux/fil-{rank}.md", head | {"_build": {"list": "never"}}, ""


def _pages(path: Path) -> list[str]:
    """The pages that a feed tells of, in its order."""
    if path.suffix == ".json":
        return [item["url"] for item in json.loads(path.read_bytes())["items"]]
    atom = path.name.endswith(".atom.xml")
    found = _LIEN.findall(path.read_text(encoding="utf-8")) if atom else _pages(_jumeau_json(path))
    return found[1:] if atom else found  # the first is that of the feed


def _jumeau_json(path: Path) -> Path:
    return path.with_name(path.name.replace(".rss.xml", ".json"))
