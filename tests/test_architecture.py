"""The structure of the code is tested: who may import whom, how long things are, and that no build reads a clock."""

import ast
import re
from pathlib import Path

import pytest

from outils import RACINE

MOTEUR = RACINE / "hooks" / "recueil"
_BASE = {"anomalie", "nomenclature"}
_MODELE = _BASE | {
    "matieres",
    "identifiant",
    "champs",
    "modele",
    "hebergement",
    "collectivite",
    "seance",
    "devenir",
    "acte",
    "convention",
}

PERMIS: dict[str, set[str]] = {
    "anomalie": set(),
    "nomenclature": set(),
    "matieres": set(),
    "identifiant": set(),
    "ecriture": set(),
    "noms": set(),
    "ordre": set(),
    "empreinte": set(),
    "numerise": set(),
    "champs": {"ecriture", "identifiant", "matieres", "nomenclature"},
    "modele": set(),
    "hebergement": {"champs"},
    "collectivite": _MODELE,
    "seance": _MODELE,
    "devenir": _MODELE,
    "acte": _MODELE,
    "convention": _MODELE,
    "source": {"anomalie"},
    "fiche": {"anomalie"},
    "regles_lecture": {"fiche"},
    "messages": {"regles_lecture"},
    "typage": {"anomalie", "messages", "source"},
    "parcours": _MODELE | {"adresses", "source", "typage"},
    "lecture": _MODELE | {"parcours", "source", "typage"},
    "ramassage": set(),
    "repartition": set(),
    "ecrites": set(),
    "moteur": {"empreinte"},
    "reserve": {"empreinte"},
    "lectures": {"empreinte", "moteur", "parcours", "repartition", "reserve", "source"},
    "depouillement": _MODELE
    | {"controles", "journal", "lecture", "lectures", "parcours"}
    | {"ramassage", "repartition", "reserve"},
    "verification": _MODELE | {"adresses", "controles", "depouillement", "journal", "parcours", "ramassage", "reserve"},
    "droit": _MODELE | {"ecriture", "noms", "ordre"},
    "adresses": _MODELE,
    "signes": set(),
    "manieres": set(),
    "blocs": set(),
    "texte": {"adresses", "blocs", "signes"},
    "fidelite": {"signes"},
    "comparaison": {"adresses", "ecriture", "nomenclature", "signes", "texte"},
    "renvois": _MODELE | {"adresses"},
    "citations": {"adresses", "ecriture", "ordre", "recherche"},
    "recherche": _MODELE,
    "controles": _MODELE
    | {"adresses", "blocs", "citations", "droit", "ecriture", "empreinte", "fiche", "fidelite", "journal"}
    | {"noms", "numerise", "ordre", "recherche", "renvois", "texte"},
    "catalogue": {"controles", "fiche", "journal", "regles_lecture"},
    "journal": _MODELE | {"adresses", "ecriture", "empreinte", "fiche", "papier", "publies"},
    "constat": {"adresses", "droit", "ecriture", "empreinte", "journal"},
    "vies": _MODELE | {"adresses", "droit", "ecriture", "renvois"},
    "publies": _MODELE | {"adresses", "ecriture", "empreinte", "texte"},
    "enregistrement": _MODELE | {"adresses", "journal", "ordre", "publies", "registre"},
    "registre": _MODELE | {"adresses", "citations", "journal", "ordre", "publies", "renvois", "vies"},
    "echeances": _MODELE | {"droit", "publies", "registre", "vies"},
    "accessibilite": {"champs", "modele", "nomenclature", "source"},
    "pages": _MODELE
    | {
        "accessibilite",
        "adresses",
        "apercu",
        "catalogue",
        "chiffres",
        "citations",
        "comparaison",
        "droit",
        "echeances",
        "ecriture",
        "fiche",
        "glossaire",
        "ordre",
    }
    | {"journal", "lie", "publies", "registre", "reglages", "texte", "vies"},
    "calendrier": {"droit", "echeances", "flux", "pages", "publies", "registre"},
    "objets": {"nomenclature"},
    "jumeau": _MODELE | {"adresses", "droit", "journal", "pages", "publies", "registre", "vies"},
    "devenir_json": _MODELE | {"droit", "jumeau", "objets", "pages", "registre"},
    "gabarits": {"ecriture", "glossaire"},
    "glossaire": {"adresses", "modele", "source"},
    "chiffres": _MODELE | {"droit", "publies", "registre"},
    "couleurs": set(),
    "apercu": {"adresses", "couleurs", "gabarits", "manieres", "publies", "registre"},
    "reglages": {"champs", "couleurs", "messages", "modele", "nomenclature"},
    "tenue": {"adresses", "couleurs", "pages", "registre", "reglages"},
    "lie": _MODELE | {"adresses", "droit", "ecriture", "manieres", "objets", "publies", "registre", "vies"},
    "api": _MODELE | {"adresses", "droit", "journal", "objets", "pages", "publies", "registre"},
    "tableur": set(),
    "colonnes_scdl": {"matieres"},
    "scdl": _MODELE
    | {"adresses", "colonnes_scdl", "droit", "ecriture", "manieres", "objets", "ordre", "pages", "publies", "registre"}
    | {"tableur", "vies"},
    "flux": _MODELE
    | {"adresses", "droit", "echeances", "ecriture", "gabarits", "journal", "matieres", "objets", "pages", "publies"}
    | {"manieres", "registre"},
    "donnees": _MODELE | {"devenir_json", "droit", "journal", "jumeau", "objets", "publies"},
    "empreintes_json": {"adresses", "objets", "publies", "registre"},
    "dossier": {
        "adresses",
        "collectivite",
        "donnees",
        "empreinte",
        "gabarits",
        "journal",
        "jumeau",
        "pages",
        "papier",
        "publies",
        "registre",
    },
    "site": {
        "adresses",
        "anomalie",
        "apercu",
        "calendrier",
        "devenir_json",
        "donnees",
        "dossier",
        "echeances",
        "empreintes_json",
    }
    | {
        "api",
        "flux",
        "journal",
        "jumeau",
        "lie",
        "manieres",
        "pages",
        "plein_texte",
        "registre",
        "scdl",
        "tenue",
    },
    "plein_texte": _MODELE
    | {
        "adresses",
        "droit",
        "empreinte",
        "numerise",
        "objets",
        "pages",
        "publies",
        "ramassage",
        "registre",
        "repartition",
        "reserve",
        "signes",
    },
    "atelier": _MODELE
    | {"empreinte", "flux", "manieres", "moteur", "pages", "publies", "repartition", "reserve", "scdl", "site"},
    "feuille": set(),
    "schemas": _MODELE | {"objets"},
    "papier": _MODELE | {"droit", "ecriture", "empreinte", "gabarits", "publies"},
    "rapport": {"anomalie"},
    "sarif": {"adresses", "anomalie", "catalogue", "fiche", "rapport"},
    "importation": _BASE
    | {"adresses", "blocs", "champs", "fidelite", "identifiant", "noms", "parcours", "source", "texte", "verification"}
    | {"colonnes_scdl", "matieres", "tableur"},
    "__init__": {"anomalie", "enregistrement", "registre", "verification"},
}
"""Module or sub-package → the other modules that it may import."""

