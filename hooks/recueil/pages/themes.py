"""The subjects of the acts in everyday words: a citizen does not look for « domaine et patrimoine »."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from .. import adresses
from ..acte import Acte
from ..matieres import theme
from ..registre import Registre
from .listes import Classement
from .page import Lien, Page


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject, with the lists of its matières."""

    titre: str
    ancre: str
    nombre: int
    liens: tuple[Lien, ...]

    @property
    def entree(self) -> Lien:
        """Where it leads: to its only list, or to its lists in the page of the subjects."""
        address = self.liens[0].adresse if len(self.liens) == 1 else f"{adresses.THEMES}#{self.ancre}"
        return Lien(address, self.titre, self.nombre)

    @property
    def flux(self) -> Lien:
        """The feed of its acts, without the ending of its format.

        It has its own, even with a single matière: whoever follows it would miss the first act of another.
        """
        return Lien(adresses.flux_de(f"{adresses.THEMES}{self.ancre}/"), self.titre, self.nombre)


@dataclass(frozen=True, slots=True)
class VueThemes:
    """All the subjects."""

    themes: tuple[Theme, ...]


def themes(classes: Sequence[Classement]) -> tuple[Theme, ...]:
    """The subjects of which acts speak, the most spoken of first."""
    matters = next(one for one in classes if one.facette.nom == "matieres")
    groups: dict[str, list[Lien]] = {}
    for link, fiches in matters.listes:
        groups.setdefault(theme(fiches[0].acte.matiere or ""), []).append(link)
    found = (_theme(title, held) for title, held in groups.items())
    return tuple(sorted(found, key=attrgetter("nombre"), reverse=True))


def _theme(title: str, held: list[Lien]) -> Theme:
    return Theme(title, adresses.slug(title), sum(link.nombre or 0 for link in held), tuple(held))


def page_themes(registre: Registre, classes: Sequence[Classement]) -> Iterator[Page]:
    """The page of the subjects, when an act says its own."""
    if held := themes(classes):
        told = "Les actes du registre par thème : école, rues, urbanisme, budget, subventions…"
        title = "Les actes par thème"
        yield Page(adresses.THEMES, "actes/themes.html", title, VueThemes(held), registre.dernier_jour, told)


def theme_de(acte: Acte) -> Lien | None:
    """Where its subject is told, with the feed of it."""
    if not (acte.matiere and acte.publicite):
        return None
    named = theme(acte.matiere)
    return Lien(f"{adresses.THEMES}#{adresses.slug(named)}", named)
