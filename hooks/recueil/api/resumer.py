"""Sums up what the register holds, in the objects of the lists."""

from ..adresses import collectivite as page_de
from ..adresses import json as jumeau
from ..collectivite import Collectivite
from ..convention import Convention, Partie
from ..droit.executoire import execution
from ..droit.transmission import decide
from ..pages.page import Reglages
from ..publies import Fiche, SeancePubliee
from ..registre import Registre
from .resumes import ActeResume, CollectiviteResume, ConventionResume, FichierResume, PartieResume, SeanceResume


def acte(fiche: Fiche, registre: Registre, reglages: Reglages) -> ActeResume:
    """An act."""
    one, held = fiche.acte, registre.seance_de(fiche)
    control = one.controle_legalite
    return ActeResume(
        url=reglages.url(fiche.adresse),
        donnees=reglages.url(jumeau(fiche.adresse)),
        collectivite=fiche.collectivite.cle,
        type=one.type,
        nature=control.nature_cochee if control else None,
        numero=one.numero,
        identifiant=registre.identifiant(fiche) or None,
        objet=one.objet,
        matiere=one.matiere,
        date=one.date,
        publicite=fiche.publicite,
        executoire_le=execution(one).le.valeur if decide(one) else None,
        etat=registre.vies.etat(one),
        resultat=one.votes.resultat if one.votes else None,
        seance=reglages.url(held.adresse) if held else None,
        document=_fichier(fiche, reglages),
    )


def _fichier(fiche: Fiche, reglages: Reglages) -> FichierResume | None:
    file = fiche.document
    if file is None:
        return None
    return FichierResume(url=reglages.url(file.lien), taille=file.empreinte.taille, sha256=file.empreinte.sha256)


def seance(tenue: SeancePubliee, reglages: Reglages) -> SeanceResume:
    """A session."""
    held = tenue.seance
    return SeanceResume(
        url=reglages.url(tenue.adresse),
        collectivite=tenue.collectivite.cle,
        organe=held.organe,
        date=held.date,
        heure=held.heure,
        lieu=held.lieu,
        annoncee_le=held.annoncee_le,
        membres_en_exercice=held.membres_en_exercice,
        actes=tuple(reglages.url(jumeau(fiche.adresse)) for fiche in tenue.fiches),
    )


def convention(fiche: Fiche, registre: Registre, reglages: Reglages) -> ConventionResume | None:
    """A convention; nothing for an act that is none."""
    one, seen = fiche.acte, registre.vies.vues_le
    if not isinstance(one, Convention) or seen is None:
        return None
    known = registre.vies.contrat(one)
    approved = registre.fiche(known.approbation)
    return ConventionResume(
        url=reglages.url(fiche.adresse),
        donnees=reglages.url(jumeau(fiche.adresse)),
        collectivite=fiche.collectivite.cle,
        numero=one.numero,
        objet=one.objet,
        date=one.date,
        publicite=fiche.publicite,
        parties=tuple(_partie(party) for party in one.parties),
        approuvee_par=reglages.url(approved.adresse) if approved else None,
        debut=str(one.debut) if one.debut else None,
        prochaine_fin=known.terme.prochaine_fin(seen),
        situation=known.terme.situation(seen),
        situation_au=seen,
    )


def _partie(party: Partie) -> PartieResume:
    return PartieResume(nom=party.nom, siren=party.siren)


def collectivite(one: Collectivite, registre: Registre, reglages: Reglages) -> CollectiviteResume:
    """An authority."""
    return CollectiviteResume(
        cle=one.cle,
        nom=one.nom,
        sigle=one.sigle,
        type=one.type,
        siren=one.siren,
        siret=one.siret,
        departement=one.departement,
        regime=one.regime,
        url=reglages.url(page_de(one)),
        site=one.site,
        actes=len(registre.actes_de(one)),
        seances=len(registre.seances_de(one)),
    )
