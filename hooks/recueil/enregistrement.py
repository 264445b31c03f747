"""Makes the register of the acts that are public; drafts stay out here, once and for all."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from . import adresses
from .anomalie import Anomalie
from .collectivite import Collectivite
from .journal.domicile import loger
from .journal.etat_scelle import Exposition
from .journal.tenu import Journal
from .nomenclature import TypeActe
from .ordre import rang
from .publies import Fiche, SeancePubliee
from .registre import Registre
from .seance import Seance


def inscrire(
    collectivites: Iterable[Collectivite],
    expositions: Iterable[Exposition],
    seances: Iterable[Seance],
    anomalies: Iterable[Anomalie],
    journaux: Iterable[Journal] = (),
) -> Registre:
    """The register of the acts that are public, in order."""
    kept, known = tuple(journaux), tuple(collectivites)
    fiches = loger((one.fiche for one in expositions), kept)
    registered = sorted((f for f in fiches if f.acte.publicite), key=_ordre, reverse=True)
    return Registre(
        collectivites=known,
        fiches=tuple(registered),
        references=tuple(f for f in fiches if not f.acte.publicite),
        seances=_seances(registered, {s.cle: s for s in seances}, {c.cle: c for c in known}),
        anomalies=tuple(sorted(anomalies)),
        journaux=kept,
    )


def _ordre(fiche: Fiche) -> tuple[date, date, tuple[object, ...], str]:
    """Newest publication, then newest date, then highest number; the address settles what is left."""
    return fiche.publicite, fiche.acte.date or date.min, rang(fiche.acte.numero or ""), fiche.adresse


def _seances(
    fiches: Sequence[Fiche], tenues: Mapping[str, Seance], collectivites: Mapping[str, Collectivite]
) -> tuple[SeancePubliee, ...]:
    """Those that are announced, and those of which something is public; newest first."""
    groups: dict[str, list[Fiche]] = defaultdict(list, {cle: [] for cle, one in tenues.items() if one.annoncee_le})
    for fiche in fiches:
        if fiche.acte.seance and fiche.acte.seance.cle in tenues:
            groups[fiche.acte.seance.cle].append(fiche)
    holders = {cle: collectivites[cle.split("/")[1]] for cle in groups}
    found = [_seance(tenues[cle], holders[cle], members) for cle, members in groups.items()]
    return tuple(sorted(found, key=lambda s: (s.seance.date, s.adresse), reverse=True))


def _seance(seance: Seance, authority: Collectivite, fiches: Sequence[Fiche]) -> SeancePubliee:
    ordered = sorted(fiches, key=lambda f: (_RANGS[f.acte.type], rang(f.acte.numero or ""), f.adresse))
    return SeancePubliee(adresses.seance(authority, seance.cle), authority, seance, tuple(ordered))


_RANGS = {kind: place for place, kind in enumerate(TypeActe)}
