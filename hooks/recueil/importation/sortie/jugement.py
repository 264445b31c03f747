"""What writing files would do to a register: nothing that it says is lost without being asked for."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..refus import RefusError
from .choix import ORDINATEUR, Conseils
from .differences import montrer
from .fichiers import Prevu, Sort


def juger(
    prevus: Sequence[Prevu], racine: Path, *, remplacer: bool, conseils: Conseils = ORDINATEUR
) -> dict[Path, Sort]:
    """What becomes of each file.

    Raises:
        RefusError: one would be lost, has the name of another, or stands outside of the register.
    """
    _verifier_noms(prevus)
    fates = {prevu.chemin: _sort(prevu, racine, remplacer=remplacer) for prevu in prevus}
    if lost := [prevu for prevu in prevus if fates[prevu.chemin] is Sort.GARDE]:
        raise RefusError(_phrase(lost, conseils))
    return fates


def _verifier_noms(prevus: Sequence[Prevu]) -> None:
    """Refuse two files for one place, of which one would be lost."""
    counts = Counter(prevu.chemin for prevu in prevus)
    if twice := [path.name for path, count in counts.items() if count > 1]:
        raise RefusError(
            f"deux fichiers de cet acte auraient le même nom (« {twice[0]} ») : rien n'a été écrit. "
            "Donnez-les un par un."
        )


def _sort(prevu: Prevu, racine: Path, *, remplacer: bool) -> Sort:
    """What becomes of one file; kept when it says something else, which refuses them all."""
    path = prevu.chemin
    if not path.resolve().is_relative_to(racine.resolve()) or path.is_symlink():
        raise RefusError(f"« {path} » mène hors du registre : rien n'a été écrit.")
    if prevu.complete:
        return Sort.COMPLETE
    if not path.exists():
        return Sort.NOUVEAU
    if prevu.identique():
        return Sort.INCHANGE
    return Sort.REMPLACE if remplacer and path.is_file() else Sort.GARDE


def _phrase(lost: Sequence[Prevu], conseils: Conseils) -> str:
    names = ", ".join(f"« {prevu.chemin.name} »" for prevu in lost)
    there = f"dans « {lost[0].chemin.parent.name} »"
    said = "existe déjà {0} et dit autre chose" if len(lost) == 1 else "existent déjà {0} et disent autre chose"
    shown = montrer([prevu for prevu in lost if prevu.chemin.is_file()])
    return f"{names} {said.format(there)} : rien n'a été écrit. {conseils.ecraser}\n{shown}"
