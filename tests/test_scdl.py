"""Open data, out: the national table of délibérations and ours, valid to the letter, and the same at each build."""

import csv
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from outils import ACTES
from recueil import Registre, build_registre
from recueil.colonnes_scdl import COLONNES, nom_matiere
from recueil.matieres import MATIERES
from recueil.nomenclature import Licence, Resultat
from recueil.pages.page import Reglages
from recueil.publies import Fiche
from recueil.reglages import Options
from recueil.scdl import bilan, fichiers, lacunes
from recueil.scdl.cellules import cellule, ligne
from recueil.scdl.national import valeurs
from recueil.scdl.tables import TABLES
from recueil.seance import Votes
from recueil.tableur import neutraliser, rendre
from scdl_outils import NATIONAL, avec_sirets, entete, fautes, fautes_nationales, lire

REGLAGES = Reglages("https://exemple.fr/actes/", "Actes de Valmont")


@pytest.fixture(scope="module")
def registre(tmp_path_factory: pytest.TempPathFactory) -> Registre:
    """The fictional example, whose authorities say their SIRET."""
    return build_registre(avec_sirets(tmp_path_factory.mktemp("scdl")))


@pytest.fixture(scope="module")
def ecrits(registre: Registre) -> Mapping[str, bytes]:
    """All the files."""
    return {address: write() for address, write in fichiers(registre, REGLAGES)}


def _fiche(registre: Registre, numero: str) -> Fiche:
    return next(f for f in registre.fiches if f.acte.numero == numero and f.acte.seance)


def _modifiee(fiche: Fiche, **changes: object) -> Fiche:
    return replace(fiche, acte=fiche.acte.model_copy(update=changes))


def _ligne(fiche: Fiche) -> dict[str, str]:
    content = ligne(COLONNES) + ligne(valeurs(fiche, REGLAGES))
    assert fautes_nationales(content) == []
    return lire(content)[0]


def test_trois_niveaux(ecrits: Mapping[str, bytes]) -> None:
    """All the register, an authority, a year of it; each level holds the rows of those under it."""
    national = [address for address in ecrits if address.startswith("donnees/scdl/")]
    assert national == [
        "donnees/scdl/deliberations.csv",
        "donnees/scdl/essarts/deliberations.csv",
        *(f"donnees/scdl/essarts/{year}/deliberations.csv" for year in (2022, 2025, 2026)),
        "donnees/scdl/valmont/deliberations.csv",
        *(f"donnees/scdl/valmont/{year}/deliberations.csv" for year in (2025, 2026)),
    ]
    whole = lire(ecrits["donnees/scdl/deliberations.csv"])
    parts = [row for name in national if name.count("/") == 3 for row in lire(ecrits[name])]
    years = [row for name in national if name.count("/") == 4 for row in lire(ecrits[name])]
    assert len(whole) == 17
    assert [*map(_cle, sorted(parts, key=_cle))] == [*map(_cle, sorted(years, key=_cle))]
    assert sorted(map(_cle, parts)) == sorted(map(_cle, whole))


def _cle(row: Mapping[str, str]) -> tuple[str, str]:
    return row["DELIB_DATE"], row["DELIB_URL"]


def test_schema_national(ecrits: Mapping[str, bytes]) -> None:
    """The national tables keep the schema and the rules of its rows, that frictionless does not run."""
    tables = [content for address, content in ecrits.items() if address.startswith("donnees/scdl/")]
    assert tables
    assert [fault for content in tables for fault in fautes_nationales(content)] == []


def test_plus_ancienne_d_abord(ecrits: Mapping[str, bytes]) -> None:
    """By date, then by number as a person counts them."""
    rows = lire(ecrits["donnees/scdl/valmont/deliberations.csv"])
    assert [row["DELIB_ID"] for row in rows] == [
        *("2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06", "2025-07", "2025-08"),
        *("2026-01", "2026-02", "2026-03", "2026-04"),
    ]


def test_numeros_d_un_meme_jour(registre: Registre) -> None:
    """Of one day, 9 comes before 10, whatever the order of their pages."""
    act = _fiche(registre, "2025-02")
    held = tuple(replace(_modifiee(act, numero=number), adresse=f"x/{number}/") for number in ("10", "9", "100"))
    told = dict(fichiers(replace(registre, fiches=held), REGLAGES))
    assert [row["DELIB_ID"] for row in lire(told["donnees/scdl/deliberations.csv"]())] == ["9", "10", "100"]


