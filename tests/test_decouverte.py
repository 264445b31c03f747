"""What search engines and social networks are told of a page, and what they are asked not to show."""

import io
import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from outils import RACINE, mkdocs, projet
from recueil.apercu import Apercu, dessiner
from recueil.couleurs import Couleur

_EXEMPLE = RACINE / "tests" / "exemple" / "acts"
_ACTE = "valmont/2025/2025-01/"


def _apercu(objet: str, site: str = "Registre") -> Image.Image:
    view = Apercu(site, "Délibération n° 7", objet, "Commune de Valmont-les-Essarts", Couleur("#7a1f3d"))
    return Image.open(io.BytesIO(dessiner(view)))


@pytest.mark.parametrize("objet", ["Budget", "Approbation du compte administratif " * 20, "Mot" * 300])
def test_une_image_a_la_mesure_des_reseaux(objet: str) -> None:
    """1200 by 630, the colour of the town above, and the words within the margins as long as a word fits."""
    image = _apercu(objet)
    assert (image.format, image.size) == ("PNG", (1200, 630))
    drawn = image.convert("RGB")
    assert drawn.getpixel((5, 5)) == (0x7A, 0x1F, 0x3D)
    assert {drawn.getpixel((x, 610)) for x in range(0, 1200, 7)} == {(255, 255, 255)}


def test_une_image_dit_l_objet() -> None:
    """Another objet, another image; the same, the same bytes."""
    assert _apercu("Budget").tobytes() != _apercu("Voirie").tobytes()
    assert _apercu("Budget").tobytes() == _apercu("Budget").tobytes()
    assert _apercu("Budget", "Un registre au nom très long " * 9).size == (1200, 630)


def test_ce_qui_est_dit_d_une_page(exemple: Path) -> None:
    """Its title, its kind, and its image at an address that is whole."""
    page = (exemple / _ACTE / "index.html").read_text(encoding="utf-8")
    told = dict(re.findall(r'<meta property="(og:\w+)" content="([^"]*)"', page))
    assert told == {
        "og:title": "Délibération n° 2025-01 : Approbation du compte administratif 2024",
        "og:type": "article",
        "og:image": f"https://exemple.example/actes/{_ACTE}apercu.png",
    }
    assert (exemple / _ACTE / "apercu.png").is_file()
    home = (exemple / "index.html").read_text(encoding="utf-8")
    assert dict(re.findall(r'<meta property="(og:\w+)" content="([^"]*)"', home))["og:type"] == "website"


def test_chaque_page_a_son_titre_et_sa_description(exemple: Path) -> None:
    """No page without either; no two acts with the same description."""
    found = {}
    for path in exemple.rglob("index.html"):
        page = path.read_text(encoding="utf-8")
        title = re.search(r"<title>([^<]+)</title>", page)
        said = re.search(r'name="description" content="([^"]+)"', page)
        assert 'http-equiv="refresh"' in page or (title and said), path
        if said and path.with_name("index.json").is_file():
            found[path] = said[1]
    assert len(set(found.values())) == len(found)


def test_un_acte_que_les_moteurs_ne_montrent_pas(tmp_path: Path) -> None:
    """The page asks it and says why; it leaves the sitemap; robots are asked not to read its file; it has no image."""
    shutil.copytree(_EXEMPLE, tmp_path / "acts")
    act = tmp_path / "acts/valmont/2025/2025-03-20/2025-01.md"
    text = act.read_text(encoding="utf-8")
    act.write_text(text.replace("matiere: 7.1\n", "matiere: 7.1\nnon_indexe: nom d'un habitant\n"), encoding="utf-8")
    done = mkdocs(projet(tmp_path), tmp_path / "site")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site" / _ACTE / "index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert "Motif\u00a0: nom d&#39;un habitant." in page
    assert "og:image" not in page
    assert not (tmp_path / "site" / _ACTE / "apercu.png").exists()
    assert _ACTE not in (tmp_path / "site" / "sitemap.xml").read_text(encoding="utf-8")
    robots = (tmp_path / "site" / "robots.txt").read_text(encoding="utf-8")
    assert f"Disallow: /{_ACTE}2025-01.pdf\n" in robots
    other = (tmp_path / "site/valmont/2025/2025-02/index.html").read_text(encoding="utf-8")
    assert "noindex" not in other
