"""The register: what is in it, in which order, and how its acts are bound."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from outils import BASE, RACINE
from recueil import Registre, build_registre, verifier
from recueil.droit.etat import etat
from recueil.droit.executoire import Statut
from recueil.ordre import rang
from recueil.pages import listes, tables
from recueil.pages.acte import etapes
from recueil.pages.page import tranches
from recueil.pages.tables import VueTable, pages_tables
from recueil.publies import Fiche


@pytest.fixture(scope="module")
def exemple_lu() -> Registre:
    """The register of the fictional example."""
    return build_registre(RACINE / "tests" / "exemple" / "acts")


def _fiche(registre: Registre, end: str) -> Fiche:
    return next(f for f in registre.toutes if f.adresse.endswith(end))


def test_du_plus_recent_au_plus_ancien(exemple_lu: Registre) -> None:
    """Acts come newest publication first, and what shares a day has an order that does not change."""
    days = [(f.publicite, f.acte.date or f.publicite.min) for f in exemple_lu.fiches]
    assert days == sorted(days, reverse=True)
    again = build_registre(RACINE / "tests" / "exemple" / "acts")
    assert [f.adresse for f in again.fiches] == [f.adresse for f in exemple_lu.fiches]


def test_les_brouillons_n_y_sont_pas(exemple_lu: Registre) -> None:
    """A draft is nowhere in the register; its path alone is told to the clerk."""
    assert all(f.acte.public for f in exemple_lu.toutes)
    assert not any("zygomatique" in f.acte.objet.lower() for f in exemple_lu.toutes)
    assert any("zygomatique" in path for path in verifier(RACINE / "tests" / "exemple" / "acts").brouillons)
    assert not any(s.seance.date.isoformat() == "2026-06-11" for s in exemple_lu.seances)


def test_un_acte_affiche_est_public_sous_son_regime(exemple_lu: Registre) -> None:
    """Where posting publishes, the day of posting counts, even when going online came later."""
    posted = [f for f in exemple_lu.fiches if f.acte.par_affichage]
    assert posted
    assert all(f.publicite == f.acte.affiche_le for f in posted)


def test_voisins_dans_la_seance(exemple_lu: Registre) -> None:
    """Previous and next follow the order of the session, from its first act to its last."""
    for seance in exemple_lu.seances:
        befores, afters = zip(*(exemple_lu.voisins(f) for f in seance.fiches), strict=True)
        assert befores == (None, *seance.fiches[:-1])
        assert afters == (*seance.fiches[1:], None)


def test_une_convention_connait_ses_actes(exemple_lu: Registre) -> None:
    """A convention knows who approves it and its amendments, and they know it."""
    convention = _fiche(exemple_lu, "/conventions/poteaux-incendie/")
    amendment = _fiche(exemple_lu, "/conventions/poteaux-incendie-avenant-1/")
    approving = exemple_lu.cible(convention, convention.acte.approuvee_par)  # type: ignore[attr-defined]
    assert approving is not None
    assert convention in exemple_lu.approuve(approving)
    assert exemple_lu.amende(amendment) == (convention,)


def test_un_identifiant_designe_un_acte(exemple_lu: Registre) -> None:
    """What was sent with a délibération shares its identifier, which leads to the délibération alone."""
    shared = [f for f in exemple_lu.fiches if f.acte.identifiant]
    designated = [f for f in shared if exemple_lu.identifiant(f)]
    identifiers = {f.acte.identifiant for f in shared}
    assert len(designated) == len(identifiers)
    convention = _fiche(exemple_lu, "/conventions/poteaux-incendie/")
    assert exemple_lu.permanente(convention).startswith("id/")
    joined = _fiche(exemple_lu, "/conventions/poteaux-incendie-avenant-1/")
    holder = exemple_lu.titulaire(joined)
    assert holder is not None
    assert not holder.acte.type.contractuel
    assert exemple_lu.titulaire(holder) is None


def test_chaque_statut_est_montre(exemple_lu: Registre) -> None:
    """The example shows each answer to « is it executory? », urgency, and a session that people join and leave."""
    assert {state.execution.statut for f in exemple_lu.fiches if (state := etat(f.acte))} == set(Statut)
    assert any(f.acte.affichage_urgence for f in exemple_lu.fiches)
    assert any(s.seance.arrivees and s.seance.departs for s in exemple_lu.seances)
    assert any(f.acte.seance and f.acte.seance.deports for f in exemple_lu.fiches)
    assert exemple_lu.choix_du_regime(_fiche(exemple_lu, "/dcs-2025-01/").collectivite) is not None


_INDIVIDUEL = """---
type: arrete
numero: 9
objet: Nomination
date: 2026-01-12
auteur: {{prenom: Ambre, nom: EXEMPLE, qualite: Maire}}
publie_le: 2026-01-20
{head}
---

