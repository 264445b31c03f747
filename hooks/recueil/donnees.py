"""The data: beside each page of an act its twin for programs, with every field, given and computed."""

from typing import Any

from .acte import Acte
from .convention import Convention
from .devenir_json import contrat_json, devenir_json
from .droit.assemblee import quorum, salle
from .droit.calcul import Calcul
from .droit.etat import etat
from .journal.etat_scelle import scelle
from .matieres import libelle_matiere
from .objets import Objet, ecrire, iso
from .pages.page import Reglages
from .publies import Fiche, Fichier
from .registre import Registre

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


def acte_json(fiche: Fiche, registre: Registre, reglages: Reglages) -> str:
    """The twin of an act's page: the keys of its file, then what is computed from them; dates in ISO 8601."""
    acte = fiche.acte
    before, after = registre.voisins(fiche)
    said = acte.model_dump(mode="json", exclude={"annexes", "document", "derogations", "adresse"})
    twin = said | {
        "intitule": acte.intitule,
        "publicite": acte.publicite.isoformat() if acte.publicite else None,
        "matiere_libelle": libelle_matiere(acte.matiere) if acte.matiere else None,
        "url": reglages.url(fiche.adresse),
        "url_permanente": reglages.url(registre.permanente(fiche)),
        "document_de_reference": fiche in registre.references,
        "collectivite": fiche.collectivite.model_dump(mode="json", exclude_none=True),
        "seance": _seance(fiche, registre, reglages),
        "document": _fichier(fiche.document, reglages) if fiche.document else None,
        "annexes": _annexes(fiche, reglages),
        "derogations": {d.code: d.motif for d in acte.derogations},
        "approuve": [reglages.url(f.adresse) for f in registre.approuve(fiche)],
        "modifie": [reglages.url(f.adresse) for f in registre.amende(fiche)],
        "suivi_par": [reglages.url(f.adresse) for f in registre.suivent(fiche)],
        "precedent": reglages.url(before.adresse) if before else None,
        "suivant": reglages.url(after.adresse) if after else None,
        "journal": [line.model_dump() | {"sceau": line.sceau} for line in registre.inscriptions(fiche)],
        "scelle": scelle(acte),
        "texte": acte.texte.strip(),
        "texte_html": fiche.rendu().html,
    }
    return ecrire(
        twin
        | _etat(fiche.acte)
        | devenir_json(fiche, registre, reglages)
        | _renvois(fiche, registre, reglages)
        | contrat_json(fiche, registre)
    )


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


def _renvois(fiche: Fiche, registre: Registre, reglages: Reglages) -> Objet:
    """The acts that a convention names, by their addresses."""
    acte = fiche.acte
    if not isinstance(acte, Convention):
        return {}
    targets = {key: registre.cible(fiche, name) for key, name in _nommes(acte)}
    avenants = (registre.cible(fiche, name) for name in acte.avenants)
    return {
        **{key: reglages.url(target.adresse) if target else None for key, target in targets.items()},
        "avenants": [reglages.url(a.adresse) for a in avenants if a],
        "reconduite_par": [reglages.url(a.adresse) for n in acte.reconduite_par if (a := registre.cible(fiche, n))],
    }


def _nommes(acte: Convention) -> tuple[tuple[str, str | None], ...]:
    return ("approuvee_par", acte.approuvee_par), ("modele", acte.modele)


def _seance(fiche: Fiche, registre: Registre, reglages: Reglages) -> Objet | None:
    seance = fiche.acte.seance
    if seance is None:
        return None
    page, room = registre.seance_de(fiche), salle(seance, fiche.acte.numero)
    return seance.model_dump(mode="json") | {
        "url": reglages.url(page.adresse) if page else None,
        "pouvoirs": {p.mandant: p.mandataire for p in seance.pouvoirs},
        "nombre_presents": len(room.presents) or None,
        "nombre_pouvoirs": len(room.pouvoirs) if seance.presents else None,
        "votants": room.votants if seance.presents else None,
        "quorum": quorum(seance.membres_en_exercice) if seance.membres_en_exercice else None,
    }


def _annexes(fiche: Fiche, reglages: Reglages) -> list[Objet]:
    """The annexes in the order of the act, those that are online with their fingerprint."""
    online = iter(fiche.annexes)
    return [
        {"titre": annexe.titre} | _fichier(next(online), reglages)
        if annexe.fichier
        else annexe.model_dump(mode="json", exclude={"fichier"})
        for annexe in fiche.acte.annexes
    ]


def _fichier(fichier: Fichier, reglages: Reglages) -> Objet:
    return {
        "url": reglages.url(fichier.lien),
        "nom": fichier.nom,
        "type": "application/pdf",
        "taille": fichier.empreinte.taille,
        "sha256": fichier.empreinte.sha256,
    }
