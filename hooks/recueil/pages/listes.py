"""The register as lists: newest first, by year, kind, nature, matière, authority; and the tables of R2121-9."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from .. import adresses
from ..collectivite import Collectivite
from ..matieres import libelle_matiere, matiere_nationale
from ..nomenclature import TypeActe
from ..ordre import rang
from ..publies import Fiche
from ..registre import Registre
from .page import Lien, Page, Pagination, tranches

_TITRES_REGISTRES = (
    ("Délibérations et décisions", (TypeActe.DELIBERATION, TypeActe.DECISION)),
    ("Arrêtés", (TypeActe.ARRETE,)),
)


_LIGNES_DE_TABLE = 500
"""They weigh half of what a page may: a large town has several pages a year."""

_TITRES_AU_PLUS = 2_000
"""Acts among which a box filters: their titles weigh less than 300 kB."""


@dataclass(frozen=True, slots=True)
class Facette:
    """One way to sort the register, with its values."""

    nom: str
    titre: str
    adresse: str
    liens: tuple[Lien, ...]


@dataclass(frozen=True, slots=True)
class Filtre:
    """The titles among which the box of a list finds while one types."""

    dit: str
    titres: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VueListe:
    """A list of acts."""

    titre: str
    fiches: tuple[Fiche, ...]
    nombre: int
    pagination: Pagination
    facettes: tuple[Facette, ...] = ()
    retour: Lien | None = None
    filtre: Filtre | None = None


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


@dataclass(frozen=True, slots=True)
class _Critere:
    """A way to sort: the value of an act, and how it is told."""

    nom: str
    titre: str
    valeur: Callable[[Fiche], tuple[str, str] | None]
    """Key and label, or None when the act does not say."""
    recent_d_abord: bool = False

    def classer(self, fiches: Iterable[Fiche]) -> "Classement":
        """The acts by value, in the order in which a person looks for them."""
        groups = classer(fiches, self.valeur)
        ordered = reversed(groups.items()) if self.recent_d_abord else groups.items()
        links = [(Lien(adresses.facette(self.nom, key), label, len(held)), held) for (key, label), held in ordered]
        return Classement(Facette(self.nom, self.titre, f"{adresses.REGISTRE}{self.nom}/", _liens(links)), tuple(links))


def _liens(listes: Iterable[tuple[Lien, Sequence[Fiche]]]) -> tuple[Lien, ...]:
    return tuple(link for link, _ in listes)


@dataclass(frozen=True, slots=True)
class Classement:
    """The register sorted in one way."""

    facette: Facette
    listes: tuple[tuple[Lien, Sequence[Fiche]], ...]
    """Each value, and its acts, newest first."""


def _nature(fiche: Fiche) -> tuple[str, str] | None:
    control = fiche.acte.controle_legalite
    nature = control.nature_cochee if control else None
    return (nature.value, nature.libelle) if nature else None


def _matiere(fiche: Fiche) -> tuple[str, str] | None:
    code = fiche.acte.matiere
    return (matiere_nationale(code), libelle_matiere(code)) if code else None


def _annee(fiche: Fiche) -> tuple[str, str]:
    year = str(adresses.annee(fiche.acte))
    return year, year


def _organe(fiche: Fiche) -> tuple[str, str] | None:
    return (adresses.slug(fiche.organe), fiche.organe) if fiche.organe else None


_CRITERES = (
    _Critere("annees", "Année", _annee, recent_d_abord=True),
    _Critere("types", "Sorte d'acte", lambda f: (f.acte.type.value, f.acte.type.libelle)),
    _Critere("natures", "Nature (contrôle de légalité)", _nature),
    _Critere("matieres", "Matière", _matiere),
    _Critere("organes", "Assemblée ou signataire", _organe),
    _Critere("collectivites", "Collectivité", lambda f: (f.collectivite.cle, f.collectivite.nom)),
)


def classements(registre: Registre) -> tuple[Classement, ...]:
    """The register sorted in each way, by year first."""
    return tuple(critere.classer(registre.fiches) for critere in _CRITERES)


def pages_registre(registre: Registre, classes: Sequence[Classement]) -> Iterator[Page]:
    """The register and all its indexes."""
    ways, years = tuple(one.facette for one in classes), classes[0]
    filtre = _filtre(years.listes)
    back = Lien(adresses.REGISTRE, "Registre des actes")
    yield from liste(back, registre.fiches, facettes=ways, filtre=filtre, flux=adresses.FLUX_ACTES)
    for sorted_by in classes:
        way = sorted_by.facette
        yield Page(way.adresse, "actes/index.html", f"Registre : {way.titre.lower()}", way, registre.dernier_jour)
        for link, fiches in sorted_by.listes:
            own = _filtre([(link, fiches)]) if sorted_by is years else None
            here, feed = Lien(link.adresse, f"{way.titre} : {link.libelle}"), adresses.flux_de(link.adresse)
            yield from liste(here, fiches, retour=back, filtre=own, flux=feed)


def _filtre(annees: Sequence[tuple[Lien, Sequence[Fiche]]]) -> Filtre:
    """The newest years, whole, as long as their titles are few enough to be asked for at once."""
    kept: list[str] = []
    total = 0
    for link, fiches in annees:
        total += len(fiches)
        if kept and total > _TITRES_AU_PLUS:
            break
        kept.append(link.libelle)
    told = "cette liste" if len(kept) == len(annees) else f"les actes depuis {kept[-1]}"
    return Filtre(f"Filtrer {told}, par titre ou par numéro", tuple(adresses.recherche_titres(int(y)) for y in kept))


def liste(
    ici: Lien,
    fiches: Sequence[Fiche],
    *,
    facettes: tuple[Facette, ...] = (),
    retour: Lien | None = None,
    filtre: Filtre | None = None,
    flux: str = "",
) -> Iterator[Page]:
    """The pages of a list of acts.

    Args:
        ici: its address and its title.
        fiches: the acts.
        facettes: the ways to sort them, for the register.
        retour: where one comes from.
        filtre: the titles among which its box finds.
        flux: the feed that tells what is new on it.
    """
    newest = max((f.publicite for f in fiches), default=None)
    for part in tranches(ici.adresse, fiches):
        view = VueListe(ici.libelle, part.elements, len(fiches), part.pagination, facettes, retour, filtre)
        yield Page(part.adresse, "actes/liste.html", ici.libelle + part.suffixe, view, newest, flux=flux)


def classer(
    fiches: Iterable[Fiche], valeur: Callable[[Fiche], tuple[str, str] | None]
) -> dict[tuple[str, str], list[Fiche]]:
    """The acts by value, in the order in which a person counts."""
    groups: dict[tuple[str, str], list[Fiche]] = defaultdict(list)
    for fiche in fiches:
        if (key := valeur(fiche)) is not None:
            groups[key].append(fiche)
    return {key: groups[key] for key in sorted(groups, key=lambda k: rang(k[0]))}


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
    groups = classer(fiches, lambda f: _matiere(f) or ("~", "Matière non indiquée"))
    return tuple(
        Groupe(label, tuple(sorted(group, key=lambda f: adresses.slug(f.acte.objet))))
        for (_, label), group in groups.items()
    )


def _chronologie(fiche: Fiche) -> tuple[object, ...]:
    return fiche.acte.date or fiche.publicite, rang(fiche.acte.numero or ""), fiche.adresse
