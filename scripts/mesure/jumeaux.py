"""The acts as a built site tells them: its JSON twins, which are its public API, and nothing of the engine's inside.

What Hugo is given is read here, so that the measure holds whatever way the site is built.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from recueil.ordre import rang

from .cites import Cite, cites

Objet = dict[str, Any]
_DEBUT = "0001-01-01"


@dataclass(frozen=True, eq=False)
class Jumeau:
    """An act: its address, and everything that its twin says."""

    adresse: str
    dit: Objet
    au: str
    """The newest day of the register, ISO 8601."""

    @property
    def cle(self) -> str:
        """The folder of its authority."""
        return self.adresse.split("/", 1)[0]

    @property
    def annee(self) -> str:
        """The year under which it is filed."""
        return str(self.dit["date"] or self.dit["publicite"] or "0")[:4]

    @property
    def titre(self) -> str:
        """Its name and its object, as the title of its page says them."""
        return f"{self.dit['intitule']} : {self.dit['objet']}"

    @property
    def organe(self) -> str:
        """The assembly that adopted it, or the quality of who signed it alone."""
        held, signed = self.dit["seance"], self.dit["auteur"]
        return str(held["organe"] if held else signed["qualite"] if signed else "")

    @cached_property
    def cites(self) -> dict[str, Cite]:
        """The texts that it cites."""
        return cites(self.cle, self.dit["texte"])

    @cached_property
    def ordre(self) -> tuple[object, ...]:
        """Newest publication, then newest date, then highest number: the order of the register, from its end."""
        dit = self.dit
        return dit["publicite"] or _DEBUT, dit["date"] or _DEBUT, rang(dit["numero"] or ""), self.adresse


def jumeaux(site: Path) -> tuple[Jumeau, ...]:
    """The acts of a site, in the order of its register."""
    return tuple(sorted(_lus(site), key=lambda one: one.ordre, reverse=True))


def _lus(site: Path) -> Iterator[Jumeau]:
    seen = json.loads((site / "donnees" / "etats.json").read_text(encoding="utf-8"))["vu_le"]
    for path in site.rglob("index.json"):
        said = json.loads(path.read_text(encoding="utf-8"))
        if "document_de_reference" in said:
            yield Jumeau(f"{path.parent.relative_to(site).as_posix()}/", said, seen)
