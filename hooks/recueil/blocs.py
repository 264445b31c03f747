"""The blocks of a text that hold nothing to interpret, as HTML, without the parser.

Most of an act is made of them: plain paragraphs, lists, headings, tables. The parser takes two thousandths of a second
for a text and gives for these what is written here, byte for byte, and their words are copied as they are:
``tests/test_blocs.py`` compares the two on random texts. Whatever is not quite plain is left to the parser.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

Bloc = tuple[str, str]
"""A kind of block, or nothing when the parser must read it, and its text."""

_MOTS = r"[^\\*^|&<>#`$\t\r\n\x02\x03]++"
_PLUSIEURS_LIGNES = rf"{_MOTS}(?:(?<!  )\n(?!\s){_MOTS})*+"
_GRAS = rf"\*\*(?<!\S\*\*)(?=[^\W_]){_PLUSIEURS_LIGNES}(?<=[^\W_])\*\*(?=[\s.,;:]|\Z)"
_EXPOSANT = r"(?<=[^\W_])\^[^\W_]{1,4}\^(?![\w^])"
_LIGNE = rf"(?:{_MOTS}|{_GRAS}|{_EXPOSANT})++"
_DEBUT = r"(?!\s|-[ ]|\d+\.[ ])"
"""The beginning of a line that opens nothing: no list, no indented part."""

_ELEMENT = rf"{_DEBUT}{_LIGNE}"
_RANGEE = rf"\|(?:{_LIGNE}\|){{2,}}+"
_GENRES: Mapping[str, str] = {
    "paragraphe": rf"{_ELEMENT}(?:(?<!  )\n(?!\s){_LIGNE})*+",
    "titre": rf"\#{{1,6}} (?=\S){_LIGNE}",
    "puces": rf"-[ ]{_ELEMENT}(?:\n-[ ]{_ELEMENT})*+",
    "numeros": rf"1\.[ ]{_ELEMENT}(?:\n\d+\.[ ]{_ELEMENT})*+",
    "tableau": rf"{_RANGEE}(?:\n{_RANGEE}){{2,}}+",
    "autre": r"(?s:.+?)",
}
_BLOC = re.compile(rf"\n*+(?:{'|'.join(f'(?P<{kind}>{said})' for kind, said in _GENRES.items())})(?=\n\n|\n*+\Z)")
_NUMERO = re.compile(r"^(\d+)\.[ ]", re.MULTILINE)
_EN_GRAS = re.compile(r"\*\*((?=[^\W_])[^*]+(?<=[^\W_]))\*\*")
_EN_EXPOSANT = re.compile(r"\^(\w{1,4})\^")
_FILET = re.compile(r":?-+:?")
_BALISE = re.compile(r"<[^>]+>")
_PARTIE = re.compile(
    r"(?P<visa>(?:Vus?|VUS?|Considérant|CONSIDÉRANT|CONSIDERANT)\b)"
    r"|(?P<decide>Après en avoir délibéré\b|(?:DÉCIDE|DECIDE|ARRÊTE|ARRETE)\b)"
)
ALIGNEMENTS = {
    "text-align: left;": "rec-gauche",
    "text-align: right;": "rec-droite",
    "text-align: center;": "rec-centre",
}
"""The style that the library gives to a cell → its class: a page that says where its styles come from has no other."""

_ALIGNEMENTS = {
    (False, False): "",
    (True, False): ' class="rec-gauche"',
    (False, True): ' class="rec-droite"',
    (True, True): ' class="rec-centre"',
}


def est_simple(texte: str) -> bool:
    """Whether a text is plain from end to end: its page says its words, whatever they are."""
    return all(kind for kind, _ in _blocs(texte))


def rendre_simple(texte: str) -> str | None:
    """The HTML of a text that is plain from end to end."""
    blocks = [*_blocs(texte)]
    return "\n".join(map(_html, blocks)) if all(kind for kind, _ in blocks) else None


def mettre_de_cote(texte: str, garder: Callable[[str], str]) -> str:
    """The text with each run of plain blocks replaced by what ``garder`` gives for its HTML."""
    runs = ((plain, [*run]) for plain, run in groupby(_blocs(texte), key=lambda block: bool(block[0])))
    return "\n\n".join(
        garder("\n".join(map(_html, run))) if plain else "\n\n".join(text for _, text in run) for plain, run in runs
    )


def _blocs(texte: str) -> Iterator[Bloc]:
    """The blocks in their order; a list is plain when those beside it cannot run into it."""
    blocks = [(_genre(match.lastgroup or "", match[match.lastgroup or 0]), match) for match in _BLOC.finditer(texte)]
    kinds = ["paragraphe", *(kind for kind, _ in blocks), "paragraphe"]
    for i, (kind, match) in enumerate(blocks):
        beside = {kinds[i], kinds[i + 2]} if kind in _LISTES else _SURS
        yield kind if beside <= _SURS else "", match[match.lastgroup or 0]


def _genre(kind: str, text: str) -> str:
    """The kind of a block, once what its form does not tell is known: rows of one length, numbers without a gap."""
    if kind == "tableau":
        return kind if _regulier(text) else ""
    if kind == "numeros":
        return kind if [*map(int, _NUMERO.findall(text))] == [*range(1, text.count("\n") + 2)] else ""
    return "" if kind == "autre" else kind


def _regulier(tableau: str) -> bool:
    """Whether the rows of a table have one length, and the second alone is its rule."""
    lines = tableau.split("\n")
    rules = [i for i, line in enumerate(lines) if all(map(_FILET.fullmatch, _cellules(line)))]
    return rules == [1] and len({line.count("|") for line in lines}) == 1


def _html(bloc: Bloc) -> str:
    kind, text = bloc
    return _RENDUS[kind](text)


def _paragraphe(text: str) -> str:
    said = _mots(text).replace("\n", "<br>\n")
    part = partie(_BALISE.sub("", said))
    return _element("p", said, f' class="{part}"' if part else "")


def partie(paragraphe: str) -> str:
    """What a paragraph of an act is by its first words: « visa » for a reason, « decide » for the decision, or nothing.

    The form is that of all French administrative acts; only the look of the page follows from it.
    """
    found = _PARTIE.match(paragraphe)
    return (found.lastgroup or "") if found else ""


def _titre(text: str) -> str:
    marks, _, said = text.partition(" ")
    return _element(f"h{len(marks)}", _mots(said.strip()))


def _puces(text: str) -> str:
    return _lignes("ul", [_element("li", _mots(item)) for item in text[2:].split("\n- ")])


def _numeros(text: str) -> str:
    return _lignes("ol", [_element("li", _mots(_NUMERO.sub("", item))) for item in text.split("\n")])


def _tableau(text: str) -> str:
    head, rule, *rows = [[_mots(cell) for cell in _cellules(line)] for line in text.split("\n")]
    styles = [_ALIGNEMENTS[cell[0] == ":", cell[-1] == ":"] for cell in rule]
    named = nomme_les_lignes([_BALISE.sub("", row[0]) for row in rows])
    first = _rangee([bool(cell) for cell in head], head, styles, "col")
    others = [_rangee([named and not i for i in range(len(row))], row, styles, "row") for row in rows]
    return _lignes("table", [_lignes("thead", [first]), _lignes("tbody", others)])


def nomme_les_lignes(premieres: Sequence[str]) -> bool:
    """Whether the cells of a first column are the headers of their lines: each says something, and not the same."""
    said = [cell.strip() for cell in premieres]
    return all(said) and len({*said}) == len(said)


def _rangee(en_tetes: Sequence[bool], cells: Sequence[str], styles: Sequence[str], scope: str) -> str:
    """A line of a table, with the sense of its headers (RGAA 5.6 and 5.7); a blank one is the header of none."""
    made = [
        _element("th", cell, f'{style} scope="{scope}"') if header else _element("td", cell, style)
        for header, cell, style in zip(en_tetes, cells, styles, strict=True)
    ]
    return _lignes("tr", made)


def _cellules(rangee: str) -> list[str]:
    return [cell.strip(" ") for cell in rangee[1:-1].split("|")]


def _mots(text: str) -> str:
    """Words, with what is bold and « 1^er^ »."""
    bold = _EN_GRAS.sub(lambda m: _element("strong", m[1]), text) if "*" in text else text
    return _EN_EXPOSANT.sub(lambda m: _element("sup", m[1]), bold) if "^" in bold else bold


def _lignes(tag: str, parts: list[str]) -> str:
    return _element(tag, "".join(f"\n{part}" for part in parts) + "\n")


def _element(tag: str, content: str, style: str = "") -> str:
    return f"<{tag}{style}>{content}</{tag}>"


_LISTES = frozenset({"puces", "numeros"})
_SURS = frozenset(_GENRES) - _LISTES - {"autre"}
_RENDUS: Mapping[str, Callable[[str], str]] = {
    "paragraphe": _paragraphe,
    "titre": _titre,
    "puces": _puces,
    "numeros": _numeros,
    "tableau": _tableau,
}
