"""What stands on the pages of an act without being of its text, and so is not published: each with its reason.

Whatever is taken out is told, with its place: a clerk must be able to see that no word of the act is missing.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ...source import INVISIBLES
from ..document import Document

_PLUS_HAUT = 4
"""A running head or foot is among the first or the last lines of its page."""

_NUMERO_SEUL = re.compile(r"[-–—(|\s]*(?P<numero>\d{1,3})(?:\s*/\s*\d{1,3})?[-–—)|\s]*")
_SIGNE_PERDU = re.compile(f"{INVISIBLES.pattern}|[\u200b-\u200d]")
"""What the engine refuses, and the blanks and joiners that have no width."""

_POLICES = str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0be", "•") | {"\uf02d": "-"})
"""The points of lists that the fonts of word processors draw in their own way."""

_CESURE = re.compile("[\u00ad\ufffe\x02](?=[ ]*$)", re.MULTILINE)
"""What the readers of PDF give for the hyphen at the end of a line."""

_CITATION = str.maketrans({"’": "'", "‘": "'"})
_SIGNATURE = re.compile(r"^(?:(?:pour )?l[ea] |le |m\. |mme )|[A-ZÀ-Þ]{2,}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Motif:
    """A line that is never of the act: why, what it looks like, and an example, which is its test."""

    raison: str
    forme: str
    exemple: str


MOTIFS = (
    Motif(
        "numéro de page", r"[-–—|\s]*page\s*[:|n°]*\s*\d{1,3}(?:\s*(?:sur|/|de)\s*\d{1,3})?[-–—|\s]*", "Page 2 sur 12"
    ),
    Motif("numéro de page", r"\d{1,3}\s*\|\s*page", "2 | Page"),
    Motif("numéro de page", r"p\.\s*\d{1,3}(?:\s*/\s*\d{1,3})?", "p. 3/4"),
    Motif("numéro de page", r"[-–—]\s*\d{1,3}\s*[-–—]", "- 3 -"),
    Motif("signe de suite", r"(?:\.{2,}|…)\s*/\s*(?:\.{2,}|…)?", ".../..."),
    Motif("signe de suite", r"/\s*(?:\.{2,}|…)", "/..."),
    Motif("signe de suite", r"t\.?\s?s\.?\s?v\.?\s?p\.?", "T.S.V.P."),
    Motif(
        "description d'une image",
        r"a (?:handwritten|blue|red|round|circular)\b[^\n]*\b(?:signature|stamp|seal)\b.*",
        "A handwritten signature in blue ink",
    ),
    Motif("description d'une image", r"!\[[^\]]*\]\([^)\s]*\)", "![logo](image.png)"),
)
"""The lines that leave wherever they stand alone; a new one is one more line."""

_MOTIFS = tuple((m.raison, re.compile(m.forme, re.IGNORECASE)) for m in MOTIFS)


@dataclass(frozen=True, slots=True)
class Ligne:
    """A line of a page as it came; page and line start at 1, as in a ``Preuve``."""

    page: int
    ligne: int
    texte: str

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands."""
        return self.page, self.ligne

    @property
    def vide(self) -> bool:
        """Whether it only parts two paragraphs."""
        return not self.texte.strip()


@dataclass(frozen=True, slots=True)
class Retrait:
    """Words that are not published: where they stood, and why they left."""

    page: int
    ligne: int
    mots: str
    raison: str


def lire_lignes(document: Document) -> tuple[Ligne, ...]:
    """The lines of a document, numbered as in its proofs."""
    pages = (_CESURE.sub("-", _nfc(page)).translate(_POLICES) for page in document.pages)
    return tuple(
        Ligne(number, at, line) for number, page in enumerate(pages, 1) for at, line in enumerate(page.split("\n"), 1)
    )


def _nfc(page: str) -> str:
    return unicodedata.normalize("NFC", page).replace("\r", "").replace("\f", "\n")


class Tri:
    """Sorts lines into what is kept and what leaves."""

    def __init__(self, lignes: Iterable[Ligne]) -> None:
        self.lignes = list(lignes)
        self.retraits: list[Retrait] = []

    def tampons(self, document: Document, spans: Iterable[tuple[int, int]]) -> None:
        """Take the stamps out; what stands beside one on its line stays."""
        said: dict[tuple[int, int], list[str]] = {}
        for place, words in _morceaux(document, spans):
            said.setdefault(place, []).append(words)
        self._garder(_sans(line, said.get(line.place, ())) for line in self.lignes)

    def signes(self) -> None:
        """Take out the signs that nobody can see, or that the font alone could draw: the site refuses them."""
        self._garder(
            (replace(line, texte=_SIGNE_PERDU.sub("", line.texte)), [("signe illisible", nommer(line.texte))])
            if _SIGNE_PERDU.search(line.texte)
            else (line, [])
            for line in self.lignes
        )

    def mobilier(self) -> None:
        """Take out page numbers, signs that a page goes on, and the heads and feet that pages repeat."""
        edges = [*_bords(self.lignes)]
        reasons = {**_repetes(edges), **_numeros(edges)}
        self._garder(
            (None, [(why, line.texte)]) if (why := _seul(line) or reasons.get(line.place)) else (line, [])
            for line in self.lignes
        )

    def _garder(self, sorted_: Iterable[tuple[Ligne | None, Sequence[tuple[str, str]]]]) -> None:
        kept = []
        for before, (line, out) in zip(self.lignes, list(sorted_), strict=True):
            self.retraits += [Retrait(*before.place, " ".join(words.split()), why) for why, words in out]
            if line is not None and not (out and line.vide):
                kept.append(line)
        self.lignes = kept


