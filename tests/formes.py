"""What linked data must say, as shapes (SHACL) in French: written from what schema.org, ELI and DCAT-AP say of it."""

from functools import cache

from pyshacl import validate
from rdflib import Graph

_PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix schema: <https://schema.org/> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix : <urn:formes:> .
"""

ACTES = """
:Document a sh:NodeShape ; sh:targetClass schema:Legislation, schema:DigitalDocument ;
  sh:property
    [ sh:path schema:name ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype rdf:langString ;
      sh:message "Un document a un titre, et un seul, en français."@fr ],
    [ sh:path schema:url ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ;
      sh:message "Un document a une page."@fr ],
    [ sh:path schema:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:class schema:GovernmentOrganization ;
      sh:message "Un document est publié par une collectivité."@fr ],
    [ sh:path schema:license ; sh:minCount 1 ; sh:nodeKind sh:IRI ;
      sh:message "Un document dit sous quelle licence il peut être réutilisé."@fr ],
    [ sh:path prov:wasGeneratedBy ; sh:maxCount 1 ; sh:class schema:Event ;
      sh:message "Un acte vient d'une séance au plus."@fr ] .

:Acte a sh:NodeShape ; sh:targetClass schema:Legislation ;
  sh:class eli:LegalResource, eli:LegalExpression ;
  sh:property
    [ sh:path schema:legislationType ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype rdf:langString ;
      sh:message "Un acte a une sorte, et une seule."@fr ],
    [ sh:path eli:type_document ; sh:minCount 1 ; sh:class eli:ResourceType ;
      sh:message "La sorte d'un acte est l'un des termes de la liste."@fr ],
    [ sh:path eli:title ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype rdf:langString ;
      sh:message "Un acte a un objet, en français."@fr ],
    [ sh:path eli:language ; sh:hasValue <http://publications.europa.eu/resource/authority/language/FRA> ;
      sh:message "Un acte est en français."@fr ],
    [ sh:path schema:datePublished ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:date ;
      sh:equals eli:date_publication ;
      sh:message "Un acte a un jour de publication, le même pour schema.org et pour ELI."@fr ],
    [ sh:path schema:legislationDate ; sh:maxCount 1 ; sh:datatype xsd:date ; sh:equals eli:date_document ;
      sh:message "Un acte a un jour d'adoption au plus, le même pour schema.org et pour ELI."@fr ],
    [ sh:path eli:date_publication ; sh:lessThanOrEquals eli:date_no_longer_in_force ;
      sh:message "Un acte ne perd pas ses effets avant d'être publié."@fr ],
    [ sh:path eli:first_date_entry_in_force ; sh:maxCount 1 ; sh:datatype xsd:date ;
      sh:message "Un acte entre en vigueur une fois."@fr ],
    [ sh:path schema:legislationIdentifier ; sh:maxCount 2 ; sh:datatype xsd:string ;
      sh:message "Un acte a un numéro et un identifiant @ctes au plus."@fr ],
    [ sh:path eli:id_local ; sh:maxCount 1 ; sh:pattern "^[0-9AB]{2,3}-[0-9]{9}-[0-9]{8}-.+-(DE|AR|AI|CC|BF|AU)$" ;
      sh:message "L'identifiant local est celui d'@ctes."@fr ],
    [ sh:path schema:legislationResponsible ; sh:minCount 1 ; sh:maxCount 1 ; sh:class schema:GovernmentOrganization ;
      sh:equals eli:responsibility_of_agent ;
      sh:message "Une collectivité, et une seule, est responsable de l'acte."@fr ],
    [ sh:path schema:legislationPassedBy ; sh:maxCount 1 ; sh:equals eli:passed_by ;
      sh:or ( [ sh:class schema:GovernmentOrganization ] [ sh:class schema:Person ] ) ;
      sh:message "Un acte est pris par une assemblée ou par une personne."@fr ],
    [ sh:path schema:legislationJurisdiction ; sh:minCount 1 ; sh:class schema:AdministrativeArea ;
      sh:message "Un acte s'applique quelque part."@fr ],
    [ sh:path schema:legislationLegalForce ; sh:maxCount 1 ;
      sh:in ( schema:InForce schema:NotInForce schema:PartiallyInForce ) ;
      sh:message "Un acte est en vigueur, ne l'est pas, ou l'est en partie."@fr ],
    [ sh:path eli:in_force ; sh:maxCount 1 ;
      sh:in ( eli:InForce-inForce eli:InForce-notInForce eli:InForce-partiallyInForce ) ;
      sh:message "ELI dit la même chose."@fr ],
    [ sh:path [ sh:alternativePath ( eli:amends eli:repeals eli:corrects eli:basis_for eli:based_on eli:cites ) ] ;
      sh:nodeKind sh:IRI ; sh:message "Un acte en touche un autre par son adresse."@fr ],
    [ sh:path schema:legislationAmends ; sh:equals eli:amends ;
      sh:message "schema.org et ELI disent les mêmes modifications."@fr ],
    [ sh:path schema:legislationRepeals ; sh:equals eli:repeals ;
      sh:message "schema.org et ELI disent les mêmes abrogations."@fr ],
    [ sh:path schema:legislationCorrects ; sh:equals eli:corrects ;
      sh:message "schema.org et ELI disent les mêmes rectifications."@fr ],
    [ sh:path schema:encoding ; sh:maxCount 1 ; sh:class schema:LegislationObject ; sh:equals eli:is_embodied_by ;
      sh:message "Un acte a un fichier au plus."@fr ] .

