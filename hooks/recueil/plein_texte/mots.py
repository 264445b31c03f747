"""What a word is for the search: no accent, no capital, no plural; the browser cuts words in the same way.

``theme_overrides/assets/recherche/mots.js`` says the same in JavaScript; a test compares them word by word.
"""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_JETON = re.compile(r"[^\W_]+")
_PARTIE = re.compile(r"[a-z0-9]+")
_COURT = 3
_LONG = 5
"""« porte » is no « port »: a short word keeps its last letter."""

_DITS_PARTOUT = """
a ai as au aux avec c ce ces cet cette ci d dans de des du elle elles en entre est et eux il ils je l la le les leur
leurs lui m ma me mes mon n ne nos notre nous on ont ou par pas pour qu que qui s sa se ses si son sont sous sur t ta
te tes ton tu un une vers vos votre vous y
"""

VIDES = frozenset(_DITS_PARTOUT.split())
"""The words that every act holds, and the elided ones: « l'association » is « association »."""

_FINS = (
    ("eaux", "eau", 5),
    ("aux", "al", 6),
    ("ives", "if", 6),
    ("ive", "if", 6),
    ("trices", "teur", 8),
    ("trice", "teur", 8),
    ("euses", "eur", 8),
    ("euse", "eur", 7),
)
"""Ending → what it becomes, in words of this length at least."""


def plier(texte: str) -> str:
    """Lower case, without accents: « Œuvre d'été » gives ``oeuvre d'ete``."""
    apart = unicodedata.normalize("NFKD", texte.lower().translate(_LIGATURES))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def jetons(texte: str) -> list[str]:
    """The words as they are written, in their order, in lower case."""
    return _JETON.findall(unicodedata.normalize("NFC", texte).lower())


class _Racines(dict[str, tuple[str, ...]]):
    """What the written words are searched by, each worked out once."""

    def __missing__(self, jeton: str) -> tuple[str, ...]:
        said = (part for part in _PARTIE.findall(plier(jeton)) if part not in VIDES)
        found = self[jeton] = tuple(dict.fromkeys(map(racine, said)))
        return found


RACINES = _Racines()
"""Written word → itself without accent and without plural, or nothing when it says nothing by itself."""


def racine(mot: str) -> str:
    """The word without its plural and its feminine: ``municipaux`` and ``municipales`` give ``municipal``."""
    if mot[0].isdigit():
        return mot
    for ending, other, least in _FINS:
        if len(mot) >= least and mot.endswith(ending):
            return mot.removesuffix(ending) + other
    plural = len(mot) > _COURT and (mot[-1] == "s" or mot.endswith("ux"))
    bare = mot[:-1] if plural else mot
    while len(bare) > _LONG and bare[-1] == "e":
        bare = bare[:-1]
    return bare[:-1] if len(bare) > _LONG and bare[-1] == bare[-2] else bare
