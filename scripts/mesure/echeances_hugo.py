"""The days that count in the life of conventions, in the order of time, as data for Hugo."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from uuid import NAMESPACE_URL, uuid5

from .jumeaux import Jumeau, Objet


def jours(conventions: Iterable[Jumeau]) -> list[Objet]:
    """The days that count: notices, renewals and ends."""
    return sorted((day for one in conventions for day in _jours(one)), key=lambda day: (day["jour"], day["page"]))


def _jours(one: Jumeau) -> Iterator[Objet]:
    periods = one.dit.get("periodes", [])
    for period, after in zip_longest(periods, periods[1:]):
        if period["mode"] == "possible":
            return
        if period["preavis"]:
            yield _jour(one, period["preavis"], "Dernier jour pour dénoncer", period["rang"])
        if period["rang"] and period["debut"]:
            yield _jour(one, period["debut"], "Début d'une nouvelle période", period["rang"])
        if after and after["mode"] == "possible":
            yield _jour(one, period["fin"], "Dernier jour pour décider la reconduction", period["rang"])
        if (not after or after["mode"] == "possible") and one.dit["fin_certaine"]:
            yield _jour(one, period["fin"], "Dernier jour", 0)


def _jour(one: Jumeau, day: str, label: str, rang: int) -> Objet:
    named = str(uuid5(NAMESPACE_URL, f"{one.dit['url']}#{label}-{rang}"))
    said = {"jour": day, "libelle": label, "page": f"/{one.adresse}", "identite": named, "objet": one.dit["objet"]}
    return said | {"collectivite": one.dit["collectivite"]["nom"], "dit_le": one.dit["publicite"]}