:Fichier a sh:NodeShape ; sh:targetClass schema:LegislationObject, schema:MediaObject ;
  sh:property
    [ sh:path schema:contentUrl ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ;
      sh:message "Un fichier a une adresse."@fr ],
    [ sh:path schema:sha256 ; sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^[0-9a-f]{64}$" ;
      sh:message "Un fichier a une empreinte SHA-256."@fr ],
    [ sh:path schema:contentSize ; sh:minCount 1 ; sh:pattern "^[1-9][0-9]*$" ;
      sh:message "Un fichier a un poids, en octets."@fr ],
    [ sh:path schema:encodingFormat ; sh:hasValue "application/pdf" ;
      sh:message "Un fichier est un PDF."@fr ] .

:FichierDActe a sh:NodeShape ; sh:targetClass schema:LegislationObject ;
  sh:property
    [ sh:path schema:legislationLegalValue ; sh:minCount 1 ; sh:maxCount 1 ;
      sh:in ( schema:AuthoritativeLegalValue schema:OfficialLegalValue ) ;
      sh:message "Le fichier d'un acte a une valeur, et ne prévaut jamais sur l'original signé."@fr ] .

:Collectivite a sh:NodeShape ; sh:targetSubjectsOf schema:iso6523Code ;
  sh:property
    [ sh:path schema:name ; sh:minCount 1 ; sh:message "Une collectivité a un nom."@fr ],
    [ sh:path schema:identifier ; sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^[0-9]{9}$" ;
      sh:message "Une collectivité a un SIREN."@fr ] .

:Seance a sh:NodeShape ; sh:targetClass schema:Event ;
  sh:property
    [ sh:path schema:startDate ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:date ;
      sh:message "Une séance a un jour."@fr ],
    [ sh:path prov:startedAtTime ; sh:maxCount 1 ; sh:datatype xsd:dateTime ;
      sh:message "Une séance commence une fois."@fr ],
    [ sh:path schema:organizer ; sh:minCount 1 ; sh:class schema:GovernmentOrganization ;
      sh:message "Une séance est celle d'une assemblée."@fr ] .
"""

CATALOGUE = """
:Catalogue a sh:NodeShape ; sh:targetClass dcat:Catalog ;
  sh:property
    [ sh:path dct:title ; sh:minCount 1 ; sh:message "Un catalogue a un titre."@fr ],
    [ sh:path dct:description ; sh:minCount 1 ; sh:message "Un catalogue dit ce qu'il contient."@fr ],
    [ sh:path dct:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:class foaf:Agent ;
      sh:message "Un catalogue a un éditeur."@fr ],
    [ sh:path dcat:dataset ; sh:minCount 1 ; sh:class dcat:Dataset ;
      sh:message "Un catalogue décrit des jeux de données."@fr ] .

