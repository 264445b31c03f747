"""Who acts: an authority, its assemblies, and whoever signs."""

from .. import adresses
from ..collectivite import Collectivite
from ..publies import Fiche
from . import lieux
from .ensemble import Ensemble
from .noeud import Noeud, noeud

FRANCE = "http://publications.europa.eu/resource/authority/country/FRA"

_REPERTOIRES = {9: "0002", 14: "0009"}
"""ISO 6523: which register a number of so many digits is from, SIREN or SIRET."""


def collectivite(authority: Collectivite, ensemble: Ensemble) -> Noeud:
    """An authority, with all that it says of itself."""
    address = ensemble.url(adresses.collectivite(authority))
    return noeud(
        ensemble.url(lieux.collectivite(authority)),
        "GovernmentOrganization eli:Organization foaf:Agent",
        {
            "name": authority.nom,
            "alternateName": authority.sigle,
            "identifier": authority.siren,
            "iso6523Code": [iso6523(number) for number in (authority.siren, authority.siret) if number],
            "url": [address, authority.site],
            "address": authority.adresse,
            "email": authority.courriel,
            "telephone": authority.telephone,
            "areaServed": _territoire(authority, ensemble),
            "foaf:name": authority.nom,
            "dct:identifier": authority.siren,
        },
    )


def iso6523(numero: str) -> str:
    """A SIREN or a SIRET as schema.org writes the numbers of organisations."""
    return f"{_REPERTOIRES[len(numero)]}:{numero}"


def citee(authority: Collectivite, ensemble: Ensemble) -> Noeud:
    """An authority, as much as an act says of it."""
    said = {"name": authority.nom}
    return _partage(lieux.collectivite(authority), "GovernmentOrganization eli:Organization", said, ensemble)


def _territoire(authority: Collectivite, ensemble: Ensemble) -> Noeud:
    """Where the acts of an authority apply; they name it, and the authority describes it."""
    said = {"name": authority.nom, "containedInPlace": FRANCE}
    return noeud(ensemble.url(lieux.territoire(authority)), "AdministrativeArea eli:AdministrativeArea", said)


def organe(authority: Collectivite, nom: str, ensemble: Ensemble) -> Noeud:
    """An assembly."""
    said = {"name": nom, "parentOrganization": ensemble.url(lieux.collectivite(authority))}
    return _partage(lieux.organe(authority, nom), "GovernmentOrganization eli:Organization", said, ensemble)


def _partage(address: str, classes: str, said: dict[str, str], ensemble: Ensemble) -> Noeud:
    return ensemble.partage((address, said["name"]), lambda: noeud(ensemble.url(address), classes, said))


def signataire(fiche: Fiche, ensemble: Ensemble) -> Noeud | None:
    """Who signed an act: R2131-1 asks that all three be told."""
    author = fiche.acte.auteur
    if author is None:
        return None
    said = {
        "name": str(author),
        "givenName": author.prenom,
        "familyName": author.nom,
        "jobTitle": author.qualite,
        "worksFor": ensemble.url(lieux.collectivite(fiche.collectivite)),
    }
    return noeud(signature(fiche, ensemble), "Person eli:Person", said)


def auteur(fiche: Fiche, ensemble: Ensemble) -> Noeud | str | None:
    """Who passed an act: the assembly, or whoever signed it alone."""
    if fiche.acte.seance:
        return organe(fiche.collectivite, fiche.acte.seance.organe, ensemble)
    return signature(fiche, ensemble) if fiche.acte.auteur else None


def signature(fiche: Fiche, ensemble: Ensemble) -> str:
    """The address of whoever signed: one by act, for a name is not a person."""
    return f"{ensemble.url(fiche.adresse)}#auteur"
