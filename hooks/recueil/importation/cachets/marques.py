"""Why: a stamp comes in pieces, among the words of the act; here the pieces, there (tampons) what they make."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ..faits import Surete
from ..lecture.bruit import redresser
from ..lecture.dates import DATE, lire_date
from .identifiants import IdLu, identifiants
from .libelles import LIBELLES, compiler, plier

_LIBELLES = re.compile(
    "(?=[A-Ze])(?:" + "|".join(rf"(?P<l{rang}>{compiler(lib.motif)})" for rang, lib in enumerate(LIBELLES)) + ")"
)
_HEURE = r"(?:\s{1,2}(?:a|-)\s{1,2}\d{1,2}\s?[:hH]\s?\d{2}(?::\d{2})?)?"
_SUR_LA_LIGNE = re.compile(
    rf"[ ]{{0,3}}[:.]?[ ]{{0,3}}(?:du )?(?P<date>{DATE}){_HEURE}"
    rf"(?:\s{{1,3}}au\s{{1,3}}{DATE})?"
)
_ABIMEE = re.compile(r"[ ]{0,3}:?[ ]{0,3}(?P<date>[0-3OoIl][\dOoIl]([/.])[01OoIl][\dOoIl]\2[2][\dOoIl]{3})(?!\w)")
_CHIFFREE = re.compile(r"\d{1,4}[/.\-]\d{1,2}[/.\-]\d{2,4}")
_DESSOUS = re.compile(rf"[ ]{{0,3}}:?(?:\s{{0,3}}[I1l]D\s?:?)?[ ]{{0,3}}\n\s{{0,3}}(?P<date>{DATE})")
_DANS_COLONNE = re.compile(rf"[ ]{{1,40}}(?P<date>{DATE})[ ]*(?=\n|\Z|[ ]{{3}})")
_COLONNE, _DECALAGE = 16, 6
"""From which column on a label is in another column than the text; by how much its date may stand before it."""

_PUIS = re.compile(rf"\s{{1,4}}(?P<date>{DATE})")
_FIN = re.compile(r"[ ]{0,9}(?:[\n\f]|\Z|[\dO]{3}-[\dO]{9})")
_MOT_ID = re.compile(r"(?<![A-Za-z])[I1l]D\s{0,2}:?\s{0,3}(?=\Z|[\dO])")
_CITATION = re.compile(
    r"\b(?:deliberation|arrete|decision|convention|transmise?|visee?|n)\W(?:(?! {3})[^\n]){0,60}\Z", re.IGNORECASE
)
_ANNONCE = re.compile(r"identifiant(?: unique)?(?: de l'acte)?\s{0,2}:?\s{0,3}\Z", re.IGNORECASE)
"""« N° d'identifiant : »: it is no number of another act."""

