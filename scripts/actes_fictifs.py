"""Makes a register of invented acts, as long and as varied as real ones, to measure the engine on.

It is apart from ``mesurer`` because the tests make registers with it too. Everything comes from one seed: the same
number of acts gives the same files, byte for byte.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random
from types import MappingProxyType

from pdf_fictif import ecrire_pdf
from textes_fictifs import articles, considerants, objet, paragraphes, visas

_ACTES_PAR_COLLECTIVITE = 900
_PREMIER_JOUR = date(2023, 1, 9)
_ENTRE_SEANCES = (14, 35)
_SORTES = ("deliberation",) * 16 + ("convention",) * 2
_SANS_SEANCE = MappingProxyType(
    {"arrete": ("arretes", "AR", "Arrêté municipal"), "decision": ("decisions", "AU", "Décision")}
)
_PRENOMS = [
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
]
_NOMS = [
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
]
_MATIERES = ("1.1", "3.5", "4.1", "5.2", "7.1", "7.10", "8.4", "9.1")


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


def fabriquer(nombre: int, dossier: Path, graine: int = 2026) -> None:
    """Write a folder ``acts/`` of so many acts, in which no rule finds an error."""
    rng = Random(graine)  # noqa: S311 (nothing here is secret)
    written = 0
    while written < nombre:
        share = min(_ACTES_PAR_COLLECTIVITE, nombre - written)
        _collectivite(rng, dossier, written // _ACTES_PAR_COLLECTIVITE + 1, share)
        written += share


def _collectivite(rng: Random, dossier: Path, rang: int, nombre: int) -> None:
    """An authority, its sessions of 5 to 30 acts, and beside them arrêtés and decisions."""
    commune = _commune(rng, rang)
    folder = dossier / commune.cle
    _ecrire(folder / "collectivite.yml", _tete_collectivite(commune))
    day, left = _PREMIER_JOUR, nombre
    numbers = iter(range(1, nombre + 1))
    while left:
        size = min(left, rng.randint(5, 30))
        alone = [kind for kind in _SANS_SEANCE for _ in range(rng.randint(0, size // 6))]
        _seance(rng, folder, commune, day, [next(numbers) for _ in range(size - len(alone))])
        for kind in alone:
            _seul(rng, folder, commune, day + timedelta(days=1), kind, next(numbers))
        day, left = day + timedelta(days=rng.randint(*_ENTRE_SEANCES)), left - size


def _commune(rng: Random, rang: int) -> Commune:
    names = [f"{first} {last}" for first, last in product(_PRENOMS, _NOMS)]
    members = tuple(rng.sample(names, rng.randint(15, 50)))
    return Commune(f"exemple-{rang}", f"Sainte-Exemple-{rang}", _siren(f"2199{rang:04}"), members)


def _siren(debut: str) -> str:
    """The number with the last digit that makes its Luhn key right."""
    weights = [2 if place % 2 else 1 for place in range(len(debut))]
    total = sum(sum(divmod(int(d) * w, 10)) for d, w in zip(debut, weights, strict=True))
    return f"{debut}{-total % 10}"


def _seance(rng: Random, folder: Path, commune: Commune, day: date, numbers: list[int]) -> None:
    """A session and its acts; a convention follows the délibération that approves it."""
    room = _assemblee(rng, commune, day)
    place = folder / str(day.year) / day.isoformat()
    _ecrire(place / "seance.yml", _tete_seance(commune, room))
    approved = ""
    for number in numbers:
        kind = rng.choice(_SORTES) if approved else "deliberation"
        if kind == "convention":
            _convention(rng, place, commune, day, number, approved)
        else:
            approved = f"{day.year}-{number:03}"
            _deliberation(rng, place, commune, room, approved)


def _assemblee(rng: Random, commune: Commune, day: date) -> Assemblee:
    members = rng.sample(commune.membres, len(commune.membres))
    here = rng.randint(len(members) * 2 // 3, len(members))
    proxies = rng.randint(0, len(members) - here)
    return Assemblee(
        day, tuple(members[:here]), tuple(members[here : here + proxies]), tuple(members[here + proxies :])
    )


def _deliberation(rng: Random, place: Path, commune: Commune, room: Assemblee, numero: str) -> None:
    subject = objet(rng)
    against, away = rng.randint(0, 2), rng.randint(0, 2)
    votes = (room.votants - against - away, against, away)
    head = _tete("deliberation", numero, subject, commune, room.jour, "DE", rng.choice(_MATIERES))
    head += f"votes:\n  pour: {votes[0]}\n  contre: {votes[1]}\n  abstention: {votes[2]}\n  resultat: adoptee\n"
    text = "\n\n".join([*_proces(commune, room, subject, votes), *_corps(rng, 1200, 6300)])
    _acte(
        place, numero, head, f"{text}\n\n**Pour extrait certifié conforme\nLa Maire de {commune.nom}**\n\nAmbre EXEMPLE"
    )


def _seul(rng: Random, folder: Path, commune: Commune, day: date, kind: str, number: int) -> None:
    """An arrêté or a decision, which no session adopts."""
    name, nature, title = _SANS_SEANCE[kind]
    numero, subject = f"{name[0].upper()}-{day.year}-{number:03}", objet(rng)
    head = _tete(kind, numero, subject, commune, day, nature, rng.choice(_MATIERES))
    text = "\n\n".join([f"{title} n° {numero}", f"## {subject}", *_corps(rng, 2200, 6500)])
    _acte(folder / str(day.year) / name, numero, head, f"{text}\n\n**Fait à {commune.nom}**\n\nAmbre EXEMPLE")


def _convention(rng: Random, place: Path, commune: Commune, day: date, number: int, approved: str) -> None:
    partner = _siren(f"2198{rng.randint(0, 9999):04}")
    head = f"type: convention\nobjet: Convention pour {objet(rng).lower()} n° {number}\nmatiere: 8.4\n"
    head += f"document: convention-{number}.pdf\npublie_le: {day + timedelta(days=4)}\napprouvee_par: {approved}\n"
    head += f"parties:\n  - nom: {commune.nom}\n    siren: {commune.siren}\n    qualite: Maire\n"
    head += f"  - nom: Syndicat imaginaire n° {partner[-4:]}\n    siren: {partner}\n    signe_le: inconnu\n"
    head += f"debut: {day + timedelta(days=30)}\nduree: {rng.randint(1, 5)} ans\nreconduction: aucune\n"
    head += "juridiction: Tribunal administratif de Fictiville\n"
    _acte(place, f"convention-{number}", head, "\n\n".join(["Entre les soussignés :", *_corps(rng, 2500, 6800)]))


def _corps(rng: Random, least: int, most: int) -> Iterator[str]:
    """The blocks of a text, until it has the size drawn for it: half are short, few are very long."""
    wanted = int(rng.triangular(least, most, least + (most - least) // 4))
    opening = [visas(rng), considerants(rng)]
    yield from opening
    wanted -= sum(map(len, opening))
    for block in paragraphes(rng):
        if wanted < most // 3:
            break
        yield block
        wanted -= len(block)
    yield "Après en avoir délibéré, décide :"
    for block in articles(rng):
        if wanted <= 0:
            return
        yield block
        wanted -= len(block)


def _proces(commune: Commune, room: Assemblee, subject: str, votes: tuple[int, ...]) -> list[str]:
    """What the minutes say at the top: the session, those who were there, the vote."""
    borne = [f"{name} donne pouvoir à {room.presents[i]}" for i, name in enumerate(room.pouvoirs)]
    away = ", ".join([*borne, *room.excuses])
    return [
        f"{commune.nom.upper()}\n\nSéance du {room.jour:%d/%m/%Y}\n\nPrésidence de {room.presents[0]}",
        f"Étaient présents :\n\n{', '.join(room.presents)}.",
        f"Absents excusés / Pouvoirs :\n\n{away or 'aucun'}.",
        f"Nombre de membres en exercice : {len(commune.membres)}",
        f"- Présents : {len(room.presents)}\n- Votants : {room.votants}\n- Pouvoirs : {len(room.pouvoirs)}",
        "Vote :\n\n- Pour : {}\n- Contre : {}\n- Abstention : {}".format(*votes),
        f"## {subject}",
    ]


def _tete(  # noqa: PLR0913, PLR0917 (the facts of a head, each of its own kind)
    kind: str, numero: str, subject: str, commune: Commune, day: date, nature: str, matter: str
) -> str:
    sent = day + timedelta(days=2)
    return (
        f"type: {kind}\nnumero: {numero}\nobjet: {subject}\ndate: {day}\nmatiere: {matter}\n"
        f"auteur:\n  prenom: Ambre\n  nom: EXEMPLE\n  qualite: Maire de {commune.nom}\n"
        f"document: {numero}.pdf\npublie_le: {day + timedelta(days=4)}\n"
        f"controle_legalite:\n  id: 099-{commune.siren}-{day:%Y%m%d}-{numero}-{nature}\n"
        f"  envoye_le: {sent}\n  recu_le: {sent}\n"
    )


def _tete_collectivite(commune: Commune) -> str:
    return (
        f"nom: {commune.nom}\ntype: commune\nsiren: {commune.siren}\ndepartement: 099\n"
        "population: 4210\nregime: electronique\n"
        "tribunal:\n  nom: Tribunal administratif de Fictiville\n  adresse: 1 rue Imaginaire, 99000 FICTIVILLE\n"
    )


def _tete_seance(commune: Commune, room: Assemblee) -> str:
    lines = [
        "organe: Conseil municipal",
        f"date: {room.jour}\nheure: 18:30\nlieu: Mairie\nconvocation: {room.jour - timedelta(days=9)}",
        f"presidence: {room.presents[0]}\nsecretaire: {room.presents[1]}",
        f"membres_en_exercice: {len(commune.membres)}",
        "presents:",
        *(f"  - {name}" for name in room.presents),
    ]
    lines += ["excuses:", *(f"  - {name}" for name in room.excuses)] if room.excuses else []
    pairs = zip(room.pouvoirs, room.presents, strict=False)
    lines += ["pouvoirs:", *(f"  {away}: {bearer}" for away, bearer in pairs)] if room.pouvoirs else []
    return "\n".join(lines) + "\n"


def _acte(place: Path, stem: str, head: str, text: str) -> None:
    _ecrire(place / f"{stem}.md", f"---\n{head}---\n\n{text}\n")
    (place / f"{stem}.pdf").write_bytes(ecrire_pdf(stem))


def _ecrire(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8", newline="\n")
