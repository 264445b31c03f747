"""The feeds in JSON Feed 1.1, for programs that read no XML."""

from datetime import datetime

from ..objets import Objet, ecrire
from .article import Article
from .fil import Document

_VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(document: Document) -> bytes:
    """A feed in JSON Feed."""
    head, edition = document.fil, document.fil.edition
    said: Objet = {
        "version": _VERSION,
        "title": head.titre,
        "home_page_url": edition.url(head.page),
        "feed_url": edition.url(document.adresse),
        "description": head.description,
        "language": "fr",
        "authors": [{"name": edition.editeur}],
        "_recueil": {"licence": edition.droits, "maj": _moment(document.modifie)},
        "items": [_article(one) for one in document.articles],
    }
    if edition.hub:
        said["hubs"] = [{"type": "WebSub", "url": edition.hub}]
    return ecrire(said).encode()


def _article(one: Article) -> Objet:
    said: Objet = {
        "id": one.identite,
        "url": one.url,
        "title": one.titre,
        "content_html": one.resume.html,
        "date_published": _moment(one.publie),
        "date_modified": _moment(one.modifie),
        "tags": [label for _, label in one.rubriques],
    }
    if one.auteur:
        said["authors"] = [{"name": one.auteur}]
    if one.pieces:
        said["attachments"] = [
            {"url": p.url, "mime_type": p.type, "title": p.titre, "size_in_bytes": p.taille} for p in one.pieces
        ]
    return said


def _moment(moment: datetime) -> str:
    """As RFC 3339 writes it."""
    return moment.isoformat()
