"""What the clerk asked for, and how she is answered: on a computer she types options, on the page she lays files."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Conseils:
    """What to do, in the words of the place where the clerk works."""

    recommencer: str
    quel_dossier: str
    """Which authority: an example of its folder is put in."""
    autre_dossier: str
    autre_seance: str
    """The right folder of the session is put in."""
    ecraser: str
    individuel: str
    dater: str
    """The folder of the session, and that of the authority, are put in."""


ORDINATEUR = Conseils(
    recommencer="puis recommencez",
    quel_dossier="dites de laquelle il est, par exemple avec --vers acts/{0}.",
    autre_dossier="Retirez --vers, ou donnez le dossier de sa collectivité.",
    autre_seance="Donnez --vers {0}, ou le seul dossier de la collectivité.",
    ecraser="Comparez, puis ajoutez --remplacer pour l'écraser.",
    individuel="S'il doit pourtant y entrer, comme brouillon, recommencez avec --individuel.",
    dater="",
)
PAGE = Conseils(
    recommencer="puis, dans l'onglet Actions, ouvrez « Importer » et cliquez sur Run workflow",
    quel_dossier=(
        "sur votre ordinateur, mettez-le dans un dossier nommé comme la sienne (par exemple « {0} »), "
        "puis faites glisser ce dossier dans depot."
    ),
    autre_dossier="Déposez-le directement dans depot, ou dans le dossier de sa collectivité.",
    autre_seance="Déposez-le dans « {0} », ou directement dans depot.",
    ecraser="Comparez ; pour prendre le nouveau, supprimez l'ancien, puis déposez de nouveau ce fichier.",
    individuel=(
        "S'il n'est pas individuel, ouvrez « Importer » dans l'onglet Actions, cliquez sur Run workflow "
        "et cochez « Prendre aussi les actes individuels »."
    ),
    dater="Ou bien supprimez-la et déposez de nouveau le fichier dans « depot/{0} ».",
)


@dataclass(frozen=True, slots=True)
class Choix:
    """What the clerk asked for."""

    racine: Path
    """The folder of all the acts."""
    vers: Path | None = None
    """The folder of the authority or of the session; guessed when it is not given."""
    essai: bool = False
    remplacer: bool = False
    individuel: bool = False
    """Whether an individual act is written too, as a draft."""
    depot: bool = False
    """Whether the files come from the drop folder, which is public."""

    @property
    def conseils(self) -> Conseils:
        """What to do, where she works."""
        return PAGE if self.depot else ORDINATEUR
