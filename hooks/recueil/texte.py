"""The text of an act as HTML: a sober Markdown in which nothing of the law can be lost.

Ordinary Markdown alters a legal text: lists restart at 1, « Vu » lines merge, ``<LRAR>`` vanishes as a tag,
the ``*`` of a formula becomes italics, ``_____`` becomes a rule. What alters is taken out of the parser; what is
left is listed in the guide, and ``fidelite`` proves for every act that no word was lost.
"""

import html
import re
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree as ET

import markdown
from latex2mathml.converter import convert
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from . import signes
from .adresses import slug

_ARTICLE = re.compile(r"article\s*(\d+)", re.IGNORECASE)
_FORMULE = re.compile(r"\\\[(.*)\\\]|\\\((.*)\\\)", re.DOTALL)
_FRACTION = re.compile(r"\\d?frac\{([^{}]*)\}\{([^{}]*)\}")
_COMMANDE = re.compile(r"\\[A-Za-z]+\{([^{}]*)\}")
_TIRET = re.compile(signes.TIRET % 3)
_TITRE = re.compile(rf"(?:^|\n)(?P<level>{signes.TITRE})(?P<header>[^\n]+)(?:\n|$)")
_CITATION = re.compile(rf"(^|\n)[ ]{{0,3}}{signes.CITATION}[ ](.*)")
_EMPHASE = re.compile(
    rf"(?P<ambiguous>(?!))|(?P<end>{signes.EMPHASE_FIN})|(?P<start>{signes.EMPHASE_DEBUT})", re.UNICODE
)
_FORMULE_INTERDITE = re.compile(r"(?<!\\)%|<|\\(?:[hv]?phantom|style|class|href|html\w*|cssId)\b")
_BLOCS_ALTERANTS = ("code", "setextheader", "reference", "hr")
_SIGNES_ALTERANTS = (
    "backtick",
    "reference",
    "link",
    "image_link",
    "image_reference",
    "short_reference",
    "short_image_ref",
    "autolink",
    "automail",
    "html",
    "entity",
)


_FORMULE_LISIBLE = {"class": "rec-formule", "role": "group", "aria-label": "Formule", "tabindex": "0"}
"""A long formula scrolls on a small screen: the keyboard must reach it."""


class FormuleIllisible(ValueError):  # noqa: N818 (the name says what a clerk is told)
    """A formula that cannot be set; its text is the argument."""


@dataclass(frozen=True, slots=True)
class Titre:
    """A heading of the text: where it leads and what it says."""

    ancre: str
    libelle: str
    niveau: int


@dataclass(frozen=True, slots=True)
class Rendu:
    """A text ready for its page."""

    html: str
    titres: tuple[Titre, ...]


def rendre(texte: str) -> Rendu:
    """Render a text; headings start at level 2 and keep their anchors for ever.

    Raises:
        FormuleIllisible: a formula is not LaTeX.
    """
    parser = _parser()
    parser.reset()
    rendered = parser.convert(texte)
    tokens: list[dict[str, object]] = getattr(parser, "toc_tokens", [])
    return Rendu(rendered, tuple(_titres(tokens)))


@cache
def _parser() -> markdown.Markdown:
    return markdown.Markdown(
        extensions=["sane_lists", "nl2br", "tables", "toc", "pymdownx.arithmatex", "pymdownx.caret", _Sobre()],
        extension_configs={
            "toc": {"slugify": ancre, "baselevel": 2, "marker": ""},
            "pymdownx.arithmatex": {"generic": True, "block_syntax": ["dollar"], "inline_syntax": ["round"]},
            "pymdownx.caret": {"insert": False},
        },
        output_format="html",
    )


def ancre(libelle: str, _separator: str = "-") -> str:
    """The anchor of a heading: that of an article holds its number alone, so that it can be cited."""
    article = _ARTICLE.match(libelle)
    return f"article-{article[1]}" if article else slug(libelle) or "titre"


def _titres(tokens: list[dict[str, object]]) -> list[Titre]:
    found = []
    for token in tokens:
        found.append(Titre(str(token["id"]), str(token["name"]), int(str(token["level"]))))
        found += _titres(token["children"])  # type: ignore[arg-type]  # the library gives untyped tokens
    return found


class _Sobre(Extension):
    """Takes out of the parser what alters a text, and sets formulas without JavaScript."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (the library's name)
        md.preprocessors.deregister("html_block")
        for name in _BLOCS_ALTERANTS:
            md.parser.blockprocessors.deregister(name)
        for name in _SIGNES_ALTERANTS:
            md.inlinePatterns.deregister(name)
        blocks = md.parser.blockprocessors
        vars(blocks["ulist"]).update(RE=_TIRET, CHILD_RE=_TIRET)  # « * » and « + » may be signs of the text
        vars(blocks["hashheader"]).update(RE=_TITRE)
        vars(blocks["quote"]).update(RE=_CITATION)
        if md.delimiters is not None:
            md.delimiters.remove("_")
            md.delimiters.add("*", "strong,em", smart=True)
            md.delimiters.delimiters["*"].boundary = _EMPHASE
        md.treeprocessors.register(_MathML(md), "mathml", 15)


class _MathML(Treeprocessor):
    """Sets what arithmatex has kept safe from the parser as MathML, which browsers read by themselves."""

    def run(self, root: ET.Element) -> None:
        for holder in root.iter():
            if holder.get("class") == "arithmatex":
                holder.attrib.update(_FORMULE_LISIBLE)
                holder[:] = [_mathml(holder)]
                holder.text = None


def _mathml(holder: ET.Element) -> ET.Element:
    match = _FORMULE.search(html.unescape(holder.text or ""))
    latex = (match[1] or match[2]).strip() if match else ""
    if _FORMULE_INTERDITE.search(latex):
        raise FormuleIllisible(latex)
    display = "block" if holder.tag == "div" else "inline"
    try:
        formula = ET.fromstring(_latex(latex, display))  # noqa: S314 (what the library has just written)
    except Exception as error:  # the library raises whatever its parser meets
        raise FormuleIllisible(latex) from error
    formula.set("alttext", _COMMANDE.sub(r"\1", _FRACTION.sub(r"(\1)/(\2)", latex)))
    return formula


def _latex(latex: str, display: str) -> str:
    """MathML without a namespace: HTML knows its elements."""
    return convert(latex, xmlns="", display=display).replace(' xmlns=""', "")
