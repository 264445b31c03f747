"""The life of acts, on an authority whose acts change (``vie/``): states on any day, pages, data, feeds, calendars."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import icalendar
import pytest
from lxml import html as lxml_html

from recueil import build_registre
from recueil.echeances import Genre, echeances, suivies
from vie_fictive import copier, registre_des_devenirs

_ETATS = {
    "2024-01": [
        ("2024-02-12", "publie"),
        ("2024-02-13", "executoire"),
        ("2024-06-18", "modifie"),
        ("2025-09-01", "abroge"),
    ],
    "2024-06": [("2024-01-01", "annule"), ("2026-01-01", "annule")],
    "2025-01": [("2025-02-11", "retire"), ("2026-01-01", "retire")],
    "2025-02": [
        ("2025-02-11", "executoire"),
        ("2025-03-20", "suspendu"),
        ("2025-10-01", "suspendu"),
        ("2025-10-02", "executoire"),
    ],
    "2025-10": [("2025-12-16", "executoire"), ("2026-03-31", "executoire"), ("2026-04-01", "caduc")],
    "2025-31": [("2025-06-23", "executoire"), ("2025-07-14", "executoire"), ("2025-07-15", "expire")],
    "gestion-du-lavoir": [("2026-03-31", "executoire"), ("2026-04-01", "expire")],
    "pret-de-materiel": [("2030-01-01", "executoire")],
}


def _acte(nom: str) -> Any:  # noqa: ANN401 (an act or a convention)
    return next(f.acte for f in registre_des_devenirs().fiches if f.adresse.rstrip("/").endswith(f"/{nom}"))


@pytest.mark.parametrize("nom", _ETATS)
def test_etat_d_un_acte_un_jour(nom: str) -> None:
    """The state follows the links, the courts, the lapse and the term; what is retroactive holds for every day."""
    life = registre_des_devenirs().vies.vie(_acte(nom))
    assert [(day, life.etat(date.fromisoformat(day)).value) for day, _ in _ETATS[nom]] == _ETATS[nom]


def test_une_abrogation_annulee_tombe(tmp_path: Path) -> None:
    """The act that was repealed by an annulled act is in force again."""
    acts = copier(tmp_path)
    path = acts / "hypothese/2025/2025-06-12/2025-05.md"
    ruling = "jugements:\n  - juridiction: TA\n    numero: A1\n    date: 2026-01-05\n    sens: annulation\nliens:"
    path.write_text(path.read_text(encoding="utf-8").replace("liens:", ruling), encoding="utf-8")
    built = build_registre(acts)
    act = next(f.acte for f in built.fiches if f.acte.numero == "2024-01")
    assert built.vies.vie(act).etat(date(2026, 2, 1)).value == "modifie"
    assert [bool(s.sans_effet) for s in built.vies.subis(act)] == [False, True]


_SUSPENDUE = ("2026-01-10", "suspension", "Article 2")


@pytest.mark.parametrize(
    ("suite", "attendu"),
    [
        ([_SUSPENDUE], "modifie"),
        ([_SUSPENDUE, ("2026-03-02", "rejet", "")], "executoire"),
        ([_SUSPENDUE, ("2026-03-02", "fin_suspension", "Article 2")], "executoire"),
        ([_SUSPENDUE, ("2026-03-02", "fin_suspension", "Article 3")], "modifie"),
        ([_SUSPENDUE, ("2026-02-01", "suspension", "Article 3"), ("2026-03-02", "rejet", "")], "executoire"),
        ([_SUSPENDUE, ("2026-02-01", "suspension", ""), ("2026-03-02", "fin_suspension", "")], "executoire"),
        ([_SUSPENDUE, ("2026-03-02", "annulation_partielle", "Article 2")], "modifie"),
        ([_SUSPENDUE, ("2026-03-02", "rejet", ""), ("2026-04-01", "suspension", "Article 2")], "modifie"),
    ],
)
def test_une_partie_suspendue_est_retablie(suite: list[tuple[str, str, str]], attendu: str, tmp_path: Path) -> None:
    """A suspension of one article ends when the court rejects the request: the act is whole again (CJA L521-1)."""
    acts = copier(tmp_path)
    path = acts / "hypothese/2025/2025-12-11/2025-12.md"
    rulings = "jugements:\n"
    for rank, (day, kind, article) in enumerate(suite):
        rulings += f"  - juridiction: TA\n    numero: A{rank}\n    date: {day}\n    sens: {kind}\n"
        rulings += f"    article: {article}\n" if article else ""
    path.write_text(path.read_text(encoding="utf-8").replace("publie_le:", f"{rulings}publie_le:", 1), encoding="utf-8")
    built = build_registre(acts)
    act = next(f.acte for f in built.fiches if f.acte.numero == "2025-12")
    assert built.vies.vie(act).etat(date(2026, 6, 1)).value == attendu


def _texte(site: Path, page: str, xpath: str = "//main") -> str:
    tree = lxml_html.parse(site / page / "index.html").getroot()
    return " ".join(" ".join(node.text_content() for node in tree.xpath(xpath)).split())


def test_l_acte_touche_porte_un_avertissement(vie: Path) -> None:
    """The link is typed once, in the act that acts; the other page says it at its top."""
    told = _texte(vie, "hypothese/2024/2024-01", "//div[@role='note']")
    assert "Abrogé à compter du 1er septembre 2025 par la délibération n° 2025-05, « Nouveau règlement" in told
    assert "Modifié à compter du 18 juin 2024 par la délibération n° 2024-05, « Ouverture" in told
    assert "Abroge : Délibération n° 2024-01" in _texte(vie, "hypothese/2025/2025-05")


def test_un_fichier_occulte_n_est_plus_servi(vie: Path) -> None:
    """The page keeps its first day and the fingerprint of what was there; a file replaced for an error stays online."""
    hidden = json.loads((vie / "hypothese/2025/2025-11/index.json").read_text(encoding="utf-8"))
    assert hidden["publie_le"] == "2025-12-16"
    assert [(old["url"], old["sha256"][:8]) for old in hidden["fichiers_remplaces"]] == [(None, "0f1e2d3c")]
    assert [p.name for p in (vie / "hypothese/2025/2025-11").glob("*.pdf")] == ["2025-11.pdf"]
    kept = {p.name for p in (vie / "hypothese/2025/2025-12").glob("*.pdf")}
    assert kept == {"2025-12.pdf", "2025-12-initial.pdf"}


def test_une_page_videe_reste(vie: Path) -> None:
    """It keeps its dates and says why, in the feeds too; nothing of its text is served."""
    told = _texte(vie, "hypothese/2025/2025-13")
    assert "Le texte et les fichiers de cet acte ne sont plus en ligne depuis le 3 février 2026" in told
    feed = feedparser.parse((vie / "flux/actes.rss.xml").read_bytes())
    entry = next(e for e in feed.entries if e.link.endswith("/2025-13/"))
    assert entry.summary.startswith("<p><strong>Texte et fichiers retirés du site le 3 février 2026")


def test_le_texte_d_une_page_videe_n_est_nulle_part(tmp_path: Path) -> None:
    """Even when the clerk forgot to erase it from the file."""
    acts = copier(tmp_path)
    path = acts / "hypothese/2025/2025-12-11/2025-13.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nZYGOMATIQUE\n", encoding="utf-8")
    built = build_registre(acts)
    fiche = next(f for f in built.fiches if f.acte.numero == "2025-13")
    assert (fiche.acte.texte, fiche.servis) == ("", ())
    assert "REMP-05" in {a.code for a in built.anomalies}


def test_actes_en_vigueur_a_la_fin_de_l_annee(vie: Path) -> None:
    """The regulation that was repealed is not there, the act that was annulled is told apart."""
    table = _texte(vie, "registre/en-vigueur/2025", "//table")
    assert "Tarifs de la cantine" in table
    assert "Règlement du marché communal" not in table.replace("Nouveau règlement du marché communal", "")
    assert "Annulé : Délibération n° 2024-06" in _texte(vie, "registre/en-vigueur/2025", "//section")


def test_les_echeances_sont_dans_l_agenda(vie: Path) -> None:
    """Each day that counts, read by a library; two calendars name a day alike."""
    whole = icalendar.Calendar.from_ical((vie / "flux/conventions.ics").read_bytes())
    days = {(str(e["summary"]).split(" : ")[0], str(e.decoded("dtstart"))) for e in whole.events}
    assert ("Dernier jour pour dénoncer", "2026-09-30") in days
    assert ("Dernier jour, après résiliation", "2026-03-31") in days
    assert ("Dernier jour pour décider la reconduction", "2027-06-30") in days
    partner = icalendar.Calendar.from_ical((vie / "flux/partenaires/amicale.ics").read_bytes())
    assert {str(e["uid"]) for e in partner.events} < {str(e["uid"]) for e in whole.events}


def test_une_echeance_qui_bouge_garde_son_nom(tmp_path: Path) -> None:
    """An amendment that moves the end moves the day in the readers, instead of adding another."""

    def ends(acts: Path) -> dict[str, tuple[str, date]]:
        days = echeances(suivies(build_registre(acts)))
        return {d.fiche.adresse: (d.identite(d.fiche.adresse), d.jour) for d in days if d.genre is Genre.RESILIATION}

    acts = copier(tmp_path)
    before = ends(acts)
    path = acts / "hypothese/2025/2025-06-12/gestion-du-lavoir.md"
    path.write_text(path.read_text(encoding="utf-8").replace("2026-03-31", "2026-04-30"), encoding="utf-8")
    after = ends(acts)
    assert [name for name, _ in before.values()] == [name for name, _ in after.values()]
    assert [str(day) for _, day in after.values()] == ["2026-04-30"]


def test_la_page_d_une_convention_dit_son_temps(vie: Path) -> None:
    """Where it stands, as seen from a day that is told; its periods; what the amendment changed."""
    told = _texte(vie, "hypothese/conventions/entretien-des-fontaines")
    assert "Au 16 juin 2026, jour de la dernière nouvelle de ce registre : en cours, jusqu'au 31 décembre 2026" in told
    assert "sauf dénonciation au plus tard le 30 septembre 2026" in told
    assert "Montant : « 120 € par fontaine et par an » devient « 140 € par fontaine et par an »" in told


def test_les_donnees_des_etats_disent_les_pages(vie: Path) -> None:
    """The view by date reads the same states as the pages of years."""
    data = json.loads((vie / "donnees/etats.json").read_text(encoding="utf-8"))
    last = "2025-12-31"
    shown = [
        a
        for a in data["actes"]
        if ([s["etat"] for s in a["etats"] if s["depuis"] <= last] or [""])[-1] in ("executoire", "modifie")
    ]
    (count,) = re.findall(r"(\d+) actes de ce registre", _texte(vie, "registre/en-vigueur/2025").replace("\xa0", " "))
    assert len(shown) == int(count)


def test_un_modele_dit_qui_le_suit_et_ses_versions(vie: Path) -> None:
    """The newer model names the older, and the two pages lead to what changes."""
    told = _texte(vie, "hypothese/conventions/modele-pret-2025", "//section[h2/@id='section-liens']")
    assert "Suivi par : Bourg-l'Hypothèse, Convention de prêt de matériel (ce que la convention y change)" in told
    assert told.endswith("Modèle de convention de prêt, 2025 (cette page) Modèle de convention de prêt, 2026")
    changed = _texte(vie, "hypothese/conventions/modele-pret-2026/differences", "//ins")
    assert changed.startswith("mots ajoutés par la convention ou des tables 300")


def test_605_compare_a_son_modele(reel: Path) -> None:
    """The 2024 model offers three kinds of service, the convention of 605 two."""
    tree = lxml_html.parse(reel / "scota/conventions/accompagnement-e-administration/differences/index.html").getroot()
    gone = " ".join(" ".join(node.text_content() for node in tree.xpath("//del")).split())
    assert "IDELIBRE" in gone.upper()
    assert "trois" in gone
