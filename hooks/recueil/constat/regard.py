"""A look at the site, its addresses one by one; who asks for them is given."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from ..empreinte import SOMMES
from ..journal.tenu import Journal
from .attendu import Attendu, attendre_de, cible_du_journal, octets
from .choix import accueil, choisir
from .liste import LISTE_MAX, PLUS_TARD, Indecis, Lecteur, Liste
from .reponse import OK, Cible, Faute, Reponse, juger

_SILENCES = 3
"""Addresses without an answer, one after the other, after which the site itself is asked whether it is there."""

_EN_PLUS = 1_000_000
"""Bytes that a journal may have online beyond twice those of the tree: the tree may be late, never by so much."""

_EN_RETARD = (
    "{0} : le journal en ligne a des lignes que le dossier des actes n'a pas. Mettez ce dossier à jour, puis relancez."
)


@dataclass(frozen=True, slots=True)
class Regard:
    """What was seen of the site."""

    attendus: tuple[Attendu, ...]
    accueil: Cible | None
    vues: frozenset[Cible]
    fautes: tuple[Faute, ...]
    muet: bool = False
    """Whether it stopped answering on the way."""
    laissees: int = 0
    """Addresses that were to be asked for, and were not: the time was over, or the site asked to be left alone."""

    def fautes_de(self, attendu: Attendu) -> tuple[Faute, ...]:
        """What is wrong with an authority; the home page is that of all."""
        own = (fault for fault in self.fautes if fault.collectivite in {"", attendu.cle})
        return (*attendu.fautes, *own)


@dataclass(slots=True)
class _Tour:
    """What a round of addresses gathers on its way."""

    vues: set[Cible] = field(default_factory=set)
    fautes: list[Faute] = field(default_factory=list)
    silences: int = 0

    def noter(self, cible: Cible, reponse: Reponse) -> None:
        """One more answer."""
        fault = juger(cible, reponse)
        self.silences = self.silences + 1 if reponse.muette else 0
        if fault:
            self.fautes.append(fault)
        else:
            self.vues.add(cible)


def regarder(lecteur: Lecteur, journaux: Sequence[Journal], liste: Liste, maintenant: datetime, limite: int) -> Regard:
    """Look at what must be online; the pages alone are left aside when the list is not known.

    Args:
        lecteur: who asks.
        journaux: those of the tree.
        liste: what the site says of itself.
        maintenant: the moment.
        limite: how many addresses may be asked for, the list and the journals among them.

    Raises:
        Indecis: the site asks to be left alone, or is no more the same at the end.
    """
    expected = tuple(filter(None, (_attendu(lecteur, one, liste) for one in journaux)))
    home = accueil(liste.sommes) if liste.sommes is not None else None
    chosen = choisir(expected, home, maintenant, limite - 1 - len(journaux)) if expected else ()
    seen = _parcourir(lecteur, chosen)
    left = len(chosen) - len(seen.vues) - len(seen.fautes)
    silent = seen.silences >= _SILENCES
    if (seen.fautes or any(one.fautes for one in expected)) and not silent:
        _verifier_que_c_est_le_meme(lecteur, liste)
    return Regard(expected, home, frozenset(seen.vues), tuple(seen.fautes), silent, left)


def _attendu(lecteur: Lecteur, journal: Journal, liste: Liste) -> Attendu | None:
    """What must be online of an authority; None when its journal never was, and is not expected to be yet.

    Raises:
        Indecis: the site asks to be left alone, or knows more than the tree, which is late and cannot judge it.
    """
    target = cible_du_journal(journal, liste.sommes)
    if not journal.chaine.constats and not target.attendu:
        return None
    own = octets(journal)
    answer = lecteur.lire(target.adresse, target.attendu, 2 * len(own) + _EN_PLUS, garder=True)
    if answer.refusee:
        raise Indecis(PLUS_TARD)
    if (
        answer.est(target.attendu or answer.sha256)
        and len(answer.contenu) > len(own)
        and answer.contenu.startswith(own)
    ):
        raise Indecis(_EN_RETARD.format(journal.collectivite.nom))
    return attendre_de(journal, answer, liste.sommes)


def _parcourir(lecteur: Lecteur, cibles: Iterable[Cible]) -> _Tour:
    """Ask for addresses one after the other, until the time is over or the site is gone."""
    tour = _Tour()
    for cible in cibles:
        if lecteur.fini:
            break
        answer = lecteur.lire(cible.demandee, cible.attendu)
        if answer.refusee or (answer.muette and lecteur.fini):
            break
        tour.noter(cible, answer)
        if tour.silences >= _SILENCES:
            if lecteur.lire("").muette:
                break
            tour.silences = 0
    return tour


def _verifier_que_c_est_le_meme(lecteur: Lecteur, liste: Liste) -> None:
    """What is wrong may come from a site that was changed during the look: nothing is said of it then."""
    again = lecteur.lire(SOMMES, maximum=LISTE_MAX)
    if again.statut == OK and liste.reponse.statut == OK and again.sha256 != liste.reponse.sha256:
        raise Indecis("Le site a changé pendant qu'on le regardait : relancez ce programme.")