def test_une_ligne(registre: Registre) -> None:
    """Every column that an act can fill."""
    assert _ligne(_fiche(registre, "2025-02")) == {
        "COLL_NOM": "Commune de Valmont-les-Essarts",
        "COLL_SIRET": "21990001600003",
        "DELIB_ID": "2025-02",
        "DELIB_DATE": "2025-03-20",
        "DELIB_MATIERE_CODE": "7.10",
        "DELIB_MATIERE_NOM": "finances locales/divers",
        "DELIB_OBJET": "Tarifs de location de la salle polyvalente à compter du 1er mai 2025",
        "BUDGET_ANNEE": "",
        "BUDGET_NOM": "",
        "PREF_ID": "PREF099",
        "PREF_DATE": "2025-03-24",
        "VOTE_EFFECTIF": "11",
        "VOTE_REEL": "9",
        "VOTE_POUR": "6",
        "VOTE_CONTRE": "2",
        "VOTE_ABSTENTION": "1",
        "DELIB_URL": "https://exemple.fr/actes/valmont/2025/2025-02/",
    }


def test_ce_qui_ne_pourrait_pas_tenir_est_laisse(registre: Registre) -> None:
    """A reception before the adoption, ballots that make no sum, more voices than members: the cells stay empty."""
    act = _fiche(registre, "2025-02")
    control = act.acte.controle_legalite
    assert control
    early = control.model_copy(update={"recu_le": act.acte.date and act.acte.date.replace(day=1)})
    assert _ligne(_modifiee(act, controle_legalite=early))["PREF_DATE"] == ""
    for votes in (Votes(pour=6, contre=2, abstention=1, blancs=1), Votes(pour=12, contre=0, abstention=0)):
        assert _ligne(_modifiee(act, votes=votes))["VOTE_REEL"] == ""
    assert _ligne(_modifiee(act, votes=Votes(resultat=Resultat.PRISE_ACTE)))["VOTE_EFFECTIF"] == ""
    assert _ligne(_modifiee(act, seance=None))["VOTE_POUR"] == ""
    assert _ligne(_modifiee(act, votes=Votes(pour=6, contre=2, abstention=1, nppv=2)))["VOTE_REEL"] == "9"


@pytest.mark.parametrize(("departement", "prefecture"), [("062", "PREF062"), ("02A", "PREF02A"), ("974", "PREF974")])
def test_prefecture(registre: Registre, departement: str, prefecture: str) -> None:
    """Of the département of the authority, in Corsica and overseas too; nothing for what was not sent."""
    act = _fiche(registre, "2025-02")
    elsewhere = act.collectivite.model_copy(update={"departement": departement})
    assert _ligne(_modifiee(act, collectivite=elsewhere))["PREF_ID"] == prefecture
    assert _ligne(_modifiee(act, controle_legalite=None))["PREF_ID"] == ""


@pytest.mark.parametrize("code", [code for code in MATIERES if "." in code])
def test_chaque_matiere(registre: Registre, code: str) -> None:
    """Every one of the 57 names is one that the national rule accepts; a deeper code gives its second level."""
    row = _ligne(_modifiee(_fiche(registre, "2025-02"), matiere=f"{code}.3"))
    assert (row["DELIB_MATIERE_CODE"], row["DELIB_MATIERE_NOM"]) == (code, nom_matiere(code))


def test_lacunes(registre: Registre) -> None:
    """What is left out is counted, with its reasons; what is neither public nor a délibération is not its affair."""
    assert lacunes(registre) == ()
    first, second = _fiche(registre, "2025-01"), _fiche(registre, "2025-02")
    authority = first.collectivite.model_copy(update={"siret": None})
    spoiled = (_modifiee(first, matiere=None, collectivite=authority), _modifiee(second, votes=_AJOURNE))
    short = replace(registre, fiches=spoiled)
    assert [(fiche.acte.numero, reason) for fiche, reason in lacunes(short)] == [
        ("2025-01", "sa matière manque"),
        ("2025-01", "le SIRET de la collectivité manque dans « collectivite.yml »"),
        ("2025-02", "la proposition a été ajournée : rien n'a été adopté"),
    ]
    told = dict(fichiers(short, REGLAGES))
    assert lire(told["donnees/scdl/deliberations.csv"]()) == []
    assert len(lire(told["donnees/actes/deliberations.csv"]())) == 2


_AJOURNE = Votes(resultat=Resultat.AJOURNEE)


