"""Put acts online and record them in the journal: the day of each is that of the clock."""

import argparse
import sys
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

RACINE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(RACINE / "hooks"), str(RACINE / "scripts")]

from fiche_publiee import faire, travaux  # noqa: E402 (the path first)
from greffe import Refus, allonger, journal_sain, moment, seul  # noqa: E402
from options import CACHEE, Options  # noqa: E402
from recueil import adresses  # noqa: E402
from recueil.acte import Acte  # noqa: E402
from recueil.anomalie import Anomalie  # noqa: E402
from recueil.catalogue import FICHES  # noqa: E402
from recueil.collectivite import Collectivite  # noqa: E402
from recueil.controles.documents import pdf_du_registre_fait  # noqa: E402
from recueil.journal.chaine import Chaine  # noqa: E402
from recueil.journal.etat_scelle import exposition  # noqa: E402
from recueil.journal.inscription import Changement, a_inscrire, inscrire, instant  # noqa: E402
from recueil.journal.ligne import Evenement, Identite, Ligne, Mouvement  # noqa: E402
from recueil.journal.mise_en_ligne import chemin, jour_local, prets  # noqa: E402
from recueil.journal.perime import perime  # noqa: E402
from recueil.journal.regles import REPARABLES  # noqa: E402
from recueil.journal.tenu import JOURNAL  # noqa: E402
from recueil.verification import Verification, verifier, verifier_fichiers  # noqa: E402

_A_INSCRIRE = REPARABLES | {pdf_du_registre_fait.fiche.code}
"""What this program is run to mend."""

_BLOQUENT = {fiche.code for fiche in FICHES if fiche.bloque} - _A_INSCRIRE
_AIDE = """\
sans fichier : met en ligne les brouillons dont « publier_le » est arrivé, puis inscrit au journal tout ce qui est
public et n'y est pas encore. Avec des fichiers : met en ligne et inscrit ces actes-là seuls, sans relire les autres.

code de sortie : 0 c'est fait ; 1 une erreur l'empêche, rien n'est écrit ; 2 une option ou un fichier n'est pas compris
"""


def main(arguments: list[str] | None = None) -> int:
    """Publish and record; 1 when a finding prevents it, 2 when what is asked is not understood."""
    options = _options(arguments)
    acts: Path = options.actes.resolve()
    try:
        with seul(acts):
            return _publier(acts, frozenset(f.resolve() for f in options.fichiers), moment(options.le))
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
    chains = _preparer(acts, found, ready, maintenant, choisis)
    concerned = [acte for acte in found.actes if not choisis or chemin(acte) in choisis]
    todo = travaux(concerned, ready, maintenant)
    for one in todo:
        faire(one)
    for acte in ready:
        print(f"Mis en ligne : {acte.origine.path}")
    known = _lire(acts, choisis) if todo else found
    _inscrire(acts, known, chains, maintenant, choisis)
    return 0


def _preparer(
    acts: Path, found: Verification, ready: Iterable[Acte], maintenant: datetime, choisis: frozenset[Path]
) -> dict[str, Chaine]:
    """The journals that may take a line; refuse, before anything is written, what they could not record."""
    chains: dict[str, Chaine] = {}
    waiting = {id(acte) for acte in ready}
    for authority in _concernees(found, choisis):
        chains[authority.cle] = chain = journal_sain(acts / authority.cle / JOURNAL, maintenant)
        mine = [a for a in found.actes if a.collectivite.cle == authority.cle]
        _venus(mine, maintenant)
        own = (a for a in mine if chemin(a) in choisis)
        for acte in own if chain.lignes else ():
            _reconnaitre(acte, chain, attend=id(acte) in waiting)
    return chains


def _concernees(found: Verification, choisis: frozenset[Path]) -> tuple[Collectivite, ...]:
    """The authorities whose journal may take a line: those of the acts that were chosen, or all."""
    named = {acte.collectivite.cle for acte in found.actes if not choisis or chemin(acte) in choisis}
    return tuple(one for one in found.collectivites if not choisis or one.cle in named)


def _venus(actes: Iterable[Acte], maintenant: datetime) -> None:
    """Whether each public act says a day that has come: what is recorded cannot be taken back."""
    for acte in actes:
        if acte.public and acte.publie_le and acte.publie_le > jour_local(acte, maintenant):
            raise Refus(
                f"« {acte.origine.path} » : « publie_le: {acte.publie_le.isoformat()} » n'est pas encore venu. "
                "Écrivez « publier_le » pour une mise en ligne prévue. Rien n'a été écrit."
            )


def _reconnaitre(acte: Acte, chain: Chaine, *, attend: bool) -> None:
    """Whether an act that is published alone is the one that the journal knows at its address."""
    first = chain.premieres.get(adresses.acte(acte))
    known = first is not None
    moved = first is not None and acte.publicite is not None and first.publie_le != acte.publicite.isoformat()
    if known is attend or moved:
        raise Refus(
            f"« {acte.origine.path} » n'est pas celui que le journal connaît à l'adresse « {adresses.acte(acte)} » : "
            "lancez ./scripts/verifier. Rien n'a été écrit."
        )


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


def _inscrire(
    acts: Path, found: Verification, chains: Mapping[str, Chaine], maintenant: datetime, choisis: frozenset[Path]
) -> None:
    """Add to the journals what they do not know yet, of the acts that were chosen or of all."""
    for authority in _concernees(found, choisis):
        public = [a for a in found.actes if a.collectivite.cle == authority.cle and a.public and a.publicite]
        public = [a for a in public if not choisis or chemin(a) in choisis]
        path = acts / authority.cle / JOURNAL
        chain = chains[authority.cle]
        ordered = [exposition(acte) for acte in sorted(public, key=lambda a: (a.publicite, a.origine.path))]
        changes = a_inscrire(ordered, chain)
        _rendre_compte(changes)
        if lines := inscrire(authority, changes, chain, instant(maintenant)):
            allonger(path, chain, lines)
        for line in lines:
            _dire(line)


def _rendre_compte(changements: Iterable[Changement]) -> None:
    """Refuse to record what would hide that a file was online: the check of the whole register says more."""
    for change in changements:
        if change.disparus or (change.evenement is not Evenement.PUBLIE and perime(change.fiche)):
            raise Refus(
                f"« {change.fiche.acte.origine.path} » : un fichier qui a été en ligne n'est plus le même, et rien "
                "ne le dit. Lancez ./scripts/verifier. Le journal n'a pas changé."
            )


def _dire(line: Ligne) -> None:
    what = line.acte if isinstance(line, Mouvement) else line.nom if isinstance(line, Identite) else ""
    print(f"Inscrit au journal, ligne {line.rang} : {line.evenement}, {what}")


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = Options(
        prog="./scripts/publier",
        description="Met en ligne des actes et les inscrit au journal.",
        epilog=_AIDE,
    )
    group = parser.arguments
    group.add_argument("fichiers", nargs="*", type=Path, metavar="FICHIER", help="brouillon à mettre en ligne")
    group.add_argument("--actes", type=Path, default=RACINE / "acts", metavar="DOSSIER", help="le dossier des actes")
    group.add_argument("--le", default="", help=CACHEE)
    return parser.lire(arguments)


if __name__ == "__main__":
    sys.exit(main())
