"""The catalogue of the data, in the words of DCAT-AP: what a portal reads to list them as its own.

What data.gouv.fr asks was read in its program (``udata``): each set has a ``dct:identifier`` that never changes; the
time covered has no address of its own, or it would be fetched; no date is after the day of the harvest.
"""

from collections.abc import Iterable, Sequence

from .. import adresses
from ..collectivite import Collectivite
from ..publies import Fiche
from . import autorites, lieux
from .acte import FRANCAIS
from .ensemble import Ensemble
from .jeux import Api, JeuDeDonnees, Ressource
from .noeud import Dire, Noeud, noeud

_EU = "http://publications.europa.eu/resource/authority"
_IANA = "https://www.iana.org/assignments/media-types/"
_FORMATS = {
    "text/csv": "CSV",
    "application/json": "JSON",
    "application/ld+json": "JSON_LD",
    "text/turtle": "RDF_TURTLE",
    "application/atom+xml": "ATOM",
    "application/rss+xml": "RSS",
    "text/plain": "TXT",
    "application/zip": "ZIP",
    "application/xml": "XML",
    "application/pdf": "PDF",
    "application/vnd.oasis.opendocument.spreadsheet": "ODS",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
}
"""Media type → file type of the authority table of the European Union."""


def catalogue(jeux: Iterable[JeuDeDonnees], ensemble: Ensemble) -> Noeud:
    """Everything that may be downloaded, set by set."""
    sets, fiches = list(jeux), ensemble.registre.fiches
    return noeud(
        ensemble.url(f"{lieux.CATALOGUE}.ttl"),
        "dcat:Catalog",
        {
            "dct:title": f"Données ouvertes : {ensemble.reglages.site_name}",
            "dct:description": ensemble.reglages.description or f"Les données de {ensemble.reglages.site_name}.",
            **_commun(fiches, None, ensemble),
            "foaf:homepage": _decrit(ensemble.reglages.site_url, "foaf:Document"),
            "dct:license": _licence(ensemble),
            "dcat:dataset": [_jeu(one, ensemble) for one in sets],
            "dcat:service": [_service(one.api, one, ensemble) for one in sets if one.api],
        },
    )


def _jeu(jeu: JeuDeDonnees, ensemble: Ensemble) -> Noeud:
    owner = jeu.collectivite
    fiches = ensemble.registre.actes_de(owner) if owner else ensemble.registre.fiches
    page = adresses.collectivite(owner) if owner else adresses.REGISTRE
    return noeud(
        _adresse(jeu, ensemble),
        "dcat:Dataset",
        {
            "dct:title": jeu.titre,
            "dct:description": jeu.description,
            "dct:identifier": _adresse(jeu, ensemble),
            **_commun(fiches, owner, ensemble),
            "dcat:landingPage": _decrit(ensemble.url(page), "foaf:Document"),
            "dcat:keyword": jeu.mots_cles,
            "dcat:theme": _concept(f"{_EU}/data-theme/GOVE", "Gouvernement et secteur public"),
            "dcat:contactPoint": _contact(owner or _seule(ensemble), ensemble),
            "dct:temporal": _periode(fiches),
            "dct:accrualPeriodicity": _decrit(f"{_EU}/frequency/IRREG", "dct:Frequency"),
            "dct:accessRights": _decrit(f"{_EU}/access-right/PUBLIC", "dct:RightsStatement"),
            "dct:license": _licence(ensemble),
            "dcat:distribution": [_ressource(one, jeu, ensemble) for one in jeu.ressources],
        },
    )


def _commun(fiches: Sequence[Fiche], owner: Collectivite | None, ensemble: Ensemble) -> dict[str, Dire]:
    """What is said of the catalogue as of each set; the dates are those of the acts, never of a build."""
    return {
        "dct:publisher": _editeur(owner or _seule(ensemble), ensemble),
        "dct:language": _decrit(FRANCAIS, "dct:LinguisticSystem"),
        "dct:spatial": _decrit(autorites.FRANCE, "dct:Location"),
        "dct:issued": fiches[-1].publicite if fiches else None,
        "dct:modified": ensemble.modifie_le(owner),
    }


