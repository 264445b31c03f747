"""A line of the journal, and the bytes that are sealed: canonical JSON (RFC 8785), the same for every program."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

import rfc8785
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    TypeAdapter,
    ValidationError,
    model_serializer,
)

from ..empreinte import sceau
from ..nomenclature import Liste

PREMIER = "0" * 64
"""What the first line seals: nothing came before it."""

FORMAT: Literal["recueil-journal-1"] = "recueil-journal-1"
"""Told by the first line, so that a later form can be told from this one."""

_LIGNE_MAX = 1_000_000
_NOMBRE_RARE = re.compile(rb"(?:^|[:,\[])-?(?:[0-9]{16}|[0-9]+[.eE]|[IN])")
"""A number with a fraction, an exponent or many digits, or none (« Infinity »): first, or after one of three signs."""


class Evenement(Liste):
    """What a line records."""

    COLLECTIVITE = "collectivite", "Journal de la collectivité"
    PUBLIE = "publie", "Publié"
    RECTIFIE = "rectifie", "Rectifié"
    OCCULTE = "occulte", "Occulté"
    ANNEXE_AJOUTEE = "annexe_ajoutee", "Annexe ajoutée"
    RETIRE = "retire", "Texte et fichiers retirés"
    RETABLI = "retabli", "Texte et fichiers rétablis"
    CONSTATE = "constate", "Vu en ligne"
    INTERRUPTION = "interruption", "Pas vu en ligne"


def _instant(value: str) -> str:
    datetime.fromisoformat(value)
    return value


def _jour(value: str) -> str:
    if date.fromisoformat(value).isoformat() != value:
        raise ValueError(value)
    return value


Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Instant = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"), AfterValidator(_instant)]
Jour = Annotated[str, AfterValidator(_jour)]
Rang = Annotated[int, Field(ge=1)]
Nombre = Annotated[int, Field(ge=0)]


class _Ligne(BaseModel):
    """What all lines have in common."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    rang: Rang
    """1 for the first line."""
    precedent: Sha256
    """SHA-256 of the line before, without its line end."""
    inscrit_le: Instant
    """The moment of the writing: ISO 8601, in UTC, to the second."""

    @cached_property
    def octets(self) -> bytes:
        """The line, as it is written and sealed."""
        return canonique(self.model_dump())

    @cached_property
    def sceau(self) -> str:
        """Its SHA-256."""
        return sceau(self.octets)


