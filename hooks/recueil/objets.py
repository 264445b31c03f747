"""JSON on its way out: what every writer of data shares."""

import json
from datetime import date
from typing import Any

from .nomenclature import Licence

Objet = dict[str, Any]
"""A JSON object; no other part of the engine handles one."""


def ecrire(value: Objet, indent: int | None = None) -> str:
    """JSON that two builds write alike, on one line: to indent ten thousand files takes half a minute."""
    return json.dumps(value, ensure_ascii=False, indent=indent) + "\n"


def licence(one: Licence) -> Objet:
    """The licence of the data, as a reuser must know it (CRPA D323-2-1)."""
    return {"nom": one.libelle, "url": one.url}


def iso(day: date | None) -> str | None:
    """A day in ISO 8601, or nothing."""
    return day.isoformat() if day else None
