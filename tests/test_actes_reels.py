"""The register shipped with the project says what the three real documents say.

A town that puts its own acts in their place has nothing to change here: these tests are then left out.
"""

import json
from datetime import date
from pathlib import Path

import pytest
from lxml import html as lxml_html

from outils import ACTES
from recueil import Registre, build_registre
from recueil.convention import Convention
from recueil.nomenclature import Nature
from recueil.pages.acte import assemblee, etapes
from recueil.publies import Fiche

pytestmark = pytest.mark.skipif(not (ACTES / "scota").is_dir(), reason="le registre est celui d'une autre collectivité")

_SEANCE = "acts/scota/2026/2026-02-11/"


@pytest.fixture(scope="module")
def registre() -> Registre:
    """The register of SCOT de l'Arrageois."""
    return build_registre(ACTES)


def _fiche(registre: Registre, address: str) -> Fiche:
    return next(f for f in registre.toutes if f.adresse == address)


def test_ce_que_les_vrais_actes_ont_d_etonnant(registre: Registre) -> None:
    """The real acts have oddities, told to the clerk and kept as they are; none stops their publication."""
    left = [a for a in registre.anomalies if not a.derogation and a.lieu.path.startswith(_SEANCE)]
    assert not any(a.bloque for a in left)
    assert sorted({(a.lieu.path.removeprefix(_SEANCE), a.code) for a in left}) == [
        ("605-convention.md", "REF-01"),
        ("605.md", "ID-06"),
        ("605.md", "ID-08"),
        ("605.md", "REF-01"),
        ("605.md", "REF-02"),
        ("605.md", "VOTE-08"),
        ("607.md", "ID-06"),
        ("seance.yml", "MEMBRE-01"),
    ]


@pytest.mark.parametrize("numero", ["605", "607"])
def test_ce_que_la_loi_en_dit(reel: Path, numero: str) -> None:
    """Executory on 16 February 2026; to be contested until 17 April; the page says so with its steps."""
    folder = reel / "scota" / "2026" / numero
    twin = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    assert (twin["executoire_statut"], twin["executoire_le"]) == ("executoire", "2026-02-16")
    assert twin["recours_jusqu_au"] == twin["definitif_apres"] == twin["defere_jusqu_au"] == "2026-04-17"
    text = " ".join(" ".join(lxml_html.parse(folder / "index.html").getroot().itertext()).split())
    for said in (
        "Exécutoire depuis le 16 février 2026 : publié le 16 février 2026 et reçu en préfecture le 16 février 2026.",
        "peut saisir le tribunal (Tribunal administratif de Lille",
        "jusqu'au vendredi 17 avril 2026 , par courrier ou sur www.telerecours.fr",
        "Le registre ne sait pas si un recours a été formé.",
    ):
        assert said in text
    assert "plus de recours" not in text


def test_les_conventions_du_centre_de_gestion(reel: Path) -> None:
    """An optional mission need not be sent; without a date of signature, no limit to contest it is computed."""
    folder = reel / "scota" / "conventions" / "coffre-fort-numerique-agent"
    twin = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    assert (twin["executoire_statut"], twin["executoire_le"]) == ("non_soumis_a_transmission", None)
    assert twin["executoire_phrase"].endswith("le document ne dit pas quand toutes les parties l'ont signé.")
    assert twin["recours_jusqu_au"] is None
    assert twin["defere_jusqu_au"] is None  # what the préfecture received is a draft


def test_quatre_actes_et_un_document_de_reference(registre: Registre) -> None:
    """Two délibérations and their conventions are the register; the model is shown aside."""
    assert [f.adresse for f in registre.fiches if f.acte.origine.path.startswith(_SEANCE)] == [
        "scota/2026/607/",
        "scota/2026/605/",
        "scota/conventions/coffre-fort-numerique-agent/",
        "scota/conventions/accompagnement-e-administration/",
    ]
    assert "scota/conventions/modele-accompagnement-e-administration-2024/" in {f.adresse for f in registre.references}


