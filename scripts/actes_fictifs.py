"""Makes a register of invented acts, as long and as varied as real ones, to measure the engine on.

It is apart from ``mesurer`` because the tests make registers with it too. Everything comes from one seed: the same
number of acts gives the same files, byte for byte. A large authority adopts about a thousand acts a year, so that the
lists of a year have the length that they have in life; beyond ten thousand acts there are several authorities.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from random import Random
from types import MappingProxyType

from collectivites_fictives import (
    Assemblee,
    Commune,
    assemblee,
    commune,
    ecrire,
    tete_collectivite,
    tete_seance,
)
from conventions_fictives import Contrat, avenant, contrat, modele, partenaire, titre
from pdf_fictif import ecrire_pdf
from textes_fictifs import corps, objet, proces

_PAR_COLLECTIVITE = 10_000
_PAR_AN = 1_000
_DERNIER_JOUR = date(2026, 6, 30)
_ACTES_PAR_SEANCE = (10, 40)
_ENTRE_SEANCES = (6, 12)
_SANS_SEANCE = MappingProxyType(
    {"arrete": ("arretes", "AR", "Arrêté municipal"), "decision": ("decisions", "AU", "Décision")}
)
_MATIERES = ("1.1", "3.5", "4.1", "5.2", "7.1", "7.10", "8.4", "9.1")
_LIENS = ("modifie", "modifie", "complete", "applique", "abroge")


@dataclass(slots=True)
class _Registre:
    """An authority while its acts are written."""

    rng: Random
    dossier: Path
    commune: Commune
    numeros: dict[int, Iterator[int]] = field(default_factory=dict)
    vivantes: list[str] = field(default_factory=list)
    """The délibérations that another may still touch."""
    attendus: list[Contrat] = field(default_factory=list)
    """The conventions that an amendment will change."""
    modele: str = ""
    """The model of convention of the moment."""

    def numero(self, day: date) -> str:
        """The next number of the year."""
        return f"{day.year}-{next(self.numeros.setdefault(day.year, count(1))):04}"


def fabriquer(nombre: int, dossier: Path, graine: int = 2026) -> None:
    """Write a folder ``acts/`` of so many acts, in which no rule finds an error."""
    rng = Random(graine)  # noqa: S311 (nothing here is secret)
    for rang, done in enumerate(range(0, nombre, _PAR_COLLECTIVITE), start=1):
        one = commune(rng, rang)
        ecrire(dossier / one.cle / "collectivite.yml", tete_collectivite(one))
        _remplir(_Registre(rng, dossier / one.cle, one), min(_PAR_COLLECTIVITE, nombre - done))


def _remplir(own: _Registre, nombre: int) -> None:
    """The sessions of an authority, and beside them arrêtés and decisions."""
    day, left = _DERNIER_JOUR - timedelta(days=nombre * 365 // _PAR_AN), nombre
    while left:
        size = min(left, own.rng.randint(*_ACTES_PAR_SEANCE))
        kinds = [kind for kind in _SANS_SEANCE for _ in range(own.rng.randint(0, size // 7))]
        for kind in kinds:
            _seul(own, day + timedelta(days=1), kind)
        _seance(own, day, size - len(kinds))
        day, left = day + timedelta(days=own.rng.randint(*_ENTRE_SEANCES)), left - size


def _seance(own: _Registre, day: date, size: int) -> None:
    """A session and its acts: a convention, its model and its amendment follow the délibération that approves them."""
    room = assemblee(own.rng, own.commune, day)
    place = own.dossier / str(day.year) / day.isoformat()
    ecrire(place / "seance.yml", tete_seance(own.commune, room))
    left = size
    while left:
        approved = _deliberation(own, place, room)
        left -= 1
        if left and own.rng.random() < 0.09:
            _contractuel(own, place, day, approved)
            left -= 1


def _contractuel(own: _Registre, place: Path, day: date, approved: str) -> None:
    """What a délibération approves: a model, the amendment of a convention, or a convention."""
    drawn, name = own.rng.random(), f"convention-{approved}"
    if drawn < 0.05:
        own.modele = f"modele-{approved}"
        _acte(place, own.modele, *modele(own.rng, own.commune, day, own.modele))
    elif drawn < 0.2 and own.attendus:
        changed = own.attendus.pop(own.rng.randrange(max(0, len(own.attendus) - 10), len(own.attendus)))
        _amender(changed.chemin, f"avenant-{approved}")
        _acte(place, f"avenant-{approved}", *avenant(own.rng, own.commune, day, approved, changed))
    else:
        followed = own.modele if own.rng.random() < 0.3 else ""
        known = Contrat(place / f"{name}.md", partenaire(own.rng), titre(own.rng, approved))
        _acte(place, name, *contrat(own.rng, own.commune, day, approved, known, followed))
        own.attendus.append(known)


def _amender(path: Path, stem: str) -> None:
    """Tell a convention that an amendment changes it."""
    told = path.read_text(encoding="utf-8").replace("\nduree:", f"\navenants:\n  - {stem}\nduree:", 1)
    ecrire(path, told)


def _deliberation(own: _Registre, place: Path, room: Assemblee) -> str:
    """A délibération, its vote, sometimes what it does to another; gives its number."""
    rng, numero, subject = own.rng, own.numero(room.jour), objet(own.rng)
    against, away = (0, 0) if rng.random() < 0.7 else (rng.randint(0, 3), rng.randint(0, 3))
    votes = (room.votants - against - away, against, away)
    head = _tete("deliberation", numero, subject, own, room.jour, "DE")
    head += f"votes:\n  pour: {votes[0]}\n  contre: {votes[1]}\n  abstention: {votes[2]}\n  resultat: adoptee\n"
    minutes = proces(own.commune.nom, f"{room.jour:%d/%m/%Y}", len(own.commune.membres), room, subject, votes)
    text = "\n\n".join([*minutes, *corps(rng, 1200, 6300)])
    end = f"**Pour extrait certifié conforme\nLa Maire de {own.commune.nom}**\n\nAmbre EXEMPLE"
    _acte(place, numero, head + _lien(own), f"{text}\n\n{end}")
    own.vivantes.append(numero)
    return numero


def _lien(own: _Registre) -> str:
    """What an act in fifteen does to an earlier one; an act that is repealed is touched no more."""
    if own.rng.random() > 0.07 or len(own.vivantes) < 5:
        return ""
    verb, place = own.rng.choice(_LIENS), own.rng.randrange(len(own.vivantes))
    touched = own.vivantes.pop(place) if verb == "abroge" else own.vivantes[place]
    part = "    article: article 2\n" if verb == "modifie" else ""
    return f"liens:\n  - {verb}: {touched}\n{part}"


def _seul(own: _Registre, day: date, kind: str) -> None:
    """An arrêté or a decision, which no session adopts."""
    name, nature, title = _SANS_SEANCE[kind]
    numero, subject = f"{name[0].upper()}-{own.numero(day)}", objet(own.rng)
    head = _tete(kind, numero, subject, own, day, nature)
    text = "\n\n".join([f"{title} n° {numero}", f"## {subject}", *corps(own.rng, 2200, 6500)])
    folder = own.dossier / str(day.year) / name
    _acte(folder, numero, head, f"{text}\n\n**Fait à {own.commune.nom}**\n\nAmbre EXEMPLE")


def _tete(kind: str, numero: str, subject: str, own: _Registre, day: date, nature: str) -> str:
    sent = day + timedelta(days=2)
    told = f"resume: {subject}, en bref.\n" if own.rng.random() < 0.2 else ""
    return (
        f"type: {kind}\nnumero: {numero}\nobjet: {subject}\n{told}date: {day}\nmatiere: {own.rng.choice(_MATIERES)}\n"
        f"auteur:\n  prenom: Ambre\n  nom: EXEMPLE\n  qualite: Maire de {own.commune.nom}\n"
        f"document: {numero}.pdf\npublie_le: {day + timedelta(days=4)}\n"
        f"controle_legalite:\n  id: 099-{own.commune.siren}-{day:%Y%m%d}-{numero}-{nature}\n"
        f"  envoye_le: {sent}\n  recu_le: {sent}\n"
    )


def _acte(place: Path, stem: str, head: str, text: str) -> None:
    """An act and its PDF, which says its text."""
    path = place / f"{stem}.md"
    ecrire(path, f"---\n{head}---\n\n{text}\n")
    path.with_suffix(".pdf").write_bytes(ecrire_pdf(f"{stem}\n{text}"))
