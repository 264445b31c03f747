"""What is known of the accessibility of the pages, criterion by criterion: the software looks at itself, no more."""

from .criteres import Critere, Moyen, Referentiel, Statut, Theme, lire, referentiel

__all__ = ["Critere", "Moyen", "Referentiel", "Statut", "Theme", "lire", "referentiel"]
