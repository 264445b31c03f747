"""The search of a large register in a real Chromium: what comes over the network, and how soon the results are shown.

Each search is made in a browser that has kept nothing. It is typed key by key, as a fast typist would, and nothing
validates it; then in another browser it is pasted, and validated by Enter. The server is on this machine and sends
files as they are.
"""

import asyncio
import mimetypes
import os
import shutil
import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import unquote, urlsplit

from .processus import Echec

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_TOUCHE_MS = 120
_CALME_MS = 700
_COUP_D_OEIL_MS = 100

DEMANDES = (
    "délibérations",
    "commune",
    "conseil municipal",
    "associations sportives",
    "piscine",
    "columbarium",
    "chauves-souris",
    "subvention association",
    "rénovation école travaux",
    "éclairage public hameaux",
    '"conseil municipal"',
    '"éclairage public des hameaux"',
    "« dépenses de fonctionnement »",
    "607",
    "2019-0147",
    "n° 2019-147",
    "2131-1",
    "{identifiant}",
    "cimtière",
    "subvantion",
    "recensemant",
    "cimetiere",
    "piscines",
    "animal",
    "l'association",
    "rénov",
    "éclair",
    "zygomatique",
    "cimetière zygomatique",
)
"""Common words, rare ones, several, phrases, numbers, slips, accents, plurals, elisions, beginnings, nothing."""

_GUET = """() => {
    const dit = document.querySelector(".rec-recherche__nombre");
    window.mesure = { touche: 0, vu: 0 };
    for (const sorte of ["keydown", "input"])
        addEventListener(sorte, ({ timeStamp }) => (window.mesure.touche = timeStamp), true);
    new MutationObserver(() => {
        if (dit.textContent) requestAnimationFrame(() => setTimeout(() => (window.mesure.vu = performance.now())));
    }).observe(dit, { childList: true, characterData: true, subtree: true });
}"""
_FINI = f"mesure.vu > mesure.touche && performance.now() - mesure.vu > {_CALME_MS}"


@dataclass(frozen=True, slots=True)
class Recherche:
    """What a search took."""

    demande: str
    dit: str
    """What the page says of it: how many acts."""
    frappe_ms: int
    """From the last key to the number and the first results, nothing being pressed after it."""
    frappe_ko: int
    """All that was asked for while it was typed, with the scripts."""
    entree_ms: int
    """From Enter to the number and the first results, when it was pasted."""
    entree_ko: int


@dataclass(frozen=True, slots=True)
class Index:
    """Seconds that the index of a register takes, alone, in a process of its own."""

    actes: int
    rien: float
    """Made from nothing."""
    garde: float
    """When all that can be kept is."""


def indexation(acts: Path, reserve: Path) -> Index:
    """Index a folder of acts twice: from nothing, then with what was kept."""
    shutil.rmtree(reserve, ignore_errors=True)
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(_indexer, acts, reserve).result()


def _indexer(acts: Path, reserve: Path) -> Index:
    from recueil import build_registre  # noqa: PLC0415 (its import is no part of the measure)
    from recueil.plein_texte import indexer  # noqa: PLC0415

    registre = build_registre(acts)
    took = []
    for _ in range(2):
        start = time.perf_counter()
        deque(indexer(registre, reserve), maxlen=0)
        took.append(time.perf_counter() - start)
    return Index(len(registre.fiches), *took)


