"""The vocabularies in one table: each property that is written, with the kind of its values, for every format."""

from enum import Enum, auto
from types import MappingProxyType

PREFIXES = MappingProxyType(
    {
        "schema": "https://schema.org/",
        "eli": "http://data.europa.eu/eli/ontology#",
        "prov": "http://www.w3.org/ns/prov#",
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "vcard": "http://www.w3.org/2006/vcard/ns#",
        "void": "http://rdfs.org/ns/void#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
"""A name without a prefix is one of schema.org."""


class Sorte(Enum):
    """What the values of a property are."""

    LIEN = auto()
    """An address, or another thing that is described."""
    TEXTE = auto()
    """Signs that are in no language: a number, an identifier, the name of a person."""
    FRANCAIS = auto()
    JOUR = auto()
    MOMENT = auto()
    ENTIER = auto()


_SORTES = {
    Sorte.FRANCAIS: """
        name alternateName description legislationType jobTitle eli:title skos:prefLabel
        dct:title dct:description dcat:keyword vcard:fn
    """,
    Sorte.TEXTE: """
        legislationIdentifier eli:id_local eli:number givenName familyName identifier iso6523Code address email
        telephone inLanguage encodingFormat contentSize sha256 termCode temporalCoverage location
        skos:notation foaf:name dct:identifier
    """,
    Sorte.JOUR: """
        legislationDate datePublished startDate eli:date_document eli:date_publication eli:first_date_entry_in_force
        eli:date_no_longer_in_force dct:issued dct:modified dcat:startDate dcat:endDate
    """,
    Sorte.MOMENT: "prov:startedAtTime",
    Sorte.ENTIER: "dcat:byteSize",
    Sorte.LIEN: """
        url sameAs about license publisher author isPartOf hasPart encoding contentUrl isBasedOn citation
        legislationPassedBy legislationResponsible legislationJurisdiction legislationLegalForce legislationLegalValue
        legislationAmends legislationRepeals legislationCorrects organizer workFeatured recordedIn
        parentOrganization worksFor containedInPlace areaServed
        eli:language eli:type_document eli:is_about eli:passed_by eli:responsibility_of_agent eli:publisher_agent
        eli:jurisdiction eli:in_force eli:amends eli:repeals eli:corrects eli:basis_for eli:based_on eli:cites
        eli:is_embodied_by eli:has_annex eli:legal_value eli:media_type prov:wasGeneratedBy
        dcat:dataset dcat:distribution dcat:accessURL dcat:downloadURL dcat:mediaType dcat:theme dcat:landingPage
        dcat:contactPoint dcat:service dcat:accessService dcat:servesDataset dcat:endpointURL
        dcat:endpointDescription
        dct:publisher dct:license dct:language dct:spatial dct:temporal dct:accrualPeriodicity dct:format
        dct:conformsTo dct:accessRights
        foaf:homepage vcard:hasEmail vcard:hasURL skos:inScheme void:dataDump
    """,
}

SORTES = MappingProxyType({name: kind for kind, names in _SORTES.items() for name in names.split()})
"""Property → kind of its values; what is not here cannot be written."""
