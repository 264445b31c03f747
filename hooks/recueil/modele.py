"""What all records of the files have in common."""

from pydantic import BaseModel, ConfigDict


class Modele(BaseModel):
    """A record of the file: nothing more than its keys, nothing changed after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True)
