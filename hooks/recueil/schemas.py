"""The JSON Schemas of the files, for the editors that help a clerk while typing; made from the models."""

from pathlib import Path
from typing import Any

from pydantic import BaseModel

from .acte import Acte
from .collectivite import Collectivite
from .convention import Convention
from .objets import ecrire
from .seance import Seance

DOSSIER = Path(__file__).parent / "schemas"
_DIALECTE = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """File name → JSON Schema (draft 2020-12), ready to be written."""
    made = {
        "collectivite.json": _schema(Collectivite, "Une collectivité (collectivite.yml)"),
        "seance.json": _schema(Seance, "Une séance (seance.yml)"),
        "acte.json": _acte(),
        "convention.json": _schema(Convention, "Une convention, un avenant ou un modèle (fichier .yml)"),
    }
    return {name: ecrire(schema, indent=2) for name, schema in made.items()}


def _acte() -> dict[str, Any]:
    """An act may also override what its session says, but not when it was announced."""
    act = _schema(Acte, "Un acte (fichier .yml)")
    session = _schema(Seance, "")
    del session["properties"]["annoncee_le"]
    act["properties"] = session["properties"] | act["properties"]
    act["$defs"] = session.get("$defs", {}) | act.get("$defs", {})
    return act


def _schema(model: type[BaseModel], title: str) -> dict[str, Any]:
    schema: dict[str, Any] = _lisible(model.model_json_schema())
    return {"$schema": _DIALECTE, **schema, "title": title, "description": title}


def _lisible(node: Any) -> Any:  # noqa: ANN401 (a JSON tree)
    """Accept a bare number where text is read: ``numero: 607`` is a number for an editor."""
    if isinstance(node, list):
        return [_lisible(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _lisible(value) for key, value in node.items() if key != "title" or not isinstance(value, str)}
    if kept.get("type") == "string" and not kept.keys() & {"enum", "format", "const"}:
        kept["type"] = ["string", "number"]
    return kept
