"""A hostile register: what a file holds is shown as text, and nothing slips out of its place."""

import shutil
from pathlib import Path

import feedparser
import pytest
from lxml import html as lxml_html

from outils import BASE, mkdocs, projet
from recueil import ActesInvalides, build_registre, verifier
from recueil.pages.conventions import partenaires

_PIEGE = """"'{{ 7*7 }}{% raw %}<i<img src=x onerror=alert(1) """
_ACTE = """---
type: deliberation
numero: 'n° 1 "><'
objet: 'PIEGE'
resume: 'PIEGE'
auteur: {{prenom: 'PIEGE', nom: 'PIEGE', qualite: 'PIEGE'}}
publie_le: 2026-01-20
adresse: piege
annexes:
  - {{titre: 'PIEGE', non_publiee: 'PIEGE', consultation: 'PIEGE'}}
derogations: {{DOC-03: 'PIEGE', VOTE-02: x}}
presents: ['PIEGE']
secretaire: 'PIEGE'
---

<script>alert(1)</script> PIEGE
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a register in which every field is a trap."""
    root = tmp_path_factory.mktemp("hostile")
    shutil.copytree(BASE / "acts", root / "acts")
    typed = _ACTE.replace("{{", "{").replace("}}", "}").replace("PIEGE", _PIEGE.replace("'", "''"))
    (root / "acts/mairie/2026/2026-01-15/3.md").write_text(typed, encoding="utf-8")
    done = mkdocs(projet(root), root / "site")
    assert done.returncode == 0, done.stderr
    return root / "site"


def test_rien_ne_s_execute(site: Path) -> None:
    """No field becomes an element, an attribute or a template: the page says what was typed."""
    for page in site.rglob("*.html"):
        tree = lxml_html.parse(page).getroot()
        assert not tree.xpath(
            "//img | //script[not(@type='application/ld+json')]"
            "[not(starts-with(@src, '../') and contains(@src, 'assets/')) or text()] | //@onerror"
        ), page
    text = (site / "mairie/2026/piege/index.html").read_text(encoding="utf-8")
    assert "{{ 7*7 }}" in text
    assert "49" not in text.split("<main", 1)[1].split("2026", 1)[0]


def test_les_flux_disent_le_texte(site: Path) -> None:
    """In the feeds too, what was typed is text, even for a reader that takes RSS for HTML."""
    feed = feedparser.parse((site / "flux/actes.rss.xml").read_bytes())
    assert not feed.bozo
    summary = next(entry.summary for entry in feed.entries if "piege" in entry.link)
    assert "<img" not in summary


def test_un_raccourci_n_est_pas_suivi(depot: Path, tmp_path: Path) -> None:
    """Neither an act nor a PDF may be a link to a file from elsewhere."""
    session = depot / "mairie/2026/2026-01-15"
    (tmp_path / "ailleurs.pdf").write_bytes((session / "1.pdf").read_bytes())
    (session / "1.pdf").unlink()
    (session / "1.pdf").symlink_to(tmp_path / "ailleurs.pdf")
    (session / "9.md").symlink_to(session / "1.md")
    with pytest.raises(ActesInvalides) as caught:
        build_registre(depot)
    assert {a.code for a in caught.value.anomalies} == {"DOC-01", "FICHIER-01"}


def test_l_affichage_ne_publie_pas_sous_un_autre_regime(depot: Path) -> None:
    """An act that was only posted is a draft where going online is what publishes."""
    act = depot / "mairie/2026/2026-01-15/1.md"
    act.write_text(act.read_text(encoding="utf-8").replace("publie_le:", "affiche_le:"), encoding="utf-8")
    registre = build_registre(depot)
    assert all(f.acte.numero != "1" for f in registre.fiches)
    assert verifier(depot).brouillons == ("acts/mairie/2026/2026-01-15/1.md",)


def test_deux_partenaires_de_meme_sigle(depot: Path) -> None:
    """Two partners that share a short name are kept apart by their SIREN, and the authority is no partner."""
    first = depot / "mairie/2026/2026-01-15/2-convention.md"
    text = first.read_text(encoding="utf-8")
    for name, siren in (("Centre du Nord", "200099000"), ("Centre du Sud", "219900024")):
        party = f"Centre\n    sigle: CDG\n    siren: {siren}".replace("Centre\n", f"{name}\n")
        typed = text.replace("Syndicat des chemins\n    siren: inconnu", party)
        first.with_name(f"convention-{siren}.md").write_text(typed, encoding="utf-8")
    found = partenaires(build_registre(depot).conventions)
    assert [p.nom for p in found] == ["Centre du Nord", "Centre du Sud", "Syndicat des chemins"]
    assert [len(p.fiches) for p in found] == [1, 1, 1]