def _morceaux(document: Document, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], str]]:
    """Each span of the plain text, line by line."""
    for start, end in spans:
        at = start
        for words in document.texte[start:end].replace("\f", "\n").split("\n"):
            page = bisect_right(document.debuts, at)
            line = document.texte.count("\n", document.debuts[page - 1], at) + 1
            if words.strip():
                yield (page, line), words
            at += len(words) + 1


def _sans(line: Ligne, said: Iterable[str]) -> tuple[Ligne, list[tuple[str, str]]]:
    """The line without the words of stamps, which are told as they were written."""
    out = []
    for words in said:
        if found := _chercher(words, line.texte):
            start, end = found
            out.append(("tampon", line.texte[start:end]))
            left, right = line.texte[:start], line.texte[end:]
            line = replace(
                line,
                texte=f"{left.rstrip(' *|#>')} {right.lstrip(' *|')}" if left.strip(" *|#>") else right.strip(" *|"),
            )
    return line, out


def _chercher(words: str, texte: str) -> tuple[int, int] | None:
    """Where words read in the plain text stand in a line as it came: blanks and marks between letters do not count."""
    signs = [(sign, at) for at, sign in enumerate(texte.translate(_CITATION)) if not (sign.isspace() or sign in "*|#")]
    wanted = "".join(sign for sign in words.translate(_CITATION) if not (sign.isspace() or sign in "*|#"))
    at = "".join(sign for sign, _ in signs).find(wanted)
    return (signs[at][1], signs[at + len(wanted) - 1][1] + 1) if wanted and at >= 0 else None


def nommer(texte: str) -> str:
    """What a person is told of a sign that cannot be shown: its number, and the words around it."""
    found = {f"U+{ord(sign):04X}" for sign in _SIGNE_PERDU.findall(texte)}
    return f"{', '.join(sorted(found))} dans « {_SIGNE_PERDU.sub(' ', texte).strip()} »"


def _seul(line: Ligne) -> str:
    """Why a line that says nothing of the act leaves, or nothing."""
    text = line.texte.strip()
    return next((why for why, form in _MOTIFS if text and form.fullmatch(text)), "")


def _bords(lignes: Iterable[Ligne]) -> Iterator[tuple[list[Ligne], list[Ligne]]]:
    """The first and the last lines of each page that say something; a stamp has left already."""
    for _, page in groupby(lignes, key=lambda line: line.page):
        said = [line for line in page if not line.vide]
        yield said[:_PLUS_HAUT], said[-1 : -_PLUS_HAUT - 1 : -1]


def _repetes(edges: Sequence[tuple[list[Ligne], list[Ligne]]]) -> Mapping[tuple[int, int], str]:
    """The heads repeated by pages, but the first of each, which is the letterhead; the feet, all of them."""
    heads = _serie([head for head, _ in edges])
    feet = _serie([foot for _, foot in edges])
    first: set[str] = set()
    found = {}
    for line in heads:
        if _cle(line) in first:
            found[line.place] = "en-tête répété"
        first.add(_cle(line))
    return {**{line.place: "pied de page répété" for line in feet if not _signe(line)}, **found}


def _serie(edges: Sequence[Sequence[Ligne]]) -> list[Ligne]:
    """The lines from the edge inwards that more than half of the pages repeat, and two of them at least."""
    counts = Counter(key for edge in edges for key in {_cle(line) for line in edge})
    wanted = {key for key, count in counts.items() if count >= 2 and count * 2 > len(edges)}
    return [line for edge in edges for line in _tant_que(edge, wanted)]


def _tant_que(edge: Sequence[Ligne], wanted: set[str]) -> Iterator[Ligne]:
    """From the edge inwards: a repeated line after another that is not repeated is of the text."""
    for line in edge:
        if _cle(line) in wanted:
            yield line
        elif not (_seul(line) or _NUMERO_SEUL.fullmatch(line.texte)):
            return


def _cle(line: Ligne) -> str:
    """What two repetitions have in common: all but the number of the page at an end."""
    return re.sub(r"^\d{1,3}\b|\b\d{1,3}(?:\s*/\s*\d{1,3})?$", "#", " ".join(line.texte.split()))


def _signe(line: Ligne) -> bool:
    """Whether a line at the foot may be a signature: on each page or not, it is of the act."""
    return bool(_SIGNATURE.search(line.texte.strip()))


def _numeros(edges: Sequence[tuple[list[Ligne], list[Ligne]]]) -> Mapping[tuple[int, int], str]:
    """The lone numbers at an edge that follow those of the pages, on two pages at least."""
    found: dict[int, list[Ligne]] = {}
    for head, foot in edges:
        for line in (*head[:1], *foot[:1]):
            if number := _NUMERO_SEUL.fullmatch(line.texte):
                found.setdefault(int(number["numero"]) - line.page, []).append(line)
    best = max(found.values(), key=len, default=[])
    return {line.place: "numéro de page" for line in best} if len(best) >= 2 else {}
