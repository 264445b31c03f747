"""The only file that MkDocs loads: each event hands over to ``recueil``; no rule lives here.

Acts are read in ``on_config``, before MkDocs empties ``site/``: a fault leaves yesterday's site untouched.
"""

import os
from datetime import UTC, datetime, time
from fnmatch import fnmatch
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkPage
from mkdocs.utils.templates import TemplateContext

import recueil
from recueil import adresses, ecriture
from recueil.empreinte import SOMMES, sommes
from recueil.pages.page import Page, Reglages
from recueil.site import Site, build_site

log = get_plugin_logger("recueil")

_AUTOECHAPPES = ("actes/", "main.html", "404.html")
_FEUILLE = "assets/stylesheets/main.*.min.css"
_INUTILES = ("assets/javascripts/", "assets/images/", "assets/stylesheets/palette", "papier/", "dossier/")


class _Etat:
    """What one build hands from an event to the next; made anew in ``on_config``."""

    site: Site
    pages: dict[str, Page]


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read, check and render everything, or stop with every finding."""
    root = Path(config.config_file_path).parent
    reglages = _reglages(config)
    try:
        registre = recueil.build_registre(root / config.extra.get("actes", "acts"))
        _Etat.site = build_site(registre, reglages)
    except recueil.ActesInvalides as error:
        raise PluginError(f"les actes ne peuvent pas être publiés.\n{error}") from error
    for anomalie in registre.anomalies:
        if not anomalie.derogation:
            log.info("%s", anomalie)
    _Etat.pages = {_source(page): page for page in _Etat.site.pages}
    newest = datetime.combine(registre.dernier_jour or datetime.fromtimestamp(0, UTC).date(), time(), UTC)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(newest.timestamp())))
    config.extra["recueil"] = _Etat.site
    return config


def _reglages(config: MkDocsConfig) -> Reglages:
    """What the acts need to know of the site; the home page is ours, its words are in ``pages/index.md``."""
    if not config.site_url:
        raise PluginError("mkdocs.yml : « site_url » manque : écrivez l'adresse publique du site, avec https://")
    written = (path.relative_to(config.docs_dir).with_suffix("") for path in Path(config.docs_dir).rglob("*.md"))
    return Reglages(
        site_url=config.site_url.rstrip("/") + "/",
        site_name=config.site_name,
        description=config.site_description or "",
        pages_fixes=frozenset(f"{path.as_posix()}/" for path in written if path.name != "index"),
    )


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what the acts give; leave out what these pages do not use of the theme."""
    for unused in [f for f in files if f.src_uri.startswith(_INUTILES) or f.src_uri.endswith(".map")]:
        files.remove(unused)
    for uri in _Etat.pages:
        if files.get_file_from_path(uri) is None:
            files.append(File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV))
    for text in _Etat.site.textes:
        files.append(File.generated(config, text.adresse, content=text.contenu))
    for copy in _Etat.site.copies:
        files.append(File.generated(config, copy.adresse, abs_src_path=str(copy.chemin)))
    return files


def on_page_markdown(markdown: str, page: MkPage, **_: object) -> str:
    """Say which template draws a page, and when it last changed."""
    known = _Etat.pages.get(page.file.src_uri)
    if known:
        page.meta.update(template=known.template, title=known.titre, description=known.description, plan=known.plan)
    if known and known.modifiee_le:
        page.update_date = page.meta["modifiee_le"] = known.modifiee_le.isoformat()
    return markdown


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give our templates the French way of writing and the style sheets, and escape all that they print."""
    env.globals["feuilles"] = [f.src_uri for f in files if fnmatch(f.src_uri, _FEUILLE)] + list(config.extra_css)
    env.autoescape = lambda name: (name or "").startswith(_AUTOECHAPPES)
    for name in ("jour", "jour_semaine", "heure", "taille", "compte", "insecable", "sans_point"):
        env.filters[name] = getattr(ecriture, name)
    for name in ("collectivite", "seances", "conventions", "json", "texte_cite"):
        env.filters[f"adresse_{name}"] = getattr(adresses, name)
    return env


def on_page_context(context: TemplateContext, page: MkPage, **_: object) -> TemplateContext:
    """Give the template its view."""
    known = _Etat.pages.get(page.file.src_uri)
    return {**context, "vue": known.vue if known else None}  # type: ignore[typeddict-unknown-key]


def on_post_build(config: MkDocsConfig) -> None:
    """Write the fingerprint of everything that was built, for whoever keeps a copy and for the look from outside."""
    root = Path(config.site_dir)
    (root / SOMMES).write_text(sommes(root, _Etat.site.empreintes), encoding="utf-8")


def _source(page: Page) -> str:
    """The source that MkDocs is told of: the folder of the page, as one of its own."""
    return f"{page.adresse}index.md"
