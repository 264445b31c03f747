"""Helpers of the tests: real builds in their own process, and a real web server on this machine."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Page

RACINE = Path(__file__).resolve().parent.parent
BASE = RACINE / "tests" / "cas" / "base"
ACTES = RACINE / "acts"
_SITES = {
    "exemple": RACINE / "tests" / "exemple" / "mkdocs.yml",
    "vie": RACINE / "tests" / "vie" / "mkdocs.yml",
}


def mkdocs(config: Path, site: Path, tool: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    """Build a site strict in a process of its own; the caller looks at what came of it."""
    command = [str(Path(sys.executable).parent / tool), "build", "--strict", "-f", str(config), "-d", str(site)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    environment.pop("SOURCE_DATE_EPOCH", None)
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def construire(nom: str, site: Path, tool: str = "mkdocs") -> None:
    """Build one of the sites of the project; anything but success stops the test."""
    done = mkdocs(reel() if nom == "reel" else _SITES[nom], site, tool)
    assert done.returncode == 0, done.stderr


@cache
def reel() -> Path:
    """The real register as it goes online: a change to an act is recorded first; gives its configuration."""
    folder = Path(tempfile.mkdtemp(prefix="reel-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    shutil.copytree(ACTES, folder / "acts")
    command = [sys.executable, str(RACINE / "scripts" / "publier.py"), "--actes", str(folder / "acts")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return projet(folder)


def projet(folder: Path) -> Path:
    """A project of its own in a folder: the engine and theme of this one, other acts; gives its configuration."""
    config = folder / "mkdocs.yml"
    text = (RACINE / "mkdocs.yml").read_text(encoding="utf-8")
    for name in ("hooks/publication.py", "theme_overrides"):
        text = text.replace(f"[{name}]", f"[{RACINE / name}]").replace(f": {name}\n", f": {RACINE / name}\n")
    text = text.replace("docs_dir: pages", f"docs_dir: {RACINE / 'pages'}")
    config.write_text(text.replace("watch: [acts, theme_overrides]\n", ""), encoding="utf-8")
    return config


def empreintes(site: Path) -> dict[str, bytes]:
    """Every file of a site with its bytes."""
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}


class _Muet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


class _Serveur(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves in the middle of an answer is no fault; anything else is told."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def servir(site: Path) -> Iterator[str]:
    """Serve a site on a free port of this machine; gives its address."""
    server = _Serveur(("127.0.0.1", 0), partial(_Muet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def attendre(page: Page, dit: str) -> None:
    """Wait until something is true, said in JavaScript: the policy of a page lets nobody else run a text in it."""
    for _ in range(500):
        if page.evaluate(f"Boolean({dit})"):
            return
        page.wait_for_timeout(20)
    raise TimeoutError(dit)
