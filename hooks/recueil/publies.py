"""What the site shows of an act: its page, its files, those that they replaced, its session."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from . import adresses
from .acte import Acte
from .collectivite import Collectivite
from .devenir import FichierRemplace
from .ecriture import jour
from .empreinte import Empreinte, empreinte
from .seance import Seance
from .texte import Rendu, rendre


@dataclass(frozen=True, slots=True)
class Fichier:
    """A file that the site serves for an act."""

    titre: str
    nom: str
    adresse: str
    chemin: Path
    empreinte: Empreinte


@dataclass(frozen=True, slots=True)
class Ancien:
    """A file that another replaced: served still, or known by its fingerprint alone."""

    dit: FichierRemplace
    fichier: Fichier | None

    @property
    def sha256(self) -> str | None:
        """Its fingerprint, computed when the file is there and otherwise as it was noted."""
        return self.fichier.empreinte.sha256 if self.fichier else self.dit.sha256


@dataclass(frozen=True, slots=True, eq=False)
class Fiche:
    """An act as the site shows it: what was read, and where everything of it is."""

    acte: Acte
    adresse: str
    fichiers: tuple[Fichier, ...]
    anciens: tuple[Ancien, ...] = ()
    """The files that others replaced, oldest first."""

    @property
    def collectivite(self) -> Collectivite:
        """The authority."""
        return self.acte.collectivite

    @property
    def publicite(self) -> date:
        """The day that made it public; a reference document has none and is never asked."""
        return self.acte.publicite or date.min

    @property
    def document(self) -> Fichier | None:
        """The file of the act itself, first of its files."""
        return self.fichiers[0] if self.acte.document else None

    @property
    def annexes(self) -> tuple[Fichier, ...]:
        """The files of its annexes."""
        return self.fichiers[1:] if self.acte.document else self.fichiers

    @property
    def texte(self) -> str:
        """The text that is shown; nothing once the page was emptied."""
        return "" if self.acte.depublie else self.acte.texte

    def rendu(self) -> Rendu:
        """The text as HTML, rendered when it is asked for: ten thousand texts are not kept."""
        return rendre(self.texte)

    @property
    def servis(self) -> tuple[Fichier, ...]:
        """Every file that the site serves for it."""
        return self.fichiers + tuple(old.fichier for old in self.anciens if old.fichier)


@dataclass(frozen=True, slots=True, eq=False)
class SeancePubliee:
    """A session of which at least one act is public."""

    adresse: str
    collectivite: Collectivite
    seance: Seance
    fiches: tuple[Fiche, ...]
    """Its public acts, in their order in the session."""


def exposer(acte: Acte) -> Fiche:
    """An act with its address and its files."""
    page = adresses.acte(acte)
    files = tuple(_fichier(page, acte, name, title) for name, title in acte.fichiers)
    return Fiche(acte, page, files, tuple(_ancien(page, acte, old) for old in acte.fichiers_remplaces))


def _fichier(page: str, acte: Acte, name: str, title: str) -> Fichier:
    path = acte.dossier / name
    return Fichier(title, name, adresses.fichier(page, name), path, empreinte(path))


def _ancien(page: str, acte: Acte, old: FichierRemplace) -> Ancien:
    """An earlier file; served only when nothing in it must be hidden."""
    if old.fichier and not old.motif.occulte and not acte.depublie:
        kept = _fichier(page, acte, old.fichier, f"{acte.intitule}, fichier du {jour(old.publie_le)}")
        return Ancien(old, kept)
    return Ancien(old, None)
