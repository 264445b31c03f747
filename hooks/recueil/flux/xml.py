"""The feeds in RSS 2.0 and in Atom (RFC 4287), the same bytes at every build."""

from collections.abc import Iterator, Mapping, Sequence

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from .article import Article
from .fil import Document

_ATOM = "{http://www.w3.org/2005/Atom}"
_HISTOIRE = "http://purl.org/syndication/history/1.0"
_ARCHIVE = f"{{{_HISTOIRE}}}archive"
_RSS_TYPE, _ATOM_TYPE = "application/rss+xml", "application/atom+xml"


class _Entree(FeedEntry):  # type: ignore[misc]  # the library has no types
    """An entry whose Atom links keep what was said of them: feedgen 1.0 loses their rel, type and length."""

    def atom_entry(self, extensions: bool = True) -> etree._Element:  # noqa: FBT001, FBT002 (feedgen's signature)
        entry: etree._Element = super().atom_entry(extensions)
        for element, said in zip(entry.iter("link", f"{_ATOM}link"), self.link() or (), strict=True):
            element.attrib.update({key: str(value) for key, value in said.items()})
        return entry


class _Histoire(BaseExtension):  # type: ignore[misc]  # the library has no types
    """What feedgen does not write: that a document is an archive (RFC 5005, 4), and the links of RSS but « self »."""

    archive = False
    liens: Sequence[Mapping[str, str]] = ()

    def extend_atom(self, atom_feed: etree._Element) -> etree._Element:
        if self.archive:
            etree.SubElement(atom_feed, _ARCHIVE, nsmap={"fh": _HISTOIRE})
        return atom_feed

    def extend_rss(self, rss_feed: etree._Element) -> etree._Element:
        for link in self.liens:
            etree.SubElement(rss_feed[0], f"{_ATOM}link", dict(link))
        return rss_feed


def rss(document: Document) -> bytes:
    """A feed in RSS 2.0."""
    feed = _feed(document, _RSS_TYPE)
    feed.load_extension("dc", atom=False, rss=True)
    for one in document.articles:
        entry = _entree(feed, one)
        entry.guid(one.identite, permalink=one.identite == one.url)
        entry.description(one.resume.html)
        if one.auteur:
            entry.dc.dc_creator(one.auteur)
        for piece in one.pieces[:1]:  # readers of RSS take one, or lose all
            entry.enclosure(piece.url, str(piece.taille), piece.type)
    return _lisible(bytes(feed.rss_str(pretty=True)), document)


def atom(document: Document) -> bytes:
    """A feed in Atom, or an archive of one."""
    feed = _feed(document, _ATOM_TYPE)
    for one in document.articles:
        entry = _entree(feed, one)
        entry.guid(one.permanente)
        entry.summary(one.resume.html, type="html")
        if one.auteur:
            entry.author(name=one.auteur)
        for piece in one.pieces:
            entry.link(href=piece.url, rel="enclosure", type=piece.type, length=str(piece.taille), title=piece.titre)
    return _lisible(bytes(feed.atom_str(pretty=True)), document)


def _entree(feed: FeedGenerator, one: Article) -> _Entree:
    entry: _Entree = feed.add_entry(_Entree(), order="append")
    entry.title(one.titre)
    entry.link(href=one.url, rel="alternate", type="text/html")
    for term, label in one.rubriques:
        entry.category(term=term, label=label)
    entry.published(one.publie)
    entry.updated(one.modifie)
    return entry


def _feed(document: Document, kind: str) -> FeedGenerator:
    """A feed without its articles."""
    head, edition = document.fil, document.fil.edition
    feed = FeedGenerator()
    feed.id(edition.url(document.voisines.courante or f"{head.base}.atom.xml"))
    feed.title(head.titre)
    feed.description(head.description)
    feed.link(href=edition.url(document.adresse), rel="self", type=kind)
    links = [*_voisines(document)]
    for link in links:
        feed.link(**link)
    feed.register_extension("histoire", _Histoire)
    feed.histoire.archive, feed.histoire.liens = bool(document.voisines.courante), links
    feed.link(href=edition.url(head.page), rel="alternate", type="text/html")  # RSS keeps the last link alone
    feed.language("fr")
    feed.author(name=edition.editeur)
    feed.rights(edition.droits)
    feed.updated(document.modifie)
    return feed


def _voisines(document: Document) -> Iterator[dict[str, str]]:
    """The links to the other documents of the feed, and to who tells of it."""
    near, edition = document.voisines, document.fil.edition
    for rel, address in (
        ("current", near.courante),
        ("prev-archive", near.precedente),
        ("next-archive", near.suivante),
    ):
        if address:
            yield {"href": edition.url(address), "rel": rel, "type": _ATOM_TYPE}
    if edition.hub:
        yield {"href": edition.hub, "rel": "hub"}


def _lisible(octets: bytes, document: Document) -> bytes:
    """With the style that browsers give to it, so that who opens its address sees what it is."""
    style = f'<?xml-stylesheet type="text/css" href="{"../" * document.adresse.count("/")}assets/flux.css"?>'
    start, end, rest = octets.partition(b"?>\n")
    return b"".join((start, end, style.encode(), b"\n", rest))
