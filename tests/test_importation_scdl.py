"""Open data, in: a national table of délibérations makes drafts, whatever spreadsheets did to it, and loses no row."""

import csv
import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outils import RACINE
from recueil import build_registre, verifier
from recueil.colonnes_scdl import COLONNES, nom_matiere
from recueil.importation.importer import Importe
from recueil.importation.scdl.bilan import resumer, texte
from recueil.importation.scdl.importer import importer_tableaux
from recueil.importation.sortie.choix import Choix
from recueil.importation.sortie.fichiers import Sort
from recueil.matieres import MATIERES
from recueil.pages.page import Reglages
from recueil.scdl import fichiers
from recueil.source import Champs
from registre_fictif import champs, etat, ouvrir
from scdl_outils import SIRETS, avec_sirets

SIRET = "21990001600003"
LIGNE = {
    "COLL_NOM": "Commune de Sainte-Exemple",
    "COLL_SIRET": SIRET,
    "DELIB_ID": "2026-07",
    "DELIB_DATE": "2026-05-21",
    "DELIB_MATIERE_CODE": "7.10",
    "DELIB_MATIERE_NOM": "finances locales/divers",
    "DELIB_OBJET": "Tarifs de la cantine",
    "PREF_ID": "PREF099",
    "PREF_DATE": "2026-05-26",
    "VOTE_EFFECTIF": "11",
    "VOTE_REEL": "9",
    "VOTE_POUR": "6",
    "VOTE_CONTRE": "2",
    "VOTE_ABSTENTION": "1",
}
_DOSSIER = "sainte-exemple/2026/2026-05-21"


@pytest.fixture
def acts(tmp_path: Path) -> Path:
    """A register with one authority and no act."""
    return ouvrir(tmp_path)


def _csv(rows: Sequence[Mapping[str, str]], colonnes: Sequence[str] = COLONNES, separateur: str = ",") -> str:
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=separateur)
    writer.writerow(colonnes)
    writer.writerows([row.get(name, "") for name in colonnes] for row in rows)
    return out.getvalue()


def _poser(acts: Path, content: str | bytes, nom: str = "deliberations.csv") -> Path:
    path = acts.parent / nom
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def _importer(acts: Path, content: str | bytes, vers: Path | None = None, *, essai: bool = False) -> list[Importe]:
    return [*importer_tableaux([_poser(acts, content)], Choix(acts, vers, essai=essai, remplacer=True))]


def _une(acts: Path, changes: Mapping[str, str] | None = None, vers: Path | None = None) -> str:
    """What is said of one row, changed from the right one."""
    done = _importer(acts, _csv([{**LIGNE, **(changes or {})}]), vers)
    return texte(done, essai=False, racine=acts)


def _brouillon(acts: Path, nom: str = "2026-07") -> Champs:
    return champs(acts / _DOSSIER / f"{nom}.md")


ATTENDU = {
    "type": "deliberation",
    "numero": "2026-07",
    "objet": "Tarifs de la cantine",
    "matiere": "7.10",
    "controle_legalite": {"recu_le": "2026-05-26"},
    "votes": {"pour": "6", "contre": "2", "abstention": "1", "resultat": "adoptee"},
}


def test_une_ligne(acts: Path) -> None:
    """A row makes a draft and its session; nothing asks to be published."""
    told = _une(acts)
    assert sorted(etat(acts / _DOSSIER)) == ["2026-07.md", "seance.yml"]
    assert _brouillon(acts) == ATTENDU
    session = {"organe": "Conseil municipal", "date": "2026-05-21", "membres_en_exercice": "11"}
    assert champs(acts / _DOSSIER / "seance.yml") == session
    assert "deliberations.csv:2 : Assemblée : « Conseil municipal » est écrit" in told
    assert "1 ligne : 1 brouillon écrit, 0 déjà au registre, 0 refusée." in told
    assert "1 brouillon écrit dans « acts/sainte-exemple/2026/2026-05-21 »." in told


