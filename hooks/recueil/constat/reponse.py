"""What the site answers when it is asked for an address, and whether it is what was built."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Literal

Motif = Literal["injoignable", "page_manquante", "contenu_different"]
"""What an interruption is for: the words of its line in the journal."""

MAXIMUM = 1_000_000_000
"""Bytes beyond which no answer is read; the largest file that the usual hosts serve is a tenth of that."""

OK, TROP = 200, 429
_ERREURS, _SERVEUR = 400, 500


class Sorte(Enum):
    """What stands at an address."""

    ACCUEIL = auto()
    JOURNAL = auto()
    PAGE = auto()
    JUMEAU = auto()
    FICHIER = auto()


@dataclass(frozen=True, slots=True)
class Cible:
    """An address to ask for, and what must come."""

    sorte: Sorte
    adresse: str
    """As a visitor asks for it, from the root of the site: « scota/2026/607/ »."""
    attendu: str
    """SHA-256 of what was built."""
    collectivite: str = ""
    """The folder of the authority; none for the home page, which is that of all."""
    acte: str = ""
    """The page of the act that it belongs to."""
    ailleurs: str = ""
    """The whole address at which it is asked for, when it lives outside the site."""

    @property
    def nom(self) -> str:
        """The address, as a line of the journal names it: the home page has none of its own."""
        return self.adresse or "index.html"

    @property
    def demandee(self) -> str:
        """What is asked for."""
        return self.ailleurs or self.adresse


@dataclass(frozen=True, slots=True)
class Reponse:
    """What came."""

    statut: int
    """The HTTP status; 0 when no whole answer came."""
    sha256: str = ""
    dit: str = ""
    """In French, what came, when a status and a fingerprint do not tell it."""
    contenu: bytes = b""
    """The bytes, when they were asked to be kept."""
    patience: float = 0
    """Seconds that the site asks to wait before the next request."""

    @property
    def muette(self) -> bool:
        """Whether the site gave nothing that one could read: no answer, or a failure of its own."""
        return self.statut == 0 or self.statut >= _SERVEUR

    @property
    def refusee(self) -> bool:
        """Whether the site asks this program to come back later: it tells nothing of what a reader gets."""
        return self.statut == TROP

    def est(self, attendu: str) -> bool:
        """Whether it is the content of a fingerprint."""
        return self.statut == OK and bool(attendu) and self.sha256 == attendu

    def __str__(self) -> str:
        """In French, what came."""
        if self.dit:
            return self.dit
        return f"l'empreinte {self.sha256}" if self.statut == OK else f"la réponse {self.statut}"


@dataclass(frozen=True, slots=True)
class Faute:
    """An address that does not give what it must."""

    motif: Motif
    collectivite: str
    adresse: str
    attendu: str
    """In French."""
    recu: str
    """In French."""
    ailleurs: str = ""
    """The whole address that was asked for, when it is outside the site."""


def juger(cible: Cible, reponse: Reponse) -> Faute | None:
    """What is wrong with an answer; None when it is what was built.

    An error, or no answer, leaves the reader with nothing of the page: it is missing. Other bytes, another answer that
    is no error, or a redirection to elsewhere, put something else in its place.
    """
    if reponse.est(cible.attendu):
        return None
    missing = reponse.statut == 0 or reponse.statut >= _ERREURS
    motif: Motif = "page_manquante" if missing else "contenu_different"
    return Faute(motif, cible.collectivite, cible.nom, f"l'empreinte {cible.attendu}", str(reponse), cible.ailleurs)
