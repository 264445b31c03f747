"""When a convention ends: its first term, its renewals, the last day to give notice before each (code civil 1210 sq.).

Nothing depends on a clock: what is « in force » is said as seen from a day that the caller gives.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ..champs import INDETERMINEE
from ..convention import Convention
from ..ecriture import jour
from ..nomenclature import Liste, Reconduction
from .calcul import Calcul, Etape
from .durees import UN_JOUR, connue, dernier_jour, dernier_preavis, ecart, preavis_defendable

_PERIODES_MAX = 20_000
"""Fifty years of renewals day by day: more is a typing error, not a calendar."""

_PASSEES_MAX = 24
"""Past periods that are listed of a convention that renews itself without end."""


class Situation(Liste):
    """Where a convention stands on a day."""

    A_VENIR = "a_venir", "À venir"
    EN_COURS = "en_cours", "En cours"
    EXPIREE = "expiree", "Expirée"
    RESILIEE = "resiliee", "Résiliée"
    PRIVEE = "privee_d_effet", "Privée d'effet"
    SANS_TERME = "sans_terme", "Sans terme"
    RENOUVELEE = "renouvelee", "Renouvelée, pour une durée inconnue"
    INDETERMINEE = "indeterminee", "Terme inconnu"


TERMINEES = frozenset({Situation.EXPIREE, Situation.RESILIEE})
"""Where nothing is left to wait for."""


class Mode(Liste):
    """How a period comes after the one before."""

    INITIALE = "initiale", "Durée initiale"
    TACITE = "tacite", "Reconduction tacite"
    DECIDEE = "decidee", "Reconduction décidée"
    POSSIBLE = "possible", "Reconduction possible, si elle est décidée"


@dataclass(frozen=True, slots=True)
class Periode:
    """A stretch of time for which the convention binds, or may."""

    rang: int
    """0 for the first, then the number of the renewal."""
    mode: Mode
    debut: date | None
    fin: date
    preavis: date | None
    """The last day to say that it will not go on by itself after ``fin``, when the convention asks for notice.

    Where two ways of counting differ, the earlier.
    """

    @property
    def certaine(self) -> bool:
        """Whether it comes without a new decision."""
        return self.mode is not Mode.POSSIBLE


@dataclass(frozen=True, slots=True)
class Terme:
    """The time of a convention, as its conditions give it."""

    debut: date | None
    fin: Calcul[date]
    """The last day of the first term."""
    periodes: tuple[Periode, ...]
    """The first term and its renewals, in order; without end, those until the day of the reading and the next."""
    sans_limite: bool
    """Whether it is renewed as long as nobody gives notice."""
    suite_inconnue: bool
    """Whether it renews itself for a length that the document does not say (code civil 1214 and 1215)."""
    sans_terme: bool
    """Whether it holds until a party gives notice."""
    restantes: int | None
    """Renewals that are still to be decided or to come, when their number is known."""
    resiliee_le: date | None = None

    def situation(self, au: date) -> Situation:
        """Where the convention stands on a day."""
        if self.resiliee_le and self.resiliee_le < au:
            return Situation.RESILIEE
        if self.debut and au < self.debut:
            return Situation.A_VENIR
        last = self.fin_certaine
        if last is None:
            return Situation.SANS_TERME if self.sans_terme else Situation.INDETERMINEE
        if self.sans_limite or au <= last:
            return Situation.EN_COURS
        return Situation.RENOUVELEE if self.suite_inconnue else Situation.EXPIREE

    @property
    def fin_certaine(self) -> date | None:
        """The last day of the last period that needs no new decision; an early end cuts it."""
        known = [p.fin for p in self.periodes if p.certaine]
        if not known:
            return self.resiliee_le
        return min(max(known), self.resiliee_le) if self.resiliee_le else max(known)

    def periode(self, au: date) -> Periode | None:
        """The period that runs on a day, or else the last that ran before it."""
        sure = [p for p in self.periodes if p.certaine]
        return next((p for p in sure if au <= p.fin), sure[-1] if sure else None)

    def prochaine_fin(self, au: date) -> date | None:
        """The next end as seen from a day: renewals count once they are decided."""
        running = self.periode(au)
        if running is None or self.resiliee_le:
            return self.resiliee_le
        decided = [p.fin for p in self.periodes if p.rang > running.rang and p.mode is Mode.DECIDEE]
        return max([running.fin, *decided])


def terme(acte: Convention, decidees: int, au: date) -> Terme:
    """The time of a convention.

    Args:
        acte: with the conditions of its amendments.
        decidees: how many express renewals were decided.
        au: the day of the reading; renewals without limit are listed until it, and one further.
    """
    start = acte.debut if isinstance(acte.debut, date) else None
    end = premier_terme(acte)
    found = tuple(_periodes(acte, start, end.valeur, decidees, au)) if end.valeur else ()
    early = acte.resiliee_le
    found = tuple(p for p in found if early is None or p.debut is None or p.debut <= early)
    tacit = acte.reconduction is Reconduction.TACITE and acte.denoncee_le is None and early is None
    endless = tacit and acte.nombre_reconductions is None and len(found) > 1
    if endless:
        past = [period for period in found if period.fin < au]
        found = (*found[:1], *past[1:][-_PASSEES_MAX:], *found[len(past) or 1 :])
    unknown = tacit and connue(acte.duree_reconduction or acte.duree) is None and acte.nombre_reconductions != 0
    if not (endless or unknown):
        found = (*found[:-1], *(replace(p, preavis=None) for p in found[-1:]))
    return Terme(
        debut=start,
        fin=end,
        periodes=found,
        sans_limite=endless,
        suite_inconnue=unknown,
        sans_terme=acte.duree == INDETERMINEE and early is None,
        restantes=_restantes(acte, decidees, au, found),
        resiliee_le=early,
    )


def premier_terme(acte: Convention) -> Calcul[date]:
    """The last day of the first term: written, or counted from the first day and the length."""
    if isinstance(acte.fin, date):
        return Calcul(acte.fin, (Etape(f"Le document fixe le dernier jour au {jour(acte.fin)}.", "code civil 1212"),))
    length = connue(acte.duree)
    if length is None:
        return Calcul(None, (Etape("Le document ne dit ni son dernier jour ni sa durée."),))
    told = Etape(f"Le document fixe sa durée : {length}.", "code civil 1212")
    if not isinstance(acte.debut, date):
        return Calcul(None, (told, Etape("Son premier jour n'est pas connu : le dernier ne peut pas être calculé.")))
    last = dernier_jour(acte.debut, length)
    whole = last + UN_JOUR == acte.debut + ecart(length)
    short = "" if whole else "code de procédure civile 641"
    counted = Etape(f"Comptée du {jour(acte.debut)}, elle s'achève le {jour(last)}.", short)
    return Calcul(last, (told, counted))


def _periodes(acte: Convention, start: date | None, end: date, decidees: int, au: date) -> Iterator[Periode]:
    """The first term, then its renewals as long as they are allowed and not given up."""
    length = connue(acte.duree_reconduction or acte.duree)
    notice = connue(acte.preavis) if acte.reconduction is Reconduction.TACITE else None
    period = Periode(0, Mode.INITIALE, start, end, dernier_preavis(end, notice) if notice else None)
    yield period
    while length and (mode := _suite(acte, period, decidees, au)):
        first = period.fin + UN_JOUR
        last = dernier_jour(first, length)
        warned = dernier_preavis(last, notice) if notice else None
        period = Periode(period.rang + 1, mode, first, last, warned)
        yield period


def _suite(acte: Convention, period: Periode, decidees: int, au: date) -> Mode | None:
    """How the convention goes on after a period, or nothing when it stops."""
    limit = acte.nombre_reconductions
    if period.rang >= (_PERIODES_MAX if limit is None else min(limit, _PERIODES_MAX)):
        return None
    if acte.reconduction is Reconduction.EXPRESSE:
        return _decidee(period.rang, decidees, limit)
    if acte.reconduction is not Reconduction.TACITE or _denoncee(acte, period):
        return None
    ahead = period.rang > 0 and period.debut is not None and period.debut > au
    return None if limit is None and ahead else Mode.TACITE


def _decidee(rang: int, decidees: int, limit: int | None) -> Mode | None:
    if rang < decidees:
        return Mode.DECIDEE
    return Mode.POSSIBLE if limit is not None else None


def _denoncee(acte: Convention, period: Periode) -> bool:
    """Whether notice was given in time for the convention to stop at the end of a period."""
    notice = connue(acte.preavis)
    last = preavis_defendable(period.fin, notice) if notice else period.fin
    return acte.denoncee_le is not None and acte.denoncee_le <= last


def _restantes(acte: Convention, decidees: int, au: date, periods: tuple[Periode, ...]) -> int | None:
    """The renewals that are left, decided or to come, when the document counts them."""
    if acte.nombre_reconductions is None:
        return None
    if acte.reconduction is Reconduction.EXPRESSE:
        return max(0, acte.nombre_reconductions - decidees)
    begun = sum(1 for p in periods if p.rang and p.debut and p.debut <= au)
    return max(0, len(periods) - 1 - begun) if periods else None
