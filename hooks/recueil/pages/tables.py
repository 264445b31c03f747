"""The yearly tables of the register, by date and by objet (CGCT R2121-9)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from .. import adresses
from ..collectivite import Collectivite
from ..nomenclature import TypeActe
from ..ordre import rang
from ..publies import Fiche
from ..registre import Registre
from .listes import classer, matiere
from .page import Page, Pagination, tranches

_TITRES_REGISTRES = (
    ("Délibérations et décisions", (TypeActe.DELIBERATION, TypeActe.DECISION)),
    ("Arrêtés", (TypeActe.ARRETE,)),
)


_LIGNES_DE_TABLE = 500
"""They weigh half of what a page may: a large town has several pages a year."""


@dataclass(frozen=True, slots=True)
class Groupe:
    """Acts under one heading of a table."""

    titre: str
    fiches: tuple[Fiche, ...]


@dataclass(frozen=True, slots=True)
class VueTable:
    """A yearly table of the register (CGCT R2121-9)."""

    titre: str
    collectivite: Collectivite
    groupes: tuple[Groupe, ...]
    pagination: Pagination


def au_registre(fiche: Fiche) -> bool:
    """Whether an act is entered in one of the paper registers that the tables follow."""
    return any(fiche.acte.type in kinds for _, kinds in _TITRES_REGISTRES)


def pages_tables(registre: Registre) -> Iterator[Page]:
    """For each authority and year, the table by date and the table by objet (CGCT R2121-9)."""
    kept = [f for f in registre.fiches if au_registre(f)]
    for (cle, annee), fiches in classer(kept, lambda f: (f.collectivite.cle, str(adresses.annee(f.acte)))).items():
        authority = next(f.collectivite for f in fiches if f.collectivite.cle == cle)
        newest = max(f.publicite for f in fiches)
        for nom, titre, groupes in (
            ("dates", f"Table chronologique {annee}", _par_date(fiches)),
            ("objets", f"Table par objet {annee}", _par_objet(fiches)),
        ):
            lines = [(groupe.titre, fiche) for groupe in groupes for fiche in groupe.fiches]
            for part in tranches(adresses.table(authority, int(annee), nom), lines, _LIGNES_DE_TABLE):
                view = VueTable(titre, authority, _groupes(part.elements), part.pagination)
                title = f"{titre}, {authority.nom_court}{part.suffixe}"
                yield Page(part.adresse, "actes/table.html", title, view, newest)


def _groupes(lignes: Iterable[tuple[str, Fiche]]) -> tuple[Groupe, ...]:
    """The lines of a page, under the headings that they have in the whole table."""
    return tuple(Groupe(title, tuple(fiche for _, fiche in held)) for title, held in groupby(lignes, itemgetter(0)))


def _par_date(fiches: Sequence[Fiche]) -> tuple[Groupe, ...]:
    """One list per register, as the law keeps them apart, in the order of the year."""
    return tuple(
        Groupe(title, tuple(sorted(group, key=_chronologie)))
        for title, kinds in _TITRES_REGISTRES
        if (group := [f for f in fiches if f.acte.type in kinds])
    )


def _par_objet(fiches: Sequence[Fiche]) -> tuple[Groupe, ...]:
    """By matière, then in alphabetical order of the objet; acts without a matière come last."""
    groups = classer(fiches, lambda f: matiere(f) or ("~", "Matière non indiquée"))
    return tuple(
        Groupe(label, tuple(sorted(group, key=lambda f: adresses.slug(f.acte.objet))))
        for (_, label), group in groups.items()
    )


def _chronologie(fiche: Fiche) -> tuple[object, ...]:
    return fiche.acte.date or fiche.publicite, rang(fiche.acte.numero or ""), fiche.adresse