@pytest.mark.parametrize("separateur", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encodage", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("fin", ["\r\n", "\n", "\r"])
def test_ce_que_fait_un_tableur(acts: Path, separateur: str, encodage: str, fin: str) -> None:
    """Separators, encodings and ends of lines of all spreadsheets give the same act."""
    row = LIGNE | {"DELIB_OBJET": "Tarifs, à l'œuvre ; dès l'été"}
    _importer(acts, _csv([row], separateur=separateur).replace("\r\n", fin).encode(encodage))
    assert _brouillon(acts) == ATTENDU | {"objet": row["DELIB_OBJET"]}


def test_encodage_dit(acts: Path) -> None:
    """A file that is not UTF-8 is read, and said to be."""
    done = _importer(acts, _csv([LIGNE | {"DELIB_OBJET": "Été"}]).encode("cp1252"))
    assert "deliberations.csv : il n'est pas enregistré en UTF-8" in texte(done, essai=False, racine=acts)


@pytest.mark.parametrize(
    "colonnes",
    [
        [*reversed(COLONNES)],
        [*COLONNES, "PUBLICATION_DATE", "NATURE_ACTE", ""],
        [name for name in COLONNES if not name.startswith("VOTE") and name != "DELIB_MATIERE_CODE"],
        [name.lower() for name in COLONNES],
        [name.replace("_", " ").title() for name in COLONNES],
    ],
)
def test_colonnes(acts: Path, colonnes: list[str]) -> None:
    """In another order, with others, without the optional ones, in other letters: the same act."""
    names = {name: name.upper().replace(" ", "_") for name in colonnes}
    row = {name: LIGNE.get(national, "") for name, national in names.items()}
    _importer(acts, _csv([row], colonnes))
    votes = "VOTE_POUR" in names.values()
    assert _brouillon(acts) == {key: value for key, value in ATTENDU.items() if votes or key != "votes"}


def test_les_documents_ne_sont_pas_oublies(acts: Path) -> None:
    """The address of a document is not lost without a word: the clerk is told once what to do; without one, nothing."""
    with_files = {"DELIB_URL": "https://x.example/document.pdf"}
    done = _importer(acts, _csv([LIGNE | with_files, LIGNE | with_files | {"DELIB_ID": "2026-08"}]))
    assert texte(done, essai=False, racine=acts).count("DELIB_URL donne l'adresse de documents") == 1
    assert "DELIB_URL" not in _une(acts, {"DELIB_ID": "2026-09", "DELIB_URL": ""})


def test_colonnes_laissees(acts: Path) -> None:
    """What has no place is named once for the file."""
    done = _importer(acts, _csv([LIGNE, LIGNE | {"DELIB_ID": "2026-08"}], [*COLONNES, "NATURE_ACTE"]))
    told = texte(done, essai=False, racine=acts)
    assert told.count("deliberations.csv : colonnes que le registre ne connaît pas") == 1
    assert "NATURE_ACTE" in told


@pytest.mark.parametrize("debut", ["sep=;\r\n", "\r\n", "\ufeffsep=;\r\n\r\n"])
def test_avant_les_colonnes(acts: Path, debut: str) -> None:
    """The line by which Excel announces its separator, and empty ones, before the names and between the rows."""
    body = _csv([LIGNE], separateur=";").replace("\r\n", "\r\n;;\r\n\r\n", 1)
    done = _importer(acts, debut + body)
    assert [one.refus for one in done if ":" in one.nom] == [()]
    assert _brouillon(acts) == ATTENDU


def test_rangee_du_tableur(acts: Path) -> None:
    """A cell of several lines is one line of the act; after it the line of the file is not that of the spreadsheet."""
    rows = [LIGNE | {"DELIB_OBJET": "Tarifs\nde la\ncantine"}, LIGNE | {"DELIB_ID": "8", "DELIB_DATE": "bientôt"}]
    told = texte(_importer(acts, _csv(rows)), essai=False, racine=acts)
    assert _brouillon(acts) == ATTENDU
    assert "deliberations.csv:2 : DELIB_OBJET : un retour à la ligne est devenu une espace." in told
    assert "deliberations.csv:5 : REFUSÉE : (rangée 3 du tableur) DELIB_DATE : « bientôt » n'est pas une date" in told


@pytest.mark.parametrize(
    ("colonne", "cellule", "dit"),
    [
        ("DELIB_ID", "2.02E+03", "DELIB_ID : un tableur a changé la valeur en « 2.02E+03 » et en a perdu la fin."),
        ("DELIB_ID", "2,02E+03", "Reprenez le numéro écrit sur l'acte à la source"),
        ("DELIB_ID", "", "DELIB_ID : rien n'est écrit, et il le faut."),
        ("DELIB_DATE", "21/05/26", "DELIB_DATE : « 21/05/26 » n'est pas une date"),
        ("DELIB_DATE", "46163", "(un tableur a écrit un nombre de jours)"),
        ("DELIB_DATE", "31/02/2026", "DELIB_DATE : « 31/02/2026 » n'existe pas dans le calendrier"),
        ("DELIB_DATE", "2026-05-20T22:00:00Z", "est un instant d'un autre fuseau, qui peut être la veille"),
        ("DELIB_OBJET", "", "DELIB_OBJET : rien n'est écrit"),
        ("DELIB_OBJET", "Tarifs de l'Ã©cole", "des accents sont abîmés (« Ã© »)"),
        ("DELIB_OBJET", "Tarifs de l'\ufffdcole", "des accents sont abîmés"),
        ("COLL_SIRET", "2,19900E+13", "COLL_SIRET : un tableur a changé la valeur en « 2,19900E+13 »"),
        ("COLL_SIRET", "1990001600003", "a 13 chiffres au lieu de 14 (un tableur retire les zéros du début)"),
        ("COLL_SIRET", "219900016", "a 9 chiffres au lieu de 14 (c'est peut-être un SIREN)"),
        ("COLL_SIRET", "21990001600004", "COLL_SIRET : « 21990001600004 » est mal recopié"),
        ("COLL_SIRET", "inconnu", "COLL_SIRET : « inconnu » n'est pas un SIRET"),
        ("COLL_SIRET", "", "COLL_SIRET : rien n'est écrit. Corrigez-le, ou dites de quelle collectivité"),
        ("COLL_SIRET", SIRETS["essarts"], "aucune collectivité de « acts » n'a le SIREN 259900017"),
        ("PREF_DATE", "en mai", "PREF_DATE : « en mai » n'est pas une date"),
        ("VOTE_POUR", "tous", "VOTE_POUR : « tous » n'est pas un nombre entier"),
    ],
)
def test_ligne_refusee(acts: Path, colonne: str, cellule: str, dit: str) -> None:
    """What is lost is not guessed: the row is refused whole, with what was found, and the others are written."""
    bad = LIGNE | {colonne: cellule}
    told = texte(_importer(acts, _csv([bad, LIGNE | {"DELIB_ID": "2026-08"}])), essai=False, racine=acts)
    (line,) = (line for line in told.splitlines() if line.startswith("deliberations.csv:2 : REFUSÉE : "))
    assert dit in line
    assert "2 lignes : 1 brouillon écrit, 0 déjà au registre, 1 refusée." in told
    assert sorted(etat(acts / _DOSSIER)) == ["2026-08.md", "seance.yml"]


def test_ce_que_les_regles_trouvent(acts: Path) -> None:
    """What the rules of the register find in a draft is told with its line; what every draft lacks, once."""
    told = _une(acts, {"DELIB_OBJET": "Tarifs <b>2026</b>"})
    assert "deliberations.csv:2 : « <b> » est du HTML : écrivez le texte seul, sans balise (CHAMP-07)" in told
    assert "CHAMP-01" not in told
    assert told.endswith("puis « publie_le ».\n")


@pytest.mark.parametrize(
    ("colonne", "cellule", "dit"),
    [
        ("DELIB_ID", '="2026-07"', ""),
        ("DELIB_DATE", "2026-05-21 00:00:00", "DELIB_DATE : « 2026-05-21 00:00:00 » a été lu « 2026-05-21 »."),
        ("DELIB_DATE", "2026-05-21T00:00:00Z", "a été lu « 2026-05-21 »"),
        ("DELIB_DATE", "21/05/2026", "DELIB_DATE : « 21/05/2026 » a été lu « 2026-05-21 »."),
        ("DELIB_DATE", "21/05/2026 18:30", "a été lu « 2026-05-21 »"),
        ("DELIB_DATE", "20260521", "a été lu « 2026-05-21 »"),
        ("COLL_SIRET", "219 900 016 00003", "COLL_SIRET : « 219 900 016 00003 » a été lu « 21990001600003 »."),
        ("COLL_SIRET", "21990001600003.0", "a été lu « 21990001600003 »"),
        ("VOTE_POUR", "6.0", "VOTE_POUR : « 6.0 » a été lu « 6 »."),
        ("VOTE_POUR", "6,00", "a été lu « 6 »"),
        ("DELIB_MATIERE_CODE", "7,10", "DELIB_MATIERE_CODE : « 7,10 » a été lu « 7.10 »."),
        ("DELIB_MATIERE_CODE", "", ""),
        ("DELIB_MATIERE_CODE", "07/10/2026", "« 07/10/2026 » n'est pas un code ; « finances locales/divers » donne"),
        ("DELIB_MATIERE_NOM", "Finances locales / Divers", ""),
        ("DELIB_MATIERE_NOM", "Cantine", ""),
        ("DELIB_OBJET", "Tarifs de la\u200e cantine", "DELIB_OBJET : des signes invisibles ont été retirés."),
    ],
)
def test_ce_qui_se_rattrape(acts: Path, colonne: str, cellule: str, dit: str) -> None:
    """What is surely meant is read, and said to have been."""
    told = _une(acts, {colonne: cellule})
    assert _brouillon(acts) == ATTENDU
    assert dit in told


def test_numero_devenu_decimal(acts: Path) -> None:
    """« 607.0 » is 607, and the clerk is asked whether it had zeros before it."""
    told = _une(acts, {"DELIB_ID": "607.0"})
    assert _brouillon(acts, "607")["numero"] == "607"
    assert "DELIB_ID : « 607.0 » a été lu « 607 » ; vérifiez s'il ne commençait pas par des zéros." in told


def test_sept_dix_devenu_sept_un(acts: Path) -> None:
    """A spreadsheet that made 7.1 of 7.10 is seen by the name: no code is written, and it is asked."""
    told = _une(acts, {"DELIB_MATIERE_CODE": "7.1"})
    assert "matiere" not in _brouillon(acts)
    assert "(7.10) (un tableur change 7.10 en 7.1) : écrivez « matiere »" in told


@pytest.mark.parametrize(
    ("changes", "votes", "dit"),
    [
        ({"VOTE_REEL": "10"}, ATTENDU["votes"], "VOTE_REEL dit 10, et les voix font 9"),
        ({"VOTE_CONTRE": ""}, None, "le tableau ne donne pas VOTE_CONTRE ; aucun chiffre n'a été écrit"),
        ({"VOTE_POUR": "20"}, None, "23 votants pour 11 membres en exercice"),
        ({"VOTE_REEL": "", "VOTE_EFFECTIF": ""}, ATTENDU["votes"], ""),
        (
            {"VOTE_POUR": "2", "VOTE_CONTRE": "6"},
            {"pour": "2", "contre": "6", "abstention": "1"},
            "",
        ),
    ],
)
def test_votes(acts: Path, changes: dict[str, str], votes: object, dit: str) -> None:
    """Figures that hold together are kept; those that contradict one another are not written, and are asked."""
    told = _une(acts, changes)
    assert _brouillon(acts).get("votes") == votes
    assert dit in told


def test_recue_avant_la_seance(acts: Path) -> None:
    """A day of reception before that of the session is asked, not written."""
    assert "PREF_DATE dit 01/05/2026, avant la séance du 21/05/2026" in _une(acts, {"PREF_DATE": "2026-05-01"})
    assert "controle_legalite" not in _brouillon(acts)


@pytest.mark.parametrize(
    ("avant", "apres", "dit"),
    [
        ("Tarifs de la cantine", '"Tarifs "de la" cantine"', "ses guillemets ne se referment pas"),
        ("Tarifs de la cantine", '"Tarifs de la cantine', "ses guillemets ne se referment pas"),
        ("Tarifs de la cantine", "Tarifs, de la, cantine", "elle a 19 cellules pour 17 colonnes"),
        (",6,2,1,", "", "elle a 13 cellules pour 17 colonnes : elle est coupée"),
    ],
)
def test_ligne_mal_coupee(acts: Path, avant: str, apres: str, dit: str) -> None:
    """A row that is badly quoted or cut is refused alone: those before and after it are whole."""
    rows = [LIGNE | {"DELIB_ID": number} for number in ("1", "2", "3", "4")]
    lines = _csv(rows).split("\r\n")
    lines[2] = lines[2].replace(avant, apres)
    done = _importer(acts, "\r\n".join(lines))
    assert f"deliberations.csv:3 : REFUSÉE : {dit}" in texte(done, essai=False, racine=acts)
    assert sorted(etat(acts / _DOSSIER)) == ["1.md", "3.md", "4.md", "seance.yml"]


def test_guillemet_referme_plus_loin(acts: Path) -> None:
    """A quotation mark that another row happens to close does not take the rows between them away."""
    lines = _csv([LIGNE | {"DELIB_ID": number} for number in ("1", "2", "3", "4")]).split("\r\n")
    lines[1], lines[3] = lines[1].replace("Tarifs", '"Tarifs'), lines[3].replace("cantine", 'cantine"')
    done = _importer(acts, "\r\n".join(lines))
    assert [one.nom for one in done if one.refus] == ["deliberations.csv:2"]
    assert _brouillon(acts, "3")["objet"] == 'Tarifs de la cantine"'
    assert sorted(etat(acts / _DOSSIER)) == ["2.md", "3.md", "4.md", "seance.yml"]


def test_guillemet_qui_avalerait_tout(acts: Path) -> None:
    """A quotation mark that is not closed costs its own row, however long the file."""
    rows = [LIGNE | {"DELIB_ID": str(number)} for number in range(1, 300)]
    lines = _csv(rows).split("\r\n")
    lines[1] = lines[1].replace("Tarifs", '"Tarifs')
    done = _importer(acts, "\r\n".join(lines), essai=True)
    assert [one.nom for one in done if one.refus] == ["deliberations.csv:2"]


@pytest.mark.parametrize(
    ("content", "dit"),
    [
        (b"", "ce fichier est vide."),
        (b"PK\x03\x04" + b"\0" * 26 + b"[Content_Types].xml", "ce fichier est un classeur"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "ce fichier est un classeur"),
        (b"%PDF-1.7", "ce fichier n'est pas un tableau"),
        (b"nom;date\nTarifs;2026\n", "il y manque « DELIB_ID », « DELIB_DATE », « DELIB_OBJET »"),
        (",".join([*COLONNES, "DELIB_ID"]).encode(), "la colonne « DELIB_ID » y est deux fois"),
        (",".join(COLONNES).encode(), "ce tableau n'a aucune ligne"),
        (b"DELIB_ID,DELIB_DATE,DELIB_OBJET\n1,2026-05-21,\x81\x8d\n", "ses accents ne peuvent pas être lus"),
        (b"\xff\xfeD", "ses accents ne peuvent pas être lus"),
    ],
)
def test_fichier_refuse(acts: Path, content: bytes, dit: str) -> None:
    """What is no table is refused, and says what to do."""
    (one,) = (one for one in _importer(acts, content) if one.refus)
    assert dit in one.refus[0]


def test_deux_fois(acts: Path) -> None:
    """Importing twice changes nothing; what the clerk completed is left as it is, even when it says otherwise."""
    content = _csv([LIGNE, LIGNE | {"DELIB_ID": "2026-08"}])
    _importer(acts, content)
    path = acts / _DOSSIER / "2026-07.md"
    path.write_text(path.read_text("utf-8").replace("pour: 6", "pour: 7") + "Vu le code", encoding="utf-8")
    before = etat(acts)
    done = _importer(acts, content)
    told = texte(done, essai=False, racine=acts)
    assert etat(acts) == before
    assert "2 lignes : 0 brouillon écrit, 2 déjà au registre, 0 refusée." in told
    assert "deliberations.csv:2 : « pour » : le registre dit « 7 », le tableau dit « 6 ». Rien n'a été changé" in told
    assert {sort for one in done for _, sort in one.sorts} == {Sort.GARDE}


def test_deja_au_registre_ailleurs(acts: Path) -> None:
    """An act of the register is known by its number and its day, wherever its file lies and whatever its form."""
    folder = acts / "sainte-exemple" / "2026" / "mai"
    folder.mkdir(parents=True)
    text = "type: Délibération\nnumero: 2026-07\nobjet: Tarifs de la cantine\ndate: 2026-05-21\n"
    (folder / "cantine.yml").write_text(text, encoding="utf-8")
    assert "0 brouillon écrit, 1 déjà au registre" in _une(acts)
    assert not (acts / _DOSSIER).exists()


def test_autre_acte_de_meme_nom(acts: Path) -> None:
    """A file that stands there is never written over, though the import was told to."""
    folder = acts / _DOSSIER
    folder.mkdir(parents=True)
    (folder / "2026-07.md").write_text("---\ntype: arrete\nnumero: 2026-07\n---\n", encoding="utf-8")
    before = etat(acts)
    assert "Un tableau n'écrase rien" in _une(acts)
    assert etat(acts) == before


def test_deux_lignes_du_meme_acte(acts: Path) -> None:
    """The same row twice is written once; two that differ are both refused."""
    done = _importer(acts, _csv([LIGNE, LIGNE]))
    assert [one.refus for one in done if ":" in one.nom] == [(), ()]
    assert "La même ligne qu'en 2" in texte(done, essai=False, racine=acts)
    other = LIGNE | {"DELIB_ID": "2026-08"}
    done = _importer(acts, _csv([LIGNE, other, other | {"DELIB_OBJET": "Autre chose"}]))
    assert [one.nom for one in done if one.refus] == ["deliberations.csv:3", "deliberations.csv:4"]
    assert "2026-08.md" not in etat(acts / _DOSSIER)


def test_seance_de_plusieurs_lignes(acts: Path) -> None:
    """One session for the acts of a day; one that exists is kept, and what a row says otherwise is asked."""
    _importer(acts, _csv([LIGNE, LIGNE | {"DELIB_ID": "2026-08"}]))
    path = acts / _DOSSIER / "seance.yml"
    before = path.read_bytes()
    told = texte(
        _importer(acts, _csv([LIGNE | {"DELIB_ID": "2026-09", "VOTE_EFFECTIF": "15"}])), essai=False, racine=acts
    )
    assert path.read_bytes() == before
    assert "« seance.yml » dit « 11 », cet acte dit « 15 »" in told


def test_plusieurs_collectivites(acts: Path, tmp_path: Path) -> None:
    """Each row goes to the authority of its SIRET."""
    ouvrir(tmp_path, "essarts", "259900017")
    _importer(acts, _csv([LIGNE, LIGNE | {"COLL_SIRET": SIRETS["essarts"]}]))
    assert (acts / _DOSSIER / "2026-07.md").is_file()
    assert (acts / "essarts" / "2026" / "2026-05-21" / "2026-07.md").is_file()


@pytest.mark.parametrize("siret", ["2,19900E+13", "", "1990001600003"])
def test_vers_une_collectivite(acts: Path, siret: str) -> None:
    """The folder that the clerk gives stands for a SIRET that is lost, which is still told."""
    told = _une(acts, {"COLL_SIRET": siret}, acts / "sainte-exemple")
    assert _brouillon(acts) == ATTENDU
    assert "deliberations.csv:2 : COLL_SIRET" in told


def test_vers_une_autre(acts: Path) -> None:
    """The folder of another authority is refused, and so is one that is of none."""
    assert "« sainte-exemple » a le SIREN 219900016" in _une(
        acts, {"COLL_SIRET": SIRETS["essarts"]}, acts / "sainte-exemple"
    )
    assert "n'est pas le dossier d'une collectivité" in _une(acts, vers=acts / "autre")
    assert not (acts / "sainte-exemple" / "2026").exists()


def test_essai(acts: Path) -> None:
    """A trial says what would be written, and writes nothing."""
    before = etat(acts)
    done = _importer(acts, _csv([LIGNE, LIGNE | {"DELIB_ID": "2026-08"}]), essai=True)
    assert etat(acts) == before
    assert "2 brouillons à écrire dans « acts/sainte-exemple/2026/2026-05-21 »." in texte(done, essai=True, racine=acts)


def test_demande_de_fusion(acts: Path) -> None:
    """A pull request has one part for a table, however many rows it has, and the same defect is told once."""
    rows = [LIGNE | {"DELIB_ID": str(number), "COLL_SIRET": ""} for number in range(500)]
    (one,) = resumer(_importer(acts, _csv([*rows, LIGNE])))
    assert one.nom == "deliberations.csv"
    assert len(one.refus) == 1
    assert "(de même lignes 3, 4, 5, 6, 7, 8, 9, 10 et 491 autres)" in one.refus[0]
    assert one.avis.startswith("501 lignes : 1 brouillon écrit, 0 déjà au registre, 500 refusées.")


def test_aller_retour(tmp_path: Path) -> None:
    """What the register exports, it imports: same number, day, objet, matière and votes, for every délibération."""
    origin = avec_sirets(tmp_path)
    registre = build_registre(origin)
    table = dict(fichiers(registre, Reglages("https://exemple.fr/", "Exemple")))["donnees/scdl/deliberations.csv"]()
    acts = tmp_path / "autre" / "acts"
    for name in SIRETS:
        (acts / name).mkdir(parents=True)
        shutil.copy(origin / name / "collectivite.yml", acts / name)
    done = _importer(acts, table)
    assert not [one.refus for one in done if one.refus]
    held = [f.acte for f in registre.fiches if f.acte.type == "deliberation"]
    assert len(held) == 17
    for acte in held:
        assert acte.date
        assert acte.numero
        folder = acts / acte.collectivite.cle / str(acte.date.year) / acte.date.isoformat()
        made = champs(folder / f"{acte.numero.lower()}.md")
        assert (made["numero"], made["objet"], made["matiere"]) == (acte.numero, acte.objet, acte.matiere)
        assert champs(folder / "seance.yml")["date"] == acte.date.isoformat()
        said = made.get("votes", {})
        assert isinstance(said, dict)
        for key in ("pour", "contre", "abstention"):
            expected = getattr(acte.votes, key) if acte.votes else None
            assert said.get(key) == (str(expected) if expected is not None else None)
    assert not verifier(acts).bloque


_MOTS = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=60).map(str.strip)
_CODES = [code for code in MATIERES if "." in code]


