"""What a convention says once its amendments are read into it, and what each of them changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..champs import INCONNU
from ..convention import Convention
from ..nomenclature import Reconduction

CONDITIONS = (
    "fin",
    "terme",
    "duree",
    "reconduction",
    "nombre_reconductions",
    "duree_reconduction",
    "preavis",
    "montant",
    "juridiction",
)
"""What an amendment may say anew; its own ``debut`` is the day from which it counts."""


@dataclass(frozen=True, slots=True)
class Changement:
    """A condition that an amendment says otherwise."""

    champ: str
    avant: object
    apres: object
    avenant: Convention
    depuis: date | None


def consolider(acte: Convention, avenants: Sequence[Convention]) -> Convention:
    """The convention with the conditions of its amendments, each over those before it."""
    now = acte
    for amendment in avenants:
        now = _apres(now, amendment)
    return now


def changements(acte: Convention, avenants: Sequence[Convention]) -> tuple[Changement, ...]:
    """What each amendment says otherwise than what was in force before it, in their order."""
    found, now = [], acte
    for amendment in avenants:
        after = _apres(now, amendment)
        for name in CONDITIONS:
            before, since = getattr(now, name), getattr(after, name)
            if since != before and since is not None:
                found.append(Changement(name, before, since, amendment, depuis(amendment)))
        now = after
    return tuple(found)


def depuis(avenant: Convention) -> date | None:
    """The day from which an amendment counts: the one that it says, or its last signature."""
    if isinstance(avenant.debut, date):
        return avenant.debut
    days = [party.signe_le for party in avenant.parties if isinstance(party.signe_le, date)]
    return max(days) if days and len(days) == len(avenant.parties) else None


def _apres(acte: Convention, avenant: Convention) -> Convention:
    """The convention after an amendment; a new length is that of the running period, not of the renewals."""
    said = dict(_dites(avenant))
    if "duree" in said and "duree_reconduction" not in said and acte.duree_reconduction is None and _se_reconduit(acte):
        said["duree_reconduction"] = acte.duree
    return acte.model_copy(update=said)


def _se_reconduit(acte: Convention) -> bool:
    return acte.reconduction in {Reconduction.TACITE, Reconduction.EXPRESSE}


def _dites(avenant: Convention) -> Iterator[tuple[str, object]]:
    """What an amendment says; a new length without an end makes the end that was typed before untrue."""
    said = {name: value for name in CONDITIONS if (value := getattr(avenant, name)) not in (None, INCONNU)}
    if "duree" in said and "fin" not in said:
        yield "fin", None
    yield from said.items()
