"""The register as linked data: acts, sessions and authorities in the words of schema.org and ELI, and their catalogue.

A thing is described once (``acte``, ``seance``, ``autorites``); ``json_ld`` and ``turtle`` write any description, from
the one table of ``vocabulaire``. ``catalogue`` says in the words of DCAT-AP what may be downloaded.
"""

from .acte import acte
from .autorites import collectivite
from .ensemble import Ensemble
from .jeux import Api, JeuDeDonnees, Ressource, jeux
from .json_ld import json_ld
from .noeud import Noeud
from .production import fichiers
from .seance import seance

__all__ = [
    "Api",
    "Ensemble",
    "JeuDeDonnees",
    "Noeud",
    "Ressource",
    "acte",
    "collectivite",
    "fichiers",
    "jeux",
    "json_ld",
    "seance",
]