Texte de l'arrêté. Ambre EXEMPLE
"""


@pytest.mark.parametrize("head", ["notifie_le: 2026-01-15", "controle_legalite: {nature: AI}"])
@pytest.mark.parametrize("reason", ["", "\nderogations: {INDIV-01: La loi demande de le publier.}"])
def test_un_acte_individuel_ne_parait_pas(depot: Path, head: str, reason: str) -> None:
    """An individual act is notified: a day of publication does not put it online, a written reason does."""
    path = depot / "mairie/2026/arretes/9.md"
    path.parent.mkdir()
    path.write_text(_INDIVIDUEL.format(head=head + reason), encoding="utf-8")
    registre = build_registre(depot)
    assert any(f.acte.numero == "9" for f in registre.toutes) == bool(reason)
    assert ("acts/mairie/2026/arretes/9.md" in verifier(depot).brouillons) != bool(reason)


def test_publication_sur_papier(depot: Path) -> None:
    """Under the paper regime, the day of publication is not said to be that of going online."""
    authority = depot / "mairie/collectivite.yml"
    authority.write_text(authority.read_text(encoding="utf-8") + "regime: papier\n", encoding="utf-8")
    steps = [step.libelle for step in etapes(build_registre(depot).fiches[0].acte)]
    assert "Publication sur papier" in steps
    assert "Mise en ligne" not in steps


def test_ordre_des_numeros() -> None:
    """Numbers are ordered as a person counts."""
    numbers = ["2026-10", "2026-9", "2025-2", "A", "10", "9 bis", "9"]
    assert sorted(numbers, key=rang) == ["A", "9", "9 bis", "10", "2025-2", "2026-9", "2026-10"]


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (50, 1), (51, 2), (1000, 20)])
def test_longues_listes(count: int, pages: int) -> None:
    """A list is cut into pages that hold every line once; the links of a page do not grow with the list."""
    cut = list(tranches("registre/", range(count)))
    assert len(cut) == pages
    assert [line for part in cut for line in part.elements] == list(range(count))
    assert all(len(part.pagination.liens) <= 7 for part in cut)


def test_registre_vide(tmp_path: Path) -> None:
    """An authority that has not published anything yet has an empty register."""
    shutil.copytree(BASE / "acts", tmp_path / "acts", ignore=lambda _, names: {n for n in names if n.endswith(".md")})
    assert build_registre(tmp_path / "acts").fiches == ()


def test_une_longue_table_se_suit_de_page_en_page(exemple_lu: Registre, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut into pages, a table of the register has the same acts in the same order, each under its heading."""
    whole = _tables(exemple_lu)
    monkeypatch.setattr(tables, "_LIGNES_DE_TABLE", 2)
    cut = _tables(exemple_lu)
    assert len(cut) > len(whole)
    assert max(len([*_lignes(view)]) for view in cut) == 2
    assert [line for view in cut for line in _lignes(view)] == [line for view in whole for line in _lignes(view)]


def _tables(registre: Registre) -> list[VueTable]:
    return [view for page in pages_tables(registre) if isinstance(view := page.vue, VueTable)]


def _lignes(view: VueTable) -> Iterator[tuple[str, str]]:
    return ((groupe.titre, fiche.adresse) for groupe in view.groupes for fiche in groupe.fiches)


def test_une_liste_dit_ce_qui_n_a_plus_d_effet() -> None:
    """A reader of a list knows at once that an act was repealed, annulled or withdrawn; the others say nothing."""
    registre = build_registre(RACINE / "tests" / "vie" / "acts")
    view = next(
        page.vue
        for page in listes.pages_registre(registre, listes.classements(registre))
        if page.adresse == "registre/"
    )
    assert isinstance(view, listes.VueListe)
    told = dict(view.etats)
    assert told["hypothese/2024/2024-01/"] == "Abrogé"
    assert told["hypothese/2024/2024-06/"] == "Annulé"
    assert told["hypothese/2025/2025-01/"] == "Retiré"
    assert "hypothese/2025/2025-02/" not in told
