"""The legal notice: who publishes, who hosts, whom to write to; from the authorities and the settings of the site."""

from dataclasses import dataclass

from .. import adresses
from ..collectivite import Collectivite
from ..nomenclature import Licence
from ..registre import Registre
from ..reglages import Mentions
from .page import Page, Reglages


@dataclass(frozen=True, slots=True)
class VueMentions:
    """What the law asks a site to say of those who make it (loi n° 2004-575, article 1-1; CRPA L312-1-2)."""

    collectivites: tuple[Collectivite, ...]
    mentions: Mentions
    licence: Licence


def page_mentions(registre: Registre, reglages: Reglages) -> Page:
    """The legal notice."""
    view = VueMentions(registre.collectivites, reglages.options.mentions, reglages.licence)
    told = "Qui publie ce registre, qui l'héberge, quelles données personnelles il contient et à qui écrire."
    return Page(adresses.MENTIONS, "actes/mentions.html", "Mentions légales", view, description=told)
