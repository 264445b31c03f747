"""The feeds, read by a reader that we did not write."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from outils import RACINE
from recueil import Registre, build_registre
from recueil.flux import atom, instant, modification, rss
from recueil.pages.page import Reglages

_REGLAGES = Reglages("https://exemple.example/actes/", "Registre d'exemple", "Actes inventés.")
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


@pytest.fixture(scope="module")
def registre() -> Registre:
    """The register of the fictional example."""
    return build_registre(RACINE / "tests" / "exemple" / "acts")


@given(st.dates(date(1975, 1, 1), date(2100, 1, 1)), st.sampled_from(_TERRITOIRES))
def test_le_meme_jour_partout(day: date, zone: str) -> None:
    """The day of publication is the same civil day in every French territory."""
    assert instant(day).astimezone(ZoneInfo(zone)).date() == day
    assert modification(day, f"{zone}/{day}").astimezone(ZoneInfo(zone)).date() == day


@pytest.mark.parametrize("make", [rss, atom])
def test_lu_par_un_lecteur(registre: Registre, make: object) -> None:
    """A real reader finds every act, its address, its day and its PDF."""
    feed = feedparser.parse((rss if make is rss else atom)(registre, _REGLAGES))
    assert not feed.bozo
    assert len(feed.entries) == len(registre.fiches)
    for entry, fiche in zip(feed.entries, registre.fiches, strict=True):
        assert entry.title == fiche.acte.titre
        assert entry.link == _REGLAGES.url(fiche.adresse)
        assert date(*entry.published_parsed[:3]) == fiche.publicite
        assert bool(entry.enclosures) == bool(fiche.document)


def test_pieces_jointes(registre: Registre) -> None:
    """An enclosure gives the true length of the PDF, in both feeds."""
    with_file = [f for f in registre.fiches if f.document]
    assert with_file
    for feed in (feedparser.parse(rss(registre, _REGLAGES)), feedparser.parse(atom(registre, _REGLAGES))):
        lengths = [int(e.enclosures[0].length) for e in feed.entries if e.enclosures]
        assert lengths == [f.document.chemin.stat().st_size for f in with_file if f.document]


def test_identites(registre: Registre) -> None:
    """Identities are unique; the guid is the @ctes identifier of the act that bears it."""
    feed = feedparser.parse(rss(registre, _REGLAGES))
    guids = [entry.id for entry in feed.entries]
    assert len(set(guids)) == len(guids)
    entries = feedparser.parse(atom(registre, _REGLAGES)).entries
    assert len({entry.updated for entry in entries}) == len(entries)
    assert any(guid.startswith("099-219900016-") for guid in guids)


def test_memes_octets(registre: Registre) -> None:
    """Two builds write the same feeds, whose date is that of the newest act."""
    assert rss(registre, _REGLAGES) == rss(registre, _REGLAGES)
    updated = datetime.fromisoformat(feedparser.parse(atom(registre, _REGLAGES)).feed.updated)
    assert updated.date() == registre.dernier_jour


def test_atom_garde_ce_qui_est_dit_des_liens(registre: Registre) -> None:
    """The defect of the feed library is mended: an enclosure is an enclosure, not a second page."""
    tree = etree.fromstring(atom(registre, _REGLAGES))
    rels = [link.get("rel") for link in tree.iter("{http://www.w3.org/2005/Atom}link")]
    assert None not in rels
    assert "enclosure" in rels
