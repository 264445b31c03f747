"""Writes the tree that Hugo renders, from a site that Recueil built: the same acts, pages, files and data.

It is no part of what is timed: Hugo is given computed what it cannot compute.
"""

import html
import json
import re
import shutil
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from .echeances_hugo import jours
from .entetes import entete
from .flux_hugo import fils
from .journaux_hugo import copies, tetes
from .jumeaux import Jumeau, Objet, jumeaux
from .pages_hugo import pages

_MODELE = Path(__file__).with_name("hugo")


def convertir(site: Path, dossier: Path, pages_fixes: Path) -> None:
    """Write a Hugo project that gives the equivalent of a site."""
    shutil.copytree(_MODELE, dossier)
    _nommer(dossier / "hugo.toml", site)
    acts = jumeaux(site)
    racine = acts[0].dit["url"].removesuffix(acts[0].adresse)
    apart = {path.parent.parent.name for path in site.glob("registre/textes-cites/*/*/index.html")}
    for rang, one in enumerate(acts, start=1):
        _acte(one, entete(one, rang, racine, apart), site, dossier / "content")
    for address, head, text in pages(acts, site, racine, pages_fixes):
        _ecrire(dossier / "content" / address, head, text)
    for address, head, text in fils(site, racine):
        _ecrire(dossier / "content" / address, head, text)
    _donnees(acts, site, dossier / "data")
    shutil.copytree(site / "assets", dossier / "static" / "assets")
    for path in copies(acts, site):
        place = dossier / "static" / path.relative_to(site)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)


def _nommer(config: Path, site: Path) -> None:
    """Give the site its name: the title of every page ends with it."""
    home = (site / "index.html").read_text(encoding="utf-8")
    name = html.unescape(home.split("<title>", 1)[1].split("</title>", 1)[0].strip())
    told = config.read_text(encoding="utf-8").replace('title = "Registre des actes"', f"title = {json.dumps(name)}")
    config.write_text(told, encoding="utf-8")


def _ecrire(path: Path, head: Objet, text: str) -> None:
    """A page of Hugo: its head in JSON, which Hugo reads faster than YAML or TOML, and its text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    said = json.dumps(head, ensure_ascii=False, indent=1)
    path.write_text(f"{said}\n\n{text}\n", encoding="utf-8")


def _acte(one: Jumeau, head: Objet, site: Path, content: Path) -> None:
    """An act and its files, together in their folder (a « leaf bundle »)."""
    folder = content / one.adresse
    _ecrire(folder / "index.md", head, one.dit["texte"])
    for pdf in (site / one.adresse).glob("*.pdf"):
        shutil.copyfile(pdf, folder / pdf.name)


def _donnees(acts: Sequence[Jumeau], site: Path, dossier: Path) -> None:
    """What many pages say: the authorities, the newest day, the style sheets, how long the feeds are."""
    dossier.mkdir()
    newest = max(one.dit["publicite"] or "" for one in acts)
    feed = (site / "flux" / "actes.rss.xml").read_text(encoding="utf-8")
    said = {
        "dernier_jour": newest,
        "dans_un_an": (date.fromisoformat(newest) + timedelta(days=365)).isoformat(),
        "feuilles": re.findall(r'rel="stylesheet" href="([^"]+)"', (site / "index.html").read_text(encoding="utf-8")),
        "flux": feed.count("<item>"),
        "journaux": tetes(acts),
    }
    (dossier / "site.json").write_text(json.dumps(said), encoding="utf-8")
    days = jours(one for one in acts if one.dit["type"] == "convention")
    (dossier / "echeances.json").write_text(json.dumps(days, ensure_ascii=False), encoding="utf-8")
    authorities = {one.cle: one.dit["collectivite"] for one in acts}
    (dossier / "collectivites.json").write_text(json.dumps(authorities, ensure_ascii=False), encoding="utf-8")
