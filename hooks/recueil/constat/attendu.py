"""What must be online of an authority: its acts as the journal that is served says them, under their fingerprints."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from .. import adresses
from ..journal.chaine import Chaine
from ..journal.ligne import Interruption, Mouvement, en_octets
from ..journal.tenu import JOURNAL, Journal
from .reponse import Cible, Faute, Reponse, Sorte, juger

Sommes = Mapping[str, str]
"""Path of a file of the site → SHA-256, as the list that it serves says."""

_JOURNAL = "le journal du dépôt"


@dataclass(frozen=True)
class Attendu:
    """What must be online of an authority."""

    journal: Journal
    """That of the tree."""
    servies: int
    """How many of its lines are online; a line that is not is not expected of the site."""
    actes: Mapping[str, tuple[Cible, ...]]
    """Page of an act → what is to be asked for: the page, its twin, its files."""
    fautes: tuple[Faute, ...]
    """What is already known to be wrong."""

    @property
    def cle(self) -> str:
        """The folder of the authority."""
        return self.journal.collectivite.cle

    @property
    def chaine(self) -> Chaine:
        """The journal of the tree."""
        return self.journal.chaine

    @cached_property
    def en_ligne(self) -> Chaine:
        """The lines that the site is held to."""
        return _exigible(self.chaine, self.servies)

    @cached_property
    def nouveaux(self) -> tuple[str, ...]:
        """The acts of which a line was never seen online, oldest first."""
        lines = self.en_ligne.lignes[self.chaine.vu_jusqu_a :]
        return tuple(dict.fromkeys(line.acte for line in lines if isinstance(line, Mouvement)))

    @cached_property
    def suspects(self) -> tuple[str, ...]:
        """The acts that the last looks found wrong, and that no later one found right again."""
        open_ones = [line for line in _depuis_le_constat(self.chaine) if line.nombre]
        if any(line.nombre > len(line.adresses) for line in open_ones):  # it does not name them all: each may be one
            return tuple(self.actes)
        named = {address for line in open_ones for address in line.adresses}
        return tuple(page for page, own in self.actes.items() if not named.isdisjoint(one.nom for one in own))


def _exigible(chaine: Chaine, servies: int) -> Chaine:
    """The lines that are online, or that were: what was seen once cannot be taken back by an older site."""
    return Chaine(chaine.lignes[: max(servies, chaine.vu_jusqu_a)])


def _depuis_le_constat(chaine: Chaine) -> Iterator[Interruption]:
    last = chaine.constats[-1].rang if chaine.constats else 0
    return (line for line in chaine.lignes[last:] if isinstance(line, Interruption))


def cible_du_journal(journal: Journal, sommes: Sommes | None) -> Cible:
    """The journal as it is served; when no list tells its fingerprint, none is expected."""
    address, authority = f"{adresses.journal(journal.collectivite)}{JOURNAL}", journal.collectivite.cle
    return Cible(Sorte.JOURNAL, address, (sommes or {}).get(address, ""), authority)


def octets(journal: Journal) -> bytes:
    """The journal of the tree, as it is written."""
    return en_octets(journal.chaine.lignes)


def attendre_de(journal: Journal, reponse: Reponse, sommes: Sommes | None) -> Attendu:
    """What must be online, once the journal that is served was read.

    Args:
        journal: that of the tree.
        reponse: the journal that is served, with its bytes.
        sommes: the list of the site; None when it is not known to be that of what was built: no page is judged then.
    """
    target = cible_du_journal(journal, sommes)
    wrong = _faute_du_journal(journal, target, reponse)
    count = 0 if wrong else reponse.contenu.count(b"\n")
    online = _exigible(journal.chaine, count)
    acts, found = {}, [wrong] if wrong else []
    for page, line in online.dernieres.items():
        home = journal.collectivite.heberge(journal.chaine.domiciles[page])
        own = tuple(_cibles(line, target.collectivite, sommes, home))
        missing = tuple(filter(None, (_faute_de_la_liste(one, line, sommes) for one in own)))
        acts[page] = own
        found += missing
    return Attendu(journal, count, acts, tuple(found))


def _faute_du_journal(journal: Journal, cible: Cible, reponse: Reponse) -> Faute | None:
    """What is wrong with the journal that is served: it must begin that of the tree, and hold all that was seen."""
    expected = cible if cible.attendu else replace(cible, attendu=reponse.sha256)
    if fault := juger(expected, reponse):
        return fault if cible.attendu else replace(fault, attendu=_JOURNAL)
    told = ""
    if not reponse.contenu.endswith(b"\n") or not octets(journal).startswith(reponse.contenu):
        told = "un journal qui n'en est pas le début"
    elif (count := reponse.contenu.count(b"\n")) < journal.chaine.vu_jusqu_a:
        told = f"un journal plus ancien, de {count} lignes, que celui qui a déjà été vu en ligne"
    return Faute("contenu_different", cible.collectivite, cible.nom, _JOURNAL, told) if told else None


def _cibles(line: Mouvement, authority: str, sommes: Sommes | None, domicile: str) -> Iterator[Cible]:
    """What is to be asked for of an act; its files alone when the list of the site is not known.

    A line names a file beside its page, wherever it lives: the journal also says where.
    """
    page, twin = line.acte, adresses.json(line.acte)
    if sommes is not None:
        yield Cible(Sorte.PAGE, page, sommes.get(f"{page}index.html", ""), authority, page)
        yield Cible(Sorte.JUMEAU, twin, sommes.get(twin, ""), authority, page)
    for name, digest in line.fichiers.items():
        elsewhere = adresses.ailleurs(domicile, f"{page}{name}", digest) if domicile else ""
        yield Cible(Sorte.FICHIER, f"{page}{name}", digest, authority, page, elsewhere)


def _faute_de_la_liste(cible: Cible, line: Mouvement, sommes: Sommes | None) -> Faute | None:
    """What the list of the site already shows: a public act that it lacks, or a file of other bytes."""
    if sommes is None or cible.ailleurs:
        return None
    path = f"{cible.adresse}index.html" if cible.sorte is Sorte.PAGE else cible.adresse
    wanted = f"l'empreinte {cible.attendu}" if cible.attendu else f"l'acte de la ligne {line.rang} du journal"
    if path not in sommes:
        return Faute("page_manquante", cible.collectivite, cible.nom, wanted, "rien : le site construit ne l'a pas")
    if sommes[path] != cible.attendu:
        told = f"un site construit avec l'empreinte {sommes[path]}"
        return Faute("contenu_different", cible.collectivite, cible.nom, wanted, told)
    return None
