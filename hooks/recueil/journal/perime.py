"""Whether the PDF that the register made still says what the act says: it carries what it was made from."""

import json
from pathlib import Path
from typing import Any

from .. import adresses
from ..acte import Acte
from ..publies import Fiche

_MONTREES = ("type", "numero", "objet", "date", "auteur", "votes", "annexes", "parties", "affiche_le", "publie_le")
"""The keys that make the act, beside its text: the session and the transmission may be completed after it is online."""


def donnees_du_pdf(acte: Acte) -> dict[str, Any]:
    """What a PDF made by the register carries: the words that it was made from, and which act it is of."""
    said = {key: acte.dits[key] for key in _MONTREES if key in acte.dits}
    return {"adresse": adresses.acte(acte), "acte": said, "texte": acte.texte.strip()}


def perime(fiche: Fiche) -> bool:
    """Whether the text of the act, or a field that its PDF shows, was changed since the register made that PDF."""
    acte = fiche.acte
    if not (acte.document_du_registre and fiche.document):
        return False
    from ..papier.pdf import donnees_jointes  # noqa: PLC0415 (a quarter of a second, when a PDF is to be read)

    joined = donnees_jointes(fiche.document.chemin)
    if joined is None:
        return False
    return bool(json.loads(joined) != donnees_du_pdf(acte))


def pdf_de(path: Path) -> str:
    """The address of the act of which the register made a PDF; nothing for any other file."""
    from ..papier.pdf import donnees_jointes  # noqa: PLC0415 (a quarter of a second, when a PDF is to be read)

    joined = donnees_jointes(path)
    return str(json.loads(joined).get("adresse", "")) if joined else ""
