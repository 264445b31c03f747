"""Whether the PDF that the register made still says what the act says: it carries what it was made from."""

import json

from ..publies import Fiche

_MONTREES = ("type", "numero", "objet", "date", "auteur", "votes", "annexes", "parties", "affiche_le", "publie_le")
"""The keys that make the act, beside its text: the session and the transmission may be completed after it is online."""


def perime(fiche: Fiche) -> bool:
    """Whether the text of the act, or a field that its PDF shows, was changed since the register made that PDF."""
    acte = fiche.acte
    if not (acte.document_du_registre and fiche.document):
        return False
    from ..papier.pdf import donnees_jointes  # noqa: PLC0415 (a quarter of a second, when a PDF is to be read)

    joined = donnees_jointes(fiche.document.chemin)
    if joined is None:
        return False
    before = json.loads(joined)
    same = all(before["acte"].get(key) == acte.dits.get(key) for key in _MONTREES)
    return not same or before["texte"] != acte.texte.strip()
