"""The text of an act as HTML: a sober Markdown in which nothing of the law can be lost.

Ordinary Markdown alters a legal text: lists restart at 1, « Vu » lines merge, ``<LRAR>`` vanishes as a tag,
the ``*`` of a formula becomes italics, ``_____`` becomes a rule. What alters is taken out of the parser; what is
left is listed in the guide, and ``fidelite`` proves for every act that no word was lost.
"""

import html
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from xml.etree import ElementTree as ET

import markdown
from latex2mathml.converter import convert
from markdown.extensions import Extension
from markdown.extensions.toc import strip_tags, unique
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from . import signes
from .adresses import slug
from .blocs import ALIGNEMENTS, mettre_de_cote, nomme_les_lignes, partie, rendre_simple

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
_TITRE_RENDU = re.compile(r"<h(?P<niveau>[1-6])>(?P<contenu>.*?)</h(?P=niveau)>", re.DOTALL)
_PLUS_BAS = 6
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


class TexteTropEmboite(ValueError):  # noqa: N818 (the name says what a clerk is told)
    """Lists within lists, too deep to be read."""


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


@lru_cache(maxsize=8)
def rendre(texte: str, *, raccourci: bool = True) -> Rendu:
    """Render a text; headings start at level 2 and keep their anchors for ever.

    Args:
        texte: the text of an act.
        raccourci: whether its plain blocks spare the parser, which changes nothing but the time.

    Raises:
        FormuleIllisible: a formula is not LaTeX.
        TexteTropEmboite: lists within lists without end.
    """
    plain = rendre_simple(texte) if raccourci else None
    return _ancrer(_convertir(texte, raccourci) if plain is None else plain)


def _convertir(texte: str, raccourci: bool) -> str:  # noqa: FBT001 (the key of a cache)
    try:
        return _parser(raccourci).reset().convert(texte)
    except RecursionError as error:
        _parser.cache_clear()  # it was stopped in the middle, and would not read the next text
        raise TexteTropEmboite from error


@cache
def _parser(raccourci: bool) -> markdown.Markdown:  # noqa: FBT001 (the key of a cache)
    shortcut = [_Raccourci()] if raccourci else []
    return markdown.Markdown(
        extensions=["sane_lists", "nl2br", "tables", "pymdownx.arithmatex", "pymdownx.caret", _Sobre(), *shortcut],
        extension_configs={
            "pymdownx.arithmatex": {"generic": True, "block_syntax": ["dollar"], "inline_syntax": ["round"]},
            "pymdownx.caret": {"insert": False},
        },
        output_format="html",
    )


def _ancrer(rendered: str) -> Rendu:
    """Give each heading its level in the page and its anchor."""
    found: list[Titre] = []
    used: set[str] = set()

    def place(match: re.Match[str]) -> str:
        label = strip_tags(match["contenu"]) if "<" in match["contenu"] else " ".join(match["contenu"].split())
        level = min(int(match["niveau"]) + 1, _PLUS_BAS)
        found.append(Titre(unique(ancre(html.unescape(label)), used), label, level))
        return f'<h{level} id="{found[-1].ancre}">{match["contenu"]}</h{level}>'

    return Rendu(_TITRE_RENDU.sub(place, rendered), tuple(found))


def ancre(libelle: str) -> str:
    """The anchor of a heading: that of an article holds its number alone, so that it can be cited."""
    article = _ARTICLE.match(libelle)
    return f"article-{article[1]}" if article else slug(libelle) or "titre"


class _Simples(Preprocessor):
    """Sets the plain blocks aside, ready made: the parser reads the others, and the library puts all together."""

    def run(self, lines: list[str]) -> list[str]:
        return mettre_de_cote("\n".join(lines), self.md.htmlStash.store).split("\n")


class _Raccourci(Extension):
    """What spares the parser the plain blocks."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (the library's name)
        md.preprocessors.register(_Simples(md), "simples", 10)


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
        md.treeprocessors.register(_Tableaux(md), "tableaux", 14)
        md.treeprocessors.register(_Parties(md), "parties", 13)


class _MathML(Treeprocessor):
    """Sets what arithmatex has kept safe from the parser as MathML, which browsers read by themselves."""

    def run(self, root: ET.Element) -> None:
        for holder in root.iter():
            if holder.get("class") == "arithmatex":
                holder.attrib.update(_FORMULE_LISIBLE)
                holder[:] = [_mathml(holder)]
                holder.text = None


class _Parties(Treeprocessor):
    """Says by a class what is a reason and what is the decision."""

    def run(self, root: ET.Element) -> None:
        for paragraph in root.findall("p"):
            if part := partie(_dit(paragraph)):
                paragraph.set("class", part)


class _Tableaux(Treeprocessor):
    """Says by a class on which side the cells of a table are set, and which of them are headers."""

    def run(self, root: ET.Element) -> None:
        for cell in root.iter():
            if style := cell.attrib.pop("style", None):
                cell.set("class", ALIGNEMENTS[style])
        for table in root.iter("table"):
            for cell in table.iterfind("thead/tr/th"):
                _en_tete(cell, "col" if _dit(cell) else "")
            firsts = table.findall("tbody/tr/td[1]")
            if table.find("tbody/tr/td[2]") is not None and nomme_les_lignes([*map(_dit, firsts)]):
                for cell in firsts:
                    _en_tete(cell, "row")


def _dit(cell: ET.Element) -> str:
    return "".join(cell.itertext())


def _en_tete(cell: ET.Element, scope: str) -> None:
    """Make a cell the header of a line or of a column; of nothing, it is a cell like another."""
    cell.tag = "th" if scope else "td"
    if scope:
        cell.set("scope", scope)


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
