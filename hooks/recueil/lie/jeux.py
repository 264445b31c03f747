"""The sets of data of the register, as a catalogue tells them; whoever writes other files adds theirs."""

from collections.abc import Iterator
from dataclasses import dataclass

from .. import adresses
from ..collectivite import Collectivite
from ..nomenclature import TypeActe
from ..registre import Registre
from . import lieux

SCDL = "https://schema.data.gouv.fr/scdl/deliberations/2.1.5"


@dataclass(frozen=True, slots=True)
class Ressource:
    """A file of a set, or one of its forms."""

    id: str
    """Unlike any other of its set, and the same for ever."""
    titre: str
    adresse: str
    type: str
    """Its media type: ``text/csv``."""
    description: str = ""
    schema: str = ""
    """The address of the standard that it follows."""


@dataclass(frozen=True, slots=True)
class Api:
    """A way to ask for the data piece by piece."""

    titre: str
    adresse: str
    description: str
    """The address of its OpenAPI document."""


@dataclass(frozen=True, slots=True)
class JeuDeDonnees:
    """A set of data, in one or several files."""

    id: str
    """Unlike any other, and the same for ever: by it a portal knows the set again."""
    titre: str
    description: str
    ressources: tuple[Ressource, ...]
    mots_cles: tuple[str, ...] = ()
    collectivite: Collectivite | None = None
    """Whose acts it tells; nothing when it tells those of all."""
    api: Api | None = None


def jeux(registre: Registre) -> Iterator[JeuDeDonnees]:
    """The sets of a register; each of their files is on its site."""
    yield from _deliberations(registre)
    yield from _tables(registre)
    yield _registre()
    yield _donnees_liees()
    yield from _flux(registre)
    yield _empreintes()


def _registre() -> JeuDeDonnees:
    json = "application/json"
    return JeuDeDonnees(
        id="registre",
        titre="Registre des actes, en JSON",
        description="Tous les actes publics du registre, page par page et par année : nature, objet, dates, caractère "
        "exécutoire, état, liens entre actes, fichiers avec leur empreinte. Chaque acte a aussi son propre fichier.",
        ressources=(
            Ressource(
                "actes", "Années du registre", adresses.liste("actes"), json, "Où sont les actes de chaque année."
            ),
            Ressource("seances", "Séances", adresses.liste("seances"), json),
            Ressource("conventions", "Conventions", adresses.liste("conventions"), json),
            Ressource("collectivites", "Collectivités", adresses.liste("collectivites"), json),
            Ressource("etats", "États successifs des actes", adresses.ETATS, json),
        ),
        mots_cles=("actes administratifs", "délibérations", "conventions", "arrêtés"),
        api=Api("Le registre des actes, en JSON", adresses.LISTES, adresses.OPENAPI),
    )


def _donnees_liees() -> JeuDeDonnees:
    return JeuDeDonnees(
        id="donnees-liees",
        titre="Registre des actes, en données liées",
        description="Actes, séances et collectivités dans les termes de schema.org (Legislation) et d'ELI, en Turtle. "
        "Le fichier nomme ceux de chaque collectivité et de chaque année ; mis bout à bout, ils sont le tout.",
        ressources=(
            Ressource("registre", "Collectivités, séances, liste des fichiers", lieux.REGISTRE, "text/turtle"),
        ),
        mots_cles=("actes administratifs", "ELI", "schema.org", "données liées"),
    )


def _flux(registre: Registre) -> Iterator[JeuDeDonnees]:
    base = adresses.FLUX_ACTES
    if registre.fiches:
        yield JeuDeDonnees(
            id="flux",
            titre="Flux des actes publiés",
            description="Les derniers actes publiés, et ce que deviennent ceux d'avant, pour un lecteur de flux.",
            ressources=(
                Ressource("atom", "Flux Atom", f"{base}.atom.xml", "application/atom+xml"),
                Ressource("rss", "Flux RSS", f"{base}.rss.xml", "application/rss+xml"),
                Ressource("json", "Flux JSON", f"{base}.json", "application/json"),
            ),
            mots_cles=("actes administratifs", "flux"),
        )


def _empreintes() -> JeuDeDonnees:
    return JeuDeDonnees(
        id="empreintes",
        titre="Empreintes des fichiers des actes",
        description="L'empreinte SHA-256 de chaque fichier publié : elle prouve qu'une copie est la bonne.",
        ressources=(Ressource("sha256", "SHA256SUMS", adresses.EMPREINTES, "text/plain"),),
        mots_cles=("actes administratifs", "intégrité"),
    )


def _deliberations(registre: Registre) -> Iterator[JeuDeDonnees]:
    """The délibérations in the national schema, of all and of each authority."""
    holders = {f.collectivite.cle for f in registre.fiches if f.acte.type is TypeActe.DELIBERATION}
    if holders:
        yield _scdl("deliberations", "Délibérations", f"{adresses.SCDL}deliberations.csv", None)
    for one in registre.collectivites:
        if one.cle in holders:
            address = f"{adresses.SCDL}{one.cle}/deliberations.csv"
            yield _scdl(f"deliberations-{one.cle}", f"Délibérations, {one.nom}", address, one)


_TABLES = {
    "deliberations": ("Délibérations, table complète", frozenset({TypeActe.DELIBERATION})),
    "arretes": ("Arrêtés et décisions", frozenset({TypeActe.ARRETE, TypeActe.DECISION})),
    "conventions": ("Conventions et avenants", frozenset({TypeActe.CONVENTION, TypeActe.AVENANT})),
}


def _tables(registre: Registre) -> Iterator[JeuDeDonnees]:
    """What no national schema has room for: dates, executory character, appeals, state, fingerprints."""
    held = {fiche.acte.type for fiche in registre.fiches}
    for name, (title, kinds) in _TABLES.items():
        if held & kinds:
            yield JeuDeDonnees(
                id=f"table-{name}",
                titre=title,
                description="Chaque acte sur une ligne : dates, publicité, caractère exécutoire, recours, état, votes, "
                "auteur, fichier et empreinte.",
                ressources=(
                    Ressource("csv", f"{title} (CSV)", f"{adresses.TABLES}{name}.csv", "text/csv"),
                    Ressource(
                        "schema",
                        f"Schéma de la table « {title} »",
                        f"{adresses.SCHEMAS_DES_TABLES}{name}.schema.json",
                        "application/json",
                    ),
                ),
                mots_cles=("actes administratifs", name),
            )


def _scdl(identifiant: str, titre: str, adresse: str, collectivite: Collectivite | None) -> JeuDeDonnees:
    return JeuDeDonnees(
        id=identifiant,
        titre=titre,
        description="Les délibérations publiées, au format du schéma national SCDL « Délibérations », version 2.1.5.",
        ressources=(Ressource("csv", f"{titre} (CSV)", adresse, "text/csv", schema=SCDL),),
        mots_cles=("délibérations", "SCDL"),
        collectivite=collectivite,
    )