@st.composite
def _lignes(draw: st.DrawFn) -> dict[str, str]:
    """A right row."""
    day = draw(st.dates(date(1900, 1, 1), date(2090, 12, 31)))
    votes = [draw(st.integers(0, 50)) for _ in range(3)]
    code = draw(st.sampled_from(_CODES))
    figures = [draw(st.integers(sum(votes), 200)), sum(votes), *votes] if draw(st.booleans()) else [""] * 5
    keys = ("VOTE_EFFECTIF", "VOTE_REEL", "VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION")
    return {
        "COLL_SIRET": SIRET,
        "DELIB_ID": draw(st.from_regex(r"[A-Z]{1,3}-?20[0-9]{2}[-/_][0-9]{1,4}", fullmatch=True)),
        "DELIB_DATE": day.isoformat(),
        "DELIB_MATIERE_CODE": code,
        "DELIB_MATIERE_NOM": nom_matiere(code),
        "DELIB_OBJET": f"Objet {draw(_MOTS)}",
        **dict(zip(keys, map(str, figures), strict=True)),
    }


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(row=_lignes(), separateur=st.sampled_from([",", ";", "\t"]))
def test_toute_ligne_juste(acts: Path, row: dict[str, str], separateur: str) -> None:
    """A row that is right makes a draft that the register reads, in a session that it accepts."""
    year = acts / "sainte-exemple" / row["DELIB_DATE"][:4]
    done = _importer(acts, _csv([row], separateur=separateur))
    try:
        if "Ã" in row["DELIB_OBJET"]:
            return
        assert not [one.refus for one in done if one.refus]
        (path,) = year.glob("*/*.md")
        made = champs(path)
        assert (made["numero"], made["matiere"]) == (row["DELIB_ID"], row["DELIB_MATIERE_CODE"])
        assert str(made["objet"]).startswith("Objet")
        found = verifier(acts).anomalies
        assert not [one for one in found if one.bloque]
        assert not [one for one in found if one.code.startswith(("YAML", "FICHIER"))]
    finally:
        shutil.rmtree(year, ignore_errors=True)


