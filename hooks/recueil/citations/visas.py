"""Where the « Vu » of an act are: elsewhere, a text that is named founds nothing and is not indexed."""

import re
from collections.abc import Iterator

from .lettres import aplatir

_SIGNES = r"[\s>#*•–-]*+(?:[0-9]{1,2}[.)]\s++)?+\*{0,3}"
"""Signs of layout before the first word of a line: those of a list, a heading, a quotation, bold."""

_PREMIERE_LETTRE = re.compile(r"[\W\d_]*[vV]")
"""What a line that opens a « Vu » begins with: most others are set aside by it alone."""

_VU = re.compile(rf"{_SIGNES}vus?\b(?!-|\s+(?:et\s+approuve|pour\s+etre))", re.IGNORECASE)
_SEUL = re.compile(rf"{_SIGNES}(?:vus?|visas?)[\s:*]*$", re.IGNORECASE)
_ELEMENT = re.compile(r"\s*+(?:[-*•–]|[0-9]{1,2}[.)])\s")
_ARTICLE_DEFINI = re.compile(r"(?:le|la|les)\s|l['’]")
_FIN = re.compile(
    rf"{_SIGNES}(?:considerant|attendu|entendu|oui\b|apres|sur\s|il\s+est|monsieur|madame|m\.|mme|decide|delibere|arret(?:e|ons)[\s:]*$|prend\s+acte"
    r"|article\s+(?:1\s?\^?er|premier|[0-9]+)\^?\s*[:.–]|(?:le|la)\s+(?:conseil|comite|maire|president|assemblee|bureau)\b)"
    r"|\s{0,3}#",
    re.IGNORECASE,
)
"""What ends a « Vu » that no blank line ends."""


def visas(texte: str) -> Iterator[str]:
    """Each « Vu » of a text with the lines and the list that continue it, as the source writes it."""
    current: list[str] = []
    for line in [*texte.splitlines(), "#"]:
        opens = bool(_PREMIERE_LETTRE.match(line)) and _ouvre(line)
        if current and (opens or not _continue(line, current)):
            yield "\n".join(current).strip()
            current = []
        if opens or current:
            current.append(line)


def _ouvre(line: str) -> bool:
    flat = aplatir(line[:80])
    return bool(_VU.match(flat) or _SEUL.match(flat))


def _continue(line: str, lines: list[str]) -> bool:
    """Whether a line belongs to the « Vu » before it: a blank line ends it, unless a list may follow."""
    before = lines[-1].strip() or (lines[-2].strip() if len(lines) > 1 else "")
    list_may_follow = before.endswith(":") or bool(_ELEMENT.match(f"{before} ") or _SEUL.match(aplatir(before[:80])))
    if not line.strip():
        return list_may_follow and bool(lines[-1].strip())
    if _FIN.match(aplatir(line[:80])):
        return False
    alone = _SEUL.match(aplatir(lines[0][:80]))
    return bool(lines[-1].strip() or _ELEMENT.match(line) or (alone and _ARTICLE_DEFINI.match(line)))