class Identite(_Ligne):
    """Whose journal it is: the first line, and again when what the authority says of itself changes."""

    evenement: Literal["collectivite"] = "collectivite"
    format: Literal["recueil-journal-1"] = FORMAT
    cle: str
    """The folder of the authority, first segment of its addresses."""
    nom: str
    siren: str
    donnees: Sha256
    """SHA-256 of what was typed of the authority (its court, its regime, its territory), in canonical JSON."""
    documents: str = ""
    """Where the files of the acts that are recorded from here on live, for good; nothing, and no key, on the site."""

    @model_serializer(mode="wrap")
    def _sans_documents(self, ecrire: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """A line without it is what it always was."""
        said: dict[str, Any] = ecrire(self)
        return said if self.documents else {key: value for key, value in said.items() if key != "documents"}


class Mouvement(_Ligne):
    """What became of an act online."""

    evenement: Literal["publie", "rectifie", "occulte", "annexe_ajoutee", "retire", "retabli"]
    acte: str
    """The address of the page, which never changes."""
    seance: str
    """The address of the page of its session, or nothing."""
    publie_le: Jour | Literal[""]
    """The day of going online that was typed, ISO 8601; nothing when the act is made public in another way."""
    fichiers: dict[str, Sha256]
    """The files served: name → SHA-256."""
    donnees: Sha256
    """SHA-256 of what was typed of the act and of its session, in canonical JSON."""
    texte: Sha256
    """SHA-256 of the text of the act, in UTF-8, without the blanks around it."""


class Constat(_Ligne):
    """The site was looked at from outside, and was what it had to be."""

    evenement: Literal["constate"] = "constate"
    site: str
    """The address of the site."""
    jusqu_a: Nombre
    """Every act was seen at least once in the state of its last line up to this rank."""
    pages: Nombre
    """Pages read this time, each the same byte for byte as when it was built."""
    fichiers: Nombre
    """Files of acts read this time, each of the bytes that its line says."""
    lus: list[Rang]
    """What was read this time: for each act, the rank of the line in the state of which it was seen."""
    empreinte: Sha256
    """SHA-256 of the list of the fingerprints of the site, as it was served."""


class Interruption(_Ligne):
    """The site was looked at from outside, and was not what it had to be; it ends with the next line « constate »."""

    MAXIMUM: ClassVar[int] = 20

    evenement: Literal["interruption"] = "interruption"
    site: str
    motif: Literal["injoignable", "page_manquante", "contenu_different"]
    adresses: Annotated[list[str], Field(max_length=MAXIMUM)]
    """The first of the addresses concerned; none when it is the whole site."""
    nombre: Nombre
    """How many addresses are concerned; 0 when it is the whole site."""


Ligne = Identite | Mouvement | Constat | Interruption
_LIGNES: TypeAdapter[Ligne] = TypeAdapter(Annotated[Ligne, Field(discriminator="evenement")])


Suivante = tuple[type[Identite | Mouvement | Constat | Interruption], Mapping[str, Any]]
"""A line to come: its kind, and what it says of its own."""


def canonique(value: Any) -> bytes:  # noqa: ANN401 (a JSON value)
    """A JSON value in the one form that RFC 8785 gives it."""
    return rfc8785.dumps(value)


def lire_ligne(octets: bytes) -> Ligne:
    """A line, as it was written.

    Raises:
        ValueError: it is not a line of a journal, or not in its one form.
    """
    if len(octets) > _LIGNE_MAX:
        raise ValueError("too long")
    try:
        said = json.loads(octets)
        line = _LIGNES.validate_python(said)
        if evidente(said, octets) and line.model_dump() == said:
            vars(line)["octets"] = octets  # what the property would find
        same = line.octets == octets
    except (ValidationError, RecursionError, rfc8785.CanonicalizationError) as error:
        raise ValueError(str(error)) from error
    if not same:
        raise ValueError("not in canonical form")
    return line


def evidente(dit: Any, octets: bytes) -> bool:  # noqa: ANN401 (a JSON value)
    """Whether bytes are those of the one form, told ten times faster for the lines that are usual.

    In ASCII, without a fraction or a large number, keys in order and no blank are all that RFC 8785 asks (3.2).
    """
    usual = octets.isascii() and not _NOMBRE_RARE.search(octets)
    return usual and json.dumps(dit, ensure_ascii=False, separators=(",", ":"), sort_keys=True) == octets.decode(
        "ascii"
    )


def en_octets(lignes: Iterable[Ligne]) -> bytes:
    """Lines as a journal holds them, each with its end."""
    return b"".join(line.octets + b"\n" for line in lignes)


def mouvements(lignes: tuple[Ligne, ...]) -> Iterator[Mouvement]:
    """Those that are about an act."""
    return (line for line in lignes if isinstance(line, Mouvement))


def enchainer(lignes: tuple[Ligne, ...], moment: str, suivantes: Iterable[Suivante]) -> Iterator[Ligne]:
    """New lines after others, each in its place.

    Args:
        lignes: those that are there.
        moment: when the new ones are written.
        suivantes: the new ones.
    """
    seal = lignes[-1].sceau if lignes else PREMIER
    for rank, (kind, said) in enumerate(suivantes, start=len(lignes) + 1):
        line: Ligne = kind(rang=rank, precedent=seal, inscrit_le=moment, **said)
        yield line
        seal = line.sceau
