"""How words are written in the sober Markdown of the engine so that the page says them, sign for sign.

The engine itself is the judge: a block is escaped only when its page would say something else without that.
"""

import re

from ... import texte
from ...blocs import est_simple
from ...fidelite import ecart, texte_visible

PUCES = "-•–—‐‑·∙●○◦▪■□➢➤►▶▸✓✔❖"
"""The signs that begin a point of a list."""

_TIRETS = str.maketrans(dict.fromkeys(PUCES, "-"))
"""A point of a list is written with « - », even when its sign stood alone on the line before its words."""

_PUCE = re.compile(rf"[{re.escape(PUCES)}][ \t\u00a0]+(?=\S)|[{re.escape(PUCES.lstrip('-–—‐‑·'))}](?=\w)")
_SIGNES = re.compile(r"\\(?=[^\w\s]|_)|[*^|$]")
_DEBUT = re.compile(r"^(?=#{1,6}(?:[ ]|$)|>|[-+][ ])", re.MULTILINE)
_PROFOND = re.compile(r"^(?:[ \t]*(?:[-+>]|\d{1,9}\.)(?=[ \t])){8}", re.MULTILINE)
"""Lists in lists in lists: no act has so many, and the parser does not come back from them."""

_JUGEABLE = 20_000
"""A longer paragraph is not of an act: it is escaped without being tried."""

_NUMERO = re.compile(r"^(\d+)\.(?=[ \t])", re.MULTILINE)
_EXPOSANT_LATEX = re.compile(r"(?<=[^\W_])\^\{(\w{1,4})\}")


def sans_puce(line: str) -> tuple[bool, str]:
    """Whether a line is a point of a list, and its words."""
    found = _PUCE.match(line)
    return (True, line[found.end() :]) if found else (False, line)


def neutre(text: str) -> str:
    """The same words with every sign of layout escaped: plain by construction."""
    escaped = _SIGNES.sub(lambda m: f"\\{m[0]}", text)
    return _NUMERO.sub(r"\1\\.", _DEBUT.sub(r"\\", escaped))


def ecrire(text: str, *, marques: bool) -> str:
    """A paragraph that the page will say word for word.

    Args:
        text: its words as they came.
        marques: whether they came with signs of Markdown, which are kept when they hold.
    """
    written = _EXPOSANT_LATEX.sub(r"^\1^", text) if marques else text
    if est_simple(written) and (marques or not _SIGNES.search(written)) and not _DEBUT.search(written):
        return written
    return written if len(text) <= _JUGEABLE and _tient(text, written, marques=marques) else neutre(text)


def _tient(text: str, written: str, *, marques: bool) -> bool:
    """Whether the page of what is written says the words that came."""
    said = _rendu(written)
    if said is None or ecart(written, said) is not None:
        return False
    return marques or _sans_blancs(texte_visible(said)) == _sans_blancs(text)


def _rendu(written: str) -> str | None:
    """The page of a text; nothing when it cannot be made, as for a formula that is none, or « 1. 1. 1. … »."""
    if _PROFOND.search(written):
        return None
    try:
        return texte.rendre(written).html
    except (texte.FormuleIllisible, texte.TexteTropEmboite):
        return None


def dit(lines: str, written: str, *, marques: bool) -> bool:
    """Proof, for a whole text: the page says the lines that were kept, and the engine's own check agrees."""
    said = _rendu(written)
    if said is None or ecart(written, said) is not None:
        return False
    kept = "\n".join(_en_tirets(line.strip()) for line in lines.split("\n"))
    if marques:
        return ecart(_EXPOSANT_LATEX.sub(r"^\1^", kept), said) is None
    return _sans_blancs(texte_visible(said)).translate(_TIRETS) == _sans_blancs(kept).translate(_TIRETS)


def _en_tirets(line: str) -> str:
    listed, words = sans_puce(line)
    return f"- {words}" if listed else line


def _sans_blancs(text: str) -> str:
    return "".join(text.split())
