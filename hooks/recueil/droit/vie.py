"""The life of an act: what others and the courts did to it, and whether it was in force on a day.

Nothing is said of today: each event has the day of its effect, and a state is always that of a day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..acte import Acte
from ..devenir import Jugement, Lien
from ..ecriture import jour
from ..nomenclature import Liste, NatureLien, SensJugement
from .durees import UN_JOUR
from .executoire import execution
from .transmission import decide

_CRPA = "CRPA L240-1"
_ANNULATION = "CE, Ass., 11 mai 2004, n° 255886, Association AC !"


class EtatActe(Liste):
    """The state of an act on a day."""

    BROUILLON = "brouillon", "Brouillon"
    PUBLIE = "publie", "Publié"
    EXECUTOIRE = "executoire", "Exécutoire"
    MODIFIE = "modifie", "Modifié"
    SUSPENDU = "suspendu", "Suspendu"
    EXPIRE = "expire", "Expiré"
    CADUC = "caduc", "Caduc"
    ABROGE = "abroge", "Abrogé"
    RETIRE = "retire", "Retiré"
    ANNULE = "annule", "Annulé"

    @property
    def en_vigueur(self) -> bool:
        """Whether an act in this state has its effects."""
        return self in {EtatActe.EXECUTOIRE, EtatActe.MODIFIE}


FINS = frozenset({EtatActe.EXPIRE, EtatActe.CADUC, EtatActe.ABROGE, EtatActe.RETIRE, EtatActe.ANNULE})
"""The states in which an act has no effect any more."""

_PAR_LIEN = {
    NatureLien.MODIFIE: EtatActe.MODIFIE,
    NatureLien.RECTIFIE: EtatActe.MODIFIE,
    NatureLien.COMPLETE: EtatActe.MODIFIE,
    NatureLien.ABROGE: EtatActe.ABROGE,
    NatureLien.REMPLACE: EtatActe.ABROGE,
    NatureLien.RETIRE: EtatActe.RETIRE,
}
"""What a link does to the act that it names; the others change nothing in it."""


@dataclass(frozen=True, slots=True)
class Subi:
    """A link seen from the act that it touches."""

    lien: Lien
    par: Acte
    sans_effet: bool = False
    """The act that touches it was itself annulled or withdrawn."""


@dataclass(frozen=True, slots=True)
class Evenement:
    """Something that changed the state of an act."""

    etat: EtatActe
    le: date | None
    """The day of its effect; for what is retroactive, that of the decision."""
    phrase: str
    """« Abrogé à compter du 1er mars 2026 »."""
    article: str = ""
    """The text or the ruling that it follows from."""
    portee: str = ""
    """The part of the act that is touched; nothing when it is the whole."""
    par: Acte | None = None
    jugement: Jugement | None = None
    motif: str = ""

    @property
    def entier(self) -> bool:
        """Whether it touches the whole act."""
        return not self.portee

    @property
    def retroactif(self) -> bool:
        """Whether the act is held never to have existed: not when the court set the day of an annulment."""
        set_by_court = self.jugement is not None and self.jugement.effet_le is not None
        return self.etat in {EtatActe.RETIRE, EtatActe.ANNULE} and not set_by_court


@dataclass(frozen=True, slots=True)
class Vie:
    """The events of an act in the order of their effect, those without a known day last."""

    evenements: tuple[Evenement, ...]

    def etat(self, au: date) -> EtatActe:
        """The state on a day; what was withdrawn or annulled is so for every day, past ones too (CRPA L240-1)."""
        if gone := next((e.etat for e in self.evenements if e.retroactif and e.entier), None):
            return gone
        past = [e for e in self.evenements if e.le is not None and e.le <= au]
        if ended := next((e.etat for e in past if e.etat in FINS and e.entier), None):
            return ended
        if _suspendu(past):
            return EtatActe.SUSPENDU
        if not any(e.etat is EtatActe.EXECUTOIRE for e in past):
            return EtatActe.PUBLIE
        changed = any(e.etat is EtatActe.MODIFIE or e.portee for e in past)
        return EtatActe.MODIFIE if changed else EtatActe.EXECUTOIRE

    @property
    def etats(self) -> tuple[tuple[date, EtatActe], ...]:
        """Each day from which the act is in another state, with it."""
        days = sorted({e.le for e in self.evenements if e.le})
        found = [(day, self.etat(day)) for day in days]
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


def vie(acte: Acte, subis: Sequence[Subi], fin: date | None = None) -> Vie:
    """The life of a public act.

    Args:
        acte: the act.
        subis: the links that touch it.
        fin: its last day, when the act is made for a time.
    """
    found = [*_naissance(acte), *_liens(subis), *_jugements(acte), *_extinctions(acte, fin)]
    return Vie(tuple(sorted(found, key=lambda e: (e.le or date.max, _RANGS[e.etat]))))


_RANGS = {state: rank for rank, state in enumerate(EtatActe)}


def _naissance(acte: Acte) -> Iterator[Evenement]:
    if acte.publicite:
        yield Evenement(EtatActe.PUBLIE, acte.publicite, f"Publié le {jour(acte.publicite)}")
    since = execution(acte).le.valeur if decide(acte) else None
    if since:
        yield Evenement(EtatActe.EXECUTOIRE, since, f"Exécutoire depuis le {jour(since)}")


def _liens(subis: Sequence[Subi]) -> Iterator[Evenement]:
    for subi in subis:
        state = _PAR_LIEN.get(subi.lien.nature)
        if state is not None and not subi.sans_effet:
            yield _du_lien(subi, state)


def _du_lien(subi: Subi, state: EtatActe) -> Evenement:
    day, verb = effet(subi), subi.lien.nature.participe
    when = f" à compter du {jour(day)}" if day and state is not EtatActe.RETIRE else ""
    article = subi.lien.article or ""
    return Evenement(state, day, f"{verb}{when}", _CRPA, article, subi.par, motif=subi.lien.motif or "")


def effet(subi: Subi) -> date | None:
    """The day of the effect of a link: the one that it says, or that on which its act is executory or public."""
    if subi.lien.effet_le:
        return subi.lien.effet_le
    since = execution(subi.par).le.valeur if decide(subi.par) else None
    return since or subi.par.publicite


def _jugements(acte: Acte) -> Iterator[Evenement]:
    for ruling in acte.jugements:
        since, part = ruling.effet_le or ruling.date, ruling.article or ""
        if ruling.sens is SensJugement.SUSPENSION:
            told = f"Suspendu à compter du {jour(since)}"
            yield Evenement(EtatActe.SUSPENDU, since, told, "CJA L521-1", part, jugement=ruling)
        elif ruling.sens is SensJugement.FIN_SUSPENSION:
            told = f"La suspension prend fin le {jour(since)}"
            yield Evenement(EtatActe.EXECUTOIRE, since, told, "CJA L521-4", part, jugement=ruling)
        elif ruling.sens is not SensJugement.REJET:
            yield _annulation(ruling, since, part)


def _annulation(ruling: Jugement, since: date, part: str) -> Evenement:
    """An annulment is retroactive, unless the court sets the day of its effect."""
    partial = ruling.sens is SensJugement.ANNULATION_PARTIELLE
    where = part or ("une partie de l'acte" if partial else "")
    told = "Annulé en partie" if partial else "Annulé"
    when = f" à compter du {jour(since)}" if ruling.effet_le else ""
    return Evenement(EtatActe.ANNULE, since, told + when, _ANNULATION, where, jugement=ruling)


def _extinctions(acte: Acte, fin: date | None) -> Iterator[Evenement]:
    if acte.caducite:
        told = f"Caduc depuis le {jour(acte.caducite.le)}"
        yield Evenement(EtatActe.CADUC, acte.caducite.le, told, motif=acte.caducite.motif)
    last = fin or acte.effet_jusqu_au
    if last:
        yield Evenement(EtatActe.EXPIRE, last + UN_JOUR, f"Dernier jour d'effet : {jour(last)}")


def _suspendu(past: Sequence[Evenement]) -> bool:
    """Whether the last thing that a court said of the whole act is that it is suspended."""
    rulings = [e for e in past if e.jugement and e.entier and e.etat in {EtatActe.SUSPENDU, EtatActe.EXECUTOIRE}]
    return bool(rulings) and rulings[-1].etat is EtatActe.SUSPENDU
