"""What the search reads of an act: its words by place, and the day and the names that a result shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from pathlib import Path

from ..convention import Convention
from ..empreinte import sceau
from ..numerise import texte_pdf
from ..objets import ecrire
from ..publies import Fiche
from ..reserve import Reserve
from .visible import visible

_CESURE = re.compile("[\u00ad\ufffe\x02]\\s*")
"""A word that a line of a PDF cuts in two."""


@dataclass(frozen=True, slots=True)
class Document:
    """An act as the search sees it; two that are equal give the same index."""

    adresse: str
    intitule: str
    objet: str
    jour: str
    """ISO 8601: its date, or the day of its publication when it has none."""
    collectivite: str
    autour: str
    """What is around the text: the summary, the annexes, who signed, who is bound, the identifier."""
    texte: str
    """As it was typed."""
    pdf: str
    """SHA-256 of the PDF whose words stand for the text, when the page has none."""


_CHAMPS = attrgetter(*(field.name for field in fields(Document)))


def document(fiche: Fiche) -> Document:
    """An act as the search sees it."""
    acte = fiche.acte
    return Document(
        adresse=fiche.adresse,
        intitule=acte.intitule,
        objet=acte.objet,
        jour=jour(fiche),
        collectivite=fiche.collectivite.nom_court,
        autour=" · ".join(_autour(fiche)),
        texte=acte.texte,
        pdf=pdf_lu(fiche),
    )


def pdf_lu(fiche: Fiche) -> str:
    """SHA-256 of the PDF whose words stand for those of an act that has no text; nothing for the others."""
    return fiche.document.empreinte.sha256 if fiche.document and not fiche.acte.texte.strip() else ""


def jour(fiche: Fiche) -> str:
    """The day of an act, or of its publication when it has none; ISO 8601."""
    day = fiche.acte.date or fiche.acte.publicite
    return day.isoformat() if day else ""


def _autour(fiche: Fiche) -> Iterator[str]:
    acte = fiche.acte
    yield from filter(None, (acte.resume, fiche.organe))
    yield from (annexe.titre for annexe in acte.annexes)
    if acte.auteur:
        yield f"{acte.auteur}, {acte.auteur.qualite}"
    if isinstance(acte, Convention):
        yield from (f"{party.sigle or ''} {party.nom}".strip() for party in acte.parties)
    if acte.identifiant:
        yield acte.identifiant


def canonique(lus: list[Document]) -> str:
    """All that the index of these acts depends on."""
    return ecrire({"moteur": _moteur(), "actes": [_CHAMPS(one) for one in lus]})


@cache
def _moteur() -> str:
    """The fingerprint of the code of the search: another version makes everything again."""
    here = Path(__file__).parent
    paths = [*sorted(here.glob("*.py")), here.parent / "signes.py"]
    return sceau(b"".join(path.read_bytes() for path in paths))


def mots_lus(lu: Document, fichiers: dict[str, Path], textes: Reserve) -> str:
    """The words of the text, or of the PDF in its place; a PDF is read once, then kept."""
    if not lu.pdf:
        return visible(lu.texte)
    return textes.texte(lu.pdf, lu.pdf, lambda: _lire_pdf(fichiers[lu.pdf]))


def _lire_pdf(path: Path) -> str:
    return " ".join(_CESURE.sub("", texte_pdf(path)).split())