def test_siret_d_une_autre(registre: Registre) -> None:
    """A SIRET whose SIREN is another's is not put in the national file."""
    act = _fiche(registre, "2025-01")
    wrong = act.collectivite.model_copy(update={"siret": "25990001700007"})
    (one,) = lacunes(replace(registre, fiches=(_modifiee(act, collectivite=wrong),)))
    assert "ne commence pas par son SIREN" in one[1]


@pytest.mark.parametrize("table", [table.nom for table in TABLES])
def test_nos_tables(ecrits: Mapping[str, bytes], table: str) -> None:
    """Each of our tables is what its schema says, at its three levels."""
    schema = json.loads(ecrits[f"donnees/schemas/{table}.schema.json"])
    held = [content for address, content in ecrits.items() if re.fullmatch(rf"donnees/actes/.*{table}\.csv", address)]
    assert len(held) >= 3
    assert [fault for content in held for fault in fautes(schema, content)] == []


@pytest.mark.parametrize("table", [table.nom for table in TABLES])
def test_nos_schemas(ecrits: Mapping[str, bytes], table: str) -> None:
    """French titles and descriptions, the licence of the site, its sources, and the address of the table."""
    schema = json.loads(ecrits[f"donnees/schemas/{table}.schema.json"])
    assert schema["path"] == f"https://exemple.fr/actes/donnees/schemas/{table}.schema.json"
    assert schema["resources"][0]["path"] == f"https://exemple.fr/actes/donnees/actes/{table}.csv"
    assert schema["licenses"][0]["name"] == "etalab-2.0"
    assert schema["sources"][0]["title"] == "Actes de Valmont"
    names = [field["name"] for field in schema["fields"]]
    assert len({*names}) == len(names)
    for field in schema["fields"]:
        assert field["title"]
        assert field["description"].endswith(".")


def test_licence(registre: Registre) -> None:
    """The schema tells the licence that the site has chosen."""
    told = dict(fichiers(registre, replace(REGLAGES, options=Options(licence=Licence.ODBL))))
    assert json.loads(told["donnees/schemas/arretes.schema.json"]())["licenses"][0]["name"] == "ODbL-1.0"


def test_ce_que_le_schema_national_ne_dit_pas(ecrits: Mapping[str, bytes]) -> None:
    """The act, its file, what became of it: the line of one délibération in our table."""
    rows = lire(ecrits["donnees/actes/valmont/2025/deliberations.csv"])
    row = next(row for row in rows if row["numero"] == "2025-08")
    told = {key: row[key] for key in ("pour", "contre", "voix_preponderante", "scrutin", "resultat", "votants")}
    assert told == {
        "pour": "4",
        "contre": "4",
        "voix_preponderante": "oui",
        "scrutin": "ordinaire",
        "resultat": "adoptee",
        "votants": "8",
    }
    assert (row["executoire_statut"], row["executoire_le"], row["etat"]) == ("executoire", "2025-06-24", "executoire")
    signed = next(row for row in rows if row["numero"] == "2025-01")
    assert (signed["auteur_nom"], signed["document_nom"]) == ("FICTIF", "2025-01.pdf")
    assert re.fullmatch(r"[0-9a-f]{64}", signed["document_sha256"])
    assert int(signed["document_taille"]) > 0


def test_conventions(ecrits: Mapping[str, bytes]) -> None:
    """Parties, term and renewal, as the amendments left them; a blank of the document is « inconnu »."""
    rows = lire(ecrits["donnees/actes/conventions.csv"])
    water = next(row for row in rows if row["url"].endswith("/poteaux-incendie/"))
    assert water["parties"] == "Commune de Valmont-les-Essarts | Syndicat des eaux des Essarts"
    assert (water["reconduction"], water["nombre_reconductions"], water["avenants"]) == ("tacite", "3", "1")
    assert water["signee_le"] == "2025-07-02"
    assert water["approuvee_par"].endswith("/valmont/2025/2025-05/")
    room = next(row for row in rows if row["url"].endswith("/salle-polyvalente-amicale/"))
    assert room["parties_siren"] == "219900016 | inconnu"
    assert room["signee_le"] == ""


def test_deux_fois_la_meme_chose(registre: Registre, ecrits: Mapping[str, bytes]) -> None:
    """Two builds write the same bytes."""
    assert {address: write() for address, write in fichiers(registre, REGLAGES)} == ecrits


def test_rien_d_un_brouillon(ecrits: Mapping[str, bytes]) -> None:
    """Nothing of a draft is in a table."""
    assert not [address for address, content in ecrits.items() if b"ZYGOMATIQUE" in content.upper()]


