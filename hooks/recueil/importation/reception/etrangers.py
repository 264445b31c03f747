"""What is given by mistake and is no act: an attendance sheet, a mail, a page of a site, a file of settings.

A file is known by its name or its first bytes, a document by its title, or because nothing of an act is read in it.
"""

import re
from collections.abc import Iterable

from ..document import Document
from ..faits import Fait, Surete
from ..refus import RefusError

_D_UN_ACTE = frozenset({"type_document", "numero", "objet", "id"})
"""A document of which none of these is read says nothing of an act: a session alone does not make one."""

_HAUT = 600
_TITRE = re.compile(r"\b(?P<titre>(?:feuille|registre)\s(?:d'émargement|de\sprésences?))\b", re.IGNORECASE)
_RIEN = (
    "ce n'est pas un acte : ni sorte de document, ni numéro, ni objet, ni identifiant @ctes n'y sont écrits. "
    "Retirez ce fichier ; si c'est un acte, donnez le PDF que la préfecture a renvoyé."
)


def refuser_un_etranger(document: Document, faits: Iterable[Fait]) -> None:
    """Refuse a document that is no act.

    Raises:
        RefusError: the sentence says what it is.
    """
    keys = {fact.cle for fact in faits if fact.cle != "type_document" or fact.surete is Surete.SURE}
    title = _TITRE.search(document.texte[:_HAUT])
    if title and not keys & {"numero", "id"}:
        raise RefusError(
            f"ce n'est pas un acte, mais une feuille de présence (« {' '.join(title['titre'].split())} ») : elle ne se "
            "publie pas. Retirez ce fichier ; les noms des présents se lisent dans la délibération."
        )
    if not keys & _D_UN_ACTE:
        raise RefusError(_RIEN)
