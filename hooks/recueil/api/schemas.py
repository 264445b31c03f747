"""The JSON Schemas of the interface, made from the classes that write it: in French, and true of what is written."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from .. import collectivite, convention, devenir, nomenclature, seance
from ..acte import ControleLegalite, Personne
from ..droit import evenements, executoire, terme
from ..objets import Objet, ecrire
from . import jumeaux, listes

DIALECTE = "https://json-schema.org/draft/2020-12/schema"

RACINES: Mapping[str, type[BaseModel]] = {
    "annees": listes.Annees,
    "actes": listes.PageActes,
    "collectivites": listes.Collectivites,
    "seances": listes.PageSeances,
    "conventions": listes.PageConventions,
    "acte": jumeaux.ActeDuJumeau,
    "convention": jumeaux.ConventionDuJumeau,
}
"""Name of the schema → what it describes: five lists, and the two kinds of twin."""

_TITRES: Mapping[type[Any], str] = {
    Personne: "Qui signe l'acte",
    ControleLegalite: "La transmission au contrôle de légalité",
    seance.Votes: "Le résultat du vote",
    devenir.Jugement: "Une décision de justice sur l'acte",
    devenir.Caducite: "La perte d'effet de l'acte",
    devenir.Depublication: "Le retrait du texte et des fichiers",
    collectivite.Tribunal: "Le tribunal administratif",
    collectivite.AncienRegime: "Un régime de publicité précédent",
    collectivite.Demenagement: "Un hébergeur de fichiers qui a fermé",
    convention.Partie: "Une partie à la convention",
    convention.ActeSource: "L'acte d'une autre collectivité auquel le document est annexé",
    executoire.Statut: "Caractère exécutoire",
    evenements.EtatActe: "État d'un acte",
    terme.Situation: "Situation d'une convention",
    terme.Mode: "Comment vient une période",
    nomenclature.TypeActe: "Sorte de document",
    nomenclature.Nature: "Nature @ctes",
    nomenclature.TypeCollectivite: "Sorte de collectivité",
    nomenclature.Regime: "Régime de publicité",
    nomenclature.Territoire: "Territoire, pour les jours fériés",
    nomenclature.Scrutin: "Sorte de scrutin",
    nomenclature.Resultat: "Résultat d'un vote",
    nomenclature.Reconduction: "Ce qui se passe à la fin d'une convention",
    nomenclature.NatureLien: "Ce qu'un acte fait à un autre",
    nomenclature.SensJugement: "Sens d'une décision de justice",
    nomenclature.MotifRemplacement: "Motif d'un remplacement",
}
"""What the public reads of a class whose words are for those who write this program."""

_OUI_NON = {"enum": ["oui", "non"]}
"""How an editor is told of a yes or a no; it is written as a boolean."""


@cache
def definitions() -> Mapping[str, Objet]:
    """Name → schema of every object of the interface."""
    _, whole = models_json_schema([(one, "serialization") for one in RACINES.values()])
    known, made = {kind.__name__: (kind, title) for kind, title in _TITRES.items()}, whole["$defs"]
    used = _atteintes([{"$ref": one.__name__} for one in RACINES.values()], made)
    return {name: _publique(made[name], *known.get(name, (None, ""))) for name in sorted(used)}


def _publique(schema: Objet, kind: type[Any] | None, title: str) -> Objet:
    """Without the words that are for programmers; in a record that is written whole, every key is there."""
    said: Objet = _propre({key: value for key, value in schema.items() if key not in {"description", "title"}})
    listed = kind if kind is not None and issubclass(kind, nomenclature.Liste) else ()
    labels = [f"« {one.value} » : {one.libelle}" for one in listed]
    told = {"description": f"{' ; '.join(labels)}."} if labels else {}
    if kind and "properties" in said:
        said["required"] = list(said["properties"])
    return {"title": title or schema["title"], **told, **said}


def _propre(node: Any) -> Any:  # noqa: ANN401 (a JSON tree)
    """Say what is written, and not what may be typed."""
    if isinstance(node, list):
        return [_propre(item) for item in node]
    if not isinstance(node, dict):
        return node
    if node.get("enum") == _OUI_NON["enum"]:
        return {"type": "boolean", **{key: node[key] for key in ("description",) if key in node}}
    return {k: _propre(v) for k, v in node.items() if k != "default" and not (k == "title" and isinstance(v, str))}


def schema(nom: str, racine: str) -> str:
    """A schema, whole: it needs no other.

    Args:
        nom: which one.
        racine: the address of their folder.
    """
    known = definitions()
    own = known[RACINES[nom].__name__]
    head = {"$schema": DIALECTE, "$id": f"{racine}{nom}.json"}
    return ecrire({**head, **own, "$defs": {name: known[name] for name in sorted(_atteintes(own, known))}}, indent=2)


def _atteintes(node: Any, known: Mapping[str, Objet], found: set[str] | None = None) -> set[str]:  # noqa: ANN401 (idem)
    """The definitions that a schema needs, and those that they need."""
    found = set() if found is None else found
    if isinstance(node, dict):
        name = str(node.get("$ref", "")).rpartition("/")[2]
        if name and name not in found:
            found.add(name)
            _atteintes(known[name], known, found)
        for value in node.values():
            _atteintes(value, known, found)
    elif isinstance(node, list):
        for value in node:
            _atteintes(value, known, found)
    return found
