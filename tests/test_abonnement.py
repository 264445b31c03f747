"""What a subscriber is told beside new acts: what they become, the sessions, and how to subscribe."""

import json
from pathlib import Path

import feedparser
import icalendar
import pytest
from lxml import html as lxml_html

from outils import RACINE
from recueil import ActesInvalides, build_registre
from recueil.flux.mouvements import mouvements
from recueil.pages.page import Reglages
from recueil.site import build_site
from vie_fictive import registre_des_devenirs

_REGLAGES = Reglages("https://exemple.example/", "Registre d'exemple")
_SEANCE = """\
organe: Conseil municipal
date: 2026-03-12
heure: "18:30"
lieu: Salle du conseil, rue de l'Exemple
ordre_du_jour:
  - Budget, taux et subventions
  - Questions diverses
"""
_MOUVEMENTS = [
    ("2026-04-01", "expire", "conventions/gestion-du-lavoir"),
    ("2026-04-01", "caduc", "2025/2025-10"),
    ("2026-02-03", "depublie", "2025/2025-13"),
    ("2026-01-08", "fichier-remplace", "2025/2025-12"),
    ("2026-01-05", "abroge", "conventions/modele-pret-2025"),
    ("2026-01-01", "modifie", "conventions/entretien-des-fontaines"),
    ("2025-12-18", "fichier-remplace", "2025/2025-11"),
    ("2025-10-02", "executoire", "2025/2025-02"),
    ("2025-09-01", "abroge", "2024/2024-01"),
    ("2025-07-15", "expire", "2025/2025-31"),
    ("2025-06-17", "retire", "2025/2025-01"),
    ("2025-04-15", "executoire", "2024/2024-06"),
    ("2025-04-15", "annule", "2024/2024-06"),
    ("2025-03-20", "suspendu", "2025/2025-02"),
    ("2024-09-03", "suspendu", "2024/2024-06"),
    ("2024-06-18", "modifie", "2024/2024-01"),
]


def test_ce_que_deviennent_les_actes() -> None:
    """Each thing that happened to a published act, newest first: rectified, withdrawn, repealed, annulled, expired."""
    found = mouvements(registre_des_devenirs())
    told = [(one.le.isoformat(), one.genre, one.fiche.adresse.removeprefix("hypothese/").rstrip("/")) for one in found]
    assert told == _MOUVEMENTS


def test_le_flux_des_mouvements(vie: Path) -> None:
    """A reader finds them, each under its act, with an identity that is its own."""
    feed = feedparser.parse((vie / "flux/mouvements.rss.xml").read_bytes())
    assert len({entry.id for entry in feed.entries}) == len(_MOUVEMENTS)
    repealed = next(entry for entry in feed.entries if entry.link.endswith("/2024-01/"))
    assert repealed.title.startswith("Abrogé à compter du 1er septembre 2025 par la délibération n° 2025-05 : ")


def test_un_acte_occulte_est_un_nouvel_article(vie: Path) -> None:
    """Its identity has the number of its version: a reader that has shown the act shows it again."""
    ids = [entry.id for entry in feedparser.parse((vie / "flux/actes.rss.xml").read_bytes()).entries]
    assert [one for one in ids if "#" in one]
    permanent = [entry.id for entry in feedparser.parse((vie / "flux/actes.atom.xml").read_bytes()).entries]
    assert not [one for one in permanent if "#" in one]


def _textes(acts: Path) -> dict[str, bytes]:
    site = build_site(build_registre(acts), _REGLAGES)
    return {text.adresse: text.octets() for text in site.textes if text.adresse.startswith("flux/seances")}


def _annoncer(acts: Path, ligne: str = "annoncee_le: 2026-03-05\n") -> Path:
    path = acts / "mairie/2026/2026-03-12/seance.yml"
    path.parent.mkdir()
    path.write_text(_SEANCE + ligne, encoding="utf-8")
    return path


