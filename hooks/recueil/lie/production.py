"""The files of linked data: where each is, and how to write it when it is asked for."""

from collections.abc import Callable, Iterator

from ..objets import ecrire
from ..registre import Registre
from . import lieux
from .catalogue import catalogue
from .edition import Reglages
from .ensemble import Ensemble
from .jeux import jeux
from .json_ld import document
from .registre import fichiers_du_registre
from .turtle import turtle


def fichiers(registre: Registre, reglages: Reglages) -> Iterator[tuple[str, Callable[[], str]]]:
    """Address → content of the register as Turtle and of the catalogue.

    Args:
        registre: the public acts.
        reglages: the settings of the site.
    """
    ensemble, known = Ensemble(registre, reglages), tuple(jeux(registre))
    yield from fichiers_du_registre(ensemble)
    yield f"{lieux.CATALOGUE}.ttl", lambda: turtle([catalogue(known, ensemble)])
    yield f"{lieux.CATALOGUE}.jsonld", lambda: ecrire(document(catalogue(known, ensemble)), indent=2)
