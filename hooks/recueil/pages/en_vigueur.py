"""The acts in force at the end of each year: those that were executory and that nothing had deprived of effect."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from .. import adresses
from ..droit.evenements import EtatActe
from ..droit.transmission import decide
from ..droit.vie import Vie
from ..ecriture import jour
from ..publies import Fiche
from ..registre import Registre
from .page import Lien, Page, Pagination, tranches

_PAR_PAGE = 200
"""Lines of a plain table, which weigh little."""


@dataclass(frozen=True, slots=True)
class VueEnVigueur:
    """The acts in force on a day."""

    titre: str
    au: date
    fiches: tuple[Fiche, ...]
    nombre: int
    disparus: tuple[tuple[Fiche, EtatActe], ...]
    """Acts of that time that were since withdrawn or annulled, and so are held never to have existed."""
    indetermines: int
    """Acts of that time of which the register cannot say that they were executory."""
    pagination: Pagination
    retour: Lien


@dataclass(frozen=True, slots=True)
class VueAnnees:
    """The years, and the view by date for who has JavaScript."""

    titre: str
    liens: tuple[Lien, ...]
    donnees: str
    dernier_jour: date
    retour: Lien


def pages_en_vigueur(registre: Registre) -> Iterator[Page]:
    """A page per year end, from the first public act to the newest day of the register."""
    seen = registre.vies.vues_le
    acts = [fiche for fiche in registre.fiches if decide(fiche.acte)]
    if seen is None:
        return
    lives = [(fiche, registre.vies.vie(fiche.acte)) for fiche in acts]
    first = min((fiche.publicite.year for fiche in acts), default=seen.year)
    links = []
    for year in range(seen.year, first - 1, -1):
        day = min(date(year, 12, 31), seen)
        kept = [fiche for fiche, life in lives if life.en_vigueur(day)]
        links.append(Lien(adresses.en_vigueur(year), f"Au {jour(day)}", len(kept)))
        yield from _annee([held for held in lives if held[0].publicite <= day], kept, day, seen)
    back = Lien(adresses.REGISTRE, "Registre des actes")
    view = VueAnnees("Actes en vigueur", tuple(links), adresses.ETATS, seen, back)
    yield Page(adresses.EN_VIGUEUR, "actes/annees.html", view.titre, view, seen)


def _annee(lives: Sequence[tuple[Fiche, Vie]], kept: Sequence[Fiche], day: date, seen: date) -> Iterator[Page]:
    """The end of a year: the acts that were public, those of them that were in force, and the newest day known."""
    title = f"Actes en vigueur au {jour(day)}"
    gone = tuple((fiche, state) for fiche, life in lives if (state := life.aneanti))
    unknown = sum(life.etat(day) is EtatActe.PUBLIE for _, life in lives)
    back = Lien(adresses.EN_VIGUEUR, "Actes en vigueur, par année")
    for part in tranches(adresses.en_vigueur(day.year), kept, _PAR_PAGE):
        first = part.numero == 1
        view = VueEnVigueur(
            title, day, part.elements, len(kept), gone if first else (), unknown if first else 0, part.pagination, back
        )
        yield Page(part.adresse, "actes/en_vigueur.html", title + part.suffixe, view, seen)