def test_registre_vide(tmp_path: Path) -> None:
    """No act, no table."""
    (tmp_path / "acts").mkdir()
    assert [*fichiers(build_registre(tmp_path / "acts"), REGLAGES)] == []


@pytest.mark.skipif(not (ACTES / "scota").is_dir(), reason="le registre est celui d'une autre collectivité")
def test_le_vrai_registre() -> None:
    """The real acts say neither their matière nor, for their authority, a SIRET: the national file tells none."""
    registre = build_registre(ACTES)
    told = {address: write() for address, write in fichiers(registre, REGLAGES)}
    assert entete(told["donnees/scdl/scota/2026/deliberations.csv"]) == [name for name, *_ in NATIONAL]
    assert lire(told["donnees/scdl/scota/deliberations.csv"]) == []
    out = [(f.acte.numero, why) for f, why in lacunes(registre) if f.adresse.startswith("scota/2026/60")]
    assert out == [
        (number, why)
        for number in ("605", "607")
        for why in ("sa matière manque", "le SIRET de la collectivité manque dans « collectivite.yml »")
    ]
    assert [*bilan(registre)] == [f"2\u00a0délibérations hors du tableau national (SCDL) : {why}" for _, why in out[:2]]
    for table in TABLES:
        if (address := f"donnees/actes/{table.nom}.csv") in told:
            assert fautes(json.loads(told[f"donnees/schemas/{table.nom}.schema.json"]), told[address]) == []


@pytest.mark.skipif(not (ACTES / "scota").is_dir(), reason="le registre est celui d'une autre collectivité")
def test_les_trois_vrais_documents() -> None:
    """What our tables say of the two délibérations and of their conventions; the model of another is no act."""
    told = dict(fichiers(build_registre(ACTES), REGLAGES))
    rows = lire(told["donnees/actes/scota/2026/deliberations.csv"]())[:2]
    assert [(row["numero"], row["nature"], row["identifiant_actes"][-6:]) for row in rows] == [
        ("605", "CC", "605-CC"),
        ("607", "DE", "607-DE"),
    ]
    for row in rows:
        assert (row["organe"], row["auteur_nom"], row["date"]) == ("Comité syndical", "ROSSIGNOL", "2026-02-11")
        votes = [row[key] for key in ("membres_en_exercice", "presents", "pouvoirs", "votants", "pour", "contre")]
        assert votes == ["49", "27", "8", "35", "35", "0"]
        assert {row["envoye_le"], row["recu_le"], row["publie_le"], row["executoire_le"]} == {"2026-02-16"}
        assert row["recours_jusqu_au"] == "2026-04-17"
    contracts = lire(told["donnees/actes/scota/conventions.csv"]())
    assert [(row["objet"], row["debut"], row["fin"], row["duree"]) for row in contracts[:2]] == [
        ("Convention pour l'accompagnement à la E-administration", "inconnu", "inconnu", "5 ans"),
        ("Convention pour le Coffre-fort Numérique Agent", "inconnu", "2029-10-10", ""),
    ]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
@example(['"', ",", "a\nb", "a\r\nb", "é œ", '=HYPERLINK("x")', "'=1", "''=1", "", " ", "\t=1", "＝1"])
def test_cellules(texts: list[str]) -> None:
    """Whatever a text holds, a reader of CSV finds it again, and one line is one row."""
    (row,) = csv.reader(StringIO(ligne(texts).decode(), newline=""), strict=True)
    assert [*map(rendre, row)] == texts


@given(st.text())
def test_jamais_une_formule(text: str) -> None:
    """No cell begins with what a spreadsheet runs; a text that it shows is not touched."""
    shown = cellule(text)
    assert not shown.startswith(("=", "\t", "\r"))
    assert not re.match(r"[+@-].*[(|!]", shown, re.DOTALL)
    assert rendre(shown) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+SUM(A1:A9)", "'+SUM(A1:A9)"),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
        ("@SUM(1+9)", "'@SUM(1+9)"),
        ("＝1+1", "'＝1+1"),
        ("@ctes : convention avec la préfecture", "@ctes : convention avec la préfecture"),
        ("- 5 % sur les tarifs", "- 5 % sur les tarifs"),
        ("Tarifs = 5 €", "Tarifs = 5 €"),
    ],
)
def test_ce_qu_un_tableur_executerait(text: str, shown: str) -> None:
    """A formula takes an apostrophe; an honest text that begins with the same sign is left alone."""
    assert neutraliser(text) == shown
    assert rendre(shown) == text
