"""Why: a scanner reads « l » for « I » and « I » for « l »; names and numbers are read in the text itself.

``bruit`` sets the words of the labels right; here are the signs that cannot be what they seem, in any word.
"""

import re

_SIGNES = (
    (re.compile(r"(?<=[a-zà-ÿ]{2})I(?![A-ZÀ-Þ])|(?<![\w'])I(?=(?:e|a|es)\b|['’])"), "l"),
    (re.compile(r"(?<![\w'.,/])1(?=e \w|['’][A-Za-zÀ-ÿ])"), "l"),
    (re.compile(r"(?<=[A-ZÀ-Þ])[l|](?=[A-ZÀ-Þ])"), "I"),
    (re.compile(r"(?<![^\W_])[lI](?=\d{1,2}(?![\w.'’/]))"), "1"),
    (re.compile(r"(?<=[:=] )[lI|](?=[ ]*(?:\n|$| {3}))"), "1"),
)
"""A capital in the middle of small letters, a small one among capitals, a letter before a figure."""


def corriger(texte: str) -> str:
    """The text with these signs set right, each at its place.

    >>> corriger("Ie maire de SAlNT-EXEMPLE, votants : l5")
    'le maire de SAINT-EXEMPLE, votants : 15'
    """
    for motif, signe in _SIGNES:
        texte = motif.sub(signe, texte)
    return texte