_CONVOCATION = re.compile(r"(?:convocation|liste|avis)[^.\n]{0,60}\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marque:
    """A piece of a stamp: its label and value, or its identifier."""

    cle: str | None
    debut: int
    fin: int
    familles: str
    fort: bool
    valeur: date | None = None
    surete: Surete = Surete.SURE
    identifiant: IdLu | None = None


def marques(texte: str) -> list[Marque]:
    """All that may be a piece of a stamp, in the order of the text; neither a cited act nor a posted convocation."""
    plain = redresser(texte, plier(texte))
    found = [*_identifiants(texte), *_libelles(plain)]
    kept = [m for m in found if not _cite(plain, m)]
    return _sous_les_libelles(plain, sorted(kept, key=lambda m: m.debut))


def _identifiants(texte: str) -> Iterator[Marque]:
    """The identifiers, with the « ID : » before them."""
    for lu in identifiants(texte):
        before = _MOT_ID.search(texte, max(0, lu.debut - 9), lu.debut)
        yield Marque("id", before.start() if before else lu.debut, lu.fin, "", fort=True, identifiant=lu)


def _libelles(plain: str) -> Iterator[Marque]:
    """The labels, each with the date that follows it on its line."""
    for match in _LIBELLES.finditer(plain):
        libelle = LIBELLES[int((match.lastgroup or "l0")[1:])]
        mark = Marque(libelle.cle, match.start(), match.end(), libelle.familles, libelle.fort)
        dated = _avec_date(plain, mark)
        yield dated if dated.valeur or mark.cle not in {"envoye", "recu"} else _sous_sa_colonne(plain, dated)


def _avec_date(plain: str, mark: Marque) -> Marque:
    """The mark with the date on its line, when there is one; a letter read for a figure is put right."""
    if found := _SUR_LA_LIGNE.match(plain, mark.fin):
        sure = Surete.SURE if _CHIFFREE.search(found["date"]) else Surete.PROBABLE
        return replace(mark, valeur=lire_date(found["date"]), fin=found.end(), surete=sure)
    if found := _ABIMEE.match(plain, mark.fin):
        jour = lire_date(found["date"].translate(str.maketrans("OoIl", "0011")))
        return replace(mark, valeur=jour, fin=found.end(), surete=Surete.PROBABLE)
    return mark


def _sous_sa_colonne(plain: str, mark: Marque) -> Marque:
    """The mark with the date that a hand stamp has under it, in a page where other words stand at its left."""
    start = plain.rfind("\n", 0, mark.debut) + 1
    end = plain.find("\n", mark.fin)
    column = mark.debut - start
    if end < 0 or column < _COLONNE or not plain[start : mark.debut].strip() or plain[mark.fin : end].strip(" :"):
        return mark
    at = end + 1 + column - _DECALAGE
    found = _DANS_COLONNE.match(plain, at) if "\n" not in plain[end + 1 : at + 1] else None
    if found is None or found.start("date") > end + 1 + column + _COLONNE:
        return mark
    return replace(mark, valeur=lire_date(found["date"]), surete=Surete.PROBABLE)


def _cite(plain: str, mark: Marque) -> bool:
    """Whether the piece is of another act, that this one cites, or of another posting than its own."""
    before = plain[max(0, mark.debut - 80) : mark.debut]
    if mark.identifiant is not None:
        announced = _MOT_ID.match(plain, mark.debut) or _ANNONCE.search(before)
        return not announced and bool(_CITATION.search(before))
    return mark.cle in {"affiche", "publie"} and bool(_CONVOCATION.search(before))


def _sous_les_libelles(plain: str, found: list[Marque]) -> list[Marque]:
    """Labels one under the other, then as many dates one under the other: each has its own."""
    read, at = [], 0
    while at < len(found):
        end = at + 1
        while end < len(found) and _vide(found[end - 1]) and _vide(found[end]) and _suivi(plain, found, end):
            end += 1
        read.extend(_colonne(plain, found[at:end], seul=_seul(found, at, end)))
        at = end
    return read


def _vide(mark: Marque) -> bool:
    return mark.cle not in {None, "id"} and mark.valeur is None


def _suivi(plain: str, found: list[Marque], rang: int) -> bool:
    """Whether nothing stands between a mark and the one before it."""
    return not plain[found[rang - 1].fin : found[rang].debut].strip(" :\n")


def _seul(found: list[Marque], at: int, end: int) -> bool:
    """Whether no label near has its date on its own line, which would make an empty one really empty."""
    near = found[max(0, at - 3) : at] + found[end : end + 3]
    return not any(m.valeur for m in near)


def _colonne(plain: str, run: list[Marque], *, seul: bool) -> list[Marque]:
    """The labels of a run with the dates below them, if there are as many and nothing else there."""
    if not _vide(run[-1]) or not seul:
        return run
    days: list[date | None] = []
    at = run[-1].fin
    while len(days) <= len(run) and (line := (_PUIS if days else _DESSOUS).match(plain, at)):
        days.append(lire_date(line["date"]))
        at = line.end()
    if len(days) != len(run) or not _FIN.match(plain, at):
        return run
    dated = [replace(m, valeur=day, surete=Surete.PROBABLE) for m, day in zip(run, days, strict=True)]
    return [*dated[:-1], replace(dated[-1], fin=at)]
