"""What is typed of the hosts: where the files of the acts live when the site does not hold them, what it may weigh."""

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from .champs import Texte, refus

_UNITES = {"M": 10**6, "G": 10**9}
_ICI = frozenset({"127.0.0.1", "localhost"})


def _domicile(value: str) -> str:
    """Where files live: below an address that ends with a slash, in clear only on the machine itself."""
    parts = re.fullmatch(r"(https?)://([^\s/?#@\"<>]+)(/[^\s?#\"<>]*)?", value)
    if not parts or (parts[1] == "http" and parts[2].partition(":")[0] not in _ICI):
        wanted = "le début des adresses des fichiers, en https : https://pdf.exemple.fr/actes/"
        raise refus("CHAMP-09", "« {trouve} » : écrivez {voulu}", trouve=value, voulu=wanted)
    return value.rstrip("/") + "/"


def _poids(value: object) -> object:
    """« 1 Go », « 800 Mo »: a size in bytes, as hosts count them, by thousands."""
    if not isinstance(value, str):
        return value
    read = re.fullmatch(r"(\d+(?:[.,]\d+)?)\s?([GM])o", value.replace("\u00a0", " "))
    if not read:
        raise refus("CHAMP-09", "« {trouve} » : écrivez un poids ainsi : 1 Go, 800 Mo", trouve=value)
    return round(float(read[1].replace(",", ".")) * _UNITES[read[2]])


Domicile = Annotated[Texte, AfterValidator(_domicile)]
Poids = Annotated[int, BeforeValidator(_poids), WithJsonSchema({"type": "string"})]
