"""The stores that can hold the files of the acts, each told by one line of text."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from greffe import Refus
from pieces import Piece

SECRET = "RECUEIL_DEPOT_SECRET"  # noqa: S105 (the name of a variable)
"""The variable of the environment that holds the secret key, or the token."""

_FORMES = (
    "« {0} » n'est pas un dépôt : écrivez « s3:https://s3.exemple.fr/nom-du-seau », « github:ville/fichiers » ou "
    "« dossier:/srv/fichiers »."
)


class EchecDepot(Exception):  # noqa: N818 (the name says what it is)
    """One file could not be asked for, deposited or removed; the text, in French, says why. The others may be."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What a store says of a file without its being read; an empty fingerprint is one that it does not give."""

    taille: int
    sha256: str = ""
    md5: str = ""


class Depot(Protocol):
    """A store."""

    maximum: int
    """Bytes of the largest file that it takes."""

    def presents(self, noms: Iterable[str]) -> Mapping[str, Trace]:
        """Those of these names that are there.

        Raises:
            Refus: nothing can be asked of the store.
        """

    def relire(self, nom: str) -> str:
        """The SHA-256 of what is there, read whole.

        Raises:
            EchecDepot: it cannot be read.
        """

    def poser(self, piece: Piece) -> None:
        """Put a file where nothing is.

        Raises:
            EchecDepot: it could not be.
        """

    def retirer(self, nom: str) -> None:
        """Take a file away.

        Raises:
            EchecDepot: it could not be.
        """


def ouvrir(texte: str) -> Depot:
    """The store that a line of text tells; its secrets come from the environment.

    Raises:
        Refus: it tells none, or a secret is missing.
    """
    kind, _, rest = texte.partition(":")
    if kind == "dossier" and rest:
        from depot_dossier import DepotDossier  # noqa: PLC0415 (one of them is used)

        return DepotDossier(Path(rest))
    if kind == "github" and rest.count("/") == 1:
        from depot_github import DepotGitHub  # noqa: PLC0415

        return DepotGitHub(rest, secret("le jeton GitHub"))
    if kind == "s3" and rest:
        from depot_s3 import depot_s3  # noqa: PLC0415 (its library is installed when it is used)

        return depot_s3(rest, secret("la clé secrète"))
    raise Refus(_FORMES.format(texte))


def secret(quoi: str) -> str:
    """What the store asks, as the environment holds it.

    Raises:
        Refus: it is missing.
    """
    value = os.environ.get(SECRET, "").strip()
    if not value:
        raise Refus(f"Il manque {quoi} du dépôt : mettez-la dans la variable {SECRET}.")
    return value
