"""The program that asks a site for its addresses as a visitor does: one at a time, never long, never elsewhere."""

from dataclasses import dataclass
from string import punctuation
from time import monotonic, sleep
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit
from urllib.request import Request

from connexion import ECHECS, Prise, lire_reponse, ouvreur, pourquoi
from recueil.constat.reponse import MAXIMUM, Reponse

_EN_TETES = {
    "User-Agent": "Recueil-constater/1 (verification que les actes publies sont en ligne)",
    "Accept": "*/*",
    "Accept-Encoding": "identity",
    "Cache-Control": "no-cache",
}
_DETOURS = frozenset({301, 302, 303, 307, 308})
_DETOURS_MAX = 3
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Rythme:
    """The pace of the visits; seconds."""

    delai: float = 20
    """Without a byte, an answer is given up."""
    reponse: float = 300
    """The longest that an answer may last."""
    pause: float = 0.05
    """Between two requests."""
    recul: float = 1
    """Before an address is asked for again; twice as long each time, up to ``recul_max``."""
    recul_max: float = 30
    essais: int = 3
    """How many times an address that does not answer is asked for."""
    patience: float = 60
    """The longest wait that the site may ask."""
    total: float = 1200
    """After which no other address is asked for."""

    def presse(self, fois: float) -> "Rythme":
        """The same, so many times faster."""
        names = ("delai", "reponse", "pause", "recul", "recul_max", "patience", "total")
        return Rythme(essais=self.essais, **{name: getattr(self, name) / fois for name in names})


class Visiteur:
    """Asks for the addresses of one site; follows no redirection out of it, keeps no cookie.

    A file of an act that lives elsewhere is asked for at its whole address: its host may lead to another, as GitHub
    does, for its fingerprint tells whether it is the right one; never from https to http.
    """

    def __init__(self, site: str, rythme: Rythme, insister: float) -> None:
        """Begin a visit.

        Args:
            site: its address, with a slash at the end.
            rythme: the pace.
            insister: seconds that may be spent, in all, to ask again for what is not what was expected: a host takes
                some time to serve a new site everywhere.
        """
        self._site, self._rythme, self._reste = site, rythme, insister
        self._fin = monotonic() + rythme.total + insister
        self._prise = Prise()
        self._ouvreur = ouvreur(self._prise)

    @property
    def fini(self) -> bool:
        """Whether the time of the whole visit is over."""
        return monotonic() >= self._fin

    def lire(self, adresse: str, attendu: str = "", maximum: int = MAXIMUM, *, garder: bool = False) -> Reponse:
        """What comes when an address of the site is asked for, again when it is not what was expected.

        Args:
            adresse: from the root of the site, or whole.
            attendu: SHA-256 of what is expected, or nothing.
            maximum: bytes beyond which the answer is not read.
            garder: whether the bytes are kept.
        """
        url, tries = adresse if "://" in adresse else urljoin(self._site, quote(adresse)), 1
        answer = self._demander(url, maximum, garder=garder)
        while (wait := self._attente(answer, attendu, tries)) is not None:
            start = monotonic()
            sleep(wait)
            answer = self._demander(url, maximum, garder=garder)
            self._reste, tries = self._reste - (monotonic() - start), tries + 1
        return answer

    def _attente(self, answer: Reponse, attendu: str, tries: int) -> float | None:
        """Seconds before an address is asked for again; None when its answer is taken as it is."""
        pace = self._rythme
        passing = answer.muette or answer.refusee
        if self.fini or answer.est(attendu) or not (passing or attendu):
            return None
        wait = max(min(answer.patience, pace.patience), min(pace.recul * 2 ** (tries - 1), pace.recul_max))
        return wait if (passing and tries < pace.essais) or wait <= self._reste else None

    def _demander(self, url: str, maximum: int, *, garder: bool) -> Reponse:
        """One try: the answer, or in French why there was none."""
        sleep(self._rythme.pause)
        try:
            with self._prise.bornee(self._rythme.reponse):
                answer = self._suivre(url, maximum, garder=garder)
        except ECHECS as error:
            answer = Reponse(0, dit=pourquoi(error))
        if self._prise.coupee:
            return Reponse(0, dit="une réponse qui n'en finit pas")
        return answer

    def _suivre(self, url: str, maximum: int, *, garder: bool) -> Reponse:
        """The answer at the end of redirections that stay where they must."""
        start = url
        for _ in range(_DETOURS_MAX + 1):
            with self._ouvreur.open(Request(url, headers=_EN_TETES), timeout=self._rythme.delai) as answer:  # noqa: S310 (http and https alone are opened)
                target = answer.headers.get("Location") if answer.status in _DETOURS else None
                if target is None:
                    return lire_reponse(answer, maximum, garder=garder)
                url = urljoin(url, quote(target, encoding="iso-8859-1", errors="replace", safe=punctuation))
                if not (dedans(self._site, url) if dedans(self._site, start) else sure(start, url)):
                    return Reponse(answer.status, dit=f"une redirection vers {url}")
        return Reponse(answer.status, dit="des redirections qui n'en finissent pas")


def dedans(site: str, url: str) -> bool:
    """Whether an address is of a site: the same origin, and below its path."""
    root, asked = urlsplit(site), urlsplit(url)
    path = unquote(asked.path)
    within = path.startswith(unquote(root.path)) and ".." not in path.split("/")
    return within and _origine(root) == _origine(asked) and "@" not in asked.netloc


def sure(depart: str, url: str) -> bool:
    """Whether the address to which a file elsewhere leads is asked for as safely as the first."""
    return urlsplit(url).scheme in {"https", urlsplit(depart).scheme}


def _origine(parts: SplitResult) -> tuple[str, str, int | None]:
    try:
        port = parts.port
    except ValueError:
        port = -1
    return parts.scheme, parts.hostname or "", port or _PORTS.get(parts.scheme)
