"""The article of an act: what became of it first, then what it is, the dates that matter, and its seals."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..droit.etat import etat
from ..droit.evenements import EtatActe, Evenement
from ..ecriture import jour
from ..matieres import libelle_matiere
from ..publies import Fiche
from ..registre import Registre
from .article import Article, Piece, Resume, instant, modification
from .edition import Edition


@dataclass(frozen=True, slots=True)
class ResumeActe:
    """What a subscriber reads under the title of an act."""

    suites: tuple[str, ...]
    dit: str
    collectivite: str
    dates: tuple[str, ...]
    sceaux: tuple[str, ...]


def article_acte(fiche: Fiche, registre: Registre, edition: Edition) -> Article:
    """An act, as subscribers are told of it."""
    acte, url = fiche.acte, edition.url(fiche.adresse)
    view = ResumeActe(
        suites(fiche, registre),
        acte.resume or acte.objet,
        fiche.collectivite.nom,
        tuple(_dates(fiche)),
        _scelle(fiche, registre),
    )
    return Article(
        identite=_identite(fiche, registre) or url,
        permanente=edition.url(registre.permanente(fiche)),
        titre=acte.titre,
        url=url,
        resume=Resume("flux/acte", view),
        publie=instant(fiche.publicite),
        modifie=modification(max(registre.vies.nouvelles(acte)), fiche.adresse),
        auteur=f"{acte.auteur}, {acte.auteur.qualite}" if acte.auteur else "",
        rubriques=tuple(_rubriques(fiche)),
        pieces=tuple(Piece(edition.url(f.lien), f.titre, f.empreinte.taille) for f in fiche.fichiers),
    )


def _identite(fiche: Fiche, registre: Registre) -> str:
    """The @ctes identifier with the number of the version, from the second on; nothing for an act that has none.

    A reader that has shown an article shows it no more: an act whose files were replaced or taken away is another.
    """
    identifier = registre.identifiant(fiche)
    version = 1 + len(fiche.acte.fichiers_remplaces) + bool(fiche.acte.depublie)
    return f"{identifier}#{version}" if identifier and version > 1 else identifier


def _rubriques(fiche: Fiche) -> Iterator[tuple[str, str]]:
    acte = fiche.acte
    yield acte.type.value, acte.type.libelle
    if acte.matiere:
        yield acte.matiere, libelle_matiere(acte.matiere)


def suites(fiche: Fiche, registre: Registre) -> tuple[str, ...]:
    """What happened to the act, told first: a subscriber who has read it must know that it is gone or was changed."""
    acte = fiche.acte
    events = [event for event in registre.vies.vie(acte).suites if event.etat is not EtatActe.EXPIRE]
    told = [f"{event.phrase}{par(event)}." for event in events]
    if gone := acte.depublie:
        told.append(f"Texte et fichiers retirés du site le {jour(gone.le)} : {gone.motif.libelle}.")
    told += [f"Fichier remplacé le {jour(o.remplace_le)} : {o.motif.libelle}." for o in acte.fichiers_remplaces]
    return tuple(told)


def par(event: Evenement) -> str:
    """Who did it, and to which part."""
    by = f" par {event.par.designation}" if event.par else ""
    ruling = f" par une décision de justice du {jour(event.jugement.date)}" if event.jugement else ""
    return f"{by}{ruling}{f' ({event.portee})' if event.portee else ''}"


def _dates(fiche: Fiche) -> Iterator[str]:
    """Each a sentence, in the order of the life of an act."""
    acte = fiche.acte
    if acte.seance:
        yield f"{acte.seance.organe}, séance du {jour(acte.seance.date)}"
    elif acte.date:
        yield f"Acte du {jour(acte.date)}"
    if acte.controle_legalite and acte.controle_legalite.recu_le:
        yield f"Reçu en préfecture le {jour(acte.controle_legalite.recu_le)}"
    yield f"{'Affiché' if acte.par_affichage else 'Publié'} le {jour(fiche.publicite)}"
    known = etat(acte)
    if known and known.execution.le.valeur:
        yield f"Exécutoire le {jour(known.execution.le.valeur)}"
    if known and (limit := known.recours.contentieux.valeur):
        yield f"Recours devant le tribunal : en principe jusqu'au {jour(limit.jusqu_au)}"


def _scelle(fiche: Fiche, registre: Registre) -> tuple[str, ...]:
    """The seals of its first and of its last line: each subscriber keeps a copy, and so bears witness."""
    lines = registre.inscriptions(fiche)
    told = (f"Journal, ligne {line.rang} : {line.sceau}." for line in (*lines[:1], *lines[-1:]))
    return tuple(dict.fromkeys(told))
