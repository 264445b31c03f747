"""The invented authorities, their members and their sessions, and the heads that say them: no name can be true."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random

_PRENOMS = (
    "Ambre",
    "Basile",
    "Céleste",
    "Désiré",
    "Elvire",
    "Firmin",
    "Garance",
    "Honoré",
    "Isaure",
    "Jean-Fictif",
    "Léonie",
    "Marius",
)
_NOMS = (
    "EXEMPLE",
    "FICTIF",
    "MODÈLE",
    "TEST",
    "ESSAI",
    "GABARIT",
    "MAQUETTE",
    "SPÉCIMEN",
    "POSTICHE",
    "VAN",
    "PATRON",
    "L'INVENTÉ",
)


@dataclass(frozen=True, slots=True)
class Commune:
    """An invented authority."""

    cle: str
    nom: str
    siren: str
    membres: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assemblee:
    """Who was there on one day, and who was not."""

    jour: date
    presents: tuple[str, ...]
    pouvoirs: tuple[str, ...]
    excuses: tuple[str, ...]

    @property
    def votants(self) -> int:
        """Everyone who votes, in person or not."""
        return len(self.presents) + len(self.pouvoirs)


def commune(rng: Random, rang: int) -> Commune:
    """An authority of 15 to 50 members."""
    names = [f"{first} {last}" for first, last in product(_PRENOMS, _NOMS)]
    members = tuple(rng.sample(names, rng.randint(15, 50)))
    return Commune(f"exemple-{rang}", f"Sainte-Exemple-{rang}", siren(f"2199{rang:04}"), members)


def siren(debut: str) -> str:
    """The number with the last digit that makes its Luhn key right."""
    weights = [2 if place % 2 else 1 for place in range(len(debut))]
    total = sum(sum(divmod(int(d) * w, 10)) for d, w in zip(debut, weights, strict=True))
    return f"{debut}{-total % 10}"


def assemblee(rng: Random, one: Commune, day: date) -> Assemblee:
    """Who comes to a session: two thirds at least, some of the others give a proxy."""
    members = rng.sample(one.membres, len(one.membres))
    here = rng.randint(len(members) * 2 // 3, len(members))
    proxies = rng.randint(0, len(members) - here)
    return Assemblee(
        day, tuple(members[:here]), tuple(members[here : here + proxies]), tuple(members[here + proxies :])
    )


def tete_collectivite(one: Commune) -> str:
    """Its ``collectivite.yml``."""
    return (
        f"nom: {one.nom}\ntype: commune\nsiren: {one.siren}\ndepartement: 099\n"
        "population: 4210\nregime: electronique\n"
        "tribunal:\n  nom: Tribunal administratif de Fictiville\n  adresse: 1 rue Imaginaire, 99000 FICTIVILLE\n"
    )


def tete_seance(one: Commune, room: Assemblee) -> str:
    """The ``seance.yml`` of a day."""
    lines = [
        "organe: Conseil municipal",
        f"date: {room.jour}\nheure: 18:30\nlieu: Mairie\nconvocation: {room.jour - timedelta(days=9)}",
        f"presidence: {room.presents[0]}\nsecretaire: {room.presents[1]}",
        f"membres_en_exercice: {len(one.membres)}",
        "presents:",
        *(f"  - {name}" for name in room.presents),
    ]
    lines += ["excuses:", *(f"  - {name}" for name in room.excuses)] if room.excuses else []
    pairs = zip(room.pouvoirs, room.presents, strict=False)
    lines += ["pouvoirs:", *(f"  {away}: {bearer}" for away, bearer in pairs)] if room.pouvoirs else []
    return "\n".join(lines) + "\n"


def ecrire(path: Path, content: str) -> None:
    """A file, with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8", newline="\n")
