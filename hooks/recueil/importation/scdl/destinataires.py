"""Whose a row is: the authority whose SIREN begins its SIRET; the folder that the clerk gives may stand for it."""

from dataclasses import dataclass
from pathlib import Path

from ...parcours import COLLECTIVITE
from ...source import SourceIllisible, read_source
from ..refus import RefusError
from ..sortie.choix import Choix
from ..sortie.collectivites import collectivites
from .deliberation import Deliberation

_INCONNUE = (
    "COLL_SIRET : aucune collectivité de « {0} » n'a le SIREN {1}{2}. Si c'est la vôtre, créez son fichier "
    "« {0}/ma-collectivite/{3} » (guide, partie 3), {4}."
)
_ORDINATEUR = "ou dites de quelle collectivité est tout le fichier avec --vers"
_PAGE = "ou déposez le fichier dans un dossier nommé comme celui de la collectivité"


@dataclass(frozen=True, slots=True)
class Destinataire:
    """The folder of an authority, and what its file says of it."""

    dossier: Path
    sorte: str


def destinataire(said: Deliberation, choix: Choix) -> Destinataire:
    """The authority of a row.

    Raises:
        RefusError: it is not known, or is not that of the folder given.
    """
    siren = said.siret[:9]
    if choix.vers:
        return _donne(choix.vers, siren, choix)
    if not siren:
        raise RefusError(f"{said.defaut_siret} Corrigez-le, {_PAGE if choix.depot else _ORDINATEUR}.")
    named = [folder for held, folder in collectivites(choix.racine) if held == siren]
    if len(named) > 1:
        names = " et ".join(f"« {folder.name} »" for folder in named)
        raise RefusError(f"COLL_SIRET : les dossiers {names} ont le même SIREN ({siren}) : corrigez l'un d'eux.")
    if not named:
        who = f" ({said.collectivite})" if said.collectivite else ""
        again = choix.conseils.recommencer
        raise RefusError(_INCONNUE.format(choix.racine.name, siren, who, COLLECTIVITE, again))
    return Destinataire(named[0], _dit(named[0], "type"))


def _donne(vers: Path, siren: str, choix: Choix) -> Destinataire:
    folder = next((one for one in (vers, *vers.parents) if (one / COLLECTIVITE).is_file()), None)
    if folder is None:
        raise RefusError(f"« {vers} » n'est pas le dossier d'une collectivité : il n'a pas de « {COLLECTIVITE} ».")
    held = "".join(_dit(folder, "siren").split())
    if siren and held and siren != held:
        raise RefusError(
            f"COLL_SIRET : la ligne est celle du SIREN {siren}, et « {folder.name} » a le SIREN {held}. "
            f"{choix.conseils.autre_dossier}"
        )
    return Destinataire(folder, _dit(folder, "type"))


def _dit(folder: Path, key: str) -> str:
    try:
        return str(read_source(folder / COLLECTIVITE, folder).champs.get(key) or "")
    except SourceIllisible:
        return ""