def test_une_seance_annoncee(depot: Path) -> None:
    """Announced, a session has a page, an article and its place in calendars before any of its acts."""
    _annoncer(depot)
    registre = build_registre(depot)
    announced = registre.seances[0]
    assert announced.adresse == "mairie/seances/2026-03-12/"
    assert not announced.fiches
    written = _textes(depot)
    entry = feedparser.parse(written["flux/seances.rss.xml"]).entries[0]
    assert entry.title == f"Conseil municipal, séance du 12 mars 2026, {announced.collectivite.nom}"
    assert (entry.published_parsed.tm_mon, entry.published_parsed.tm_mday) == (3, 5)
    assert "<li>Budget, taux et subventions</li>" in entry.summary
    assert json.loads(written["flux/seances/mairie.json"])["items"][0]["url"].endswith("/mairie/seances/2026-03-12/")


def test_une_seance_qui_n_est_pas_annoncee(depot: Path) -> None:
    """What nobody said to publish is not published: neither page, nor feed, nor calendar."""
    before = _textes(depot)
    _annoncer(depot, "")
    assert [one.adresse for one in build_registre(depot).seances] == ["mairie/seances/2026-01-15/"]
    assert _textes(depot) == before


def test_l_agenda_des_seances(depot: Path) -> None:
    """An agenda shows them at the hour of the place, with their agenda and their page."""
    _annoncer(depot)
    calendar = icalendar.Calendar.from_ical(_textes(depot)["flux/seances.ics"])
    event = next(one for one in calendar.walk("VEVENT") if str(one["uid"]).endswith("/2026-03-12/"))
    assert event.decoded("dtstart").isoformat() == "2026-03-12T18:30:00"
    assert str(event["location"]) == "Salle du conseil, rue de l'Exemple"
    assert str(event["description"]).splitlines() == ["Budget, taux et subventions", "Questions diverses"]
    assert len({one["uid"] for one in calendar.walk("VEVENT")}) == len(calendar.walk("VEVENT"))


def test_une_seance_annoncee_apres_sa_date(depot: Path) -> None:
    """It cannot be: refused, with what was found."""
    _annoncer(depot, "annoncee_le: 2026-03-13\n")
    with pytest.raises(ActesInvalides, match="serait annoncée le 13/03/2026, après le jour où elle est tenue"):
        build_registre(depot)


@pytest.mark.parametrize("nom", ["exemple", "reel", "vie"])
def test_chaque_flux_est_a_la_page_s_abonner(nom: str, request: pytest.FixtureRequest) -> None:
    """The page gives the address of each feed and of each calendar of everything; no feed is known to nobody."""
    site: Path = request.getfixturevalue(nom)
    page = lxml_html.parse(site / "s-abonner/index.html").getroot()
    named = {link.removeprefix("../") for link in page.xpath("//main//a/@href")}
    feeds = {path.relative_to(site).as_posix() for path in (site / "flux").rglob("*.rss.xml")}
    assert feeds <= named
    assert {one.replace(".rss.xml", ".json") for one in feeds} <= named


@pytest.mark.parametrize("nom", ["exemple", "reel", "vie"])
def test_chaque_liste_dit_son_flux(nom: str, request: pytest.FixtureRequest) -> None:
    """Each list of the register names its own feed in its head and shows it, on all its pages."""
    site: Path = request.getfixturevalue(nom)
    lists = [*site.glob("registre/*/*/index.html"), *site.glob("*/seances/index.html"), *site.glob("registre/page/*/*")]
    followed = [path for path in lists if not {"en-vigueur", "textes-cites"} & {*path.parts}]
    assert followed
    for path in followed:
        page = lxml_html.parse(path).getroot()
        head = [
            link for link in page.xpath("//head/link[@rel='alternate']/@href") if not link.endswith("flux/actes.json")
        ]
        shown = page.xpath("//aside[contains(@class, 'rec-abonnement')]//a/@href")
        assert len(shown) == 4, path
        assert [*shown[:3]] == [*head[-3:]] or path.parts[-4:-2] == ("registre", "page"), path
        assert all((path.parent / link).is_file() for link in shown[:3])


def test_la_licence_est_un_reglage() -> None:
    """The feeds bear the licence that the settings name."""
    assert "licence: licence-ouverte" in (RACINE / "mkdocs.yml").read_text(encoding="utf-8")
