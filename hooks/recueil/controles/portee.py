"""Rules on who may touch what: an act that was adopted, on an act that decides something, of its own authority."""

from collections.abc import Iterator

from .. import adresses
from ..acte import Acte
from ..anomalie import Chemin, Severite
from ..droit.durees import apres_mois
from ..droit.transmission import decide
from ..ecriture import jour
from ..nomenclature import NatureLien, Resultat, TypeActe
from ..renvois import Ensemble
from .liens import Trouve, liens
from .regle import regle_ensemble

_MOIS_DU_RETRAIT = 4
_DIT_SEULEMENT = {NatureLien.APPLIQUE, NatureLien.APPROUVE, NatureLien.RECTIFIE}
"""What may be said of a document that decides nothing."""


@regle_ensemble("LIEN-10", "CGCT L2121-20", derogeable=True)
def proposition_adoptee(actes: Ensemble) -> Iterator[Trouve]:
    """Une proposition rejetée ou ajournée ne touche aucun autre acte.

    Exemple : une délibération « rejetee » qui en abroge une autre.
    Correction : supprimez le lien, ou corrigez « resultat ».
    """
    for acte, index, nature, cible in liens(actes):
        if acte.votes and acte.votes.resultat in {Resultat.REJETEE, Resultat.AJOURNEE}:
            told = f"cette proposition n'a pas été adoptée : elle ne touche pas « {cible.intitule} »"
            yield acte, ("liens", index, nature.value), told


@regle_ensemble("LIEN-11", "CRPA L240-1", severite=Severite.AVERTISSEMENT, derogeable=True)
def contrat_resilie(actes: Ensemble) -> Iterator[Trouve]:
    """Un contrat ne s'abroge ni ne se retire : il est résilié, modifié par avenant, ou annulé par le juge.

    Exemple : une délibération qui « abroge » une convention.
    Correction : écrivez « resiliee_le » dans la convention ; abrogez au besoin la délibération qui l'approuvait.
    """
    for acte, index, nature, cible in liens(actes):
        if nature.met_fin and cible.type in {TypeActe.CONVENTION, TypeActe.AVENANT} and not acte.type.contractuel:
            told = f"« {cible.intitule} » est un contrat : écrivez « resiliee_le » dans sa fiche, à la place de ce lien"
            yield acte, ("liens", index, nature.value), told


@regle_ensemble("LIEN-09", "CRPA L242-1 et L243-3", severite=Severite.AVERTISSEMENT, derogeable=True)
def retrait_dans_les_quatre_mois(actes: Ensemble) -> Iterator[Trouve]:
    """Un acte n'est retiré que dans les quatre mois de son adoption, et parce qu'il est illégal.

    Exemple : une délibération de janvier retirée en juin.
    Correction : au-delà de quatre mois, l'acte s'abroge ; si un texte permet le retrait, dites-le dans « derogations ».
    """
    for acte, index, nature, cible in liens(actes):
        if nature is not NatureLien.RETIRE or cible.date is None or acte.date is None:
            continue
        last = apres_mois(cible.date, _MOIS_DU_RETRAIT)
        if acte.date > last:
            told = (
                f"« {cible.intitule} » est du {jour(cible.date)} : il ne pouvait être retiré que jusqu'au {jour(last)}"
            )
            yield acte, ("liens", index, nature.value), told


@regle_ensemble("LIEN-12", "CRPA L200-1")
def entre_actes_qui_decident(actes: Ensemble) -> Iterator[Trouve]:
    """Seul un acte qui décide en modifie ou en abroge un autre ; un modèle n'en remplace qu'un autre.

    Exemple : un procès-verbal qui abroge une délibération, ou une délibération qui abroge un procès-verbal.
    Correction : écrivez le lien dans la délibération, l'arrêté ou la décision, vers l'acte qu'il touche.
    """
    for acte, index, nature, cible in liens(actes):
        models = {acte.type, cible.type} == {TypeActe.MODELE_CONVENTION}
        wrong = next((one for one in (acte, cible) if not decide(one)), None)
        if wrong is not None and nature not in _DIT_SEULEMENT and not models and not _ajourne(wrong):
            told = f"« {wrong.intitule} » ne décide rien par lui-même : le lien « {nature.value} » n'a pas de sens ici"
            yield acte, ("liens", index, nature.value), told


def _ajourne(acte: Acte) -> bool:
    """Whether what is wrong is told by another rule."""
    return acte.votes is not None and acte.votes.resultat is Resultat.AJOURNEE


@regle_ensemble("LIEN-13", "CRPA L240-1", severite=Severite.AVERTISSEMENT, derogeable=True)
def de_la_meme_collectivite(actes: Ensemble) -> Iterator[Trouve]:
    """Un acte touche ceux de sa collectivité.

    Exemple : une commune qui abroge la délibération d'une autre.
    Correction : vérifiez l'acte visé ; en cas de transfert ou de fusion, dites-le dans « derogations ».
    """
    for acte, index, nature, cible in liens(actes):
        if acte.collectivite.cle != cible.collectivite.cle and nature not in _DIT_SEULEMENT:
            models = {acte.type, cible.type} == {TypeActe.MODELE_CONVENTION}
            told = f"« {cible.intitule} » est un acte de {cible.collectivite.nom} : vérifiez l'acte visé"
            yield from [] if models else [(acte, ("liens", index, nature.value), told)]


@regle_ensemble("LIEN-14")
def une_fois_et_un_autre(actes: Ensemble) -> Iterator[Trouve]:
    """Un acte ne se nomme pas lui-même, et une liste ne nomme pas deux fois le même acte.

    Exemple : deux lignes « - 2026-03 » dans « reconduite_par ».
    Correction : retirez la ligne en trop, ou corrigez le numéro.
    """
    for acte in actes:
        seen: set[tuple[object, ...]] = set()
        for chemin, name in actes.renvois.nommes(acte):
            found = actes.renvois.cible(acte, name)
            key = (*(step for step in chemin if isinstance(step, str)), adresses.acte(found) if found else name)
            if found is acte and not _en_cercle(acte, chemin):
                yield acte, chemin, f"« {name} » est cet acte lui-même : nommez-en un autre"
            elif key in seen:
                yield acte, chemin, f"« {name} » est déjà nommé dans cette liste : retirez l'une des lignes"
            seen.add(key)


def _en_cercle(acte: Acte, chemin: Chemin) -> bool:
    """Whether an act that puts an end to itself is told as a circle already."""
    return chemin[0] == "liens" and acte.liens[int(chemin[1])].nature.met_fin
