"""The workshop: pages, texts and copies made by all the processors at once, beside the host and with the same bytes.

The host draws each page one after the other, keeps all it knows of each until the end, and begins by emptying the
site. What grows with the number of acts is made here instead, and only when it changed; ``extra.atelier: false`` in
``mkdocs.yml`` gives everything back to the host.
"""

from .atelier import Atelier, ouvrir
from .fabrique import Lot
from .gabarits import Gabarits
from .livraison import EnCours, FichierChange

__all__ = ["Atelier", "EnCours", "FichierChange", "Gabarits", "Lot", "ouvrir"]
