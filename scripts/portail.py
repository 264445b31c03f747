"""The data portal (data.gouv.fr, API 1): what it has of ours, what is created and what is brought up to date."""

import json
from collections.abc import Iterator, Mapping
from http.client import HTTPResponse
from typing import Any, cast
from urllib.parse import quote
from urllib.request import Request

from connexion import ECHECS, Prise, ouvreur, pourquoi

API = "https://www.data.gouv.fr/api/1"
IDENTIFIANT = "recueil:identifiant"
"""The « extra » by which a set or a file of ours is known again, whatever its title becomes."""

_DELAI = 60
_PAR_PAGE = 100
_DITS = {
    400: "il ne comprend pas ce qui lui est envoyé",
    401: "la clé n'est pas admise : elle a expiré, ou elle est mal recopiée",
    403: "la clé n'a pas le droit de publier pour cette organisation",
    404: "cette organisation ou ce jeu de données n'existe pas",
    429: "il demande d'attendre : relancez plus tard",
}


class EchecPortail(Exception):  # noqa: N818 (the name says what a person is told)
    """The portal did not do what was asked; the text, in French, says why."""


class Portail:
    """The portal, for one organisation."""

    def __init__(self, organisation: str, cle: str, api: str = API) -> None:
        self._organisation, self._cle, self._api = organisation, cle, api.rstrip("/")
        self._prise = Prise()
        self._ouvreur = ouvreur(self._prise)

    def jeux(self) -> dict[str, Mapping[str, Any]]:
        """The sets of the organisation that are ours, by their identifiers."""
        found = self._pages(f"/organizations/{quote(self._organisation)}/datasets/")
        return {known: one for one in found if (known := (one.get("extras") or {}).get(IDENTIFIANT))}

    def creer(self, dit: Mapping[str, Any]) -> Mapping[str, Any]:
        """A new set, for the organisation; gives it as the portal tells it."""
        return self._demander("POST", "/datasets/", {**dit, "organization": self._organisation})

    def modifier(self, jeu: str, dit: Mapping[str, Any]) -> None:
        """What is said of a set."""
        self._demander("PUT", f"/datasets/{quote(jeu)}/", dit)

    def ajouter(self, jeu: str, dit: Mapping[str, Any]) -> None:
        """A file to a set."""
        self._demander("POST", f"/datasets/{quote(jeu)}/resources/", dit)

    def corriger(self, jeu: str, ressource: str, dit: Mapping[str, Any]) -> None:
        """What is said of a file of a set."""
        self._demander("PUT", f"/datasets/{quote(jeu)}/resources/{quote(ressource)}/", dit)

    def _pages(self, suite: str) -> Iterator[Mapping[str, Any]]:
        page, total = 1, 1
        while (page - 1) * _PAR_PAGE < total:
            told = self._demander("GET", f"{suite}?page={page}&page_size={_PAR_PAGE}")
            yield from told["data"]
            page, total = page + 1, told["total"]

    def _demander(self, method: str, suite: str, dit: Mapping[str, Any] | None = None) -> Mapping[str, Any]:
        """What the portal answers."""
        headers = {"Accept": "application/json", "Content-Type": "application/json", "User-Agent": "Recueil-pousser/1"}
        headers |= {"X-API-KEY": self._cle} if self._cle else {}
        body = None if dit is None else json.dumps(dit).encode()
        asked = Request(f"{self._api}{suite}", data=body, headers=headers, method=method)  # noqa: S310 (of the API)
        with self._prise.bornee(_DELAI), self._ouvrir(asked) as answer:
            if answer.status >= 300:
                raise EchecPortail(_DITS.get(answer.status, f"il répond par l'erreur {answer.status}"))
            try:
                told: Mapping[str, Any] = json.loads(answer.read())
            except ECHECS as error:
                raise EchecPortail("sa réponse n'est pas celle d'un portail, ou s'est arrêtée") from error
        return told

    def _ouvrir(self, asked: Request) -> HTTPResponse:
        try:
            return cast("HTTPResponse", self._ouvreur.open(asked, timeout=_DELAI))
        except ECHECS as error:
            raise EchecPortail(f"il ne répond pas ({pourquoi(error)})") from error