def _programme(acts: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(RACINE / "scripts" / "importer.py"), *map(str, arguments), "--acts", str(acts)]
    command += ["--dossier-depot", str(acts.parent / "depot")]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_programme(acts: Path) -> None:
    """The program that a person runs: status 0 when all is written, 1 when a row is refused."""
    path = _poser(acts, _csv([LIGNE]))
    done = _programme(acts, path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-2] == "1 ligne : 1 brouillon écrit, 0 déjà au registre, 0 refusée."
    assert _brouillon(acts) == ATTENDU
    _poser(acts, _csv([LIGNE, LIGNE | {"DELIB_ID": "2.02E+03"}]))
    done = _programme(acts, path)
    assert done.returncode == 1
    assert "deliberations.csv:3 : REFUSÉE : DELIB_ID" in done.stdout


def test_programme_json(acts: Path) -> None:
    """For programs: an object a row, and nothing written."""
    path = _poser(acts, _csv([LIGNE, LIGNE | {"DELIB_DATE": "?"}]))
    done = _programme(acts, path, "--json")
    first, second = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 1
    assert (first["fichier"], first["numero"], first["pour"]) == ("deliberations.csv:2", "2026-07", 6)
    assert "n'est pas une date" in second["questions"][0]["texte"]
    assert not (acts / "sainte-exemple" / "2026").exists()


