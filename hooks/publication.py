"""The only file that MkDocs loads: each event hands over to ``recueil``; no rule lives here.

Acts are read in ``on_config``, and the site is delivered in ``on_post_build``: a fault leaves yesterday's untouched.
"""

import logging
import os
from datetime import UTC, datetime, time
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkPage
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

import recueil
from recueil import adresses, gabarits, lie, scdl
from recueil.atelier import Atelier, EnCours, FichierChange, Gabarits, Lot, ouvrir
from recueil.ecrites import fichiers_lies, places_prises
from recueil.empreinte import SOMMES, empreintes, sommes
from recueil.feuille import classes_de, reduire
from recueil.pages.page import Page, Reglages
from recueil.ramassage import reprendre, suspendre
from recueil.reglages import Options, ReglagesInvalides, options
from recueil.reserve import Reserve
from recueil.site import Site, avec_recherche, build_site

log = get_plugin_logger("recueil")

_MOTEUR = Path(__file__).parent
_DATE_DEMANDEE = "SOURCE_DATE_EPOCH" in os.environ
_AUTOECHAPPES = ("actes/", "main.html", "404.html", "composants.html")
_FEUILLE = "assets/stylesheets/main.*.min.css"
_INUTILES = ("assets/javascripts/", "assets/images/", "assets/stylesheets/palette", "papier/", "dossier/")


class _Etat:
    """What one build hands from an event to the next; made anew in ``on_config``."""

    site: Site
    pages: dict[str, Page]
    """Those that the host draws, by their source."""
    atelier: Atelier | None
    """Who makes the others."""
    montre: bool = False
    """Whether it is « mkdocs serve »."""
    nav: Navigation
    classes: set[str]
    """Those that the written pages bear."""
    gabarits: Gabarits


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read, check and render everything, or stop with every finding."""
    suspendre()
    root = Path(config.config_file_path).parent
    reglages = _reglages(config)
    beside = bool(config.extra.get("atelier", True))
    kept = root / ".cache" / "recueil"
    try:
        registre = recueil.build_registre(root / config.extra.get("actes", "acts"), kept if beside else None)
        _Etat.site = build_site(registre, reglages)
        if config.extra.get("recherche"):
            _Etat.site = avec_recherche(_Etat.site, kept)
        else:
            _oublier(kept, "recherche", "pdf")
        if not beside:
            _oublier(kept, "lecture")
    except recueil.ActesInvalides as error:
        raise PluginError(f"les actes ne peuvent pas être publiés.\n{error}") from error
    for source, address in places_prises(Path(config.docs_dir), _Etat.site.adresses):
        raise PluginError(f"« {source} » prend l'adresse « {address} » : renommez ce fichier")
    told = (str(anomalie) for anomalie in registre.anomalies if not anomalie.derogation)
    for line in (*told, *scdl.bilan(registre)):
        log.info("%s", line)
    _Etat.atelier = _atelier(_Etat.site, config) if beside else None
    made = {page.adresse for page in _Etat.atelier.lot.pages} if _Etat.atelier else set()
    _Etat.classes = set()
    _Etat.pages = {_source(page): page for page in _Etat.site.pages if page.adresse not in made}
    newest = datetime.combine(registre.dernier_jour or datetime.fromtimestamp(0, UTC).date(), time(), UTC)
    if not _DATE_DEMANDEE:
        os.environ["SOURCE_DATE_EPOCH"] = str(int(newest.timestamp()))
    config.extra["recueil"] = _Etat.site
    return config


def _oublier(reserve: Path, *noms: str) -> None:
    """Keep nothing for a stage that is off: it may be what was hidden since."""
    for name in noms:
        Reserve(reserve / name).oublier(sauf=())


def _reglages(config: MkDocsConfig) -> Reglages:
    """What the acts need to know of the site; the home page is ours, its words are in ``pages/index.md``."""
    if not config.site_url:
        raise PluginError("mkdocs.yml : « site_url » manque : écrivez l'adresse publique du site, avec https://")
    written = (path.relative_to(config.docs_dir).with_suffix("") for path in Path(config.docs_dir).rglob("*.md"))
    return Reglages(
        site_url=config.site_url.rstrip("/") + "/",
        site_name=config.site_name,
        description=config.site_description or "",
        options=_options(config),
        pages_fixes=frozenset(f"{path.as_posix()}/" for path in written if path.name != "index"),
    )


def _options(config: MkDocsConfig) -> Options:
    try:
        return options(config.extra, Path(config.docs_dir))
    except ReglagesInvalides as error:
        raise PluginError(f"les réglages du site ne peuvent pas servir.\n{error}") from error


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what the acts give; leave out what these pages do not use of the theme."""
    for unused in [f for f in files if f.src_uri.startswith(_INUTILES) or f.src_uri.endswith(".map")]:
        files.remove(unused)
    for uri in _Etat.pages:
        if files.get_file_from_path(uri) is None:
            files.append(File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV))
    lot = _Etat.atelier.lot if _Etat.atelier else Lot()
    beside = {*(text.adresse for text in lot.textes), *(copy.adresse for copy in lot.copies)}
    for text in (one for one in _Etat.site.textes if one.adresse not in beside):
        files.append(File.generated(config, text.adresse, content=text.octets()))
    for copy in (one for one in _Etat.site.copies if one.adresse not in beside):
        files.append(File.generated(config, copy.adresse, abs_src_path=str(copy.chemin)))
    return files