:Jeu a sh:NodeShape ; sh:targetClass dcat:Dataset ;
  sh:property
    [ sh:path dct:title ; sh:minCount 1 ; sh:message "Un jeu a un titre."@fr ],
    [ sh:path dct:description ; sh:minCount 1 ; sh:message "Un jeu dit ce qu'il contient."@fr ],
    [ sh:path dct:identifier ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ;
      sh:message "Un jeu a un identifiant : le portail le reconnaît par lui."@fr ],
    [ sh:path dct:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:class foaf:Agent ;
      sh:message "Un jeu a un éditeur."@fr ],
    [ sh:path dct:license ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ;
      sh:message "Un jeu a une licence."@fr ],
    [ sh:path dct:temporal ; sh:maxCount 1 ; sh:nodeKind sh:BlankNode ;
      sh:message "La période n'a pas d'adresse : le portail irait la chercher."@fr ],
    [ sh:path ( dct:temporal dcat:startDate ) ; sh:datatype xsd:date ;
      sh:message "La période commence un jour."@fr ],
    [ sh:path dct:issued ; sh:maxCount 1 ; sh:datatype xsd:date ; sh:lessThanOrEquals dct:modified ;
      sh:message "Un jeu n'est pas modifié avant d'être publié."@fr ],
    [ sh:path dct:accrualPeriodicity ; sh:minCount 1 ; sh:class dct:Frequency ;
      sh:message "Un jeu dit quand il change."@fr ],
    [ sh:path dct:language ; sh:hasValue <http://publications.europa.eu/resource/authority/language/FRA> ;
      sh:message "Un jeu est en français."@fr ],
    [ sh:path dcat:theme ; sh:hasValue <http://publications.europa.eu/resource/authority/data-theme/GOVE> ;
      sh:message "Un jeu est du thème de la vie publique."@fr ],
    [ sh:path dcat:contactPoint ; sh:minCount 1 ; sh:class vcard:Kind ;
      sh:message "Un jeu dit à qui écrire."@fr ],
    [ sh:path dcat:distribution ; sh:minCount 1 ; sh:class dcat:Distribution ;
      sh:message "Un jeu se télécharge."@fr ] .

:Ressource a sh:NodeShape ; sh:targetClass dcat:Distribution ;
  sh:property
    [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ; sh:equals dcat:downloadURL ;
      sh:message "Un fichier a une adresse."@fr ],
    [ sh:path dcat:mediaType ; sh:minCount 1 ; sh:maxCount 1 ;
      sh:pattern "^https://www.iana.org/assignments/media-types/[a-z]+/[a-z0-9.+-]+$" ;
      sh:message "Un fichier a un type, de la liste de l'IANA."@fr ],
    [ sh:path dct:format ; sh:maxCount 1 ;
      sh:pattern "^http://publications.europa.eu/resource/authority/file-type/[A-Z_0-9]+$" ;
      sh:message "Un format est de la liste de l'Union européenne."@fr ] .

:Service a sh:NodeShape ; sh:targetClass dcat:DataService ;
  sh:property
    [ sh:path dcat:endpointURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ; sh:message "Un service a une adresse."@fr ],
    [ sh:path dcat:endpointDescription ; sh:minCount 1 ; sh:nodeKind sh:IRI ;
      sh:message "Un service est décrit."@fr ] .
"""


@cache
def _formes(text: str) -> Graph:
    return Graph().parse(data=_PREFIXES + text, format="turtle")


def manques(graphe: Graph, formes: str) -> list[str]:
    """What is wrong in a graph, in French; nothing when all is right."""
    _, report, _ = validate(graphe, shacl_graph=_formes(formes))
    query = "SELECT ?noeud ?dit WHERE { ?r sh:resultMessage ?dit ; sh:focusNode ?noeud }"
    return sorted(f"{noeud} : {dit}" for noeud, dit in report.query(query))
