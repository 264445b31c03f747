"""What can happen to an act, and the state in which it puts it; each event has its day, its source and its article."""

from dataclasses import dataclass
from datetime import date

from ..acte import Acte
from ..devenir import Jugement
from ..nomenclature import Liste


class EtatActe(Liste):
    """The state of an act on a day."""

    BROUILLON = "brouillon", "Brouillon"
    PUBLIE = "publie", "Publié"
    EXECUTOIRE = "executoire", "Exécutoire"
    MODIFIE = "modifie", "Modifié"
    SUSPENDU = "suspendu", "Suspendu"
    EXPIRE = "expire", "Expiré"
    CADUC = "caduc", "Caduc"
    ABROGE = "abroge", "Abrogé"
    RETIRE = "retire", "Retiré"
    ANNULE = "annule", "Annulé"

    @property
    def en_vigueur(self) -> bool:
        """Whether an act in this state has its effects."""
        return self in {EtatActe.EXECUTOIRE, EtatActe.MODIFIE}


FINS = frozenset({EtatActe.EXPIRE, EtatActe.CADUC, EtatActe.ABROGE, EtatActe.RETIRE, EtatActe.ANNULE})
"""The states in which an act has no effect any more."""

SANS_EFFET = FINS | {EtatActe.SUSPENDU}
"""Those in which it has none, be it for a time."""


@dataclass(frozen=True, slots=True)
class Evenement:
    """Something that changed the state of an act."""

    etat: EtatActe
    le: date | None
    """The day of its effect; for what is retroactive, that of the decision."""
    phrase: str
    """« Abrogé à compter du 1er mars 2026 »."""
    article: str = ""
    """The text or the ruling that it follows from."""
    portee: str = ""
    """The part of the act that is touched; nothing when it is the whole."""
    par: Acte | None = None
    jugement: Jugement | None = None
    motif: str = ""

    @property
    def entier(self) -> bool:
        """Whether it touches the whole act."""
        return not self.portee

    @property
    def retroactif(self) -> bool:
        """Whether the act is held never to have existed: not when the court set the day of an annulment."""
        set_by_court = self.jugement is not None and self.jugement.effet_le is not None
        return self.etat in {EtatActe.RETIRE, EtatActe.ANNULE} and not set_by_court
