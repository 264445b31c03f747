"""Rules on files that were replaced and on pages that were emptied: what was online is never made to be forgotten."""

from collections.abc import Iterator

from ..acte import Acte
from ..anomalie import Severite
from ..ecriture import jour
from .regle import Constat, regle


@regle("REMP-01", "RGPD article 17 et CRPA L312-1-2")
def fichier_occulte_absent(acte: Acte) -> Iterator[Constat]:
    """Un fichier remplacé pour protéger une personne ou un secret, et ceux d'avant lui, ne sont plus gardés.

    Exemple : « motif: donnees_personnelles » avec « fichier: 12-initial.pdf ».
    Correction : notez l'empreinte de l'ancien fichier dans « sha256 », supprimez « fichier » et le PDF.
    """
    last = max((rank for rank, old in enumerate(acte.fichiers_remplaces) if old.motif.occulte), default=-1)
    for index, old in enumerate(acte.fichiers_remplaces[: last + 1]):
        if old.fichier:
            told = f"« {old.fichier} » ne doit plus être en ligne : gardez son « sha256 », supprimez « fichier »"
            yield ("fichiers_remplaces", index, "fichier"), told


@regle("REMP-02", "CGCT R2131-1", derogeable=True)
def ancien_fichier_prouve(acte: Acte) -> Iterator[Constat]:
    """Un fichier remplacé reste prouvé : il est encore là, ou son empreinte est notée.

    Exemple : un fichier remplacé sans « fichier » ni « sha256 ».
    Correction : rangez l'ancien PDF à côté de l'acte et nommez-le, ou recopiez l'empreinte que donnait la page.
    """
    for index, old in enumerate(acte.fichiers_remplaces):
        if not old.fichier and not old.sha256:
            yield ("fichiers_remplaces", index), "nommez l'ancien fichier dans « fichier », ou notez son « sha256 »"


@regle("REMP-03", "CGCT L2131-1")
def dates_des_remplacements(acte: Acte) -> Iterator[Constat]:
    """Les fichiers d'un acte se suivent dans le temps ; « publie_le » reste le premier jour de la mise en ligne.

    Exemple : un fichier remplacé le 2 mars, mis en ligne le 5 ; ou « publie_le » changé lors du remplacement.
    Correction : laissez « publie_le » tel qu'il était, et donnez au premier ancien fichier ce même jour.
    """
    latest = {"": acte.publie_le}
    for index, old in enumerate(acte.fichiers_remplaces):
        last = latest.get(old.annexe or "")  # an annexe may have come later than the act
        if last and old.publie_le != last:
            told = f"ce fichier aurait été mis en ligne le {jour(old.publie_le)} ; le {jour(last)} est attendu"
            yield ("fichiers_remplaces", index, "publie_le"), told
        if old.remplace_le < old.publie_le:
            told = f"remplacé le {jour(old.remplace_le)}, avant sa mise en ligne le {jour(old.publie_le)}"
            yield ("fichiers_remplaces", index, "remplace_le"), told
        latest[old.annexe or ""] = old.remplace_le


@regle("REMP-04", "CGCT L2131-1", derogeable=True)
def page_videe_apres_publication(acte: Acte) -> Iterator[Constat]:
    """Une page n'est vidée qu'après avoir été publiée.

    Exemple : « depublie » du 1er mars pour un acte publié le 2.
    Correction : corrigez la date, ou laissez l'acte en brouillon s'il n'a jamais été en ligne.
    """
    gone = acte.depublie
    if gone and acte.publicite and gone.le < acte.publicite:
        told = f"la page serait vidée le {jour(gone.le)}, avant sa publication le {jour(acte.publicite)}"
        yield ("depublie", "le"), told


@regle("REMP-05", "RGPD article 17", severite=Severite.AVERTISSEMENT, derogeable=True)
def page_videe_sans_contenu(acte: Acte) -> Iterator[Constat]:
    """Quand une page est vidée, le texte, le résumé et les PDF quittent aussi le dépôt, qui est public.

    Exemple : « depublie » alors que le texte est encore sous l'en-tête.
    Correction : effacez-les, et récrivez l'objet s'il nomme quelqu'un ; leur histoire dans le dépôt s'efface à part.
    """
    if acte.depublie and (acte.texte.strip() or acte.document or acte.annexes or acte.resume):
        told = (
            "le texte, le résumé, le PDF ou les annexes sont encore dans le dépôt, que chacun peut lire : effacez-les"
        )
        yield ("depublie",), f"{told} ; vérifiez aussi que l'objet ne nomme personne"
