"""The style sheet of the theme, without the rules that no page of the site can use: an eighth of it is left.

Material dresses hundreds of components; the register has a few. What is left out could not have applied: a test
compares the style of every element in a real browser.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from html.parser import HTMLParser
from typing import Any

import tinycss2

_CONDITIONS = ("media", "supports", "layer")
_DE_SCRIPT = "data-md-"
"""Attributes that the scripts of the theme set; the register has none of them."""


def reduire(css: str, classes: Collection[str], autres: Iterable[str] = ()) -> str:
    """A style sheet with the rules that may apply to elements of some classes.

    Args:
        css: the style sheet.
        classes: every class that the pages bear.
        autres: the other style sheets of the site, which may use its variables.
    """
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    kept = "".join(_utiles(rules, frozenset(classes)))
    around, before = "".join(autres), ""
    while kept != before:  # a variable may be used by another alone
        before = kept
        kept = _sans_variables(kept, frozenset(_employees(kept + around)))
    return kept


def classes_de(html: str) -> frozenset[str]:
    """The classes of a page, or of a template, whose tests and loops are read as so many classes."""
    found = _Classes()
    found.feed(html)
    return frozenset(found.classes)


class _Classes(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.classes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (its signature)
        words = " ".join(value or "" for name, value in attrs if name == "class")
        self.classes |= set("".join(c if c.isalnum() or c in "-_" else " " for c in words).split())


def _utiles(rules: Iterable[Any], classes: frozenset[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            kept = [one for one in _selecteurs(rule.prelude) if _possible(one, classes)]
            if kept:
                selectors = ",".join(map(tinycss2.serialize, kept))
                yield f"{selectors}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in _CONDITIONS and rule.content is not None:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            if within := "".join(_utiles(inner, classes)):
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{within}}}"
        elif rule.type == "at-rule":
            yield tinycss2.serialize([rule])


def _selecteurs(prelude: Sequence[Any]) -> Iterator[list[Any]]:
    """The selectors of a rule, one by one."""
    current: list[Any] = []
    for piece in prelude:
        if piece == ",":
            yield current
            current = []
        else:
            current.append(piece)
    yield current


def _possible(selector: Sequence[Any], classes: frozenset[str]) -> bool:
    """Whether an element of these pages may match; what stands in « :not(…) » or « :is(…) » is not looked at."""
    for before, piece in zip([None, *selector], selector, strict=False):
        if piece.type == "ident" and before == "." and piece.value not in classes:
            return False
        if piece.type == "[] block" and tinycss2.serialize(piece.content).startswith(_DE_SCRIPT):
            return False
    return True


def _sans_variables(css: str, employees: frozenset[str]) -> str:
    """A style sheet without the variables that nothing uses, and without the rules that this empties."""
    return "".join(_elaguees(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), employees))


def _elaguees(rules: Iterable[Any], employees: frozenset[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            said = [d for d in tinycss2.parse_blocks_contents(rule.content) if d.type == "declaration"]
            kept = [d for d in said if not d.name.startswith("--") or d.name in employees]
            if kept:
                yield f"{tinycss2.serialize(rule.prelude)}{{{';'.join(map(_declaration, kept))}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in _CONDITIONS and rule.content is not None:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            if within := "".join(_elaguees(inner, employees)):
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{within}}}"
        else:
            yield tinycss2.serialize([rule])


def _declaration(one: Any) -> str:  # noqa: ANN401 (tinycss2 has no types)
    important = "!important" if one.important else ""
    return f"{one.name}:{tinycss2.serialize(one.value).strip()}{important}"


def _employees(css: str) -> Iterator[str]:
    """The names of the variables that a style sheet uses."""
    for piece in css.split("var(")[1:]:
        yield piece.split(",")[0].split(")")[0].strip()
