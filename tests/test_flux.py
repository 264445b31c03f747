"""The feeds, read by a reader that we did not write."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from itertools import pairwise
from zoneinfo import ZoneInfo

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from outils import RACINE
from recueil import Registre, build_registre
from recueil.flux import Edition, flux
from recueil.flux.actes import ResumeActe
from recueil.flux.article import Article, Piece, Resume, instant, modification
from recueil.flux.fil import DERNIERS, Contenu, Fil, parts
from recueil.flux.json_feed import json_feed
from recueil.flux.xml import atom, rss
from recueil.matieres import theme
from recueil.pages.listes import classements
from recueil.pages.themes import themes

_SITE = "https://exemple.example/actes/"
_EDITION = Edition(_SITE, "Registre d'exemple", "Licence Ouverte 2.0", "https://relais.example/")
_TERRITOIRES = (
    "Europe/Paris",
    "America/Guadeloupe",
    "America/Cayenne",
    "America/Miquelon",
    "Indian/Reunion",
    "Indian/Mayotte",
    "Pacific/Noumea",
    "Pacific/Tahiti",
    "Pacific/Marquesas",
    "Pacific/Wallis",
    "Indian/Kerguelen",
)
_FIL = Fil("flux/actes", "Actes", "registre/", "Inventés.", instant(date(2026, 1, 1)), _EDITION)
_RESUME = Resume("flux/acte", ResumeActe((), "Acte", "Exemple", (), ()))
_XML = (".rss.xml", ".atom.xml")
_NS = {"atom": "http://www.w3.org/2005/Atom", "fh": "http://purl.org/syndication/history/1.0"}


@pytest.fixture(scope="module")
def registre() -> Registre:
    """The register of the fictional example."""
    return build_registre(RACINE / "tests" / "exemple" / "acts")


def _ecrits(registre: Registre) -> dict[str, bytes]:
    return {address: write() for address, write in flux(registre, classements(registre), _EDITION)}


@pytest.fixture(scope="module")
def ecrits(registre: Registre) -> Mapping[str, bytes]:
    """Its feeds: address → bytes."""
    return _ecrits(registre)


@given(st.dates(date(1975, 1, 1), date(2100, 1, 1)), st.sampled_from(_TERRITOIRES))
def test_le_meme_jour_partout(day: date, zone: str) -> None:
    """The day of publication is the same civil day in every French territory."""
    assert instant(day).astimezone(ZoneInfo(zone)).date() == day
    assert modification(day, f"{zone}/{day}").astimezone(ZoneInfo(zone)).date() == day


@pytest.mark.parametrize("ending", _XML)
def test_lu_par_un_lecteur(registre: Registre, ecrits: Mapping[str, bytes], ending: str) -> None:
    """A real reader finds every act, its address, its day and its PDF."""
    feed = feedparser.parse(ecrits[f"flux/actes{ending}"])
    assert not feed.bozo
    assert len(feed.entries) == len(registre.fiches)
    for entry, fiche in zip(feed.entries, registre.fiches, strict=True):
        assert entry.title == fiche.acte.titre
        assert entry.link == _EDITION.url(fiche.adresse)
        assert date(*entry.published_parsed[:3]) == fiche.publicite
        assert bool(entry.enclosures) == bool(fiche.fichiers)


def test_tous_sont_lisibles(ecrits: Mapping[str, bytes]) -> None:
    """Every feed says what it is, under which licence, where it is, who relays it, and how it looks in a browser."""
    for address, content in ecrits.items():
        if address.endswith(".json"):
            continue
        feed = feedparser.parse(content)
        assert not feed.bozo, address
        assert feed.feed.title
        assert feed.feed.rights == "Licence Ouverte 2.0"
        links = {(link.rel, link.href) for link in feed.feed.links}
        assert {("self", _SITE + address), ("hub", "https://relais.example/")} <= links
        depth = "../" * address.count("/")
        assert f'<?xml-stylesheet type="text/css" href="{depth}assets/flux.css"?>'.encode() in content


def test_trois_formes_disent_la_meme_chose(ecrits: Mapping[str, bytes]) -> None:
    """RSS, Atom and JSON Feed of a list have the same titles in the same order, for each list."""
    bases = {address.removesuffix(".json") for address in ecrits if address.endswith(".json")}
    assert {"flux/actes", "flux/mouvements", "flux/seances", "flux/echeances", "flux/actes/natures/de"} <= bases
    for base in bases:
        read = [[entry.title for entry in feedparser.parse(ecrits[base + ending]).entries] for ending in _XML]
        told = json.loads(ecrits[f"{base}.json"])
        assert read[0] == read[1] == [item["title"] for item in told["items"]]
        assert told["version"] == "https://jsonfeed.org/version/1.1"
        assert told["feed_url"] == f"{_SITE}{base}.json"


def test_pieces_jointes(registre: Registre, ecrits: Mapping[str, bytes]) -> None:
    """An enclosure gives the true length of the file."""
    own = [[f.chemin.stat().st_size for f in fiche.fichiers] for fiche in registre.fiches]
    assert any(own)
    read = feedparser.parse(ecrits["flux/actes.atom.xml"]).entries
    assert [[int(one.length) for one in entry.enclosures] for entry in read] == own
    told = json.loads(ecrits["flux/actes.json"])["items"]
    assert [[one["size_in_bytes"] for one in item.get("attachments", ())] for item in told] == own
    first = feedparser.parse(ecrits["flux/actes.rss.xml"]).entries
    assert [[int(one.length) for one in entry.enclosures] for entry in first] == [sizes[:1] for sizes in own]


def test_identites(ecrits: Mapping[str, bytes]) -> None:
    """Identities are unique in each feed, and those of Atom are addresses or URNs; a moment is that of one act."""
    for address, content in ecrits.items():
        if not address.endswith(".json"):
            guids = [entry.id for entry in feedparser.parse(content).entries]
            assert len(set(guids)) == len(guids), address
            assert address.endswith(".rss.xml") or all(guid.startswith((_SITE, "urn:")) for guid in guids)
    entries = feedparser.parse(ecrits["flux/actes.atom.xml"]).entries
    assert len({entry.updated for entry in entries}) == len(entries)
    guids = [entry.id for entry in feedparser.parse(ecrits["flux/actes.rss.xml"]).entries]
    assert any(guid.startswith("099-219900016-") for guid in guids)


def test_memes_octets(registre: Registre, ecrits: Mapping[str, bytes]) -> None:
    """Two builds write the same feeds; that of all acts is of the day of the newest one."""
    assert _ecrits(registre) == ecrits
    updated = datetime.fromisoformat(feedparser.parse(ecrits["flux/actes.atom.xml"]).feed.updated)
    assert updated.date() == registre.vies.vues_le


def test_atom_garde_ce_qui_est_dit_des_liens(ecrits: Mapping[str, bytes]) -> None:
    """The defect of the feed library is mended: an enclosure is an enclosure, not a second page."""
    tree = etree.fromstring(ecrits["flux/actes.atom.xml"])
    rels = [link.get("rel") for link in tree.iter("{http://www.w3.org/2005/Atom}link")]
    assert None not in rels
    assert "enclosure" in rels


def test_plusieurs_fichiers() -> None:
    """Atom and JSON give all the files of an act; RSS gives the first, for readers lose the others or all."""
    url, moment = f"{_SITE}m/1/", instant(date(2026, 1, 1))
    pieces = (Piece(f"{url}1.pdf", "Acte", 10), Piece(f"{url}plan.pdf", "Plan", 20))
    act = Article(url, url, "Acte", url, _RESUME, moment, moment, pieces=pieces)
    document = parts(Contenu(_FIL, (lambda: act,)))[0].document("flux/actes.json")
    assert [one["url"] for one in json.loads(json_feed(document))["items"][0]["attachments"]] == [p.url for p in pieces]
    for write, shown in ((atom, pieces), (rss, pieces[:1])):
        found = feedparser.parse(write(document)).entries[0].enclosures
        assert [(one.href, int(one.length)) for one in found] == [(piece.url, piece.taille) for piece in shown]


def _article(rank: int) -> Article:
    url, moment = f"{_SITE}m/{rank}/", instant(date.fromordinal(730_000 + rank))
    return Article(url, url, f"Acte {rank}", url, _RESUME, moment, moment)


def _inventes(number: int) -> Contenu:
    """A feed of that many articles, newest first."""
    return Contenu(_FIL, tuple(partial(_article, rank) for rank in range(number, 0, -1)))


@given(st.integers(0, 400))
def test_archives(number: int) -> None:
    """Following the archives from the feed, a reader has all the articles; each archive is full (RFC 5005, 4)."""
    feed, older = parts(_inventes(number))
    by_address = {part.adresse: part for part in older}
    here, found = feed, [one().titre for one in feed.composer]
    while here.voisines.precedente:
        here = by_address.pop(here.voisines.precedente)
        assert len(here.composer) == DERNIERS
        found += [one().titre for one in here.composer]
    assert not by_address
    assert list(dict.fromkeys(found)) == [f"Acte {rank}" for rank in range(number, 0, -1)]


@given(st.integers(0, 300), st.integers(0, 120))
def test_une_archive_ne_change_pas(before: int, more: int) -> None:
    """What is archived stays: new acts only add archives after the last one."""
    old, new = parts(_inventes(before))[1], parts(_inventes(before + more))[1]
    for was, now in zip(old, new, strict=False):
        assert [one().titre for one in was.composer] == [one().titre for one in now.composer]
        assert was.adresse == now.adresse
    assert len(new) >= len(old)


def test_une_archive_dit_ce_qu_elle_est() -> None:
    """It names the feed, and its neighbours; the feed names the newest archive, in RSS too."""
    feed, older = parts(_inventes(160))
    trees = [etree.fromstring(atom(part.document(part.adresse))) for part in older]
    assert [bool(tree.findall("fh:archive", _NS)) for tree in trees] == [True] * 3
    links = [{link.get("rel"): link.get("href") for link in tree.findall("atom:link", _NS)} for tree in trees]
    assert all(one["current"] == f"{_SITE}flux/actes.atom.xml" for one in links)
    for before, after in pairwise(links):
        assert before["next-archive"] == after["self"]
        assert after["prev-archive"] == before["self"]
    for ending, write in ((".atom.xml", atom), (".rss.xml", rss)):
        told = feedparser.parse(write(feed.document(f"flux/actes{ending}"))).feed.links
        assert [link.href for link in told if link.rel == "prev-archive"] == [links[-1]["self"]]
    assert not etree.fromstring(atom(feed.document("flux/actes.atom.xml"))).findall("fh:archive", _NS)


def test_un_flux_vide() -> None:
    """Before the first act there is a feed, which readers can subscribe to."""
    feed, older = parts(_inventes(0))
    assert not older
    for ending, write in zip((*_XML, ".json"), (rss, atom, json_feed), strict=True):
        content = write(feed.document(f"flux/actes{ending}"))
        assert b"Actes" in content
        assert ending == ".json" or not feedparser.parse(content).bozo


def test_un_theme_a_toujours_son_flux(registre: Registre, ecrits: Mapping[str, bytes]) -> None:
    """Whatever the number of its matières, so that who follows it misses none; its acts, newest first."""
    found = themes(classements(registre))
    assert {len(one.liens) for one in found} > {1}
    for one in found:
        told = [item["url"] for item in json.loads(ecrits[f"{one.flux.adresse}.json"])["items"]]
        held = [f for f in registre.fiches if f.acte.matiere and theme(f.acte.matiere) == one.titre]
        assert told == [_EDITION.url(f.adresse) for f in held]
