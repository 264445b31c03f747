"""The figures of the register as pages: each count is a table, and a bar beside each number shows its share."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from .. import adresses
from ..chiffres import VITE, Issue, Presence, Releve, ensemble, mediane, par_bande, releves
from ..collectivite import Collectivite
from ..droit.evenements import EtatActe
from ..ecriture import pourcentage
from ..nomenclature import Regime, TypeActe
from ..registre import Registre
from .page import Lien, Page
from .tableau import Tableau, tableau

_JOURS = MappingProxyType(
    {
        Regime.ELECTRONIQUE: "de sa mise en ligne",
        Regime.AFFICHAGE: "de son affichage",
        Regime.PAPIER: "de sa publication sur papier",
    }
)
"""What ends a delay, where the authority publishes in this way."""

_SANS_THEME = "Matière non indiquée"


@dataclass(frozen=True, slots=True)
class VueDelais:
    """How long acts wait for their publicity."""

    comptes: int
    mediane: int | None
    limite: int
    vite: str
    """The share that is published in so many days at most."""
    inconnus: int
    jusqu_au: str
    """Which publicity ends the delays."""
    tableau: Tableau


@dataclass(frozen=True, slots=True)
class VuePresences:
    """Who comes to the sessions."""

    seances: int
    inconnues: int
    presents: str
    pouvoirs: str


@dataclass(frozen=True, slots=True)
class VueChiffres:
    """The figures of the register, or of an authority."""

    titre: str
    retour: Lien
    nombre: int
    jours: tuple[date, date] | None
    """The first and the last day of publication."""
    annees: Tableau
    sortes: Tableau
    detail: tuple[tuple[int, Tableau], ...]
    """Each year by kind, newest first; nothing when it would say the same again."""
    delais: VueDelais | None
    deliberations: int
    votes: Tableau
    presences: VuePresences | None
    themes: Tableau
    par_theme: str
    """Where the acts of each subject are; nothing when no act says its own."""
    decident: int
    """The acts that have a state."""
    etats: Tableau
    vu_le: date | None
    """The day of these states."""
    parts: tuple[Lien, ...]
    """The pages of the authorities, when there are several."""


def pages_chiffres(registre: Registre) -> Iterator[Page]:
    """The figures of all, then those of each authority when there are several."""
    counted = releves(registre)
    several = registre.collectivites if len(registre.collectivites) > 1 else ()
    links = tuple(Lien(adresses.chiffres(c), c.nom, counted[c.cle].nombre) for c in several)
    back = Lien(adresses.REGISTRE, "Registre des actes")
    yield _page(None, _vue("Le registre en chiffres", back, ensemble(counted), registre, links), registre)
    for authority in several:
        home = Lien(adresses.collectivite(authority), authority.nom)
        title = f"Le registre en chiffres, {authority.nom_court}"
        yield _page(authority, _vue(title, home, counted[authority.cle], registre), registre)


def page_de(registre: Registre, collectivite: Collectivite) -> str:
    """The address of the figures of an authority: those of the register when it is alone in it."""
    return adresses.chiffres(collectivite if len(registre.collectivites) > 1 else None)


def _page(collectivite: Collectivite | None, vue: VueChiffres, registre: Registre) -> Page:
    told = "Combien d'actes sont publiés, en combien de jours, avec quels votes et sur quels sujets."
    address = adresses.chiffres(collectivite)
    return Page(address, "actes/chiffres.html", vue.titre, vue, registre.vies.vues_le, description=told)


def _vue(titre: str, retour: Lien, releve: Releve, registre: Registre, parts: tuple[Lien, ...] = ()) -> VueChiffres:
    years = sorted({day.year for day, _ in releve.publications}, reverse=True)
    return VueChiffres(
        titre=titre,
        retour=retour,
        nombre=releve.nombre,
        jours=releve.jours,
        annees=_annees(releve, years),
        sortes=_sortes(releve.publications, "Actes publiés, par sorte"),
        detail=tuple(_detail(releve, years)),
        delais=_delais(releve) if releve.delais else None,
        deliberations=releve.issues.total(),
        votes=tableau("Votes des délibérations", ("Vote", "Nombre"), _issues(releve.issues)),
        presences=_presences(releve.presences) if releve.presences else None,
        themes=tableau("Actes publiés, par thème", ("Thème", "Actes"), _themes(releve.themes)),
        par_theme=adresses.THEMES if any(releve.themes) else "",
        decident=releve.etats.total(),
        etats=tableau("État des actes", ("État", "Actes"), _etats(releve.etats)),
        vu_le=registre.vies.vues_le,
        parts=parts,
    )


def _annees(releve: Releve, years: Sequence[int]) -> Tableau:
    counts = Counter[int]()
    for (day, _), number in releve.publications.items():
        counts[day.year] += number
    return tableau("Actes publiés, par année", ("Année", "Actes"), ((str(year), counts[year]) for year in years))


def _sortes(publications: Mapping[tuple[date, TypeActe], int], titre: str) -> Tableau:
    counts = Counter[TypeActe]()
    for (_, kind), number in publications.items():
        counts[kind] += number
    return tableau(titre, ("Sorte d'acte", "Actes"), ((kind.libelle, n) for kind, n in _du_plus_grand(counts)))


def _du_plus_grand(counts: Counter[TypeActe]) -> list[tuple[TypeActe, int]]:
    """The most frequent first; those that are as many, in the order of the law."""
    order = list(TypeActe)
    return sorted(counts.items(), key=lambda pair: (-pair[1], order.index(pair[0])))


def _detail(releve: Releve, years: Sequence[int]) -> Iterator[tuple[int, Tableau]]:
    if len(years) > 1 and len({kind for _, kind in releve.publications}) > 1:
        for year in years:
            own = {key: n for key, n in releve.publications.items() if key[0].year == year}
            yield year, _sortes(own, f"Actes publiés en {year}, par sorte")


def _delais(releve: Releve) -> VueDelais:
    known = releve.connus
    soon = sum(n for days, n in known.items() if days <= VITE)
    said = [_JOURS[regime] for regime in Regime if releve.regimes[regime]]
    return VueDelais(
        comptes=known.total(),
        mediane=mediane(known),
        limite=VITE,
        vite=pourcentage(soon, known.total()),
        inconnus=releve.delais[None],
        jusqu_au=" ou ".join(said),
        tableau=tableau("Délai de publication", ("Délai", "Actes"), par_bande(known)),
    )


def _issues(issues: Counter[Issue]) -> Iterator[tuple[str, int]]:
    return ((one.libelle, issues[one]) for one in Issue if issues[one])


def _presences(presences: Counter[Presence | None]) -> VuePresences:
    known = [(held, n) for held, n in presences.items() if held]
    members = sum(held.membres * n for held, n in known)
    return VuePresences(
        seances=sum(n for _, n in known),
        inconnues=presences[None],
        presents=pourcentage(sum(held.presents * n for held, n in known), members),
        pouvoirs=pourcentage(sum(held.pouvoirs * n for held, n in known), members),
    )


def _themes(themes: Counter[str | None]) -> Iterator[tuple[str, int]]:
    named = ((name, n) for name, n in themes.items() if name)
    yield from sorted(named, key=lambda pair: (-pair[1], adresses.slug(pair[0])))
    if themes[None]:
        yield _SANS_THEME, themes[None]


def _etats(etats: Counter[EtatActe]) -> Iterator[tuple[str, int]]:
    return ((_ETATS.get(state, state.libelle), etats[state]) for state in (*_EN_VIGUEUR, *_AUTRES) if etats[state])


_EN_VIGUEUR = tuple(state for state in EtatActe if state.en_vigueur)
_AUTRES = tuple(state for state in EtatActe if not state.en_vigueur)
_ETATS = MappingProxyType(
    {
        EtatActe.EXECUTOIRE: "En vigueur, tel qu'adopté",
        EtatActe.MODIFIE: "En vigueur, modifié depuis",
        EtatActe.PUBLIE: "Publié, caractère exécutoire non connu",
    }
)
"""What a state is called here, when one word is not enough."""
