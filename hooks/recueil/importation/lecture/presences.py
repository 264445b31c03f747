"""Why: a table of crosses tells who was there by where each cross stands; without its columns it tells nobody."""

import re

from .listes import Listes
from .noms import Nom, lire_nom, noms_de
from .zones import Lecture, Ligne

_COLONNES = re.compile(
    r"(?<![a-z])(?:(?P<liste_presents>presente?s?)|(?P<liste_excuses>(?:absente?s? )?excusee?s?)"
    r"|(?P<liste_absents>absente?s?)"
    r"|(?P<liste_pouvoirs>(?:pouvoir|procuration|mandataire|represente)[a-z ]{0,20}))(?![a-z])"
)
_CROIX = re.compile(r"(?<![\w'.-])[xX✓✔☒×](?![\w'.-])")
_ASSEZ = 3
"""From how many crosses on it is a table."""

_ECART = 9
"""How far from the middle of its column a cross may stand."""

_TETE = 60
"""In how many lines the table begins."""


def lire_presences(lecture: Lecture, listes: Listes) -> None:
    """The rows under « Présent   Excusé   Pouvoir à », each name by its cross; all of them or nobody."""
    for rank, head in enumerate(lecture.lignes[:_TETE]):
        columns = _colonnes(head)
        rows = _rangs(lecture.lignes[rank + 1 :]) if columns else []
        if len(rows) < _ASSEZ:
            continue
        read = [_rang(lecture, row, columns) for row in rows]
        if None in read:
            listes.partielle("liste_presents", head.debut, head.debut + len(head.texte))
            return
        for cle, nom, porte in filter(None, read):
            listes.ajoute(cle, nom)
            if porte:
                listes.pouvoir(nom, porte)
        return


def _colonnes(ligne: Ligne) -> dict[str, float]:
    """Where the middle of each column stands, when this line is the head of a table."""
    found = {str(m.lastgroup): (m.start() + m.end()) / 2 for m in _COLONNES.finditer(ligne.plat)}
    return found if "liste_presents" in found and len(found) > 1 and ":" not in ligne.plat else {}


def _rangs(lignes: tuple[Ligne, ...]) -> list[Ligne]:
    """The lines that hold a cross, up to the first that does not."""
    end = next((n for n, line in enumerate(lignes) if not _CROIX.search(line.texte)), len(lignes))
    return list(lignes[:end])


def _rang(lecture: Lecture, ligne: Ligne, colonnes: dict[str, float]) -> tuple[str, Nom, Nom | None] | None:
    """The list of this row, its name and who bears its proxy; nothing when its cross stands in no column."""
    cross = _CROIX.search(ligne.texte)
    nom = lire_nom(lecture.texte, lecture.plat, ligne.debut)
    if cross is None or nom is None or nom.fin > ligne.debut + cross.start():
        return None
    near = sorted((abs(middle - cross.start()), cle) for cle, middle in colonnes.items() if cle != "liste_pouvoirs")
    if near[0][0] > _ECART or (len(near) > 1 and near[1][0] < 2 * near[0][0]) or "   " not in ligne.texte.strip():
        return None
    others = noms_de(lecture.texte, ligne.debut + cross.end(), ligne.debut + len(ligne.texte))
    return near[0][1], nom, others[0] if others else None
