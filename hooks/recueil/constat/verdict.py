"""The line that a look adds to the journal of an authority: seen, not seen, or nothing when it cannot be told."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from ..journal.ligne import Constat, Interruption, Mouvement, Suivante
from .attendu import Attendu
from .liste import Etat, Liste
from .regard import Regard
from .reponse import Cible, Faute, Motif, Sorte

_GRAVITE: tuple[Motif, ...] = ("injoignable", "page_manquante", "contenu_different")
"""What deprives the reader of most comes first: of the whole site, of a page, of the right bytes alone."""


def conclure(attendu: Attendu, regard: Regard, liste: Liste, site: str) -> Suivante | None:
    """The line that a look adds to the journal of an authority; None when it cannot be told.

    Args:
        attendu: what had to be online of the authority.
        regard: what was seen.
        liste: what the site says of itself.
        site: its address.
    """
    if regard.muet:
        return injoignable(site)
    if wrong := regard.fautes_de(attendu):
        return interrompu(site, wrong)
    read = bool(lus(attendu, regard.vues)) or not attendu.actes
    if read and liste.etat is Etat.CONNU and certain(attendu, regard.accueil, regard.vues):
        return constate(attendu, site, liste.reponse.sha256, regard.vues)
    return None


def interrompu(site: str, fautes: Iterable[Faute]) -> Suivante:
    """The line that says that the site was not what it had to be.

    Args:
        site: its address.
        fautes: what was wrong, at one address at least.
    """
    worst = sorted(fautes, key=lambda fault: (_GRAVITE.index(fault.motif), fault.adresse))
    named = list(dict.fromkeys(fault.adresse for fault in worst))
    shown = named[: Interruption.MAXIMUM]
    return Interruption, {"site": site, "motif": worst[0].motif, "adresses": shown, "nombre": len(named)}


def injoignable(site: str) -> Suivante:
    """The line that says that the whole site did not answer."""
    return Interruption, {"site": site, "motif": _GRAVITE[0], "adresses": [], "nombre": 0}


def constate(attendu: Attendu, site: str, empreinte: str, vues: AbstractSet[Cible]) -> Suivante:
    """The line that says that the site was what it had to be.

    Args:
        attendu: what had to be online of the authority.
        site: the address of the site.
        empreinte: SHA-256 of the list of its fingerprints.
        vues: what was read and was right.
    """
    own = [one.sorte for one in vues if one.collectivite == attendu.cle]
    said = {"pages": own.count(Sorte.PAGE), "fichiers": own.count(Sorte.FICHIER), "lus": lus(attendu, vues)}
    return Constat, {"site": site, "jusqu_a": jusqu_a(attendu, vues), "empreinte": empreinte, **said}


def lus(attendu: Attendu, vues: AbstractSet[Cible]) -> list[int]:
    """The acts of which everything was read and was right, by the rank of the line that tells their state."""
    last = attendu.en_ligne.dernieres
    return sorted(last[page].rang for page, own in attendu.actes.items() if vues >= frozenset(own))


def certain(attendu: Attendu, accueil: Cible | None, vues: AbstractSet[Cible]) -> bool:
    """Whether enough was seen to say that all is right: the home page, and all that was wrong the last time."""
    needed = {one for page in attendu.suspects for one in attendu.actes[page]}
    return accueil in vues and needed <= vues


def jusqu_a(attendu: Attendu, vues: AbstractSet[Cible]) -> int:
    """The rank up to which every act was seen, now or before, in the state of its last line up to there.

    A line that is not online yet is not seen; neither is one that a later line replaced before anyone looked.
    """
    best, waiting = attendu.chaine.vu_jusqu_a, set[str]()
    online = attendu.en_ligne
    for line in online.lignes[best:]:
        if isinstance(line, Mouvement):
            last = online.dernieres[line.acte] is line
            seen = last and vues >= frozenset(attendu.actes[line.acte])
            (waiting.discard if seen else waiting.add)(line.acte)
        if not waiting:
            best = line.rang
    return best
