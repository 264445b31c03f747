"""What the objects of the interface have in common: one class says what is written, and what its schema says."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from copy import deepcopy
from types import MappingProxyType
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class Element(BaseModel):
    """An object: its keys are all written, what is not known as null; the sentence under each is for the public."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        json_schema_serialization_defaults_required=True,
    )


class Derive(Element):
    """An object that is written from a record of the register, with other keys: its schema is made from both.

    It is never made: ``donnees`` writes it, and the tests hold every file against its schema.
    """

    DE: ClassVar[type[BaseModel]]
    """The record."""
    SANS: ClassVar[AbstractSet[str]] = frozenset()
    """Its keys that are not written."""
    FACULTATIFS: ClassVar[AbstractSet[str]] = frozenset()
    """The keys that are not always there."""
    DITS: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """What is told of its keys, when it says nothing of them."""

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The keys of the record, then its own, which take the place of those of the same name."""
        schema = handler.resolve_ref_schema(handler(core))
        if "DE" not in vars(cls):
            return schema
        record = handler.resolve_ref_schema(handler(cls.DE.__pydantic_core_schema__))
        kept: dict[str, Any] = {k: deepcopy(v) for k, v in record["properties"].items() if k not in cls.SANS}
        schema["properties"] = kept | schema.get("properties", {})
        for key, told in cls.DITS.items():
            schema["properties"][key]["description"] = told
        schema["required"] = [key for key in schema["properties"] if key not in cls.FACULTATIFS]
        return schema
