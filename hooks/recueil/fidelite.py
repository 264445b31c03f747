"""Proof that a page says the words of its source: nothing lost, nothing added, signs of layout aside."""

import re

from lxml import html as lxml_html
from lxml.html import HtmlElement

_MARQUES = re.compile(
    r"""
      ^[ \t]*(?:\#{1,6}|[-+*](?=[ \t])|>|\|?[ \t]*:?-+:?[ \t|:-]*$)   # heading, item, quotation, rule of a table
    | \|                                                        # cell
    | (?<!\w)\*{1,3}(?=\S) | (?<=\S)\*{1,3}(?!\w)               # bold, italics: never inside a word
    | \^                                                        # superscript
    | \#+[ \t]*$                                                # closing of a heading
    | \\(?=[^\w\s]) | \$\$                                      # escape, formula
    """,
    re.VERBOSE | re.MULTILINE,
)
_MARQUES_FORMULE = re.compile(r"\$\$|\\[()]|\\[A-Za-z]+|[{}^_]")
_FORMULE = re.compile(r"\$\$.*?\$\$|\\\(.*?\\\)", re.DOTALL)


def ecart(texte: str, rendu: str) -> int | None:
    """Where the page first says something else than its source.

    Args:
        texte: the source, in the sober Markdown of ``texte.py``.
        rendu: the HTML of the page.

    Returns:
        the index in the source, its length when the page adds words at the end, or None when they agree.
    """
    visible = "".join(texte_visible(rendu).split())
    formulas = [match.span() for match in _FORMULE.finditer(texte)]
    i = j = 0
    while i < len(texte):
        if texte[i].isspace():
            i += 1
        elif j < len(visible) and texte[i] == visible[j]:
            i, j = i + 1, j + 1
        elif mark := _marque(texte, i, formulas):
            i += mark
        else:
            return i
    return None if j == len(visible) else len(texte)


def _marque(texte: str, index: int, formulas: list[tuple[int, int]]) -> int:
    """The length of the sign of layout that stands here, or 0."""
    inside = any(start <= index < end for start, end in formulas)
    match = (_MARQUES_FORMULE if inside else _MARQUES).match(texte, index)
    return len(match[0]) if match else 0


def texte_visible(rendu: str) -> str:
    """What a reader sees of a piece of HTML, the numbers of ordered lists included."""
    if not rendu.strip():
        return ""
    root = lxml_html.fragment_fromstring(rendu, create_parent="div")
    for ordered in root.iter("ol"):
        _numeroter(ordered)
    return str(root.text_content())


def _numeroter(ordered: HtmlElement) -> None:
    start = int(ordered.get("start", "1"))
    for number, item in enumerate(ordered.iterchildren("li"), start=start):
        item.text = f"{number}.{item.text or ''}"
