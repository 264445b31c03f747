"""A formula on one line: what sets pages flattens MathML, and half would be read « 12 »."""

import re
from collections.abc import Callable
from html import escape
from xml.etree import ElementTree as ET

_MATH = re.compile(r"<math\b.*?</math>", re.DOTALL)
_SIMPLE = re.compile(r"[^\W_]+(?:[.,]\d+)?[₀-₉⁰¹²³⁴-⁹]*|\(.*\)")
_RELATIONS = frozenset("=<>≤≥≠≈×⋅·÷→")
_INDICES = str.maketrans("0123456789+-=()aeijnox", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢⱼₙₒₓ")
_EXPOSANTS = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")


def lineaires(html: str) -> str:
    """The HTML of a text, whose formulas are written on one line: « L₁ = L₀ × (I₁ + 1)/I₀ »."""
    return _MATH.sub(lambda found: escape(_formule(found[0])), html)


def _formule(mathml: str) -> str:
    """A formula on one line; one that is written in a way not known here keeps the words of its source."""
    root = ET.fromstring(mathml)  # noqa: S314 (what our own rendering has just written)
    try:
        return " ".join(_suite(root).split())
    except KeyError:
        return root.get("alttext", "")


def _suite(node: ET.Element) -> str:
    return "".join(map(_lire, node))


def _lire(node: ET.Element) -> str:
    """What an element says; a KeyError for one whose sense is not known."""
    return _ELEMENTS[node.tag](node)


def _signe(node: ET.Element) -> str:
    text = (node.text or "").strip()
    return f" {text} " if text in _RELATIONS else text


def _fraction(node: ET.Element) -> str:
    above, below = (_groupe(_lire(child)) for child in node)
    return f"{above}/{below}"


def _groupe(text: str) -> str:
    """The same words as one thing: in parentheses when they are several."""
    inner = text.strip()
    whole = _SIMPLE.fullmatch(inner) and inner.count("(") < 2
    return inner if whole else f"({inner})"


def _racine(node: ET.Element) -> str:
    return f"√{_groupe(_suite(node))}"


def _racine_nieme(node: ET.Element) -> str:
    base, degree = node
    return f"{_petit(_lire(degree), _EXPOSANTS, '')}√{_groupe(_lire(base))}"


def _indice(node: ET.Element) -> str:
    base, below = node
    return _lire(base) + _petit(_lire(below), _INDICES, "_")


def _exposant(node: ET.Element) -> str:
    base, above = node
    return _lire(base) + _petit(_lire(above), _EXPOSANTS, "^")


def _indice_et_exposant(node: ET.Element) -> str:
    base, below, above = node
    return _lire(base) + _petit(_lire(below), _INDICES, "_") + _petit(_lire(above), _EXPOSANTS, "^")


def _petit(text: str, table: dict[int, int], marque: str) -> str:
    """Small signs where there are any, otherwise a mark and the words: « I₀ », « x^(2k) »."""
    inner = text.replace(" ", "")
    if all(ord(sign) in table for sign in inner):
        return inner.translate(table)
    return f"{marque}{_groupe(inner)}"


_ELEMENTS: dict[str, Callable[[ET.Element], str]] = {
    "mrow": _suite,
    "mstyle": _suite,
    "mpadded": _suite,
    "mi": _signe,
    "mn": _signe,
    "mo": _signe,
    "mtext": lambda node: node.text or "",
    "mspace": lambda _: " ",
    "mfrac": _fraction,
    "msqrt": _racine,
    "mroot": _racine_nieme,
    "msub": _indice,
    "munder": _indice,
    "msup": _exposant,
    "msubsup": _indice_et_exposant,
    "munderover": _indice_et_exposant,
}
"""Element of MathML → what it says on one line."""
