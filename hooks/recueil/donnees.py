"""The data: beside each page of an act its twin for programs, with every field, given and computed."""

from typing import Any

from .acte import Acte
from .devenir_json import contrat_json, devenir_json
from .droit.assemblee import quorum, salle
from .droit.calcul import Calcul
from .droit.etat import etat
from .journal.etat_scelle import scelle
from .jumeau import Jumeau
from .matieres import libelle_matiere
from .objets import Objet, ecrire, iso, licence
from .publies import Fichier

_ETAT = (
    "executoire_le",
    "executoire_statut",
    "executoire_phrase",
    "recours_jusqu_au",
    "recours_gracieux_jusqu_au",
    "definitif_apres",
    "defere_jusqu_au",
    "publicite_base",
)
"""What the law says of an act; null for a document that decides nothing by itself."""


def acte_json(jumeau: Jumeau) -> str:
    """The twin of an act's page: the keys of its file, then what is computed from them; dates in ISO 8601."""
    fiche, acte = jumeau.fiche, jumeau.fiche.acte
    said = acte.model_dump(mode="json", exclude={"annexes", "document", "derogations", "adresse"})
    twin = said | {
        "intitule": acte.intitule,
        "publicite": iso(acte.publicite),
        "matiere_libelle": libelle_matiere(acte.matiere) if acte.matiere else None,
        "url": jumeau.url(fiche.adresse),
        "url_permanente": jumeau.url(jumeau.permanente),
        "document_de_reference": jumeau.reference,
        "collectivite": fiche.collectivite.model_dump(mode="json", exclude_none=True),
        "seance": _seance(jumeau),
        "document": _fichier(fiche.document, jumeau) if fiche.document else None,
        "annexes": _annexes(jumeau),
        "derogations": {d.code: d.motif for d in acte.derogations},
        "approuve": jumeau.urls(jumeau.approuve),
        "modifie": jumeau.urls(jumeau.modifie),
        "suivi_par": jumeau.urls(jumeau.suivi_par),
        "precedent": jumeau.url(jumeau.precedent),
        "suivant": jumeau.url(jumeau.suivant),
        "journal": [line.model_dump() | {"sceau": line.sceau} for line in jumeau.lignes],
        "scelle": scelle(acte),
        "texte": acte.texte.strip(),
        "texte_html": fiche.rendu().html,
    }
    twin |= {
        "source": fiche.collectivite.nom,
        "licence": licence(jumeau.licence),
        "mise_a_jour": iso(jumeau.modifie_le),
    }
    return ecrire(twin | _etat(acte) | devenir_json(jumeau) | _renvois(jumeau) | contrat_json(jumeau))


def _etat(acte: Acte) -> Objet:
    """What the law says of the act: plain values, and for each the steps that lead to it."""
    known = etat(acte)
    if known is None:
        return dict.fromkeys(_ETAT) | {"explications": {}}
    appeal, referral = known.recours.contentieux, known.recours.defere
    limit, reference = appeal.valeur, referral.valeur
    found: dict[str, Calcul[Any]] = {
        "executoire_le": known.execution.le,
        "executoire_statut": known.execution.le,
        "recours_jusqu_au": appeal,
        "recours_gracieux_jusqu_au": known.recours.gracieux,
        "definitif_apres": appeal,
        "defere_jusqu_au": referral,
        "publicite_base": known.publicite,
    }
    return {
        "executoire_le": iso(known.execution.le.valeur),
        "executoire_statut": known.execution.statut.value,
        "executoire_phrase": known.execution.phrase,
        "recours_jusqu_au": iso(limit.jusqu_au if limit else None),
        "recours_gracieux_jusqu_au": iso(known.recours.gracieux.valeur),
        "definitif_apres": iso(limit.definitif_apres if limit else None),
        "defere_jusqu_au": iso(reference.jusqu_au if reference else None),
        "publicite_base": known.base,
        "explications": {key: _explication(calcul) for key, calcul in found.items()},
    }


def _explication(calcul: Calcul[Any]) -> Objet:
    return {"etapes": [step.texte for step in calcul.etapes], "articles": list(calcul.articles)}


def _renvois(jumeau: Jumeau) -> Objet:
    """The acts that a convention names, by their addresses."""
    named = jumeau.renvoyes
    if named is None:
        return {}
    return {
        "approuvee_par": jumeau.url(named.approuvee_par),
        "modele": jumeau.url(named.modele),
        "avenants": jumeau.urls(named.avenants),
        "reconduite_par": jumeau.urls(named.reconduite_par),
    }


def _seance(jumeau: Jumeau) -> Objet | None:
    acte, seance = jumeau.fiche.acte, jumeau.fiche.acte.seance
    if seance is None:
        return None
    room = salle(seance, acte.numero)
    return seance.model_dump(mode="json") | {
        "url": jumeau.url(jumeau.seance),
        "pouvoirs": {p.mandant: p.mandataire for p in seance.pouvoirs},
        "nombre_presents": len(room.presents) or None,
        "nombre_pouvoirs": len(room.pouvoirs) if seance.presents else None,
        "votants": room.votants if seance.presents else None,
        "quorum": quorum(seance.membres_en_exercice) if seance.membres_en_exercice else None,
    }


def _annexes(jumeau: Jumeau) -> list[Objet]:
    """The annexes in the order of the act, those that are online with their fingerprint."""
    online = iter(jumeau.fiche.annexes)
    return [
        {"titre": annexe.titre} | _fichier(next(online), jumeau)
        if annexe.fichier
        else annexe.model_dump(mode="json", exclude={"fichier"})
        for annexe in jumeau.fiche.acte.annexes
    ]


def _fichier(fichier: Fichier, jumeau: Jumeau) -> Objet:
    return {
        "url": jumeau.url(fichier.lien),
        "nom": fichier.nom,
        "type": "application/pdf",
        "taille": fichier.empreinte.taille,
        "sha256": fichier.empreinte.sha256,
    }
