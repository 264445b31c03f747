"""What the journal proves of the tree: its lines hold together, and each act is still what its last line says."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import takewhile
from pathlib import Path

from ..anomalie import Anomalie, Lieu, Origine, Severite
from ..ecriture import jour
from ..fiche import Famille, fiche
from ..publies import Fiche
from .chaine import Chaine, lire_chaine
from .inscription import a_inscrire
from .ligne import Evenement

JOURNAL = "journal.jsonl"
"""The file, in the folder of each authority."""

CHAINE = fiche(
    "JOURNAL-01",
    """Le journal n'est jamais retouché : chaque ligne scelle celle d'avant.

    Exemple : une ligne effacée, déplacée ou corrigée à la main.
    Correction : reprenez le fichier dans l'historique du dépôt ; « ./scripts/publier » seul y ajoute des lignes.
    """,
    "CGCT R2131-1",
)
CHANGE = fiche(
    "JOURNAL-02",
    """Un acte public est celui que dit sa dernière ligne du journal : son texte, ses données et ses fichiers.

    Exemple : un PDF remplacé sous le même nom, ou un objet corrigé, sans ligne de rectification.
    Correction : si le changement est voulu, lancez « ./scripts/publier », qui l'inscrit ; sinon reprenez l'original.
    """,
    "CGCT R2131-1",
)
DISPARU = fiche(
    "JOURNAL-03",
    """Une adresse publiée ne disparaît pas.

    Exemple : un dossier de séance renommé, ou une fiche effacée.
    Correction : redonnez à l'acte son nom et son dossier ; pour le retirer, écrivez « depublie » dans sa fiche.
    """,
    "CGCT L2131-1",
)
DATE = fiche(
    "JOURNAL-04",
    """Le premier jour de mise en ligne ne change jamais.

    Exemple : « publie_le » reculé d'une semaine après coup.
    Correction : remettez le jour que donne la première ligne de l'acte dans le journal.
    """,
    "CGCT R2131-1",
)
OUBLIE = fiche(
    "JOURNAL-05",
    """Un acte public est inscrit au journal.

    Exemple : un acte ajouté avec « publie_le », avant que la mise en ligne l'inscrive.
    Correction : lancez « ./scripts/publier » ; la mise en ligne le fait d'elle-même.
    """,
    "CGCT R2131-1",
    Severite.AVERTISSEMENT,
)

SUITE = fiche(
    "JOURNAL-06",
    """Un changement ne fait qu'ajouter des lignes au journal.

    Exemple : une proposition qui recommence le journal, ou qui en efface la fin.
    Correction : reprenez le journal d'avant, puis lancez « ./scripts/publier ».
    """,
    "CGCT R2131-1",
)

FAMILLE = Famille("journal", "Journal", (CHAINE, CHANGE, DISPARU, DATE, OUBLIE, SUITE))


def controler(path: Path, racine: Path, fiches: Iterable[Fiche], connues: AbstractSet[str]) -> Iterator[Anomalie]:
    """What is wrong between the journal of an authority and its public acts; nothing when it keeps no journal.

    Args:
        path: the journal.
        racine: the folder ``acts/``.
        fiches: the public acts of the authority whose files are all there.
        connues: the addresses of all its public acts.
    """
    if not path.is_file():
        return
    name, chain = path.relative_to(racine.parent).as_posix(), lire_chaine(path.read_bytes())
    if not chain.lignes and not chain.faute:
        yield CHAINE.anomalie(Origine(name), Lieu(name), "le journal est vide : reprenez l'original, ou supprimez-le")
        return
    if chain.faute:
        yield CHAINE.anomalie(Origine(name), Lieu(name, len(chain.lignes) + 1), f"{chain.faute} : reprenez l'original")
        return
    known = {one.adresse: one for one in fiches}
    yield from _disparus(name, chain, connues)
    yield from _dates(chain, known)
    for event, now in a_inscrire(known.values(), chain):
        yield _a_inscrire(event, known[now.acte])


def continuer(avant: Path, racine: Path) -> Iterator[Anomalie]:
    """Whether each journal of a folder of acts goes on with the one that it was before a change.

    Args:
        avant: the folder ``acts/`` before.
        racine: the same after.
    """
    for path in sorted(avant.glob(f"*/{JOURNAL}")):
        now = racine / path.parent.name / JOURNAL
        before, after = (one.read_bytes() if one.is_file() else b"" for one in (path, now))
        if not after.startswith(before):
            name, rank = now.relative_to(racine.parent).as_posix(), _communes(before, after) + 1
            told = "cette ligne n'est plus celle d'avant le changement : un journal ne fait que s'allonger"
            yield SUITE.anomalie(Origine(name), Lieu(name, rank), told)


def _communes(before: bytes, after: bytes) -> int:
    """How many lines are the same from the first."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=False)
    return len([*takewhile(lambda pair: pair[0] == pair[1], pairs)])


def _jour(iso: str) -> str:
    return jour(date.fromisoformat(iso))


def _disparus(name: str, chain: Chaine, known: AbstractSet[str]) -> Iterator[Anomalie]:
    for address, line in chain.dernieres.items():
        if address not in known:
            told = f"l'acte « {address} », en ligne depuis le {_jour(chain.premieres[address].publie_le)}, a disparu"
            yield DISPARU.anomalie(Origine(name), Lieu(name, line.rang), told)


def _dates(chain: Chaine, known: dict[str, Fiche]) -> Iterator[Anomalie]:
    for address, one in known.items():
        first = chain.premieres.get(address)
        if first and first.publie_le != one.publicite.isoformat():
            told = f"le journal dit le {_jour(first.publie_le)} (ligne {first.rang}) : remettez ce jour"
            yield DATE.anomalie(one.acte.origine, ("publie_le",), told)


def _a_inscrire(event: Evenement, one: Fiche) -> Anomalie:
    if event is Evenement.PUBLIE:
        return OUBLIE.anomalie(one.acte.origine, ("publie_le",), "cet acte n'est pas encore inscrit au journal")
    told = f"cet acte n'est plus celui que dit le journal ({event.libelle.lower()}) : lancez « ./scripts/publier »"
    return CHANGE.anomalie(one.acte.origine, (), told)