@pytest.mark.parametrize("numero", ["605", "607"])
def test_les_deliberations(registre: Registre, numero: str) -> None:
    """Votes, attendance and dates are those of the document and of its stamp."""
    acte = _fiche(registre, f"scota/2026/{numero}/").acte
    assert acte.seance is not None
    assert acte.votes is not None
    room = assemblee(acte.seance)
    assert (len(room.salle.presents), len(room.salle.pouvoirs), room.salle.votants, room.quorum) == (27, 8, 35, 25)
    assert len(acte.seance.excuses) + len(acte.seance.pouvoirs) == 12
    assert (acte.votes.pour, acte.votes.contre, acte.votes.abstention) == (35, 0, 0)
    assert [(e.libelle, e.jour) for e in etapes(acte)] == [
        ("Convocation", date(2026, 1, 29)),
        ("Séance", date(2026, 2, 11)),
        ("Affichage", date(2026, 2, 16)),
        ("Envoi en préfecture", date(2026, 2, 16)),
        ("Réception en préfecture", date(2026, 2, 16)),
        ("Mise en ligne", date(2026, 2, 16)),
    ]


def test_une_deliberation_envoyee_comme_contrat(registre: Registre) -> None:
    """605 is a délibération although the nature ticked is CC: both are kept."""
    acte = _fiche(registre, "scota/2026/605/").acte
    assert acte.type.value == "deliberation"
    assert acte.controle_legalite is not None
    assert acte.controle_legalite.nature_cochee is Nature.CC


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("scota/2026/605/", "Décret n°875-643"),
        ("scota/2026/605/", "la loi n]84-53"),
        ("scota/2026/605/", "décide à l'unanimité de ses membres :"),
        ("scota/conventions/coffre-fort-numerique-agent/", "conclue du.....jusqu'à la fin du marché"),
        ("scota/conventions/accompagnement-e-administration/", "## Article 6 : RESILIATION"),
        ("scota/conventions/modele-accompagnement-e-administration-2024/", "La collectivité de _____"),
    ],
)
def test_fautes_et_blancs_gardes(registre: Registre, address: str, said: str) -> None:
    """The text is the law: its typos and its blanks are published as they are."""
    assert said in _fiche(registre, address).acte.texte


def test_les_conventions(registre: Registre) -> None:
    """Term, renewal and blanks of the two conventions are told as they are."""
    safe = _fiche(registre, "scota/conventions/coffre-fort-numerique-agent/").acte
    support = _fiche(registre, "scota/conventions/accompagnement-e-administration/").acte
    assert isinstance(safe, Convention)
    assert isinstance(support, Convention)
    assert (safe.debut, safe.fin) == ("inconnu", date(2029, 10, 10))
    assert (support.fin, support.duree, support.nombre_reconductions) == ("inconnu", "5 ans", 1)
    assert {party.signe_le for party in (*safe.parties, *support.parties)} == {"inconnu"}


def test_le_modele_n_a_pas_de_date(registre: Registre) -> None:
    """The reference document says what its stamp says: an act of an authority that it does not name."""
    acte = _fiche(registre, "scota/conventions/modele-accompagnement-e-administration-2024/").acte
    assert isinstance(acte, Convention)
    assert acte.publicite is None
    assert acte.annexe_de is not None
    assert acte.annexe_de.id.texte == "062-216209072-20241016-DELIB-2024-37-DE"


def test_page_d_un_acte(reel: Path) -> None:
    """The page of 607 says what R2131-1 asks, and more."""
    page = lxml_html.parse(reel / "scota/2026/607/index.html").getroot()
    text = " ".join(" ".join(page.itertext()).split())
    for said in (
        "Françoise ROSSIGNOL, Présidente du SCOTA",
        "Mise en ligne 16 février 2026",
        "Réception en préfecture 16 février 2026",
        "062-256203100-20260216-607-DE",
        "Présents 27",
        "Pouvoirs 8",
        "Ensemble 35",
        "Convention pour le Coffre-fort Numérique Agent",
        "Frédéric LETURQUE à Claude FERET",
    ):
        assert said in text


def test_son_jumeau_json(reel: Path) -> None:
    """The twin of 607 gives the fields of the act and those computed."""
    twin = json.loads((reel / "scota/2026/607/index.json").read_text(encoding="utf-8"))
    assert (twin["type"], twin["publie_le"]) == ("deliberation", "2026-02-16")
    assert twin["controle_legalite"]["id"] == "062-256203100-20260216-607-DE"
    assert (twin["seance"]["votants"], twin["seance"]["quorum"]) == (35, 25)
    assert [url.endswith("/scota/conventions/coffre-fort-numerique-agent/") for url in twin["approuve"]] == [True]
    assert (reel / "id/062-256203100-20260216-607-DE/index.html").is_file()
