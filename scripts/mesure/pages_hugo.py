"""The pages of Hugo's tree that are not acts: each says what it is and what it shows, the templates do the rest."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from recueil.adresses import slug
from recueil.matieres import matiere_nationale
from recueil.nomenclature import Nature, TypeActe

from .decoupe import decouper
from .echeances_hugo import jours
from .journaux_hugo import pages_journaux
from .jumeaux import Jumeau, Objet

Fichier = tuple[str, Objet, str]
"""Where a page is in the tree, its head and its text."""

_JAMAIS = {"render": "never", "list": "never"}
_SUIVIS = {
    "en-cours": "Conventions en cours",
    "a-venir": "Conventions à venir",
    "terminees": "Conventions terminées",
    "terme-inconnu": "Conventions dont le terme n'est pas connu",
    "signature-inconnue": "Conventions dont une signature n'est pas connue",
    "sans-deliberation": "Conventions sans leur délibération",
}


_DU_MOTEUR = (
    *("regles", "preuve", "recherche", "s-abonner", "integrer", "donnees", "mentions-legales"),
    *("comprendre", "accessibilite", "accessibilite/criteres", "registre/chiffres", "registre/themes"),
)
"""Pages that the engine writes whatever the acts."""


def pages(acts: Sequence[Jumeau], site: Path, racine: str, fixes: Path) -> Iterator[Fichier]:
    """Every page but those of the acts."""
    yield from _fixes(fixes, site)
    yield from _registre(acts, site)
    for cle in sorted({one.cle for one in acts}):
        yield from _collectivite(cle, [one for one in acts if one.cle == cle])
    yield from _seances(acts, racine)
    yield from _conventions(acts)
    yield from _empreintes(site)
    yield from _comparaisons(site)
    yield from pages_journaux(acts)


def _fixes(fixes: Path, site: Path) -> Iterator[Fichier]:
    """The pages that a person wrote, as they are, and those that the engine writes whatever the acts."""
    for path in sorted(fixes.glob("*.md")):
        name = "_index.md" if path.stem == "index" else path.name
        yield name, {"title": path.stem.replace("-", " ").capitalize()}, path.read_text(encoding="utf-8")
    found = [site / name / "index.html" for name in _DU_MOTEUR]
    found += sorted(one for one in site.glob("*/chiffres/index.html") if one not in found)
    for path in [one for one in found if one.is_file()] + sorted(site.glob("cadre/**/index.html")):
        name = path.parent.relative_to(site).as_posix()
        yield f"{name}.md", {"title": name.capitalize(), "type": "brut"}, article(path)


def article(path: Path) -> str:
    """What a page of the site says between its header and its footer."""
    text = path.read_text(encoding="utf-8")
    found = re.search(r'<article class="md-content__inner md-typeset">\s*(.*?)\s*</article>', text, re.DOTALL)
    return found[1] if found else ""


def _registre(acts: Sequence[Jumeau], site: Path) -> Iterator[Fichier]:
    """The register, its indexes and the titles of their terms."""
    yield "registre/_index.md", {"title": "Registre des actes", "type": "tous"}, ""
    yield "registre/seances/_index.md", {"title": "Séances", "type": "seances"}, ""
    titles = {"annees": "Année", "types": "Sorte d'acte", "natures": "Nature", "matieres": "Matière"}
    for name, title in (titles | {"collectivites": "Collectivité", "organes": "Assemblée ou signataire"}).items():
        yield f"registre/{name}/_index.md", {"title": f"Registre : {title.lower()}"}, ""
        for term, label in sorted(_termes(acts, name).items()):
            yield f"registre/{name}/{term}/_index.md", {"title": f"{title} : {label}", "terme": label}, ""
    yield "registre/en-vigueur/_index.md", {"title": "Actes en vigueur", "type": "vigueur"}, ""
    for year in sorted({one.annee for one in acts}):
        yield f"registre/en-vigueur/{year}/_index.md", {"title": f"Actes en vigueur, {year}", "type": "vigueur"}, ""
    yield from _textes(acts, site)


def _termes(acts: Sequence[Jumeau], name: str) -> dict[str, str]:
    """The terms of an index of the register, with their labels."""
    found: dict[str, str] = {}
    for one in acts:
        control, code = one.dit["controle_legalite"] or {}, one.dit["matiere"]
        ticked = (control.get("id") or "")[-2:]
        told = {
            "annees": (one.annee, one.annee),
            "types": (slug(one.dit["type"]), TypeActe(one.dit["type"]).libelle),
            "natures": (slug(ticked), Nature(ticked).libelle) if ticked else ("", ""),
            "matieres": (slug(matiere_nationale(code)), one.dit["matiere_libelle"]) if code else ("", ""),
            "collectivites": (one.cle, one.dit["collectivite"]["nom"]),
            "organes": (slug(one.organe), one.organe),
        }
        found.setdefault(*told[name])
    found.pop("", None)
    return found


def _textes(acts: Sequence[Jumeau], site: Path) -> Iterator[Fichier]:
    """The texts that are cited; the articles that Recueil sets apart have pages of their own."""
    yield "registre/textes-cites/_index.md", {"title": "Textes cités", "type": "textes"}, ""
    yield "articles/_index.md", {"title": "Articles", "_build": _JAMAIS}, ""
    known = {key: found.texte for one in acts for key, found in one.cites.items()}
    articles: dict[str, set[str]] = defaultdict(set)
    for one in acts:
        for key, found in one.cites.items():
            articles[key].update(found.articles)
    for key, text in known.items():
        head: Objet = {"title": text.titre, "type": "textes", "lien": text.lien, "genre": text.sorte}
        apart = {name for name in articles[key] if (site / "registre/textes-cites" / key / slug(name)).is_dir()}
        links = [{"nom": name, "page": f"/articles/{key}--{slug(name)}"} for name in sorted(apart)]
        head |= {"articles": sorted(articles[key] - apart), "a_part": links}
        yield f"registre/textes-cites/{key}/_index.md", head, ""
        for link in links:
            url = f"/registre/textes-cites/{key}/{slug(link['nom'])}/"
            yield f"{link['page'][1:]}/_index.md", {"title": f"{text.titre}, {link['nom']}", "url": url}, ""


def _collectivite(cle: str, acts: Sequence[Jumeau]) -> Iterator[Fichier]:
    """An authority: its page, its years, its sessions, its conventions, its tables."""
    said = acts[0].dit["collectivite"]
    years = sorted({one.annee for one in acts}, reverse=True)
    yield (
        f"{cle}/_index.md",
        {"title": said["nom"], "type": "collectivite", "cle": cle, "annees": years} | {"dit": said},
        "",
    )
    yield f"{cle}/seances/_index.md", {"title": f"Séances, {said['nom']}", "type": "seances", "cle": cle}, ""
    yield (
        f"{cle}/conventions/_index.md",
        {"title": f"Conventions, {said['nom']}", "type": "conventions", "cle": cle},
        "",
    )
    for year in years:
        here = {"cle": cle, "annee": year, "collectivite": said["nom"]}
        yield f"{cle}/{year}/_index.md", {"title": f"Actes de {year}, {said['nom']}", "type": "annee"} | here, ""
        for name, title in (("dates", "Table chronologique"), ("objets", "Table par objet")):
            head = {"title": f"{title} {year}", "type": "table", "ordre": name, "url": f"/{cle}/tables/{year}/{name}/"}
            yield f"{cle}/tables/{year}-{name}.md", head | here, ""


def _seances(acts: Sequence[Jumeau], racine: str) -> Iterator[Fichier]:
    """The sessions: what the acts of each share, said once, and the acts in their order."""
    held: dict[str, list[Jumeau]] = defaultdict(list)
    for one in reversed(acts):
        if (one.dit["seance"] or {}).get("url"):
            held[one.dit["seance"]["url"].removeprefix(racine)].append(one)
    for rang, (address, own) in enumerate(sorted(held.items(), key=lambda pair: pair[0], reverse=True), start=1):
        said = {key: value for key, value in own[0].dit["seance"].items() if value and key not in {"url", "date"}}
        said["pouvoirs"] = [list(pair) for pair in said.get("pouvoirs", {}).items()]
        head = {"title": own[0].dit["seance"]["organe"], "type": "seance", "weight": rang, "cle": own[0].cle} | said
        head |= {"jour": own[0].dit["seance"]["date"], "collectivite": own[0].dit["collectivite"]["nom"]}
        head["actes"] = [f"/{one.adresse}".rstrip("/") for one in own if one.dit["type"] == "deliberation"]
        head["autres"] = [f"/{one.adresse}".rstrip("/") for one in own if one.dit["type"] != "deliberation"]
        head["conventions"] = [f"/{url.removeprefix(racine)}".rstrip("/") for one in own for url in one.dit["approuve"]]
        yield f"{address}index.md", head, ""


def _conventions(acts: Sequence[Jumeau]) -> Iterator[Fichier]:
    """The conventions: all, by situation, by partner, and their days that count."""
    signed = [one for one in acts if one.dit["type"] == "convention"]
    days = jours(signed)
    yield "conventions/_index.md", {"title": "Conventions", "type": "conventions"}, ""
    newest = max(one.dit["publicite"] or "" for one in acts)
    ordered = [*(day for day in days if day["jour"] >= newest), *(day for day in days if day["jour"] < newest)]
    said = {"title": "Échéances des conventions", "type": "echeances"}
    yield from decouper("conventions/echeances", said, "jours", ordered)
    for name, title in _SUIVIS.items():
        yield f"conventions/{name}/_index.md", {"title": title, "type": "suivi", "suivi": name.replace("-", "_")}, ""
    named = {slug(p["sigle"] or p["nom"]): p["nom"] for one in signed for p in one.dit["parties"]}
    yield "conventions/partenaires/_index.md", {"title": "Partenaires", "type": "partenaires"}, ""
    by_partner: dict[str, list[Jumeau]] = defaultdict(list)
    for one in signed:
        own = one.dit["collectivite"]["siren"]
        for party in one.dit["parties"]:
            if party["siren"] != own:
                by_partner[slug(party["sigle"] or party["nom"])].append(one)
    for key, mine in by_partner.items():
        head = {"title": named[key], "type": "partenaires", "outputs": ["HTML", "ics", "jours"], "jours": jours(mine)}
        yield f"conventions/partenaires/{key}/_index.md", head, ""


def _empreintes(site: Path) -> Iterator[Fichier]:
    """What the fingerprints that begin alike designate; their folder is no page, nor that of the feeds."""
    for name in ("donnees", "flux"):
        yield f"{name}/_index.md", {"title": name, "_build": _JAMAIS}, ""
    for path in sorted((site / "donnees" / "empreintes").glob("*.json")):
        found = json.loads(path.read_text(encoding="utf-8"))
        rows = [{"sha256": digest} | said for digest, said in found.items()]
        head = {
            "title": path.stem,
            "type": "empreintes",
            "outputs": ["JSON"],
            "url": f"/donnees/empreintes/{path.name}",
        }
        yield f"donnees/empreintes/{path.stem}.md", head | {"lignes": rows}, ""


def _comparaisons(site: Path) -> Iterator[Fichier]:
    """What a convention changes in its model: the differences are found by Recueil, Hugo has no such thing."""
    for path in sorted(site.rglob("differences/index.html")):
        address = path.parent.relative_to(site).as_posix()
        head = {"title": "Ce que la convention change dans son modèle", "type": "brut", "url": f"/{address}/"}
        yield f"{address.removesuffix('/differences')}-differences.md", head, article(path)
