"""The journals as data for Hugo: their lines, their files, and what the foot of every page says of them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from .decoupe import PAR_PAGE, decouper
from .jumeaux import Jumeau, Objet


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
        said: Objet = {"title": "Journal des mises en ligne", "type": "journal"}
        yield from decouper(f"{cle}/journal", said | {"cle": cle, "nombre": len(own)}, "lignes", own)
        feed = said | {"outputs": ["jours"], "lignes": own[:PAR_PAGE]}
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
