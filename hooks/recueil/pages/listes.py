"""The register as lists: newest first, by year, kind, nature, matière, body, authority."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from .. import adresses
from ..matieres import libelle_matiere, matiere_nationale
from ..ordre import rang
from ..publies import Fiche
from ..registre import Registre
from .page import Lien, Page, Pagination, tranches

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
class Place:
    """Where a list of acts is."""

    ici: Lien
    """Its address and its title."""
    retour: Lien | None = None
    """Where one comes from."""
    flux: str = ""
    """The feed that tells what is new on it."""


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
    etats: tuple[tuple[str, str], ...] = ()
    """The acts of the page that have no effect: address, and « Abrogé »."""


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


def matiere(fiche: Fiche) -> tuple[str, str] | None:
    """The national code of what an act is about, and its label."""
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
    _Critere("matieres", "Matière", matiere),
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
    whole = Place(back, flux=adresses.FLUX_ACTES)
    yield from liste(whole, registre, registre.fiches, facettes=ways, filtre=filtre)
    for sorted_by in classes:
        way = sorted_by.facette
        yield Page(way.adresse, "actes/index.html", f"Les actes par {way.titre.lower()}", way, registre.dernier_jour)
        for link, fiches in sorted_by.listes:
            own = _filtre([(link, fiches)]) if sorted_by is years else None
            here, feed = Lien(link.adresse, f"{way.titre} : {link.libelle}"), adresses.flux_de(link.adresse)
            yield from liste(Place(here, back, feed), registre, fiches, filtre=own)


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
    place: Place,
    registre: Registre,
    fiches: Sequence[Fiche],
    *,
    facettes: tuple[Facette, ...] = (),
    filtre: Filtre | None = None,
) -> Iterator[Page]:
    """The pages of a list of acts.

    Args:
        place: where they are.
        registre: which knows what became of them.
        fiches: the acts.
        facettes: the ways to sort them, for the register.
        filtre: the titles among which its box finds.
    """
    ici = place.ici
    newest = max((f.publicite for f in fiches), default=None)
    for part in tranches(ici.adresse, fiches):
        view = VueListe(
            titre=ici.libelle,
            fiches=part.elements,
            nombre=len(fiches),
            pagination=part.pagination,
            facettes=facettes,
            retour=place.retour,
            filtre=filtre,
            etats=_eteints(registre, part.elements),
        )
        yield Page(part.adresse, "actes/liste.html", ici.libelle + part.suffixe, view, newest, flux=place.flux)


def _eteints(registre: Registre, fiches: Iterable[Fiche]) -> tuple[tuple[str, str], ...]:
    told = ((fiche.adresse, registre.vies.sans_effet(fiche.acte)) for fiche in fiches)
    return tuple(pair for pair in told if pair[1])


def classer(
    fiches: Iterable[Fiche], valeur: Callable[[Fiche], tuple[str, str] | None]
) -> dict[tuple[str, str], list[Fiche]]:
    """The acts by value, in the order in which a person counts."""
    groups: dict[tuple[str, str], list[Fiche]] = defaultdict(list)
    for fiche in fiches:
        if (key := valeur(fiche)) is not None:
            groups[key].append(fiche)
    return {key: groups[key] for key in sorted(groups, key=lambda k: rang(k[0]))}
