"""The conventions by partner: who the authority is bound to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from .. import adresses
from ..champs import INCONNU
from ..convention import Convention, Partie
from ..echeances import Echeance, echeances, par_convention, suivies
from ..nomenclature import TypeActe
from ..publies import Fiche
from ..registre import Registre
from .echeances import liens_suivi
from .page import Lien, Page, Pagination, tranches


@dataclass(frozen=True, slots=True)
class Partenaire:
    """A party other than the authority itself, with the conventions passed with it."""

    nom: str
    sigle: str
    adresse: str
    fiches: tuple[Fiche, ...]


@dataclass(frozen=True, slots=True)
class VueConventions:
    """The index of the conventions, of the site or of one authority."""

    titre: str
    fiches: tuple[Fiche, ...]
    partenaires: tuple[Partenaire, ...]
    modeles: tuple[Fiche, ...]
    retour: Lien | None = None
    suivi: tuple[Lien, ...] = ()
    """The lists by what is known of their time."""
    lies: tuple[Fiche, ...] = ()
    """For a partner: the acts that approve, amend or renew its conventions, and the models that they follow."""
    calendrier: str = ""
    """The iCalendar file of their days that count."""
    echeances: str = ""
    """The feed of those of the year, without the ending of a format."""
    nombre: int = 0
    """How many conventions there are, on all the pages."""
    pagination: Pagination = field(default_factory=Pagination)


def pages_conventions(registre: Registre) -> Iterator[Page]:
    """The index of all conventions, those of each authority and of each partner."""
    title = "Conventions"
    everyone = partenaires(registre.conventions)
    dated = {day.fiche.adresse for day in echeances(suivies(registre))}
    view = VueConventions(
        title,
        registre.conventions,
        everyone,
        registre.modeles,
        suivi=liens_suivi(registre),
        calendrier=adresses.CALENDRIER if dated else "",
        echeances=adresses.FLUX_ECHEANCES if dated else "",
    )
    kind = adresses.facette("types", TypeActe.CONVENTION.value)
    yield from _pages(adresses.CONVENTIONS, view, adresses.flux_de(kind) if registre.conventions else "")
    for authority in registre.collectivites:
        own = tuple(f for f in registre.actes_de(authority) if f.acte.type is TypeActe.CONVENTION)
        models = tuple(f for f in registre.modeles if f.collectivite.cle == authority.cle)
        back = Lien(adresses.collectivite(authority), authority.nom)
        view = VueConventions(f"Conventions, {authority.nom_court}", own, partenaires(own), models, back)
        yield from _pages(adresses.conventions(authority), view)
    yield from _pages_partenaires(registre, everyone, dated)


def _pages_partenaires(registre: Registre, everyone: Sequence[Partenaire], dated: set[str]) -> Iterator[Page]:
    back = Lien(adresses.CONVENTIONS, "Toutes les conventions")
    for partner in everyone:
        some = any(fiche.adresse in dated for fiche in partner.fiches)
        view = VueConventions(
            f"Conventions : {partner.nom}",
            partner.fiches,
            (),
            (),
            back,
            lies=_lies(registre, partner.fiches),
            calendrier=adresses.partenaire_calendrier(partner.adresse) if some else "",
            echeances=adresses.partenaire_flux(partner.adresse) if some else "",
        )
        yield from _pages(partner.adresse, view, adresses.flux_de(partner.adresse))


def _pages(address: str, view: VueConventions, flux: str = "") -> Iterator[Page]:
    """The pages of an index: on the first what goes with it, on each its share of the conventions."""
    newest, total = _newest(view.fiches), len(view.fiches)
    for part in tranches(address, view.fiches):
        whole = view if part.numero == 1 else VueConventions(view.titre, (), (), (), view.retour)
        shown = replace(whole, fiches=part.elements, nombre=total, pagination=part.pagination)
        yield Page(part.adresse, "actes/conventions.html", view.titre + part.suffixe, shown, newest, flux=flux)


def _lies(registre: Registre, fiches: Sequence[Fiche]) -> tuple[Fiche, ...]:
    """What comes with some conventions, once each: approvals, amendments, renewals, models."""
    found: dict[str, Fiche] = {}
    for fiche in fiches:
        acte = fiche.acte
        if isinstance(acte, Convention):
            for name in (acte.approuvee_par, *acte.avenants, *acte.reconduite_par, acte.modele):
                if near := registre.cible(fiche, name):
                    found[near.adresse] = near
    return tuple(sorted(found.values(), key=lambda f: (f.publicite, f.adresse), reverse=True))


def par_partenaire(registre: Registre, jours: Iterable[Echeance]) -> Iterator[tuple[Partenaire, tuple[Echeance, ...]]]:
    """The days that count with each partner that has any, in the order of time."""
    by_convention = par_convention(jours)
    for partner in partenaires(registre.conventions):
        own = sorted((d for f in partner.fiches for d in by_convention[f.adresse]), key=lambda day: day.jour)
        if own:
            yield partner, tuple(own)


def partenaires(fiches: Sequence[Fiche]) -> tuple[Partenaire, ...]:
    """The partners of some conventions, in alphabetical order.

    A partner is known by its SIREN, whatever its names; without one, by its short name. Two of the same short name are
    kept apart.
    """
    rows = [(party, fiche) for fiche in fiches for party in _autres_parties(fiche)]
    sirens: dict[str, set[str]] = defaultdict(set)
    for party, _ in rows:
        sirens[adresses.slug(party.nom_court)] |= {party.siren} if party.siren and party.siren != INCONNU else set()
    groups: dict[str, list[tuple[Partie, Fiche]]] = defaultdict(list)
    for party, fiche in rows:
        groups[_cle(party, sirens)].append((party, fiche))
    found = [_partenaire(members, sirens) for members in groups.values()]
    return tuple(sorted(found, key=lambda p: adresses.slug(p.nom)))


def _cle(party: Partie, sirens: Mapping[str, set[str]]) -> str:
    """What makes two parties one partner: the SIREN, typed or that of its only namesake, or else the short name."""
    short = adresses.slug(party.nom_court)
    if party.siren and party.siren != INCONNU:
        return party.siren
    return next(iter(sirens[short])) if len(sirens[short]) == 1 else short


def _partenaire(members: Sequence[tuple[Partie, Fiche]], sirens: Mapping[str, set[str]]) -> Partenaire:
    """A partner under its acronym where one convention gives it."""
    party = next((p for p, _ in members if p.sigle), members[0][0])
    alone = len(sirens[adresses.slug(party.nom_court)]) < 2
    address = adresses.partenaire(party.nom_court if alone else party.nom)
    return Partenaire(party.nom, party.sigle or "", address, tuple(dict.fromkeys(f for _, f in members)))


def _autres_parties(fiche: Fiche) -> Iterator[Partie]:
    """The parties but the authority itself, known by its SIREN or by its name."""
    if not isinstance(fiche.acte, Convention):
        return
    authority = fiche.collectivite
    own = {authority.siren, authority.nom, authority.nom_court}
    for party in fiche.acte.parties:
        if not own & {party.siren, party.nom, party.nom_court}:
            yield party


def _newest(fiches: Sequence[Fiche]) -> date | None:
    return max((f.publicite for f in fiches), default=None)
