"""The whole look: what the site says of itself, what is seen of it, and what is told and recorded of that."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from ..ecriture import compte
from ..empreinte import SOMMES
from ..journal.ligne import Constat, Suivante, mouvements
from ..journal.tenu import Journal
from .attendu import Attendu
from .liste import Etat, Lecteur, Liste, demander_liste
from .regard import Regard, regarder
from .verdict import conclure, injoignable

_ALERTE = "{0} : attendu {1}, reçu {2}"
_PAS_FAITE = " : la mise en ligne n'a pas eu lieu"
_INCONNU = (
    " : ce site n'est pas celui du dernier constat, ses pages ne peuvent pas être jugées ; s'il vient d'être mis en "
    "ligne, donnez --empreintes"
)
_SUSPECTS = (
    "{0} : ce qui manquait au dernier regard n'a pas pu être revu en entier, rien n'est inscrit. Relevez --limite."
)
_RESTE = "{0} : {1} au journal à voir encore en ligne : relevez --limite, ou attendez les prochains jours."
_ATTEND = "{0} : {1} au journal après la dernière mise en ligne du site."
_ABSENT = "{0} : le journal n'est pas encore en ligne, rien n'en est dit."
_LAISSEES = "Le temps a manqué, ou le site a demandé qu'on s'arrête : {0} à lire ne l'ont pas été."


@dataclass(frozen=True, slots=True)
class Demande:
    """What is looked at, and how."""

    site: str
    """Its address, with a slash at the end."""
    voulue: str
    """SHA-256 of the list of the fingerprints of what was built."""
    deploiement: bool
    """Whether the site was just put online, and may take some time to be there."""
    maintenant: datetime
    limite: int
    """How many addresses may be asked for."""


@dataclass(frozen=True, slots=True)
class Bilan:
    """What comes of a look."""

    lignes: tuple[tuple[Journal, Suivante], ...] = ()
    """What is to be recorded, one line for each authority at most."""
    alertes: tuple[str, ...] = ()
    """What is wrong with the site, in French, one line each."""
    notes: tuple[str, ...] = ()
    """What a person may want to know of the look itself."""
    complet: bool = True
    """Whether there is a line for each authority that had to be seen."""

    @property
    def code(self) -> int:
        """The exit code: 0 when all was seen, 1 when something is wrong, 2 when something could not be told."""
        if self.alertes:
            return 1
        return 0 if self.lignes and self.complet else 2


def dernier_constat(journaux: Iterable[Journal]) -> Constat | None:
    """The last time that the site was seen, whatever the authority."""
    all_of_them = (line for journal in journaux for line in journal.chaine.constats)
    return max(all_of_them, key=lambda line: line.inscrit_le, default=None)


def dresser(lecteur: Lecteur, journaux: Sequence[Journal], demande: Demande) -> Bilan:
    """Look at the site, and say what comes of it.

    Nothing can have stopped that was never seen: of a site that is not known to be what was built, only what was seen
    there before is judged.

    Args:
        lecteur: who asks for the addresses.
        journaux: those of the tree.
        demande: what is looked at.

    Raises:
        Indecis: nothing can be told.
    """
    last = dernier_constat(journaux)
    state = demander_liste(lecteur, demande.voulue, last.empreinte if last else "")
    alarms = _alerte(state, demande)
    seen_before = [j for j in journaux if j.chaine.constats and j.chaine.constats[-1].site == demande.site]
    if state.etat is Etat.ANCIEN:
        return Bilan(alertes=alarms)
    if state.etat is Etat.MUET:
        return Bilan(tuple((j, injoignable(demande.site)) for j in seen_before), alarms)
    held = journaux if state.etat is Etat.CONNU else seen_before
    look = regarder(lecteur, held, state, demande.maintenant, demande.limite)
    return _conclure(look, held, state, alarms, demande)


def _conclure(look: Regard, held: Sequence[Journal], state: Liste, alarms: tuple[str, ...], demande: Demande) -> Bilan:
    found = [(one, conclure(one, look, state, demande.site)) for one in look.attendus]
    lines = tuple((one.journal, said) for one, said in found if said)
    notes = [note for one, said in found if state.etat is Etat.CONNU for note in _notes(one, said)]
    absent = {journal.collectivite.cle for journal in held} - {one.cle for one in look.attendus}
    notes += [_ABSENT.format(journal.collectivite.nom) for journal in held if journal.collectivite.cle in absent]
    notes += [_LAISSEES.format(compte(look.laissees, "adresse"))] if look.laissees else []
    return Bilan(lines, (*alarms, *_alertes(look, demande.site)), tuple(notes), len(lines) == len(found))


def _alerte(state: Liste, demande: Demande) -> tuple[str, ...]:
    """What is wrong with the list that the site serves."""
    if state.etat is Etat.CONNU:
        return ()
    wanted = f"l'empreinte {demande.voulue}"
    why = _PAS_FAITE if demande.deploiement else _INCONNU if state.etat is Etat.AUTRE else ""
    return (_ALERTE.format(f"{demande.site}{SOMMES}", wanted, state.reponse) + why,)


def _alertes(look: Regard, site: str) -> Iterator[str]:
    """What is wrong at each address."""
    for fault in (*(fault for one in look.attendus for fault in one.fautes), *look.fautes):
        yield _ALERTE.format(fault.ailleurs or f"{site}{fault.adresse}", fault.attendu, fault.recu)


def _notes(attendu: Attendu, said: Suivante | None) -> Iterator[str]:
    """What remains to be seen of an authority."""
    name = attendu.journal.collectivite.nom
    if said is None:
        yield _SUSPECTS.format(name, f"{compte(len(attendu.suspects), 'acte')} à revoir, voir --limite")
    elif said[0] is Constat:
        if left := _actes(attendu, said[1]["jusqu_a"], attendu.servies):
            yield _RESTE.format(name, left)
        if later := _actes(attendu, attendu.servies, len(attendu.chaine.lignes)):
            yield _ATTEND.format(name, later)


def _actes(attendu: Attendu, depuis: int, jusqu_a: int) -> str:
    """« 3 actes »: those of which a line stands between two ranks; nothing when there is none."""
    number = len({line.acte for line in mouvements(attendu.chaine.lignes[depuis:jusqu_a])})
    return compte(number, "acte") if number else ""
