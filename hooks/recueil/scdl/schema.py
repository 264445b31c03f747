"""The Table Schema of a table of ours (https://specs.frictionlessdata.io/table-schema/), from its columns."""

from .. import adresses
from ..colonnes_scdl import SCHEMA as NATIONAL
from ..nomenclature import Licence
from ..objets import Objet, ecrire
from ..pages.page import Reglages
from .colonnes import Colonne, Genre, Table

VERSION = "1.0.0"
"""Of the three schemas: a column that changes its meaning or goes away asks for another first figure."""

_DIALECTE = "https://frictionlessdata.io/schemas/table-schema.json"
_SPDX = {Licence.LO: "etalab-2.0", Licence.ODBL: "ODbL-1.0"}
_MANQUANTES = ("", "inconnu")
"""A cell that says nothing, and one that says that the document leaves a blank."""


def schema(table: Table, adresse: str, donnees: str, reglages: Reglages) -> str:
    """The schema, ready to be written.

    Args:
        table: what it is the schema of.
        adresse: where the schema is served.
        donnees: where the whole table is served.
        reglages: the site, and the licence of its data.
    """
    licence = reglages.licence
    told: Objet = {
        "$schema": _DIALECTE,
        "name": table.nom,
        "title": table.titre,
        "description": table.description,
        "countryCode": "FR",
        "homepage": reglages.site_url,
        "path": adresses.absolue(reglages.site_url, adresse),
        "version": VERSION,
        "encoding": "utf-8",
        "resources": [{"title": table.titre, "path": adresses.absolue(reglages.site_url, donnees)}],
        "sources": [
            {"title": reglages.site_name, "path": reglages.site_url},
            {"title": "SCDL « Délibérations » 2.1.5, le schéma national", "path": NATIONAL},
        ],
        "licenses": [{"name": _SPDX[licence], "title": licence.libelle, "path": licence.url}],
        "missingValues": list(_MANQUANTES),
        "primaryKey": [column.nom for column in table.colonnes if column.unique],
        "fields": [_champ(column) for column in table.colonnes],
    }
    return ecrire(told, indent=2)


def _champ(column: Colonne) -> Objet:
    kind, form = column.genre.value
    told: Objet = {"name": column.nom, "title": column.titre, "description": column.description, "type": kind}
    if form:
        told["format"] = form
    if column.genre is Genre.OUI_NON:
        told |= {"trueValues": ["oui"], "falseValues": ["non"]}
    return told | ({"constraints": limits} if (limits := _contraintes(column)) else {})


def _contraintes(column: Colonne) -> Objet:
    told: Objet = {"required": True} if column.requis else {}
    if column.unique:
        told["unique"] = True
    if column.motif:
        told["pattern"] = column.motif
    if column.valeurs:
        told["enum"] = list(column.valeurs)
    return told | ({"minimum": 0} if column.genre is Genre.ENTIER else {})
