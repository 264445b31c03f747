"""The feeds: every public act, in RSS and in Atom, the same bytes at every build."""

import html
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

from . import adresses
from .acte import Personne
from .droit.evenements import EtatActe, Evenement
from .echeances import Echeance, entre
from .ecriture import jour
from .journal.tenu import Journal
from .pages.journal import LigneVue
from .pages.page import Reglages
from .publies import Fiche
from .registre import Registre

LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
_ONZE_HEURES = time(11, tzinfo=UTC)
_UNE_HEURE = 3_599_999_999
"""In microseconds, less one second: Wallis-et-Futuna must not see the next day."""
_DERNIERS = 50
"""Acts of a feed, newest first: a reader asks for it every hour, and keeps what it has seen."""

_ATOM = "{http://www.w3.org/2005/Atom}"


def instant(day: date) -> datetime:
    """A moment of a day that is that day in every territory of the Republic.

    11:00 UTC is 01:00 in French Polynesia and 23:00 in Wallis-et-Futuna.
    """
    return datetime.combine(day, _ONZE_HEURES)


def modification(day: date, identity: str) -> datetime:
    """A moment of the hour that follows ``instant``, always the same for an act and shared by no other.

    Acts published on one day would otherwise have the same ``atom:updated``, which readers and the W3C's validator
    take for a fault; only the day says something of the act.
    """
    digest = int.from_bytes(sha256(identity.encode()).digest()[:8], "big")
    return instant(day) + timedelta(microseconds=digest % _UNE_HEURE)


class _Entree(FeedEntry):  # type: ignore[misc]  # the library has no types
    """An entry whose Atom links keep what was said of them: feedgen 1.0 loses their rel, type and length."""

    def atom_entry(self, extensions: bool = True) -> etree._Element:  # noqa: FBT001, FBT002 (feedgen's signature)
        entry: etree._Element = super().atom_entry(extensions)
        for element, said in zip(entry.iter("link", f"{_ATOM}link"), self.link() or (), strict=True):
            element.attrib.update({key: str(value) for key, value in said.items()})
        return entry


def rss(registre: Registre, reglages: Reglages) -> bytes:
    """The RSS 2.0 feed; ``guid`` is the @ctes identifier, or the permanent address of an act that has none."""
    feed = _flux(registre, reglages, adresses.FLUX_RSS, registre.identifiant)
    return bytes(feed.rss_str(pretty=True))


def atom(registre: Registre, reglages: Reglages) -> bytes:
    """The Atom feed (RFC 4287); ``id`` is an address, as the norm asks."""
    feed = _flux(registre, reglages, adresses.FLUX_ATOM, lambda f: reglages.url(registre.permanente(f)))
    return bytes(feed.atom_str(pretty=True))


def rss_echeances(days: Sequence[Echeance], registre: Registre, reglages: Reglages, address: str) -> bytes:
    """The RSS feed of the days that count for conventions, over the twelve months that follow the newest news."""
    seen = registre.vies.vues_le or date(1970, 1, 1)
    feed = _nouveau(registre, reglages, address, f"Échéances des conventions, {reglages.site_name}")
    feed.updated(instant(seen))
    for day in entre(days, seen, 12):
        entry = feed.add_entry(order="append")
        entry.title(f"{jour(day.jour)} : {day.intitule}")
        entry.link(href=reglages.url(day.fiche.adresse), rel="alternate", type="text/html")
        entry.guid(f"urn:uuid:{day.identite(reglages.url(day.fiche.adresse))}", permalink=False)
        entry.description(html.escape(f"{day.intitule}. {day.fiche.collectivite.nom}, le {jour(day.jour)}."))
        entry.published(instant(max(registre.vies.nouvelles(day.fiche.acte))))
    return bytes(feed.rss_str(pretty=True))


def rss_journal(lignes: Sequence[LigneVue], journal: Journal, registre: Registre, reglages: Reglages) -> bytes:
    """The RSS feed of a journal, newest line first: whoever reads it keeps a copy of the seals."""
    address, page = adresses.journal_flux(journal.collectivite), adresses.journal(journal.collectivite)
    feed = _nouveau(registre, reglages, address, f"Journal des mises en ligne, {journal.collectivite.nom}")
    moments = [datetime.fromisoformat(vue.ligne.inscrit_le) for vue in lignes]
    feed.updated(max(moments, default=instant(date(1970, 1, 1))))
    for vue, moment in zip(lignes, moments, strict=True):
        about = vue.fiche.acte.titre if vue.fiche else vue.precision
        entry = feed.add_entry(order="append")
        entry.title(f"{vue.evenement} : {about}")
        entry.link(href=reglages.url(vue.fiche.adresse if vue.fiche else page), rel="alternate", type="text/html")
        entry.guid(f"urn:sha256:{vue.ligne.sceau}", permalink=False)
        entry.description(html.escape(f"Journal, ligne {vue.ligne.rang} : {vue.ligne.sceau}."))
        entry.published(moment)
    return bytes(feed.rss_str(pretty=True))


