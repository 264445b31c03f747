"""Which act is meant: its file, the address of its page, or its @ctes identifier."""

from pathlib import Path

from ..journal.mise_en_ligne import chemin
from ..publies import Fiche
from ..registre import Registre


def trouver(registre: Registre, nomme: str, site_url: str = "") -> Fiche | None:
    """The public act that a person names; None when there is none.

    Args:
        registre: where it is looked for.
        nomme: a file, an address with or without that of the site, or an @ctes identifier.
        site_url: the address of the site.
    """
    address = nomme.removeprefix(site_url).removeprefix("id/").strip("/")
    return registre.a_l_adresse(f"{address}/") or _par_fichier(registre, nomme) or _par_identifiant(registre, address)


def _par_fichier(registre: Registre, nomme: str) -> Fiche | None:
    path = Path(nomme)
    if path.suffix not in {".md", ".yml"} or not path.is_file():
        return None
    real = path.resolve()
    return next((f for f in registre.toutes if chemin(f.acte).resolve() == real), None)


def _par_identifiant(registre: Registre, identifier: str) -> Fiche | None:
    """The act that an identifier designates: what was sent with it bears the same."""
    return next((f for f in registre.fiches if identifier and registre.identifiant(f) == identifier), None)
