"""Where the files of an act live: on the site, or where its authority said, once and for good, before recording it."""

from collections.abc import Iterable, Iterator, Mapping

from .. import adresses
from ..acte import Acte
from ..publies import Fiche
from .chaine import Chaine
from .tenu import Journal


def loger(fiches: Iterable[Fiche], journaux: Iterable[Journal]) -> list[Fiche]:
    """The public acts of a register, each with its files where they live."""
    chains = {journal.collectivite.cle: journal.chaine for journal in journaux}
    return [one.ailleurs(domicile(one.acte, chains.get(one.collectivite.cle))) for one in fiches]


def domicile(acte: Acte, chaine: Chaine | None) -> str:
    """The address under which the files of an act live; nothing when it is the site.

    An act that the journal knows keeps the home that it had on its first line, whatever the settings became: an address
    that was published does not change, unless its host closed. One that it does not know yet goes where the authority
    says today. What no journal records, a document of reference too, is on the site: nothing would keep it elsewhere.

    Args:
        acte: a public act.
        chaine: the journal of its authority, when it keeps one.
    """
    if chaine is None or acte.publicite is None:
        return ""
    told = chaine.domiciles.get(adresses.acte(acte), acte.collectivite.documents or "")
    return acte.collectivite.heberge(told)


def retires(fiche: Fiche, chaine: Chaine) -> Iterator[str]:
    """The whole addresses, outside the site, of what was once served for an act and no longer is.

    What was replaced and is still offered stays where it was, under the name that it had then.
    """
    home = fiche.collectivite.heberge(chaine.domiciles.get(fiche.adresse, ""))
    kept = {file.empreinte.sha256 for file in fiche.servis}
    for digest, name in _noms(fiche.adresse, chaine) if home else ():
        if digest not in kept:
            yield adresses.ailleurs(home, f"{fiche.adresse}{name}", digest)


def gardes(fiche: Fiche, chaine: Chaine) -> Mapping[str, str]:
    """Whole address → SHA-256 of what must stay outside the site under the name that it had when it was replaced."""
    home = fiche.collectivite.heberge(chaine.domiciles.get(fiche.adresse, ""))
    kept = {file.empreinte.sha256 for file in fiche.servis}
    named = _noms(fiche.adresse, chaine) if home else ()
    return {
        adresses.ailleurs(home, f"{fiche.adresse}{name}", digest): digest for digest, name in named if digest in kept
    }


def _noms(page: str, chaine: Chaine) -> Iterator[tuple[str, str]]:
    """Every fingerprint that the journal tells of an act, with each name that it had."""
    for line in chaine.par_acte.get(page, ()):
        for name, digest in line.fichiers.items():
            yield digest, name
