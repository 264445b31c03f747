"""From a file to its fields, as text, each with its line and column: the only module that knows YAML.

MkDocs swallows YAML errors and PyYAML's usual types spoil legal data (062 becomes 50, 18:30 becomes 1110,
a key written twice silently loses its first value); so the tree is composed, never constructed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from sys import intern
from typing import Any

import yaml

from .anomalie import Anomalie, Chemin, Lieu, Origine, Place

Champs = dict[str, object]
"""Fields as they were typed: text, lists of them, and records of them."""

_LOADER: type[yaml.BaseLoader | yaml.CBaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_LIMITE = "---"
_PUBLIE = re.compile(
    r"""^[ \t]*["']?
    (?: (?P<affichage> affich[ée]+[_ -]?le) | publi[ée]+[_ -]?le | annonc[ée]+[_ -]?le | document_de_reference )
    ["']?[ \t]*:[ \t]*[^\s\#]""",
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)

# Controls, directions of writing, private and forbidden characters: what is read would not be what is written.
INVISIBLES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\uf8ff\ufffd-\uffff]")
_COMMENTAIRE = re.compile(r"\s+#")
_GUILLEMET = '"'
_SCALAIRE = "tag:yaml.org,2002:str"
_NON_REFERME = "found unexpected end of stream"
_SANS_DEUX_POINTS = "could not find expected ':'"
_PROBLEMES = {
    "mapping values are not allowed here": "un texte qui contient « : » doit être mis entre guillemets",
    "mapping values are not allowed in this context": "un texte qui contient « : » doit être mis entre guillemets",
    "found character that cannot start any token": "une tabulation ou un signe réservé est mal placé : "
    "mettez le texte entre guillemets, ou des espaces au début de la ligne",
    _NON_REFERME: "un guillemet ouvert n'est pas refermé",
    _SANS_DEUX_POINTS: "il manque « : » et une espace après le nom de la rubrique",
    "did not find expected key": "cette ligne n'est pas alignée avec les autres rubriques",
    "did not find expected '-' indicator": "cette ligne n'est pas alignée avec les autres éléments de la liste",
}


class SourceIllisible(Exception):  # noqa: N818 (the name says what a clerk is told)
    """The file cannot be read at all; ``anomalies`` says where and why."""

    def __init__(self, *anomalies: Anomalie) -> None:
        self.anomalies = anomalies
        super().__init__(*anomalies)


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: its fields as text, where each stands, and the text that follows them."""

    origine: Origine
    champs: Champs
    texte: str
    ligne_texte: int


def semble_publie(content: str, *, affichage: bool) -> bool:
    """Whether the head of a file asks to be published, however badly it is written: then its faults stop the site.

    Args:
        content: the whole file; when its head is not closed, all of it is searched.
        affichage: whether the authority publishes by posting, so that the day of posting counts too.
    """
    head = content.split(f"\n{_LIMITE}", 1)[0] if content.startswith(_LIMITE) else content
    return any(affichage or not match["affichage"] for match in _PUBLIE.finditer(head))


def read_text(path: Path, racine: Path) -> str:
    """The text of a file, its line ends made one.

    Raises:
        SourceIllisible: the file is a link, is not UTF-8, or holds a sign that nobody can see.
    """
    lieu = Lieu(relative(path, racine))
    if path.is_symlink():
        raise SourceIllisible(
            Anomalie(lieu, "FICHIER-01", "ce fichier n'est qu'un raccourci : déposez le vrai fichier")
        )
    try:
        content = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        message = "ce fichier n'est pas enregistré en UTF-8 : enregistrez-le de nouveau en choisissant « UTF-8 »"
        raise SourceIllisible(Anomalie(lieu, "FICHIER-01", message)) from error
    if found := INVISIBLES.search(content):
        before = content[: found.start()]
        place = Lieu(lieu.path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise SourceIllisible(Anomalie(place, "FICHIER-03", _invisible(found[0])))
    return content


def _invisible(sign: str) -> str:
    return f"un signe invisible (U+{ord(sign):04X}) fausserait la lecture : effacez-le et retapez le mot"


def relative(path: Path, racine: Path) -> str:
    """The path as it is told to a person: from the project's folder, with slashes."""
    return path.relative_to(racine.parent).as_posix()


def read_source(path: Path, racine: Path) -> Source:
    """Read a file: a ``.md`` is a head between two ``---`` and a text; a ``.yml`` is a head alone.

    Args:
        path: the file.
        racine: the folder ``acts/``, from whose parent paths are told.

    Raises:
        SourceIllisible: not UTF-8, no head, not YAML, a key written twice.
    """
    content = read_text(path, racine)
    name = relative(path, racine)
    head, text, line = _decoupe(content, name) if path.suffix.lower() == ".md" else (content, "", 1)
    offset = 1 if path.suffix.lower() == ".md" else 0
    champs, places = _Arbre(name, offset).read(head)
    return Source(Origine(name, places), champs, text, line)


