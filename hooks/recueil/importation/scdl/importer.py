"""The way of a table: read its rows, know whose they are and which are new, then write each as the other imports do.

A row that is refused is refused whole and stops no other; nothing that exists is ever written over, whatever is asked.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ...adresses import slug
from ..faits import Question
from ..importer import Importe
from ..reception.entrees import Entree
from ..refus import RefusError
from ..sortie.choix import Choix, Conseils
from ..sortie.constats import controler
from ..sortie.ecriture import Lu, planifier
from ..sortie.fichiers import Sort, ecrire, raison
from ..sortie.jugement import juger
from ..sortie.lieux import situer
from ..sortie.seances import Seances
from .brouillon import brouillon, organe
from .connus import Connus, ecarts
from .deliberation import Deliberation, lire_deliberation
from .destinataires import destinataire
from .tableau import Rangee, Tableau, lire_tableau

SUFFIXE = ".csv"
_ECRASER = "Un tableau n'écrase rien : si c'est lui qui a raison, changez le fichier du registre à la main."
_ECRITURE = "les fichiers n'ont pas pu être écrits ({0}) : rien n'a changé. Vérifiez la place et les droits."
_VIDE = "ce tableau n'a aucune ligne sous celle de ses colonnes."
_ORGANE = "Assemblée : « {0} » est écrit dans « seance.yml » d'après la sorte de la collectivité : vérifiez."


@dataclass(frozen=True, slots=True)
class _Import:
    """What the rows of one import share."""

    choix: Choix
    conseils: Conseils
    seances: Seances
    connus: Connus = field(default_factory=Connus)


def est_tableau(path: Path) -> bool:
    """Whether a file goes this way."""
    return path.suffix.lower() == SUFFIXE and path.is_file()


def importer_tableaux(paths: Iterable[Path], choix: Choix, *, seances: Seances | None = None) -> Iterator[Importe]:
    """Import national tables of délibérations: what became of each of their rows.

    Args:
        paths: the tables.
        choix: where, and what the clerk asked for.
        seances: the sessions that an import before this one made, when they belong together.
    """
    advice = replace(choix.conseils, ecraser=_ECRASER)
    own = _Import(choix, advice, Seances() if seances is None else seances)
    for path in paths:
        yield from _tableau(path, own)


def _tableau(path: Path, own: _Import) -> Iterator[Importe]:
    try:
        table = lire_tableau(path)
    except RefusError as error:
        yield Importe(path.name, refus=(str(error),), origines=(path,))
        return
    if table.avis or not table.rangees:
        told = tuple(Question("tableau", sentence) for sentence in table.avis)
        yield Importe(table.nom, questions=told, refus=() if table.rangees else (_VIDE,), origines=(path,))
    twins = _jumelles(table)
    for row in table.rangees:
        yield replace(_ligne(row, f"{table.nom}:{row.ligne}", twins, own), origines=(path,))


def lire_lignes(path: Path) -> Iterator[tuple[Entree, Lu | None]]:
    """The rows of a table as they are read, nothing written; what is refused comes without anything read."""
    try:
        table = lire_tableau(path)
    except RefusError as error:
        yield Entree(path.name, refus=(str(error),), origines=(path,)), None
        return
    for row in table.rangees:
        name, said = f"{table.nom}:{row.ligne}", _lire(row)
        if isinstance(said, str):
            yield Entree(name, refus=(_situee(row, said),), origines=(path,)), None
        else:
            yield Entree(name, origines=(path,)), brouillon(said, name, "")


def _lire(row: Rangee) -> Deliberation | str:
    try:
        return lire_deliberation(row)
    except RefusError as error:
        return str(error)


_Cle = tuple[str, str, str]


def _cle(said: Deliberation) -> _Cle:
    return said.siret, slug(said.numero), said.jour.isoformat()


def _jumelles(table: Tableau) -> dict[_Cle, list[Deliberation]]:
    """The rows by what they are of."""
    found: dict[_Cle, list[Deliberation]] = defaultdict(list)
    for row in table.rangees:
        if isinstance(said := _lire(row), Deliberation):
            found[_cle(said)].append(said)
    return found


def _ligne(row: Rangee, nom: str, twins: dict[_Cle, list[Deliberation]], own: _Import) -> Importe:
    """Write one row, or say why not."""
    said = _lire(row)
    if isinstance(said, str):
        return Importe(nom, refus=(_situee(row, said),))
    same = twins[_cle(said)]
    if wrong := _repetee(said, same):
        return Importe(nom, refus=(_situee(row, wrong),))
    told = Importe(nom, avis=" ".join(said.avis))
    if said.ligne != same[0].ligne:
        return replace(told, avis=f"La même ligne qu'en {same[0].ligne} : elle n'a pas été écrite deux fois.")
    try:
        return _ecrire(said, told, own)
    except RefusError as error:
        return replace(told, refus=(_situee(row, str(error)),))
    except OSError as error:
        return replace(told, refus=(_ECRITURE.format(raison(error)),))


def _situee(row: Rangee, sentence: str) -> str:
    """The same, with the row of the spreadsheet when cells of several lines make it another than that of the file."""
    return sentence if row.ligne == row.rang else f"(rangée {row.rang} du tableur) {sentence}"


def _repetee(said: Deliberation, same: Sequence[Deliberation]) -> str:
    """Why a row is refused that says otherwise what another says."""
    others = [str(one.ligne) for one in same if one != said]
    if not others:
        return ""
    lines = f"{'aux lignes' if len(others) > 1 else 'à la ligne'} {', '.join(others)}"
    return (
        f"la délibération n° {said.numero} du {said.jour:%d/%m/%Y} est aussi {lines}, qui en dit autre chose : "
        "gardez la bonne."
    )


def _ecrire(said: Deliberation, told: Importe, own: _Import) -> Importe:
    """Write the draft of a row that the register has not."""
    whose = destinataire(said, own.choix)
    wrong = (said.defaut_siret,) if said.defaut_siret else ()
    told = replace(told, avis=" ".join((told.avis, *wrong)).strip())
    if known := own.connus.trouver(whose.dossier, said):
        asked = tuple(Question("tableau", sentence) for sentence in ecarts(known, said))
        return replace(told, sorts=((known.chemin, Sort.GARDE),), questions=asked)
    read = brouillon(said, told.nom, whose.sorte)
    place = situer(read.assemblage, told.nom, replace(own.choix, vers=own.choix.vers or whose.dossier))
    plan = planifier(read, place, own.seances, brouillon=True)
    fates = juger(plan.prevus, place.racine, remplacer=False, conseils=own.conseils)
    found = controler(plan, place)
    if not own.choix.essai:
        ecrire(plan.prevus, fates)
    own.seances.retenir(plan.apport.tenue if plan.apport else None)
    fresh = any(path.name == "seance.yml" and fate is Sort.NOUVEAU for path, fate in fates.items())
    assembly = (Question("organe", _ORGANE.format(organe(whose.sorte))),) if fresh and organe(whose.sorte) else ()
    return replace(
        told,
        assemblage=read.assemblage,
        questions=(*read.assemblage.questions, *plan.questions, *assembly),
        anomalies=found,
        sorts=(*fates.items(), *((path, Sort.GARDE) for path in plan.gardes)),
    )
