"""What the journal proves of the tree: its lines hold together, and each act is still what its last line says."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import takewhile
from pathlib import Path

from ..anomalie import Anomalie, Lieu, Origine
from ..ecriture import jour
from .absences import en_ligne_depuis
from .chaine import Chaine, lire_chaine
from .etat_scelle import Exposition
from .inscription import Changement, a_inscrire, identifiee
from .ligne import Constat, Evenement, Interruption
from .perime import perime
from .regles import CHAINE, CHANGE, DATE, DISPARU, OUBLIE, PERIME, REMPLACE, SUITE
from .tenu import JOURNAL, Journal

_PERIME = (
    "a été établi à partir d'un texte ou de données que l'acte n'a plus : renommez-le, nommez-le dans "
    "« fichiers_remplaces », et la mise en ligne fera le nouveau"
)


def controler(
    journal: Journal, racine: Path, expositions: Iterable[Exposition], connues: AbstractSet[str]
) -> Iterator[Anomalie]:
    """What is wrong between the journal of an authority and its public acts.

    Args:
        journal: the journal.
        racine: the folder ``acts/``.
        expositions: the public acts of the authority whose files are all there.
        connues: the addresses of all its public acts, and of their sessions.
    """
    name, chain = journal.chemin.relative_to(racine.parent).as_posix(), journal.chaine
    if chain.faute or not chain.lignes:
        told = f"{chain.faute or 'le journal est vide'} : reprenez l'original"
        yield CHAINE.anomalie(Origine(name), Lieu(name, len(chain.lignes) + 1), told)
        return
    if not identifiee(journal.collectivite, chain):
        told = "« collectivite.yml » n'est plus celui que scelle le journal : lancez « ./scripts/publier »"
        yield CHANGE.anomalie(Origine(name), Lieu(name), told)
    known = {one.fiche.adresse: one for one in expositions}
    yield from _disparus(name, chain, connues)
    yield from _dates(chain, known)
    for change in a_inscrire(known.values(), chain):
        yield from _a_inscrire(change, chain)


def continuer(avant: Path, racine: Path) -> Iterator[Anomalie]:
    """Whether each journal of a folder of acts goes on with the one that it was before a change.

    Args:
        avant: the folder ``acts/`` before.
        racine: the same after.
    """
    for path in sorted(avant.glob(f"*/{JOURNAL}")):
        now = racine / path.parent.name / JOURNAL
        before, after = (one.read_bytes() if one.is_file() else b"" for one in (path, now))
        name, rank = now.relative_to(racine.parent).as_posix(), _communes(before, after) + 1
        added = lire_chaine(after).lignes[rank - 1 :] if after.startswith(before) else ()
        for line in (line for line in added if isinstance(line, Constat | Interruption)):
            told = "un regard sur le site ne se propose pas : la mise en ligne l'inscrit elle-même"
            yield SUITE.anomalie(Origine(name), Lieu(name, line.rang), told)
        if not after.startswith(before):
            told = "cette ligne n'est plus celle d'avant le changement : un journal ne fait que s'allonger"
            yield SUITE.anomalie(Origine(name), Lieu(name, rank), told)


def _communes(before: bytes, after: bytes) -> int:
    """How many lines are the same from the first."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=False)
    return len([*takewhile(lambda pair: pair[0] == pair[1], pairs)])


def _jour(iso: str) -> str:
    return jour(date.fromisoformat(iso))


def _disparus(name: str, chain: Chaine, known: AbstractSet[str]) -> Iterator[Anomalie]:
    told: set[str] = set()
    for address, line in chain.dernieres.items():
        since = _depuis(chain, address)
        if address not in known:
            what = f"l'acte « {address} », en ligne depuis le {since}, a disparu"
            yield DISPARU.anomalie(Origine(name), Lieu(name, line.rang), what)
        if line.seance and line.seance not in known and line.seance not in told:
            told.add(line.seance)
            what = f"la page de séance « {line.seance} », en ligne depuis le {since} au plus tard, a disparu"
            yield DISPARU.anomalie(Origine(name), Lieu(name, line.rang), what)


def _dates(chain: Chaine, known: Mapping[str, Exposition]) -> Iterator[Anomalie]:
    for address, one in known.items():
        acte, first = one.fiche.acte, chain.declare(address)
        if first and first != (acte.publie_le.isoformat() if acte.publie_le else "") and not acte.deroge(DATE.code):
            told = f"le journal dit le {_jour(first)} : remettez ce jour, ou dites en dérogation pourquoi il est faux"
            yield DATE.anomalie(acte.origine, ("publie_le",), told)


def _depuis(chain: Chaine, address: str) -> str:
    return jour(en_ligne_depuis(chain, address))


def _a_inscrire(change: Changement, chain: Chaine) -> Iterator[Anomalie]:
    origin = change.fiche.acte.origine
    if change.evenement is Evenement.PUBLIE:
        yield OUBLIE.anomalie(origin, ("publie_le",), "cet acte n'est pas encore inscrit au journal")
    elif not change.disparus:
        what = change.evenement.libelle.lower()
        told = f"cet acte n'est plus celui que dit le journal ({what}) : lancez « ./scripts/publier »"
        yield CHANGE.anomalie(origin, (), told)
        if perime(change.fiche):
            yield PERIME.anomalie(origin, ("document",), f"« {change.fiche.acte.document} » {_PERIME}")
    for digest in change.disparus:
        name, line = chain.servis(change.fiche.adresse)[digest]
        told = (
            f"« {name} » a été en ligne (journal, ligne {line.rang}) et n'est plus le même : rendez-lui ses octets, "
            f"ou notez l'ancien dans « fichiers_remplaces », avec « sha256: {digest} »"
        )
        yield REMPLACE.anomalie(origin, ("document",), told)
