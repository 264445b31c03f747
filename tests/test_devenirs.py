"""What jurists asked of the life of acts: rulings and appeals, repeals that fail, pages emptied, contracts given up."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from recueil import ActesInvalides, Registre, build_registre
from recueil.droit.terme import terme
from recueil.echeances import Genre, echeances, suivies
from recueil.pages.contrats import contrat
from recueil.pages.conventions import partenaires
from vie_fictive import convention, copier, registre_des_devenirs

_JUGEMENT = "  - juridiction: Tribunal\n    numero: A1\n    date: {}\n    sens: {}\n{}"


def _change(tmp_path: Path, name: str, *changes: tuple[str, str]) -> Registre:
    """The register in which a file says something else."""
    acts = copier(tmp_path)
    (path,) = acts.rglob(f"{name}.md")
    text = path.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    path.write_text(text, encoding="utf-8")
    return build_registre(acts)


def _etat(built: Registre, numero: str, au: str) -> str:
    acte = next(f.acte for f in built.fiches if f.acte.numero == numero)
    return built.vies.vie(acte).etat(date.fromisoformat(au)).value


@pytest.mark.parametrize(
    ("rulings", "etat"),
    [
        (_JUGEMENT.format("2025-08-01", "suspension", ""), "suspendu"),
        (_JUGEMENT.format("2025-08-01", "suspension", "    article: article 2\n"), "modifie"),
        (_JUGEMENT.format("2025-08-01", "suspension", "") + _JUGEMENT.format("2025-09-01", "rejet", ""), "executoire"),
        (
            _JUGEMENT.format("2025-08-01", "suspension", "")
            + _JUGEMENT.format("2025-09-01", "annulation_partielle", "    article: article 2\n"),
            "modifie",
        ),
        (_JUGEMENT.format("2025-09-01", "annulation", ""), "annule"),
        (_JUGEMENT.format("2025-09-01", "annulation", "    effet_le: 2026-12-31\n"), "executoire"),
        (
            _JUGEMENT.format("2025-09-01", "annulation", "") + _JUGEMENT.format("2026-02-01", "infirmation", ""),
            "executoire",
        ),
    ],
)
def test_ce_que_le_juge_fait_d_un_acte(rulings: str, etat: str, tmp_path: Path) -> None:
    """A suspension ends with the judgment on the merits; what was annulled revives when the judgment is undone."""
    built = _change(tmp_path, "2025-05", ("liens:", f"jugements:\n{rulings}liens:"))
    assert _etat(built, "2025-05", "2026-06-01") == etat


@pytest.mark.parametrize(
    ("change", "etat"),
    [
        (("  resultat: adoptee\n", "  resultat: rejetee\n"), None),
        (("  recu_le: 2025-06-16\n", ""), "modifie"),
        (("liens:", "jugements:\n" + _JUGEMENT.format("2025-07-01", "suspension", "") + "liens:"), "modifie"),
        (("    effet_le: 2025-09-01\n", ""), "abroge"),
    ],
)
def test_ce_qui_empeche_une_abrogation(change: tuple[str, str], etat: str | None, tmp_path: Path) -> None:
    """An act that is not executory yet, or is suspended, ends nothing."""
    if etat is None:
        with pytest.raises(ActesInvalides, match="LIEN-10"):
            _change(tmp_path, "2025-05", change)
        return
    assert _etat(_change(tmp_path, "2025-05", change), "2024-01", "2026-06-01") == etat


def test_une_page_videe_ne_garde_ni_annexe_ni_resume(tmp_path: Path) -> None:
    """Whatever the clerk forgot in the head of the file, nothing of it is served, and the site is built."""
    annexe = "resume: Aide à ZYGOMATIQUE\nannexes:\n  - titre: ZYGOMATIQUE\n    fichier: 2025-11.pdf\n"
    built = _change(tmp_path, "2025-13", ("objet:", f"document: 2025-12.pdf\n{annexe}objet:"))
    (fiche,) = [f for f in built.fiches if f.acte.numero == "2025-13"]
    assert (fiche.document, fiche.annexes, fiche.servis, fiche.acte.resume) == (None, (), (), None)
    assert "ZYGOMATIQUE" not in json.dumps(fiche.acte.model_dump(mode="json"))


def test_un_fichier_d_avant_l_occultation_n_est_pas_servi(tmp_path: Path) -> None:
    """An earlier file, replaced for an error, holds the personal data that a later replacement hides."""
    days = "    publie_le: 2025-12-16\n    remplace_le: 2025-12-16\n"
    old = f"  - fichier: 2025-12-initial.pdf\n{days}    motif: autre_fichier\n"
    acts = copier(tmp_path)
    path = acts / "hypothese/2025/2025-12-11/2025-11.md"
    text = path.read_text(encoding="utf-8").replace("fichiers_remplaces:\n", f"fichiers_remplaces:\n{old}")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ActesInvalides, match="REMP-01"):
        build_registre(acts)


def _phrase(built: Registre, nom: str) -> str:
    fiche = next(f for f in built.fiches if f.adresse.endswith(f"/{nom}/"))
    known = contrat(fiche, built)
    assert known is not None
    return f"{known.phrase.split(' : ', 1)[1]} {known.renouvellement}".strip()


@pytest.mark.parametrize(
    ("nom", "change", "phrase"),
    [
        (
            "ramassage-des-ordures",
            ("preavis", "preavis"),
            "en cours, jusqu'au 30 juin 2026 : une partie l'a dénoncée le 15 mars 2026, elle ne se renouvelle plus.",
        ),
        ("gestion-du-lavoir", ("preavis", "preavis"), "elle a pris fin le 31 mars 2026, par résiliation."),
        (
            "pret-de-materiel",
            ("debut: 2025-01-31\nduree: 1 an", "debut: 2025-01-31\nfin: 2025-12-31"),
            (
                "elle s'est renouvelée seule le 1er janvier 2026, pour une durée que le document ne dit pas "
                "(code civil 1214 et 1215)."
            ),
        ),
        (
            "pret-de-materiel",
            ("duree: 1 an\nreconduction: tacite", "duree: indéterminée"),
            "sans terme : chaque partie peut y mettre fin avec un préavis de 1 mois (code civil 1211).",
        ),
        (
            "fourniture-d-eau",
            ("debut: inconnu\nfin: inconnu", "debut: 2025-07-01\nfin: 2028-06-30"),
            ("en cours, jusqu'au 30 juin 2028, si toutes les parties l'ont signée, ce que le registre ne sait pas."),
        ),
        (
            "gestion-du-lavoir",
            ("resiliee_le: 2026-03-31", f"jugements:\n{_JUGEMENT.format('2026-02-01', 'annulation', '')}".rstrip()),
            "elle est privée d'effet, comme il est dit en tête de page.",
        ),
    ],
)
def test_ou_en_est_une_convention(nom: str, change: tuple[str, str], phrase: str, tmp_path: Path) -> None:
    """One sentence, true of a convention that was given up, ended, judged, or of which something is not known."""
    built = registre_des_devenirs() if change[0] == change[1] else _change(tmp_path, nom, change)
    assert _phrase(built, nom) == phrase


def test_un_partenaire_a_un_siren(tmp_path: Path) -> None:
    """A convention that leaves the acronym out is still with the same partner."""
    built = _change(tmp_path, "gestion-du-lavoir", ("    sigle: SEE\n", ""))
    assert [p.adresse for p in partenaires(built.conventions)] == [
        "conventions/partenaires/amicale/",
        "conventions/partenaires/see/",
    ]


def test_une_longue_chaine_d_abrogations_se_lit_vite(tmp_path: Path) -> None:
    """Two thousand acts of which each repeals the one before: no circle, no recursion, and the last alone in force."""
    acts = copier(tmp_path)
    folder = acts / "hypothese/2024/arretes"
    folder.mkdir()
    model = (acts / "hypothese/2025/arretes/2025-31.md").read_text(encoding="utf-8")
    model = re.sub(r"effet_jusqu_au.*\n|  (id|envoye_le|recu_le):.*\n", "", model).replace(
        "transmissible: oui", "transmissible: non"
    )
    model = model.replace("transmissible: non", "transmissible: non\n  motif: circulation_stationnement")
    for rank in range(1, 2001):
        link = f"liens:\n  - retire: A-{rank - 1}\n" if rank > 1 else ""
        text = model.replace("numero: 2025-31", f"numero: A-{rank}").replace("derogations:", f"{link}derogations:")
        (folder / f"a-{rank}.md").write_text(text, encoding="utf-8")
    built = build_registre(acts)
    assert _etat(built, "A-2000", "2026-01-01") == "executoire"
    assert _etat(built, "A-1999", "2026-01-01") == "retire"
    assert _etat(built, "A-1998", "2026-01-01") == "executoire"


def test_une_page_change_le_jour_de_ce_qui_lui_arrive() -> None:
    """A judgment, another act, an amendment, a renewal: each is news, for the sitemap, the feeds and the calendars."""
    vies = registre_des_devenirs().vies
    news = {
        f.adresse.rstrip("/").rpartition("/")[2]: max(vies.nouvelles(f.acte)).isoformat()
        for f in registre_des_devenirs().fiches
    }
    assert news["2024-06"] == "2025-04-15"
    assert news["2024-01"] == "2025-06-17"
    assert news["2025-12"] == "2026-01-08"
    assert news["entretien-des-fontaines"] == "2025-12-22"
    assert news["releve-des-compteurs"] == "2026-06-16"


def test_la_fin_garde_son_nom_quand_la_convention_est_reconduite(tmp_path: Path) -> None:
    """The event moves in the calendars of those who subscribed."""
    line = "reconduite_par:\n  - 2026-01\n"
    before = _fins(_change(tmp_path / "avant", "releve-des-compteurs", (line, "")))
    after = _fins(registre_des_devenirs())
    assert before[0] == after[0]
    assert (before[1], after[1]) == ("2026-06-30", "2027-06-30")


def _fins(built: Registre) -> tuple[str, str]:
    days = [d for d in echeances(suivies(built)) if d.fiche.adresse.endswith("/releve-des-compteurs/")]
    (end,) = [d for d in days if d.genre is Genre.FIN]
    return end.identite("https://exemple.example/"), end.jour.isoformat()


@pytest.mark.parametrize(
    ("vu", "citent"),
    [
        ("Vu la délibération n° 2024-01 du 8 février 2024,", ["2025-05"]),
        ("Vu la délibération n° 2024-01 du 9 février 2024,", []),
        ("Vu l'arrêté n° 2024-01 du 8 février 2024,", []),
        ("Vu le décret n° 85-643 du 26 juin 1985,", []),
    ],
)
def test_un_vu_mene_a_l_acte_de_meme_sorte_numero_et_jour(vu: str, citent: list[str], tmp_path: Path) -> None:
    """And to no other; an act is not cited by itself."""
    built = _change(tmp_path, "2025-05", ("Le conseil municipal abroge", f"{vu}\n\nLe conseil municipal abroge"))
    (fiche,) = [f for f in built.fiches if f.acte.numero == "2024-01"]
    assert [f.acte.numero for f in built.citent(fiche)] == citent


def test_un_bail_au_mois_reconduit_depuis_vingt_ans() -> None:
    """Its running period is known, and its page does not list two hundred others."""
    known = convention(debut="2005-01-01", duree="1 mois", reconduction="tacite", preavis="15 jours")
    found = terme(known, 0, date(2026, 6, 16))
    assert found.prochaine_fin(date(2026, 6, 16)) == date(2026, 6, 30)
    assert len(found.periodes) < 30


def test_une_convention_approuvee_par_un_lien(tmp_path: Path) -> None:
    """The délibération that says « approuve » approves it, as well as the convention that names it."""
    before = registre_des_devenirs()
    assert _sans_deliberation(before) == ["pret-de-materiel"]
    built = _change(tmp_path, "2026-01", ("derogations:", "liens:\n  - approuve: pret-de-materiel\nderogations:"))
    assert _sans_deliberation(built) == []


def _sans_deliberation(built: Registre) -> list[str]:
    return [s.fiche.adresse.rsplit("/", 2)[-2] for s in suivies(built) if s.contrat.approbation is None]