def test_programme_avec_un_document(acts: Path) -> None:
    """A table and a document given together are both imported, and told apart."""
    text = acts.parent / "acte.txt"
    text.write_text("Bonjour", encoding="utf-8")
    done = _programme(acts, _poser(acts, _csv([LIGNE])), text)
    assert done.returncode == 1
    assert "1 fichier refusé" in done.stdout
    assert "1 brouillon écrit" in done.stdout


def test_depot(acts: Path) -> None:
    """In the drop folder, a table whose rows are all written leaves; one that has a refused row stays."""
    drop = acts.parent / "depot"
    drop.mkdir()
    (drop / "bon.csv").write_text(_csv([LIGNE]), encoding="utf-8")
    (drop / "mauvais.csv").write_text(_csv([LIGNE | {"DELIB_ID": "2.02E+03"}]), encoding="utf-8")
    done = _programme(acts, "--depot", "--sortie", acts.parent / "sortie")
    assert done.returncode == 0, done.stderr
    assert [path.name for path in drop.iterdir()] == ["mauvais.csv"]
    changes = json.loads((acts.parent / "sortie" / "changements.json").read_text("utf-8"))
    assert changes["ajoutes"] == [f"acts/{_DOSSIER}/{name}" for name in ("2026-07.md", "seance.yml")]
    told = (acts.parent / "sortie" / "bilan.md").read_text("utf-8")
    assert "## mauvais.csv" in told
    assert "--" not in told.replace("| --- | --- | --- |", "")
