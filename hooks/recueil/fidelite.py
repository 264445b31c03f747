"""Proof that a page says the words of its source: nothing lost, nothing added, signs of layout aside."""

import re

from lxml import html as lxml_html
from lxml.html import HtmlElement

from . import signes

_MARQUES_DE_LIGNE = re.compile(rf"{signes.TITRE}|{signes.CITATION}|\|?[ \t]*:?-+:?[ \t|:-]*$", re.MULTILINE)
"""At the beginning of a line: a heading, a quotation, the rule of a table."""

_MARQUES = re.compile(rf"\||{signes.EMPHASE_DEBUT}|{signes.EMPHASE_FIN}|\^|\\(?=[^\w\s])")
"""Anywhere: the side of a cell, bold and italics, superscript, escape."""

_SANS_SIGNE = re.compile(r"[^|*^\\$#>]+")
"""What holds no beginning of a formula and, most often, no sign of layout: compared at once, not sign by sign."""

_FORMULE = re.compile(r"\$\$.*?\$\$|\\\(.*?\\\)", re.DOTALL)
_COMMANDE = re.compile(r"\\(?:begin|end)\{\w*\}|\\[A-Za-z]+|\\.")
_DITS = re.compile(r"[A-Za-z0-9*+=/<>()]")


def ecart(texte: str, rendu: str) -> int | None:
    """Where the page first says something else than its source.

    Args:
        texte: the source, in the sober Markdown of ``texte.py``.
        rendu: the HTML of the page.

    Returns:
        the index in the source, its length when the page adds words at the end, or None when they agree.
    """
    visible = _sans_blancs(texte_visible(rendu))
    formulas = {match.start(): match for match in _FORMULE.finditer(texte)}
    i = j = seen = 0
    while i < len(texte):
        if i >= seen and (stretch := _SANS_SIGNE.match(texte, i)):
            seen, said = stretch.end(), _sans_blancs(stretch[0])
            if visible.startswith(said, j):
                i, j = seen, j + len(said)
                continue
        formula = _dits(_COMMANDE.sub("", formulas[i][0])) if i in formulas else ""
        if i in formulas and visible.startswith(formula, j):
            i, j = formulas[i].end(), j + len(formula)
        elif texte[i].isspace():
            i += 1
        elif j < len(visible) and texte[i] == visible[j]:
            i, j = i + 1, j + 1
        elif mark := _marque(texte, i):
            i = mark.end()
        else:
            return i
    return None if j == len(visible) else len(texte)


def _sans_blancs(text: str) -> str:
    return "".join(text.split())


def _marque(texte: str, index: int) -> re.Match[str] | None:
    """The sign of layout that stands here."""
    start = texte.rfind("\n", 0, index) + 1
    opening = not texte[start:index].strip(" \t>")
    return (_MARQUES_DE_LIGNE.match(texte, index) if opening else None) or _MARQUES.match(texte, index)


def _dits(formula: str) -> str:
    """What is the same in LaTeX and in MathML: letters, figures and plain signs, in their order."""
    return "".join(_DITS.findall(formula))


def texte_visible(rendu: str) -> str:
    """What a reader sees of a piece of HTML, the dashes and the numbers of lists included."""
    if not rendu.strip():
        return ""
    root = lxml_html.fragment_fromstring(rendu, create_parent="div")
    for ordered in root.iter("ol"):
        _numeroter(ordered)
    for item in root.iterfind(".//ul/li"):
        item.text = f"-{item.text or ''}"
    for formula in list(root.iter("math")):
        _lineariser(formula)
    return str(root.text_content())


def _numeroter(ordered: HtmlElement) -> None:
    start = int(ordered.get("start", "1"))
    for number, item in enumerate(ordered.iterchildren("li"), start=start):
        item.text = f"{number}.{item.text or ''}"


def _lineariser(formula: HtmlElement) -> None:
    said = _dits(str(formula.text_content()))
    tail = formula.tail
    formula.clear()
    formula.text, formula.tail = said, tail
