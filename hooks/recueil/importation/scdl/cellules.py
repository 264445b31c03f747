"""From a cell to its value, through all that spreadsheets do to it: what is surely meant is read and told.

What is lost is never guessed: the cell is refused, with what was found and what to do.
"""

import re
from collections.abc import Callable
from datetime import date

from ...identifiant import luhn
from ...tableur import rendre
from ..redaction.invisibles import propre
from ..refus import RefusError

Noter = Callable[[str], None]
"""Told what a spreadsheet did, when it could be undone."""

_SCIENTIFIQUE = re.compile(r"\d(?:[.,]\d+)?E[+-]?\d+", re.IGNORECASE)
_ENTIER = re.compile(r"(\d{1,6})(?:[.,]0+)?")
_FLOTTANT = re.compile(r"(\d+)[.,]0+")
_FORCE = re.compile(r'="(.*)"')
"""« ="607" »: how a text is kept from being read as a number."""

_HEURE = r"(?:[ T](?P<heure>\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?P<fuseau>Z|[+-]\d{2}:?\d{2})?)?"
_ISO = re.compile(rf"(?P<annee>\d{{4}})[-/](?P<mois>\d{{1,2}})[-/](?P<jour>\d{{1,2}}){_HEURE}")
_FRANCAISE = re.compile(rf"(?P<jour>\d{{1,2}})[/.-](?P<mois>\d{{1,2}})[/.-](?P<annee>\d{{4}}){_HEURE}")
_COLLEE = re.compile(r"(?P<annee>\d{4})(?P<mois>\d{2})(?P<jour>\d{2})(?P<heure>)(?P<fuseau>)")
_COMPTEE = re.compile(r"\d{5}(?:[.,]\d+)?")
_ABIMES = re.compile("\ufffd|Ã[\u0080-\u00bf\u0152-\u2122]|â€")
"""Accents that were read in the wrong encoding before this file was saved."""


def texte(colonne: str, cellule: str, noter: Noter) -> str:
    """A text on one line, without what protected it from a spreadsheet.

    Raises:
        RefusError: its accents are lost.
    """
    if found := _ABIMES.search(cellule):
        raise RefusError(
            f"{colonne} : des accents sont abîmés (« {found[0]} ») : reprenez le fichier à sa source, en UTF-8."
        )
    if "\n" in cellule.strip():
        noter(f"{colonne} : un retour à la ligne est devenu une espace.")
    said = rendre(cellule.strip())
    clean = propre(said)
    if clean != " ".join(said.split()):
        noter(f"{colonne} : des signes invisibles ont été retirés.")
    return clean


def numero(cellule: str, noter: Noter) -> str:
    """The number of an act.

    Raises:
        RefusError: a spreadsheet took it for a quantity and lost its end.
    """
    said = texte("DELIB_ID", cellule, noter)
    if forced := _FORCE.fullmatch(said):
        said = forced[1].strip()
    if _SCIENTIFIQUE.fullmatch(said):
        raise RefusError(_perdu("DELIB_ID", said, "le numéro écrit sur l'acte"))
    if not (float_ := _FLOTTANT.fullmatch(said)):
        return said
    noter(f"DELIB_ID : « {said} » a été lu « {float_[1]} » ; vérifiez s'il ne commençait pas par des zéros.")
    return float_[1]


def siret(cellule: str, noter: Noter) -> str:
    """The SIRET of an authority.

    Raises:
        RefusError: it lost digits, or was badly copied.
    """
    said = texte("COLL_SIRET", cellule, noter)
    forced = _FORCE.fullmatch(said)
    digits = re.sub(r"[ \u00a0\u202f.,]", "", _FLOTTANT.sub(r"\1", forced[1] if forced else said))
    if _SCIENTIFIQUE.fullmatch(said):
        raise RefusError(_perdu("COLL_SIRET", said, "les quatorze chiffres"))
    if not (digits.isascii() and digits.isdigit()):
        raise RefusError(f"COLL_SIRET : « {said} » n'est pas un SIRET : écrivez ses quatorze chiffres.")
    if len(digits) != 14:
        why = " (un tableur retire les zéros du début)" if 9 < len(digits) < 14 else ""
        why = " (c'est peut-être un SIREN)" if len(digits) == 9 else why
        raise RefusError(f"COLL_SIRET : « {said} » a {len(digits)} chiffres au lieu de 14{why} : écrivez-les tous.")
    if not luhn(digits):
        raise RefusError(f"COLL_SIRET : « {said} » est mal recopié : son dernier chiffre ne correspond pas aux autres.")
    if digits != said:
        noter(f"COLL_SIRET : « {said} » a été lu « {digits} ».")
    return digits


def jour(colonne: str, cellule: str, noter: Noter) -> date:
    """A day.

    Raises:
        RefusError: it is none, or the cell does not say which.
    """
    said = texte(colonne, cellule, noter)
    found = _ISO.fullmatch(said) or _FRANCAISE.fullmatch(said) or _COLLEE.fullmatch(said)
    if found is None:
        why = " (un tableur a écrit un nombre de jours)" if _COMPTEE.fullmatch(said) else ""
        raise RefusError(f"{colonne} : « {said} » n'est pas une date{why} : écrivez-la AAAA-MM-JJ, 2026-02-16.")
    if found["fuseau"] and not re.fullmatch(r"0{1,2}:00(:00(\.0+)?)?", found["heure"] or ""):
        raise RefusError(
            f"{colonne} : « {said} » est un instant d'un autre fuseau, qui peut être la veille : écrivez le jour seul."
        )
    try:
        day = date(int(found["annee"]), int(found["mois"]), int(found["jour"]))
    except ValueError as error:
        raise RefusError(f"{colonne} : « {said} » n'existe pas dans le calendrier : vérifiez-la.") from error
    if said != day.isoformat():
        noter(f"{colonne} : « {said} » a été lu « {day.isoformat()} ».")
    return day


def entier(colonne: str, cellule: str, noter: Noter) -> int:
    """A whole number.

    Raises:
        RefusError: it is none.
    """
    said = texte(colonne, cellule, noter)
    found = _ENTIER.fullmatch(said)
    if found is None:
        raise RefusError(f"{colonne} : « {said} » n'est pas un nombre entier : écrivez par exemple 35, ou rien.")
    if said != found[1]:
        noter(f"{colonne} : « {said} » a été lu « {found[1]} ».")
    return int(found[1])


def _perdu(colonne: str, said: str, wanted: str) -> str:
    return (
        f"{colonne} : un tableur a changé la valeur en « {said} » et en a perdu la fin. Reprenez {wanted} à la source, "
        "dans une colonne de format « texte »."
    )
