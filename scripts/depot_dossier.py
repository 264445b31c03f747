"""A store that is a folder: a disk of the server of the town, mounted, or copied to it afterwards."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from depots import EchecDepot, Trace
from greffe import Refus, ecrire
from pieces import Piece
from recueil.empreinte import empreinte

_LISIBLE = 0o644


class DepotDossier:
    """Files in folders, written whole."""

    maximum = 1 << 62

    def __init__(self, dossier: Path) -> None:
        """Begin with a folder that is there: one that is missing may be a disk that is not mounted.

        Raises:
            Refus: it is not there.
        """
        if not dossier.is_dir():
            raise Refus(f"Le dossier « {dossier} » n'existe pas : créez-le, ou montez le disque qui le contient.")
        self._dossier = dossier

    def presents(self, noms: Iterable[str]) -> Mapping[str, Trace]:
        """The files that are there, each read."""
        return {nom: self._trace(path) for nom in noms if (path := self._dossier / nom).exists() or path.is_symlink()}

    def relire(self, nom: str) -> str:
        """Its SHA-256."""
        try:
            return empreinte(self._dossier / nom).sha256
        except OSError as error:
            raise EchecDepot(f"le fichier ne peut pas être relu ({error.strerror})") from error

    def poser(self, piece: Piece) -> None:
        """Write it beside its place, then move it there."""
        path = self._dossier / piece.nom
        try:
            if shutil.disk_usage(self._dossier).free < piece.taille:
                raise EchecDepot("il n'y a plus de place dans ce dossier")
            path.parent.mkdir(exist_ok=True)
            ecrire(path, piece.chemin.read_bytes())
            path.chmod(_LISIBLE)
        except OSError as error:
            raise EchecDepot(f"le fichier ne peut pas être écrit ({error.strerror})") from error

    def retirer(self, nom: str) -> None:
        """Delete it."""
        try:
            (self._dossier / nom).unlink(missing_ok=True)
        except OSError as error:
            raise EchecDepot(f"le fichier ne peut pas être retiré ({error.strerror})") from error

    @staticmethod
    def _trace(path: Path) -> Trace:
        """A link or a folder in the place of a file is not the file."""
        if path.is_symlink() or not path.is_file():
            return Trace(-1)
        known = empreinte(path)
        return Trace(known.taille, sha256=known.sha256)
