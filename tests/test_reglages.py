"""What a town sets of its site: its colour, its coat of arms, its contacts; what it cannot be is told at once."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outils import RACINE, mkdocs
from recueil.couleurs import BLANC, LISIBLE, NOIR, Couleur, contraste, habits, lisible_sur
from recueil.nomenclature import Licence
from recueil.reglages import Audit, ReglagesInvalides, options

_COULEURS = st.integers(0, 0xFFFFFF).map(lambda number: Couleur(f"#{number:06x}"))
_EXEMPLE = RACINE / "tests" / "exemple"


def test_contrastes_connus() -> None:
    """Those that WCAG gives: black on white is 21, a colour on itself 1, #767676 the palest grey on white."""
    assert contraste(NOIR, BLANC) == pytest.approx(21)
    assert contraste(BLANC, BLANC) == 1
    assert contraste(Couleur("#767676"), BLANC) == pytest.approx(4.54, abs=0.005)
    assert contraste(Couleur("#777777"), BLANC) < LISIBLE


@given(_COULEURS)
def test_une_couleur_se_lit_toujours(couleur: Couleur) -> None:
    """Whatever the colour, its links can be read in the light and in the dark."""
    sheet = habits(lisible_sur(couleur, BLANC, NOIR))
    light, dark = re.findall(r"--rec-lien:(#[0-9a-f]{6})", sheet)
    assert contraste(Couleur(light), Couleur("#f1f5f4")) >= LISIBLE
    assert contraste(Couleur(dark), Couleur("#1c2627")) >= LISIBLE
    header = re.findall(r"--rec-teinte:(#[0-9a-f]{6})", sheet)
    assert min(contraste(Couleur(one), BLANC) for one in header) >= LISIBLE


def test_les_couleurs_du_fond_sont_celles_de_la_feuille() -> None:
    """The backgrounds against which colours are tried are those of the style sheet."""
    sheet = (RACINE / "theme_overrides/assets/recueil.css").read_text(encoding="utf-8")
    soft = re.findall(r"--rec-fond-doux: (#[0-9a-f]{6})", sheet)
    assert soft == ["#f1f5f4", "#1c2627"]
    assert re.findall(r"--rec-fond: (#[0-9a-f]{6})", sheet) == ["#12191a"]


def test_rien_de_regle() -> None:
    """A town that sets nothing has a licence, and no colour of its own."""
    found = options({"recherche": True, "relais": ""}, RACINE / "pages")
    assert (found.licence, found.identite.couleur, found.audit, found.securite) == (Licence.LO, None, None, None)


_FAUTES: dict[str, tuple[dict[str, object], str]] = {
    "couleur pâle": (
        {"identite": {"couleur": "#ffcc00"}},
        (
            "mkdocs.yml : extra : identite : couleur : le blanc du bandeau ne se lit pas sur « #ffcc00 » "
            "(contraste 1,5, il faut 4,5) : écrivez par exemple #8f7200"
        ),
    ),
    "couleur par son nom": (
        {"identite": {"couleur": "bleu"}},
        "mkdocs.yml : extra : identite : couleur : « bleu » : écrivez une couleur entre guillemets : '#1d4e4a'",
    ),
    "blason absent": (
        {"identite": {"blason": "blason.svg"}},
        "mkdocs.yml : extra : identite : blason : l'image « blason.svg » n'est pas dans pages/",
    ),
    "rubrique inconnue": (
        {"identite": {"couleurs": "#1d4e4a"}},
        (
            "mkdocs.yml : extra : identite : couleurs : la rubrique « couleurs » est inconnue : "
            "vouliez-vous écrire « couleur » ?"
        ),
    ),
    "audit incomplet": (
        {"audit": {"le": "2026-03-02", "par": "X", "conformes": 50, "non_conformes": 5, "non_applicables": 50}},
        "mkdocs.yml : extra : audit : les critères font 105 : le RGAA en a 106",
    ),
    "licence": (
        {"licence": "libre"},
        (
            "mkdocs.yml : extra : licence : « libre » n'est pas admis pour « licence » : "
            "écrivez l'un de : licence-ouverte, odbl"
        ),
    ),
}


