"""What a town shows of its acts on its own site: small pages, and the page that says how to put them there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .. import adresses
from ..publies import Fiche, SeancePubliee
from ..registre import Registre
from .page import Page, Reglages
from .seances import titre

MONTRES = 8
"""Acts of a small page: as many as are read beside something else."""


@dataclass(frozen=True, slots=True)
class VueCadre:
    """A small page: acts, or a session and its acts, or the box of the search."""

    titre: str
    suite: str
    """Where all of it is."""
    fiches: tuple[Fiche, ...] = ()
    tenue: SeancePubliee | None = None
    recherche: bool = False


@dataclass(frozen=True, slots=True)
class Extrait:
    """What is copied into the page of another site."""

    titre: str
    montre: str
    """What it shows, for the script: ``actes/scota``."""
    cadre: str
    """The whole address of the small page."""
    script: str


@dataclass(frozen=True, slots=True)
class VueIntegration:
    """The page that gives what to copy."""

    extraits: tuple[Extrait, ...]


def pages_integration(registre: Registre, reglages: Reglages) -> Iterator[Page]:
    """The small pages, and the one that says how to show them."""
    frames = [*_cadres(registre)]
    for address, view in frames:
        yield Page(address, "actes/cadre.html", view.titre, view, registre.dernier_jour, plan=False)
    script = reglages.url("assets/integrer.js")
    told = tuple(
        Extrait(_nom(view), address.removeprefix(adresses.CADRES).rstrip("/"), reglages.url(address), script)
        for address, view in frames
    )
    title = "Montrer les actes sur un autre site"
    yield Page(adresses.INTEGRATION, "actes/integration.html", title, VueIntegration(told), registre.dernier_jour)


def _nom(vue: VueCadre) -> str:
    """What an extract is called on the other site, where it stays while what it shows changes."""
    return f"Dernière séance, {vue.tenue.collectivite.nom}" if vue.tenue else vue.titre


def _cadres(registre: Registre) -> Iterator[tuple[str, VueCadre]]:
    yield _des_actes("actes/", "Derniers actes publiés", registre.fiches, adresses.REGISTRE)
    for authority in registre.collectivites:
        own, home = registre.actes_de(authority), adresses.collectivite(authority)
        yield _des_actes(f"actes/{authority.cle}/", f"Derniers actes, {authority.nom}", own, home)
        held = next((tenue for tenue in registre.seances_de(authority) if tenue.fiches), None)
        if held:
            title = f"{titre(held)}, {authority.nom}"
            view = VueCadre(title, held.adresse, held.fiches[:MONTRES], held)
            yield f"{adresses.CADRES}seances/{authority.cle}/", view
    yield f"{adresses.CADRES}recherche/", VueCadre("Chercher un acte", adresses.RECHERCHE, recherche=True)


def _des_actes(place: str, title: str, fiches: Sequence[Fiche], suite: str) -> tuple[str, VueCadre]:
    return f"{adresses.CADRES}{place}", VueCadre(title, suite, tuple(fiches[:MONTRES]))
