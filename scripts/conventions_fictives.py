"""The invented conventions, their models and their amendments: parties, terms, prices, signatures known or not."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from collectivites_fictives import Commune, siren
from textes_fictifs import corps, objet

_PARTENAIRES = 60
"""As many as a large authority deals with, over and over."""

_METIERS = ("Syndicat imaginaire", "Association fictive", "Société postiche", "Communauté inventée")
_PRIX = ("120 € par équipement et par an", "12 450,50 € hors taxes", "à titre gratuit", "450 € par mois, révisable")
_ARTICLES = (
    "## Article 1^er^ : objet\n\nLa commune met le bâtiment fictif n° {n} à la disposition du partenaire.",
    "## Article 2 : usage\n\nLe partenaire entretient les lieux et les rend en l'état.",
    "## Article 3 : prix\n\nLe prix est de {prix}. Il est payé au comptable public de Fictiville.",
    "## Article 4 : assurance\n\nChaque partie s'assure pour ce qui la concerne.",
    "## Article 5 : litiges\n\nLe tribunal administratif de Fictiville est seul compétent.",
)


@dataclass(frozen=True, slots=True)
class Contrat:
    """A convention that an amendment will change."""

    chemin: Path
    partenaire: int
    objet: str


def partenaire(rng: Random) -> int:
    """One of those with whom the authority deals."""
    return rng.randint(1, _PARTENAIRES)


def titre(rng: Random, approved: str) -> str:
    """What a convention is about; its number keeps two of them apart."""
    return f"Convention pour {objet(rng).lower()}, {approved}"


def contrat(rng: Random, one: Commune, day: date, approved: str, known: Contrat, followed: str) -> tuple[str, str]:
    """The head of a convention and its text; ``followed`` is its model, if it has one."""
    head = f"type: convention\nobjet: {known.objet}\nmatiere: 8.4\n"
    head += _publication(f"convention-{approved}", day, approved)
    head += f"modele: {followed}\n" if followed else ""
    head += _parties(rng, one, day, known.partenaire)
    head += f"debut: {day + timedelta(days=30)}\nduree: {rng.randint(1, 5)} ans\n{_suite(rng)}"
    head += f"montant: {rng.choice(_PRIX)}\njuridiction: Tribunal administratif de Fictiville\n"
    blocks = _articles(rng) if followed else corps(rng, 2500, 6800)
    return head.replace("duree: 1 ans", "duree: 1 an"), "\n\n".join(["Entre les soussignés :", *blocks])


def avenant(rng: Random, one: Commune, day: date, approved: str, changed: Contrat) -> tuple[str, str]:
    """An amendment that changes the price of a convention: its head and its text."""
    subject = f"{changed.objet[0].lower()}{changed.objet[1:]}"
    head = f"type: avenant\nnumero: 1\nobjet: Avenant n° 1 à la {subject}\nmatiere: 8.4\n"
    head += _publication(f"avenant-{approved}", day, approved)
    head += _parties(rng, one, day, changed.partenaire)
    head += f"montant: {rng.choice(_PRIX)}\n"
    return head, "\n\n".join(["Entre les soussignés :", *corps(rng, 1500, 4000)])


def modele(rng: Random, one: Commune, day: date, stem: str) -> tuple[str, str]:
    """A model of convention: its head and its text."""
    head = f"type: modele_convention\nobjet: Modèle de convention de mise à disposition, {stem[7:]}\ndate: {day}\n"
    head += f"document: {stem}.pdf\npublie_le: {day + timedelta(days=4)}\n"
    return head, "\n\n".join([f"Entre {one.nom} et le partenaire :", *_articles(rng)])


def _publication(stem: str, day: date, approved: str) -> str:
    return (
        f"document: {stem}.pdf\npublie_le: {day + timedelta(days=9)}\n"
        "controle_legalite:\n  transmissible: non\n  motif: contrat_hors_liste\n"
        f"approuvee_par: {approved}\n"
    )


def _parties(rng: Random, one: Commune, day: date, number: int) -> str:
    """The authority and its partner; two signatures in five are not known."""
    name, signed = f"{_METIERS[number % len(_METIERS)]} n° {number}", rng.random() < 0.6
    days = [str(day + timedelta(days=6)), str(day + timedelta(days=8))] if signed else ["inconnu", "inconnu"]
    return (
        f"parties:\n  - nom: {one.nom}\n    siren: {one.siren}\n    representant: Ambre EXEMPLE\n"
        f"    qualite: Maire\n    signe_le: {days[0]}\n"
        f"  - nom: {name}\n    siren: {siren(f'2198{number:04}')}\n    siege: {number} rue de l'Invention\n"
        f"    representant: Basile FICTIF\n    qualite: Président\n    signe_le: {days[1]}\n"
    )


def _suite(rng: Random) -> str:
    """What happens at its end."""
    drawn = rng.random()
    if drawn < 0.5:
        return "reconduction: aucune\n"
    kind = "tacite" if drawn < 0.85 else "expresse"
    return f"reconduction: {kind}\nnombre_reconductions: {rng.randint(1, 3)}\npreavis: 3 mois\n"


def _articles(rng: Random) -> list[str]:
    """The articles of the model, with what each document puts in them."""
    return [one.format(n=rng.randint(1, 9), prix=rng.choice(_PRIX)) for one in _ARTICLES if rng.random() < 0.95]
