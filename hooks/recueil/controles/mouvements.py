"""Rules on who comes, goes or stands aside during a session: a name that nobody bears would change nothing."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..acte import Acte
from ..anomalie import Chemin, Severite
from ..droit.assemblee import salle
from ..nomenclature import TypeActe
from ..noms import parmi
from ..seance import Seance
from .regle import Constat, regle, regle_ensemble

_COMPTE = re.compile(r"compte\s+(?:administratif|financier\s+unique)|\bCFU\b", re.IGNORECASE)
_EXECUTIF = re.compile(r"(?:(?:le|la|madame|monsieur|mme|m\.)\s+)*(?:maire|président)", re.IGNORECASE)


@regle("SEANCE-02", severite=Severite.AVERTISSEMENT, derogeable=True)
def membres_connus(acte: Acte) -> Iterator[Constat]:
    """Qui part ou se retire pendant la séance est nommé parmi ses membres.

    Exemple : « deports: [Basile MODÈLE] », alors que la liste des présents porte « Basile MODELLE ».
    Correction : écrivez le nom comme dans « presents », « pouvoirs », « excuses », « absents » ou « arrivees ».
    """
    seance = acte.seance
    if seance is None or not seance.presents:
        return
    known = _membres(seance)
    for key, names in (("departs", [m.membre for m in seance.departs]), ("deports", seance.deports)):
        for index, name in enumerate(names):
            if not parmi(name, known):
                yield (key, index), f"« {name} » n'est nommé nulle part ailleurs dans la séance : vérifiez son nom"


@regle("SEANCE-04", "CGCT L2121-14", severite=Severite.AVERTISSEMENT, derogeable=True)
def presidence_presente(acte: Acte) -> Iterator[Constat]:
    """Qui préside la séance n'est ni absent, ni excusé, ni représenté.

    Exemple : « presidence: Ambre EXEMPLE » alors qu'Ambre EXEMPLE est parmi les excusés.
    Correction : écrivez qui a présidé à sa place, ou corrigez la liste des membres.
    """
    seance = acte.seance
    if seance is None or not seance.presidence:
        return
    came = parmi(seance.presidence, (*seance.presents, *(m.membre for m in seance.arrivees)))
    away = (*seance.excuses, *seance.absents, *(p.mandant for p in seance.pouvoirs))
    if not came and parmi(seance.presidence, away):
        yield ("presidence",), f"« {seance.presidence} » préside la séance, et n'y est pas"


@regle("SEANCE-05", "CGCT L2121-14", severite=Severite.AVERTISSEMENT, derogeable=True)
def executif_retire_du_vote_de_son_compte(acte: Acte) -> Iterator[Constat]:
    """Le maire ou le président se retire au moment du vote de son compte, et ne préside pas ce débat.

    Exemple : l'approbation du compte financier unique, avec le maire compté parmi les présents.
    Correction : écrivez dans l'acte « deports: » avec le nom du maire, et « presidence: » avec celui du président élu
        pour ce débat.
    """
    seance, author = acte.seance, acte.auteur
    if seance is None or author is None or not _COMPTE.search(acte.objet) or not _EXECUTIF.match(author.qualite):
        return
    if acte.type is TypeActe.DELIBERATION and parmi(str(author), salle(seance, acte.numero).presents):
        told = f"« {author} », {author.qualite}, est compté parmi les votants du compte"
        yield ("objet",), f"{told} : écrivez son nom dans « deports »"


@regle_ensemble("SEANCE-03", severite=Severite.AVERTISSEMENT, derogeable=True)
def mouvement_place(actes: Sequence[Acte]) -> Iterator[tuple[Acte, Chemin, str]]:
    """Une arrivée ou un départ est placé par le numéro d'un acte, écrit comme ceux de la séance.

    Exemple : « departs: {Basile FICTIF: 5} », alors que les actes de la séance portent les numéros 2026-01 et 2026-02.
    Correction : écrivez le numéro du premier acte examiné après l'arrivée ou le départ.
    """
    held: dict[str, list[Acte]] = defaultdict(list)
    for acte in actes:
        if acte.seance and acte.numero and (acte.seance.arrivees or acte.seance.departs):
            held[acte.seance.cle].append(acte)
    for members in held.values():
        forms = {_forme(acte.numero or "") for acte in members}
        for acte in members:
            yield from _autrement(acte, forms, members[0].numero or "")


def _autrement(acte: Acte, forms: set[str], known: str) -> Iterator[tuple[Acte, Chemin, str]]:
    for key in ("arrivees", "departs"):
        for index, move in enumerate(getattr(acte.seance, key)):
            if move.avant and "0" in _forme(move.avant) and _forme(move.avant) not in forms:
                told = f"« {move.membre} : {move.avant} » : les actes de la séance portent des numéros comme"
                yield acte, (key, index), f"{told} « {known} » ; écrivez celui du premier acte examiné ensuite"


def _forme(numero: str) -> str:
    """What the numbers of one series share: « 2026-07 » and « 2026-12 » are « 0-0 »."""
    return re.sub(r"[0-9]+", "0", numero)


def _membres(seance: Seance) -> tuple[str, ...]:
    proxies = (name for p in seance.pouvoirs for name in (p.mandant, p.mandataire))
    return (*seance.presents, *seance.excuses, *seance.absents, *proxies, *(m.membre for m in seance.arrivees))