def _adresse(jeu: JeuDeDonnees, ensemble: Ensemble) -> str:
    return f"{ensemble.url(lieux.CATALOGUE)}.ttl#{jeu.id}"


def _seule(ensemble: Ensemble) -> Collectivite | None:
    """The authority of a site that has but one."""
    known = ensemble.registre.collectivites
    return known[0] if len(known) == 1 else None


def _editeur(owner: Collectivite | None, ensemble: Ensemble) -> Noeud:
    """Who publishes: an authority, by its SIREN; or the site that several share."""
    if owner:
        said = {"foaf:name": owner.nom, "dct:identifier": owner.siren, "iso6523Code": autorites.iso6523(owner.siren)}
        return noeud(ensemble.url(lieux.collectivite(owner)), "foaf:Agent", said)
    return noeud(f"{ensemble.reglages.site_url}#editeur", "foaf:Agent", {"foaf:name": ensemble.reglages.site_name})


def _contact(owner: Collectivite | None, ensemble: Ensemble) -> Noeud:
    said: dict[str, Dire] = {
        "vcard:fn": owner.nom if owner else ensemble.reglages.site_name,
        "vcard:hasEmail": f"mailto:{owner.courriel}" if owner and owner.courriel else None,
        "vcard:hasURL": (owner.site if owner else None) or ensemble.reglages.site_url,
    }
    return noeud("", "vcard:Kind vcard:Organization", said)


def _periode(fiches: Sequence[Fiche]) -> Noeud | None:
    """From the first act to the last."""
    days = [day for fiche in fiches for day in (fiche.acte.date, fiche.acte.publicite) if day]
    if not days:
        return None
    return noeud("", "dct:PeriodOfTime", {"dcat:startDate": min(days), "dcat:endDate": max(days)})


def _ressource(one: Ressource, jeu: JeuDeDonnees, ensemble: Ensemble) -> Noeud:
    url, kind = ensemble.url(one.adresse), _FORMATS.get(one.type)
    return noeud(
        f"{_adresse(jeu, ensemble)}-{one.id}",
        "dcat:Distribution",
        {
            "dct:title": one.titre,
            "dct:description": one.description,
            "dct:identifier": f"{_adresse(jeu, ensemble)}-{one.id}",
            "dcat:accessURL": url,
            "dcat:downloadURL": url,
            "dcat:mediaType": _decrit(f"{_IANA}{one.type}", "dct:MediaType"),
            "dct:format": _decrit(f"{_EU}/file-type/{kind}", "dct:MediaTypeOrExtent") if kind else None,
            "dct:license": _licence(ensemble),
            "dct:conformsTo": _norme(one.schema) if one.schema else None,
        },
    )


def _service(api: Api, jeu: JeuDeDonnees, ensemble: Ensemble) -> Noeud:
    return noeud(
        f"{_adresse(jeu, ensemble)}-api",
        "dcat:DataService",
        {
            "dct:title": api.titre,
            "dct:identifier": f"{_adresse(jeu, ensemble)}-api",
            "dcat:endpointURL": ensemble.url(api.adresse),
            "dcat:endpointDescription": ensemble.url(api.description),
            "dcat:servesDataset": _adresse(jeu, ensemble),
            "dct:publisher": _editeur(_seule(ensemble), ensemble).iri,
            "dct:license": _licence(ensemble),
        },
    )


def _licence(ensemble: Ensemble) -> Noeud:
    return _decrit(ensemble.licence, "dct:LicenseDocument")


def _norme(adresse: str) -> Noeud:
    return _decrit(adresse, "dct:Standard")


def _concept(adresse: str, libelle: str) -> Noeud:
    return noeud(adresse, "skos:Concept", {"skos:prefLabel": libelle})


def _decrit(adresse: str, classe: str) -> Noeud:
    """A term of another, of which we only say what it is."""
    return noeud(adresse, classe, {})
