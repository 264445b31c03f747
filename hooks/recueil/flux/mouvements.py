"""What became of acts already published: corrected, amended, repealed, withdrawn, annulled, expired; newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import NAMESPACE_URL, uuid5

from .. import adresses
from ..droit.evenements import Evenement
from ..ecriture import jour
from ..publies import Fiche
from ..registre import Registre
from .actes import par
from .article import Article, Resume, instant, modification
from .edition import Edition
from .fil import EPOQUE, Contenu, Fil

_DESCRIPTION = "Ce que deviennent les actes déjà publiés."


@dataclass(frozen=True, slots=True)
class Mouvement:
    """Something that happened to a published act."""

    fiche: Fiche
    le: date
    genre: str
    """« abroge », « fichier-remplace »…"""
    libelle: str
    """« Abrogé »."""
    propre: str
    """What tells it from another of the same act, day and kind: who did it, and to which part."""
    dit: str
    """« Abrogé à compter du 1er mars 2026 par la délibération n° 12 »."""


@dataclass(frozen=True, slots=True)
class ResumeMouvement:
    """What a subscriber reads under the title of a movement."""

    dit: str
    acte: str
    collectivite: str


def fil_mouvements(registre: Registre, edition: Edition) -> Contenu:
    """The feed of movements."""
    found = mouvements(registre)
    title = f"Actes modifiés, abrogés, retirés ou annulés, {edition.editeur}"
    seen = registre.vies.vues_le
    newest = instant(seen) if seen else EPOQUE
    fil = Fil(adresses.FLUX_MOUVEMENTS, title, adresses.REGISTRE, _DESCRIPTION, newest, edition)
    return Contenu(fil, tuple(partial(_article, one, edition) for one in found))


def mouvements(registre: Registre) -> list[Mouvement]:
    """All of them up to the newest day of the register, newest first."""
    until = registre.vies.vues_le or date.min
    found = [one for fiche in registre.fiches for one in _mouvements(fiche, registre) if one.le <= until]
    return sorted(found, key=lambda one: (one.le, one.fiche.adresse, one.genre, one.propre), reverse=True)


def _mouvements(fiche: Fiche, registre: Registre) -> Iterator[Mouvement]:
    acte = fiche.acte
    for event in registre.vies.vie(acte).suites:
        if event.le:
            yield Mouvement(
                fiche, event.le, event.etat.value, event.etat.libelle, _propre(event), f"{event.phrase}{par(event)}"
            )
    for old in acte.fichiers_remplaces:
        told = f"Fichier remplacé le {jour(old.remplace_le)} : {old.motif.libelle}"
        yield Mouvement(fiche, old.remplace_le, "fichier-remplace", "Fichier remplacé", old.sha256 or "", told)
    if gone := acte.depublie:
        told = f"Texte et fichiers retirés du site le {jour(gone.le)} : {gone.motif.libelle}"
        yield Mouvement(fiche, gone.le, "depublie", "Retiré du site", "", told)


def _propre(event: Evenement) -> str:
    by = adresses.acte(event.par) if event.par else event.jugement and event.jugement.date.isoformat()
    return f"{by or ''}#{event.portee}"


def _article(one: Mouvement, edition: Edition) -> Article:
    url, acte = edition.url(one.fiche.adresse), one.fiche.acte
    identity = uuid5(NAMESPACE_URL, f"{url}#{one.genre}-{one.le.isoformat()}-{one.propre}").urn
    return Article(
        identite=identity,
        permanente=identity,
        titre=f"{one.dit} : {acte.titre}",
        url=url,
        resume=Resume("flux/mouvement", ResumeMouvement(one.dit, acte.titre, one.fiche.collectivite.nom)),
        publie=instant(one.le),
        modifie=modification(one.le, identity),
        rubriques=((one.genre, one.libelle),),
    )
