"""JSON on its way out: what every writer of data shares."""

import json
from datetime import date
from typing import Any

Objet = dict[str, Any]
"""A JSON object; no other part of the engine handles one."""


def ecrire(value: Objet) -> str:
    """JSON that a person can read and that two builds write alike."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def iso(day: date | None) -> str | None:
    """A day in ISO 8601, or nothing."""
    return day.isoformat() if day else None
