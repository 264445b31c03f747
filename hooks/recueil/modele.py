"""What all records of the files have in common."""

from typing import Any

from pydantic import BaseModel, ConfigDict

_TYPEES: dict[frozenset[str], set[str]] = {}

Dits = dict[str, Any]
"""What was typed of a record, word for word and key by key: what is sealed when it goes online."""


class Modele(BaseModel):
    """A record of the file: nothing more than its keys, nothing changed after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True)

    def __setstate__(self, state: dict[Any, Any]) -> None:
        """Take back what was kept; the names of the keys that were typed are held once for all the records."""
        typed = state["__pydantic_fields_set__"]
        super().__setstate__(state | {"__pydantic_fields_set__": _TYPEES.setdefault(frozenset(typed), typed)})
