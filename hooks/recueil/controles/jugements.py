"""Rules on what courts decided of an act, and on the days when it ends or changes."""

from collections.abc import Iterator
from datetime import date

from ..acte import Acte
from ..anomalie import Chemin, Severite
from ..droit.durees import apres_mois
from ..ecriture import jour
from ..nomenclature import SensJugement
from ..renvois import Ensemble
from .regle import Constat, regle, regle_ensemble

_UN_AN = 12


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


@regle_ensemble("DATE-06", derogeable=True)
def nouvelle_plausible(actes: Ensemble) -> Iterator[tuple[Acte, Chemin, str]]:
    """Ce qui arrive à un acte ne suit pas de plus d'un an la dernière publication du registre.

    Exemple : un jugement de « 2206 » au lieu de « 2026 » : toutes les échéances seraient vues de ce jour-là.
    Correction : corrigez l'année ; si la date est juste, dites-le dans « derogations ».
    """
    newest = max((acte.publicite for acte in actes if acte.publicite), default=None)
    for acte in actes if newest else ():
        for chemin, day in _nouvelles(acte):
            if newest and day > apres_mois(newest, _UN_AN):
                yield acte, chemin, f"le {jour(day)} suit de plus d'un an la dernière publication, le {jour(newest)}"


def _nouvelles(acte: Acte) -> Iterator[tuple[Chemin, date]]:
    """The days that tell what became of the act, each with its place."""
    for index, ruling in enumerate(acte.jugements):
        yield ("jugements", index, "date"), ruling.date
    for index, old in enumerate(acte.fichiers_remplaces):
        yield ("fichiers_remplaces", index, "remplace_le"), old.remplace_le
    if acte.depublie:
        yield ("depublie", "le"), acte.depublie.le
