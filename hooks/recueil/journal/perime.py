"""Whether the PDF that the register made still says what the act says: it carries what it was made from."""

import json
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from ..publies import Fiche

_MONTREES = ("type", "numero", "objet", "date", "auteur", "votes", "affiche_le", "publie_le")
"""The keys that the paper shows, beside the text; those of the session are left to its own page."""


def perime(fiche: Fiche) -> bool:
    """Whether the text of the act, or a field that its PDF shows, was changed since the register made that PDF."""
    acte = fiche.acte
    joined = _jointes()(fiche.document.chemin) if acte.document_du_registre and fiche.document else None
    if joined is None:
        return False
    before = json.loads(joined)
    same = all(before["acte"].get(key) == acte.dits.get(key) for key in _MONTREES)
    return not same or before["texte"] != acte.texte.strip()


def _jointes() -> Callable[[Path], bytes | None]:
    """The reader of the PDFs, loaded when one is to be read: it takes a quarter of a second."""
    found: Callable[[Path], bytes | None] = import_module("recueil.papier.pdf").donnees_jointes
    return found
