"""What the site shows of an act: its page, its files, those that they replaced, its session."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

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
    ailleurs: str = ""
    """Its whole address, when it lives outside the site."""

    @property
    def lien(self) -> str:
        """Where a reader finds it."""
        return self.ailleurs or self.adresse

    @property
    def hote(self) -> str:
        """The name of the machine that has it, when it is another than that of the site."""
        return urlsplit(self.ailleurs).netloc

    def loge(self, domicile: str) -> "Fichier":
        """The same, at its address under another."""
        return replace(self, ailleurs=adresses.ailleurs(domicile, self.adresse, self.empreinte.sha256))

    @property
    def servi_sous(self) -> str:
        """Its name beside the page of its act, which the journal gives."""
        return self.adresse.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Ancien:
    """A file that another replaced: served still, or known by its fingerprint alone."""

    dit: FichierRemplace
    fichier: Fichier | None

    @property
    def sha256(self) -> str | None:
        """Its fingerprint, computed when the file is there and otherwise as it was noted."""
        return self.fichier.empreinte.sha256 if self.fichier else self.dit.sha256

    @property
    def taille(self) -> int | None:
        """Its size in bytes, in the same way."""
        return self.fichier.empreinte.taille if self.fichier else self.dit.taille


@dataclass(frozen=True, slots=True, eq=False)
class Fiche:
    """An act as the site shows it: what was read, and where everything of it is."""

    acte: Acte
    adresse: str
    fichiers: tuple[Fichier, ...]
    anciens: tuple[Ancien, ...] = ()
    """The files that others replaced, oldest first."""
    publicite: date = field(init=False)
    """The day that made it public; a reference document has none and is never asked."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "publicite", self.acte.publicite or date.min)

    @property
    def collectivite(self) -> Collectivite:
        """The authority."""
        return self.acte.collectivite

    @property
    def document(self) -> Fichier | None:
        """The file of the act itself, first of its files."""
        return self.fichiers[0] if self.acte.document else None

    @property
    def annexes(self) -> tuple[Fichier, ...]:
        """The files of its annexes."""
        return self.fichiers[1:] if self.acte.document else self.fichiers

    @property
    def organe(self) -> str:
        """The assembly that adopted the act, or the quality of who signed it alone; nothing when neither is said."""
        if self.acte.seance:
            return self.acte.seance.organe
        return self.acte.auteur.qualite if self.acte.auteur else ""

    def ailleurs(self, domicile: str) -> "Fiche":
        """The same, its files outside the site; itself when they are on it."""
        if not domicile:
            return self
        moved = tuple(file.loge(domicile) for file in self.fichiers)
        earlier = tuple(replace(old, fichier=old.fichier and old.fichier.loge(domicile)) for old in self.anciens)
        return replace(self, fichiers=moved, anciens=earlier)

    def rendu(self) -> Rendu:
        """The text as HTML, rendered when it is asked for: ten thousand texts are not kept."""
        return rendre(self.acte.texte)

    @property
    def servis(self) -> tuple[Fichier, ...]:
        """Every file that the site serves for it."""
        return self.fichiers + tuple(old.fichier for old in self.anciens if old.fichier)


@dataclass(frozen=True, slots=True, eq=False)
class SeancePubliee:
    """A session that is announced, or of which at least one act is public."""

    adresse: str
    collectivite: Collectivite
    seance: Seance
    fiches: tuple[Fiche, ...]
    """Its public acts, in their order in the session; none while it is only announced."""

    @property
    def publiee_le(self) -> date:
        """The first day on which something of it was public."""
        return min(self._jours)

    @property
    def modifiee_le(self) -> date:
        """The last one."""
        return max(self._jours)

    @property
    def _jours(self) -> list[date]:
        said = [fiche.publicite for fiche in self.fiches]
        return [*said, self.seance.annoncee_le] if self.seance.annoncee_le else said


def exposer(acte: Acte) -> Fiche:
    """An act with its address and its files; nothing but its dates and its objet once its page is emptied."""
    page, shown = adresses.acte(acte), acte.vide if acte.depublie else acte
    home = partial(_fichier, page, shown)
    files = tuple(home(name, title) for name, title in shown.fichiers)
    hidden = [rank for rank, old in enumerate(acte.fichiers_remplaces) if old.motif.occulte]
    clean = len(acte.fichiers_remplaces) if acte.depublie else max(hidden, default=-1) + 1
    earlier = tuple(
        _ancien(shown, old, home) if rank >= clean else Ancien(old, None)
        for rank, old in enumerate(acte.fichiers_remplaces)
    )
    return Fiche(shown, page, files, earlier)


def _fichier(page: str, acte: Acte, name: str, title: str) -> Fichier:
    path = acte.dossier / name
    return Fichier(title, name, adresses.fichier(page, name), path, empreinte(path))


def _ancien(acte: Acte, old: FichierRemplace, home: Callable[[str, str], Fichier]) -> Ancien:
    """An earlier file in which nothing had to be hidden, by a replacement of its own or by a later one."""
    if old.fichier is None:
        return Ancien(old, None)
    return Ancien(old, home(old.fichier, f"{old.annexe or acte.intitule}, fichier du {jour(old.publie_le)}"))
