"""The life of an act: what others and the courts did to it, and whether it was in force on a day.

Nothing is said of today: each event has the day of its effect, and a state is always that of a day.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import itemgetter

from ..acte import Acte
from ..convention import Convention
from ..devenir import Lien
from ..ecriture import jour
from ..nomenclature import NatureLien
from .durees import UN_JOUR
from .evenements import FINS, EtatActe, Evenement
from .executoire import Statut, execution
from .jugements import jugements
from .transmission import decide

_PAR_LIEN = {
    NatureLien.MODIFIE: (EtatActe.MODIFIE, "CRPA L243-1"),
    NatureLien.RECTIFIE: (EtatActe.MODIFIE, ""),
    NatureLien.COMPLETE: (EtatActe.MODIFIE, "CRPA L243-1"),
    NatureLien.ABROGE: (EtatActe.ABROGE, "CRPA L240-1"),
    NatureLien.REMPLACE: (EtatActe.ABROGE, "CRPA L240-1"),
    NatureLien.RETIRE: (EtatActe.RETIRE, "CRPA L240-1"),
}
"""What a link does to the act that it names, with its article; the others change nothing in it."""

_DES_L_ORIGINE = {NatureLien.RETIRE, NatureLien.RECTIFIE}
"""What holds from the first day of the act: no day of effect is told."""


@dataclass(frozen=True, slots=True)
class Subi:
    """A link seen from the act that it touches."""

    lien: Lien
    par: Acte
    sans_effet: str = ""
    """Why it does nothing: the act that touches it was refused, annulled, withdrawn or suspended."""


@dataclass(frozen=True)
class Vie:
    """The events of an act in the order of their effect, those without a known day last."""

    evenements: tuple[Evenement, ...]

    def etat(self, au: date) -> EtatActe:
        """The state on a day; what was withdrawn or annulled is so for every day, past ones too (CRPA L240-1)."""
        past = bisect_right(self.etats, au, key=itemgetter(0))
        return self.aneanti or (self.etats[past - 1][1] if past else EtatActe.PUBLIE)

    def _apres(self, au: date) -> EtatActe:
        """What the events up to a day make of it."""
        if gone := self.aneanti:
            return gone
        past = [e for e in self.evenements if e.le is not None and e.le <= au]
        if ended := next((e.etat for e in past if e.etat in FINS and e.entier), None):
            return ended
        if _suspendu(past):
            return EtatActe.SUSPENDU
        if not any(e.etat is EtatActe.EXECUTOIRE for e in past):
            return EtatActe.PUBLIE
        changed = any(e.etat is EtatActe.MODIFIE or (e.portee and not retabli(e, past)) for e in past)
        return EtatActe.MODIFIE if changed else EtatActe.EXECUTOIRE

    @cached_property
    def aneanti(self) -> EtatActe | None:
        """The state of an act that is held never to have existed, or nothing."""
        return next((e.etat for e in self.evenements if e.retroactif and e.entier), None)

    @cached_property
    def etats(self) -> tuple[tuple[date, EtatActe], ...]:
        """Each day from which the act is in another state, with it."""
        days = sorted({e.le for e in self.evenements if e.le})
        found = [(day, self._apres(day)) for day in days]
        return tuple(
            pair for before, pair in zip([None, *found], found, strict=False) if not before or before[1] != pair[1]
        )

    def en_vigueur(self, au: date) -> bool:
        """Whether the act had its effects on a day."""
        return self.etat(au).en_vigueur

    @property
    def suites(self) -> tuple[Evenement, ...]:
        """What happened after the act was made executory: what a reader must be warned of."""
        born = {EtatActe.PUBLIE, EtatActe.EXECUTOIRE}
        return tuple(e for e in self.evenements if e.etat not in born or e.jugement)


def vie(acte: Acte, subis: Sequence[Subi], fin: date | None = None, changes: Sequence[Evenement] = ()) -> Vie:
    """The life of a public act.

    Args:
        acte: the act.
        subis: the links that touch it.
        fin: its last day, when the act is made for a time.
        changes: what its amendments changed in it, for a convention.
    """
    found = [*_naissance(acte), *_liens(subis), *changes, *jugements(acte), *_extinctions(acte, fin)]
    return Vie(tuple(sorted(found, key=lambda e: (e.le or date.max, _RANGS[e.etat]))))


_RANGS = {state: rank for rank, state in enumerate(EtatActe)}


def _naissance(acte: Acte) -> Iterator[Evenement]:
    if acte.publicite:
        yield Evenement(EtatActe.PUBLIE, acte.publicite, f"Publié le {jour(acte.publicite)}")
    since = execution(acte).le.valeur if decide(acte) else None
    if since and isinstance(acte, Convention) and isinstance(acte.debut, date):
        since = max(since, acte.debut)
    if since:
        yield Evenement(EtatActe.EXECUTOIRE, since, f"Exécutoire depuis le {jour(since)}")


def _liens(subis: Sequence[Subi]) -> Iterator[Evenement]:
    for subi in subis:
        if subi.lien.nature in _PAR_LIEN and not subi.sans_effet:
            yield _du_lien(subi, *_PAR_LIEN[subi.lien.nature])


def _du_lien(subi: Subi, state: EtatActe, article: str) -> Evenement:
    nature, day = subi.lien.nature, jour_d_effet(subi)
    when = f" à compter du {jour(day)}" if day and nature not in _DES_L_ORIGINE else ""
    when = when or ("" if day else ", dès que cet acte sera exécutoire,")
    told = f"{nature.participe}{when}"
    return Evenement(state, day, told, article, subi.lien.article or "", subi.par, motif=subi.lien.motif or "")


def jour_d_effet(subi: Subi) -> date | None:
    """The day of the effect of a link: the one that it says, or that on which its act is executory.

    None while the reception by the préfet is awaited. Where the register cannot say whether the act is executory, its
    publication is the earliest day that can be told.
    """
    found = execution(subi.par) if decide(subi.par) else None
    if found and found.statut is Statut.PAS_ENCORE:
        return None
    return subi.lien.effet_le or (found.le.valeur if found else None) or subi.par.publicite


def _extinctions(acte: Acte, fin: date | None) -> Iterator[Evenement]:
    if acte.caducite:
        told = f"Caduc depuis le {jour(acte.caducite.le)}"
        yield Evenement(EtatActe.CADUC, acte.caducite.le, told, motif=acte.caducite.motif)
    last = fin or acte.effet_jusqu_au
    if last:
        yield Evenement(EtatActe.EXPIRE, last + UN_JOUR, f"Dernier jour d'effet : {jour(last)}")


def retabli(event: Evenement, past: Sequence[Evenement]) -> bool:
    """Whether an event leaves the part that it touches as it was: it ends a suspension, or is one that was ended."""
    if event.etat is not EtatActe.SUSPENDU or event.jugement is None:
        return event.etat is EtatActe.EXECUTOIRE
    since, parts = event.jugement.date, {"", event.portee}
    ends = (e for e in past if e.etat is EtatActe.EXECUTOIRE and e.portee in parts)
    return any(e.jugement is not None and e.jugement.date > since for e in ends)


def _suspendu(past: Sequence[Evenement]) -> bool:
    """Whether the last thing that a court said of the whole act is that it is suspended."""
    rulings = [e for e in past if e.jugement and e.entier and e.etat in {EtatActe.SUSPENDU, EtatActe.EXECUTOIRE}]
    return bool(rulings) and rulings[-1].etat is EtatActe.SUSPENDU
