"""Every kind of page looks as it did when a person looked at it: wide and on a phone, light and dark."""

import os
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from outils import servir
from photographe import ACCEPTEES, MANIERES, Vue, navigateur, photographier
from test_navigateur import PAGES

_CHROMIUM = os.environ.get("CHROMIUM", shutil.which("chromium"))


@pytest.mark.skipif(not _CHROMIUM, reason="Chromium manque : scripts/test le dit et échoue sous CI=true")
@pytest.mark.parametrize(("largeur", "mode"), [(1280, "light"), (320, "dark")])
def test_rien_n_a_change_sans_qu_on_le_regarde(largeur: int, mode: str, exemple: Path) -> None:
    """What changed is to be looked at (``./scripts/vues``, in the four manners), then accepted (``--accepter``)."""
    with servir(exemple.parent) as base, navigateur() as browser:
        seen = photographier(browser, f"{base}{exemple.name}/", largeur, mode)
        changed = {vue.nom: round(vue.ecart, 4) for vue in seen if vue.change}
    assert changed == {}, "regardez-les avec ./scripts/vues, puis ./scripts/vues --accepter"


def test_chaque_vue_acceptee_est_d_une_page_qui_existe() -> None:
    """As many pictures as pages and manners, and no other."""
    wanted = {f"{nom}-{width}-{mode}" for nom in PAGES for width, mode in MANIERES}
    assert {path.stem for path in ACCEPTEES.glob("*.webp")} == wanted


def test_un_mot_de_plus_se_voit() -> None:
    """A word drawn in a white page is a change; a pixel a little darker is none."""
    white = Image.new("RGB", (640, 450), "white")
    drawn, shade = white.copy(), white.copy()
    ImageDraw.Draw(drawn).rectangle((100, 100, 200, 112), fill="black")
    ImageDraw.Draw(shade).rectangle((100, 100, 400, 300), fill=(230, 230, 230))
    assert Vue("x", drawn, white).change
    assert not Vue("x", shade, white).change
    assert Vue("x", white, None).change
