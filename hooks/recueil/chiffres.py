"""What can be counted of a register: how many acts, how soon they are published, how assemblies vote, what is in force.

A count says what it does not know beside what it knows, and takes no date for another.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import reduce
from itertools import accumulate
from operator import add

from .acte import Acte
from .droit.assemblee import salle
from .droit.evenements import EtatActe
from .droit.publicite import FORMALITES
from .droit.transmission import decide
from .matieres import theme
from .nomenclature import Liste, Regime, Resultat, TypeActe
from .publies import SeancePubliee
from .registre import Registre

VITE = 8
"""Days within which an act is said to be published soon; the law sets none."""

BANDES: tuple[tuple[int, int | None, str], ...] = (
    (0, 0, "Le jour même"),
    (1, 3, "1 à 3 jours après"),
    (4, VITE, f"4 à {VITE} jours après"),
    (9, 15, "9 à 15 jours après"),
    (16, 30, "16 à 30 jours après"),
    (31, None, "Plus de 30 jours après"),
)
"""First day, last day and name of each band of a delay."""

_DATES = frozenset({TypeActe.DELIBERATION, TypeActe.DECISION, TypeActe.ARRETE})
"""The kinds whose date is that of a decision, from which a delay is counted."""
_SANS_SUFFRAGE = frozenset({Resultat.PRISE_ACTE, Resultat.AJOURNEE})


class Issue(Liste):
    """How an assembly shared its votes on a délibération (CGCT L2121-20)."""

    UNANIME = "unanime", "Unanimité, sans abstention"
    ABSTENTION = "abstention", "Unanimité, avec des abstentions, des blancs ou des nuls"
    PARTAGE = "partage", "Voix pour et voix contre"
    SANS_SUFFRAGE = "sans_suffrage", "Sans suffrage exprimé : prise d'acte, report, abstention de tous"
    INCONNUE = "inconnue", "Décompte des voix non connu"


@dataclass(frozen=True, slots=True)
class Presence:
    """Who was there at the opening of a session."""

    presents: int
    pouvoirs: int
    membres: int
    """Those in office, who were or were not there."""


@dataclass(slots=True)
class Releve:
    """The counts of some acts; two of them make the counts of both."""

    publications: Counter[tuple[date, TypeActe]] = field(default_factory=Counter)
    delais: Counter[int | None] = field(default_factory=Counter)
    """In days; None when it is not known."""
    regimes: Counter[Regime] = field(default_factory=Counter)
    """Which publicity ends these delays."""
    issues: Counter[Issue] = field(default_factory=Counter)
    presences: Counter[Presence | None] = field(default_factory=Counter)
    """One for each session; None when the attendance is not known."""
    themes: Counter[str | None] = field(default_factory=Counter)
    etats: Counter[EtatActe] = field(default_factory=Counter)
    """Of the acts that decide something, on the newest day of the register."""

    def __add__(self, autre: "Releve") -> "Releve":
        return Releve(*(getattr(self, one.name) + getattr(autre, one.name) for one in fields(self)))

    @property
    def nombre(self) -> int:
        """How many acts."""
        return self.publications.total()

    @property
    def jours(self) -> tuple[date, date] | None:
        """The first and the last day of publication."""
        days = [day for day, _ in self.publications]
        return (min(days), max(days)) if days else None

    @property
    def connus(self) -> Counter[int]:
        """The delays that are known."""
        return Counter({days: count for days, count in self.delais.items() if days is not None})

    def noter(self, acte: Acte, jour: date, etat: EtatActe | None) -> None:
        """Count an act that is public since a day."""
        self.publications[jour, acte.type] += 1
        self.themes[theme(acte.matiere) if acte.matiere else None] += 1
        if acte.type in _DATES:
            found = delai(acte)
            self.delais[found] += 1
            if found is not None:
                self.regimes[acte.regime] += 1
        if acte.type is TypeActe.DELIBERATION:
            self.issues[issue(acte)] += 1
        if etat is not None:
            self.etats[etat] += 1


def releves(registre: Registre) -> Mapping[str, Releve]:
    """The counts of each authority, by its key, in one walk through the acts."""
    found = {authority.cle: Releve() for authority in registre.collectivites}
    for fiche in registre.fiches:
        state = registre.vies.etat(fiche.acte) if decide(fiche.acte) else None
        found[fiche.collectivite.cle].noter(fiche.acte, fiche.publicite, state)
    for held in registre.seances:
        if held.fiches:
            found[held.collectivite.cle].presences[presence(held)] += 1
    return found


def ensemble(parts: Mapping[str, Releve]) -> Releve:
    """The counts of all authorities together."""
    return reduce(add, parts.values(), Releve())


def delai(acte: Acte) -> int | None:
    """Days from the adoption of an act to the publicity that counts for the law; None when a day is missing or wrong.

    Going online where it publishes, posting or paper where one of them does (CGCT L2131-1): an act that is only online
    where posting publishes has no such day.
    """
    public: date | None = getattr(acte, FORMALITES[acte.regime].champ)
    if acte.date is None or public is None or public < acte.date:
        return None
    return (public - acte.date).days


def issue(acte: Acte) -> Issue:
    """How the votes of a délibération were shared; unanimity is that of the votes expressed (CE, n° 235027)."""
    votes = acte.votes
    if votes is None or not votes.compte:
        noted = votes is not None and votes.resultat in _SANS_SUFFRAGE
        return Issue.SANS_SUFFRAGE if noted else Issue.INCONNUE
    expressed = [count for count in (votes.pour, votes.contre) if count]
    if len(expressed) != 1:
        return Issue.PARTAGE if expressed else Issue.SANS_SUFFRAGE
    return Issue.ABSTENTION if votes.abstention or votes.blancs or votes.nuls else Issue.UNANIME


def presence(tenue: SeancePubliee) -> Presence | None:
    """The attendance at the opening of a session, when it is published with the number of members in office."""
    seance = tenue.seance
    if not seance.presents or not seance.membres_en_exercice:
        return None
    room = salle(seance)
    return Presence(len(room.presents), len(room.pouvoirs), seance.membres_en_exercice)


def mediane(delais: Counter[int]) -> int | None:
    """The delay that half of the acts at least do not go beyond."""
    days = sorted(delais)
    reached = accumulate(delais[one] for one in days)
    return next((day for day, count in zip(days, reached, strict=True) if 2 * count >= delais.total()), None)


def par_bande(delais: Counter[int]) -> tuple[tuple[str, int], ...]:
    """How many delays fall in each band."""
    return tuple(
        (name, sum(n for days, n in delais.items() if first <= days and (last is None or days <= last)))
        for first, last, name in BANDES
    )
