"""The files of the lists: each says whose data it holds, under which licence, since when, and where the rest is."""

from datetime import date

from ..nomenclature import Licence
from .element import Element
from .resumes import ActeResume, AnneeResume, CollectiviteResume, ConventionResume, SeanceResume


class LicenceDesDonnees(Element, title="La licence des données"):
    """The licence (CRPA D323-2-1)."""

    nom: str
    """Nom de la licence."""
    url: str
    """Adresse de son texte."""


class Liste(Element, title="Ce que disent toutes les listes"):
    """What a reuser must tell: the source, and the day of the last change (CRPA L322-1)."""

    source: str
    """Registre d'où viennent les données."""
    licence: LicenceDesDonnees
    """Licence des données."""
    mise_a_jour: date | None
    """Dernier jour où quelque chose a été publié de ce que contient ce fichier."""


class Annees(Liste, title="Les années du registre"):
    """The years, newest first."""

    annees: tuple[AnneeResume, ...]
    """Les années, la plus récente d'abord."""


class Collectivites(Liste, title="Les collectivités du registre"):
    """The authorities."""

    collectivites: tuple[CollectiviteResume, ...]
    """Les collectivités."""


class Suite(Liste, title="Ce que disent les listes de plusieurs pages"):
    """A list in several files: the oldest first, so that only the last one grows."""

    nombre: int
    """Nombre d'éléments de toute la liste."""
    page: int
    """Numéro de cette page, à partir de 1."""
    suivante: str | None
    """Adresse de la page suivante ; rien à la dernière."""


class PageActes(Suite, title="Une page des actes d'une année"):
    """Acts of a year."""

    annee: int
    """Année."""
    actes: tuple[ActeResume, ...]
    """Les actes, par ordre de publication."""


class PageSeances(Suite, title="Une page des séances"):
    """Sessions."""

    seances: tuple[SeanceResume, ...]
    """Les séances, de la plus ancienne à la plus récente."""


class PageConventions(Suite, title="Une page des conventions"):
    """Conventions."""

    conventions: tuple[ConventionResume, ...]
    """Les conventions, par ordre de publication."""


def licence(one: Licence) -> LicenceDesDonnees:
    """The licence of the site."""
    return LicenceDesDonnees(nom=one.libelle, url=one.url)
