"""The whole register as Turtle: what is shared in one file, the acts in one file per authority and year.

Ten thousand acts weigh about thirty megabytes: whoever wants a year does not take ten of them, and a new act makes one
file anew. The files put end to end are the whole: ``registre.ttl`` names them all.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from .. import adresses
from ..manieres import Assemble
from ..publies import Fiche
from . import autorites, lieux
from .acte import acte
from .ensemble import Ensemble
from .noeud import Noeud, noeud
from .seance import seance
from .turtle import turtle


def fichiers_du_registre(ensemble: Ensemble) -> Iterator[tuple[str, Callable[[], str]]]:
    """Address → content, written when it is asked for; what is said of an act is in the view of its page too."""
    parts = _parts(ensemble.registre.toutes)
    yield lieux.REGISTRE, partial(_commun, ensemble, tuple(parts))
    for address, fiches in parts.items():
        pages = tuple(fiche.adresse for fiche in fiches)
        yield address, Assemble(pages, partial(_annee, ensemble, tuple(fiches)))


def _parts(fiches: Sequence[Fiche]) -> Mapping[str, list[Fiche]]:
    """The acts of each authority and year, in the order of their publication: a new one comes last."""
    found: dict[str, list[Fiche]] = defaultdict(list)
    for fiche in reversed(fiches):
        found[lieux.annee(fiche.collectivite.cle, adresses.annee(fiche.acte))].append(fiche)
    return {address: found[address] for address in sorted(found)}


def _annee(ensemble: Ensemble, fiches: Sequence[Fiche]) -> str:
    return turtle(acte(fiche, ensemble) for fiche in fiches)


def _commun(ensemble: Ensemble, parts: Sequence[str]) -> str:
    """The authorities, the sessions, and where the acts are."""
    return turtle([_ensemble(ensemble, parts), *communs(ensemble)])


def communs(ensemble: Ensemble) -> Iterator[Noeud]:
    """What several acts share: authorities, sessions."""
    for authority in ensemble.registre.collectivites:
        yield autorites.collectivite(authority, ensemble)
    for held in reversed(ensemble.registre.seances):
        yield seance(held, ensemble)


def _ensemble(ensemble: Ensemble, parts: Sequence[str]) -> Noeud:
    """The whole, as a set of data in several files."""
    newest = ensemble.registre.vies.vues_le
    said = {
        "dct:title": f"{ensemble.reglages.site_name} : données liées",
        "dct:license": ensemble.licence,
        "dct:modified": newest,
        "foaf:homepage": ensemble.reglages.site_url,
        "void:dataDump": [ensemble.url(address) for address in (lieux.REGISTRE, *parts)],
    }
    return noeud(f"{ensemble.url(lieux.REGISTRE)}#registre", "void:Dataset", said)