SEULS = {
    "mkdocs": set(),
    "tinycss2": {"feuille"},
    "yaml": {"source"},
    "feedgen": {"flux"},
    "icalendar": {"calendrier"},
    "rfc8785": {"journal"},
    "markdown": {"texte"},
    "pypdfium2": {"importation", "numerise"},
    "weasyprint": {"papier"},
    "PIL": {"apercu"},
    "pikepdf": {"papier"},
    "segno": {"papier"},
    "jinja2": {"atelier", "gabarits"},
    "hashlib": {"empreinte", "flux", "sarif"},
}
"""Library → the only modules that know it."""

_FICHIERS = sorted(MOTEUR.rglob("*.py"))
_TOUS = [*_FICHIERS, RACINE / "hooks" / "publication.py", *sorted((RACINE / "scripts").glob("*.py"))]


def _module(path: Path) -> str:
    return path.relative_to(MOTEUR).parts[0].removesuffix(".py")


def _imports(path: Path) -> tuple[set[str], set[str]]:
    """The modules of the engine that a file imports, and the libraries."""
    own, libraries = set(), set()
    depth = len(path.relative_to(MOTEUR).parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            own |= {node.module.split(".")[0]} if node.module else {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            libraries.add(node.module.split(".")[0])
        elif isinstance(node, ast.Import):
            libraries |= {alias.name.split(".")[0] for alias in node.names}
    return own, libraries


@pytest.mark.parametrize("path", _FICHIERS, ids=lambda p: p.relative_to(MOTEUR).as_posix())
def test_imports_permis(path: Path) -> None:
    """Data goes one way: a module imports only what the table allows."""
    own, libraries = _imports(path)
    assert own - {_module(path)} <= PERMIS[_module(path)]
    for library, allowed in SEULS.items():
        assert library not in libraries or _module(path) in allowed


def test_table_a_jour() -> None:
    """The table names the modules that exist, and no other."""
    assert set(PERMIS) == {_module(path) for path in _FICHIERS}


def test_table_de_contributing() -> None:
    """The table for people, in CONTRIBUTING.md, says the same."""
    text = (RACINE / "CONTRIBUTING.md").read_text(encoding="utf-8")
    told: dict[str, set[str]] = {}
    for modules, imports in re.findall(r"^\| \S+ \| (`[^|]+) \| [^|]+ \| ([^|]+) \|$", text, re.MULTILINE):
        named = set(re.findall(r"`(\w+)`", imports)) | (_MODELE if "models" in imports else set())
        told |= dict.fromkeys(re.findall(r"`(\w+)/?`", modules), named)
    assert told == PERMIS


def _functions(path: Path) -> list[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


@pytest.mark.parametrize("path", _TOUS, ids=lambda p: p.name)
def test_tailles(path: Path) -> None:
    """No function is over 40 lines, no file over 260."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 260
    long = [f.name for f in _functions(path) if (f.end_lineno or 0) - f.lineno >= 40]
    assert not long


@pytest.mark.parametrize("path", _TOUS, ids=lambda p: p.name)
def test_aucune_horloge(path: Path) -> None:
    """No build reads the date of the day: every date comes from the acts; one program alone writes it there."""
    calls = {
        node.func.attr
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert not calls & {"today", "now", "utcnow", "localtime", "gmtime"} or path.name == "greffe.py"


@pytest.mark.parametrize("path", _TOUS, ids=lambda p: p.name)
def test_pas_de_html_dans_le_code(path: Path) -> None:
    """HTML is written in templates only: no string of the code holds a tag of a page."""
    constants = [
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    tags = ("<p>", "<p ", "<a ", "<div", "<span", "<li>", "<ul", "<table", "<h1", "<h2")
    assert not [text for text in constants if any(tag in text for tag in tags)]
