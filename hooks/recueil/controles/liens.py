"""Rules on what acts do to one another, and on what courts decided of them."""

from collections.abc import Iterator

from .. import adresses
from ..acte import Acte
from ..anomalie import Chemin, Severite
from ..droit.durees import apres_mois
from ..droit.jugements import annule
from ..ecriture import jour
from ..nomenclature import NatureLien, Resultat, SensJugement, TypeActe
from ..renvois import Ensemble
from .regle import Constat, regle, regle_ensemble

Trouve = tuple[Acte, Chemin, str]

_MOIS_DU_RETRAIT = 4

_APRES = frozenset(NatureLien) - {NatureLien.APPROUVE}
"""What can only be done to an act that exists already; a convention may be dated after the act that approves it."""

_RETROACTIFS = {NatureLien.RETIRE, NatureLien.RECTIFIE, NatureLien.APPLIQUE, NatureLien.APPROUVE}


def _liens(actes: Ensemble) -> Iterator[tuple[Acte, int, NatureLien, Acte]]:
    """Every link between two acts of the register, with its place in its list."""
    for acte in actes:
        for index, lien in enumerate(acte.liens):
            found = None if lien.exterieur else actes.renvois.cible(acte, lien.acte)
            if found:
                yield acte, index, lien.nature, found


@regle_ensemble("LIEN-04", "CRPA L240-1")
def pas_de_cercle(actes: Ensemble) -> Iterator[Trouve]:
    """Un acte ne met pas fin à lui-même, ni directement ni par d'autres.

    Exemple : la délibération 1 abroge la 2, qui abroge la 1.
    Correction : retirez celui des liens qui est faux ; l'acte le plus récent touche le plus ancien.
    """
    ends = [(acte, index, nature, cible) for acte, index, nature, cible in _liens(actes) if nature.met_fin]
    after: dict[str, list[Acte]] = {}
    for acte, _, _, cible in ends:
        after.setdefault(adresses.acte(acte), []).append(cible)
    for acte, index, nature, cible in ends:
        if way := _chemin(after, cible, adresses.acte(acte)):
            names = " → ".join(a.intitule for a in (acte, *way))
            told = f"ces actes se mettent fin l'un à l'autre, en cercle : {names} ; retirez le lien qui est faux"
            yield acte, ("liens", index, nature.value), told


def _chemin(after: dict[str, list[Acte]], depart: Acte, but: str) -> tuple[Acte, ...]:
    """The acts from one to the address of another, by the links that put an end; nothing when there is no way."""
    ways: list[tuple[Acte, ...]] = [(depart,)]
    seen = {adresses.acte(depart)}
    for way in ways:
        here = adresses.acte(way[-1])
        if here == but:
            return way
        for nxt in after.get(here, []):
            if (address := adresses.acte(nxt)) not in seen:
                seen.add(address)
                ways.append((*way, nxt))
    return ()


@regle_ensemble("LIEN-05", "CRPA L240-1", derogeable=True)
def touche_un_acte_anterieur(actes: Ensemble) -> Iterator[Trouve]:
    """Un acte n'agit que sur un acte déjà adopté.

    Exemple : une délibération de février qui abroge une délibération de mars.
    Correction : vérifiez le nom de l'acte visé et les deux dates.
    """
    for acte, index, nature, cible in _liens(actes):
        if nature in _APRES and acte.date and cible.date and cible.date > acte.date:
            told = (
                f"l'acte du {jour(acte.date)} {nature.libelle.lower()} « {cible.intitule} », "
                f"qui n'est adopté que le {jour(cible.date)} : vérifiez l'acte visé et les dates"
            )
            yield acte, ("liens", index, nature.value), told


@regle_ensemble("LIEN-06", "CRPA L240-1", severite=Severite.AVERTISSEMENT, derogeable=True)
def une_seule_fin(actes: Ensemble) -> Iterator[Trouve]:
    """Un acte prend fin une seule fois.

    Exemple : deux délibérations abrogent le même règlement en entier.
    Correction : si l'une n'en abroge qu'un article, nommez-le dans « article » ; sinon retirez l'un des liens.
    """
    first: dict[str, Acte] = {}
    for acte, index, nature, cible in _liens(actes):
        if nature.met_fin and not acte.liens[index].article and not annule(acte):
            before = first.setdefault(adresses.acte(cible), acte)
            if before is not acte:
                told = f"« {before.intitule} » met déjà fin à « {cible.intitule} » : retirez l'un des liens"
                yield acte, ("liens", index, nature.value), told


@regle("LIEN-07", "CE, Ass., 25 juin 1948, n° 94511", severite=Severite.AVERTISSEMENT, derogeable=True)
def effet_pour_l_avenir(acte: Acte) -> Iterator[Constat]:
    """Un acte ne modifie et n'abroge que pour l'avenir : son effet ne précède pas son adoption.

    Exemple : une délibération du 11 février qui abroge à compter du 1er janvier.
    Correction : vérifiez « effet_le » ; pour faire disparaître un acte du passé, le verbe est « retire ».
    """
    for index, lien in enumerate(acte.liens):
        if lien.effet_le and acte.date and lien.effet_le < acte.date and lien.nature not in _RETROACTIFS:
            told = f"l'effet serait du {jour(lien.effet_le)}, avant l'adoption le {jour(acte.date)}"
            yield ("liens", index, "effet_le"), told


