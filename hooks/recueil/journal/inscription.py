"""What is to be recorded: acts that are new, and those that are not what their last line says."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime

from ..collectivite import Collectivite
from ..empreinte import sceau
from ..publies import Fiche
from .chaine import Chaine
from .etat_scelle import EtatScelle, Exposition
from .ligne import Evenement, Identite, Ligne, Mouvement, Suivante, canonique, enchainer

_SCELLE = tuple(one.name for one in fields(EtatScelle))


@dataclass(frozen=True, slots=True)
class Changement:
    """What a journal does not know yet of an act."""

    evenement: Evenement
    fiche: Fiche
    etat: EtatScelle
    disparus: tuple[str, ...] = ()
    """Fingerprints of the files that were served once and are no longer accounted for."""


def a_inscrire(expositions: Iterable[Exposition], chaine: Chaine) -> tuple[Changement, ...]:
    """The changes that the journal does not know yet, in the order of the acts."""
    return tuple(_changements(expositions, chaine))


def _changements(expositions: Iterable[Exposition], chaine: Chaine) -> Iterator[Changement]:
    for one in expositions:
        fiche, now, last = one.fiche, one.etat, chaine.dernieres.get(one.fiche.adresse)
        if last is None:
            yield Changement(Evenement.PUBLIE, fiche, now)
        elif any(getattr(last, name) != getattr(now, name) for name in _SCELLE):
            yield Changement(_nature(fiche, now, last), fiche, now, _disparus(fiche, now, chaine))


def _nature(fiche: Fiche, now: EtatScelle, last: Mouvement) -> Evenement:
    """What the change is, as the file of the act says it."""
    emptied = last.evenement == Evenement.RETIRE.value
    if bool(fiche.acte.depublie) is not emptied:
        return Evenement.RETABLI if emptied else Evenement.RETIRE
    if _occultes(fiche) & (set(last.fichiers.values()) - set(now.fichiers.values())):
        return Evenement.OCCULTE
    kept = last.fichiers.items() <= now.fichiers.items() and last.texte == now.texte
    return Evenement.ANNEXE_AJOUTEE if kept and len(now.fichiers) > len(last.fichiers) else Evenement.RECTIFIE


def _occultes(fiche: Fiche) -> set[str | None]:
    """Fingerprints of the files that were replaced to hide something."""
    return {old.sha256 for old in fiche.anciens if old.dit.motif.occulte}


def _disparus(fiche: Fiche, now: EtatScelle, chaine: Chaine) -> tuple[str, ...]:
    """Fingerprints of files once served, that neither a file of today nor a fingerprint that was noted accounts for."""
    if fiche.acte.depublie:
        return ()
    known = {*now.fichiers.values(), *(old.sha256 for old in fiche.anciens)}
    return tuple(digest for digest in chaine.servis(fiche.adresse) if digest not in known)


def instant(maintenant: datetime) -> str:
    """A moment as a line writes it."""
    return maintenant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def identifiee(collectivite: Collectivite, chaine: Chaine) -> bool:
    """Whether the journal says whose it is, under today's name."""
    return chaine.identite is not None and _identite(collectivite).items() <= chaine.identite.model_dump().items()


def inscrire(
    collectivite: Collectivite, changements: Iterable[Changement], chaine: Chaine, moment: str
) -> tuple[Ligne, ...]:
    """The lines to add to the journal of an authority.

    Args:
        collectivite: whose journal it is.
        changements: what is to be recorded.
        chaine: the journal, which has no fault.
        moment: now, as ``instant`` writes it; never before the last line, so that a clock set back is refused.

    Raises:
        ValueError: the moment is before the last line.
    """
    if chaine.lignes and moment < chaine.lignes[-1].inscrit_le:
        raise ValueError(chaine.lignes[-1].inscrit_le)
    return tuple(enchainer(chaine.lignes, moment, _suivantes(collectivite, tuple(changements), chaine)))


def _suivantes(collectivite: Collectivite, changes: tuple[Changement, ...], chaine: Chaine) -> Iterator[Suivante]:
    if not identifiee(collectivite, chaine) and (changes or chaine.lignes):
        yield Identite, _identite(collectivite)
    for change in changes:
        yield Mouvement, asdict(change.etat) | {"evenement": change.evenement.value}


def _identite(collectivite: Collectivite) -> dict[str, str]:
    said = sceau(canonique(collectivite.dits))
    named = {"cle": collectivite.cle, "nom": collectivite.nom, "siren": collectivite.siren, "donnees": said}
    return named | ({"documents": collectivite.documents} if collectivite.documents else {})
