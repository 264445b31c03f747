"""Which addresses are asked for on a day: what was never seen first, then what is recent, then a part of the rest."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice, zip_longest

from ..droit.publicite import duree_publicite
from ..empreinte import sceau
from ..journal.absences import absences, en_ligne_depuis
from .attendu import Attendu, Sommes
from .reponse import Cible, Sorte

TOUR = 30
"""Days in which all the acts are looked at, where the limit lets it."""

_PEU = 20
"""Acts of a register so small that it is read whole each time."""

_MARGE = timedelta(days=1)
"""The last day is looked at until its end, whatever the hour of the look."""


def choisir(attendus: Sequence[Attendu], accueil: Cible | None, maintenant: datetime, nombre: int) -> tuple[Cible, ...]:
    """What to ask for, most pressing first, an act after the other of each authority in turn.

    Args:
        attendus: what must be online of each authority.
        accueil: the home page, always asked for when it can be judged.
        maintenant: the moment of the look.
        nombre: how many addresses at most.
    """
    known_wrong = {fault.adresse for one in attendus for fault in one.fautes}
    levels = [[*_rangs(one, maintenant)] for one in attendus]
    by_level = zip_longest(*levels, fillvalue=())
    acts = (act for level in by_level for act in _tour_a_tour(level))
    targets = (cible for act in acts for cible in act if cible.nom not in known_wrong)
    return tuple(islice((*filter(None, [accueil]), *targets), nombre))


def _tour_a_tour(lists: Iterable[Sequence[tuple[Cible, ...]]]) -> Iterator[tuple[Cible, ...]]:
    """The first of each list, then the second of each: a large authority does not hide a small one."""
    return (one for row in zip_longest(*lists, fillvalue=()) for one in row)


def _rangs(attendu: Attendu, maintenant: datetime) -> Iterator[list[tuple[Cible, ...]]]:
    """The acts of an authority by how pressing it is to see them, each once."""
    day = maintenant.toordinal()
    others = du_melange(attendu, day)
    groups = (
        attendu.suspects,
        attendu.nouveaux,
        [*recents(attendu, maintenant)],
        [page for page in others if du_jour(page, day)] or others[:1],
        others if len(others) <= _PEU else [],
    )
    seen: set[str] = set()
    for group in groups:
        yield [attendu.actes[page] for page in group if page not in seen]
        seen.update(group)


def du_jour(page: str, jour: int) -> bool:
    """Whether it is the day of an act that nothing else makes pressing: one in thirty, always the same for each.

    Args:
        page: the page of the act.
        jour: the day, counted from any day.
    """
    return (int(sceau(page.encode())[:8], 16) - jour) % TOUR == 0


def recents(attendu: Attendu, maintenant: datetime) -> Iterator[str]:
    """The acts in their first two months, or longer when they were not seen online meanwhile (CGCT R2131-1).

    When there are more than can be asked for, they are not the same that are left out each day.
    """
    authority = attendu.journal.collectivite
    today, day = authority.ici(maintenant).date(), maintenant.toordinal()
    for page in du_melange(attendu, day):
        since = en_ligne_depuis(attendu.en_ligne, page)
        cuts = (one.jours for one in absences(attendu.chaine, page, authority))
        if since <= today <= duree_publicite(since, cuts).fin + _MARGE:
            yield page


def du_melange(attendu: Attendu, jour: int) -> list[str]:
    """The acts in another order each day."""
    return sorted(attendu.actes, key=lambda page: sceau(f"{jour} {page}".encode()))


def accueil(sommes: Sommes) -> Cible:
    """The home page of the site."""
    return Cible(Sorte.ACCUEIL, "", sommes.get("index.html", ""))
