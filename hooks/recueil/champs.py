"""How what a clerk types becomes a value: one type per kind of field, each with its sentence when it fails.

Every value comes in as text, so that « 062 », « 7.10 » and « 18:30 » stay what was typed.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from .ecriture import MOIS
from .identifiant import FORME_ATTENDUE, Identifiant, lire_identifiant, luhn
from .matieres import MATIERES, matiere_nationale

INCONNU: Final = "inconnu"
"""What is typed when a document leaves a blank: a known unknown, never a guess."""

Inconnu = Literal["inconnu"]

INDETERMINEE: Final = "indeterminee"
"""The length of a convention that has no end until a party gives notice (code civil 1211)."""

_BALISE = re.compile(r"</?[A-Za-z][^>]*>|&(?:[a-z]+|#\d+);")
_JOUR = re.compile(r"\d{4}-\d{2}-\d{2}")
_JOUR_FRANCAIS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_DUREE = re.compile(r"[1-9]\d* (an|ans|mois|jour|jours)")
_HEURE = re.compile(r"(\d{1,2})\s?(?::|[hH])\s?(\d{2})?")
_MILLIERS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?:\D|$))")
"""« 3 200 »: the blank of the thousands."""

_JOUR_EN_LETTRES = re.compile(rf"(\d{{1,2}})(?:er)? ({'|'.join(MOIS)}) (\d{{4}})", re.IGNORECASE)


def refus(code: str, message: str, **context: Any) -> PydanticCustomError:  # noqa: ANN401 (pydantic's context)
    """What a type raises: one of our codes, and its sentence."""
    return PydanticCustomError(code, message, context)


def _jour(value: object) -> object:
    """An ISO date, AAAA-MM-JJ."""
    if not isinstance(value, str):
        return value
    try:
        if _JOUR.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError as error:
        raise refus(
            "CHAMP-05",
            "la date « {trouve} » n'existe pas dans le calendrier : vérifiez le jour et le mois",
            trouve=value,
        ) from error
    typed = _en_iso(value) or "AAAA-MM-JJ, par exemple 2026-02-16"
    raise refus("CHAMP-05", "« {trouve} » n'est pas une date : écrivez {voulu}", trouve=value, voulu=typed)


def _en_iso(value: str) -> str:
    """What « 16/02/2026 » and « 16 février 2026 » are, to be copied; nothing for another form."""
    if figures := _JOUR_FRANCAIS.fullmatch(value):
        return f"{figures[3]}-{int(figures[2]):02}-{int(figures[1]):02}"
    if words := _JOUR_EN_LETTRES.fullmatch(value):
        return f"{words[3]}-{MOIS.index(words[2].lower()) + 1:02}-{int(words[1]):02}"
    return ""


def _ou_inconnu(read: Callable[[str], object]) -> Callable[[object], object]:
    """Read a value that a document may leave blank."""

    def check(value: object) -> object:
        if not isinstance(value, str):
            raise refus("CHAMP-04", "une seule valeur est attendue ici, ou « inconnu »")
        return value if value == INCONNU else read(value)

    return check


def _entier(value: object) -> object:
    if not isinstance(value, str):
        return value
    digits = _MILLIERS.sub("", value)
    if not re.fullmatch(r"[0-9]{1,9}", digits):
        raise refus("CHAMP-06", "« {trouve} » n'est pas un nombre entier : écrivez par exemple 35", trouve=value)
    return int(digits)


def _libelle(value: str) -> str:
    """A line of plain text: what only looks like HTML would be shown as HTML by some readers."""
    if found := _BALISE.search(value):
        raise refus("CHAMP-07", "« {trouve} » est du HTML : écrivez le texte seul, sans balise", trouve=found[0])
    if "\n" in value:
        raise refus("CHAMP-08", "ce texte doit tenir sur une ligne")
    return value


def motif(pattern: str, attendu: str) -> Callable[[str], str]:
    """Read a text that has one form, and is told of it when it has not."""

    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise refus("CHAMP-09", "« {trouve} » : écrivez {voulu}", trouve=value, voulu=attendu)
        return value

    return check


def _numero_insee(longueur: int, nom: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        digits = value.replace(" ", "")
        if not (digits.isascii() and digits.isdigit() and len(digits) == longueur):
            raise refus(
                "SIREN-01", f"« {{trouve}} » n'est pas un {nom} : écrivez ses {longueur} chiffres", trouve=value
            )
        if not luhn(digits):
            raise refus(
                "SIREN-01",
                f"le {nom} « {{trouve}} » est mal recopié : son dernier chiffre ne correspond pas aux autres",
                trouve=value,
            )
        return digits

    return check


def _identifiant(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        found = lire_identifiant(value)
    except ValueError as error:
        raise refus(
            "ID-01", "« {trouve} » n'est pas un identifiant @ctes : écrivez {voulu}", trouve=value, voulu=FORME_ATTENDUE
        ) from error
    if not luhn(found.siren):
        raise refus(
            "ID-02", "le SIREN {siren} de cet identifiant est mal recopié : vérifiez ses 9 chiffres", siren=found.siren
        )
    return found


def _matiere(value: str) -> str:
    value = value.replace(",", ".")
    if not re.fullmatch(r"[1-9]\.\d{1,2}(\.\d{1,2}){0,3}", value) or matiere_nationale(value) not in MATIERES:
        raise refus(
            "MAT-01",
            "la matière « {trouve} » n'existe pas : écrivez un code de la nomenclature, par exemple 7.10",
            trouve=value,
        )
    return value


def paires(premier: str, second: str) -> Callable[[object], object]:
    """Read a mapping ``a: b`` as a list of records ``{premier: a, second: b}``, which keeps its order."""

    def read(value: object) -> object:
        if isinstance(value, Mapping):
            return [{premier: key, second: item} for key, item in value.items()]
        if isinstance(value, list | tuple):  # « - a: b » on each line, as the lists of names are typed
            return [pair for item in value for pair in _paires_d_un_point(item, premier, second)]
        return value

    return read


def _paires_d_un_point(item: object, premier: str, second: str) -> list[object]:
    if isinstance(item, Mapping) and not {premier, second} & item.keys():
        return [{premier: key, second: value} for key, value in item.items()]
    return [item]


def _oui_non(value: object) -> object:
    said = value.lower() if isinstance(value, str) else value
    if said not in ("oui", "non", True, False):
        raise refus("CHAMP-10", "« {trouve} » : écrivez oui ou non", trouve=str(value))
    return said in ("oui", True)


def _heure(value: str) -> str:
    """« 18:30 », « 18h30 », « 18 h » and « 9:00 » are hours."""
    match = _HEURE.fullmatch(value)
    if not match or int(match[1]) > 23 or int(match[2] or 0) > 59:
        raise refus("CHAMP-09", "« {trouve} » : écrivez l'heure ainsi : 18:30", trouve=value)
    return f"{int(match[1]):02}:{match[2] or '00'}"


def _duree(value: str) -> str:
    """« 5 ans », « un an », « 5 années »: the length as it is written everywhere else."""
    plain = re.sub(r"^une?(?= )", "1", value.lower().strip())
    plain = re.sub(r"année(s?)$", r"an\1", plain)
    if plain in {"indéterminée", INDETERMINEE}:
        return INDETERMINEE
    if plain != INCONNU and not _DUREE.fullmatch(plain):
        expected = "5 ans, 18 mois, 30 jours, indeterminee, inconnu"
        raise refus("CHAMP-09", f"« {{trouve}} » : écrivez la durée ainsi : {expected}", trouve=value)
    return plain


PAIRES_JSON = WithJsonSchema({"type": "object", "additionalProperties": {"type": "string"}})
"""How an editor is told of a field read with ``paires``."""

NOMS_OU_PAIRES_JSON = WithJsonSchema(
    {
        "anyOf": [
            {"type": "array", "items": {"type": "string"}},
            {"type": "object", "additionalProperties": {"type": "string"}},
        ]
    }
)
"""How an editor is told of a field that takes names, or names with a number."""

_TEXTE_JSON = WithJsonSchema({"type": "string"})
_JOUR_JSON = WithJsonSchema({"type": "string", "format": "date"})

Texte = Annotated[str, Field(min_length=1)]
Libelle = Annotated[Texte, Field(max_length=1000), AfterValidator(_libelle)]
Jour = Annotated[date, BeforeValidator(_jour), _JOUR_JSON]
JourOuInconnu = Annotated[date | Inconnu, PlainValidator(_ou_inconnu(_jour)), PlainSerializer(str, str), _TEXTE_JSON]
Entier = Annotated[int, BeforeValidator(_entier), Field(ge=0)]
OuiNon = Annotated[bool, BeforeValidator(_oui_non), WithJsonSchema({"enum": ["oui", "non"]})]
Siren = Annotated[Texte, AfterValidator(_numero_insee(9, "SIREN"))]
SirenOuInconnu = Annotated[str, PlainValidator(_ou_inconnu(_numero_insee(9, "SIREN"))), _TEXTE_JSON]
Siret = Annotated[Texte, AfterValidator(_numero_insee(14, "SIRET"))]
Heure = Annotated[Texte, AfterValidator(_heure)]
Departement = Annotated[
    Texte, AfterValidator(motif(r"\d{2}[0-9AB]", "le département sur trois caractères : 062, 02A, 974"))
]
Duree = Annotated[Texte, AfterValidator(_duree)]
_PDF = r"[^/\\.][^/\\]{0,95}\.[pP][dD][fF]"
NomFichier = Annotated[
    Texte, AfterValidator(motif(_PDF, "le nom seul d'un fichier PDF rangé à côté de l'acte : 607.pdf"))
]
Numero = Annotated[Libelle, Field(max_length=60)]
Segment = Annotated[
    Annotated[Texte, Field(max_length=80)],
    AfterValidator(motif(r"[a-z0-9]+(-[a-z0-9]+)*", "une adresse en minuscules, chiffres et tirets : arrete-12")),
]
Adresse = Annotated[
    Texte, AfterValidator(motif(r"https?://[^\s\"<>]+", "une adresse entière : https://www.exemple.fr/"))
]
Courriel = Annotated[Texte, AfterValidator(motif(r"[^\s@\"<>?&]+@[^\s@\"<>?&]+", "une adresse : mairie@exemple.fr"))]
Empreinte256 = Annotated[Texte, AfterValidator(motif(r"[0-9a-f]{64}", "l'empreinte SHA-256, 64 chiffres et lettres"))]
Matiere = Annotated[Texte, AfterValidator(_matiere)]
IdentifiantActes = Annotated[Identifiant, BeforeValidator(_identifiant), PlainSerializer(str), _TEXTE_JSON]
