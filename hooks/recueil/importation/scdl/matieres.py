"""The matière of a row: its code, checked by its name, which says when a spreadsheet made 7.1 of 7.10."""

import re
import unicodedata

from ...colonnes_scdl import nom_matiere
from ...matieres import MATIERES, matiere_nationale
from ..refus import RefusError
from .cellules import Noter, texte

_CODE = re.compile(r"[1-9][.,]\d{1,2}([.,]\d{1,2}){0,3}")


def _plat(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.replace("œ", "oe")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9/]+", " ", plain.lower()).replace(" /", "/").replace("/ ", "/").strip()


_CODES = {_plat(nom_matiere(code)): code for code in MATIERES if "." in code}
"""National name → code."""


def lire_matiere(code: str, nom: str, noter: Noter) -> tuple[str, str]:
    """The code of the matière, and what is asked of it; no code when the cells say two of them, or none.

    Raises:
        RefusError: the code is none, and the name does not give it.
    """
    said, called = texte("DELIB_MATIERE_CODE", code, noter), texte("DELIB_MATIERE_NOM", nom, noter)
    named = _CODES.get(_plat(called), "")
    if not said:
        return named, ""
    dotted = said.replace(",", ".")
    if not _CODE.fullmatch(said) or matiere_nationale(dotted) not in MATIERES:
        return _par_son_nom(said, called, named, noter), ""
    if named and named != matiere_nationale(dotted):
        return "", _desaccord(dotted, called, named)
    if dotted != said:
        noter(f"DELIB_MATIERE_CODE : « {said} » a été lu « {dotted} ».")
    return dotted, ""


def _par_son_nom(said: str, called: str, named: str, noter: Noter) -> str:
    if not named:
        raise RefusError(
            f"DELIB_MATIERE_CODE : « {said} » n'est pas un code de la nomenclature : écrivez par exemple 7.10, ou rien."
        )
    noter(f"DELIB_MATIERE_CODE : « {said} » n'est pas un code ; « {called} » donne {named}.")
    return named


def _desaccord(code: str, called: str, named: str) -> str:
    spoiled = " (un tableur change 7.10 en 7.1)" if named == f"{code}0" else ""
    return (
        f"Matière : le code {code} est « {MATIERES[matiere_nationale(code)].lower()} », et le tableau dit « {called} » "
        f"({named}){spoiled} : écrivez « matiere » dans l'acte."
    )