def _flux(registre: Registre, reglages: Reglages, address: str, identity: Callable[[Fiche], str]) -> FeedGenerator:
    feed = _nouveau(registre, reglages, address, reglages.site_name)
    resume_dit = html.escape if address == adresses.FLUX_RSS else str  # RSS takes it for HTML, Atom for text
    for fiche in registre.fiches[:_DERNIERS]:
        _ajoute(feed, fiche, registre, reglages, identity(fiche), resume_dit)
    return feed


def _nouveau(registre: Registre, reglages: Reglages, address: str, title: str) -> FeedGenerator:
    """A feed without its entries."""
    feed = FeedGenerator()
    feed.load_extension("dc", atom=False, rss=True)
    feed.id(reglages.url(address))
    feed.title(title)
    feed.description(reglages.description or f"Les actes publiés : {reglages.site_name}")
    feed.link(href=reglages.url(address), rel="self", type=_type(address))
    feed.link(href=reglages.site_url, rel="alternate", type="text/html")  # RSS keeps the last link alone
    feed.language("fr")
    feed.author(name=reglages.site_name)
    feed.rights(f"Licence Ouverte 2.0, {LICENCE}")
    feed.updated(instant(registre.vies.vues_le or date(1970, 1, 1)))
    return feed


def _type(address: str) -> str:
    return "application/rss+xml" if address.endswith(".rss.xml") else "application/atom+xml"


def _ajoute(
    feed: FeedGenerator,
    fiche: Fiche,
    registre: Registre,
    reglages: Reglages,
    identity: str,
    resume_dit: Callable[[str], str],
) -> None:
    entry = feed.add_entry(_Entree(), order="append")
    entry.title(fiche.acte.titre)
    entry.link(href=reglages.url(fiche.adresse), rel="alternate", type="text/html")
    entry.guid(identity or reglages.url(fiche.adresse), permalink=not identity)
    entry.description(
        resume_dit(" ".join((*suites(fiche, registre), resume(fiche), *_scelle(fiche, registre)))), isSummary=True
    )
    entry.category(term=fiche.acte.type.value, label=fiche.acte.type.libelle)
    entry.published(instant(fiche.publicite))
    entry.updated(modification(max(registre.vies.nouvelles(fiche.acte)), fiche.adresse))
    if auteur := fiche.acte.auteur:
        _signe(entry, auteur)
    if document := fiche.document:
        url, length = reglages.url(document.lien), str(document.empreinte.taille)
        entry.enclosure(url, length, "application/pdf")


def _signe(entry: FeedEntry, auteur: Personne) -> None:
    signature = f"{auteur}, {auteur.qualite}"
    entry.author(name=signature)
    entry.dc.dc_creator(signature)


def suites(fiche: Fiche, registre: Registre) -> tuple[str, ...]:
    """What happened to the act, told first: a subscriber who has read it must know that it is gone or was changed."""
    acte = fiche.acte
    events = [event for event in registre.vies.vie(acte).suites if event.etat is not EtatActe.EXPIRE]
    told = [f"{event.phrase}{_par(event)}." for event in events]
    if gone := acte.depublie:
        told.append(f"Texte et fichiers retirés du site le {jour(gone.le)} : {gone.motif.libelle}.")
    told += [f"Fichier remplacé le {jour(o.remplace_le)} : {o.motif.libelle}." for o in acte.fichiers_remplaces]
    return tuple(told)


def _scelle(fiche: Fiche, registre: Registre) -> tuple[str, ...]:
    """The seals of its first and of its last line: each subscriber keeps a copy, and so bears witness."""
    lines = registre.inscriptions(fiche)
    told = (f"Journal, ligne {line.rang} : {line.sceau}." for line in (*lines[:1], *lines[-1:]))
    return tuple(dict.fromkeys(told))


def _par(event: Evenement) -> str:
    """Who did it, and to which part."""
    by = f" par {event.par.designation}" if event.par else ""
    ruling = f" par une décision de justice du {jour(event.jugement.date)}" if event.jugement else ""
    return f"{by}{ruling}{f' ({event.portee})' if event.portee else ''}"


def resume(fiche: Fiche) -> str:
    """What a subscriber reads under the title: what it is, and the dates that matter."""
    acte = fiche.acte
    said = [acte.resume or acte.objet]
    if acte.seance:
        said.append(f"{acte.seance.organe}, séance du {jour(acte.seance.date)}")
    elif acte.date:
        said.append(f"Acte du {jour(acte.date)}")
    if acte.controle_legalite and acte.controle_legalite.recu_le:
        said.append(f"Reçu en préfecture le {jour(acte.controle_legalite.recu_le)}")
    said.append(f"{'Affiché' if acte.par_affichage else 'Publié'} le {jour(fiche.publicite)}")
    return ". ".join(part.rstrip(".") for part in said) + "."