def _decoupe(content: str, name: str) -> tuple[str, str, int]:
    """The head, the text, and the line where the text starts."""
    lines = content.split("\n")
    if lines[0].rstrip() != _LIMITE:
        raise SourceIllisible(
            Anomalie(Lieu(name), "YAML-04", "la première ligne d'un acte doit être « --- » : ajoutez-la")
        )
    ends = (i for i, line in enumerate(lines[1:], start=1) if line.rstrip() == _LIMITE)
    end = next(ends, None)
    if end is None:
        raise SourceIllisible(
            Anomalie(Lieu(name), "YAML-04", "l'en-tête n'est pas fermé : ajoutez une ligne « --- » avant le texte")
        )
    return "\n".join(lines[1:end]) + "\n", "\n".join(lines[end + 1 :]), end + 2


_CONNUES: dict[Any, Any] = {}


def _partagees(places: Mapping[Chemin, Place]) -> dict[Chemin, Place]:
    """The same ways and pairs of numbers for all files: in a register of ten thousand acts they weigh a tenth of it."""
    share = _CONNUES.setdefault
    return {share(way, way): share(place, place) for way, place in places.items()}


class _Arbre:
    """Walks the YAML tree once, keeping every place."""

    def __init__(self, path: str, offset: int) -> None:
        self.path = path
        self.offset = offset
        self.places: dict[Chemin, Place] = {}
        self.fautes: list[Anomalie] = []
        self.lines: list[str] = []
        self.commente = False
        self.vus: set[int] = set()

    def read(self, head: str) -> tuple[Champs, dict[Chemin, Place]]:
        self.lines = head.split("\n")
        self.commente = "#" in head
        try:
            node = yaml.compose(head, Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            raise SourceIllisible(self._refus(error)) from error
        except (yaml.YAMLError, RecursionError) as error:
            raise SourceIllisible(self._anomalie(None, "YAML-01", "ce fichier ne peut pas être lu")) from error
        if not isinstance(node, yaml.MappingNode):
            message = "des rubriques « nom: valeur » sont attendues, une par ligne"
            raise SourceIllisible(self._anomalie(node, "YAML-04", message))
        champs = self._record(node, ())
        if self.fautes:
            raise SourceIllisible(*self.fautes)
        return champs, _partagees(self.places)

    def _value(self, node: yaml.Node, chemin: Chemin) -> object:
        if id(node) in self.vus:
            message = "les renvois « & » et « * » ne sont pas admis : écrivez la valeur"
            raise SourceIllisible(self._anomalie(node, "YAML-03", message))
        self.vus.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._record(node, chemin)
        if isinstance(node, yaml.SequenceNode):
            return [self._item(item, (*chemin, i)) for i, item in enumerate(node.value)]
        self._lisible(node)
        return node.value or None

    def _lisible(self, node: yaml.Node) -> None:
        """Refuse what YAML would drop without a word: « Lot #3 » is not « Lot », « !urgent » is a word."""
        if node.tag != _SCALAIRE:
            self.fautes.append(
                self._anomalie(node, "YAML-03", "mettez entre guillemets un texte qui commence par « ! »")
            )
        quoted = isinstance(node, yaml.ScalarNode) and node.style == _GUILLEMET  # « \\u202e »: the rest was read
        if quoted and (hidden := INVISIBLES.search(node.value)):
            self.fautes.append(self._anomalie(node, "FICHIER-03", _invisible(hidden[0])))
        if node.value and self.commente and _COMMENTAIRE.match(self._suite(node)):
            message = f"ce qui suit « {node.value} » serait perdu : mettez tout le texte entre guillemets"
            self.fautes.append(self._anomalie(node, "YAML-05", message))

    def _suite(self, node: yaml.Node) -> str:
        """What follows a value on its line."""
        end = node.end_mark
        return self.lines[end.line][end.column :] if end.line < len(self.lines) else ""

    def _item(self, node: yaml.Node, chemin: Chemin) -> object:
        self.places[chemin] = self._place(node)
        return self._value(node, chemin)

    def _record(self, node: yaml.MappingNode, chemin: Chemin) -> Champs:
        return dict(self._pairs(node, chemin))

    def _pairs(self, node: yaml.MappingNode, chemin: Chemin) -> Iterator[tuple[str, object]]:
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise SourceIllisible(self._anomalie(key, "YAML-03", "le nom d'une rubrique doit être un mot"))
            name = intern(str(key.value))
            here = (*chemin, name)
            if here in self.places:
                first, _ = self.places[here]
                message = f"la rubrique « {key.value} » est écrite deux fois (déjà ligne {first}) : gardez-en une"
                self.fautes.append(self._anomalie(key, "YAML-02", message))
                continue
            self.places[here] = self._place(key)
            yield name, self._value(value, here)

    def _place(self, node: yaml.Node) -> Place:
        mark = node.start_mark
        return mark.line + 1 + self.offset, mark.column + 1

    def _anomalie(self, node: yaml.Node | None, code: str, message: str) -> Anomalie:
        return Anomalie(Lieu(self.path, *self._place(node)) if node else Lieu(self.path), code, message)

    def _refus(self, error: yaml.MarkedYAMLError) -> Anomalie:
        begun = error.problem in {_NON_REFERME, _SANS_DEUX_POINTS}  # seen too late: the fault is where it begins
        mark = error.context_mark if begun else error.problem_mark or error.context_mark
        lieu = Lieu(self.path, mark.line + 1 + self.offset, mark.column + 1) if mark else Lieu(self.path)
        advice = _PROBLEMES.get(error.problem or "", "vérifiez l'alignement, les deux-points et les guillemets")
        return Anomalie(lieu, "YAML-01", f"cette ligne ne peut pas être lue : {advice}")