def on_nav(nav: Navigation, **_: object) -> Navigation:
    """Keep the navigation for the pages that are made beside the host."""
    _Etat.nav = nav
    return nav


def on_page_markdown(markdown: str, page: MkPage, **_: object) -> str:
    """Say which template draws a page, and what it is told of it."""
    known = _Etat.pages.get(page.file.src_uri)
    if known:
        page.meta.update(known.meta())
    return markdown


def on_page_content(html: str, **_: object) -> str:
    """Note the classes of what a person wrote: the rules of the theme for them are kept."""
    _Etat.classes |= classes_de(html)
    return html


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give our templates the French way of writing and the style sheets, and escape all that they print."""
    env.globals["feuilles"] = [f.src_uri for f in files if fnmatch(f.src_uri, _FEUILLE)] + list(config.extra_css)
    env.autoescape = lambda name: (name or "").startswith(_AUTOECHAPPES)
    gabarits.preparer(env)
    env.filters["json_ld"] = partial(lie.json_ld, base=config.site_url or "")
    for name in ("collectivite", "seances", "conventions", "json", "texte_cite"):
        env.filters[f"adresse_{name}"] = getattr(adresses, name)
    _alleger([f for f in files if fnmatch(f.src_uri, _FEUILLE)], config)
    _Etat.gabarits = _gabarits(env, config, files)
    return env


def _alleger(sheets: list[File], config: MkDocsConfig) -> None:
    """Leave in the style sheet of the theme what these pages can use."""
    folder = Path(config.theme.dirs[0])
    templates = [path.read_text(encoding="utf-8") for path in folder.rglob("*.html")]
    classes = _Etat.classes.union(*map(classes_de, templates))
    own = [path.read_text(encoding="utf-8") for path in (folder / "assets").glob("*.css")]
    for sheet in sheets:
        sheet.content_string = reduire(sheet.content_string, classes, own)


def _gabarits(env: Environment, config: MkDocsConfig, files: Files) -> Gabarits:
    """The templates for the pages that are made beside the host: of the settings, they read these alone."""
    site = _Etat.site
    held = SimpleNamespace(temoignes=sorted(site.temoignes), hotes=site.hotes, identite=site.identite)
    seen = SimpleNamespace(recueil=held, recherche=config.extra.get("recherche"))
    settings = SimpleNamespace(site_name=config.site_name, site_description=config.site_description, extra=seen)
    return Gabarits(
        env=env,
        hote=dict(get_context(_Etat.nav, files, config)),
        commun={"config": settings, "feuilles": env.globals["feuilles"]},
        site_url=str(config.site_url),
    )


def on_page_context(context: TemplateContext, page: MkPage, **_: object) -> TemplateContext:
    """Give the template its view."""
    known = _Etat.pages.get(page.file.src_uri)
    return {**context, "vue": known.montrer() if known else None}  # type: ignore[typeddict-unknown-key]


def on_post_build(config: MkDocsConfig) -> None:
    """Make what was not left to the host, then write the fingerprint of everything for whoever keeps a copy."""
    reprendre()
    root = Path(config.site_dir)
    if _Etat.atelier is None:
        (root / SOMMES).write_text(sommes(empreintes(root, _Etat.site.empreintes)), encoding="utf-8")
    elif not (config.strict and _avertie()):
        try:
            _Etat.atelier.travailler(_Etat.gabarits, [_MOTEUR, *map(Path, config.theme.dirs[:1])])
        except FichierChange as error:
            raise PluginError(str(error)) from error
        config.site_dir = str(_Etat.atelier.chantier.site)


def on_build_error(**_: object) -> None:
    """Leave yesterday's site as it is."""
    reprendre()
    if begun := getattr(_Etat, "atelier", None):
        begun.chantier.abandonner()


def on_startup(command: str, **_: object) -> None:
    """Know whether the site is one of those that are shown while somebody writes."""
    _Etat.montre = command == "serve"


def on_shutdown() -> None:
    """Leave nothing beside a site that is gone."""
    begun = getattr(_Etat, "atelier", None)
    if begun and _Etat.montre:
        begun.chantier.oublier()


def _avertie() -> bool:
    """Whether the host has warned of something: it is about to refuse the build, if it was asked to be strict."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))


def _atelier(site: Site, config: MkDocsConfig) -> Atelier:
    """What grows with the acts; the host has the few pages and files that its menu names, or that a person links to."""
    named = {item for entry in config.nav or () for item in (entry.values() if isinstance(entry, dict) else [entry])}
    named |= {*fichiers_lies(Path(config.docs_dir))}
    pages = tuple(p for p in site.pages if p.adresse.count("/") > 1 and _source(p) not in named)
    texts = tuple(t for t in site.textes if t.adresse not in named)
    copies = tuple(c for c in site.copies if c.adresse not in named)
    try:
        begun = ouvrir(Lot(pages, texts, copies), Path(config.site_dir))
    except EnCours as error:
        raise PluginError(str(error)) from error
    config.site_dir = str(begun.chantier.hote)
    return begun


def _source(page: Page) -> str:
    """The source that MkDocs is told of: the folder of the page, as one of its own."""
    return f"{page.adresse}index.md"
