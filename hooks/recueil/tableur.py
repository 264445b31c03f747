"""What a spreadsheet would run instead of showing it, and how a table keeps it from doing so.

Values are not altered for a spreadsheet, but for one danger: a text that it would run as a formula. « = », a tabulation
or a carriage return at the beginning of a cell always open one, and no act begins so. « + », « - » and « @ » begin
honest texts (« @ctes : convention », « - 5 % ») and can do no harm without a call « ( », a link to a program « | » or
to another file « ! »: they are left alone but in that company. Such a cell takes an apostrophe before its first sign,
as spreadsheets themselves ask for; whoever reads the table takes it off again.
"""

import re
import unicodedata

_APOSTROPHE = "'"
_FORMULE = re.compile(r"[=\t\r]|[+@-].*[(|!]", re.DOTALL)
_BLANCS = " \u00a0\u202f\n"


def neutraliser(texte: str) -> str:
    """A text that no spreadsheet runs; the same one, nearly always."""
    return _APOSTROPHE + texte if _protege(texte) else texte


def rendre(cellule: str) -> str:
    """The text that was neutralised in a cell.

    >>> rendre(neutraliser('=HYPERLINK("https://exemple.fr")'))
    '=HYPERLINK("https://exemple.fr")'
    """
    text = cellule.removeprefix(_APOSTROPHE)
    return text if _protege(text) else cellule


def _protege(texte: str) -> bool:
    """Whether a text takes an apostrophe: it is dangerous, or it could be taken for one that was neutralised."""
    bare = texte.lstrip(_APOSTROPHE).lstrip(_BLANCS)
    return bool(_FORMULE.match(unicodedata.normalize("NFKC", bare)))
