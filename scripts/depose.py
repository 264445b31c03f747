"""Depositing: what lacks is sent, read back and compared; what is there is never overwritten; all faults are told."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import file_digest

from depots import Depot, EchecDepot, Trace
from pieces import Piece
from recueil.ecriture import taille

_AUTRE = (
    "un autre fichier est déjà sous ce nom dans le dépôt, et n'a pas été touché : attendu l'empreinte {0}, trouvé {1}. "
    "Quelqu'un l'a changé : retirez-le à la main, puis relancez"
)
_RELU = "ce qui a été déposé n'est pas ce qui a été envoyé : attendu l'empreinte {0}, relu {1}"
_TROP = "il pèse {0}, et ce dépôt ne prend pas plus de {1} par fichier"
_CHANGE = "« {0} » a changé depuis le contrôle des actes : relancez"


@dataclass(slots=True)
class Bilan:
    """What comes of a deposit."""

    presents: list[Piece] = field(default_factory=list)
    deposes: list[Piece] = field(default_factory=list)
    """Sent and read back; with a try, those that would be sent."""
    retires: list[str] = field(default_factory=list)
    fautes: list[str] = field(default_factory=list)
    """In French, one line each."""


def deposer(depot: Depot, pieces: Sequence[Piece], retirees: Iterable[str], *, essai: bool) -> Bilan:
    """Make a store hold what it must, and no more what it must not.

    Args:
        depot: the store.
        pieces: what it must hold.
        retirees: the names of what was served and must not be any more.
        essai: whether nothing is written.

    Raises:
        Refus: nothing can be asked of the store.
    """
    found, gone = Bilan(), tuple(retirees)
    there = depot.presents((*(one.nom for one in pieces), *gone))
    for one in pieces:
        _suivre(found, one.nom, _un(depot, one, there.get(one.nom), found, essai=essai))
    for name in gone:
        if name in there:
            _suivre(found, name, _retrait(depot, name, found, essai=essai))
    return found


def _suivre(found: Bilan, name: str, work: Callable[[], None]) -> None:
    """One file; what fails is told, and the others go on."""
    try:
        work()
    except EchecDepot as error:
        found.fautes.append(f"{name} : {error}.")


def _un(depot: Depot, piece: Piece, trace: Trace | None, found: Bilan, *, essai: bool) -> Callable[[], None]:
    def work() -> None:
        if trace:
            _comparer(depot, piece, trace)
            found.presents.append(piece)
            return
        _verifier(depot, piece)
        if not essai:
            _poser(depot, piece)
        found.deposes.append(piece)

    return work


def _poser(depot: Depot, piece: Piece) -> None:
    """Send a file, and read it again: another is not left under its address."""
    depot.poser(piece)
    try:
        _egal(depot.relire(piece.nom), piece, _RELU)
    except EchecDepot:
        depot.retirer(piece.nom)
        raise


def _retrait(depot: Depot, name: str, found: Bilan, *, essai: bool) -> Callable[[], None]:
    def work() -> None:
        if not essai:
            depot.retirer(name)
        found.retires.append(name)

    return work


def _comparer(depot: Depot, piece: Piece, trace: Trace) -> None:
    """Whether what is there is the file: as the store tells it when that is enough, or else read whole."""
    if trace.taille != piece.taille:
        raise EchecDepot(_AUTRE.format(piece.sha256, f"un fichier de {trace.taille} octets"))
    if trace.sha256 == piece.sha256 or (trace.md5 and trace.md5 == _md5(piece)):
        return
    _egal(depot.relire(piece.nom), piece, _AUTRE)


def _egal(digest: str, piece: Piece, told: str) -> None:
    if digest != piece.sha256:
        raise EchecDepot(told.format(piece.sha256, f"l'empreinte {digest}"))


def _verifier(depot: Depot, piece: Piece) -> None:
    """Whether a file can be sent."""
    if piece.taille > depot.maximum:
        raise EchecDepot(_TROP.format(taille(piece.taille), taille(depot.maximum)))
    if not piece.chemin.is_file() or _condense(piece, "sha256") != piece.sha256:
        raise EchecDepot(_CHANGE.format(piece.chemin))


def _md5(piece: Piece) -> str:
    """What a host of objects gives as « ETag »: it finds a file again, and proves nothing against a forger."""
    return _condense(piece, "md5")


def _condense(piece: Piece, algorithm: str) -> str:
    with piece.chemin.open("rb") as stream:
        return file_digest(stream, algorithm).hexdigest()
