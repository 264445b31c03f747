"""The journals as data for Hugo: it pages lists of pages only, so each page of a journal is given its own lines."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from .jumeaux import Jumeau, Objet

_PAR_PAGE = 200
"""Lines of a page of the journal, as Recueil has them."""


def lignes(acts: Sequence[Jumeau]) -> dict[str, list[Objet]]:
    """The lines of each authority, newest first."""
    found: dict[str, list[Objet]] = defaultdict(list)
    for one in acts:
        for line in one.dit["journal"]:
            said = {key: line[key] for key in ("rang", "evenement", "inscrit_le", "sceau")}
            found[one.cle].append(said | {"page": f"/{one.adresse}", "titre": one.titre})
    return {cle: sorted(own, key=lambda line: -line["rang"]) for cle, own in found.items()}


def pages_journaux(acts: Sequence[Jumeau]) -> Iterator[tuple[str, Objet, str]]:
    """The pages of the journals, and their feeds."""
    for cle, own in lignes(acts).items():
        chunks = [own[at : at + _PAR_PAGE] for at in range(0, len(own), _PAR_PAGE)]
        for number, chunk in enumerate(chunks, start=1):
            head: Objet = {"title": "Journal des mises en ligne", "type": "journal", "cle": cle, "nombre": len(own)}
            head |= {"page_no": number, "pages": len(chunks), "lignes": chunk, "url": _adresse(cle, number)}
            yield f"{cle}/journal-{number}.md", head, ""
        feed: Objet = {
            "title": "Journal des mises en ligne",
            "type": "journal",
            "outputs": ["jours"],
            "lignes": chunks[0],
        }
        feed |= {"url": f"/flux/journaux/{cle}.rss.xml", "_build": {"list": "never"}}
        yield f"flux/{cle}.md", feed, ""


def copies(acts: Sequence[Jumeau], site: Path) -> Iterator[Path]:
    """The files of the journals and of the proof, as they are, from the root of the site."""
    for cle in lignes(acts):
        yield from (path for path in (site / cle / "journal").rglob("*") if path.is_file() and path.suffix != ".html")
    yield from (path for path in (site / "preuve").iterdir() if path.name != "index.html")


def tetes(acts: Sequence[Jumeau]) -> list[Objet]:
    """What the foot of every page says of each journal."""
    names = {one.cle: one.dit["collectivite"]["nom"] for one in acts}
    return [{"nom": names[cle], "lignes": own[0]["rang"], "tete": own[0]["sceau"]} for cle, own in lignes(acts).items()]


def _adresse(cle: str, number: int) -> str:
    return f"/{cle}/journal/" + (f"page/{number}/" if number > 1 else "")
