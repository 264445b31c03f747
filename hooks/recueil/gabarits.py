"""The templates of papers and of feeds, which a town changes: each prints a view, and escapes all that it prints."""

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension

from . import ecriture, glossaire

THEME = Path(__file__).resolve().parents[2] / "theme_overrides"
"""Where the templates are, with their style sheets and fonts; nothing outside it is read for a paper."""

_RETRAIT = re.compile(r"^[ \t]+", re.MULTILINE)
"""What shows people how a template is nested, and weighs on each page."""

_FILTRES = ("jour", "jour_semaine", "heure", "taille", "compte", "sans_point", "insecable")


def remplir(gabarit: str, vue: object) -> str:
    """The HTML of a paper, or of what a subscriber reads under a title.

    Args:
        gabarit: the name of its template in ``theme_overrides/``, without its ending: ``papier/liste``, ``flux/acte``.
        vue: what it prints; a name that is not there stops it.
    """
    return _environnement().get_template(f"{gabarit}.html").render(vue=vue)


@cache
def _environnement() -> Environment:
    made = Environment(loader=FileSystemLoader(THEME), autoescape=True, undefined=StrictUndefined)
    preparer(made)
    return made


def preparer(env: Environment) -> None:
    """Have templates write French, and leave nothing where a line of theirs says only what to do."""
    env.filters.update({name: getattr(ecriture, name) for name in _FILTRES})
    env.filters["mot"] = glossaire.ancre
    env.trim_blocks = env.lstrip_blocks = True
    env.add_extension(_Typographie)


class _Typographie(Extension):
    """Templates are typed with ordinary spaces, as people type; what they print keeps its colons and quotation marks.

    It does not keep their indentation, but for a space.

    What they are given is not touched: the words of an act are those of its source. The file of a proof is left as
    it is, for it holds programs.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template, before it is read."""
        ours = filename and Path(filename).resolve().is_relative_to(THEME) and not (name or "").startswith("dossier/")
        return _RETRAIT.sub(" ", ecriture.insecable(source)) if ours else source
