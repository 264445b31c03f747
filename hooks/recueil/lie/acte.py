"""An act as linked data: one description, from which its page and the files of the whole are written."""

from datetime import date

from ..convention import Convention
from ..droit.transmission import decide
from ..publies import Fiche
from . import autorites, fichiers, lieux, notions
from .ensemble import Ensemble
from .force import depuis, force, jusqu_a
from .liens import citations, fondements, liens
from .noeud import Dire, Noeud, noeud

FRANCAIS = "http://publications.europa.eu/resource/authority/language/FRA"

_ACTE = "Legislation eli:LegalResource eli:LegalExpression"
"""schema.org makes one thing of what ELI tells apart, the act and its text in a language: these acts have but one."""

_DOCUMENT = "DigitalDocument"
"""Minutes, lists, models, notes: published, and deciding nothing."""

Dits = dict[str, Dire]


def acte(fiche: Fiche, ensemble: Ensemble) -> Noeud:
    """An act, or a document of the register; it is a document, and so its address is that of its page."""
    said = _identite(fiche, ensemble)
    if not decide(fiche.acte):
        return noeud(ensemble.url(fiche.adresse), _DOCUMENT, said | _fichiers(fiche, "MediaObject", ensemble))
    said |= _texte(fiche, ensemble) | _dates(fiche, ensemble) | _autorites(fiche, ensemble)
    said |= force(fiche.acte, ensemble.registre) | liens(fiche, ensemble) | fondements(fiche, ensemble)
    said |= citations(fiche, ensemble) | _fichiers(fiche, "LegislationObject eli:Format", ensemble)
    return noeud(ensemble.url(fiche.adresse), _ACTE, said)


def _identite(fiche: Fiche, ensemble: Ensemble) -> Dits:
    """What is said of any document."""
    one, url, held = fiche.acte, ensemble.url(fiche.adresse), ensemble.registre.seance_de(fiche)
    permanent, session = ensemble.url(ensemble.registre.permanente(fiche)), ensemble.url(held.adresse) if held else ""
    return {
        "name": one.titre,
        "description": one.resume,
        "url": url,
        "sameAs": permanent if permanent != url else None,
        "inLanguage": "fr",
        "datePublished": one.publicite,
        "temporalCoverage": _periode(one, ensemble) if isinstance(one, Convention) else None,
        "about": notions.matiere(one, ensemble),
        "publisher": autorites.citee(fiche.collectivite, ensemble),
        "author": autorites.signataire(fiche, ensemble),
        "isPartOf": session,
        "prov:wasGeneratedBy": lieux.seance(session) if session else None,
        "license": ensemble.licence,
    }


def _periode(acte: Convention, ensemble: Ensemble) -> str | None:
    """The time of a convention, when its first day is known; « .. » when its last is not (ISO 8601-2)."""
    if not isinstance(acte.debut, date) or not acte.publicite:
        return None
    term = ensemble.registre.vies.contrat(acte).terme
    last = term.resiliee_le or (None if term.sans_limite else term.fin_certaine)
    return f"{acte.debut.isoformat()}/{last.isoformat() if last else '..'}"


def _texte(fiche: Fiche, ensemble: Ensemble) -> Dits:
    one, identifier = fiche.acte, ensemble.registre.identifiant(fiche)
    return {
        "legislationIdentifier": [one.numero, identifier],
        "eli:number": one.numero,
        "eli:id_local": identifier,
        "legislationType": one.type.libelle,
        "eli:type_document": notions.sorte(one, ensemble),
        "eli:title": one.objet,
        "eli:language": FRANCAIS,
        "eli:is_about": ensemble.url(lieux.notion("matiere", one.matiere)) if one.matiere else None,
    }


def _dates(fiche: Fiche, ensemble: Ensemble) -> Dits:
    one = fiche.acte
    return {
        "legislationDate": one.date,
        "eli:date_document": one.date,
        "eli:date_publication": one.publicite,
        "eli:first_date_entry_in_force": depuis(one, ensemble.registre),
        "eli:date_no_longer_in_force": jusqu_a(one, ensemble.registre),
    }


def _autorites(fiche: Fiche, ensemble: Ensemble) -> Dits:
    passed, place = autorites.auteur(fiche, ensemble), ensemble.url(lieux.territoire(fiche.collectivite))
    responsible = ensemble.url(lieux.collectivite(fiche.collectivite))
    return {
        "legislationPassedBy": passed,
        "eli:passed_by": passed.iri if isinstance(passed, Noeud) else passed,
        "legislationResponsible": responsible,
        "eli:responsibility_of_agent": responsible,
        "eli:publisher_agent": responsible,
        "legislationJurisdiction": place,
        "eli:jurisdiction": place,
    }


def _fichiers(fiche: Fiche, classes: str, ensemble: Ensemble) -> Dits:
    """Its own, and its annexes; nothing once its page is emptied."""
    own, joined = fichiers.document(fiche, classes, ensemble), fichiers.annexes(fiche.annexes, ensemble)
    legal = own is not None and "eli:Format" in own.types
    return {
        "encoding": own,
        "eli:is_embodied_by": own.iri if own and legal else None,
        "hasPart": joined,
        "eli:has_annex": [one.iri for one in joined] if legal else None,
    }
