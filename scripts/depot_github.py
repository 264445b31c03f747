"""A store that is the releases of a repository of GitHub: one release for each folder, one asset for each file."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from http.client import HTTPResponse
from typing import Any, cast
from urllib.parse import quote, urljoin
from urllib.request import Request

from connexion import ECHECS, Prise, ouvreur, pourquoi
from depots import EchecDepot, Trace
from greffe import Refus
from pieces import Piece

API = "GITHUB_API_URL"
"""The variable that the runs of GitHub set: the address of its programs."""

PAR_VERSION = 1000
"""Assets that a release takes (GitHub, « About releases »)."""

_DELAI = 60
_DETOURS_MAX = 3
_BLOC = 1 << 16
_PAR_PAGE = 100
_ENTIER = "uploaded"
"""The state of an asset that was sent whole; one that was cut stays « starter » and is no file."""

_DITS = {
    401: "le jeton n'est pas admis : il a expiré, ou il est mal recopié",
    403: "le jeton n'a pas le droit d'écrire dans ce dépôt (Contents: read and write), ou GitHub demande d'attendre",
    404: "ce dépôt n'existe pas, ou le jeton ne le voit pas",
    422: "GitHub refuse : le dépôt est vide, ou la version est figée (« immutable »)",
    429: "GitHub demande d'attendre : relancez dans une heure, ce qui est déjà là ne sera pas renvoyé",
}


@dataclass(slots=True)
class _Version:
    """A release."""

    id: int
    upload_url: str
    fichiers: dict[str, int] = field(default_factory=dict)
    """The assets, whole or not: name → identifier."""


class DepotGitHub:
    """Assets of releases."""

    maximum = 2 * 10**9

    def __init__(self, depot: str, jeton: str) -> None:
        api = os.environ.get(API, "").rstrip("/") or "https://api.github.com"
        self._depot, self._jeton, self._base = depot, jeton, f"{api}/repos/{quote(depot)}"
        self._prise = Prise()
        self._ouvreur = ouvreur(self._prise)
        self._versions: dict[str, _Version] = {}

    def presents(self, noms: Iterable[str]) -> Mapping[str, Trace]:
        """The assets that are whole, with the fingerprint that GitHub gives since June 2025."""
        wanted = frozenset(noms)
        _verifier_nombre(wanted)
        folders = {name.partition("/")[0] for name in wanted}
        try:
            for told in self._liste("/releases"):
                if told["tag_name"] in folders and not told["draft"]:
                    self._versions[told["tag_name"]] = _Version(told["id"], told["upload_url"])
            return {name: trace for name, trace in self._fichiers() if name in wanted}
        except EchecDepot as error:
            raise Refus(f"Le dépôt GitHub « {self._depot} » ne peut pas être lu : {error}.") from error

    def _fichiers(self) -> Iterator[tuple[str, Trace]]:
        for tag, version in self._versions.items():
            for told in self._liste(f"/releases/{version.id}/assets"):
                version.fichiers[told["name"]] = told["id"]
                if told["state"] == _ENTIER:
                    digest = (told.get("digest") or "").removeprefix("sha256:")
                    yield f"{tag}/{told['name']}", Trace(told["size"], sha256=digest)

    def relire(self, nom: str) -> str:
        """The SHA-256 of the bytes that GitHub gives back."""
        tag, _, name = nom.partition("/")
        url, digest = f"{self._base}/releases/assets/{self._versions[tag].fichiers[name]}", sha256()
        headers = self._en_tetes("application/octet-stream")
        with self._prise.bornee(_DELAI * 5):
            for _ in range(_DETOURS_MAX):
                with self._ouvrir(Request(url, headers=headers)) as answer:  # noqa: S310 (of the API, or where it leads)
                    target = answer.headers.get("Location")
                    if answer.status == 200:
                        return _lue(answer, digest)
                    url, headers = urljoin(url, target or ""), {}  # the token stays with the API
                    if not target:
                        raise EchecDepot(_dit(answer.status))
        raise EchecDepot("GitHub renvoie sans fin d'une adresse à une autre")

    def poser(self, piece: Piece) -> None:
        """Send a file; what an earlier try left of it goes first."""
        tag, _, name = piece.nom.partition("/")
        version = self._versions.get(tag) or self._creer(tag)
        if name in version.fichiers:
            self.retirer(piece.nom)
        url = f"{version.upload_url.partition('{')[0]}?name={quote(name)}"
        told = self._demander("POST", url, piece.chemin.read_bytes(), "application/pdf")
        version.fichiers[name] = told["id"]
        if told["name"] != name:
            raise EchecDepot(f"GitHub l'a renommé « {told['name']} »")

    def _creer(self, tag: str) -> _Version:
        """A release that is not announced as the newest version of anything."""
        said = {"tag_name": tag, "name": tag, "body": "Fichiers des actes publiés.", "make_latest": "false"}
        told = self._demander("POST", f"{self._base}/releases", json.dumps(said).encode())
        self._versions[tag] = _Version(told["id"], told["upload_url"])
        return self._versions[tag]

    def retirer(self, nom: str) -> None:
        """Delete an asset."""
        tag, _, name = nom.partition("/")
        known = self._versions[tag].fichiers.pop(name)
        self._demander("DELETE", f"{self._base}/releases/assets/{known}")

    def _liste(self, suite: str) -> Iterator[Any]:
        """What a list holds, page after page."""
        page, found = 1, [None] * _PAR_PAGE
        while len(found) == _PAR_PAGE:
            found = self._demander("GET", f"{self._base}{suite}?per_page={_PAR_PAGE}&page={page}")
            yield from found
            page += 1

    def _demander(self, method: str, url: str, body: bytes | None = None, kind: str = "application/json") -> Any:  # noqa: ANN401 (JSON)
        """What the API answers."""
        headers = self._en_tetes("application/vnd.github+json") | {"Content-Type": kind}
        asked = Request(url, data=body, headers=headers, method=method)  # noqa: S310 (of the API)
        with self._prise.bornee(_DELAI * 5), self._ouvrir(asked) as answer:
            if answer.status >= 300:
                raise EchecDepot(_dit(answer.status))
            try:
                content = answer.read()
                return json.loads(content) if content else None
            except ECHECS as error:
                raise EchecDepot("la réponse n'est pas celle de GitHub, ou s'est arrêtée") from error

    def _ouvrir(self, asked: Request) -> HTTPResponse:
        try:
            return cast("HTTPResponse", self._ouvreur.open(asked, timeout=_DELAI))
        except ECHECS as error:
            raise EchecDepot(f"GitHub ne répond pas ({pourquoi(error)})") from error

    def _en_tetes(self, accept: str) -> dict[str, str]:
        return {
            "Authorization": f"Bearer {self._jeton}",
            "Accept": accept,
            "X-GitHub-Api-Version": "2022-11-28",
            "User-Agent": "Recueil-deposer/1",
        }


def _lue(answer: HTTPResponse, digest: Any) -> str:  # noqa: ANN401 (the object of hashlib)
    try:
        while block := answer.read(_BLOC):
            digest.update(block)
    except ECHECS as error:
        raise EchecDepot(f"la lecture s'est arrêtée ({pourquoi(error)})") from error
    return str(digest.hexdigest())


def _dit(status: int) -> str:
    return _DITS.get(status, f"GitHub répond par l'erreur {status}")


def _verifier_nombre(wanted: Iterable[str]) -> None:
    """A release takes so many files, and no more."""
    folders = [name.partition("/")[0] for name in wanted]
    for folder in sorted(set(folders)):
        if (count := folders.count(folder)) > PAR_VERSION:
            raise Refus(
                f"« {folder} » aurait {count} fichiers, et GitHub en prend {PAR_VERSION} par version : choisissez un "
                "dépôt S3 ou un dossier pour les prochains actes."
            )
