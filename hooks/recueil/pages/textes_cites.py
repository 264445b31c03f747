"""The laws and codes that the acts cite in their « Vu », and for each the acts that cite it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from .. import adresses
from ..citations import Citation, Entree, index
from ..publies import Fiche
from ..registre import Registre
from .page import Lien, Page


@dataclass(frozen=True, slots=True)
class VueTextes:
    """All the texts that are cited, by kind."""

    titre: str
    groupes: tuple[tuple[str, tuple[Entree[Fiche], ...]], ...]
    retour: Lien


@dataclass(frozen=True, slots=True)
class VueTexte:
    """A text, and who cites it."""

    titre: str
    entree: Entree[Fiche]
    fiche: Fiche | None
    """The act itself, when it is in the register."""
    retour: Lien


def _de_chez(fiche: Fiche, cited: Citation) -> Citation:
    """The citation, under the name of the authority when each numbers its own."""
    if not cited.texte.sorte.locale:
        return cited
    return replace(cited, texte=replace(cited.texte, cle=f"{fiche.collectivite.cle}-{cited.texte.cle}"))


def pages_textes_cites(registre: Registre) -> Iterator[Page]:
    """The index of the texts, and a page for each."""
    entries = index((fiche, [_de_chez(fiche, one) for one in cited]) for fiche, cited in registre.citations)
    title, newest = "Textes cités", registre.dernier_jour
    if newest is None:
        return
    groups = tuple((kind.value, tuple(group)) for kind, group in groupby(entries, lambda e: e.texte.sorte))
    view = VueTextes(title, groups, Lien(adresses.REGISTRE, "Registre des actes"))
    yield Page(adresses.TEXTES_CITES, "actes/textes_cites.html", title, view, newest)
    back = Lien(adresses.TEXTES_CITES, title)
    for entry in entries:
        seen = VueTexte(entry.texte.titre, entry, registre.citee(entry.actes[0], entry.texte), back)
        last = max(fiche.publicite for fiche in entry.actes)
        yield Page(
            adresses.texte_cite(entry.texte.cle), "actes/texte_cite.html", f"Actes citant : {seen.titre}", seen, last
        )
