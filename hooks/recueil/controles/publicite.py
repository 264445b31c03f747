"""Rules on the way an act is made public: the regime of its authority, urgency, individual acts."""

from collections.abc import Iterator

from ..acte import INDIVIDUEL, Acte
from ..anomalie import Chemin, Lieu, Severite
from ..droit.publicite import choix_ouvert
from ..ecriture import compte
from ..nomenclature import Regime, TypeActe
from ..renvois import Ensemble
from .regle import Constat, regle, regle_ensemble


@regle("REGIME-01", "CGCT L2131-1, IV ; L5211-3 ; L5711-1")
def regime_permis(acte: Acte) -> Iterator[Constat]:
    """L'affichage et le papier sont permis sous 3 500 habitants, aux syndicats de communes et aux mixtes fermés.

    Exemple : « regime: affichage » dans une commune de 5 000 habitants, ou dans une communauté de communes.
    Correction : écrivez « regime: electronique » ; si l'ancien régime était permis, gardez-le dans
        « anciens_regimes », avec son dernier jour.
    """
    authority = acte.collectivite
    if authority.regime is not Regime.ELECTRONIQUE and choix_ouvert(authority) is False:
        place = authority.origine.lieu("regime")
        kind = authority.type.libelle.lower()
        people = (
            f" de {compte(authority.population, 'habitant')}"
            if authority.population and authority.type == "commune"
            else ""
        )
        yield (
            place,
            (
                f"le régime « {authority.regime} » n'est pas permis à « {authority.nom} » ({kind}{people}) : "
                "écrivez « regime: electronique »"
            ),
        )


@regle("REGIME-03", "CGCT L2131-1, IV", severite=Severite.AVERTISSEMENT)
def population_connue(acte: Acte) -> Iterator[Constat]:
    """Une commune qui a choisi l'affichage ou le papier dit sa population, car le choix n'est ouvert que sous 3 500.

    Exemple : « regime: affichage » sans « population ».
    Correction : ajoutez « population » dans « collectivite.yml ».
    """
    authority = acte.collectivite
    if authority.regime is not Regime.ELECTRONIQUE and choix_ouvert(authority) is None:
        told = f"le régime « {authority.regime} » n'est permis que sous 3 500 habitants : ajoutez « population »"
        yield authority.origine.lieu("regime"), told


@regle_ensemble("REGIME-02", "CGCT L2131-1, IV", severite=Severite.AVERTISSEMENT)
def choix_du_regime_publie(actes: Ensemble) -> Iterator[tuple[Acte, Chemin | Lieu, str]]:
    """La délibération qui choisit l'affichage ou le papier est nommée, et publiée dans le registre.

    Exemple : « regime: affichage » sans « deliberation_regime ».
    Correction : écrivez dans « deliberation_regime » le numéro de la délibération, comme un renvoi (« 2022/2022-06 »),
        et publiez-la ; sans délibération, la loi impose « regime: electronique ».
    """
    seen = set[str]()
    for acte in actes:
        authority = acte.collectivite
        if authority.cle in seen or authority.regime is Regime.ELECTRONIQUE:
            continue
        seen.add(authority.cle)
        name = authority.deliberation_regime
        found = actes.renvois.cites(acte, name) if name else ()
        if not any(target.type is TypeActe.DELIBERATION for target in found):
            yield acte, authority.origine.lieu("deliberation_regime" if name else "regime"), _sans_choix(name)


def _sans_choix(name: str | None) -> str:
    if name is None:
        return "ce régime se choisit par une délibération : nommez-la dans « deliberation_regime »"
    return (
        f"la délibération « {name} » qui choisit ce régime n'est pas dans le registre : publiez-la, ou corrigez son nom"
    )


@regle("URGENCE-01", "CGCT L2131-1, V", severite=Severite.AVERTISSEMENT, derogeable=True)
def urgence_affichee(acte: Acte) -> Iterator[Constat]:
    """L'urgence met un acte en vigueur dès son affichage : l'acte dit quand il a été affiché.

    Exemple : « affichage_urgence: oui » sans « affiche_le ».
    Correction : ajoutez « affiche_le », ou retirez « affichage_urgence ».
    """
    if acte.affichage_urgence and acte.affiche_le is None:
        yield ("affichage_urgence",), "l'urgence est invoquée sans date d'affichage : ajoutez « affiche_le »"


@regle(INDIVIDUEL, "CGCT L2131-1, II ; CRPA L312-1-2", severite=Severite.AVERTISSEMENT, derogeable=True)
def acte_individuel_non_publie(acte: Acte) -> Iterator[Constat]:
    """Une décision individuelle se notifie ; elle n'est pas publiée, sauf motif écrit dans « derogations ».

    Exemple : un arrêté de nature AI avec « publie_le ».
    Correction : laissez-la hors du site ; si la loi demande de la publier, dites laquelle dans « derogations ».
    """
    if acte.individuel and acte.publicite is not None:
        yield (
            ("publie_le",),
            (
                "cet acte individuel n'est pas publié : il se notifie ; pour le publier quand même, "
                f"écrivez le motif dans « derogations », à la ligne « {INDIVIDUEL} »"
            ),
        )
