"""The last line of a journal and its witnesses: each is made once, checked before it is written, and never replaced."""

import sys
from dataclasses import dataclass
from pathlib import Path

from appel import SansReponse
from greffe import Refus, ecrire, journal_sain, moment
from horodatage import avis_horodatage, demander_heure
from outillage import Avis, Verdict
from recueil.collectivite import Collectivite
from recueil.journal.chaine import Chaine
from recueil.journal.ligne import Constat, Ligne
from recueil.journal.temoins import (
    AUTORITE,
    SIGNATAIRES,
    TEMOINS,
    Genre,
    TemoinExterieur,
    appui,
    inconnus,
    nom,
    signataire,
    temoins,
)
from recueil.journal.tenu import JOURNAL
from signature import avis_signature, empreinte_cle, publique, signature

_REGARDS = 30
"""As many looks from outside as wait for the same witness."""


@dataclass(frozen=True, slots=True)
class Tete:
    """The last line of a journal, and where its witnesses go."""

    collectivite: Collectivite
    dossier: Path
    chaine: Chaine

    @property
    def ligne(self) -> Ligne:
        """What is to be witnessed."""
        return self.chaine.lignes[-1]

    @property
    def temoignee(self) -> bool:
        """Whether nothing but looks from outside was written since a witness of this month: one a day would be many."""
        last = max((one.rang for one in temoins(self.dossier, self.chaine)), default=0)
        since = self.chaine.lignes[last:]
        return bool(last) and 0 < len(since) < _REGARDS and all(isinstance(line, Constat) for line in since)

    def chemin(self, genre: Genre) -> Path:
        """The file of its witness."""
        return self.dossier / nom(genre, self.ligne.rang)

    def deja(self, genre: Genre) -> Avis | None:
        """What its witness is worth; None when it has none yet."""
        found = (one for one in temoins(self.dossier, self.chaine) if one.chemin == self.chemin(genre))
        return next((avis(one) for one in found), None)


def tete(acts: Path, authority: Collectivite) -> Tete | None:
    """The last line of the journal of an authority; None when it keeps none."""
    folder = acts / authority.cle / TEMOINS
    for path in inconnus(folder):
        if path.is_symlink() or not path.is_file():
            raise Refus(f"« {path} » n'est pas un vrai fichier : retirez-le. Rien n'a été écrit.")
    chain = journal_sain(acts / authority.cle / JOURNAL, moment(""))
    if chain.lignes and signataire(chain, len(chain.lignes)) != authority.cle:
        raise Refus(
            f"Le journal de « {authority.cle} » est d'une autre : lancez ./scripts/publier. Rien n'a été écrit."
        )
    return Tete(authority, folder, chain) if chain.lignes else None


def signer(head: Tete, key: Path, *, essai: bool) -> bool:
    """Sign the line, once; the key is listed before the signature is there."""
    if (known := head.deja(Genre.SIGNATURE)) is not None:
        return _deja(head, Genre.SIGNATURE, known)
    path, listed = head.chemin(Genre.SIGNATURE), head.dossier / SIGNATAIRES
    before = listed.read_bytes() if listed.exists() else b""
    content, after = signature(key, head.ligne.octets, before, signataire(head.chaine, head.ligne.rang))
    if after != before:
        _garder(listed, after, essai=essai)
        told = f"Clé ajoutée à « {listed} » : {empreinte_cle(publique(key))}. Donnez cette empreinte ailleurs aussi."
        print(f"{_essai(essai)}{told}")
    _garder(path, content, essai=essai)
    print(f"{_essai(essai)}Signé : {path}")
    return True


def horodater(head: Tete, address: str, *, essai: bool) -> bool:
    """Have the line dated, once; an answer whose chain is not known is kept, since its hour will not come back."""
    if (known := head.deja(Genre.HORODATAGE)) is not None:
        return _deja(head, Genre.HORODATAGE, known)
    path = head.chemin(Genre.HORODATAGE)
    try:
        content, found = demander_heure(head.ligne, address, appui(head.dossier, AUTORITE))
    except SansReponse as error:
        print(f"Pas d'horodatage pour « {path} » : {error}. Rien n'a été écrit.", file=sys.stderr)
        return False
    _garder(path, content, essai=essai)
    right = found.verdict.bon
    print(f"{_essai(essai)}{'Horodaté' if right else 'Gardé'} : {path}, {found}", file=None if right else sys.stderr)
    return right


def _deja(head: Tete, genre: Genre, known: Avis) -> bool:
    """A line is witnessed once; a witness that is not right is told, and left for a person to remove."""
    if not known.verdict.bon:
        told = "" if known.verdict is Verdict.NON_VERIFIE else " S'il ne peut être réparé, retirez-le et recommencez."
        print(f"{head.chemin(genre)} : {known}.{told}", file=sys.stderr)
    return known.verdict.bon


def _garder(path: Path, content: bytes, *, essai: bool) -> None:
    if not essai:
        path.parent.mkdir(exist_ok=True)
        ecrire(path, content)


def _essai(essai: bool) -> str:  # noqa: FBT001 (what is told of it)
    return "Essai, rien n'est écrit. " if essai else ""


def avis(temoin: TemoinExterieur) -> Avis:
    """What a witness is worth."""
    if temoin.ligne is None:
        return Avis(Verdict.FAUX, f"le journal n'a pas de ligne {temoin.rang}")
    if temoin.genre is Genre.HORODATAGE:
        return avis_horodatage(temoin.chemin, temoin.ligne, temoin.appui)
    return avis_signature(temoin.chemin, temoin.ligne.octets, temoin.appui, temoin.signataire)