def identifiant(acts: Path) -> str:
    """The @ctes identifier of an act in the middle of a folder."""
    paths = sorted(acts.rglob("20*-[0-9]*.md"))
    return paths[len(paths) // 2].read_text(encoding="utf-8").partition("\n  id: ")[2].partition("\n")[0]


def en_texte(index: Sequence[Index], recherches: Sequence[Recherche]) -> str:
    """The measures, for a person."""
    made = [f"{one.actes} actes indexés en {one.rien:.1f} s, {one.garde:.1f} s quand tout est gardé" for one in index]
    form = "{demande:36} {frappe_ms:4} ms {frappe_ko:4} ko   {entree_ms:4} ms {entree_ko:4} ko   {dit}"
    rows = [form.format(**asdict(one)) for one in recherches]
    head = f"{'demande':36} {'en tapant':>15}   {'collée, Entrée':>15}"
    return "\n".join([*made, "", head, *rows])


def mesurer(site: Path, numero: str, demandes: Sequence[str] = DEMANDES, fois: int = 1) -> list[Recherche]:
    """Make the searches on a site that is built; of several times, the medians.

    Args:
        site: its folder.
        numero: an @ctes identifier that it holds.
        demandes: what is searched.
        fois: how many times, each in new browsers.
    """
    with _Serveur(site) as server, _navigateur() as browser:
        scripts = sum(path.stat().st_size for path in (site / "assets" / "recherche").glob("*.js"))
        make = partial(_faire, browser, f"{server.adresse}recherche/", server.envoyes, scripts)
        make("échauffement", tape=True)
        return [_une(make, one.format(identifiant=numero), fois) for one in demandes]


def _une(make: Any, demande: str, fois: int) -> Recherche:  # noqa: ANN401 (a partial)
    typed = [make(demande, tape=True) for _ in range(fois)]
    pasted = [make(demande, tape=False) for _ in range(fois)]
    figures = (round(median(one[rank] for one in made)) for made in (typed, pasted) for rank in (1, 2))
    return Recherche(demande, typed[0][0], *figures)


def _faire(
    browser: "Browser", address: str, sent: list[int], scripts: int, demande: str, *, tape: bool
) -> tuple[str, int, int]:
    context = browser.new_context()
    page: Page = context.new_page()
    page.goto(address, wait_until="networkidle")
    page.evaluate(_GUET)
    sent.clear()
    field = page.locator("#rec-q")
    field.focus()
    if tape:
        page.keyboard.type(demande, delay=_TOUCHE_MS)
    else:
        time.sleep(_TOUCHE_MS / 1000)
        field.fill(demande)
        page.keyboard.press("Enter")
    while not page.evaluate(_FINI):  # the policy of the page lets nobody wait in it
        page.wait_for_timeout(_COUP_D_OEIL_MS)
    took = page.evaluate("mesure.vu - mesure.touche")
    said = page.locator(".rec-recherche__nombre").inner_text()
    context.close()
    return said, round(took), round((scripts + sum(sent)) / 1000)


@contextmanager
def _navigateur() -> "Iterator[Browser]":
    program = os.environ.get("CHROMIUM", shutil.which("chromium"))
    if not program:
        raise Echec("Chromium manque : apt install chromium")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (for this measure alone)

    with sync_playwright() as tool:
        browser = tool.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


class _Serveur(Thread):
    """Sends files as they are and counts their bytes; so plain that it is not what is measured."""

    def __init__(self, site: Path) -> None:
        super().__init__(daemon=True)
        self.envoyes: list[int] = []
        self.adresse = ""
        self._site = site
        self._pret = Event()

    def __enter__(self) -> Self:
        self.start()
        self._pret.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._boucle.call_soon_threadsafe(self._fin.set)
        self.join()

    def run(self) -> None:
        """Serve until it is stopped."""
        asyncio.run(self._servir())

    async def _servir(self) -> None:
        self._boucle, self._fin = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._repondre, "127.0.0.1", 0)
        self.adresse = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        self._pret.set()
        await self._fin.wait()
        server.close()

    async def _repondre(self, demandes: asyncio.StreamReader, reponses: asyncio.StreamWriter) -> None:
        with closing(reponses), suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                asked = (await demandes.readuntil(b"\r\n\r\n")).split()[1].decode()
                name = unquote(urlsplit(asked).path).lstrip("/")
                path = self._site / name / ("index.html" if name.endswith("/") or not name else "")
                found = path.is_file()
                content = path.read_bytes() if found else b""
                self.envoyes.append(len(content))
                head = f"HTTP/1.1 {200 if found else 404} .\r\nContent-Length: {len(content)}\r\n"
                kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
                reponses.write(f"{head}Content-Type: {kind}\r\n\r\n".encode() + content)
