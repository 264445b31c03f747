"""The words of an act without the signs of their layout: what is searched, and what an extract shows."""

import re

from .. import signes

_LIGNES = re.compile(rf"^[ \t>]*(?:{signes.TITRE}|{signes.CITATION})|^\|?[ \t]*:?-{{2,}}:?[ \t|:-]*$", re.MULTILINE)
_SIGNES = re.compile(
    rf"(?=[*^$\\])(?:{signes.EMPHASE_DEBUT}|{signes.EMPHASE_FIN}|\^|\$\$|\\[()]|\\[A-Za-z]+|\\(?=[^\w\s]))"
)
_CELLULES = re.compile(r"\s*\|\s*")


def visible(texte: str) -> str:
    """One line of words, from the sober Markdown of ``texte.py``."""
    bare = _SIGNES.sub("", _LIGNES.sub("", texte))
    return " ".join(_CELLULES.sub(" ", bare).split())
