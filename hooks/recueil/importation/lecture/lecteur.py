"""Why: one door to all that a text says; each reader needs to know the kind of act before it looks for anything."""

from collections.abc import Iterator

from ..document import Document
from ..faits import Fait
from .lecteur_entete import lire_entete
from .lecteur_indices import lire_indices
from .lecteur_listes import lire_listes
from .lecteur_personnes import lire_personnes
from .lecteur_titre import lire_titre
from .lecteur_votes import lire_votes
from .zones import preparer


def lire(document: Document) -> Iterator[Fait]:
    """What the text of a document states, key by key, each with its proof.

    >>> from recueil.importation.document import document
    >>> [f.valeur for f in lire(document("acte.txt", ["Délibération n° 2024-09"])) if f.cle == "numero"]
    ['2024-09']
    """
    lecture = preparer(document)
    title = list(lire_titre(lecture))
    kind = next((str(f.valeur) for f in title if f.cle == "type_document"), None)
    yield from title
    yield from lire_entete(lecture, kind)
    yield from lire_personnes(lecture, kind)
    yield from lire_listes(lecture, kind)
    yield from lire_votes(lecture, kind)
    yield from lire_indices(lecture, kind)
