"""The national table of délibérations: the names of its columns, in their order, and how it calls a matière.

SCDL « Délibérations » 2.1.5: https://schema.data.gouv.fr/scdl/deliberations/
"""

import re

from .matieres import MATIERES

SCHEMA = "https://schema.data.gouv.fr/schemas/scdl/deliberations/2.1.5/schema.json"
COLONNES = (
    *("COLL_NOM", "COLL_SIRET", "DELIB_ID", "DELIB_DATE", "DELIB_MATIERE_CODE", "DELIB_MATIERE_NOM", "DELIB_OBJET"),
    *("BUDGET_ANNEE", "BUDGET_NOM", "PREF_ID", "PREF_DATE"),
    *("VOTE_EFFECTIF", "VOTE_REEL", "VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION", "DELIB_URL"),
)
_SIGNES = re.compile(r"[,()]")


def nom_matiere(code: str) -> str:
    """Level 1, a slash, level 2, in lower case and without comma nor parenthesis.

    >>> nom_matiere("7.9")
    'finances locales/prises de participation sem etc.'
    """
    chapter = code.partition(".")[0]
    return "/".join(" ".join(_SIGNES.sub(" ", MATIERES[level]).split()).lower() for level in (chapter, code))
