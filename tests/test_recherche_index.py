"""The files of the search: what a word is, what is kept from one build to the next, and what never gets in."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outils import RACINE, mkdocs, projet
from recueil import build_registre
from recueil.empreinte import empreinte
from recueil.plein_texte import indexer
from recueil.plein_texte.analyse import analyser, relire
from recueil.plein_texte.assemblage import assembler, reprendre
from recueil.plein_texte.codage import coder, ecarts
from recueil.plein_texte.document import Document
from recueil.plein_texte.extrait import extraits
from recueil.plein_texte.mots import RACINES, jetons, racine
from recueil.plein_texte.numeros import morceaux, part_de, serre
from recueil.plein_texte.visible import visible
from recueil.reserve import Reserve

EXEMPLE = RACINE / "tests" / "exemple" / "acts"
ASSETS = RACINE / "theme_overrides" / "assets"
_MINISEARCH = "0393b3ba253b809d5e55707c7b0875ef9b518a296a006c6739b28876e154edb3"


@pytest.mark.parametrize(
    ("ecrit", "cherche"),
    [
        ("l'association", ["association"]),
        ("L’ASSOCIATION", ["association"]),
        ("d'État à l'élu", ["etat", "elu"]),
        ("Délibérations", ["deliberation"]),
        ("municipaux municipales municipal", ["municipal"] * 3),
        ("sportifs sportives sportive", ["sportif"] * 3),
        ("cimetières cimetiere", ["cimetier"] * 2),
        ("personnel personnelle personnelles", ["personnel"] * 3),
        ("maire maires", ["maire"] * 2),
        ("porte portes port", ["porte", "porte", "port"]),
        ("prix pris", ["prix", "pri"]),
        ("bureaux bureau", ["bureau"] * 2),
        ("Œuvre œuvres", ["oeuvr"] * 2),
        ("n° 2019-147 du 1er", ["2019", "147", "1er"]),
        ("L. 2131-1, 12 450,50 €", ["2131", "1", "12", "450", "50"]),
        ("le la les de du qu'il s'est", []),
    ],
)
def test_un_mot_est_sans_accent_ni_pluriel(ecrit: str, cherche: list[str]) -> None:
    """What is typed and what is written meet on the same word."""
    assert [root for token in jetons(ecrit) for root in RACINES[token]] == cherche


@given(st.lists(st.integers(0, 5_000_000)))
def test_les_nombres_se_relisent(nombres: list[int]) -> None:
    """What is coded is plain JSON without an escape, and tells the same numbers."""
    signs = coder(nombres)
    assert json.dumps(signs) == f'"{signs}"'
    assert _relire(signs) == nombres
    grown = sorted(set(nombres))
    told, last = [], -1
    for gap in _relire(ecarts(grown)):
        last += gap + 1
        told.append(last)
    assert told == grown


def _relire(signs: str) -> list[int]:
    """As ``moteur.js`` reads."""
    found, total, unit = [], 0, 1
    for sign in signs:
        value = ord(sign) - (36 if ord(sign) > 92 else 35)
        if value < 60:
            found.append(total + value * unit)
            total, unit = 0, 1
        else:
            total, unit = total + (value - 60) * unit, unit * 30
    return found


def test_un_numero_s_ecrit_de_plusieurs_facons() -> None:
    """Hyphens, capitals, leading zeros and blanks do not make another number; a hyphen moved does."""
    assert morceaux("D-2019/0147") == morceaux("d 2019 147") == ["d", "2019", "147"]
    assert morceaux("12-3") != morceaux("1-23")
    assert serre("062-256203100-20260216-607-DE") == serre("062 256203100 20260216 607 de")
    assert {part_de(f"2026-{n}", 8) for n in range(200)} == set(range(8))


def test_les_signes_de_mise_en_page_ne_se_cherchent_pas() -> None:
    """Headings, bold, tables and formulas leave their words; a product keeps its sign."""
    text = "## Article 1^er^ : **prix**\n\n| a | b |\n|---|--:|\n| 5*(1+2) | c |\n\n> cité\n\n- un\n"
    assert visible(text) == "Article 1er : prix a b 5*(1+2) c cité - un"


def test_rien_d_un_brouillon_n_entre_dans_l_index(tmp_path: Path) -> None:
    """Every word of the drafts and of the files that nothing names is absent from every file of the search."""
    files = dict(indexer(build_registre(EXEMPLE), tmp_path))
    assert files
    assert not [address for address, text in files.items() if "zygomatique" in text.lower()]
    assert all(address.startswith("recherche/") for address in files)


def test_une_page_videe_ne_garde_que_ce_qu_elle_montre(vie: Path) -> None:
    """The text of an act whose page was emptied is nowhere in the search; its objet still is."""
    pages = json.loads((vie / "hypothese/2025/2025-13/index.json").read_text(encoding="utf-8"))
    extract = next(
        said
        for path in (vie / "recherche/extraits").rglob("*.json")
        if (said := json.loads(path.read_text(encoding="utf-8"))).get("adresse") == "hypothese/2025/2025-13/"
    )
    assert pages["depublie"]
    assert (extract["texte"], extract["objet"]) == ("", pages["objet"])


def test_le_texte_vient_du_pdf_quand_la_page_n_en_a_pas(tmp_path: Path) -> None:
    """The minutes are a PDF alone: its words are read once, kept under its fingerprint, and found."""
    registre = build_registre(EXEMPLE)
    files = dict(indexer(registre, tmp_path))
    minutes = next(f for f in registre.fiches if f.acte.type == "proces_verbal")
    assert minutes.document
    kept = tmp_path / "pdf" / minutes.document.empreinte.sha256
    words = kept.read_text(encoding="utf-8").partition("\n")[2]
    assert len(words.split()) > 5
    shown = [json.loads(text) for address, text in files.items() if "/extraits/" in address]
    assert words in [one["texte"] for one in shown]


def _abimer(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20] + b"x" * 20)


def _couper(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def _d_avant(path: Path) -> None:
    path.write_text("ancien\n{}", encoding="utf-8")


def _mentir(path: Path) -> None:
    """Another content, with a head that tells the truth about another origin."""
    Reserve(path.parent).garder(path.name, "0" * 64, b'{"nombre": 0}')


@pytest.mark.parametrize("tort", [Path.unlink, _abimer, _couper, _d_avant, _mentir])
def test_une_reserve_effacee_ou_abimee_donne_les_memes_octets(tmp_path: Path, tort: object) -> None:
    """Whatever happened to what was kept, the files of the search are the same."""
    registre = build_registre(EXEMPLE)
    first = dict(indexer(registre, tmp_path))
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(kept) > 4
    for path in kept:
        tort(path)  # type: ignore[operator]
    assert dict(indexer(registre, tmp_path)) == first
    assert dict(indexer(registre, tmp_path)) == first


def test_une_annee_finie_n_est_pas_relue(tmp_path: Path) -> None:
    """An act that is added changes what is kept of its year, and nothing of the others."""
    acts = Path(shutil.copytree(EXEMPLE, tmp_path / "acts"))
    indexer_tout(acts, tmp_path / "reserve")
    before = {p.name: p.stat().st_mtime_ns for p in (tmp_path / "reserve/recherche").iterdir()}
    act = acts / "valmont/2025/2025-06-19/2025-07.md"
    act.write_text(act.read_text(encoding="utf-8") + "\nUn mot de plus.\n", encoding="utf-8")
    indexer_tout(acts, tmp_path / "reserve")
    after = {p.name: p.stat().st_mtime_ns for p in (tmp_path / "reserve/recherche").iterdir()}
    assert sorted(name for name in after if after[name] != before[name]) == ["2025-valmont.json", "depuis-2025.json"]


def indexer_tout(acts: Path, reserve: Path) -> dict[str, str]:
    """All the files of the search of a folder."""
    return dict(indexer(build_registre(acts), reserve))


def test_une_reserve_ou_l_on_ne_peut_ecrire_ne_change_rien(tmp_path: Path) -> None:
    """A full or a read-only disk costs time, nothing else."""
    wall = tmp_path / "mur"
    wall.write_text("un fichier, pas un dossier", encoding="utf-8")
    assert indexer_tout(EXEMPLE, wall / "reserve") == indexer_tout(EXEMPLE, tmp_path / "reserve")


def test_les_fichiers_sont_sommes_et_leurs_renvois_existent(exemple: Path) -> None:
    """Every file that the browser may ask for is there, and its fingerprint is in the list of the site."""
    summary = json.loads((exemple / "recherche/sommaire.json").read_text(encoding="utf-8"))
    listed = (exemple / "SHA256SUMS").read_text(encoding="utf-8")
    assert [lot["debut"] for lot in summary["lots"]] == [2026, 2025, 2020]
    for lot in summary["lots"]:
        folder = exemple / "recherche/index" / lot["dossier"]
        names = {path.name for path in folder.iterdir()}
        count = len(lot["bornes"].split()) + 1
        assert names == {f"{kind}-{n}.json" for kind in ("mots", "places") for n in range(count)} | {"facettes.json"}
        for acts, place in lot["blocs"]:
            shown = exemple / "recherche/extraits" / place
            assert all((shown / f"{rank}.json").is_file() for rank in range(acts))
    lexicon = exemple / "recherche/index" / summary["lexique"]
    assert {path.stem for path in lexicon.iterdir()} == set(ascii_lowercase)
    written = [path.relative_to(exemple).as_posix() for path in (exemple / "recherche").rglob("*") if path.is_file()]
    assert not [path for path in written if f"  {path}\n" not in listed]


_SOMME = """
import hashlib, pathlib, sys
from recueil import build_registre
from recueil.plein_texte import indexer
files = sorted(indexer(build_registre(pathlib.Path(sys.argv[1])), pathlib.Path(sys.argv[2])))
print(len(files), hashlib.sha256(repr(files).encode()).hexdigest())
"""


def test_deux_constructions_donnent_les_memes_octets(tmp_path: Path) -> None:
    """In two processes whose tables are not in the same order, every byte is the same."""
    told = []
    for seed in ("1", "2"):
        command = [sys.executable, "-c", _SOMME, str(EXEMPLE), str(tmp_path / seed)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(RACINE / "hooks")}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
        told.append(done.stdout)
    assert told[0] == told[1]


def test_la_recherche_se_retire(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it: no file, no box, no script, and a page that leads to the lists."""
    monkeypatch.setenv("RECHERCHE", "false")
    shutil.copytree(EXEMPLE, tmp_path / "acts")
    done = mkdocs(projet(tmp_path), tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert [path.name for path in (tmp_path / "site/recherche").iterdir()] == ["index.html"]
    page = (tmp_path / "site/recherche/index.html").read_text(encoding="utf-8")
    assert "n'est pas disponible" in page
    for path in ("recherche", "registre", "valmont/2025/2025-01", "registre/annees/2025"):
        text = (tmp_path / "site" / path / "index.html").read_text(encoding="utf-8")
        assert 'role="search"' not in text
        assert set(re.findall(r'<script[^>]* src="[^"]*?([^/"]+)"', text)) <= {"gestes.js"}
    assert not list(tmp_path.glob(".cache/recueil/recherche"))


def test_minisearch_est_celui_que_l_on_dit() -> None:
    """The library of the filter is MiniSearch 7.2.0, unchanged, with its licence beside it."""
    assert empreinte(ASSETS / "minisearch.js").sha256 == _MINISEARCH
    assert "Luca Ongaro" in (ASSETS / "minisearch.LICENCE-MIT.txt").read_text(encoding="utf-8")


def test_aucun_script_ne_nomme_un_autre_site() -> None:
    """The scripts of the search ask for what is beside them, and nothing else."""
    scripts = [*(ASSETS / "recherche").glob("*.js"), ASSETS / "filtre.js"]
    assert len(scripts) > 5
    assert not [path.name for path in scripts if re.search(r"https?://", path.read_text(encoding="utf-8"))]


def test_racine_ne_rend_jamais_vide() -> None:
    """A word stays a word, however short."""
    assert all(racine(word) for word in ("s", "x", "ee", "es", "aux", "eaux", "ives", "a1"))


@pytest.mark.parametrize("taille", [0, 8_999, 9_001, 70_000])
def test_un_texte_long_est_coupe_entre_deux_mots(taille: int) -> None:
    """Nearly every text is one piece; a long one loses no word."""
    text = ("mot de plus " * (taille // 12 + 1))[:taille].strip()
    shown = extraits([Document("", "", "", "", "", "", text, "")], [text])
    pieces = [json.loads(said)["texte"] for _, said in shown]
    assert " ".join(pieces).split() == text.split()
    assert (len(pieces) == 1) == (taille < 9_000)
    assert max(map(len, pieces)) <= 24_000


def test_ce_qu_aucun_acte_ne_demande_n_est_plus_garde(tmp_path: Path) -> None:
    """When an act leaves, the words of its year and of its PDF leave the folder where they were kept."""
    acts, kept = Path(shutil.copytree(EXEMPLE, tmp_path / "acts")), tmp_path / "reserve"
    indexer_tout(acts, kept)
    assert list((kept / "pdf").iterdir())
    assert {"2022-essarts.json", "depuis-2020.json"} <= {path.name for path in (kept / "recherche").iterdir()}
    shutil.rmtree(acts / "essarts/2022")
    for path in [*acts.rglob("proces-verbal*"), *acts.rglob("pv*")]:
        path.unlink()
    files = indexer_tout(acts, kept)
    assert not list((kept / "pdf").iterdir())
    assert not {"2022-essarts.json", "depuis-2020.json"} & {path.name for path in (kept / "recherche").iterdir()}
    assert files == indexer_tout(acts, tmp_path / "neuve")


def test_un_registre_vide_a_tous_ses_fichiers(tmp_path: Path) -> None:
    """Before the first act, what the page asks for is there and holds nothing."""
    (tmp_path / "acts").mkdir()
    files = indexer_tout(tmp_path / "acts", tmp_path / "reserve")
    summary = json.loads(files["recherche/sommaire.json"])
    assert summary["lots"] == []
    assert json.loads(files[f"recherche/index/{summary['numeros']}/0.json"]) == {}
    assert json.loads(files[f"recherche/index/{summary['lexique']}/a.json"]) == {"mots": ""}


def test_un_document_sans_date_est_cherche(tmp_path: Path) -> None:
    """A document of reference may have no date: it is filed at year 0, with no day, and is found as the others."""
    folder = Path(shutil.copytree(EXEMPLE, tmp_path / "acts")) / "valmont/references"
    folder.mkdir()
    model = (EXEMPLE / "valmont/2026/2026-02-05/modele-salle-polyvalente.md").read_text(encoding="utf-8")
    head = "objet: Modèle sans âge\nadresse: sans-age\ndocument_de_reference: oui\nparties:"
    said = re.sub(r"objet:.*?parties:", head, model, count=1, flags=re.DOTALL)
    (folder / "sans-age.md").write_text(said, encoding="utf-8")
    files = indexer_tout(tmp_path / "acts", tmp_path / "reserve")
    oldest = json.loads(files["recherche/sommaire.json"])["lots"][-1]
    assert (oldest["debut"], oldest["nombre"]) == (0, 1)
    facets = json.loads(files[f"recherche/index/{oldest['dossier']}/facettes.json"])
    assert (facets["jours"], facets["annee"]["0"][0]) == (coder([0]), "Sans date")


@pytest.mark.parametrize("objet", ["世界", "«\u00a0»", "de la", "x" * 5_000])
def test_une_annee_sans_aucun_mot_a_un_premier_fichier(objet: str) -> None:
    """Whatever an act says, the first file that the browser asks for is there."""
    read = Document("a/", objet, objet, "", "", "", "\U0001f600", "")
    made = reprendre(assembler([relire(analyser([read], [read.texte]))]))
    assert {"mots-0.json", "places-0.json"} <= made.fichiers.keys()
    assert all(json.loads(said) is not None for said in made.fichiers.values())
