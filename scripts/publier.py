"""Put acts online and record them in the journal: the only program that reads a clock."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

if sys.platform != "win32":
    import fcntl

RACINE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(RACINE / "hooks"), str(RACINE / "scripts")]

from options import Options  # noqa: E402 (the path first)
from recueil.acte import Acte  # noqa: E402
from recueil.anomalie import Anomalie  # noqa: E402
from recueil.catalogue import FICHES  # noqa: E402
from recueil.journal.chaine import lire_chaine  # noqa: E402
from recueil.journal.controle import CHANGE, JOURNAL, OUBLIE  # noqa: E402
from recueil.journal.inscription import a_inscrire, inscrire  # noqa: E402
from recueil.journal.ligne import Ligne  # noqa: E402
from recueil.journal.mise_en_ligne import chemin, dater, jour_local, prets  # noqa: E402
from recueil.publies import exposer  # noqa: E402
from recueil.verification import Verification, verifier, verifier_fichiers  # noqa: E402

_A_INSCRIRE = {CHANGE.code, OUBLIE.code}
"""What this program is run to mend."""

_BLOQUENT = {fiche.code for fiche in FICHES if fiche.bloque} - _A_INSCRIRE
_AIDE = """\
sans fichier : met en ligne les brouillons dont « publier_le » est arrivé, puis inscrit au journal tout ce qui est
public et n'y est pas encore. Avec des fichiers : met en ligne et inscrit ces actes-là seuls, sans relire les autres.

code de sortie : 0 c'est fait ; 1 une erreur l'empêche, rien n'est écrit ; 2 une option ou un fichier n'est pas compris
"""


class Refus(Exception):  # noqa: N818 (the name says what a person is told)
    """The work cannot be done; its text, in French, says why."""


def main(arguments: list[str] | None = None) -> int:
    """Publish and record; 1 when a finding prevents it, 2 when what is asked is not understood."""
    options = _options(arguments)
    acts: Path = options.actes.resolve()
    try:
        with _seul(acts):
            return _publier(acts, frozenset(f.resolve() for f in options.fichiers), _moment(options.le))
    except Refus as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(
            f"« {error.filename or acts} » ne peut pas être lu ou écrit : vérifiez la place et les droits.",
            file=sys.stderr,
        )
    return 2


def _publier(acts: Path, choisis: frozenset[Path], maintenant: datetime) -> int:
    """Date the drafts that are ready, then record; each file is written whole, the journal last."""
    found = _lire(acts, choisis)
    ready = prets(found.actes, maintenant, choisis)
    if missing := choisis - {chemin(acte) for acte in found.actes}:
        raise Refus(f"« {min(missing)} » n'est pas un acte de « {acts} », ou ne peut pas être lu.")
    if blocking := [*_empechements(found, ready)]:
        print(*blocking, sep="\n", file=sys.stderr)
        return 1
    for acte in ready:
        path = chemin(acte)
        _ecrire(path, dater(path.read_text(encoding="utf-8"), jour_local(acte, maintenant)).encode())
        print(f"Mis en ligne : {acte.origine.path}")
    known = _lire(acts, choisis) if ready else found
    _inscrire(acts, known, maintenant, choisis)
    return 0


def _lire(acts: Path, choisis: frozenset[Path]) -> Verification:
    """All the acts, or the folders of those that a person chose, which are read at once among ten thousand."""
    return verifier_fichiers(acts, choisis) if choisis else verifier(acts)


def _empechements(found: Verification, ready: Iterable[Acte]) -> Iterable[Anomalie]:
    """What prevents: an error anywhere, or in a draft that is to go online what would be one."""
    paths = {acte.origine.path for acte in ready}
    for one in found.anomalies:
        if (one.bloque and one.code not in _A_INSCRIRE) or (
            one.lieu.path in paths and one.code in _BLOQUENT and not one.derogation
        ):
            yield one


def _inscrire(acts: Path, found: Verification, maintenant: datetime, choisis: frozenset[Path]) -> None:
    """Add to the journal of each authority what it does not know yet, of the acts that were chosen or of all."""
    for authority in found.collectivites:
        public = [a for a in found.actes if a.collectivite.cle == authority.cle and a.public and a.publicite]
        public = [a for a in public if not choisis or chemin(a) in choisis]
        path = acts / authority.cle / JOURNAL
        before = path.read_bytes() if path.is_file() else b""
        lines = _lignes(path, before, sorted(public, key=lambda a: (a.publicite, a.origine.path)), maintenant)
        if lines:
            _ecrire(path, before + b"".join(line.octets() + b"\n" for line in lines))
        for line in lines:
            print(f"Inscrit au journal, ligne {line.rang} : {line.evenement}, {line.acte}")


def _lignes(path: Path, before: bytes, public: Iterable[Acte], maintenant: datetime) -> Sequence[Ligne]:
    """The lines to add; refused when the journal cannot be trusted, or is ahead of the clock."""
    chain = lire_chaine(before)
    if chain.faute:
        raise Refus(f"{path.name}, ligne {len(chain.lignes) + 1} : {chain.faute}. Rien n'a été inscrit.")
    try:
        return inscrire(a_inscrire([exposer(acte) for acte in public], chain), chain, maintenant)
    except ValueError as error:
        late = f"L'horloge est en retard : le journal a une ligne du {error}. Rien n'a été inscrit."
        raise Refus(late) from error


def _ecrire(path: Path, content: bytes) -> None:
    """Write a file whole, or not at all: a crash leaves the one before."""
    hidden = path.with_name(f".{path.name}.{os.getpid()}.neuf")
    try:
        with hidden.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        hidden.replace(path)
    finally:
        hidden.unlink(missing_ok=True)


@contextmanager
def _seul(acts: Path) -> Iterator[None]:
    """Wait until no other run on this machine writes to this folder; a crash releases it."""
    if sys.platform == "win32":
        yield
        return
    folder = os.open(acts, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _moment(le: str) -> datetime:
    """The moment of the publication: now, or what the tests ask."""
    if not le:
        return datetime.now(UTC)
    try:
        read = datetime.fromisoformat(le)
    except ValueError as error:
        raise Refus(f"« {le} » n'est pas une date : écrivez 2026-05-27, ou 2026-05-27T10:00:00+02:00.") from error
    if len(le) == len(date.min.isoformat()):
        return datetime.combine(read.date(), time(12), UTC)
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = Options(
        prog="./scripts/publier",
        description="Met en ligne des actes et les inscrit au journal.",
        epilog=_AIDE,
    )
    parser.arguments.add_argument(
        "fichiers", nargs="*", type=Path, metavar="FICHIER", help="brouillon à mettre en ligne"
    )
    parser.add_argument("--actes", type=Path, default=RACINE / "acts", metavar="DOSSIER", help="le dossier des actes")
    parser.add_argument(
        "--le", default="", metavar="DATE", help="le jour de la mise en ligne, à la place d'aujourd'hui"
    )
    return parser.lire(arguments)


if __name__ == "__main__":
    sys.exit(main())