@regle("LIEN-08", "CRPA L240-1")
def retrait_sans_date_d_effet(acte: Acte) -> Iterator[Constat]:
    """Un retrait vaut depuis l'origine de l'acte retiré : il n'a pas de date d'effet.

    Exemple : « retire: 2026-03 » avec « effet_le: 2026-06-01 ».
    Correction : supprimez « effet_le », ou écrivez « abroge » si l'acte ne disparaît que pour l'avenir.
    """
    for index, lien in enumerate(acte.liens):
        if lien.nature is NatureLien.RETIRE and lien.effet_le:
            told = "un retrait n'a pas de date d'effet : supprimez-la, ou écrivez « abroge »"
            yield ("liens", index, "effet_le"), told


@regle_ensemble("LIEN-10", "CGCT L2121-20", derogeable=True)
def proposition_adoptee(actes: Ensemble) -> Iterator[Trouve]:
    """Une proposition rejetée ou ajournée ne touche aucun autre acte.

    Exemple : une délibération « rejetee » qui en abroge une autre.
    Correction : supprimez le lien, ou corrigez « resultat ».
    """
    for acte, index, nature, cible in _liens(actes):
        if acte.votes and acte.votes.resultat in {Resultat.REJETEE, Resultat.AJOURNEE}:
            told = f"cette proposition n'a pas été adoptée : elle ne touche pas « {cible.intitule} »"
            yield acte, ("liens", index, nature.value), told


@regle_ensemble("LIEN-11", "CRPA L240-1", severite=Severite.AVERTISSEMENT, derogeable=True)
def contrat_resilie(actes: Ensemble) -> Iterator[Trouve]:
    """Un contrat ne s'abroge ni ne se retire : il est résilié, modifié par avenant, ou annulé par le juge.

    Exemple : une délibération qui « abroge » une convention.
    Correction : écrivez « resiliee_le » dans la convention ; abrogez au besoin la délibération qui l'approuvait.
    """
    for acte, index, nature, cible in _liens(actes):
        if nature.met_fin and cible.type in {TypeActe.CONVENTION, TypeActe.AVENANT} and not acte.type.contractuel:
            told = f"« {cible.intitule} » est un contrat : écrivez « resiliee_le » dans sa fiche, à la place de ce lien"
            yield acte, ("liens", index, nature.value), told


@regle_ensemble("LIEN-09", "CRPA L242-1 et L243-3", severite=Severite.AVERTISSEMENT, derogeable=True)
def retrait_dans_les_quatre_mois(actes: Ensemble) -> Iterator[Trouve]:
    """Un acte n'est retiré que dans les quatre mois de son adoption, et parce qu'il est illégal.

    Exemple : une délibération de janvier retirée en juin.
    Correction : au-delà de quatre mois, l'acte s'abroge ; si un texte permet le retrait, dites-le dans « derogations ».
    """
    for acte, index, nature, cible in _liens(actes):
        if nature is not NatureLien.RETIRE or cible.date is None or acte.date is None:
            continue
        last = apres_mois(cible.date, _MOIS_DU_RETRAIT)
        if acte.date > last:
            told = (
                f"« {cible.intitule} » est du {jour(cible.date)} : il ne pouvait être retiré que jusqu'au {jour(last)}"
            )
            yield acte, ("liens", index, nature.value), told


@regle("JUGE-01", "CJA R421-1")
def jugement_apres_acte(acte: Acte) -> Iterator[Constat]:
    """Un juge ne se prononce sur un acte qu'après son adoption.

    Exemple : une délibération de mars 2026 annulée par un jugement de février.
    Correction : corrigez la « date » du jugement.
    """
    for index, ruling in enumerate(acte.jugements):
        if acte.date and ruling.date < acte.date:
            told = f"le jugement du {jour(ruling.date)} précède l'acte du {jour(acte.date)} : corrigez sa date"
            yield ("jugements", index, "date"), told


@regle("JUGE-02", "CJA L521-4", derogeable=True)
def fin_d_une_suspension(acte: Acte) -> Iterator[Constat]:
    """Seul un acte suspendu cesse de l'être.

    Exemple : une « fin_suspension » sans « suspension » avant elle.
    Correction : ajoutez la décision qui avait suspendu l'acte.
    """
    suspended = [r.date for r in acte.jugements if r.sens is SensJugement.SUSPENSION]
    for index, ruling in enumerate(acte.jugements):
        if ruling.sens is SensJugement.FIN_SUSPENSION and not any(day <= ruling.date for day in suspended):
            yield ("jugements", index, "sens"), "aucune suspension ne précède cette décision : ajoutez-la"


@regle("JUGE-03", severite=Severite.AVERTISSEMENT, derogeable=True)
def portee_de_l_annulation(acte: Acte) -> Iterator[Constat]:
    """Une annulation partielle dit quelle partie de l'acte elle vise.

    Exemple : « sens: annulation_partielle » sans « article ».
    Correction : ajoutez par exemple « article: l'article 3 ».
    """
    for index, ruling in enumerate(acte.jugements):
        if ruling.sens is SensJugement.ANNULATION_PARTIELLE and not ruling.article:
            yield ("jugements", index), "quelle partie de l'acte est annulée ? écrivez-la dans « article »"


@regle("FIN-01", derogeable=True)
def fin_apres_adoption(acte: Acte) -> Iterator[Constat]:
    """Un acte ne cesse pas d'avoir effet avant d'avoir été adopté.

    Exemple : un arrêté du 3 mars 2026 dont le dernier jour d'effet est le 28 février 2026.
    Correction : corrigez « effet_jusqu_au » ou la date de « caducite ».
    """
    lapsed = acte.caducite.le if acte.caducite else None
    for chemin, day in ((("effet_jusqu_au",), acte.effet_jusqu_au), (("caducite", "le"), lapsed)):
        if day and acte.date and day < acte.date:
            yield chemin, f"l'acte cesserait d'avoir effet le {jour(day)}, avant son adoption le {jour(acte.date)}"