@pytest.mark.parametrize("nom", _FAUTES)
def test_les_fautes_sont_dites(nom: str) -> None:
    """Where, what was found, what to write."""
    extra, said = _FAUTES[nom]
    with pytest.raises(ReglagesInvalides) as told:
        options(extra, RACINE / "pages")
    assert str(told.value) == said


def test_toutes_les_fautes_a_la_fois() -> None:
    """One line each."""
    with pytest.raises(ReglagesInvalides) as told:
        options({"licence": "libre", "securite": {"contact": "x"}, "mentions": {"hebergeur": {}}}, RACINE / "pages")
    assert len(str(told.value).splitlines()) == 5


@pytest.mark.parametrize(
    ("conformes", "non_conformes", "etat"),
    [(60, 0, "totalement conforme"), (30, 30, "partiellement conforme"), (29, 30, "non conforme")],
)
def test_l_etat_d_un_audit(conformes: int, non_conformes: int, etat: str) -> None:
    """All the criteria that apply, half of them, less."""
    none = 106 - conformes - non_conformes
    audit = Audit(le=date(2026, 3, 2), par="X", conformes=conformes, non_conformes=non_conformes, non_applicables=none)
    assert audit.etat == etat


def _site(tmp_path: Path, extra: str) -> Path:
    """The example with settings of its own."""
    config = _EXEMPLE / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("../../", f"{RACINE}/").replace("watch: [acts,", "watch: [")
    pages = tmp_path / "pages"
    pages.mkdir()
    for page in (RACINE / "pages").glob("*.md"):
        (pages / page.name).write_bytes(page.read_bytes())
    (pages / "index.md").write_text("# Les actes de notre commune\n\nBienvenue.\n", encoding="utf-8")
    (pages / "blason.svg").write_bytes((RACINE / "theme_overrides/assets/sceau.svg").read_bytes())
    text = text.replace(f"docs_dir: {RACINE}/pages", f"docs_dir: {pages}")
    own = tmp_path / "mkdocs.yml"
    own.write_text(f"{text}\nextra:\n  actes: {_EXEMPLE / 'acts'}\n{extra}", encoding="utf-8")
    done = mkdocs(own, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    return tmp_path / "site"


def test_le_site_porte_les_couleurs_de_la_commune(tmp_path: Path) -> None:
    """Its colour, its coat of arms and its contact are on all pages of the site, and its own title on the first."""
    site = _site(
        tmp_path,
        "  identite: {couleur: '#7A1F3D', blason: blason.svg}\n"
        "  securite: {contact: mairie@exemple.example, expire_le: 2027-06-30}\n",
    )
    home = (site / "index.html").read_text(encoding="utf-8")
    assert home.count("<h1") == 1
    assert ">Les actes de notre commune</h1>" in home
    assert "--rec-teinte:#7a1f3d" in (site / "assets/habits.css").read_text(encoding="utf-8")
    for address, up in (("index.html", ""), ("valmont/2025/2025-01/index.html", "../../../")):
        page = (site / address).read_text(encoding="utf-8")
        assert f'<link rel="stylesheet" href="{up}assets/habits.css">' in page
        assert f'<img src="{up}blason.svg" alt=""' in page
        assert f'<link rel="icon" href="{up}blason.svg">' in page
    assert (site / ".well-known/security.txt").read_text(encoding="utf-8") == (
        "Contact: mailto:mairie@exemple.example\n"
        "Expires: 2027-06-30T00:00:00Z\n"
        "Preferred-Languages: fr, en\n"
        "Canonical: https://exemple.example/actes/.well-known/security.txt\n"
    )
