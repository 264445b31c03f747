"""The description of the interface (OpenAPI 3.1): files that any server serves, and so read with GET alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .. import adresses
from ..collectivite import Collectivite
from ..objets import Objet, ecrire
from ..pages.page import Reglages
from .schemas import RACINES, definitions

VERSION = "1.0.0"
"""A key more changes the second number; a key less, or another meaning, has addresses of its own (``v2``)."""

_INTRODUCTION = """\
Le registre des actes, en fichiers JSON : rien à demander, pas de clé, pas de limite. Les listes donnent chaque objet \
en résumé ; « donnees » mène à l'acte en entier. Une liste longue tient en plusieurs fichiers, du plus ancien au plus \
récent : « suivante » donne le fichier d'après. Une clé dont la valeur n'est pas connue vaut null. Les dates sont au \
format ISO 8601 et ne dépendent pas du jour où vous lisez : l'état d'un acte est celui du dernier jour que connaît le \
registre. Si vous réutilisez ces données, dites d'où elles viennent et la date de leur mise à jour (CRPA, L322-1)."""

_ANNEE = ("annee", "Année", {"type": "integer", "minimum": 1})
_PAGE = ("page", "Numéro de la page, à partir de 2", {"type": "integer", "minimum": 2})
_CLE = ("collectivite", "Clé de la collectivité", {"type": "string"})
_NOM = ("nom", "Fin de l'adresse de la page de l'acte", {"type": "string"})

_Parametre = tuple[str, str, Objet]


@dataclass(frozen=True, slots=True)
class _Chemin:
    """An address, or a family of addresses."""

    chemin: str
    schema: str
    """What is there."""
    operation: str
    """Its name for a program."""
    titre: str
    parametres: tuple[_Parametre, ...] = ()

    def objet(self) -> Objet:
        """Its description."""
        kind = {"schema": {"$ref": f"#/components/schemas/{RACINES[self.schema].__name__}"}}
        found = {"description": f"{self.titre}.", "content": {"application/json": kind}}
        said: Objet = {
            "operationId": self.operation,
            "summary": self.titre,
            "tags": ["Actes" if self.schema in {"acte", "convention"} else "Listes"],
            "responses": {"200": found, "404": {"description": "Rien n'est publié à cette adresse."}},
        }
        return said | ({"parameters": [_parametre(*one) for one in self.parametres]} if self.parametres else {})


_CHEMINS = (
    _Chemin(adresses.liste("actes"), "annees", "listerLesAnnees", "Les années du registre"),
    _Chemin(adresses.liste("actes/{annee}"), "actes", "listerLesActes", "Les actes d'une année", (_ANNEE,)),
    _Chemin(
        f"{adresses.LISTES}actes/{{annee}}/{{page}}.json",
        "actes",
        "listerLaSuiteDesActes",
        "Les actes d'une année, pages suivantes",
        (_ANNEE, _PAGE),
    ),
    _Chemin(
        adresses.liste("collectivites"), "collectivites", "listerLesCollectivites", "Les collectivités du registre"
    ),
    _Chemin(adresses.liste("seances"), "seances", "listerLesSeances", "Les séances"),
    _Chemin(
        f"{adresses.LISTES}seances/{{page}}.json",
        "seances",
        "listerLaSuiteDesSeances",
        "Les séances, pages suivantes",
        (_PAGE,),
    ),
    _Chemin(adresses.liste("conventions"), "conventions", "listerLesConventions", "Les conventions"),
    _Chemin(
        f"{adresses.LISTES}conventions/{{page}}.json",
        "conventions",
        "listerLaSuiteDesConventions",
        "Les conventions, pages suivantes",
        (_PAGE,),
    ),
    _Chemin(
        "{collectivite}/{annee}/{nom}/index.json", "acte", "lireUnActe", "Un acte, en entier", (_CLE, _ANNEE, _NOM)
    ),
    _Chemin(
        "{collectivite}/conventions/{nom}/index.json",
        "convention",
        "lireUneConvention",
        "Une convention, un avenant ou un modèle, en entier",
        (_CLE, _NOM),
    ),
)


def openapi(reglages: Reglages, collectivites: Sequence[Collectivite]) -> str:
    """The description, with every schema inside."""
    document = {
        "openapi": "3.1.1",
        "info": _presentation(reglages, collectivites),
        "servers": [{"url": reglages.site_url.rstrip("/"), "description": reglages.site_name}],
        "tags": [
            {"name": "Listes", "description": "Ce que contient le registre, en résumé."},
            {"name": "Actes", "description": "Un acte, avec tout ce que le registre en sait."},
        ],
        "paths": {f"/{one.chemin}": {"get": one.objet()} for one in _CHEMINS},
        "components": {"schemas": {name: _composant(one) for name, one in definitions().items()}},
    }
    return ecrire(document, indent=2)


def _presentation(reglages: Reglages, collectivites: Sequence[Collectivite]) -> Objet:
    contact: Objet = {"name": reglages.site_name, "url": reglages.site_url}
    if len(collectivites) == 1 and collectivites[0].courriel:
        contact["email"] = collectivites[0].courriel
    return {
        "title": f"Registre des actes : {reglages.site_name}",
        "version": VERSION,
        "summary": "Les actes publics, en JSON.",
        "description": _INTRODUCTION,
        "contact": contact,
        "license": {"name": reglages.licence.libelle, "url": reglages.licence.url},
    }


def _parametre(nom: str, description: str, schema: Objet) -> Objet:
    return {"name": nom, "in": "path", "required": True, "description": f"{description}.", "schema": schema}


def _composant(schema: Objet) -> Objet:
    """A schema of this document: programs that write clients would make the name of a class of its title."""
    said = " ".join(text for text in (f"{schema['title']}.", schema.get("description", "")) if text)
    kept = {key: value for key, value in schema.items() if key not in {"title", "description"}}
    return {"description": said, **_composants(kept)}


def _composants(node: Any) -> Any:  # noqa: ANN401 (a JSON tree)
    """The same schemas, which name each other by their place in this document."""
    if isinstance(node, list):
        return [_composants(item) for item in node]
    if not isinstance(node, Mapping):
        return node
    return {
        key: value.replace("#/$defs/", "#/components/schemas/") if key == "$ref" else _composants(value)
        for key, value in node.items()
    }
