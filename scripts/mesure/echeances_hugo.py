"""The days that count in the life of conventions, in the order of time, as data for Hugo."""

from collections.abc import Iterable, Iterator
from uuid import NAMESPACE_URL, uuid5

from .jumeaux import Jumeau, Objet


def jours(conventions: Iterable[Jumeau]) -> list[Objet]:
    """The days that count: notices, renewals and ends."""
    return sorted((day for one in conventions for day in _jours(one)), key=lambda day: (day["jour"], day["page"]))


def _jours(one: Jumeau) -> Iterator[Objet]:
    periods = [period for period in one.dit.get("periodes", []) if period["mode"] != "possible"]
    for period in periods:
        if period["preavis"]:
            yield _jour(one, period["preavis"], "Dernier jour pour dénoncer", period["rang"])
        if period["rang"] and period["debut"]:
            yield _jour(one, period["debut"], "Début d'une nouvelle période", period["rang"])
    if periods and one.dit["fin_certaine"]:
        yield _jour(one, periods[-1]["fin"], "Dernier jour", 0)


def _jour(one: Jumeau, day: str, label: str, rang: int) -> Objet:
    named = str(uuid5(NAMESPACE_URL, f"{one.dit['url']}#{label}-{rang}"))
    said = {"jour": day, "libelle": label, "page": f"/{one.adresse}", "identite": named, "objet": one.dit["objet"]}
    return said | {"collectivite": one.dit["collectivite"]["nom"], "dit_le": one.dit["publicite"]}
