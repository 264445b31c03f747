"""The head of an act in Hugo's tree: what its file says and what the law gives, each once, for the templates to use."""

from collections.abc import Container, Iterator

from recueil.adresses import slug
from recueil.matieres import matiere_nationale
from recueil.nomenclature import Nature, NatureLien, Reconduction, Resultat, TypeActe

from .jumeaux import Jumeau, Objet

_AILLEURS = (
    "type",
    "date",
    "collectivite",
    "seance",
    "explications",
    "scelle",
    "texte",
    "texte_html",
    "url",
)
"""What a head says in another form, or what other pages and data of the site say once for many acts."""

_EXPLIQUES = ("executoire_le", "recours_jusqu_au", "recours_gracieux_jusqu_au", "defere_jusqu_au", "publicite_base")
"""Of the seven explanations of a twin, those that are no copy of another."""


def entete(one: Jumeau, rang: int, racine: str, apart: Container[str]) -> Objet:
    """The head of an act.

    Args:
        one: the act.
        rang: its place in the register.
        racine: the address of the site.
        apart: the texts whose articles have pages of their own.
    """
    said = {key: _chemin(value, racine) for key, value in one.dit.items() if key not in _AILLEURS and value}
    contract = "parties" in one.dit
    head = {
        "title": one.titre,
        "weight": rang,
        "type": "convention" if contract else "acte",
        "outputs": ["HTML", "JSON"],
        "sorte": one.dit["type"],
        "sorte_libelle": TypeActe(one.dit["type"]).libelle,
        "jour": one.dit["date"],
        "cle": one.cle,
        "etapes": sorted(_etapes(one.dit), key=lambda step: step["jour"]),
        "seance": _page((one.dit["seance"] or {}).get("url"), racine),
        "explications": {key: one.dit["explications"][key] for key in _EXPLIQUES if key in one.dit["explications"]},
        **_libelles(one.dit),
        **_classements(one, apart),
    }
    permanent = _page(one.dit["url_permanente"], racine)
    head["aliases"] = [permanent] if permanent != f"/{one.adresse}".rstrip("/") else []
    return said | {key: value for key, value in head.items() if value}


def _page(url: str | None, racine: str) -> str:
    """The path by which Hugo finds a page."""
    return f"/{url.removeprefix(racine)}".rstrip("/") if url else ""


def _chemin(value: object, racine: str) -> object:
    """A value whose addresses of pages are paths."""
    if isinstance(value, str) and value.startswith(racine):
        return _page(value, racine)
    if isinstance(value, list):
        return [_chemin(one, racine) for one in value]
    if isinstance(value, dict):
        return {key: _chemin(one, racine) for key, one in value.items() if one is not None}
    return value


def _etapes(dit: Objet) -> Iterator[Objet]:
    """The dates in the life of an act, as its page shows them."""
    seance, control = dit["seance"] or {}, dit["controle_legalite"] or {}
    told = (
        ("Convocation", seance.get("convocation"), "envoi de la convocation aux membres"),
        ("Séance", seance.get("date"), seance.get("organe")),
        ("Signature", None if seance.get("date") == dit["date"] else dit["date"], ""),
        ("Affichage", dit["affiche_le"], ""),
        ("Envoi en préfecture", control.get("envoye_le"), ""),
        ("Réception en préfecture", control.get("recu_le"), ""),
        ("Mise en ligne", dit["publie_le"], ""),
    )
    for label, day, more in told:
        if day:
            yield {"libelle": label, "jour": day} | ({"precision": more} if more else {})


def _libelles(dit: Objet) -> Objet:
    """The values of closed lists as a person reads them."""
    control, votes = dit["controle_legalite"] or {}, dit["votes"] or {}
    ticked = control.get("nature") or (control.get("id") or "")[-2:]
    return {
        "nature": {"code": ticked, "libelle": Nature(ticked).libelle} if ticked else None,
        "resultat_libelle": Resultat(votes["resultat"]).libelle.lower() if votes.get("resultat") else None,
        "reconduction_libelle": Reconduction(dit["reconduction"]).libelle if dit.get("reconduction") else None,
        "signee": all(party["signe_le"] not in {None, "inconnu"} for party in dit.get("parties", [])),
        "verbes": [NatureLien(link["nature"]).libelle for link in dit["liens"]],
    }


def _classements(one: Jumeau, apart: Container[str]) -> Objet:
    """The terms under which Hugo files the act: the indexes of the register."""
    if not one.dit["publicite"]:
        return {}
    ticked = _libelles(one.dit)["nature"]
    return {
        "registre/annees": [one.annee],
        "registre/types": [slug(one.dit["type"])],
        "registre/natures": [slug(ticked["code"])] if ticked else [],
        "registre/matieres": [slug(matiere_nationale(one.dit["matiere"]))] if one.dit["matiere"] else [],
        "registre/collectivites": [one.cle],
        "registre/organes": [slug(one.organe)] if one.organe else [],
        "registre/en-vigueur": _annees_en_vigueur(one),
        **_textes_cites(one, apart),
        "conventions/partenaires": _partenaires(one),
    }


def _textes_cites(one: Jumeau, apart: Container[str]) -> Objet:
    """The texts that it cites, and their articles: as terms of their own, or for the page of the text."""
    held = {key: cited.articles for key, cited in one.cites.items() if cited.articles}
    terms = [f"{key}--{slug(name)}" for key, names in held.items() if key in apart for name in names]
    told = {key: names for key, names in held.items() if key not in apart}
    return {"registre/textes-cites": list(one.cites), "articles": terms, "articles_cites": told}


def _annees_en_vigueur(one: Jumeau) -> list[str]:
    """The years at whose end the act was in force."""
    dit, years = one.dit, range(int(one.dit["publicite"][:4]), int(one.au[:4]) + 1)
    return [str(year) for year in years if _etat_au(dit, min(f"{year}-12-31", one.au)) in {"executoire", "modifie"}]


def _etat_au(dit: Objet, day: str) -> str:
    return next((state["etat"] for state in reversed(dit["etats"]) if state["depuis"] <= day), "")


def _partenaires(one: Jumeau) -> list[str]:
    """The parties of a convention but the authority itself."""
    if one.dit["type"] != "convention":
        return []
    own = one.dit["collectivite"]["siren"]
    return [slug(party["sigle"] or party["nom"]) for party in one.dit["parties"] if party["siren"] != own]
